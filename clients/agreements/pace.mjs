// Transactions that wait until the quota of their signer pays for them, and are told.

import { Chain } from '../chain/chain.mjs';
import { say, seconds } from '../network/text.mjs';

/** After how many blocks a wait is told again. */
const PATIENCE = 10;

/** A connection that waits before a call for which the signer's quota does not pay yet. */
export class PacedChain extends Chain {
	/** Like that of `Chain`; what the node answers to a call that it does not take is a sentence. */
	async submit(call, pair) {
		const name = `${call.method.section}.${call.method.method}`;
		try {
			await this.#waitForQuota(name, call, pair);
			return await super.submit(call, pair);
		} catch (error) {
			throw error.name === 'RpcError'
				? new Error(`The node refuses ${name} of ${pair.address}: ${error.message}`)
				: error;
		}
	}

	/** Sends a call and tells what it was, with its block and its seconds. */
	async send(what, call, pair) {
		return tellOf(what, await this.submitWell(call, pair));
	}

	async #waitForQuota(name, call, pair) {
		const { partialFee } = await call.paymentInfo(pair.address);
		for (;;) {
			const wait = await this.#blocksUntilPaid(name, partialFee.toBigInt(), pair);
			if (wait === 0) {
				return;
			}
			say(`  waiting: in ${wait} blocks the quota of ${pair.address} pays for ${name}`);
			await this.passBlocks(Math.min(wait, PATIENCE));
		}
	}

	/** The blocks until the quota pays a fee: none where it pays now, or where there is no quota. */
	async #blocksUntilPaid(name, fee, pair) {
		const { answer } = await this.api.call.aeoApi.quota(pair.address);
		if (answer.isNone) {
			return 0;
		}
		const [left, max, recovery] = ['left', 'max', 'recovery'].map((part) => {
			return answer.unwrap()[part].toBigInt();
		});
		const missing = fee - left;
		if (missing <= 0n) {
			return 0;
		}
		if (fee > max || recovery === 0n) {
			throw new Error(
				`${name} costs ${fee} units and the quota of ${pair.address} never holds more than` +
					` ${max}: let the council raise it by fees.setQuota.`,
			);
		}
		return Number((missing + recovery - 1n) / recovery);
	}
}

/** Tells what a submission was, with its block and its seconds, and gives it. */
export function tellOf(what, submission) {
	const { call, block, inclusion } = submission;
	say(`  ${what}: ${call}, block ${block}, ${seconds(inclusion)}`);
	return submission;
}
