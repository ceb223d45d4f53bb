// The program behind `make run`, `make end-to-end`, `make faults`, `make numbers` and `make check-release`:
// runs the story, the checks, the faults, the numbers, or the check of a release.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './checks/e2e.mjs';
import { runFaults } from './checks/faults.mjs';
import { checkMetadataHash } from './checks/metadata-hash.mjs';
import { checkNumbers } from './checks/numbers.mjs';
import { ensurePortsFree, freeBase, isFree } from './network/nodes.mjs';
import {
	inFolder,
	onDevelopment,
	openNetwork,
	runProgram,
	succeed,
	whileAlive,
} from './network/program.mjs';
import { writeRawSpec } from './network/spec.mjs';
import { say } from './network/text.mjs';
import { addFounders } from './network/together.mjs';
import * as commandLine from './options.mjs';
import { PORT, isBuilt, networkFiles, servePortal } from './portal/serve.mjs';
import { Run } from './story/run.mjs';
import { texts } from './story/text.mjs';
import * as telling from './story/telling.mjs';

/** `run`: the story, and then the network until Ctrl-C. */
async function run({ node, aeo, base, data = 'run', logs = join(data, 'logs'), once, keep, lang }) {
	const spec = join(data, 'local.json');
	const network = openNetwork({ binary: node, data, logs, base, chain: ['--chain', spec] });
	const play = new Run(network, lang, aeo);
	await ensurePortsFree(network.nodes);
	if (!keep) {
		network.forget();
	}
	say(texts(lang).say('run.prepares'));
	await writeRawSpec(node, 'local', spec);
	const failure = await whileAlive(play.play(data));
	if (failure !== undefined) {
		throw failure;
	}
	succeed();
	say();
	if (once) {
		return 0;
	}
	play.sayHowToGoOn(logs, isBuilt() ? await portalOf(network, spec) : undefined);
	return network.death;
}

/** Serves the portal for a network, and gives its address. */
async function portalOf(network, spec) {
	const nodes = network.nodes.filter((one) => one.isRunning).map(({ url }) => url);
	const files = await networkFiles(nodes, JSON.parse(readFileSync(spec, 'utf8')));
	const { url } = await servePortal(files, (await isFree(PORT)) ? PORT : 0);
	return url;
}

/** `test`: the end-to-end checks on one node. */
function test(options) {
	return onDevelopment(options, async (node, data) => {
		return (await runChecks(node, telling, { aeo: options.aeo, data })) === 0;
	});
}

/** `metadata-hash`: whether a build has it. */
function metadataHash(options) {
	return onDevelopment(options, checkMetadataHash);
}

/** `numbers`: whether library, node and runtime say the same of numbers. */
function numbers(options) {
	return onDevelopment(options, (node) => checkNumbers(node, options.tinCheck));
}

/** `faults`: validators fail and come back. */
function faults(options) {
	return inFolder(options, async ({ node, base, data, logs }) => {
		const spec = join(data, 'local.json');
		const network = openNetwork({
			binary: node,
			data,
			logs,
			base: base ?? (await freeBase(5)),
			chain: ['--chain', spec],
		});
		const validators = addFounders(network);
		const late = network.add({ id: 'late', name: 'the late node', options: ['--name', 'Late'] });
		await ensurePortsFree(network.nodes);
		network.forget();
		await writeRawSpec(node, 'local', spec);
		await whileAlive(runFaults(validators, late));
		return true;
	});
}

const COMMANDS = { run, test, faults, numbers, 'metadata-hash': metadataHash };

await runProgram('clients/main.mjs', commandLine, (chosen) => COMMANDS[chosen.command](chosen));
