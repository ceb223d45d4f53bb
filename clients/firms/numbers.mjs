// Firms and certificates as many as wanted: numbers that pass their checks, and nothing else.

import { rfcCheck, rucCheck } from '../../chain-specs/pilot/identifiers.mjs';

const LETTERS = 'ABCDEFGHIJKLMNPQRSTUVWXYZ';
const DOCUMENT = `0x${'07'.repeat(32)}`;

/** Most certificates of one batch, as the runtime allows. */
export const BATCH = 400;

/** The numbers of the firms of two issuers. */
const NUMBERS = {
	MX: (place) => `MX${rfc(place)}`,
	PE: (place) => `PE${ruc(place)}`,
};

/** A company's RFC with a serial number. */
function rfc(place) {
	const letter = (digit) => LETTERS[Math.floor(place / LETTERS.length ** digit) % LETTERS.length];
	const years = String(Math.floor(place / LETTERS.length ** 3) % 90).padStart(2, '0');
	const body = `${letter(2)}${letter(1)}${letter(0)}${years}010111`;
	return `${body}${rfcCheck(body)}`;
}

function ruc(place) {
	const body = `20${String(place).padStart(8, '0')}`;
	return `${body}${rucCheck(body)}`;
}

/** The TIN of the firm of an issuer at this place. */
export function tinOf(issuer, place) {
	return NUMBERS[issuer](place);
}

/** The number of the certificate at this place. */
export function numberOf(issuer, place) {
	return `${issuer}-${String(place).padStart(7, '0')}`;
}

/** The certificate at this place, to be taken over. */
export function takenOver(issuer, place, programme = 'OEA') {
	return {
		number: numberOf(issuer, place),
		tin: tinOf(issuer, place),
		publicationConsent: DOCUMENT,
		certificateType: { programme, code: 'OEA' },
		roles: ['Exporter'],
		validFrom: '2025-01-01',
		validUntil: null,
		periods: [
			{ from: '2025-01-01', state: 'Authorised', ground: 'Authority', document: DOCUMENT },
		],
	};
}

/** The decision by which the firm at this place is certified. */
export function authorisation(issuer, place) {
	return {
		Authorise: {
			tin: tinOf(issuer, place),
			publicationConsent: DOCUMENT,
			certificateType: { programme: 'OEA', code: 'OEA' },
			roles: ['Exporter'],
			validFrom: '2025-01-01',
			validUntil: null,
			document: DOCUMENT,
		},
	};
}

/** A hash that stands for a declaration or a document. */
export function hashOf(place) {
	return `0x${(BigInt(place) + 1n).toString(16).padStart(64, '0')}`;
}
