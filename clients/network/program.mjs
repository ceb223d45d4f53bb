// What the programs that start nodes have in common: no node outlives them, however they end, and
// what goes wrong is a sentence. There is one program in a process.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Network, ensurePortsFree, freeBase } from './nodes.mjs';
import { Misuse } from './options.mjs';
import { say } from './text.mjs';

/** The network under way; every end of this program ends it. */
let network;

/** Whether the program came to its good end, after which Ctrl-C is no failure. */
let isWell = false;

/** The end of this program, once it has begun. */
let ending;

/** Opens a network, see nodes.mjs, that ends with this program. */
export function openNetwork(settings) {
	network = new Network(settings);
	return network;
}

/** The network of one node of the chain `development` that is not kept. */
async function openDevelopment(settings) {
	const only = openNetwork(settings).add({
		id: 'development',
		name: 'the development node',
		// It validates, and would keep no feed otherwise.
		options: ['--feed'],
	});
	await ensurePortsFree([only]);
	network.forget();
	return only;
}

/** Says that all went well: whatever ends the program from now on is no failure. */
export function succeed() {
	isWell = true;
}

/**
 * Runs `work` in the folders given, or in a new one that goes when all went well, and gives the
 * exit code.
 */
export async function inFolder(options, work) {
	const temporary = options.data === undefined;
	const data = options.data ?? mkdtempSync(join(tmpdir(), 'aeo-network-'));
	const logs = options.logs ?? join(data, 'logs');
	let isGood = false;
	try {
		isGood = await work({ ...options, data, logs });
	} finally {
		await network?.stop();
		if (isGood && temporary) {
			rmSync(data, { recursive: true, force: true });
		} else {
			say(`Logs: ${logs}`);
		}
	}
	return isGood ? 0 : 1;
}

/** Gives what `work` gives, unless a node ends before. */
export function whileAlive(work) {
	return Promise.race([work, network.death]);
}

/**
 * Does something with a new node of the chain `development`, not started yet, that goes with its data
 * when all went well. `work` takes the node and its folder, and gives whether it did. Gives the exit
 * code. `specOf` may write a specification into the folder that the node takes instead, and gives its path.
 *
 * @param {any} options
 * @param {(node: any, data: string) => any} work
 * @param {(data: string) => Promise<string | undefined>} [specOf]
 */
export function onDevelopment(options, work, specOf = async () => undefined) {
	return inFolder(options, async ({ node, base, data, logs }) => {
		const spec = await specOf(data);
		const chain = ['--dev', ...(spec === undefined ? [] : ['--chain', spec])];
		const settings = { binary: node, data, logs, base: base ?? (await freeBase(1)), chain };
		return whileAlive(work(await openDevelopment(settings), data));
	});
}

/** Ends all nodes, then this program. What ends it first gives the exit code. */
function end(code) {
	ending ??= (async () => {
		await network?.stop();
		process.exit(code);
	})();
	return ending;
}

function complain(error) {
	if (ending !== undefined) {
		// Whatever fails because the nodes are being ended is no news.
		return;
	}
	// Errors of our own are sentences; others are mistakes of this program, and need their stack.
	const isOurs = [Error, Misuse].includes(error?.constructor);
	process.stderr.write(`${isOurs ? error.message : (error?.stack ?? error)}\n`);
}

/** Ends on a signal: nodes first. The same signal once more ends at once. */
function endOnSignal(signal, code) {
	process.once(signal, () => {
		network?.nodes.forEach((node) => node.expectEnd());
		say();
		say(`Stopping (${signal}).`);
		process.once(signal, () => process.exit(code));
		end(isWell ? 0 : code);
	});
}

/**
 * Runs a program and ends with the exit code that `work` gives for the options: 2 for a command line
 * that cannot be meant, 1 for any other failure. `name` is how the program is called. `HELP` is shown
 * where `readOptions`, of the arguments and the environment, finds that it is asked for.
 */
export async function runProgram(name, { HELP, readOptions }, work) {
	endOnSignal('SIGINT', 130);
	endOnSignal('SIGTERM', 143);
	endOnSignal('SIGHUP', 129);
	for (const trouble of ['uncaughtException', 'unhandledRejection']) {
		process.on(trouble, (error) => {
			complain(error);
			end(1);
		});
	}
	try {
		const options = readOptions(process.argv.slice(2), process.env);
		if (options.help) {
			process.stdout.write(HELP);
			await end(0);
		} else {
			await end(await work(options));
		}
	} catch (error) {
		complain(error);
		if (error instanceof Misuse) {
			process.stderr.write(`\`node ${name} --help\` shows the options.\n`);
		}
		await end(error instanceof Misuse ? 2 : 1);
	}
}
