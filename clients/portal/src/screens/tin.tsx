// What the chain says of a trader's number while it is typed: its form, its check digit, whether it is known.

import { useEffect, useState } from 'react';
import type { Api } from '../chain/connection';
import { useAnswer, useLive } from '../chain/live';
import { Text, Told } from '../parts';
import { reasonOf } from '../words/status';
import { useWords } from '../words/words';

/** What the chain says of a number. */
export type Report = Awaited<ReturnType<Api['apis']['AeoApi']['tin_check']>>['answer'];

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

/** What the chain says of a text that is typed; none before it has answered about the whole of it. */
export function useReport(text: string): Report | undefined {
	const settled = useSettled(text).trim();
	const { answer } = useAnswer(settled === '' ? undefined : `tin ${settled}`, async (api) => {
		return (await api.apis.AeoApi.tin_check(settled)).answer;
	});
	return settled === text.trim() ? answer : undefined;
}

/** Whether a text is a trader's number: in form, or since its administration has confirmed it. */
export function isTin(report: Report | undefined): boolean {
	return report?.tin !== undefined && (report.reason === undefined || report.trader !== undefined);
}

/** Helps while a number is typed; `otherwise` is said behind why it is none. */
export function TinHelp({
	id,
	text,
	report,
	otherwise,
}: {
	id: string;
	text: string;
	report: Report | undefined;
	otherwise?: string;
}) {
	const { words } = useWords();
	const { reached } = useLive();
	const mood = report === undefined ? '' : isTin(report) ? 'good' : 'open';
	return (
		<p id={id} role="status" className={`help ${mood}`}>
			{text.trim() === '' ? (
				<Text>{words.say('find-help')}</Text>
			) : report === undefined ? (
				words.say(reached === 'connected' ? 'portal-asking' : 'portal-not-reached')
			) : isTin(report) ? (
				[
					words.say('find-tin', { tin: report.tin ?? '' }),
					words.say(`check-${report.check?.type ?? 'FormatOnly'}`),
					words.say(report.trader === undefined ? 'find-unknown' : 'find-known'),
				].join(' ')
			) : (
				<>
					{report.reason !== undefined && <Told sentence={reasonOf(words, report.reason)} />} {otherwise}
				</>
			)}
		</p>
	);
}
