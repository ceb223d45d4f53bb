// What a network of four validators does when some of them fail, with figures.

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../chain/chain.mjs';
import { accountOf, openKeyring } from '../chain/keyring.mjs';
import { countSlots } from '../chain/slots.mjs';
import { FOUNDERS } from '../network/participants.mjs';
import { mebibytes, say, seconds, table } from '../network/text.mjs';
import { sameBlock, startNodes, waitForFinality } from '../network/together.mjs';
import { stopwatch, waitFor } from '../network/wait.mjs';

/** Blocks over which missed slots are counted while nothing happens. */
const IDLE_BLOCKS = 50;

/** Final blocks that must come while one validator is down. */
const BLOCKS_WITHOUT_ONE = 5;

/** Time for votes under way to arrive after the second validator is killed, in milliseconds. */
const SETTLING = 6_000;

/** Time over which finality must stand still while two validators are down, in milliseconds. */
const WATCHING = 24_000;

/** How far finality may be behind the best block when a network is well, in blocks. */
const USUAL_LAG = 4;

/** Limits of the waits, in seconds. */
const LIMITS = { start: 90, found: 120, idle: 300, finality: 120, catchUp: 180, sync: 120 };

/**
 * Runs all cases on the founders' validators, of a fresh chain, and a node that only follows; fails
 * at the first that goes wrong.
 */
export async function runFaults(validators, late) {
	const watch = stopwatch();
	const [mexico, costaRica, peru, colombia] = validators;
	const results = [];
	const report = (what, figure) => {
		say(`  ${what}: ${figure}`);
		results.push([what, figure]);
	};

	say('Four validators start:');
	await startNodes(validators);
	await waitForFinality(validators, 1, LIMITS.start);
	report('first block final on four nodes after', seconds(watch()));

	say('They look for each other\'s addresses:');
	await waitForDiscovery(validators, validators.length - 1);
	report('each has found the three others after', seconds(watch()));

	say(`They are left alone for ${IDLE_BLOCKS} blocks:`);
	const idle = await watchIdle(mexico);
	report('blocks and missed slots while idle', `${idle.blocks} and ${idle.missed}`);
	report('greatest distance of finality behind the best block', `${idle.lag} blocks`);

	say('The node of Colombia is killed:');
	await colombia.kill();
	const before = await mexico.finalised();
	let since = stopwatch();
	await waitForFinality([mexico, costaRica, peru], before + BLOCKS_WITHOUT_ONE, LIMITS.finality);
	report(`${BLOCKS_WITHOUT_ONE} more blocks final with three of four after`, seconds(since()));

	say('The node of Peru is killed too:');
	await peru.kill();
	await sleep(SETTLING);
	const [stopped, best] = [await mexico.finalised(), await mexico.best()];
	await sleep(WATCHING);
	const [still, grown] = [await mexico.finalised(), await mexico.best()];
	if (still !== stopped) {
		throw new Error(`Finality went from ${stopped} to ${still} with two of four validators.`);
	}
	if (grown <= best) {
		throw new Error(`No block was authored in ${WATCHING / 1000} s by two of four validators.`);
	}
	report(
		'with two of four',
		`final block stays ${stopped}, best block goes from ${best} to ${grown}`,
	);

	say('Both are started again:');
	since = stopwatch();
	await startNodes([peru, colombia]);
	const missing = await mexico.best();
	await waitForFinality(validators, missing, LIMITS.catchUp);
	await sameBlock(validators, missing);
	report(`finality caught up to block ${missing} on four nodes after`, seconds(since()));

	say('A fifth node joins late:');
	since = stopwatch();
	await startNodes([late]);
	const goal = await mexico.finalised();
	await waitForFinality([late], goal, LIMITS.sync);
	const hash = await sameBlock([...validators, late], goal);
	report(`the late node has synced to the final block ${goal} after`, seconds(since()));
	await waitForUsualLag(late);
	await waitForDiscovery([late], validators.length);
	report('it has found the four validators after', seconds(since()));
	report('all five agree on its hash', hash);
	report('resident memory of a validator', mebibytes(mexico.memory()));

	say('All are told to stop:');
	const ends = await Promise.all([...validators, late].map(stopWell));
	report('nodes that ended well and said so', `${ends.length} of ${ends.length}`);
	report('time of all', seconds(watch()));
	say();
	say(table(['validator', 'blocks authored', 'slots missed'], idle.rows));
	say(`Counted while idle. ${results.length} figures, nothing failed.`);
}

/** Stops a node. Fails where it does not end well, or speaks of a failure instead of its stop. */
async function stopWell(node) {
	const how = await node.stop();
	const log = readFileSync(node.log, 'utf8');
	if (how !== 'exit code 0' || !/ stopped\s*$/u.test(log) || /Essential task/u.test(log)) {
		throw new Error(`${node.name} ended with ${how}; the last it said: ${log.slice(-300)}`);
	}
}

/** Watches the idle network over some blocks. */
async function watchIdle(node) {
	const chain = await connect(node.url);
	try {
		const first = await node.best();
		let lag = 0;
		await waitFor(`${IDLE_BLOCKS} more blocks`, LIMITS.idle, async () => {
			const final = await node.finalised();
			const best = await node.best();
			lag = Math.max(lag, best - final);
			return final >= first + IDLE_BLOCKS ? best : undefined;
		});
		const pairOf = await openKeyring();
		const { authored, missed } = countSlots(await chain.blocks(first, first + IDLE_BLOCKS));
		const rows = FOUNDERS.map(({ country, key }) => {
			const account = accountOf(pairOf(key));
			return [country, authored.get(account) ?? 0, missed.get(account) ?? 0];
		});
		return {
			blocks: IDLE_BLOCKS,
			lag,
			missed: rows.reduce((sum, row) => sum + row[2], 0),
			rows,
		};
	} finally {
		await chain.close();
	}
}

/** Waits until each of these nodes knows the addresses of so many validators. */
function waitForDiscovery(nodes, validators) {
	return waitFor(`${validators} validators found by ${nodes.length} nodes`, LIMITS.found, async () => {
		const found = await Promise.all(nodes.map((node) => node.validatorsFound()));
		return found.every((count) => count >= validators) ? found : undefined;
	});
}

/** Waits until a node's finality follows its best block closely. */
function waitForUsualLag(node) {
	return waitFor(`finality at most ${USUAL_LAG} blocks behind`, LIMITS.catchUp, async () => {
		const final = await node.finalised();
		const best = await node.best();
		return best > 0 && best - final <= USUAL_LAG ? best - final : undefined;
	});
}
