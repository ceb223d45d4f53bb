// The program behind `make run` and the end-to-end test: reads the command line, runs the story,
// the checks or the faults, and sees to it that no node outlives it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './e2e.mjs';
import { runFaults } from './faults.mjs';
import { Network, ensurePortsFree, freeBase } from './nodes.mjs';
import { HELP, Misuse, readOptions } from './options.mjs';
import { Run } from './run.mjs';
import { say } from './text.mjs';
import { addFounders } from './together.mjs';

/** The network under way; every end of this program ends it. */
let network;

/** Whether the story came to its good end, after which Ctrl-C is no failure. */
let isWell = false;

/** The end of this program, once it has begun. */
let ending;

/** `run`: the story, and then the network until Ctrl-C. */
async function run({ node, base, data = 'run', logs = join(data, 'logs'), once, keep, lang }) {
	network = new Network({ binary: node, data, logs, base, chain: ['--chain', 'local'] });
	const play = new Run(network, lang);
	await ensurePortsFree(network.nodes);
	if (!keep) {
		network.forget();
	}
	const failure = await whileAlive(play.play(data));
	if (failure !== undefined) {
		throw failure;
	}
	isWell = true;
	say();
	if (once) {
		return 0;
	}
	play.sayHowToGoOn(logs);
	return network.death;
}

/** `test`: the end-to-end checks on one node. */
async function test(options) {
	return inFolder(options, async ({ node, base, data, logs }) => {
		network = new Network({
			binary: node,
			data,
			logs,
			base: base ?? (await freeBase(1)),
			chain: ['--dev'],
		});
		const only = network.add({ id: 'development', name: 'the development node', options: [] });
		await ensurePortsFree(network.nodes);
		network.forget();
		return (await whileAlive(runChecks(only))) === 0;
	});
}

/** `faults`: validators fail and come back. */
async function faults(options) {
	return inFolder(options, async ({ node, base, data, logs }) => {
		network = new Network({
			binary: node,
			data,
			logs,
			base: base ?? (await freeBase(5)),
			chain: ['--chain', 'local'],
		});
		const validators = addFounders(network);
		const late = network.add({ id: 'late', name: 'the late node', options: ['--name', 'Late'] });
		await ensurePortsFree(network.nodes);
		network.forget();
		await whileAlive(runFaults(validators, late));
		return true;
	});
}

/**
 * Runs `work` in the folders given, or in a new one that goes when all went well, and gives the
 * exit code.
 */
async function inFolder(options, work) {
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
function whileAlive(work) {
	return Promise.race([work, network.death]);
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
		say(`Stopping the nodes (${signal}).`);
		process.once(signal, () => process.exit(code));
		end(isWell ? 0 : code);
	});
}

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
	} else {
		await end(await { run, test, faults }[options.command](options));
	}
} catch (error) {
	complain(error);
	if (error instanceof Misuse) {
		process.stderr.write('`node clients/network/main.mjs --help` shows the options.\n');
	}
	await end(error instanceof Misuse ? 2 : 1);
}
