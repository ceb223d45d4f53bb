// A firm is found by its name, in lists that an officer has opened. What is shown of a firm is asked of the chain.

import { useState } from 'react';
import { useSession } from '../chain/account';
import type { Api } from '../chain/connection';
import { useAnswer } from '../chain/live';
import { NotOpened, namesIn, search, useOpened, type Named } from '../opened';
import { Answered, chooseAnew, Text, Told } from '../parts';
import { linkTo } from '../route';
import type { Certificate } from '../words/status';
import { useWords, type Sentence } from '../words/words';

/** How many firms are shown. */
const MOST = 20;

/** The firms whose names an administration may read now: consent may have been withdrawn since the list was made. */
async function readable(api: Api, reader: string, found: Named[]): Promise<Named[]> {
	const may = await Promise.all(
		found.map(async ({ issuer, number }) => {
			if (issuer === reader) {
				return true;
			}
			const territory = { type: issuer } as Certificate['issuer'];
			const { answer } = await api.apis.AeoApi.sharing(territory, number);
			return answer.some((leg) => {
				return leg.reader.type === reader && leg.shared.some(({ type }) => type === 'Identity');
			});
		}),
	);
	return found.filter((_, place) => may[place]);
}

/** Searches by name. */
export function Names() {
	const { words } = useWords();
	const { named, open } = useOpened();
	const [text, setText] = useState('');
	const [problem, setProblem] = useState<Sentence>();
	const { role } = useSession();
	const found = search(named, text, MOST);
	const reader = role?.kind === 'officer' ? role.administration : '';
	const key = found.map(({ issuer, number }) => `${issuer} ${number}`).join();
	const asked = useAnswer(found.length === 0 ? undefined : `readable ${reader} ${key}`, (api) => {
		return readable(api, reader, found);
	});
	const take = async (files: File[]) => {
		setProblem(undefined);
		try {
			const all = await Promise.all(files.map(async (file) => namesIn(await file.text())));
			open(all.flat());
		} catch (error) {
			setProblem(words.sentence(error instanceof NotOpened ? 'names-NotOpened' : 'names-unreadable'));
		}
	};
	return (
		<section>
			<h2>{words.say('names-title')}</h2>
			<p className="hint">
				<Text>{words.say('names-hint')}</Text>
			</p>
			<label htmlFor="names-file">{words.say('names-file')}</label>
			<input
				id="names-file"
				type="file"
				multiple
				onClick={chooseAnew}
				onChange={(event) => void take([...(event.target.files ?? [])])}
			/>
			{problem && (
				<p role="alert" className="problem">
					<Told sentence={problem} />
				</p>
			)}
			{named.length > 0 && (
				<>
					<p className="row">
						{words.say('names-open', { count: named.length })}{' '}
						<button type="button" onClick={() => open([])}>
							{words.say('names-forget')}
						</button>
					</p>
					<label htmlFor="names-text">{words.say('names-text')}</label>
					<input
						id="names-text"
						type="search"
						value={text}
						autoComplete="off"
						onChange={(event) => setText(event.target.value)}
					/>
					<div role="status">
						{text.trim() !== '' && found.length === 0 && <p>{words.say('names-nothing')}</p>}
						{found.length > 0 && (
							<Answered asked={asked}>
								{(shown) => (
									<>
										<ul className="found">
											{shown.map(({ issuer, number, name, tradeName, tin, city }) => (
												<li key={`${issuer} ${number}`}>
													<a href={linkTo('certificate', issuer, number)}>{name}</a>
													{tradeName !== '' && ` (${tradeName})`}, {city}
													<br />
													<span className="hint">
														{issuer} {number}, {tin}
													</span>
												</li>
											))}
										</ul>
										{shown.length < found.length && (
											<p>{words.say('names-hidden', { count: found.length - shown.length })}</p>
										)}
									</>
								)}
							</Answered>
						)}
					</div>
				</>
			)}
		</section>
	);
}
