// Nodes of one network, together: who they are, their start, and what they agree on.

import { CHILE, FOUNDERS } from './participants.mjs';
import { say, seconds } from './text.mjs';
import { stopwatch, waitFor } from './wait.mjs';

/** How long finality may take to reach all nodes, in seconds. */
export const FINALITY_LIMIT = 90;

/** Adds the founders' validators to a network, and gives them. */
export function addFounders(network) {
	return FOUNDERS.map(({ territory, country, flag }) => {
		return network.add({
			id: territory.toLowerCase(),
			name: `the node of ${country}`,
			// A validator keeps no feed unless it is told to.
			options: [flag, '--validator', '--feed'],
		});
	});
}

/** Adds Chile's node, whose keystore is empty, after the founders', and gives it. */
export function addChile(network) {
	return network.add({
		id: CHILE.territory.toLowerCase(),
		name: `the node of ${CHILE.country}`,
		options: ['--name', CHILE.country, '--validator', '--feed'],
	});
}

/**
 * Starts nodes and tells of each when it answers, and after how many seconds. The first one may have
 * to compile the runtime; the others start once it has, and find it compiled.
 */
export async function startNodes(nodes, tell = sayThatItIsUp) {
	const [first, ...others] = nodes;
	const elapsed = stopwatch();
	const start = async (node) => {
		await node.start();
		tell(node, elapsed());
	};
	await start(first);
	await Promise.all(others.map(start));
}

function sayThatItIsUp(node, elapsed) {
	say(`  ${node.name} is up after ${seconds(elapsed)}: ${node.url}, log ${node.log}`);
}

/** Waits until finality has begun on all these nodes beyond a block. */
export function waitForFinality(nodes, block, limit) {
	return waitFor(`block ${block} is final on ${nodes.length} nodes`, limit, async () => {
		const heights = await Promise.all(nodes.map((node) => node.finalised()));
		return heights.every((height) => height >= block) ? heights : undefined;
	});
}

/** Fails unless all nodes hold the same block at this height; gives its hash. */
export async function sameBlock(nodes, number) {
	const hashes = await Promise.all(nodes.map((node) => node.rpc('chain_getBlockHash', [number])));
	if (hashes.some((hash) => hash === null || hash !== hashes[0])) {
		throw new Error(`The nodes disagree about block ${number}: ${hashes.join(', ')}.`);
	}
	return hashes[0];
}
