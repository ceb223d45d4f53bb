// Case 3: all officers and the own account of one administration send whatever uses up its quota, and
// calls with a high priority: while it is full, and when nothing is left of it. Its own honest officer
// must still suspend, and so must others.

import { firmAt } from '../../firms/firms.mjs';
import { takeOverOf } from '../../firms/taking-over.mjs';
import {
	closeFor,
	confirmation,
	motion,
	remark,
	suspension,
	together,
	vote,
	weightOfClose,
} from '../calls.mjs';
import { WAITING } from '../cast.mjs';
import { MOST_ROUNDS } from '../probes.mjs';

/** Suspensions that an officer sends in a round, and within one batch. */
const SUSPENSIONS = 15;

/** Closes of the own account in a round, and how many of them fill a block. */
const CLOSES = 10;

/** Where the numbers of the rows begin, after those of the probes. */
const FIRST = 5_000;

/** Rows of a batch that is proposed. */
const ROWS = 100;

export class Drain {
	title = 'drained quota';
	rounds = MOST_ROUNDS;

	constructor(cast, flood, field) {
		this.cast = cast;
		this.flood = flood;
		this.field = field;
		this.api = flood.chain.api;
	}

	/** Knows what calls weigh. */
	async prepare() {
		this.weight = await weightOfClose(this.api, this.cast.own);
	}

	/** How much is left of the quota. */
	async finish() {
		const { answer } = await this.api.call.aeoApi.quota(this.cast.own.address);
		const { left, max } = answer.unwrap();
		const share = (100 * Number(left.toBigInt())) / Number(max.toBigInt());
		this.remark = `${share.toFixed(1)} % of the quota is left`;
		return {};
	}

	/** Each officer sends another kind in each round; those without scope send what comes first. */
	wave(round) {
		const { officers, own, scopeless } = this.cast;
		return [
			...Array.from({ length: CLOSES }, () => [closeFor(this.api, CLOSES, this.weight), own]),
			...officers.flatMap((pair, place) => this.#calls(place + round).map((call) => [call, pair])),
			...scopeless.map((pair, place) => [this.#first(place), pair]),
		];
	}

	#calls(kind) {
		const { api } = this;
		const suspensions = () => Array.from({ length: SUSPENSIONS }, () => suspension(api));
		switch (kind % 5) {
			case 0:
				return [confirmation(api)];
			case 1:
				return [this.#batch(kind)];
			case 2:
				return [together(api, suspensions())];
			case 3:
				return suspensions();
			default:
				return [closeFor(api, 10, this.weight), motion(api, remark(api, 2_000))];
		}
	}

	#first(place) {
		const { api } = this;
		return place % 2 === 0 ? vote(api) : closeFor(api, 1 + (place % 9), this.weight);
	}

	/** A batch of rows that waits for a second officer. */
	#batch(kind) {
		const rows = Array.from({ length: ROWS }, (_, row) => {
			return firmAt('MX', FIRST + kind * ROWS + row, WAITING);
		});
		return takeOverOf(this.api, rows);
	}
}
