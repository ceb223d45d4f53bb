// What full blocks take beside what they weigh: to be executed, by the node's own `benchmark block`, and to be imported
// into another database, with all that is written.

import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** How often each block is executed. */
const REPEAT = 10;

/** As the node says it of a block. */
const LINE = /Block (\d+) with +(\d+) tx used +[\d.]+% of its weight \( *([\d,]+) of +([\d,]+) ns\)/gu;

/** As the node says it of a block when it begins to import it, and when it has. */
const BEGUN = /^\S+ (\d+):(\d+):([\d.]+) .*: Block (\d+) \(0x/u;
const DONE = /^\S+ (\d+):(\d+):([\d.]+) .*: Block imported successfully Some\((\d+)\)/u;

const DAY = 24 * 60 * 60 * 1_000;

/** The blocks that an output of `benchmark block` tells of, with the nanoseconds that each took and weighs. */
export function weighedOf(output) {
	return Array.from(output.matchAll(LINE), ([, number, transactions, took, weighs]) => ({
		number: Number(number),
		transactions: Number(transactions),
		took: nanoseconds(took),
		weighs: nanoseconds(weighs),
	}));
}

function nanoseconds(text) {
	return Number(text.replaceAll(',', ''));
}

/** Whether the binary can measure blocks: whether it was built with the feature `bench-cli`. */
export async function canWeigh(binary) {
	return promisify(execFile)(binary, ['benchmark', '--help']).then(
		() => true,
		() => false,
	);
}

/**
 * Executes a block of a stopped node's database again and again. Gives the nanoseconds that it takes and
 * weighs.
 */
export async function weigh(binary, spec, folder, number) {
	const at = ['--from', `${number}`, '--to', `${number}`];
	const where = ['--chain', spec, '--base-path', folder];
	const args = ['benchmark', 'block', ...where, ...at, '--repeat', `${REPEAT}`];
	const { stdout, stderr } = await promisify(execFile)(binary, args, {
		maxBuffer: 64 * 1024 * 1024,
	});
	const [block] = weighedOf(`${stdout}${stderr}`);
	if (block === undefined) {
		throw new Error(`benchmark block says nothing of block ${number}:\n${stderr}`);
	}
	return block;
}

/** The milliseconds that each block took to be imported, by its number, from the log of `import-blocks`. */
export function importedOf(log) {
	const begun = new Map();
	const took = new Map();
	for (const line of log.split('\n')) {
		const [begins, ends] = [BEGUN.exec(line), DONE.exec(line)];
		if (begins !== null) {
			begun.set(begins[4], momentOf(begins));
		} else if (ends !== null && begun.has(ends[4])) {
			took.set(Number(ends[4]), (momentOf(ends) - begun.get(ends[4]) + DAY) % DAY);
		}
	}
	return took;
}

/**
 * The milliseconds of the day at which a line was written.
 *
 * @param {string[]} line
 */
function momentOf([, hours, minutes, seconds]) {
	return (Number(hours) * 60 + Number(minutes)) * 60_000 + Math.round(Number(seconds) * 1_000);
}

/**
 * Imports all blocks of a stopped node's database into a new one, in this folder. Gives the milliseconds that each took,
 * by its number.
 */
export async function importAnew(binary, spec, database, folder) {
	const run = (args) => promisify(execFile)(binary, args, { maxBuffer: 1024 * 1024 * 1024 });
	const [file, other] = [join(folder, 'blocks'), join(folder, 'imported')];
	await run(['export-blocks', '--chain', spec, '--base-path', database, '--binary', file]);
	const log = ['--detailed-log-output', '--log', 'sync::import-queue=trace'];
	const { stderr } = await run(['import-blocks', '--chain', spec, '--base-path', other, '--binary', file, ...log]);
	rmSync(file);
	rmSync(other, { recursive: true });
	return importedOf(stderr);
}
