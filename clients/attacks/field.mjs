// The node under attack: its blocks as they come, its memory, its pool, and what the attackers got
// into blocks.

import { xxhashAsHex } from '@polkadot/util-crypto';
import { metricOf } from '../network/nodes.mjs';

/** How often memory and pool are looked at, in milliseconds. */
const INTERVAL = 500;

/** Watches a node through a connection of its own. */
export class Field {
	#waiting = [];
	#looking = Promise.resolve();
	#timer;
	#unsubscribe;

	constructor(node, chain) {
		this.node = node;
		this.chain = chain;
		/** The number of the best block. */
		this.best = 0;
		/** Resident memory in bytes and transactions in the pool: most so far. */
		this.memory = 0;
		this.pool = 0;
		/** Whose transactions are counted, as addresses. */
		this.counted = new Set();
		/** Transactions of theirs in blocks, how many of them failed, and what each account paid. */
		this.included = 0;
		this.failed = 0;
		this.paid = new Map();
	}

	/** Begins to watch. */
	async open() {
		this.#unsubscribe = await this.chain.api.rpc.chain.subscribeNewHeads((header) => {
			const number = header.number.toNumber();
			if (number <= this.best) {
				return;
			}
			this.best = number;
			this.#looking = this.#looking.then(() => this.#look(header.hash)).catch((error) => {
				this.error = error;
			});
			this.#waiting.splice(0).forEach((resolve) => resolve());
		});
		this.#timer = setInterval(() => this.#measure(), INTERVAL);
	}

	/** Ends watching, once every block was looked at. */
	async close() {
		clearInterval(this.#timer);
		this.#unsubscribe?.();
		await this.#looking;
		if (this.error !== undefined) {
			throw this.error;
		}
	}

	/** Waits until the best block is this one or a later one. */
	async reach(number) {
		while (this.best < number) {
			await new Promise((resolve) => {
				this.#waiting.push(resolve);
			});
		}
	}

	/** The bytes of the values that these pallets store. */
	async state(pallets) {
		const sizes = await Promise.all(
			pallets.map((name) => this.chain.rpc('state_getStorageSize', [xxhashAsHex(name, 128)])),
		);
		return sizes.reduce((sum, size) => sum + (size ?? 0), 0);
	}

	/** What a byte of a block costs, where a block full of bytes costs as much as a full block. */
	get priceOfByte() {
		const { blockWeights, blockLength } = this.chain.api.consts.system;
		const length = blockLength.max.operational.toNumber();
		return blockWeights.maxBlock.refTime.toNumber() / length;
	}

	async #look(hash) {
		const events = await (await this.chain.api.at(hash)).query.system.events();
		const { included, failed, paid } = shareOf(events, this.counted);
		this.included += included;
		this.failed += failed;
		for (const [account, fee] of paid) {
			this.paid.set(account, (this.paid.get(account) ?? 0n) + fee);
		}
	}

	async #measure() {
		this.memory = Math.max(this.memory, this.node.memory() ?? 0);
		try {
			this.pool = Math.max(this.pool, poolOf(await this.node.metrics(INTERVAL)));
		} catch {
			// A node that is too busy to tell is asked again.
		}
	}
}

/** What these accounts have of a block's events: transactions, failures, and fees by account. */
export function shareOf(events, accounts) {
	const theirs = new Set();
	const paid = new Map();
	const of = (section, method) => {
		return events.filter(({ event }) => event.section === section && event.method === method);
	};
	for (const { phase, event } of of('transactionPayment', 'TransactionFeePaid')) {
		const { who, actualFee } = event.data;
		if (accounts.has(who.toString())) {
			theirs.add(phase.asApplyExtrinsic.toNumber());
			paid.set(who.toString(), (paid.get(who.toString()) ?? 0n) + actualFee.toBigInt());
		}
	}
	const failed = of('system', 'ExtrinsicFailed').filter(({ phase }) => {
		return theirs.has(phase.asApplyExtrinsic.toNumber());
	});
	return { included: theirs.size, failed: failed.length, paid };
}

/** The transactions that the pool holds, from the node's metrics. */
export function poolOf(metrics) {
	const value = (name) => metricOf(metrics, name);
	return Math.max(
		value('substrate_ready_transactions_number'),
		value('substrate_sub_txpool_watched_txs') + value('substrate_sub_txpool_unwatched_txs'),
	);
}
