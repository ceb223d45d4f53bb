// A key file as polkadot.js exports it, opened with its password. The key stays in memory.

import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { getPublicKey, sign } from '@scure/sr25519';
import { AccountId, type PolkadotSigner } from 'polkadot-api';
import { getPolkadotSigner } from 'polkadot-api/signer';

/** Why a key file can't be opened: the name of a sentence. */
export class KeyFileRefused extends Error {
	/** `reason` is the end of the sentence's name. */
	constructor(readonly reason: 'NotAKeyFile' | 'OtherKind' | 'WrongPassword') {
		super(reason);
	}
}

/** An account that can sign. */
export interface Signing {
	address: string;
	/** What its owner calls it; empty where it has no name. */
	name: string;
	signer: PolkadotSigner;
}

/** The accounts of this chain are written as those of any Substrate chain. */
const SS58_FORMAT = 42;

/** Lengths in bytes of what stands in front of the encrypted part. */
const [SALT, NUMBER, NONCE] = [32, 4, 24];

/** What scrypt may be told to take; polkadot.js writes 2^17 or less. */
const MOST_COST = 2 ** 20;

/** What stands before the secret and between it and the public key: PKCS#8 as polkadot.js writes it. */
const HEADER = [48, 83, 2, 1, 1, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];
const DIVIDER = [161, 35, 3, 33, 0];
const SECRET = 64;

interface KeyFile {
	encoded: string;
	encoding: { content: string[]; type: string[]; version: string };
	meta?: { name?: string };
}

/** Reads the text of a key file; fails with `KeyFileRefused` where it is none that is known here. */
export function readKeyFile(text: string): KeyFile {
	let file: Partial<KeyFile>;
	try {
		file = JSON.parse(text) as Partial<KeyFile>;
	} catch {
		throw new KeyFileRefused('NotAKeyFile');
	}
	const { encoded, encoding } = file;
	if (typeof encoded !== 'string' || !Array.isArray(encoding?.content)) {
		throw new KeyFileRefused('NotAKeyFile');
	}
	const isKnown =
		encoding.version === '3' &&
		encoding.content.join() === 'pkcs8,sr25519' &&
		encoding.type.join() === 'scrypt,xsalsa20-poly1305';
	if (!isKnown) {
		throw new KeyFileRefused('OtherKind');
	}
	return { ...file, encoded, encoding };
}

/** Opens a key file; fails with `KeyFileRefused`. Takes a second or two. */
export async function openKeyFile(text: string, password: string): Promise<Signing> {
	const { encoded, meta } = readKeyFile(text);
	const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
	const view = new DataView(bytes.buffer);
	const [N, p, r] = [0, 1, 2].map((place) => {
		return view.getUint32(SALT + place * NUMBER, true);
	}) as [number, number, number];
	if (N > MOST_COST || p > 16 || r > 16) {
		throw new KeyFileRefused('OtherKind');
	}
	const stretched = await scryptAsync(new TextEncoder().encode(password), bytes.subarray(0, SALT), {
		N,
		p,
		r,
		dkLen: 64,
	});
	const start = SALT + 3 * NUMBER;
	const box = xsalsa20poly1305(stretched.subarray(0, 32), bytes.subarray(start, start + NONCE));
	let opened: Uint8Array;
	try {
		opened = box.decrypt(bytes.subarray(start + NONCE));
	} catch {
		throw new KeyFileRefused('WrongPassword');
	}
	return { ...signingWith(opened), name: meta?.name ?? '' };
}

function signingWith(opened: Uint8Array): Omit<Signing, 'name'> {
	const behind = HEADER.length + SECRET;
	const secret = opened.slice(HEADER.length, behind);
	const publicKey = opened.slice(behind + DIVIDER.length);
	const isWellFormed =
		HEADER.every((byte, place) => opened[place] === byte) &&
		DIVIDER.every((byte, place) => opened[behind + place] === byte) &&
		publicKey.length === 32;
	if (!isWellFormed || getPublicKey(secret).some((byte, place) => byte !== publicKey[place])) {
		throw new KeyFileRefused('OtherKind');
	}
	return {
		address: AccountId(SS58_FORMAT).dec(publicKey),
		signer: getPolkadotSigner(publicKey, 'Sr25519', (message) => sign(secret, message)),
	};
}
