// What the page says, in the language of who reads: the sentences of clients/texts, filled in.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { kept, keep } from '../kept';

/** The languages of the page. */
export const LANGUAGES = ['en', 'es', 'pt'] as const;

/** One of them. */
export type Language = (typeof LANGUAGES)[number];

/** The names of the languages, each in itself. */
export const LANGUAGE_NAMES: Record<Language, string> = {
	en: 'English',
	es: 'Español',
	pt: 'Português',
};

/** The files of a language; those of one language are loaded at a time. */
const FILES = import.meta.glob<string>('../../../texts/*/{portal,denials,errors}.ftl', {
	query: '?raw',
	import: 'default',
});

/** A value in a sentence; a moment is a `Date`. */
export type Value = FluentVariable | Date;

/** Why, and what to do. */
export interface Sentence {
	/** What is so. */
	why: string;
	/** What to do about it; empty where nothing is to be done. */
	remedy: string;
}

/** The sentences of one language. */
export class Words {
	readonly #bundle: FluentBundle;
	readonly #regions: Intl.DisplayNames;
	readonly #moment: Intl.DateTimeFormat;
	readonly #day: Intl.DateTimeFormat;

	/** `sources` are Fluent files. */
	constructor(
		readonly language: Language,
		sources: string[],
	) {
		this.#bundle = new FluentBundle(language, { useIsolating: false });
		for (const source of sources) {
			this.#bundle.addResource(new FluentResource(source));
		}
		this.#regions = new Intl.DisplayNames(language, { type: 'region' });
		this.#moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
		// A day of the chain is a day in its administration's clocks, wherever it is read.
		this.#day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
	}

	/** Whether there is a sentence of this name. */
	has(id: string): boolean {
		return this.#bundle.hasMessage(id);
	}

	/** The sentence of this name; the name itself where there is none, which a test finds. */
	say(id: string, values: Record<string, Value> = {}): string {
		return this.sentence(id, values).why;
	}

	/** The sentence of this name with what to do. */
	sentence(id: string, values: Record<string, Value> = {}): Sentence {
		const message = this.#bundle.getMessage(id);
		if (message === undefined || message.value === null) {
			return { why: id, remedy: '' };
		}
		const remedy = message.attributes.remedy;
		return {
			why: this.#bundle.formatPattern(message.value, this.#shown(values)),
			remedy:
				remedy === undefined ? '' : this.#bundle.formatPattern(remedy, this.#shown(values)),
		};
	}

	/** The name of a territory with its code. */
	territory(code: string): string {
		const own = `territory-${code}`;
		const name = this.has(own) ? this.say(own) : this.#regions.of(code);
		return `${name ?? code} (${code})`;
	}

	/** A day as the chain writes it, `2026-12-31`, in words. */
	day(day: string): string {
		return this.#day.format(new Date(`${day}T00:00:00Z`));
	}

	/** A moment, in the reader's own clock. */
	moment(moment: Date | bigint): string {
		return this.#moment.format(typeof moment === 'bigint' ? Number(moment) : moment);
	}

	/** How long ago something was, of so many milliseconds: "3 hours ago". */
	ago(milliseconds: number): string {
		const [count, unit] = spanOf(Math.max(0, milliseconds) / 1_000);
		return new Intl.RelativeTimeFormat(this.language).format(-count, unit);
	}

	/** A span of so many seconds: "24 hours". */
	span(seconds: number): string {
		const [count, unit] = spanOf(seconds);
		return new Intl.NumberFormat(this.language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
	}

	/** Several things with commas and an "and" between. */
	list(items: string[]): string {
		return new Intl.ListFormat(this.language).format(items);
	}

	#shown(values: Record<string, Value>): Record<string, FluentVariable> {
		return Object.fromEntries(
			Object.entries(values).map(([name, value]) => {
				return [name, value instanceof Date ? this.moment(value) : value];
			}),
		);
	}
}

/** A span of so many seconds in the largest unit of which it has two, or in seconds. */
function spanOf(seconds: number): [number, 'second' | 'minute' | 'hour' | 'day'] {
	const units = [
		['day', 86_400],
		['hour', 3_600],
		['minute', 60],
	] as const;
	const [unit, length] = units.find(([, one]) => seconds >= 2 * one) ?? (['second', 1] as const);
	return [Math.floor(seconds / length), unit];
}

async function load(language: Language): Promise<Words> {
	const files = Object.entries(FILES).filter(([path]) => path.includes(`/${language}/`));
	return new Words(language, await Promise.all(files.map(([, file]) => file())));
}

/** The language that was chosen, else the first of the browser's that we have. */
function firstLanguage(): Language {
	const wanted = [kept('language'), ...navigator.languages.map((one) => one.split('-')[0])];
	const known = wanted.flatMap((one) => LANGUAGES.filter((language) => language === one));
	return known[0] ?? 'en';
}

const WordsContext = createContext<{ words: Words; choose: (language: Language) => void } | null>(
	null,
);

/** Loads the sentences, and shows what is in it once they are there. */
export function Speaking({ children }: { children: ReactNode }) {
	const [language, setLanguage] = useState(firstLanguage);
	const [words, setWords] = useState<Words>();
	useEffect(() => {
		let isWanted = true;
		void load(language).then((loaded) => {
			if (isWanted) {
				document.documentElement.lang = language;
				setWords(loaded);
			}
		});
		return () => {
			isWanted = false;
		};
	}, [language]);
	const choose = (chosen: Language) => {
		keep('language', chosen);
		setLanguage(chosen);
	};
	return words && <WordsContext value={{ words, choose }}>{children}</WordsContext>;
}

/** The sentences, and how another language is chosen. */
export function useWords() {
	const context = useContext(WordsContext);
	if (context === null) {
		throw new Error('useWords outside of Speaking');
	}
	return context;
}
