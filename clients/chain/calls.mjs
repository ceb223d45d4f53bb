// Calls that more than one program makes. Documents are not part of the pilot: where the chain asks
// for one, it gets the hash of a sentence that says what the document would be.

import { randomBytes } from 'node:crypto';
import { blake2AsHex } from '@polkadot/util-crypto';

/** The roles by their codes of CL704. */
export const ROLES = {
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

/** What the two officers of a newcomer may do. */
const OFFICER_SCOPES = ['Identities', 'Certification', 'Suspension', 'Clearance'];

/** A quota that no run uses up. */
export const ENDLESS_QUOTA = { max: 10n ** 18n, recovery: 10n ** 15n };

/** Days of notice of the agreements. */
const NOTICE_DAYS = 90;

/** The hash that stands for a document. */
export function documentOf(sentence) {
	return blake2AsHex(sentence);
}

/** A hash that stands for a declaration or a document, of those that are told apart by a number. */
export function hashOf(place) {
	return `0x${(BigInt(place) + 1n).toString(16).padStart(64, '0')}`;
}

/** The name of a role that has this code. */
export function roleOf(code) {
	return ROLES[code];
}

/**
 * The commitment of a declaration's reference: without the salt, which the parties of the
 * declaration share, nobody can find the reference by trial.
 */
export function commitmentTo(reference, salt = randomBytes(32)) {
	return blake2AsHex(Buffer.concat([Buffer.from(reference), salt]));
}

/** The call by which a newcomer appoints one of its two officers. */
export function appointmentOf({ tx }, address) {
	return tx.administrations.appointOfficer(address, OFFICER_SCOPES);
}

/** The call by which an administration chooses to record uses in the clear. */
export function clearUses({ tx }) {
	return tx.administrations.changeSettings({ usesRecorded: 'Clear' });
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

/** The call that proposes an agreement with these legs; its proposer signs, in force from a day. */
export function agreementWith({ tx }, parties, legs, from) {
	const text = documentOf(`Mutual Recognition Arrangement between ${parties.join(' and ')}`);
	return tx.agreements.propose(parties, text, null, NOTICE_DAYS, legs, from);
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
