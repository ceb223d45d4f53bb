// What `aeo-load` does here: it signs and sends the calls of a file, or asks the questions of one.

import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { metricOf } from './nodes.mjs';
import { say } from './text.mjs';

/** Seconds of a slot. */
const SLOT = 3;

/** The generator of load, on one node. */
export class Load {
	#files = 0;

	/** `binary` is aeo-load, `node` the node that is measured, `folder` where its files are written. */
	constructor(binary, node, folder) {
		this.binary = binary;
		this.node = node;
		this.folder = folder;
	}

	async #run(command, lines, options) {
		this.#files += 1;
		const file = join(this.folder, `load-${this.#files}.txt`);
		writeFileSync(file, `${lines.join('\n')}\n`);
		const args = ['--url', this.node.url, command, ...options, file];
		const limit = { maxBuffer: 256 * 1024 * 1024 };
		const { stdout } = await promisify(execFile)(this.binary, args, limit).catch((error) => {
			throw new Error(error.stderr || error.message);
		});
		rmSync(file);
		return JSON.parse(stdout);
	}

	/**
	 * Sends calls, `[call, pair]`, and waits until all are final. Gives how many there were a second, over
	 * full blocks where there are any; the fullest block; and what it cost.
	 */
	async transact(what, calls, options = []) {
		const before = await this.#costs();
		const report = await this.#run('transact', calls.map(lineOf), options);
		const after = await this.#costs();
		const blocks = fullOf(report.blocks);
		const count = blocks.reduce((sum, { transactions }) => sum + transactions, 0);
		const rate = count / (blocks.length * SLOT);
		const proposed = after.proposals - before.proposals;
		const proposing = (1_000 * (after.proposing - before.proposing)) / proposed;
		const reasons = Object.keys(after.reasons).filter((reason) => {
			return after.reasons[reason] > (before.reasons[reason] ?? 0);
		});
		say(
			`  ${what}: ${calls.length} in ${report.blocks.length} blocks, ${rate.toFixed(1)} tx/s; blocks ` +
				`took ${proposing.toFixed(0)} ms on average and ended by ${reasons.join(', ')}`,
		);
		return {
			rate,
			// By transactions: a block in which a session ends weighs as much as a block may, and holds none.
			fullest: report.blocks.reduce((one, other) => (other.transactions > one.transactions ? other : one)),
			blocks: report.blocks.length,
			proposing,
			reasons,
			node: after.computed - before.computed,
			generator: report.computed,
			submittedIn: report.submittedIn,
			finalIn: report.finalIn,
		};
	}

	/** Sends calls, `[call, pair]`, one after another. Gives how long each took to a block and to be final. */
	latency(calls) {
		return this.#run('latency', calls.map(lineOf), []);
	}

	/** Asks questions, each a list of parameters. */
	ask(questions, options) {
		const lines = questions.map((question) => JSON.stringify(question));
		return this.#run('ask', lines, options);
	}

	/** What the node has done until now: seconds of computing and of proposing, and why blocks ended. */
	async #costs() {
		const text = await this.node.metrics();
		return {
			computed: this.node.computed(),
			proposing: metricOf(text, 'substrate_proposer_block_constructed_sum'),
			proposals: metricOf(text, 'substrate_proposer_block_constructed_count'),
			reasons: reasonsOf(text),
		};
	}
}

/** A call as aeo-load reads it, and whose it is. */
function lineOf([call, pair]) {
	return `${pair.meta.path} ${call.method.toHex()}`;
}

/** How many blocks ended for each reason, in what Prometheus reads. */
export function reasonsOf(metrics) {
	const lines = metrics.matchAll(/^substrate_proposer_end_proposal_reason\{.*reason="(\w+)".*\} (\S+)$/gmu);
	return Object.fromEntries(Array.from(lines, ([, reason, count]) => [reason, Number(count)]));
}

/** The blocks without the first and the last, which may hold little; all where there are but two. */
export function fullOf(blocks) {
	return blocks.length > 2 ? blocks.slice(1, -1) : blocks;
}
