// Case 1: one key with the scope Identities offers accounts to traders, as many as the chain takes.
// They, and those that have accepted, send what they may and what they may not.

import { hashOf } from '../../chain/calls.mjs';
import { tinOf } from '../../firms/numbers.mjs';
import { closeFor, motion, remark, together, vote, weightOfClose } from '../calls.mjs';

/** Traders, the accounts offered to each, and the traders of one batch. */
const TRADERS = 375;
const OFFERS = 8;
const BATCH = 25;

/** Blocks that the offers may take. */
const SETUP = 6;

/** Accounts that accept, and then send as holders. */
const HOLDERS = 24;

/** Accounts that send in one round. */
const CROWD = 200;

/** Closes that fill a block: as dear as the quota of one account pays. */
const CLOSES = 18;

/** Where the numbers of these traders begin, after those of the probes. */
const FIRST = 1_000;

export class Offered {
	title = 'offered accounts';
	/** @type {any[]} */
	crowd = [];
	/** @type {any[]} */
	holders = [];

	constructor(cast, flood, field) {
		this.cast = cast;
		this.flood = flood;
		this.field = field;
		this.api = flood.chain.api;
		this.accounts = Array.from({ length: TRADERS * OFFERS }, (_, place) => cast.trader(place));
	}

	/** Registers traders, offers the accounts, and lets some accept. */
	async prepare() {
		const { cast, flood, field } = this;
		this.weight = await weightOfClose(this.api, cast.identities);
		const batches = Array.from({ length: TRADERS / BATCH }, (_, place) => {
			return [together(this.api, this.#offers(place * BATCH)), cast.identities];
		});
		await flood.send(batches);
		const start = field.best;
		while (field.best < start + SETUP && (await this.#offered()).size < this.accounts.length) {
			await field.reach(field.best + 1);
		}
		const offered = await this.#offered();
		this.remark = `${offered.size} accounts offered`;
		const isOffered = ({ publicKey }) => offered.has(Buffer.from(publicKey).toString('hex'));
		const open = this.accounts.filter(isOffered);
		this.holders = open.slice(0, HOLDERS);
		// Where the chain took none, they try all the same.
		this.crowd = open.length > HOLDERS ? open.slice(HOLDERS) : this.accounts;
		await flood.send(
			this.holders.map((pair) => [this.#acceptance(this.accounts.indexOf(pair)), pair]),
		);
	}

	#offers(first) {
		const { identities } = this.api.tx;
		return Array.from({ length: BATCH }, (_, row) => {
			const tin = tinOf('MX', FIRST + first + row);
			const offers = Array.from({ length: OFFERS }, (_offer, place) => {
				const { address } = this.accounts[(first + row) * OFFERS + place];
				return identities.offerAccount(tin, address, null);
			});
			return [identities.register(tin, hashOf(1)), ...offers];
		}).flat();
	}

	#acceptance(place) {
		return this.api.tx.identities.acceptAccount(tinOf('MX', FIRST + Math.floor(place / OFFERS)));
	}

	/** The accounts with an open offer, in hex. */
	async #offered() {
		const keys = await this.api.query.identities.offers.keys();
		return new Set(keys.map((key) => Buffer.from(key.args[0].toU8a()).toString('hex')));
	}

	/** What is sent in a round. */
	wave(round) {
		const crowd = Array.from({ length: CROWD }, (_, place) => {
			return this.crowd[(round * CROWD + place) % this.crowd.length];
		});
		return [
			...crowd.map((pair, place) => [this.#call(pair, place), pair]),
			...this.holders.map((pair, place) => [this.#holders(place), pair]),
		];
	}

	/** What an account with an offer sends. */
	#call(pair, place) {
		const { api } = this;
		switch (place % 20) {
			case 0:
				return this.#acceptance(this.accounts.indexOf(pair));
			case 1:
				return api.tx.identities.declineAccount();
			case 2:
				return remark(api, 8_000);
			case 3:
				return motion(api, remark(api, 40_000));
			case 4:
			case 5:
			case 6:
			case 7:
				return vote(api);
			default:
				return closeFor(api, CLOSES, this.weight);
		}
	}

	/** What a holder sends. */
	#holders(place) {
		const { api } = this;
		const type = { programme: 'OEA', code: 'OEA' };
		return [
			() => closeFor(api, CLOSES, this.weight),
			() => vote(api),
			() => api.tx.applications.apply(type, ['Exporter'], hashOf(2)),
			() => together(api, Array.from({ length: 50 }, () => remark(api, 100))),
		][place % 4]();
	}
}
