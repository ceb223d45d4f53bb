// A record: the confidential data of one class of one certificate, as canonical JSON (RFC 8785), and the
// limits of what it may hold.

import canonicalize from 'canonicalize';
import { textOf } from './bytes.mjs';
import { REASONS, ROLES, SCHEMES, TERRITORIES } from './codes.mjs';
import { Refused } from './refused.mjs';

/** The only schema that there is. */
const SCHEMA = 1;

const MOST_NUMBER = 2 ** 32 - 1;

/** A rule takes a value and says what is wrong with it, or nothing. */
const matching = (pattern, what) => (value) =>
	typeof value === 'string' && pattern.test(value) ? undefined : `is no ${what}`;

/**
 * A text of 1 to so many characters, in form NFC and without control characters but `allowed`.
 *
 * @param {number} longest
 * @param {string} [allowed]
 */
const text =
	(longest, allowed = '') =>
	(value) => {
		if (typeof value !== 'string') {
			return 'is no text';
		}
		const characters = [...value];
		if (characters.length < 1 || characters.length > longest) {
			return `has ${characters.length} characters, and may have 1 to ${longest}`;
		}
		if (value.normalize('NFC') !== value) {
			return 'is not in Unicode form NFC';
		}
		const control = characters.find((one) => /\p{Cc}/u.test(one) && !allowed.includes(one));
		return control === undefined ? undefined : 'has a control character';
	};

const number = (value) =>
	Number.isInteger(value) && value >= 0 && value <= MOST_NUMBER ? undefined : 'is no number';

const oneOf =
	(...values) =>
	(value) =>
		values.includes(value) ? undefined : `is none of ${values.join(', ')}`;

/** A day that exists, of the years 1971 to 2199. */
const day = (value) => {
	const isDay =
		typeof value === 'string' &&
		/^(19[7-9]|20\d|21\d)\d-\d\d-\d\d$/.test(value) &&
		value > '1970-12-31' &&
		!Number.isNaN(Date.parse(value)) &&
		new Date(value).toISOString().startsWith(value);
	return isDay ? undefined : 'is no day';
};

const list = (most, rule) => (value) => {
	if (!Array.isArray(value) || value.length < 1 || value.length > most) {
		return `is no list of 1 to ${most}`;
	}
	return firstWrong(value.map((item, place) => [place, item, rule]));
};

const different = (rule) => (value) =>
	rule(value) ?? (new Set(value).size < value.length ? 'has something twice' : undefined);

/** An object of these members and no others; a name that ends in `?` may be missing. */
const members = (rules) => {
	const named = Object.entries(rules).map(([name, rule]) => {
		return { name: name.replace('?', ''), isOptional: name.endsWith('?'), rule };
	});
	return (value) => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			return 'is no object';
		}
		const unknown = Object.keys(value).find((key) => named.every(({ name }) => name !== key));
		if (unknown !== undefined) {
			return `has an unknown member ${unknown}`;
		}
		const missing = named.find(
			({ name, isOptional }) => !isOptional && !Object.hasOwn(value, name),
		);
		if (missing !== undefined) {
			return `has no member ${missing.name}`;
		}
		const present = named.filter(({ name }) => Object.hasOwn(value, name));
		return firstWrong(present.map(({ name, rule }) => [name, value[name], rule]));
	};
};

/** What is wrong with the first part that is, and where. */
function firstWrong(parts) {
	for (const [where, value, rule] of parts) {
		const wrong = rule(value);
		if (wrong !== undefined) {
			return `${where}${/^[a-z]/.test(wrong) ? ' ' : '.'}${wrong}`;
		}
	}
	return undefined;
}

const COUNTRY = (value) => (TERRITORIES.includes(value) ? undefined : 'is no territory');

const ADDRESS = members({
	Line: text(256),
	CityName: text(70),
	'CountrySubDivisionName?': text(70),
	'PostcodeID?': text(17),
	CountryCode: COUNTRY,
});

const IDENTITY = members({
	Name: text(256),
	'TradeName?': text(256),
	ID: matching(/^[A-Z]{2}[A-Z0-9&Ñ]{1,33}$/, 'TIN'),
	Address: ADDRESS,
	'Alias?': list(16, members({ Grantor: COUNTRY, Scheme: oneOf(...SCHEMES), ID: text(35) })),
});

const SITE = members({
	'Name?': text(256),
	'ID?': matching(/^[A-Z]{2}[A-Z2-9]{3}$/, 'code of UN/LOCODE'),
	RoleCode: different(list(ROLES.length, oneOf(...ROLES))),
	Address: ADDRESS,
	'Validated?': day,
});

const COMMUNICATION = members({ ID: text(256), TypeCode: oneOf('EM', 'TE') });

const CONTACT = members({
	Office: members({ 'ID?': text(17), Name: text(70) }),
	Contact: list(4, members({ Function: text(70), Communication: list(4, COMMUNICATION) })),
});

const REASON = members({ Period: number, Code: oneOf(...REASONS), 'Text?': text(400, '\n\t') });

/** The classes in their order, each with the most bytes of its records. */
export const CLASSES = {
	identity: { most: 4_096, data: IDENTITY },
	sites: { most: 32_768, data: members({ Site: list(64, SITE) }) },
	contact: { most: 2_048, data: CONTACT },
	reason: { most: 8_192, data: members({ Reason: list(16, REASON) }) },
};

/** Where the records of a class stand among those of a certificate. */
export function placeOf(name) {
	return Object.keys(CLASSES).indexOf(name);
}

const RECORD = {
	class: oneOf(...Object.keys(CLASSES)),
	issuer: COUNTRY,
	number: matching(/^(?=.*[A-Z0-9])[A-Z0-9./-]{1,35}$/, 'number of a certificate'),
	schema: oneOf(SCHEMA),
	version: number,
};

/** The canonical text of a record of a certificate. */
export function recordOf(issuer, certificate, name, version, data) {
	const record = { class: name, data, issuer, number: certificate, schema: SCHEMA, version };
	return /** @type {string} */ (canonicalize(record));
}

/** Reads the bytes of a record, or refuses them. */
export function readRecord(bytes) {
	const written = textOf(bytes);
	const record = parsed(written);
	const limits = Object.hasOwn(CLASSES, record?.class) ? CLASSES[record.class] : undefined;
	if (limits !== undefined && bytes.length > limits.most) {
		throw new Refused('TooLarge', `It has ${bytes.length} bytes, and may have ${limits.most}.`);
	}
	if (record === undefined || canonicalize(record) !== written) {
		throw new Refused('NotCanonical', 'It is not the canonical form of what it says.');
	}
	if (record?.schema !== undefined && record.schema !== SCHEMA) {
		throw new Refused('UnknownSchema', `Its schema is ${record.schema}, and only 1 is known.`);
	}
	const wrong = members({ ...RECORD, data: limits?.data ?? (() => undefined) })(record);
	if (wrong !== undefined) {
		throw new Refused('SchemaViolation', `The record ${wrong}.`);
	}
	return record;
}

/** What a text says, or undefined where it is no JSON, or has half a surrogate pair (RFC 8785, 3.2.2.2). */
function parsed(written) {
	try {
		return written === undefined ? undefined : JSON.parse(written, whole);
	} catch {
		return undefined;
	}
}

function whole(name, value) {
	if ([name, value].some((part) => typeof part === 'string' && /\p{Cs}/u.test(part))) {
		throw new SyntaxError('Half a surrogate pair is no character.');
	}
	return value;
}
