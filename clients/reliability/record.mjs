// What was promised: a load that never stops, and what nodes said of it. What a node once called final has to be so
// on every node for ever, and one declaration has its benefits once.

import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashOf } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { waitFor } from '../network/wait.mjs';

/** Between two transactions, in milliseconds. */
const EVERY = 250;

/** How long nodes may take to agree once all of them can, in seconds. */
const AGREEMENT = 180;

/** The most keys of the state that are asked for at once. */
const PAGE = 1_000;

/** After how many milliseconds nobody waits for a transaction any more; it may still come. */
const GIVEN_UP = 120_000;

/** Transfers and grants from many accounts, each with the next thing to do once its last one is settled. */
export class Record {
	/** Of what a node called final: the block's number and hash, and the transaction's hash. */
	promises = [];
	sent = 0;
	refused = 0;
	/** The blocks that were the same on all nodes, by their numbers. */
	#blocks = new Map();
	#declarations = new Map();
	#chains = new Map();
	#isOver = false;
	#draw;

	/** `nodes` are asked in turn, as `draw` says; `accounts` transfer, `officers` of Costa Rica grant. */
	constructor({ nodes, draw, accounts, officers, tins }) {
		this.nodes = nodes;
		this.tins = tins;
		this.#draw = draw;
		this.idle = [
			...accounts.map((pair, place) => ({ pair, to: accounts[(place + 1) % accounts.length].address })),
			...officers.map((pair) => ({ pair })),
		];
	}

	/** Begins. */
	start() {
		this.running = this.#run();
	}

	/** Ends the load. */
	async stop() {
		this.#isOver = true;
		await this.running;
		for (const chain of this.#chains.values()) {
			await (await chain).close();
		}
	}

	async #run() {
		while (!this.#isOver) {
			await sleep(EVERY);
			const able = this.nodes.filter((node) => node.isRunning && node.answers !== false);
			const worker = this.idle.shift();
			const node = able[Math.floor(this.#draw() * able.length)];
			if (worker !== undefined && node !== undefined) {
				this.#send(node, worker)
					.catch(() => {
						this.refused += 1;
					})
					.finally(() => this.idle.push(worker));
			}
		}
	}

	/** A connection to a node, which is made anew whenever it breaks. */
	#chainOf(node) {
		const known = this.#chains.get(node);
		if (known !== undefined) {
			return known;
		}
		const chain = connect(node.url);
		this.#chains.set(node, chain);
		chain.catch(() => this.#chains.delete(node));
		return chain;
	}

	async #send(node, { pair, to }) {
		const { api } = await this.#chainOf(node);
		if (!api.isConnected) {
			return;
		}
		const number = this.sent;
		this.sent += 1;
		const call = to === undefined ? this.#grant(api, number) : api.tx.balances.transferKeepAlive(to, 1 + number);
		await new Promise((resolve, reject) => {
			const given = setTimeout(resolve, GIVEN_UP);
			const end = (how, value) => {
				clearTimeout(given);
				how(value);
			};
			const settled = ({ status, txHash, isError, blockNumber }) => {
				if (status.isFinalized) {
					const block = { number: Number(blockNumber), hash: status.asFinalized.toHex() };
					this.promises.push({ ...block, transaction: txHash.toHex() });
					end(resolve);
				} else if (isError) {
					end(resolve);
				}
			};
			call.signAndSend(pair, { nonce: -1 }, settled).catch((error) => end(reject, error));
		});
	}

	/** Each declaration is granted twice, as a system does that heard no answer. */
	#grant(api, number) {
		const declaration = hashOf(number >> 1);
		const tin = this.tins[(number >> 1) % this.tins.length];
		return api.tx.benefits.grant(declaration, { Tin: tin }, 'Exporter', 'Import');
	}

	/**
	 * Waits until all these nodes have gone on and agree; then looks whether every promise up to there is kept.
	 * Gives what was compared.
	 */
	async verify(nodes) {
		const due = Math.max(...(await Promise.all(nodes.map((node) => node.best()))));
		const heights = await waitFor(`block ${due} is final on ${nodes.length} nodes`, AGREEMENT, async () => {
			const all = await Promise.all(nodes.map((node) => node.finalised()));
			return Math.min(...all) >= due ? all : undefined;
		});
		const until = Math.min(...heights);
		const blocks = await this.compare(nodes, this.#blocks.size + 1, until);
		await this.#grantsOnce(nodes[0], blocks);
		for (const [number, hash] of blocks) {
			this.#blocks.set(number, hash);
		}
		return { blocks: blocks.size, kept: this.#keptPromises() };
	}

	/** Blocks by their numbers: what each node has there must be one hash. */
	async compare(nodes, from, until) {
		const blocks = new Map();
		for (let number = from; number <= until; number += 1) {
			const hashes = await Promise.all(nodes.map((node) => node.rpc('chain_getBlockHash', [number])));
			const other = hashes.findIndex((hash) => hash === null || hash !== hashes[0]);
			if (other !== -1) {
				throw new Broken(
					`Two final blocks ${number}: ${hashes[0]} on ${nodes[0].name}, ${hashes[other]} on ${nodes[other].name}.`,
				);
			}
			blocks.set(number, hashes[0]);
		}
		return blocks;
	}

	/** Writes all that a node has stored at the last block that was compared, for `try_state`. */
	async writeState(node, path) {
		const block = this.#blocks.size;
		const hash = this.#blocks.get(block);
		const pairs = [];
		let keys = [];
		do {
			keys = await node.rpc('state_getKeysPaged', ['0x', PAGE, keys.at(-1) ?? null, hash]);
			if (keys.length > 0) {
				const [{ changes }] = await node.rpc('state_queryStorageAt', [keys, hash]);
				pairs.push(...changes);
			}
		} while (keys.length === PAGE);
		writeFileSync(path, JSON.stringify({ block, pairs }));
	}

	/** Fails where something that was called final is not in the blocks that are. Gives how many were looked at. */
	#keptPromises() {
		const all = this.promises.filter(({ number }) => this.#blocks.has(number));
		for (const { number, hash, transaction } of all) {
			if (this.#blocks.get(number) !== hash) {
				throw new Broken(`Transaction ${transaction} was called final in block ${number}, ${hash}, which is not.`);
			}
		}
		return all.length;
	}

	/** Reads the grants of blocks: a declaration may have its benefits once. */
	async #grantsOnce(node, blocks) {
		const { api } = await this.#chainOf(node);
		for (const [number, hash] of blocks) {
			const events = await (await api.at(hash)).query.system.events();
			for (const { event } of /** @type {any} */ (events)) {
				if (event.section === 'benefits' && event.method === 'BenefitsGranted') {
					const declaration = event.data.declaration.toHex();
					const before = this.#declarations.get(declaration);
					if (before !== undefined) {
						throw new Broken(`Declaration ${declaration} was granted in block ${before} and in block ${number}.`);
					}
					this.#declarations.set(declaration, number);
				}
			}
		}
	}

	/** How many declarations have benefits. */
	get granted() {
		return this.#declarations.size;
	}
}

/** A promise that was not kept. */
export class Broken extends Error {}
