// Opens a file that `age -p` or `aeo keys` encrypted under a password (age-encryption.org/v1, scrypt), as long as it is a
// key: one chunk. In the page, without wasm; nothing of it leaves.

import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** Why a file is not opened, by the name of its sentence. */
export type AgeReason = 'NotAKey' | 'WrongPassword';

/** A file that is not opened. */
export class AgeRefused extends Error {
	constructor(readonly reason: AgeReason) {
		super(reason);
	}
}

const VERSION = 'age-encryption.org/v1';

/** The most that scrypt may be told to take, 2 to this power: as `aeo` has it. */
const MOST_WORK = 20;

/** The most bytes of a key file, and lengths of what is in it. */
const MOST_BYTES = 4_096;
const [SALT, WRAPPED, MAC, NONCE] = [16, 32, 32, 16];

/** What a payload of one chunk is sealed under: chunk 0, the last one. */
const LAST = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);

const bytesOf = (text: string) => new TextEncoder().encode(text);

interface AgeFile {
	salt: Uint8Array;
	work: number;
	wrapped: Uint8Array;
	/** The header as far as its check covers it, the check, and what follows. */
	header: Uint8Array;
	mac: Uint8Array;
	payload: Uint8Array;
}

/** Reads base64 without padding of so many bytes. */
function decoded(text: string, length: number): Uint8Array {
	const isWritten = /^[A-Za-z0-9+/]+$/.test(text);
	const bytes = isWritten ? Uint8Array.from(atob(text), (one) => one.charCodeAt(0)) : new Uint8Array();
	if (bytes.length !== length) {
		throw new AgeRefused('NotAKey');
	}
	return bytes;
}

/** Reads a file; fails with `AgeRefused` where it is none under a password. */
export function readAge(file: Uint8Array): AgeFile {
	const text = String.fromCharCode(...file.subarray(0, MOST_BYTES));
	const found = new RegExp(
		`^${VERSION.replaceAll('.', '\\.')}\\n-> scrypt ([^ \\n]+) ([1-9]\\d?)\\n([^\\n]+)\\n---(?= ([^\\n]+)\\n)`,
	).exec(text);
	if (file.length > MOST_BYTES || found === null) {
		throw new AgeRefused('NotAKey');
	}
	const [header = '', salt = '', work = '', wrapped = '', mac = ''] = found;
	if (Number(work) > MOST_WORK) {
		throw new AgeRefused('NotAKey');
	}
	return {
		salt: decoded(salt, SALT),
		work: Number(work),
		wrapped: decoded(wrapped, WRAPPED),
		header: file.slice(0, header.length),
		mac: decoded(mac, MAC),
		payload: file.slice(header.length + 1 + mac.length + 1),
	};
}

/** Opens a file with its password; fails with `AgeRefused`. Takes some seconds. */
export async function openAge(file: Uint8Array, password: string): Promise<Uint8Array> {
	const { salt, work, wrapped, header, mac, payload } = readAge(file);
	const salted = Uint8Array.from([...bytesOf(`${VERSION}/scrypt`), ...salt]);
	const stretched = await scryptAsync(bytesOf(password), salted, { N: 2 ** work, r: 8, p: 1, dkLen: 32 });
	const fileKey = opened(stretched, new Uint8Array(12), wrapped, 'WrongPassword');
	const expected = hmac(sha256, hkdf(sha256, fileKey, undefined, bytesOf('header'), 32), header);
	if (expected.some((byte, place) => byte !== mac[place])) {
		throw new AgeRefused('NotAKey');
	}
	const payloadKey = hkdf(sha256, fileKey, payload.subarray(0, NONCE), bytesOf('payload'), 32);
	return opened(payloadKey, LAST, payload.subarray(NONCE), 'NotAKey');
}

function opened(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, reason: AgeReason): Uint8Array {
	try {
		return chacha20poly1305(key, nonce).decrypt(sealed);
	} catch {
		throw new AgeRefused(reason);
	}
}
