// What an administration's systems hear: the events of certificates, suspensions and benefits in
// each block that its own node imports.

import { waitFor } from '../network/wait.mjs';

/** The pallets that an administration listens to. */
const SECTIONS = ['certificates', 'suspensions', 'benefits'];

/** How long an event may take to arrive, in seconds. */
const LIMIT = 60;

/** A subscription to the events of a chain. */
export class Feed {
	/** What was heard, `{ block, section, method, data }`. */
	heard = [];
	#chain;
	#last;
	#reading = Promise.resolve();
	#unsubscribe;

	constructor(chain) {
		this.#chain = chain;
	}

	/** Listens from the next block on. */
	async open() {
		this.#last = await this.#chain.best();
		this.#unsubscribe = await this.#chain.api.rpc.chain.subscribeNewHeads((header) => {
			const block = header.number.toNumber();
			this.#reading = this.#reading.then(() => this.#readTo(block));
			// Whoever waits for an event hears of the failure.
			this.#reading.catch(() => {});
		});
	}

	/** Waits for the first event that `isMeant`, and gives it. */
	first(what, isMeant) {
		return waitFor(what, LIMIT, async () => {
			await this.#reading;
			return this.heard.find(isMeant);
		});
	}

	/** Listens no more. */
	close() {
		this.#unsubscribe();
	}

	/** Reads the blocks up to this one; a head may come without those before it. */
	async #readTo(block) {
		while (this.#last < block) {
			await this.#read(this.#last + 1);
			this.#last += 1;
		}
	}

	async #read(block) {
		const hash = await this.#chain.rpc('chain_getBlockHash', [block]);
		const events = await (await this.#chain.api.at(hash)).query.system.events();
		const own = events
			.map(({ event }) => event)
			.filter(({ section }) => SECTIONS.includes(section));
		this.heard.push(
			...own.map(({ section, method, data }) => ({ block, section, method, data })),
		);
	}
}
