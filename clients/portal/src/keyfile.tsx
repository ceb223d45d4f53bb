// The form in which a key file is chosen and its password is written.

import { useState } from 'react';
import { Text, Told } from './parts';
import { useWords, type Sentence } from './words/words';

/** Which file and password, under which `name` in the page. `open` opens it, or gives what is wrong. */
export function KeyFile({
	name,
	label,
	accept,
	open,
}: {
	name: string;
	label: string;
	accept?: string;
	open: (file: File, password: string) => Promise<Sentence | undefined>;
}) {
	const { words } = useWords();
	const [file, setFile] = useState<File>();
	const [password, setPassword] = useState('');
	const [isOpening, setOpening] = useState(false);
	const [problem, setProblem] = useState<Sentence>();
	const submit = async () => {
		if (file === undefined) {
			setProblem(words.sentence('key-NoFile'));
			return;
		}
		setOpening(true);
		setProblem(undefined);
		setProblem(await open(file, password).finally(() => setOpening(false)));
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				void submit();
			}}
		>
			<label htmlFor={`${name}-file`}>
				<Text>{label}</Text>
			</label>
			<input
				id={`${name}-file`}
				type="file"
				accept={accept}
				onChange={(event) => setFile(event.target.files?.[0])}
			/>
			<label htmlFor={`${name}-password`}>{words.say('key-password')}</label>
			<input
				id={`${name}-password`}
				type="password"
				autoComplete="off"
				value={password}
				onChange={(event) => setPassword(event.target.value)}
			/>
			{problem && (
				<p role="alert" className="problem">
					<Told sentence={problem} />
				</p>
			)}
			<p>
				<button type="submit" className="main" disabled={isOpening}>
					{words.say(isOpening ? 'key-opening' : 'key-open')}
				</button>
			</p>
		</form>
	);
}
