// What honest officers send under attack, and after how many blocks it is in.

import { setTimeout as sleep } from 'node:timers/promises';
import { hashOf } from '../chain/calls.mjs';
import { refusalOf } from '../chain/refusals.mjs';
import { firmAt } from '../firms/firms.mjs';
import { numberOf, tinOf } from '../firms/numbers.mjs';
import { takeOverOf } from '../firms/taking-over.mjs';

/** Rounds of probes, as a rule and at most, and the blocks from one to the next. */
export const ROUNDS = 6;
export const MOST_ROUNDS = 10;
export const STEP = 2;

/** Blocks after which a probe that is in no block is given up. */
export const PATIENCE = 8;

/** Milliseconds after a block's arrival at which probes are sent: in the middle of the slot. */
const DELAY = 700;

/** Where the numbers of the firms begin that Costa Rica registers. */
const FIRST = 900_000;

/** The probes, and the blocks in which each is due. */
export const PROBES = {
	foreign: { due: 1, text: 'suspension by Peru' },
	own: { due: 1, text: 'suspension by Mexico' },
	ordinary: { due: 2, text: 'registration by Costa Rica' },
};

/** Peru and Mexico take over the certificates that the probes suspend. */
export function preparationOf(api, { honest }) {
	return ['PE', 'MX'].map((territory) => {
		const rows = Array.from({ length: MOST_ROUNDS }, (_, place) => firmAt(territory, place));
		const [officer] = honest[territory];
		return [takeOverOf(api, rows), officer];
	});
}

/** The probes of a round, `[kind, call, pair]`. Each has an officer of its own. */
function probesOf({ tx }, { honest }, round) {
	const suspension = (territory) => {
		const subject = { Number: numberOf(territory, round) };
		return tx.suspensions.suspend(subject, 'Full', 'Open', 'Authority', hashOf(round));
	};
	// The first officer has taken over the certificates.
	const place = round + 1;
	const tin = tinOf('CR', FIRST + round);
	return [
		['foreign', suspension('PE'), honest.PE[place]],
		['own', suspension('MX'), honest.MX[place]],
		['ordinary', tx.identities.register(tin, hashOf(round)), honest.CR[place]],
	];
}

/**
 * Sends a round of probes in the slot of the best block, and gives what became of each:
 * `{ kind, round, blocks }`, or `why` it got into none.
 */
export async function probe(field, cast, round) {
	await sleep(DELAY);
	const { api } = field.chain;
	return Promise.all(
		probesOf(api, cast, round).map(async ([kind, call, pair]) => {
			const { best } = field;
			try {
				return { kind, round, blocks: (await inclusion(field, call, pair)) - best };
			} catch (error) {
				return { kind, round, why: error.message };
			}
		}),
	);
}

/** The number of the block in which a call of an account that has sent nothing yet gets. */
async function inclusion(field, call, pair) {
	const { api } = field.chain;
	const { genesisHash, runtimeVersion } = api;
	const options = { era: 0, blockHash: genesisHash, genesisHash, runtimeVersion, nonce: 0 };
	const signed = call.sign(pair, {
		...options,
		version: api.extrinsicVersion,
		signedExtensions: api.registry.signedExtensions,
	});
	const start = field.best;
	const included = new Promise((resolve, reject) => {
		const seen = ({ status, isError, dispatchError, blockNumber }) => {
			if (isError) {
				reject(new Error(`the pool gave it up: ${status.type}`));
			} else if (status.isInBlock || status.isFinalized) {
				const number = blockNumber.toNumber();
				if (dispatchError === undefined) {
					resolve(number);
				} else {
					reject(new Error(`it failed: ${refusalOf(api.registry, dispatchError).name}`));
				}
			}
		};
		signed.send(seen).catch((error) => reject(new Error(`the pool refused it: ${error.message}`)));
	});
	const late = field.reach(start + PATIENCE + 1).then(() => {
		throw new Error(`not in after ${PATIENCE} blocks`);
	});
	late.catch(() => {});
	return Promise.race([included, late]);
}

/** The worst of each kind: the most blocks, or why one got into none. */
export function worstOf(results) {
	return Object.fromEntries(
		Object.keys(PROBES).map((kind) => {
			const ones = results.filter((result) => result.kind === kind);
			const lost = ones.filter(({ why }) => why !== undefined);
			if (ones.length === 0 || lost.length > 0) {
				const why = lost[0]?.why ?? 'none was sent';
				return [kind, { blocks: undefined, why, lost: lost.length, of: ones.length }];
			}
			const blocks = Math.max(...ones.map((one) => one.blocks));
			return [kind, { blocks, why: undefined, lost: 0, of: ones.length }];
		}),
	);
}
