// X25519: secrets and public keys are 32 bytes.

import { createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { fromHex, joined } from './bytes.mjs';
import { Refused } from './refused.mjs';

/** What stands before the bytes of a key in PKCS 8 and in SPKI (RFC 8410). */
const PKCS8 = fromHex('302e020100300506032b656e04220420');
const SPKI = fromHex('302a300506032b656e032100');

function privateKey(secret) {
	const key = Buffer.from(joined(PKCS8, secret));
	return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** The public key that belongs to a secret. */
export function publicKeyOf(secret) {
	const der = createPublicKey(privateKey(secret)).export({ format: 'der', type: 'spki' });
	return new Uint8Array(der.subarray(SPKI.length));
}

/** What the owner of a secret shares with that of a public key. */
export function sharedWith(secret, publicKey) {
	const key = Buffer.from(joined(SPKI, publicKey));
	try {
		return new Uint8Array(
			diffieHellman({
				privateKey: privateKey(secret),
				publicKey: createPublicKey({ key, format: 'der', type: 'spki' }),
			}),
		);
	} catch {
		throw new Refused('KeyNotUsable', 'The key is one of low order.');
	}
}
