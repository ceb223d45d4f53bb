// The calls of the story, made from the lists. Documents are not part of the pilot: where the chain
// asks for one, it gets the hash of a sentence that says what the document would be.

import { randomBytes } from 'node:crypto';
import { blake2AsHex } from '@polkadot/util-crypto';
import { DOMESTIC_OFFER, FOREIGN_OFFER, OFFICER_SCOPES } from './clock.mjs';

/** The roles by their codes of CL704. */
const ROLES = {
	MF: 'Manufacturer',
	IM: 'Importer',
	EX: 'Exporter',
	CB: 'CustomsBroker',
	CA: 'Carrier',
	CS: 'Consolidator',
	FW: 'FreightForwarder',
	TR: 'TerminalOperator',
	WH: 'WarehouseKeeper',
	XP: 'ExpressOperator',
	OT: 'Other',
};

/** Days of notice of the agreements. */
const NOTICE_DAYS = 90;

/** How declarations name a foreign operator: by a code, and by its number. */
const DECLARE_AS = { code: 'OEA', place: '44', number: 'Tin', prefix: '', numberPlace: '2' };

/** The hash that stands for a document. */
export function documentOf(sentence) {
	return blake2AsHex(sentence);
}

/** The name of a role that has this code. */
function roleOf(code) {
	return ROLES[code];
}

/**
 * The commitment of a declaration's reference: without the salt, which the parties of the
 * declaration share, nobody can find the reference by trial.
 */
export function commitmentTo(reference, salt = randomBytes(32)) {
	return blake2AsHex(Buffer.concat([Buffer.from(reference), salt]));
}

/** The types of the certificates on a list, `{ programme, code }`, each once. */
export function typesOf(list) {
	const types = new Map(list.map(({ programme, type }) => [type, { programme, code: type }]));
	return [...types.values()];
}

/** The call by which an administration chooses to record uses in the clear. */
export function clearUses({ tx }) {
	return tx.administrations.changeSettings({ uses: 'Clear' });
}

/** The calls by which a newcomer gets ready: officers, uses in the clear, programme, offers. */
export function readyCalls(api, list, officers) {
	const { tx } = api;
	const types = typesOf(list);
	const [{ programme }] = types;
	const declared = types.map(({ code }) => ({ code, halves: 'Both' }));
	return [
		...officers.map(({ address }) => {
			return tx.administrations.appointOfficer(address, OFFICER_SCOPES);
		}),
		clearUses(api),
		tx.certificates.setProgramme(programme, programmeOf(declared, true)),
		tx.certificates.setDomesticOffers([offer(DOMESTIC_OFFER, types)]),
	];
}

/** The settings of a programme that asks for no applications; a proposal is open for two weeks. */
export function programmeOf(types, needsTwo) {
	return {
		types,
		fourEyes: needsTwo ? 'Required' : 'NotRequired',
		consent: 'Standing',
		applications: 'NotRequired',
		validityMonths: 'NoEnd',
		decisionDays: 14,
	};
}

/** The call that proposes to take over a list in one batch. */
export function takeOverOf({ tx }, list, mode = 'AllOrNothing') {
	return tx.certificates.proposeBatch({ TakeOver: list.map(takenOver) }, mode);
}

/** The call that confirms a batch, `{ batch, proposal }`. */
export function confirmationOfBatch({ tx }, { batch, proposal }) {
	return tx.certificates.confirmBatch(batch, proposal);
}

/** A row of a list as the chain takes it over. */
export function takenOver(row) {
	return {
		number: row.certificate,
		tin: row.tin,
		publicationConsent: documentOf(`Consent of ${row.tin} to publication`),
		certificateType: { programme: row.programme, code: row.type },
		roles: row.roles.map(roleOf),
		validFrom: row.valid_from,
		validUntil: row.valid_until,
		periods: periodsOf(row),
	};
}

/** The periods of a certificate on a list: authorised, and since when it is suspended. */
function periodsOf({ certificate, status, scope, valid_from: from, status_since: since }) {
	const document = (what) => documentOf(`${what} of certificate ${certificate}`);
	const authorised = {
		state: 'Authorised',
		from,
		ground: 'Authority',
		document: document('Authorisation'),
	};
	if (status === 'Authorised') {
		return [authorised];
	}
	const suspended = {
		state: { Suspended: { scope, end: 'Open' } },
		from: since,
		ground: 'Authority',
		document: document('Suspension'),
	};
	return [authorised, suspended];
}

/** The call that proposes an agreement of two, signed by its proposer and in force from a day. */
export function agreementOf(api, parties, lists, from) {
	const [one, other] = parties;
	return agreementWith(api, parties, [leg(one, other, lists), leg(other, one, lists)], from);
}

/** The same with these legs, for as many parties as there are. */
export function agreementWith({ tx }, parties, legs, from) {
	const text = documentOf(`Mutual Recognition Arrangement between ${parties.join(' and ')}`);
	return tx.agreements.propose(parties, text, null, NOTICE_DAYS, legs, from);
}

/** What the certificates of an issuer's list earn from a grantor. */
export function leg(issuer, grantor, lists) {
	return {
		issuer,
		grantor,
		...offer(FOREIGN_OFFER, typesOf(lists[issuer])),
		consent: 'NotNeeded',
		dataClasses: [],
		declareAs: DECLARE_AS,
	};
}

function offer({ roles, directions, rows }, types) {
	return { types, roles: roles.map(roleOf), directions, rows };
}

/** The call that suspends a certificate until further notice. */
export function suspensionOf({ tx }, certificate) {
	const document = documentOf(`Suspension of certificate ${certificate}`);
	return tx.suspensions.suspend({ Number: certificate }, 'Full', 'Open', 'Authority', document);
}

/** The call that records the benefits given to a declaration. */
export function grantOf({ tx }, commitment, tin, role, direction) {
	return tx.benefits.grant(commitment, { Tin: tin }, roleOf(role), direction);
}

/** One call, or several in one transaction that goes all or not at all. */
export function together({ tx }, calls) {
	return calls.length === 1 ? calls[0] : tx.utility.batchAll(calls);
}
