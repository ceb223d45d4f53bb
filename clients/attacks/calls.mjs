// Calls that cost much, are long, or come first. Each is built from the metadata, with the safe
// first value for an argument that nobody here knows.

import { compactAddLength } from '@polkadot/util';
import { randomBytes } from 'node:crypto';
import { hashOf } from '../chain/calls.mjs';
import { MEMBERS } from './cast.mjs';

/** A hash that stands for nothing. */
export function randomHash() {
	return `0x${randomBytes(32).toString('hex')}`;
}

/** A remark of so many bytes. */
export function remark({ tx }, bytes) {
	return tx.system.remark(compactAddLength(new Uint8Array(bytes)));
}

/** A motion, which needs a seat, about a remark of so many bytes. */
export function motion({ tx }, about) {
	return tx.council.propose(2, about, about.method.encodedLength);
}

/** A vote about a motion that does not exist. */
export function vote({ tx }) {
	return tx.council.vote(randomHash(), 0, true);
}

/** A close of a motion that does not exist, with a bound of so much weight. */
export function close({ tx }, refTime) {
	return tx.council.close(randomHash(), 0, { refTime, proofSize: 0 }, 1_000);
}

/**
 * A close of which exactly `count` fill a block: what fills a block best comes first. `own` is what
 * it weighs without its bound.
 */
export function closeFor(api, count, own) {
	const most = api.consts.system.blockWeights.maxBlock.refTime.toBigInt();
	const bound = most / BigInt(count) - own;
	return close(api, bound > 0n ? bound : 0n);
}

/** What a close weighs without its bound. */
export async function weightOfClose(api, { address }) {
	const { weight } = await close(api, 0).paymentInfo(address);
	return weight.refTime.toBigInt();
}

/** The suspension of a certificate that does not exist. */
export function suspension({ tx }) {
	const subject = { Number: `NONE-${randomBytes(8).toString('hex').toUpperCase()}` };
	return tx.suspensions.suspend(subject, 'Full', 'Open', 'Authority', hashOf(1));
}

/** The confirmation of a batch that does not exist, which weighs as much as the largest. */
export function confirmation({ tx }) {
	const { length } = tx.certificates.confirmBatch.meta.args;
	return tx.certificates.confirmBatch(...[randomHash(), 0].slice(0, length));
}

/** Several calls in one transaction, all of which are tried. */
export function together({ tx }, calls) {
	return tx.utility.forceBatch(calls);
}

/** An agreement of the members with so many legs, each as long as a leg can be. */
export function agreement({ tx }, count) {
	const pairs = MEMBERS.flatMap((issuer) => {
		return MEMBERS.filter((grantor) => grantor !== issuer).map((grantor) => [issuer, grantor]);
	});
	const legs = pairs.slice(0, count).map(([issuer, grantor]) => leg(issuer, grantor));
	const parties = [...new Set(legs.flatMap(({ issuer, grantor }) => [issuer, grantor]))];
	return tx.agreements.propose(parties, randomHash(), null, 60, legs, null);
}

function leg(issuer, grantor) {
	const text = (length) => 'X'.repeat(length);
	const types = Array.from({ length: 16 }, (_, place) => {
		return { programme: text(16), code: `${text(14)}${String(place).padStart(2, '0')}` };
	});
	const [code, place, prefix, numberPlace, manifestPlace] = [35, 35, 16, 35, 35].map(text);
	return {
		issuer,
		grantor,
		types,
		roles: ['Exporter'],
		directions: ['Import', 'Export'],
		rows: [{ benefit: 'FewerInspections', requires: 'Security' }],
		consent: 'NotNeeded',
		dataClasses: [],
		declareAs: { code, place, number: 'Tin', prefix, numberPlace, manifestPlace },
	};
}
