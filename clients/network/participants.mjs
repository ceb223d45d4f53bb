// Who takes part in the development network: the four founding administrations of the presets
// `development` and `local`, and those that are to be admitted. The keys are derived from the
// well-known development phrase of every Substrate chain: anybody can sign with them.

import { generateKeyPairSync } from 'node:crypto';
import { Keyring } from '@polkadot/api';
import { blake2AsHex, cryptoWaitReady } from '@polkadot/util-crypto';

/** The administrations that the genesis admits; each runs one validator of the chain `local`. */
export const FOUNDERS = [
	{ territory: 'MX', country: 'Mexico', key: '//Alice', flag: '--alice', utcOffset: -360 },
	{ territory: 'CR', country: 'Costa Rica', key: '//Bob', flag: '--bob', utcOffset: -360 },
	{ territory: 'PE', country: 'Peru', key: '//Charlie', flag: '--charlie', utcOffset: -300 },
	{ territory: 'CO', country: 'Colombia', key: '//Dave', flag: '--dave', utcOffset: -300 },
];

/** Admitted in the story; it validates as well. Dates are local days, offsets minutes. */
export const CHILE = { territory: 'CL', country: 'Chile', key: '//Eve', utcOffset: -240 };

/** Admitted in the story; it runs no node of its own. */
export const KOREA = { territory: 'KR', country: 'Korea', key: '//KR', utcOffset: 540 };

/** Admitted by the end-to-end test, which leaves Chile and Korea to the story. */
export const URUGUAY = { territory: 'UY', country: 'Uruguay', key: '//UY', utcOffset: -180 };

/** Admitted by the scenarios, with clocks that are set so that its day ends while they go on. */
export const BOLIVIA = { territory: 'BO', country: 'Bolivia', key: '//BO' };

/** Gives the function that turns a derivation path such as `//Alice` into a key pair. */
export async function openKeyring() {
	await cryptoWaitReady();
	const keyring = new Keyring({ type: 'sr25519' });
	return (path) => keyring.addFromUri(path);
}

/** The arguments of `administrations.propose` for a newcomer, with a fresh encryption key. */
export function candidateOf({ territory, country, utcOffset }, account) {
	return [
		territory,
		[],
		offsetOf(utcOffset),
		account,
		newEncryptionKey(),
		blake2AsHex(`Instrument that binds the account of ${country} on the development network`),
		[],
	];
}

/** Minutes east of Greenwich as an offset is written: -240 is `-04:00`. */
export function offsetOf(minutes) {
	const two = (number) => String(number).padStart(2, '0');
	const size = Math.abs(minutes);
	return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The public half of a new X25519 pair, as hex. Nothing is sealed here: the other half goes. */
export function newEncryptionKey() {
	const { x } = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' });
	return `0x${Buffer.from(x, 'base64url').toString('hex')}`;
}
