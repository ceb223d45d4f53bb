// The numbers of companies, by the public rules of each country's scheme.

const RFC_ALPHABET = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';

/** Sum of products of digits and weights, place by place. */
function weighted(digits, weights) {
	return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);
}

/** The check character of a Mexican RFC, from the 11 (company) or 12 characters before it. */
export function rfcCheck(body) {
	const sum = [...body.padStart(12)].reduce((total, character, place) => {
		return total + RFC_ALPHABET.indexOf(character) * (13 - place);
	}, 0);
	const check = (11 - (sum % 11)) % 11;
	return check === 10 ? 'A' : String(check);
}

/** The check digit of a Peruvian RUC, from its first 10 digits. */
export function rucCheck(body) {
	return String((11 - (weighted(body, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10);
}

/** The check digit of a Colombian NIT, from the digits before it. */
export function nitCheck(body) {
	const weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];
	const digits = [...body].reverse();
	const rest = weighted(digits, weights.slice(0, digits.length)) % 11;
	return String(rest < 2 ? rest : 11 - rest);
}

/** The check character of a Chilean RUT, from the digits before it. */
export function rutCheck(body) {
	const digits = [...body].reverse();
	const weights = digits.map((_, place) => 2 + (place % 6));
	const check = 11 - (weighted(digits, weights) % 11);
	return { 11: '0', 10: 'K' }[check] ?? String(check);
}

/** The check digit of a Korean business registration number, from its first 9 digits. */
export function brnCheck(body) {
	const carried = Math.floor((5 * Number(body[8])) / 10);
	const sum = weighted(body, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + carried;
	return String((10 - (sum % 10)) % 10);
}
