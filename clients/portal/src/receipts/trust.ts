// Whom a receipt has to come from: validators that are known, in the form in which `aeo trust` keeps them.

/** The genesis, and one set of validators, from which later ones follow by what the receipt brings. */
export interface Trust {
	genesis: string;
	sets: { set: number; validators: [key: string, weight: number][]; last: number | null }[];
}

/** Where the first block's state has its validators: `Grandpa`, `Authorities`. */
const VALIDATORS = '0x5f9cc45b7a00c5899361e1c6099678dc5e0621c4869aa60c02be9adcc98a0d1d';

/** The bytes of a key, and of a weight. */
const KEY = 32;
const WEIGHT = 8;

/** Trusts the validators of one set. */
export function trustIn(genesis: string, set: number, validators: [string, number][]): Trust {
	return { genesis, sets: [{ set, validators, last: null }] };
}

/** The validators of the first block, in a specification in raw form; none where it names none. */
export function validatorsIn(specification: unknown): [string, number][] | undefined {
	const { genesis } = (specification ?? {}) as { genesis?: { raw?: { top?: Record<string, string> } } };
	const written = genesis?.raw?.top?.[VALIDATORS];
	if (written === undefined) {
		return undefined;
	}
	const bytes = Uint8Array.from(written.slice(2).match(/../g) ?? [], (digits) => parseInt(digits, 16));
	const [count, start] = compact(bytes);
	if (bytes.length !== start + count * (KEY + WEIGHT)) {
		return undefined;
	}
	const view = new DataView(bytes.buffer);
	return Array.from({ length: count }, (_, place) => {
		const at = start + place * (KEY + WEIGHT);
		return [hexOf(bytes.slice(at, at + KEY)), Number(view.getBigUint64(at + KEY, true))];
	});
}

/** A compact number of SCALE below 2^30, and where it ends. */
function compact(bytes: Uint8Array): [number, number] {
	const [one = 0, two = 0, three = 0, four = 0] = bytes;
	const width = [1, 2, 4][one & 3] ?? 0;
	return [(one | (two << 8) | (three << 16) | (four << 24)) >>> 2 & (2 ** (8 * width - 2) - 1), width];
}

function hexOf(bytes: Uint8Array): string {
	return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
