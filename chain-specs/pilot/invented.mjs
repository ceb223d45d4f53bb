// Firms as many as wanted, which stand on no list: what their numbers have before the check character.

const LETTERS = 'ABCDEFGHIJKLMNPQRSTUVWXYZ';

/** For how many places of a territory the check characters are known. */
export const KNOWN = { MX: 120_000, PE: 120_000, CO: 4_000, KR: 4_000 };

/** The number of a firm but for its check character, by its territory. */
const BODIES = {
	MX: rfc,
	PE: (place) => `20${padded(place, 8)}`,
	CO: (place) => `9${padded(place, 8)}`,
	KR: (place) => `77781${padded(place, 4)}`,
};

/** A company's RFC with a serial number. */
function rfc(place) {
	const letter = (digit) => LETTERS[Math.floor(place / LETTERS.length ** digit) % LETTERS.length];
	const years = padded(Math.floor(place / LETTERS.length ** 3) % 90, 2);
	return `${letter(2)}${letter(1)}${letter(0)}${years}010111`;
}

/** A serial number of so many digits. */
export function padded(serial, digits) {
	return String(serial).padStart(digits, '0');
}

/** The number of the firm of a territory at this place, but for its check character. */
export function bodyOf(territory, place) {
	return BODIES[territory](place);
}
