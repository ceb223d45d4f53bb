// The first screen: whoever holds a number asks about it.

import { useEffect, useState } from 'react';
import { useAnswer, useLive } from '../chain/live';
import { useTyped } from '../kept';
import { Text, Told } from '../parts';
import { goTo } from '../route';
import { reasonOf } from '../words/status';
import { useWords } from '../words/words';

/** How long one has to stop typing before the number is looked at, in milliseconds. */
const PAUSE = 200;

function useSettled(value: string): string {
	const [settled, setSettled] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setSettled(value), PAUSE);
		return () => clearTimeout(timer);
	}, [value]);
	return settled;
}

/** Asks for a TIN or the number of a certificate, and helps while it is typed. */
export function FindScreen() {
	const { words } = useWords();
	const { reached } = useLive();
	const [text, setText] = useTyped('find');
	const [isWanted, setWanted] = useState(false);
	const settled = useSettled(text).trim();
	const { answer } = useAnswer(settled === '' ? undefined : `tin ${settled}`, async (api) => {
		return (await api.apis.AeoApi.tin_check(settled)).answer;
	});
	const isLooked = answer !== undefined && settled === text.trim();
	const isTin = answer?.tin !== undefined && (answer.reason === undefined || answer.trader !== undefined);
	useEffect(() => {
		if (isWanted && isLooked) {
			setWanted(false);
			goTo(...(isTin ? ['tin', answer.tin ?? ''] : ['number', text.trim()]));
		}
	}, [isWanted, isLooked, isTin, answer, text]);
	return (
		<>
			<h1>{words.say('find-title')}</h1>
			<p>{words.say('find-intro')}</p>
			<form
				className="find"
				onSubmit={(event) => {
					event.preventDefault();
					setWanted(text.trim() !== '');
				}}
			>
				<label htmlFor="number">{words.say('find-label')}</label>
				<div className="row">
					<input
						id="number"
						value={text}
						aria-describedby="help"
						autoComplete="off"
						autoCapitalize="characters"
						spellCheck={false}
						onChange={(event) => {
							setWanted(false);
							setText(event.target.value);
						}}
					/>
					<button type="submit" className="main">
						{words.say('find-button')}
					</button>
				</div>
				<p id="help" role="status" className={`help ${isLooked ? (isTin ? 'good' : 'open') : ''}`}>
					{text.trim() === '' ? (
						<Text>{words.say('find-help')}</Text>
					) : isLooked ? (
						<Help />
					) : (
						words.say(reached === 'connected' ? 'portal-asking' : 'portal-not-reached')
					)}
				</p>
			</form>
		</>
	);

	function Help() {
		if (answer === undefined) {
			return null;
		}
		if (isTin) {
			const check = words.say(`check-${answer.check?.type ?? 'FormatOnly'}`);
			const registered = words.say(answer.trader === undefined ? 'find-unknown' : 'find-known');
			return `${words.say('find-tin', { tin: answer.tin ?? '' })} ${check} ${registered}`;
		}
		return (
			<>
				{answer.reason !== undefined && <Told sentence={reasonOf(words, answer.reason)} />}{' '}
				{words.say('find-certificate')}
			</>
		);
	}
}
