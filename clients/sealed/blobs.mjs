// A file: what is sealed to an X25519 key with HPKE (RFC 9180), bound to its place by `info`.

import { Chacha20Poly1305 } from '@hpke/chacha20poly1305';
import { CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { joined, le } from './bytes.mjs';
import { Refused } from './refused.mjs';

/** The first byte of a file: HPKE with X25519, HKDF-SHA256, ChaCha20-Poly1305. */
const SUITE = 1;

/** The sealed key, and the tag at the end. */
const ENC = 32;
const TAG = 16;

const suite = new CipherSuite({
	kem: new DhkemX25519HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Chacha20Poly1305(),
});

/** A part of memory of its own, as HPKE takes it. */
const buffer = (bytes) => new Uint8Array(bytes).buffer;

function infoOf(kind, genesis, issuer, ...rest) {
	return joined('aeo-chain/sealed/1', Uint8Array.of(kind), genesis, issuer, ...rest);
}

/** What binds an index: to its issuer, its reader and its sequence. */
export function indexInfo({ genesis, issuer, reader, sequence }) {
	return infoOf(0, genesis, issuer, reader, le(sequence));
}

/** What binds a page: to its issuer, its reader, its number and what is in it. */
export function pageInfo({ genesis, issuer, reader }, page, digest) {
	return infoOf(1, genesis, issuer, reader, le(page), digest);
}

/** What binds a holder's file: to its issuer and the holder. */
export function holderInfo({ genesis, issuer, trader }) {
	return infoOf(2, genesis, issuer, trader);
}

/** Seals to a public key. */
export async function seal(publicKey, info, plain) {
	const key = await suite.kem.importKey('raw', buffer(publicKey), true);
	const options = { recipientPublicKey: key, info: buffer(info) };
	const { enc, ct } = await usable(() => suite.seal(options, buffer(plain)));
	return joined(Uint8Array.of(SUITE), new Uint8Array(enc), new Uint8Array(ct));
}

/** Opens with a secret. */
export async function open(secret, info, blob) {
	if (blob.length < 1 + ENC + TAG) {
		throw new Refused('Truncated', `It has ${blob.length} bytes, and none has fewer than 49.`);
	}
	if (blob[0] !== SUITE) {
		throw new Refused('UnknownSuite', `Its first byte is ${blob[0]}, and only 1 is known.`);
	}
	const key = await suite.kem.importKey('raw', buffer(secret), false);
	const enc = buffer(blob.slice(1, 1 + ENC));
	const options = { recipientKey: key, enc, info: buffer(info) };
	const context = await usable(() => suite.createRecipientContext(options));
	try {
		return new Uint8Array(await context.open(buffer(blob.slice(1 + ENC))));
	} catch {
		throw new Refused(
			'CannotOpen',
			'It was not sealed to this key, for this place, or was changed.',
		);
	}
}

/** What needs a shared secret, which keys of low order don't give. */
async function usable(work) {
	try {
		return await work();
	} catch (error) {
		if (['EncapError', 'DecapError'].includes(error.name)) {
			throw new Refused('KeyNotUsable', 'The key is one of low order.');
		}
		throw error;
	}
}
