// Keys of a development chain: everybody knows them. The own accounts of administrations, their
// officers, and firms.

import { generateKeyPairSync } from 'node:crypto';
import { Keyring } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { ADMINISTRATIONS } from '../network/participants.mjs';

/** Territories whose keys have a name of their own. */
export const NAMED = Object.keys(ADMINISTRATIONS);

/** Gives the function that turns a derivation path such as `//Alice` into a key pair, which keeps it. */
export async function openKeyring() {
	await cryptoWaitReady();
	const keyring = new Keyring({ type: 'sr25519' });
	return (path) => keyring.addFromUri(path, { path });
}

/** The account of a key pair as hex, the form in which accounts are compared here. */
export function accountOf(pair) {
	return `0x${Buffer.from(pair.publicKey).toString('hex')}`;
}

/** The public half of a new X25519 pair, as hex. Nothing is sealed here: the other half goes. */
export function newEncryptionKey() {
	const { x } = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' });
	return `0x${Buffer.from(String(x), 'base64url').toString('hex')}`;
}

/** Own accounts and officers by territory, and firms. */
export class Keys {
	#pairOf;

	/** `pairOf` turns a derivation path into a key pair. */
	constructor(pairOf) {
		this.#pairOf = pairOf;
	}

	/** The own account of an administration. */
	own(territory) {
		return this.#pairOf(ADMINISTRATIONS[territory]?.key ?? `//${territory}`);
	}

	/** An officer of an administration, from 1 on. */
	officer(territory, place) {
		return this.#pairOf(`//${territory}//officer//${place}`);
	}

	/** The account of a firm, known by its TIN. */
	firm(tin) {
		return this.#pairOf(`//firm//${tin}`);
	}
}
