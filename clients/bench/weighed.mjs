// What full blocks take beside what they weigh, by the node's own `benchmark block`.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How often each block is executed. */
const REPEAT = 10;

/** As the node says it of a block. */
const LINE = /Block (\d+) with +(\d+) tx used +[\d.]+% of its weight \( *([\d,]+) of +([\d,]+) ns\)/gu;

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
