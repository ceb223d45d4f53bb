// The numbers of invented firms, as many as wanted: they pass their checks, and nothing else.

import { brnCheck, nitCheck, rfcCheck, rucCheck } from '../../chain-specs/pilot/identifiers.mjs';

const LETTERS = 'ABCDEFGHIJKLMNPQRSTUVWXYZ';

/** The number of a firm, by its territory. Costa Rica, Bolivia and Honduras have no check digit. */
const NUMBERS = {
	MX: (place) => checked(rfc(place), rfcCheck),
	PE: (place) => checked(`20${padded(place, 8)}`, rucCheck),
	CO: (place) => checked(`9${padded(place, 8)}`, nitCheck),
	CR: (place) => `3105${padded(place, 6)}`,
	BO: (place) => `10${padded(place, 6)}`,
	HN: (place) => `08019${padded(place, 9)}`,
	KR: (place) => checked(`77781${padded(place, 4)}`, brnCheck),
};

/** A company's RFC with a serial number, but for its check digit. */
function rfc(place) {
	const letter = (digit) => LETTERS[Math.floor(place / LETTERS.length ** digit) % LETTERS.length];
	const years = padded(Math.floor(place / LETTERS.length ** 3) % 90, 2);
	return `${letter(2)}${letter(1)}${letter(0)}${years}010111`;
}

function padded(serial, digits) {
	return String(serial).padStart(digits, '0');
}

function checked(body, checkOf) {
	return `${body}${checkOf(body)}`;
}

/** The TIN of the firm of a territory at this place. */
export function tinOf(territory, place) {
	return `${territory}${NUMBERS[territory](place)}`;
}

/** The number of the certificate at this place. */
export function numberOf(issuer, place) {
	return `${issuer}-${padded(place, 7)}`;
}
