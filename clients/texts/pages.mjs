// The errors with what they mean and what to do, in the languages of who reads: docs/errors.md is written
// in English from the metadata, docs/api/es/errors.md and docs/api/pt/errors.md from it and the sentences
// here. `node clients/texts/pages.mjs` writes both; a test compares.

import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { LANGUAGES, messagesOf, refusalId } from './text.mjs';

const root = new URL('../../', import.meta.url);

const WORDS = {
	es: {
		written: 'Escrito por `node clients/texts/pages.mjs`',
		title: 'Errores',
		intro:
			'Qué significa un rechazo y qué hacer. Dónde verlo, y los eventos por su número: [errors.md](../../errors.md), en inglés.',
		columns: ['número o mensaje', 'nombre', 'por qué', 'qué hacer'],
	},
	pt: {
		written: 'Escrito por `node clients/texts/pages.mjs`',
		title: 'Erros',
		intro:
			'O que significa uma recusa e o que fazer. Onde vê-la, e os eventos pelo número: [errors.md](../../errors.md), em inglês.',
		columns: ['número ou mensagem', 'nome', 'por quê', 'o que fazer'],
	},
};

/** The languages whose page is written here. */
export const TRANSLATED = LANGUAGES.filter((language) => language in WORDS);

/** The cells of a row of a table, links by their words. */
function cells(row) {
	const words = row.slice(2, -2).replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
	return words.split(' | ').map((cell) => cell.replaceAll('\\|', '|'));
}

/** A name as it is in an id. */
export function inId(name) {
	return name.replaceAll('`', '').replace('.', '-');
}

/**
 * The rows of the tables of docs/errors.md by their headings.
 *
 * @returns {[string, string[][]][]}
 */
export function tables() {
	const parts = readFileSync(new URL('docs/errors.md', root), 'utf8').split(/^## /m).slice(1);
	return parts.map((part) => {
		const [heading, ...lines] = part.split('\n');
		const rows = lines.filter((line) => line.startsWith('| ')).slice(2);
		return [heading, rows.map(cells)];
	});
}

/** The errors of docs/errors.md with their ids here, and what a client without names prints. */
export function errors() {
	return tables().flatMap(([heading, rows]) => {
		if (heading.startsWith('Events') || heading === 'Same fact, same name') {
			return [];
		}
		return rows.map((row) => {
			const [why, remedy] = row.slice(-2);
			const [printed, name] = row.length === 4 ? row : [row[0], ''];
			if (heading.startsWith('The node')) {
				return { id: refusalId(`${row[0].replaceAll('`', '')}: `) ?? row[0], printed, name, why, remedy };
			}
			const id = heading === 'Of no pallet' ? `dispatch-${inId(row[0])}` : inId(row[1]);
			return { id, printed, name, why, remedy };
		});
	});
}

/** Where the page of a language is. */
export function pageOf(language) {
	return new URL(`docs/api/${language}/errors.md`, root);
}

/** The page of a language: the headings and the order of its sentences. */
export function errorPage(language) {
	const { written, title, intro, columns } = WORDS[language];
	const known = errors();
	const texts = messagesOf(language, 'errors');
	const lines = [`<!-- ${written} -->`, `# ${title}`, '', intro];
	const source = readFileSync(new URL(`${language}/errors.ftl`, import.meta.url), 'utf8');
	for (const section of source.split(/^## /m).slice(1)) {
		lines.push('', `## ${section.split('\n')[0]}`, '');
		lines.push(`| ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`);
		for (const [, id] of section.matchAll(/^([A-Za-z][\w-]*) = /gm)) {
			const error = known.find((one) => one.id === id);
			const [, text] = texts.find(([one]) => one === id) ?? [];
			const row = [error?.printed, error?.name, text?.why, text?.remedy];
			lines.push(`| ${row.map((cell = '') => cell.replaceAll('|', '\\|')).join(' | ')} |`);
		}
	}
	return `${lines.join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	for (const language of TRANSLATED) {
		mkdirSync(new URL('.', pageOf(language)), { recursive: true });
		writeFileSync(pageOf(language), errorPage(language));
	}
}
