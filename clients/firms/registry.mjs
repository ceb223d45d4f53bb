// Reads the registry of an administration, with what is confidential of each certificate, into the data
// of its records, class by class. chain-specs/pilot/README.md has the columns; what the data must be is
// checked where records are made of them.

import { join } from 'node:path';
import {
	CERTIFICATE,
	DATE,
	ROLES_COLUMN,
	TIN,
	ensureUnique,
	matching,
	optional,
	readRows,
	text,
	wrong,
} from './lists.mjs';

/** The columns of an address. */
const ADDRESS = {
	address: text(256),
	city: text(70),
	subdivision: optional(text(70)),
	postcode: optional(text(17)),
	country: matching(/^[A-Z]{2}$/, 'Write the two capitals of the country: MX.'),
};

/** The columns of a contact, of which there may be several: all but the first may be left out. */
const CONTACT = {
	function: optional(text(70)),
	email: optional(text(256)),
	telephone: optional(text(256)),
};

/** How many contacts there may be. */
const MOST_CONTACTS = 4;

const CERTIFICATES = {
	certificate: CERTIFICATE,
	tin: TIN,
	name: text(256),
	trade_name: optional(text(256)),
	...ADDRESS,
	aliases: {
		advice: 'Write grantor, scheme and alias: CR CODE KR9207707416; several with a semicolon between.',
		read: readAliases,
	},
	office_id: optional(text(17)),
	office: text(70),
};

/** The columns with one contact, with two, and so on. */
const WITH_CONTACTS = Array.from({ length: MOST_CONTACTS }, (_, last) => {
	const contacts = Array.from({ length: last + 1 }, (__, place) => contactColumns(place + 1));
	return { ...CERTIFICATES, ...Object.assign({}, ...contacts) };
});

const SITES = {
	certificate: CERTIFICATE,
	name: optional(text(256)),
	locode: optional(
		matching(/^[A-Z]{2}[A-Z2-9]{3}$/, 'Write the code of UN/LOCODE without a space: MXVER.'),
	),
	roles: ROLES_COLUMN,
	...ADDRESS,
	validated: optional(DATE),
};

const REASONS = {
	certificate: CERTIFICATE,
	period: matching(/^\d{1,4}$/, 'Write the number of the status period, from 0.', Number),
	code: matching(/^R(0[1-9]|1[01]|99)$/, 'Write a code from R01 to R11, or R99.'),
	text: optional(text(400)),
};

function contactColumns(place) {
	const entries = Object.entries(CONTACT);
	return Object.fromEntries(
		entries.map(([name, column]) => [`contact_${place}_${name}`, column]),
	);
}

/** Grantor, scheme and alias of each code of a firm. */
function readAliases(value) {
	if (value === '') {
		return [];
	}
	const aliases = value.split(';').map((alias) => /^ *([A-Z]{2}) ([A-Z]+) (.+?) *$/.exec(alias));
	return aliases.includes(null)
		? undefined
		: aliases.map(([, Grantor, Scheme, ID]) => ({ Grantor, Scheme, ID }));
}

/**
 * Reads the registry in a folder: `{ certificate, identity, sites, contact, reason }` for each
 * certificate, where `reason` is undefined unless there are reasons.
 *
 * @returns {{ certificate: string, identity: any, sites: any, contact: any, reason: any }[]}
 */
export function readRegistry(folder) {
	const path = join(folder, 'certificates.csv');
	const rows = readRows(path, WITH_CONTACTS);
	ensureUnique(path, rows, 'certificate');
	ensureUnique(path, rows, 'tin');
	const known = new Set(rows.map(({ certificate }) => certificate));
	const sites = readByCertificate(join(folder, 'sites.csv'), SITES, known);
	const reasons = readByCertificate(join(folder, 'reasons.csv'), REASONS, known);
	return rows.map((row) => {
		const { certificate, line } = row;
		const itsSites = sites.get(certificate);
		if (itsSites === undefined) {
			throw wrong(
				path,
				line,
				'certificate',
				certificate,
				'Give at least one row of sites.csv.',
			);
		}
		return {
			certificate,
			identity: identityOf(row),
			sites: { Site: itsSites.map(siteOf) },
			contact: contactOf(path, row),
			reason: reasons.has(certificate)
				? { Reason: reasons.get(certificate).map(reasonOf) }
				: undefined,
		};
	});
}

/** The rows of a file by their certificates, all of which must be known. */
function readByCertificate(path, layout, known) {
	const found = new Map();
	for (const row of readRows(path, [layout])) {
		const { certificate, line } = row;
		if (!known.has(certificate)) {
			const advice = 'It has no row in certificates.csv. Add one, or delete this.';
			throw wrong(path, line, 'certificate', certificate, advice);
		}
		found.set(certificate, [...(found.get(certificate) ?? []), row]);
	}
	return found;
}

function identityOf(row) {
	return without({
		Name: row.name,
		TradeName: row.trade_name,
		ID: row.tin,
		Address: addressOf(row),
		Alias: row.aliases.length > 0 ? row.aliases : null,
	});
}

function siteOf(row) {
	return without({
		Name: row.name,
		ID: row.locode,
		RoleCode: row.roles,
		Address: addressOf(row),
		Validated: row.validated,
	});
}

function contactOf(path, row) {
	const places = Array.from({ length: MOST_CONTACTS }, (_, place) => place + 1);
	return {
		Office: without({ ID: row.office_id, Name: row.office }),
		Contact: places.flatMap((place) => contactAt(path, row, place)),
	};
}

/** The contact of a row at this place, or none where its columns are empty; the first can't be. */
function contactAt(path, row, place) {
	const names = Object.keys(CONTACT);
	const columns = names.map((name) => `contact_${place}_${name}`);
	const [Function, email, telephone] = columns.map((column) => row[column] ?? null);
	if (place > 1 && [Function, email, telephone].every((value) => value === null)) {
		return [];
	}
	if (Function === null || (email === null && telephone === null)) {
		const empty = Function === null ? columns[0] : columns[1];
		const advice = `Fill ${columns[0]}, and ${columns[1]} or ${columns[2]}.`;
		throw wrong(path, row.line, empty, '', advice);
	}
	const Communication = [
		{ ID: email, TypeCode: 'EM' },
		{ ID: telephone, TypeCode: 'TE' },
	].filter(({ ID }) => ID !== null);
	return [{ Function, Communication }];
}

function reasonOf(row) {
	return without({ Period: row.period, Code: row.code, Text: row.text });
}

function addressOf(row) {
	return without({
		Line: row.address,
		CityName: row.city,
		CountrySubDivisionName: row.subdivision,
		PostcodeID: row.postcode,
		CountryCode: row.country,
	});
}

/** An object without the members that are null. */
function without(members) {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}
