// Records of confidential lists that an officer has opened by `aeo sealed open` and dropped into the page. They
// stay in this tab's memory and are never stored: a reload forgets them.

import { createContext, useContext, useState, type ReactNode } from 'react';

/** A firm whose name is known. */
export interface Named {
	issuer: string;
	number: string;
	name: string;
	tradeName: string;
	tin: string;
	city: string;
}

/** A file that was dropped has nothing of what `aeo sealed open` writes. */
export class NotOpened extends Error {}

interface Line {
	record?: {
		class?: unknown;
		issuer?: unknown;
		number?: unknown;
		data?: { Name?: unknown; TradeName?: unknown; ID?: unknown; Address?: { CityName?: unknown } };
	};
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** The firms in a file as `aeo sealed open` writes it, a record a line. Fails with `NotOpened`. */
export function namesIn(text: string): Named[] {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	const named = lines.flatMap((line): Named[] => {
		const { record } = parsed(line);
		if (record?.class !== 'identity') {
			return [];
		}
		const { data } = record;
		const name = textOf(data?.Name);
		const number = textOf(record.number);
		const issuer = textOf(record.issuer);
		if (name === '' || number === '' || issuer === '') {
			throw new NotOpened();
		}
		const tradeName = textOf(data?.TradeName);
		return [{ issuer, number, name, tradeName, tin: textOf(data?.ID), city: textOf(data?.Address?.CityName) }];
	});
	if (named.length === 0) {
		throw new NotOpened();
	}
	return named;
}

function parsed(line: string): Line {
	try {
		const value: unknown = JSON.parse(line);
		if (typeof value === 'object' && value !== null) {
			return value;
		}
	} catch {
		// Said below.
	}
	throw new NotOpened();
}

/** A text without case and accents. */
function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The firms in whose names, number or city every word is found, at most so many. Nothing is found by no word. */
export function search(all: Named[], text: string, most: number): Named[] {
	const words = plain(text).split(/\s+/).filter((word) => word !== '');
	if (words.length === 0) {
		return [];
	}
	const found = all.filter(({ name, tradeName, tin, city, number }) => {
		const where = plain([name, tradeName, tin, city, number].join(' '));
		return words.every((word) => where.includes(word));
	});
	return found.slice(0, most);
}

interface Opened {
	named: Named[];
	open: (named: Named[]) => void;
}

const OpenedContext = createContext<Opened | null>(null);

/** Keeps what was opened until the page is left. */
export function Opening({ children }: { children: ReactNode }) {
	const [named, open] = useState<Named[]>([]);
	return <OpenedContext value={{ named, open }}>{children}</OpenedContext>;
}

/** What was opened. */
export function useOpened(): Opened {
	const opened = useContext(OpenedContext);
	if (opened === null) {
		throw new Error('useOpened outside of Opening');
	}
	return opened;
}
