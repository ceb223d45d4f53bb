// Bytes as the files have them. Nothing here is Node.js's alone: the portal opens holders' files too.

import { Refused } from './refused.mjs';

const TEXT = new TextEncoder();

/** A number in four bytes, little-endian. */
export function le(number) {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, number, true);
	return bytes;
}

/** These parts one after another; a text is its UTF-8. */
export function joined(...parts) {
	const arrays = parts.map((part) => (typeof part === 'string' ? TEXT.encode(part) : part));
	const bytes = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const array of arrays) {
		bytes.set(array, at);
		at += array.length;
	}
	return bytes;
}

/** The text of bytes, or undefined where they are no UTF-8. A mark of the order of bytes is kept. */
export function textOf(bytes) {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

export function hex(bytes) {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes as JSON has them: `0x` and hexadecimal digits. */
export function written(bytes) {
	return `0x${hex(bytes)}`;
}

/** The bytes of a hex text, with or without `0x`. */
export function fromHex(text) {
	const digits = text.replace(/^0x/, '');
	if (!/^([0-9a-f]{2})*$/.test(digits)) {
		throw new TypeError(`"${text}" is no hex text in small letters.`);
	}
	return Uint8Array.from(digits.match(/../g) ?? [], (two) => parseInt(two, 16));
}

export function isSame(one, other) {
	return one.length === other.length && one.every((byte, place) => byte === other[place]);
}

/** Reads bytes from the front; whoever asks for more than there are is refused with `code`. */
export class Reader {
	#bytes;
	#at = 0;
	#code;

	constructor(bytes, code) {
		this.#bytes = bytes;
		this.#code = code;
	}

	/** The next bytes. */
	take(count) {
		if (count > this.#bytes.length - this.#at) {
			throw new Refused(this.#code, 'It ends too early.');
		}
		this.#at += count;
		return this.#bytes.slice(this.#at - count, this.#at);
	}

	/** The next four bytes, as a number. */
	number() {
		return new DataView(this.take(4).buffer).getUint32(0, true);
	}

	/** How much has been read. */
	get at() {
		return this.#at;
	}

	/** What is left. */
	rest() {
		return this.take(this.#bytes.length - this.#at);
	}
}
