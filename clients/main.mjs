// The program behind `make run` and the end-to-end test: reads the command line, runs the story,
// the checks, the faults, or the check of a release.

import { join } from 'node:path';
import { runChecks } from './checks/e2e.mjs';
import { runFaults } from './checks/faults.mjs';
import { checkMetadataHash } from './checks/metadata-hash.mjs';
import { ensurePortsFree, freeBase } from './network/nodes.mjs';
import { HELP, readOptions } from './options.mjs';
import {
	inFolder,
	openDevelopment,
	openNetwork,
	runProgram,
	succeed,
	whileAlive,
} from './network/program.mjs';
import { Run } from './story/run.mjs';
import { say } from './network/text.mjs';
import { addFounders } from './network/together.mjs';

/** `run`: the story, and then the network until Ctrl-C. */
async function run({ node, base, data = 'run', logs = join(data, 'logs'), once, keep, lang }) {
	const network = openNetwork({ binary: node, data, logs, base, chain: ['--chain', 'local'] });
	const play = new Run(network, lang);
	await ensurePortsFree(network.nodes);
	if (!keep) {
		network.forget();
	}
	const failure = await whileAlive(play.play(data));
	if (failure !== undefined) {
		throw failure;
	}
	succeed();
	say();
	if (once) {
		return 0;
	}
	play.sayHowToGoOn(logs);
	return network.death;
}

/** Does something with one node of the chain `development`. */
function withOneNode(options, work) {
	return inFolder(options, async ({ node, base, data, logs }) => {
		const settings = { binary: node, data, logs, base: base ?? (await freeBase(1)) };
		return whileAlive(work(await openDevelopment(settings)));
	});
}

/** `test`: the end-to-end checks on one node. */
async function test(options) {
	return withOneNode(options, async (node) => (await runChecks(node)) === 0);
}

/** `metadata-hash`: whether a build has it. */
async function metadataHash(options) {
	return withOneNode(options, checkMetadataHash);
}

/** `faults`: validators fail and come back. */
async function faults(options) {
	return inFolder(options, async ({ node, base, data, logs }) => {
		const network = openNetwork({
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

await runProgram('clients/main.mjs', async () => {
	const options = readOptions(process.argv.slice(2), process.env);
	if (options.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const commands = { run, test, faults, 'metadata-hash': metadataHash };
	return commands[options.command](options);
});
