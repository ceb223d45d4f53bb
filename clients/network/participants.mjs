// Who takes part in the development network: the four founding administrations of the presets
// `development` and `local`, and Chile, which is to be admitted. The keys are the well-known
// development keys of every Substrate chain: anybody can sign with them.

import { generateKeyPairSync } from 'node:crypto';
import { Keyring } from '@polkadot/api';
import { blake2AsHex, cryptoWaitReady } from '@polkadot/util-crypto';

/** The administrations that the genesis admits; each runs one validator of the chain `local`. */
export const FOUNDERS = [
	{ territory: 'MX', country: 'Mexico', key: '//Alice', flag: '--alice' },
	{ territory: 'CR', country: 'Costa Rica', key: '//Bob', flag: '--bob' },
	{ territory: 'PE', country: 'Peru', key: '//Charlie', flag: '--charlie' },
	{ territory: 'CO', country: 'Colombia', key: '//Dave', flag: '--dave' },
];

/** The administration whose admission the story tells. */
export const CHILE = { territory: 'CL', country: 'Chile', key: '//Eve' };

/** Chile's dates are local days at UTC−4, given in minutes. */
const CHILE_UTC_OFFSET = -240;

/** Gives the function that turns a derivation path such as `//Alice` into a key pair. */
export async function openKeyring() {
	await cryptoWaitReady();
	const keyring = new Keyring({ type: 'sr25519' });
	return (path) => keyring.addFromUri(path);
}

/** The arguments of `administrations.propose` for Chile, with a fresh encryption key. */
export function chileanCandidate(account) {
	return [
		CHILE.territory,
		[],
		CHILE_UTC_OFFSET,
		account,
		newEncryptionKey(),
		blake2AsHex('Instrument that binds the account of Chile on the development network'),
		[],
	];
}

/** The public half of a new X25519 pair, as hex. Nothing is sealed here: the other half goes. */
export function newEncryptionKey() {
	const { x } = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' });
	return `0x${Buffer.from(x, 'base64url').toString('hex')}`;
}
