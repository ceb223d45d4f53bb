// Case 4: officers of one administration, and its own account, store as much as the chain takes.

import { hashOf } from '../../chain/calls.mjs';
import { newEncryptionKey } from '../../chain/keyring.mjs';
import { firmAt } from '../../firms/firms.mjs';
import { tinOf } from '../../firms/numbers.mjs';
import { takeOverOf } from '../../firms/taking-over.mjs';
import { agreement, motion, remark, together } from '../calls.mjs';
import { MEMBERS, WAITING } from '../cast.mjs';
import { MOST_ROUNDS } from '../probes.mjs';

/** Legs of the agreements that are proposed: as many as an agreement holds, and fewer. */
const LEGS = [240, 240, 240, 120, 60, 12];

/** Rows of a batch, aliases and applications of one transaction. */
const ROWS = 400;
const ALIASES = 100;
const APPLICATIONS = 100;

/** Where the numbers of the rows begin, after those of the probes. */
const FIRST = 10_000;

/** Territories that nobody covers. */
const FREE = ['AU', 'BN', 'BZ', 'CA', 'CH', 'CU', 'DZ', 'EG', 'FJ', 'GB', 'GE', 'GY', 'HK', 'HN'];

export class State {
	title = 'state';
	/** @type {any[]} */
	stores = [];
	/** @type {any[]} */
	before = [];

	constructor(cast, flood, field) {
		this.cast = cast;
		this.flood = flood;
		this.field = field;
		this.api = flood.chain.api;
	}

	async prepare() {
		const { agreements, identities, officers, own } = this.cast;
		this.stores = [
			{ what: 'agreements', pallets: ['Agreements'], pairs: [agreements] },
			{
				what: 'certificates and traders',
				pallets: ['Certificates', 'Identities'],
				pairs: [identities, ...officers.slice(0, 3)],
			},
			{ what: 'admissions and motions', pallets: ['Administrations', 'Council'], pairs: [own] },
		];
		this.before = await this.#sizes();
	}

	#sizes() {
		return Promise.all(this.stores.map(({ pallets }) => this.field.state(pallets)));
	}

	/** How much was stored, and what the cheapest byte of it cost, as a part of a byte of a block. */
	async finish() {
		const after = await this.#sizes();
		const stored = this.stores.map(({ what, pairs }, place) => {
			const bytes = after[place] - this.before[place];
			const paid = pairs.map(({ address }) => Number(this.field.paid.get(address) ?? 0n));
			return { what, bytes, price: this.#priceOf(bytes, paid) };
		});
		this.remark = stored.map(toldOf).join('; ');
		return { price: Math.min(...stored.map(({ price }) => price)) };
	}

	#priceOf(bytes, paid) {
		const sum = paid.reduce((total, fee) => total + fee, 0);
		return bytes > 0 ? sum / bytes / this.field.priceOfByte : Infinity;
	}

	wave(round) {
		const { agreements, identities, officers, own } = this.cast;
		const [certification, applications, aliases] = officers;
		return [
			...LEGS.map((count) => [agreement(this.api, count), agreements]),
			[this.#batch(round), certification],
			[this.#applications(round), applications],
			[this.#aliases(round, true), aliases],
			[this.#aliases(round, false), identities],
			[this.#admission(round), own],
			[motion(this.api, remark(this.api, 50_000 + round)), own],
		];
	}

	#batch(round) {
		const rows = Array.from({ length: ROWS }, (_, row) => {
			return firmAt('MX', FIRST + round * ROWS + row, WAITING);
		});
		return takeOverOf(this.api, rows);
	}

	#applications(round) {
		const type = { programme: WAITING, code: 'OEA' };
		const calls = Array.from({ length: APPLICATIONS }, (_, row) => {
			const place = 10 * FIRST + round * APPLICATIONS + row;
			const number = `APPLICATION-${place}`;
			const tin = tinOf('MX', place);
			return this.api.tx.applications.enterApplication(
				...[number, tin, hashOf(1), type, ['Exporter'], hashOf(2)],
			);
		});
		return together(this.api, calls);
	}

	/** Aliases of traders of Peru, issued; or of traders of one's own, declared. */
	#aliases(round, isForeign) {
		const { identities } = this.api.tx;
		const calls = Array.from({ length: ALIASES }, (_, row) => {
			const value = `X${round}Y${row}${'Z'.repeat(24)}`;
			const place = row % MOST_ROUNDS;
			return isForeign
				? identities.issueAlias(tinOf('PE', place), 'Code', value)
				: identities.declareAlias(tinOf('MX', place), MEMBERS[1 + (row % 15)], 'Code', value);
		});
		return together(this.api, calls);
	}

	#admission(round) {
		const { address } = this.cast.trader(round);
		return this.api.tx.administrations.propose(
			...[FREE[round % FREE.length], [], '+00:00', address, newEncryptionKey(), hashOf(3), []],
		);
	}
}

/** What was stored, and its price. */
function toldOf({ what, bytes, price }) {
	const each = Number.isFinite(price) ? `, a byte at ${price.toFixed(2)} of a block's` : '';
	return `${what}: ${Math.round(bytes / 1024)} KiB stored${each}`;
}
