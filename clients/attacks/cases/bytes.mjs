// Case 2: officers fill blocks with long calls.

import { firmAt } from '../../firms/firms.mjs';
import { takeOverOf } from '../../firms/taking-over.mjs';
import { agreement, closeFor, motion, remark, together, weightOfClose } from '../calls.mjs';
import { WAITING } from '../cast.mjs';

/** The longest remark that a block takes within a motion. */
const LONGEST = 3_932_010;

/** Rows of the longest batch of certificates, and legs of the longest agreement. */
const ROWS = 400;
const LEGS = 240;

/** Where the numbers of the rows begin, after those of the probes. */
const FIRST = 5_000;

/** Remarks that fill what the longest leaves of a block, down to less than a suspension needs. */
const FILLERS = [
	200_000, 40_000, 12_000, 4_000, 1_500, 1_500, 700, 700, 300, 300, 300, 120, 120, 120, 40, 40, 40,
];

export class Bytes {
	title = 'bytes';
	remark = '';
	/** @type {any[]} */
	motions = [];
	/** @type {any[]} */
	long = [];
	/** @type {any[]} */
	work = [];

	constructor(cast, flood, field) {
		this.cast = cast;
		this.flood = flood;
		this.field = field;
		this.api = flood.chain.api;
	}

	/** The calls, each of which is signed again and again. */
	async prepare() {
		const { api, cast } = this;
		const weight = await weightOfClose(api, cast.own);
		const partner = cast.officers.at(-1).address;
		const limit = { refTime: 1_000_000_000, proofSize: 0 };
		this.motions = [LONGEST, ...FILLERS].map((bytes) => motion(api, remark(api, bytes)));
		this.close = closeFor(api, 2, weight);
		this.long = [
			remark(api, LONGEST),
			together(api, Array.from({ length: 4 }, () => remark(api, 250_000))),
			api.tx.multisig.asMulti(2, [partner], null, remark(api, 1_000_000), limit),
		];
		this.work = [this.#batch(), agreement(api, LEGS)];
	}

	/** Motions of officers without any scope, and long calls of officers with all. */
	wave(round) {
		const { scopeless, officers } = this.cast;
		const [first, ...others] = scopeless;
		const [longest, ...fillers] = this.motions;
		const [one, ...rest] = officers;
		// What keeps the block from others comes first, then what only officers may send.
		return [
			[longest, first],
			...fillers.map((call, place) => [call, others[place % others.length]]),
			[this.close, one],
			...rest.slice(0, 12).map((pair, place) => [this.work[place % 2], pair]),
			[this.long[round % this.long.length], rest.at(-1)],
		];
	}

	/** A long call that is an officer's own work. */
	#batch() {
		const rows = Array.from({ length: ROWS }, (_, row) => firmAt('MX', FIRST + row, WAITING));
		return takeOverOf(this.api, rows);
	}
}
