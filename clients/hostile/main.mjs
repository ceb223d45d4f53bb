// The program behind `make hostile`: one node is given thousands of bad inputs of each kind. It has to stay up, to
// answer with a sentence, to hold no memory for them, and to let honest transactions in meanwhile.

import assert from 'node:assert/strict';
import { hashOf } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { tinOf } from '../firms/numbers.mjs';
import { Checks } from '../network/checks.mjs';
import { drawing } from '../network/drawing.mjs';
import { NODE_OPTIONS, countOf, nodesOf, parse } from '../network/options.mjs';
import { onDevelopment, runProgram } from '../network/program.mjs';
import { mebibytes, say, seconds, table } from '../network/text.mjs';
import { stopwatch } from '../network/wait.mjs';
import { Draw, KINDS } from './kinds.mjs';

const HELP = `Usage: node clients/hostile/main.mjs [OPTIONS]

Gives one development node bad inputs of ${Object.keys(KINDS).length} kinds: ${Object.keys(KINDS).join(', ')}.
What is drawn follows from the seed.

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --count NUMBER     Inputs of each kind [default: 10000]
  --seed NUMBER      Draws them [default: 1]
  --base-port PORT   First of the ports for the node [default: free ones]
  --data DIR         Folder for what the node keeps [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 the node stood all of it, 1 it did not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...NODE_OPTIONS,
	count: { type: 'string', default: '10000' },
	seed: { type: 'string', default: '1' },
};

/** Inputs on their way at one time. */
const AT_ONCE = 16;

/** How much more memory the node may hold after all of them than before, in bytes. */
const MEMORY = 200 * 2 ** 20;

/** How long an honest transaction may wait for its block while they come, in seconds. */
const PATIENCE = 15;

/** Calls that one connection may make in a minute: what is tried is not that limit. */
const UNLIMITED = ['--rpc-rate-limit', '100000000'];

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	return values.help
		? { help: true }
		: { ...nodesOf(values), count: countOf(values, 'count'), seed: countOf(values, 'seed') };
}

/** Transactions that were right, in bytes: some calls by some accounts. */
async function signedOnes(api, keys) {
	const calls = [
		api.tx.system.remark('0x070707'),
		api.tx.suspensions.suspend({ Number: 'MX-1' }, 'Full', 'Open', 'Authority', `0x${'07'.repeat(32)}`),
		api.tx.utility.batchAll([api.tx.system.remark('0x01'), api.tx.system.remark('0x02')]),
		api.tx.benefits.grant(`0x${'09'.repeat(32)}`, { Tin: 'MXNWM9709244W4' }, 'Exporter', 'Import'),
	];
	const signed = await Promise.all(calls.map((call) => call.signAsync(keys.officer('MX', 1), { nonce: 9_999 })));
	return signed.map((one) => Buffer.from(one.toU8a()));
}

/** Gives the node so many inputs of a kind. Gives how often each word came back. */
async function pour(kind, count, draw, aim) {
	const words = new Map();
	let begun = 0;
	const one = async () => {
		while (begun < count) {
			begun += 1;
			const word = await KINDS[kind](draw, aim).catch((error) => {
				return error.name === 'TimeoutError' ? 'no answer in time' : `refused: ${error.cause?.code ?? error.message}`;
			});
			words.set(word, (words.get(word) ?? 0) + 1);
			if (begun % 1_000 === 0) {
				say(`  ${kind}: ${begun} of ${count}`);
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, one));
	return words;
}

async function play(node, { count, seed }) {
	node.arguments.push(...UNLIMITED);
	await node.start();
	await node.firstBlock();
	const chain = await connect(node.url);
	const keys = new Keys(await openKeyring());
	const { methods } = await node.rpc('rpc_methods');
	// Those end the node, or are answered on the machine itself only and change it.
	const asked = methods.filter((name) => !/^(dev_|system_add|system_remove|author_(insert|rotate|remove)|offchain_)/.test(name));
	const aim = {
		url: node.url.replace('ws', 'http'),
		...node.ports,
		methods: asked,
		signed: await signedOnes(chain.api, keys),
	};
	const draw = new Draw(drawing(seed));
	const checks = new Checks();
	const before = node.memory();
	let most = before;
	const rows = [];
	let honestOnes = 0;
	for (const kind of Object.keys(KINDS)) {
		await checks.that(`${count} of ${kind}: the node stands, answers and takes honest transactions`, async () => {
			const elapsed = stopwatch();
			let isOver = false;
			const waits = [];
			const honest = (async () => {
				while (!isOver) {
					honestOnes += 1;
					const call = chain.api.tx.identities.register(tinOf('CR', honestOnes), hashOf(1));
					const { inclusion } = await chain.submitWell(call, keys.officer('CR', 1));
					waits.push(inclusion);
				}
			})();
			const words = await pour(kind, count, draw, aim);
			isOver = true;
			await honest;
			most = Math.max(most, node.memory());
			const longest = Math.max(...waits);
			const told = [...words].toSorted(([, one], [, other]) => other - one);
			for (const [word, times] of told) {
				rows.push([rows.some(([known]) => known === kind) ? '' : kind, word, String(times)]);
			}
			assert.ok(node.isRunning);
			assert.deepEqual(told.filter(([word]) => word.includes('trap')), []);
			assert.ok(longest <= PATIENCE, `an honest transaction waited ${longest} s`);
			const { isSyncing } = await node.rpc('system_health');
			assert.equal(isSyncing, false);
			return `${seconds(elapsed())}, an honest transaction waited ${longest.toFixed(1)} s at most`;
		});
	}
	await checks.that(`the node holds no more than ${mebibytes(MEMORY)} for all of them`, () => {
		const grown = node.memory() - before;
		assert.ok(grown <= MEMORY, mebibytes(grown));
		return `${mebibytes(before)} before, ${mebibytes(most)} at most`;
	});
	await checks.that('the chain goes on to be final', async () => {
		await chain.untilFinal();
	});
	await chain.close();
	say();
	say(table(['kind', 'what came back', 'times'], rows));
	return checks.failed === 0;
}

await runProgram('clients/hostile/main.mjs', { HELP, readOptions }, (options) => {
	return onDevelopment(options, (node) => play(node, options));
});
