// A certified firm: the row of a list that tells of it, and what the chain is told of it. All programs
// that need firms which no list has make them here.

import { documentOf, roleOf } from '../chain/calls.mjs';
import { numberOf, tinOf } from './numbers.mjs';

/** What a row says where nothing else is asked for: the certificate of an exporter. */
const USUAL = {
	programme: 'OEA',
	type: 'OEA',
	roles: ['EX'],
	status: 'Authorised',
	scope: null,
	valid_from: '2026-01-01',
	valid_until: '2029-12-31',
	status_since: '2026-01-01',
};

/** The hash that stands for all documents of firms that are only to be many. */
const ANY_DOCUMENT = `0x${'07'.repeat(32)}`;

/**
 * A row about a certified firm, as lists.mjs reads them: `facts` are its `tin`, the number of its
 * `certificate`, and what is not usual. With a `document` this hash stands for all its documents.
 */
export function firmWith(facts) {
	return { ...USUAL, ...facts };
}

/** The row about the firm of an issuer at this place, of firms as many as wanted. */
export function firmAt(issuer, place, programme = USUAL.programme) {
	return firmWith({
		tin: tinOf(issuer, place),
		certificate: numberOf(issuer, place),
		programme,
		valid_from: '2025-01-01',
		valid_until: null,
		status_since: '2025-01-01',
		document: ANY_DOCUMENT,
	});
}

/** The types of the certificates on a list, `{ programme, code }`, each once. */
export function typesOf(list) {
	const types = new Map(list.map(({ programme, type }) => [type, { programme, code: type }]));
	return [...types.values()];
}

/** A row as the chain takes it over. */
export function takenOver(row) {
	return {
		number: row.certificate,
		tin: row.tin,
		publicationConsent: row.document ?? documentOf(`Consent of ${row.tin} to publication`),
		certificateType: { programme: row.programme, code: row.type },
		roles: row.roles.map(roleOf),
		validFrom: row.valid_from,
		validUntil: row.valid_until,
		periods: periodsOf(row),
	};
}

/** The periods of a certificate on a list: authorised, and since when it is suspended. */
function periodsOf(row) {
	const { certificate, status, scope, valid_from: from, status_since: since } = row;
	const document = (what) => row.document ?? documentOf(`${what} of certificate ${certificate}`);
	const first = {
		state: 'Authorised',
		from,
		ground: 'Authority',
		document: document('Authorisation'),
	};
	if (status === 'Authorised') {
		return [first];
	}
	const suspended = {
		state: { Suspended: { scope, end: 'Open' } },
		from: since,
		ground: 'Authority',
		document: document('Suspension'),
	};
	return [first, suspended];
}

/** A row as a batch certifies its firm. */
export function authorised(row) {
	const { periods: _, ...certificate } = takenOver(row);
	const document = row.document ?? documentOf(`Validation of the sites of ${row.tin}`);
	return { ...certificate, document };
}

/** The decision that certifies the firm of a row. */
export function authorisationOf(row) {
	const { number: _, ...facts } = authorised(row);
	return { Authorise: facts };
}

/** The call that proposes to certify the firm of a row. */
export function authorisation({ tx }, row) {
	return tx.certificates.propose(row.certificate, authorisationOf(row));
}
