// The data files: who the administrations are, and what an agreement says. What is wrong in one is a
// sentence that names the file. Codes of the chain are looked up later, see codes.mjs.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../chain-specs/agreements/', import.meta.url);

/** The path of a file in chain-specs/agreements/. */
export function pathOf(name) {
	return fileURLToPath(new URL(name, FOLDER));
}

/** The agreements that are made when none is named. */
export const AGREEMENTS = [
	'pacific-alliance.json',
	'andean-community.json',
	'mercosur.json',
	'regional-arm.json',
	'asean.json',
].map(pathOf);

/** Most parties of one agreement. */
const MAX_PARTIES = 16;

/** Most days of notice. */
const MAX_NOTICE = 3_650;

/** Most characters of the texts that say how declarations name the foreign operator. */
const DECLARED = { code: 35, place: 35, prefix: 16, numberPlace: 35, manifestPlace: 35 };

/** Those of these texts that may be missing: they are empty then. */
const DECLARED_IF_ANY = ['manifestPlace'];

/** What a text that says how a declaration is written must be. */
const DECLARED_FORM =
	`an object: number, and ${Object.keys(DECLARED).join(', ')} of at most` +
	` ${Object.values(DECLARED).join(', ')} characters`;

/**
 * What each field of an agreement must be.
 *
 * @type {Record<string, [(value: any) => boolean, string]>}
 */
const FIELDS = {
	title: [isText, 'a text'],
	signedOn: [(value) => value === null || isDay(value), 'a day such as "2018-07-21", or null'],
	noticeDays: [isDays, `a number of days from 1 to ${MAX_NOTICE}`],
	parties: [isObject, 'an object: of each party its eligible types of certificate'],
	operational: [
		(value) => isTexts(value) || isFirstDays(value),
		'a list of parties, each once, or an object: of each party its first day',
	],
	roles: [isTexts, 'a list of roles, each once'],
	directions: [isTexts, 'a list of directions, each once'],
	rows: [isRows, 'a list of { "benefit": …, "requires": … }, each benefit once'],
	consent: [isText, 'a text'],
	dataClasses: [(value) => isList(value, isText), 'a list, each once'],
	declareAs: [isDeclared, DECLARED_FORM],
	declareAsAt: [
		(value) => isObject(value) && Object.values(value).every(isDeclared),
		`an object: of each grantor that differs ${DECLARED_FORM}`,
	],
};

/** The fields that may be missing. */
const FIELDS_IF_ANY = ['declareAsAt'];

/** Reads the administrations: by territory their country, clocks, programme, types and firm. */
export function readAdministrations() {
	return readJson(pathOf('administrations.json'));
}

/** Reads an agreement and checks it. Adds `name`, that of the file. */
export function readAgreement(path, administrations) {
	const agreement = readJson(path);
	const name = basename(path);
	if (!isObject(agreement)) {
		throw new Error(`${path} is no object of an agreement.`);
	}
	const mistakes = [...mistakesOfFields(agreement)];
	if (mistakes.length === 0) {
		mistakes.push(...mistakesOfParties(agreement, administrations));
	}
	if (mistakes.length > 0) {
		throw new Error(mistakes.map((mistake) => `${name}: ${mistake}`).join('\n'));
	}
	return { ...agreement, name };
}

function readJson(path) {
	let text;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		throw new Error(
			error.code === 'ENOENT'
				? `There is no file ${path}.`
				: `The file ${path} cannot be read (${error.code}).`,
			{ cause: error },
		);
	}
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Error(`The file ${path} is no JSON: ${error.message}.`, { cause: error });
	}
}

function* mistakesOfFields(agreement) {
	const known = Object.keys(FIELDS);
	for (const field of Object.keys(agreement).filter((one) => !known.includes(one))) {
		yield `there is no field ${field}; there are ${known.join(', ')}.`;
	}
	for (const [field, [isRight, wanted]] of Object.entries(FIELDS)) {
		if (!Object.hasOwn(agreement, field)) {
			if (FIELDS_IF_ANY.includes(field)) {
				continue;
			}
			yield `the field ${field} is missing: write ${wanted}.`;
		} else if (!isRight(agreement[field])) {
			yield `${field} must be ${wanted}.`;
		}
	}
}

function* mistakesOfParties({ parties, operational, declareAsAt = {} }, administrations) {
	const territories = Object.keys(parties);
	if (territories.length < 2 || territories.length > MAX_PARTIES) {
		yield `an agreement has 2 to ${MAX_PARTIES} parties, not ${territories.length}.`;
	}
	for (const territory of territories) {
		if (!Object.hasOwn(administrations, territory)) {
			yield `${territory} is not in administrations.json: correct the territory, or add it there.`;
		} else {
			yield* mistakesOfTypes(territory, parties[territory], administrations[territory]);
		}
	}
	const operators = Array.isArray(operational) ? operational : Object.keys(operational);
	for (const territory of operators.filter((one) => !territories.includes(one))) {
		yield `${territory} is operational and no party.`;
	}
	for (const territory of Object.keys(declareAsAt).filter((one) => !territories.includes(one))) {
		yield `${territory} is in declareAsAt and no party.`;
	}
}

function* mistakesOfTypes(territory, types, { programme, types: declared }) {
	if (!isTexts(types)) {
		yield `the eligible types of ${territory} must be a list, each once.`;
		return;
	}
	for (const type of types.filter((one) => !Object.hasOwn(declared, one))) {
		const known = Object.keys(declared).join(', ');
		yield `the programme ${programme} of ${territory} has no type ${type}; it has ${known}.`;
	}
}

function isText(value) {
	return typeof value === 'string' && value.trim() !== '';
}

function isDay(value) {
	const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(value);
	return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function isDays(value) {
	return Number.isInteger(value) && value >= 1 && value <= MAX_NOTICE;
}

function isObject(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is a list in which nothing stands twice; `keyOf` says what of an item counts. */
function isList(value, isItem, keyOf = (item) => item) {
	const isListed = Array.isArray(value) && value.every(isItem);
	return isListed && new Set(value.map(keyOf)).size === value.length;
}

function isTexts(value) {
	return isList(value, isText) && value.length > 0;
}

function isFirstDays(value) {
	return isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(isDay);
}

function isRows(value) {
	const isRow = (row) => isObject(row) && isText(row.benefit) && isText(row.requires);
	return isList(value, isRow, ({ benefit }) => benefit) && value.length > 0;
}

function isDeclared(value) {
	const fits = ([field, most]) => {
		const text = value[field] ?? (DECLARED_IF_ANY.includes(field) ? '' : undefined);
		return typeof text === 'string' && text.length <= most;
	};
	const isNumber = (number) => isText(number) || (isObject(number) && isText(number.Alias));
	return isObject(value) && isNumber(value.number) && Object.entries(DECLARED).every(fits);
}
