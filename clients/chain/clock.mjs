// Who acts in the story, and what each administration stands for: keys, programmes, offers and
// agreements. Everything is made up; the keys are development keys.

import { CHILE, FOUNDERS, KOREA } from '../network/participants.mjs';

/** The administrations of the story by territory, see participants.mjs. */
export const ADMINISTRATIONS = Object.fromEntries(
	[...FOUNDERS, CHILE, KOREA].map((administration) => [administration.territory, administration]),
);

/** What the two officers of a newcomer may do. */
export const OFFICER_SCOPES = ['Identities', 'Certification', 'Suspension', 'Clearance'];

/** What a newcomer gives to its own operators; the chain starts with that of the founders. */
export const DOMESTIC_OFFER = {
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

/** The keys of the story: `own`, `officer` and `firm` give a pair each. */
export class Cast {
	#pairOf;

	/** `pairOf` turns a derivation path into a key pair. */
	constructor(pairOf) {
		this.#pairOf = pairOf;
	}

	/** The own account of an administration. */
	own(territory) {
		return this.#pairOf(ADMINISTRATIONS[territory].key);
	}

	/** An officer of an administration, 1 or 2. */
	officer(territory, place) {
		return this.#pairOf(`//${territory}//officer//${place}`);
	}

	/** The account of a firm, known by its TIN. */
	firm(tin) {
		return this.#pairOf(`//firm//${tin}`);
	}
}

/** The local day of an administration at a moment (milliseconds UTC), `2026-12-31`. */
export function localDay(territory, moment) {
	return dayAt(ADMINISTRATIONS[territory].utcOffset, moment);
}

/** The local day of an administration now. */
export function today(territory) {
	return localDay(territory, Date.now());
}

/** The clock of an administration at a moment, `10:03:21`. */
export function localClock(territory, moment) {
	return timeAt(ADMINISTRATIONS[territory].utcOffset, moment).slice(11, 19);
}

/** The day at a moment where clocks are so many minutes ahead of UTC. */
export function dayAt(utcOffset, moment) {
	return timeAt(utcOffset, moment).slice(0, 10);
}

function timeAt(utcOffset, moment) {
	return new Date(moment + utcOffset * 60_000).toISOString();
}
