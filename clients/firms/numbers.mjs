// The numbers of invented firms, as many as wanted: they pass their checks, and nothing else.

import { readFileSync } from 'node:fs';
import { KNOWN, bodyOf, padded } from '../../chain-specs/pilot/invented.mjs';

/** The check characters of the numbers of a territory, place by place; the library has found them. */
const CHARACTERS = JSON.parse(
	readFileSync(
		new URL('../../chain-specs/pilot/check-characters.json', import.meta.url),
		'utf8',
	),
);

/** The numbers of territories whose scheme has no check character. */
const UNCHECKED = {
	CR: (place) => `3105${padded(place, 6)}`,
	BO: (place) => `10${padded(place, 6)}`,
	HN: (place) => `08019${padded(place, 9)}`,
};

/** The TIN of the firm of a territory at this place. */
export function tinOf(territory, place) {
	const unchecked = UNCHECKED[territory];
	if (unchecked !== undefined) {
		return `${territory}${unchecked(place)}`;
	}
	if (place >= KNOWN[territory]) {
		throw new Error(`There are ${KNOWN[territory]} invented firms of ${territory}, not ${place + 1}.`);
	}
	return `${territory}${bodyOf(territory, place)}${CHARACTERS[territory][place]}`;
}

/** The number of the certificate at this place. */
export function numberOf(issuer, place) {
	return `${issuer}-${padded(place, 7)}`;
}
