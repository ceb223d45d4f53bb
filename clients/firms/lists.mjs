// Reads the lists of the pilot into objects, and refuses what is not one with a sentence that says
// where and what to do. chain-specs/pilot/README.md has the columns.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ROLES } from '../chain/calls.mjs';

/** The roles of code list CL704, as lists write them. */
const CODES = Object.keys(ROLES);

/** How many roles a certificate has at most. */
const MAX_ROLES = 8;

/** The lists of the pilot by territory. */
const LISTS = ['MX', 'CR', 'PE', 'CO', 'CL', 'KR'];

/** What is wrong with a list: a sentence, without a stack. */
export class ListError extends Error {}

/** A column of a text, read as it is. */
export const text = (longest) => ({
	advice: `Write 1 to ${longest} characters.`,
	read: (value) => (value.length > 0 && value.length <= longest ? value : undefined),
});

/** A column of texts of a pattern; `read` makes a value of one. */
export const matching = (pattern, advice, read = (value) => value) => ({
	advice,
	read: (value) => (pattern.test(value) ? read(value) : undefined),
});

const oneOf = (...values) => ({
	advice: `Write one of: ${values.join(', ')}.`,
	read: (value) => (values.includes(value) ? value : undefined),
});

/** A column that may be empty, which is read as null. */
export const optional = (column) => ({
	advice: `${column.advice} Or leave it empty.`,
	read: (value) => (value === '' ? null : column.read(value)),
});

export const TIN = matching(
	/^[A-Z]{2}[A-Z0-9&Ñ]{1,33}$/,
	'Write the territory and the national number together, in capitals, without spaces, dots' +
		' and hyphens: MXNWM9709244W4.',
);

export const DATE = {
	advice: 'Write a day that exists as year, month, day: 2026-12-31.',
	read: (value) => (isDay(value) ? value : undefined),
};

const CODE = matching(/^[A-Za-z0-9-]{1,16}$/, 'Write letters, digits and hyphens, at most 16.');

export const CERTIFICATE = matching(
	/^[A-Z0-9./-]{1,35}$/,
	'Write capitals, digits, hyphens, slashes and full stops, at most 35.',
);

export const ROLES_COLUMN = {
	advice: `Write 1 to ${MAX_ROLES} different codes of ${CODES.join(' ')}, with a space between.`,
	read: readRoles,
};

/** The columns of a list of certificates: how each is read, and what to do when it cannot be. */
const LIST = {
	tin: TIN,
	name: text(140),
	street: text(140),
	city: text(70),
	certificate: CERTIFICATE,
	programme: CODE,
	type: CODE,
	roles: ROLES_COLUMN,
	status: matching(
		/^(Authorised|Suspended \((Full|Customs|Security)\))$/,
		'Write Authorised, or Suspended with its scope: Suspended (Full), (Customs) or (Security).',
		(value) => value.split(' ')[0],
	),
	valid_from: DATE,
	valid_until: DATE,
	status_since: DATE,
};

/** Korea's list also says by which code the partner's declarations name the firm. */
const LIST_WITH_ALIAS = { ...LIST, alias_scheme: CODE, alias: text(35) };

/** The columns of the declarations of a day. */
const DECLARATIONS = {
	reference: text(35),
	time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write hours and minutes: 09:30.'),
	administration: matching(/^[A-Z]{2}$/, 'Write the two capitals of the territory: CR.'),
	direction: oneOf('Import', 'Export'),
	role: oneOf(...CODES),
	foreign_tin: optional(TIN),
	foreign_alias: optional(text(35)),
	domestic_tin: TIN,
	goods: text(140),
	value_usd: matching(/^\d{1,12}$/, 'Write whole US dollars, digits only: 12500.', Number),
	country: matching(/^[A-Z]{2}$/, 'Write the two capitals of the country: MX.'),
};

/** What the generator meant by some declarations. */
const CASES = {
	reference: text(35),
	case: oneOf(
		'suspended',
		'certifiedSince',
		'roleSince',
		'mistyped',
		'unknown',
		'pretender',
		'alias',
	),
	meant_tin: optional(TIN),
};

/**
 * Reads a list of certificates. Each is `{ tin, name, street, city, certificate, programme, type,
 * roles: [code], status: 'Authorised' | 'Suspended', scope: null | 'Full' | 'Customs' | 'Security',
 * valid_from, valid_until, status_since }`; with the columns of aliases also `alias_scheme, alias`.
 *
 * @returns {Record<string, any>[]}
 */
export function readList(path, territory) {
	const rows = readRows(path, [LIST, LIST_WITH_ALIAS]);
	ensureUnique(path, rows, 'tin');
	ensureUnique(path, rows, 'certificate');
	rows.forEach((row) => ensureCertificate(path, row, territory));
	return rows.map((row) => ({
		...withoutPlace(row),
		scope: row.raw.status.match(/\((.*)\)/)?.[1] ?? null,
	}));
}

/** Reads the declarations of a day; an empty `foreign_tin` or `foreign_alias` becomes null. */
export function readDeclarations(path) {
	const rows = readRows(path, [DECLARATIONS]);
	ensureUnique(path, rows, 'reference');
	for (const row of rows) {
		if ((row.foreign_tin === null) === (row.foreign_alias === null)) {
			const advice = 'Fill either foreign_tin or foreign_alias, and leave the other empty.';
			throw wrong(path, row.line, 'foreign_tin', row.raw.foreign_tin, advice);
		}
	}
	return rows.map(withoutPlace);
}

/** Reads what was meant by which declaration: a map from reference to `{ case, meant_tin }`. */
export function readCases(path) {
	const rows = readRows(path, [CASES]);
	ensureUnique(path, rows, 'reference');
	return new Map(rows.map(({ reference, ...row }) => [reference, withoutPlace(row)]));
}

/** Reads all files of the folder: `{ lists: { MX, … }, lastMonth, declarations, cases }`. */
export function readPilot(folder) {
	const listOf = (territory) => {
		return readList(join(folder, `${territory.toLowerCase()}.csv`), territory);
	};
	return {
		lists: Object.fromEntries(LISTS.map((territory) => [territory, listOf(territory)])),
		lastMonth: readList(join(folder, 'mx-last-month.csv'), 'MX'),
		declarations: readDeclarations(join(folder, 'declarations.csv')),
		cases: readCases(join(folder, 'cases.csv')),
	};
}

/** The rows of a file, with the line of each and its texts as they were written. */
export function readRows(path, layouts) {
	const [head, ...records] = readRecords(path);
	if (head === undefined) {
		throw new ListError(
			`${path} is empty. Its first line names the columns: ${Object.keys(layouts[0]).join(',')}.`,
		);
	}
	const layout = layoutOf(path, head.record, layouts);
	return records.map(({ record, info }) => {
		if (record.length !== head.record.length) {
			throw new ListError(
				`${path}, line ${info.lines}: there are ${record.length} columns instead of` +
					` ${head.record.length}. Put texts with commas into double quotes.`,
			);
		}
		const raw = Object.fromEntries(head.record.map((name, place) => [name, record[place]]));
		return { ...readRow(path, info.lines, raw, layout), line: info.lines, raw };
	});
}

/** @returns {any[]} */
function readRecords(path) {
	try {
		const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
		return parse(readText(path), options);
	} catch (error) {
		if (error instanceof ListError || error.lines === undefined) {
			throw error;
		}
		throw new ListError(
			`${path}, line ${error.lines}: ${error.message}. Look for a double quote that is not` +
				' closed, or that stands within a text: there it is written twice.',
		);
	}
}

/** The text of a file, which must be UTF-8: spreadsheets like to write something else. */
function readText(path) {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
	} catch (error) {
		if (error.code === 'ENOENT') {
			throw new ListError(
				`There is no list ${path}. \`make check-pilot UPDATE=1\` writes those of` +
					' the pilot.',
			);
		}
		if (error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
			throw new ListError(`${path} is not UTF-8. Save it as "CSV UTF-8".`);
		}
		throw error;
	}
}

/** The layout that a head line means: the one with all its columns. */
function layoutOf(path, head, layouts) {
	const twice = head.find((name, place) => head.indexOf(name) !== place);
	if (twice !== undefined) {
		throw new ListError(`${path}, line 1: there are two columns ${twice}. Delete one.`);
	}
	const layout = layouts.findLast((candidate) => {
		return Object.keys(candidate).every((name) => head.includes(name));
	});
	const missing = Object.keys(layouts[0]).filter((name) => !head.includes(name));
	if (missing.length > 0) {
		throw new ListError(`${path}, line 1: columns are missing. Add ${missing.join(', ')}.`);
	}
	const largest = layouts.at(-1);
	const unknown = head.find((name) => !Object.hasOwn(largest, name));
	if (unknown !== undefined) {
		const names = Object.keys(largest).join(', ');
		throw wrong(path, 1, unknown, unknown, `Delete the column; there are ${names}.`);
	}
	const half = head.find((name) => !Object.hasOwn(layout, name));
	if (half !== undefined) {
		const whole = layouts.find((candidate) => Object.hasOwn(candidate, half));
		const absent = Object.keys(whole).filter((name) => !head.includes(name));
		const advice = `Give it and ${absent.join(', ')} together, or none of them.`;
		throw wrong(path, 1, half, half, advice);
	}
	return layout;
}

function readRow(path, line, raw, layout) {
	const entries = Object.entries(layout).map(([name, column]) => {
		const value = column.read(raw[name]);
		if (value === undefined) {
			throw wrong(path, line, name, raw[name], column.advice);
		}
		return [name, value];
	});
	return Object.fromEntries(entries);
}

function readRoles(value) {
	const roles = value.split(' ');
	const isGood =
		roles.length <= MAX_ROLES &&
		new Set(roles).size === roles.length &&
		roles.every((role) => CODES.includes(role));
	return isGood ? roles : undefined;
}

function isDay(value) {
	if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(Date.parse(value))) {
		return false;
	}
	return new Date(value).toISOString().startsWith(value);
}

/** What the columns of a certificate must be together. */
function ensureCertificate(path, { line, raw, ...row }, territory) {
	if (territory !== undefined && !row.tin.startsWith(territory)) {
		const advice = `This is the list of ${territory}: its numbers begin with ${territory}.`;
		throw wrong(path, line, 'tin', raw.tin, advice);
	}
	if (row.valid_until < row.valid_from) {
		const advice = `The last day is before the first, ${row.valid_from}. Correct one of them.`;
		throw wrong(path, line, 'valid_until', raw.valid_until, advice);
	}
	if (row.status_since < row.valid_from) {
		const advice = `A status cannot be older than the certificate, ${row.valid_from}.`;
		throw wrong(path, line, 'status_since', raw.status_since, advice);
	}
}

export function ensureUnique(path, rows, column) {
	const lines = new Map();
	for (const row of rows) {
		const value = row[column];
		if (lines.has(value)) {
			const advice = `It is in line ${lines.get(value)} already. Delete or correct one of them.`;
			throw wrong(path, row.line, column, value, advice);
		}
		lines.set(value, row.line);
	}
}

export function withoutPlace({ line: _line, raw: _raw, ...row }) {
	return row;
}

export function wrong(path, line, column, value, advice) {
	return new ListError(`${path}, line ${line}, column ${column}: "${value}". ${advice}`);
}
