// Lists are taken over as batches: one officer proposes, another confirms by the number.

import { refusalOf } from '../chain/refusals.mjs';
import { takenOver } from './firms.mjs';

/** Most certificates of one batch, as the runtime allows. */
export const BATCH = 400;

/** The call that proposes to take over a list in one batch. */
export function takeOverOf({ tx }, list, mode = 'AllOrNothing') {
	return tx.certificates.proposeBatch({ TakeOver: list.map(takenOver) }, mode);
}

/** The call that confirms a batch, `{ batch, proposal }`. */
export function confirmationOfBatch({ tx }, { batch, proposal }) {
	return tx.certificates.confirmBatch(batch, proposal);
}

/**
 * What confirms a batch that was proposed, its hash and its number as `{ batch, proposal }`; fails
 * where it was not proposed, since rows of it cannot be.
 */
export function batchOf(chain, submission) {
	const event = chain.eventOf(submission, 'certificates', 'BatchProposed');
	if (event === undefined) {
		const { row, number, error } = chain.eventOf(submission, 'certificates', 'RowFailed');
		const refusal = refusalOf(chain.api.registry, error);
		throw new Error(
			`The batch was refused for row ${row.toNumber() + 1}, ${number}: ${refusal}`,
		);
	}
	return { batch: event.batch.toHex(), proposal: event.proposal.toNumber() };
}

/** What confirms a batch, or nothing where it is done with one officer. */
export function waitingBatchOf(chain, submission) {
	const done = chain.eventOf(submission, 'certificates', 'BatchDone');
	return done?.failed.isZero() ? undefined : batchOf(chain, submission);
}

/**
 * Rows are taken over by two officers, or by the first where that is enough.
 *
 * @param {import('../chain/chain.mjs').Chain} chain
 * @param {any[]} desk
 * @param {any[]} rows
 */
export async function takeOver(chain, [maker, checker], rows) {
	const proposed = await chain.submitWell(takeOverOf(chain.api, rows), maker);
	const batch = waitingBatchOf(chain, proposed);
	if (batch === undefined) {
		return proposed;
	}
	return chain.submitWell(confirmationOfBatch(chain.api, batch), checker);
}
