// What administrations give to firms: at home, and by agreements, to the types of certificate that
// stand on a list.

import { agreementWith, appointmentOf, clearUses, programmeOf, roleOf } from '../chain/calls.mjs';
import { typesOf } from './firms.mjs';

/** What a newcomer gives to its own operators; the chain starts with that of the founders. */
const DOMESTIC_OFFER = {
	roles: ['EX', 'IM', 'MF'],
	directions: ['Import', 'Export'],
	rows: [
		{ benefit: 'FewerDocumentChecks', requires: 'Customs' },
		{ benefit: 'FewerInspections', requires: 'Either' },
		{ benefit: 'PriorityClearance', requires: 'Either' },
		{ benefit: 'ReducedData', requires: 'Customs' },
	],
};

/** What the parties of the agreements give to each other's operators. */
export const FOREIGN_OFFER = {
	roles: ['EX', 'IM', 'MF'],
	directions: ['Import', 'Export'],
	rows: [
		{ benefit: 'FewerDocumentChecks', requires: 'Customs' },
		{ benefit: 'FewerInspections', requires: 'Security' },
		{ benefit: 'PriorityInspection', requires: 'Either' },
		{ benefit: 'PriorityClearance', requires: 'Either' },
	],
};

/** How declarations name a foreign operator: by a code, and by its number. */
const DECLARE_AS = { code: 'OEA', place: '44', number: 'Tin', prefix: '', numberPlace: '2' };

/** The calls by which a newcomer gets ready: officers, uses in the clear, programme, offers. */
export function readyCalls(api, list, officers) {
	const { tx } = api;
	const types = typesOf(list);
	const [{ programme }] = types;
	const declared = types.map(({ code }) => ({ code, halves: 'Both' }));
	return [
		...officers.map(({ address }) => appointmentOf(api, address)),
		clearUses(api),
		tx.certificates.setProgramme(programme, programmeOf(declared, true)),
		tx.certificates.setDomesticOffers([offer(DOMESTIC_OFFER, types)]),
	];
}

/** The call that proposes an agreement of two, signed by its proposer and in force from a day. */
export function agreementOf(api, parties, lists, from) {
	const [one, other] = parties;
	return agreementWith(api, parties, [leg(one, other, lists), leg(other, one, lists)], from);
}

/** What the certificates of an issuer's list earn from a grantor. */
export function leg(issuer, grantor, lists) {
	return {
		issuer,
		grantor,
		...offer(FOREIGN_OFFER, typesOf(lists[issuer])),
		consent: 'Needed',
		dataClasses: ['Identity', 'Contact'],
		declareAs: DECLARE_AS,
	};
}

function offer({ roles, directions, rows }, types) {
	return { types, roles: roles.map(roleOf), directions, rows };
}
