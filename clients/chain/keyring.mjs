// The keys of the administrations of a development chain: everybody knows them.

import { CHILE, FOUNDERS, KOREA, URUGUAY } from '../network/participants.mjs';

/** The derivation paths that are not `//` and the territory. */
const PATHS = new Map(
	[...FOUNDERS, CHILE, KOREA, URUGUAY].map(({ territory, key }) => [territory, key]),
);

/** Territories whose keys have a name of their own. */
export const NAMED = [...PATHS.keys()];

/** Own accounts and officers, by territory. */
export class Keys {
	#pairOf;

	/** `pairOf` turns a derivation path into a key pair. */
	constructor(pairOf) {
		this.#pairOf = pairOf;
	}

	/** The own account of an administration. */
	own(territory) {
		return this.#pairOf(PATHS.get(territory) ?? `//${territory}`);
	}

	/** An officer of an administration, 1 or 2. */
	officer(territory, place) {
		return this.#pairOf(`//${territory}//officer//${place}`);
	}
}
