// The results: which goals are met, the table, and JSON. Pure functions.

import { mebibytes, table } from '../network/text.mjs';
import { PATIENCE, PROBES } from './probes.mjs';

/** What a byte of state costs at least, as a part of the price of a byte of a block. */
export const LEAST_PRICE = 1;

/** The goals that a result misses, each as a sentence. */
export function missed({ worst, price }) {
	const late = Object.entries(PROBES)
		.filter(([kind, { due }]) => !(worst[kind].blocks <= due))
		.map(([kind, { due, text }]) => {
			const { blocks, why, lost, of } = worst[kind];
			const what = blocks === undefined ? `${lost} of ${of} lost, ${why}` : `${blocks} blocks`;
			return `${text}: ${what}; due after ${due}`;
		});
	if (price !== undefined && !(price >= LEAST_PRICE)) {
		late.push(`a stored byte costs ${price.toFixed(2)} of a block's; at least ${LEAST_PRICE} is due`);
	}
	return late;
}

/** How long a probe took at most, as the table shows it. */
function blocksOf({ blocks }) {
	return blocks === undefined ? `> ${PATIENCE}` : String(blocks);
}

/** The table of all results. */
export function tableOf(results) {
	const due = ({ text, due: blocks }) => `${text} (≤ ${blocks})`;
	const head = [
		'case',
		...Object.values(PROBES).map(due),
		'memory before',
		'most',
		'pool, most',
		'sent',
		'refused',
		'in blocks',
		'of them failed',
		'goals',
	];
	return table(
		head,
		results.map((result) => [
			`${result.number} ${result.title}`,
			...Object.keys(PROBES).map((kind) => blocksOf(result.worst[kind])),
			mebibytes(result.memoryBefore),
			mebibytes(result.memory),
			result.pool,
			result.sent,
			result.sent - result.taken,
			result.included,
			result.failed,
			missed(result).length === 0 ? 'met' : 'missed',
		]),
	);
}

/** Everything that the table leaves out: what was special, refusals, and what was missed. */
export function remarksOf(result) {
	const refusals = [...result.refused].sort(([, one], [, other]) => other - one);
	return [
		`${result.number} ${result.title}: ${result.remark}`,
		...refusals.map(([text, count]) => `  refused ${count}: ${text}`),
		...missed(result).map((sentence) => `  missed: ${sentence}`),
	];
}

/** The results as JSON. */
export function jsonOf(results) {
	const plain = results.map((result) => ({
		...result,
		refused: Object.fromEntries(result.refused),
		price: Number.isFinite(result.price) ? result.price : undefined,
		missed: missed(result),
	}));
	return JSON.stringify(plain, undefined, '\t');
}
