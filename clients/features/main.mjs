// `make features`: the scenarios of the specification, as people tell them, on one node.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { connect } from '../chain/chain.mjs';
import { ensurePortsFree, freeBase } from '../network/nodes.mjs';
import { Misuse, NODE_OPTIONS, nodesOf, parse } from '../network/options.mjs';
import { inFolder, openNetwork, runProgram, whileAlive } from '../network/program.mjs';
import { developmentSpec } from '../network/spec.mjs';
import { say, seconds } from '../network/text.mjs';
import { stopwatch } from '../network/wait.mjs';
import { AT_ONCE, clocksAt, openCast, prepare, specFor } from './ground.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));

const LANGUAGES = ['es', 'en'];

const HELP = `Usage: node clients/features/main.mjs [OPTIONS]

Plays the scenarios of clients/features on one node of a development chain that has seventeen
administrations (about 5 minutes).

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --lang es|en       In which language they are told [default: es]
  --name PATTERN     Only scenarios whose name has this in it
  --base-port PORT   First of the ports for the node [default: free ones]
  --data DIR         Folder for the data of the node [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is as told, 1 it is not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...NODE_OPTIONS,
	lang: { type: 'string', default: 'es' },
	name: { type: 'string' },
};

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	if (values.help) {
		return { help: true };
	}
	if (!LANGUAGES.includes(values.lang)) {
		throw new Misuse(`--lang ${values.lang} is not one of ${LANGUAGES.join(', ')}.`);
	}
	return { ...nodesOf(values), lang: values.lang, name: values.name };
}

/** Plays the scenarios on a node that is up; whether all went well. */
async function play(worldParameters, { lang, name }) {
	const { runConfiguration } = await loadConfiguration(
		{
			file: false,
			provided: {
				format: ['progress'],
				import: [join(HERE, 'steps', '*.mjs')],
				name: name === undefined ? [] : [name],
				parallel: AT_ONCE,
				paths: [join(HERE, lang)],
				strict: true,
				worldParameters,
			},
		},
		{ cwd: HERE },
	);
	const { success } = await runCucumber(runConfiguration, { cwd: HERE });
	return success;
}

await runProgram('clients/features/main.mjs', { HELP, readOptions }, (options) => {
	return inFolder(options, async ({ node, base, data, logs }) => {
		const elapsed = stopwatch();
		const cast = await openCast();
		const spec = join(data, 'features.json');
		const folder = join(data, 'signing');
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		const development = developmentSpec(node);
		// As late as possible: a day that ends soon does not wait for the node.
		const { clocks, midnight } = clocksAt(Date.now());
		writeFileSync(spec, JSON.stringify(specFor(development, cast, clocks)));
		const network = openNetwork({
			binary: node,
			data,
			logs,
			base: base ?? (await freeBase(1)),
			chain: ['--chain', spec, '--alice', '--validator', '--force-authoring'],
		});
		const only = network.add({ id: 'features', name: 'the node of the scenarios', options: [] });
		await ensurePortsFree([only]);
		network.forget();
		return whileAlive(
			(async () => {
				await only.start();
				const chain = await connect(only.url);
				await prepare(chain, cast, clocks);
				await chain.close();
				say(`The ground is there after ${seconds(elapsed())}.`);
				const isGood = await play({ url: only.url, clocks, midnight, folder }, options);
				say(`Played in ${seconds(elapsed())}.`);
				return isGood;
			})(),
		);
	});
});
