// What an error, an event or a denial says in the language of who reads: why, and what to do.

import { readFileSync } from 'node:fs';

export const LANGUAGES = ['en', 'es', 'pt'];
export const FILES = ['errors', 'events', 'denials'];

const CHOICE = /\{ \$(\w+) ->((?:\n +\*?\[\w+\] .*)+)\n +\}/g;
const loaded = new Map();

/**
 * The messages of a Fluent file as they are written, with their ids.
 *
 * @param {string} language
 * @param {string} file
 * @returns {[string, {why: string, remedy?: string}][]}
 */
export function messagesOf(language, file) {
	const text = readFileSync(new URL(`${language}/${file}.ftl`, import.meta.url), 'utf8');
	return [...text.matchAll(/^([A-Za-z][\w-]*) = (.*(?:\n .*)*)/gm)].map(([, id, body]) => {
		const [why, remedy] = body.split('\n    .remedy = ');
		return [id, { why, remedy }];
	});
}

/** All messages of a language, `es` or `es-MX`; of English where there are none in that one. */
function messagesIn(language) {
	const known = LANGUAGES.find((one) => one === language.split('-')[0]) ?? 'en';
	if (!loaded.has(known)) {
		loaded.set(known, new Map(FILES.flatMap((file) => messagesOf(known, file))));
	}
	return loaded.get(known);
}

/** A value as text: of a variant its name, of a list or a struct its parts, `None` for nothing. */
function shown(value) {
	if (value !== undefined && typeof value !== 'object') {
		return String(value);
	}
	const parts = Object.entries(value ?? {});
	if (!Array.isArray(value) && parts.length === 1) {
		return parts[0][0];
	}
	const texts = parts.map(([, part]) => shown(part));
	return texts.join(Array.isArray(value) ? ', ' : ' ') || 'None';
}

function filled(pattern, values) {
	const text = pattern.replace(CHOICE, (_, name, variants) => {
		const rows = [...variants.matchAll(/\n +(\*?)\[(\w+)\] (.*)/g)];
		const row = rows.find(([, , key]) => key === shown(values[name]));
		return (row ?? rows.find(([, isDefault]) => isDefault))[3];
	});
	const place = (all, name) => (name in values ? shown(values[name]) : all);
	return text.replace(/\{ \$(\w+) \}/g, place);
}

/** `why` and `remedy` of a message with its variables filled; undefined where the id is unknown. */
export function textOf(language, id, values = {}) {
	const message = messagesIn(language).get(id);
	const fill = (text) => text && filled(text, values);
	return message && { why: fill(message.why), remedy: fill(message.remedy) };
}

/** The id of a refusal by what the node prints: `1010: Invalid Transaction: Custom error: 100`. */
export function refusalId(printed) {
	const [, code, said = ''] = /(\d{4,5}): (.*)/.exec(printed) ?? [];
	const words = said.replace('Invalid Transaction: ', '').match(/[A-Za-z0-9]+/g) ?? [];
	const name = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
	return [...messagesIn('en').keys()].find((id) => `node-${code}-${name}`.startsWith(id));
}
