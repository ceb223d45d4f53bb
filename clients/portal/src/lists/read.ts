// A list that is dropped into the page, as the reader of `aeo list` understands it.

import { Words, type Language } from '../words/words';
import { listOf, type List } from './rows';
import type { Answer, Question } from './worker';

/** The sentences about lists, which only who loads one needs. */
const TEXTS = import.meta.glob<string>('../../../texts/*/lists.ftl', { query: '?raw', import: 'default' });

/** The profiles that come with `aeo`. */
const PROFILES = import.meta.glob<string>('../../../lists/profiles/*.toml', { query: '?raw', import: 'default' });

/** How long it may take: 20,000 rows took 2.5 s, and 200,000 are the most. In milliseconds. */
const PATIENCE = 300_000;

/** What is known of a list besides what it says itself. */
export interface About {
	/** The name of a profile that comes with the page; empty where none is chosen. */
	shipped: string;
	/** The text of a `list.toml` that was chosen, which goes before it; empty where there is none. */
	profile: string;
	/** What was typed, in the words of a `list.toml`. */
	said: Record<string, string>;
	/** The hashes of documents that were chosen with it. */
	documents: Record<string, string>;
}

/** A list, or why it is none. */
export type ListFile =
	| ({ kind: 'list'; name: string } & List)
	/** In a sentence of the reader's. */
	| { kind: 'none'; why: string }
	| { kind: 'profile'; why: string }
	| { kind: 'unread'; reason: 'Damaged' | 'Unreadable' };

const nameOf = (path: string) => path.replace(/^.*\/|\.\w+$/g, '');

/** The names of the profiles that come with the page. */
export const SHIPPED = Object.keys(PROFILES).map(nameOf);

/** The sentences about lists in a language. */
export async function listWords(language: Language): Promise<Words> {
	const [, text] = Object.entries(TEXTS).find(([path]) => path.includes(`/${language}/`)) ?? [];
	return new Words(language, text === undefined ? [] : [await text()]);
}

/** Reads a list, until `stop` says that nobody waits for it any more. */
export async function readList(
	name: string,
	list: Uint8Array,
	{ shipped, profile, said, documents }: About,
	language: Language,
	stop: AbortSignal,
): Promise<ListFile> {
	const [, text] = Object.entries(PROFILES).find(([path]) => nameOf(path) === shipped) ?? [];
	const today = new Date(Date.now() - 12 * 3_600_000).toISOString().slice(0, 10);
	const known = profile === '' && text !== undefined ? await text() : profile;
	if (stop.aborted) {
		return { kind: 'unread', reason: 'Unreadable' };
	}
	const told = await ask({ list, how: { language, profile: known, said, today, documents } }, stop);
	if ('failed' in told) {
		return { kind: 'unread', reason: told.failed };
	}
	const { outcome } = told;
	if ('Ok' in outcome) {
		return { kind: 'list', name, ...listOf(outcome.Ok) };
	}
	return 'list' in outcome.Err
		? { kind: 'none', why: outcome.Err.list }
		: { kind: 'profile', why: outcome.Err.profile };
}

function ask(question: Question, stop: AbortSignal): Promise<Answer> {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	const answer = new Promise<Answer>((resolve) => {
		const giveUp = () => resolve({ failed: 'Unreadable' });
		worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data));
		worker.addEventListener('error', giveUp);
		stop.addEventListener('abort', giveUp);
		setTimeout(giveUp, PATIENCE);
		worker.postMessage(question);
	});
	return answer.finally(() => worker.terminate());
}
