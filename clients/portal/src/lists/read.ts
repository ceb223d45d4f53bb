// A list that is dropped into the page: its cells, its headings in any of our languages, its certificates.

import vocabulary from '../../../lists/words/headings.txt?raw';
import { hashOf } from '../parts';
import { Words, type Language } from '../words/words';
import { cellsOf, NotAList } from './cells';
import { columnsOf, knownHeadings, rowsOf, type Read } from './rows';

/** The sentences about lists, which only who loads one needs. */
const TEXTS = import.meta.glob<string>('../../../texts/*/lists.ftl', { query: '?raw', import: 'default' });

/** A list, or why it is none. */
export type ListFile =
	| ({ kind: 'list'; name: string; hash: `0x${string}` } & Read)
	| { kind: 'headings'; unknown: string[]; missing: string[] }
	| { kind: 'none'; reason: NotAList['reason'] | 'Unreadable' };

/** The sentences about lists in a language. */
export async function listWords(language: Language): Promise<Words> {
	const [, text] = Object.entries(TEXTS).find(([path]) => path.includes(`/${language}/`)) ?? [];
	return new Words(language, text === undefined ? [] : [await text()]);
}

async function headings(): Promise<Map<string, string>> {
	const texts = await Promise.all(Object.values(TEXTS).map((text) => text()));
	return knownHeadings(texts, vocabulary);
}

/** Reads a list. */
export async function readList(file: File): Promise<ListFile> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	try {
		const [first = [], ...rest] = await cellsOf(bytes);
		const found = columnsOf(first, await headings());
		if (!('columns' in found)) {
			return { kind: 'headings', ...found };
		}
		const hash = hashOf(bytes);
		return { kind: 'list', name: file.name, hash, ...rowsOf(rest, found.columns, hash) };
	} catch (error) {
		if (error instanceof NotAList) {
			return { kind: 'none', reason: error.reason };
		}
		throw error;
	}
}
