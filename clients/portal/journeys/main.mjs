// The program behind `make portal-journeys`: what people do at the portal, in a real browser against a node.

import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { connect } from '../../chain/chain.mjs';
import { Checks } from '../../network/checks.mjs';
import { NODE_OPTIONS, nodesOf, parse } from '../../network/options.mjs';
import { onDevelopment, runProgram } from '../../network/program.mjs';
import { writeRawSpec } from '../../network/spec.mjs';
import { say } from '../../network/text.mjs';
import { isBuilt, networkFiles, servePortal } from '../serve.mjs';
import * as journeys from './journeys.mjs';
import { setScene } from './scene.mjs';

const HELP = `Usage: node clients/portal/journeys/main.mjs [OPTIONS]

Does what people do at the portal in headless Chromium, against one node of a development chain (about
5 minutes). The page must be built: make portal-build.

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --only WORD        Only the journeys whose sentence has this in it
  --where-possible   End well where there is no Chromium, and say so
  --base-port PORT   First of the ports for the node [default: free ones]
  --data DIR         Folder for what the node keeps [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is as it should be, 1 it is not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...NODE_OPTIONS,
	only: { type: 'string', default: '' },
	'where-possible': { type: 'boolean', default: false },
};

/** The pictures of all screens; nothing of it is committed. */
const SHOTS = fileURLToPath(new URL('../shots', import.meta.url));

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	return values.help
		? { help: true }
		: { ...nodesOf(values), only: values.only, wherePossible: values['where-possible'] };
}

/** The path of the Chromium of this machine; nothing where there is none. */
function findChromium() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => {
		try {
			accessSync(path, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

/** All journeys, each with its sentence. */
function all(world) {
	const { node } = world;
	return [
		['The light client shows a first status on a cold cache', () => journeys.firstStatus(world, 'light')],
		['A node shows a first status on a cold cache', () => journeys.firstStatus(world, node.url)],
		['Anybody looks a firm up, in English', () => journeys.lookUp(world, 'en', 1000)],
		['Anybody looks a firm up, in Spanish on a small telephone', () => journeys.lookUp(world, 'es', 360)],
		['Anybody looks a firm up, in Portuguese', () => journeys.lookUp(world, 'pt', 1000)],
		['Somebody without a mouse looks a firm up', () => journeys.byKeyboard(world)],
		['An officer suspends in two clicks, in English', () => journeys.suspend(world, 'en', 1000)],
		['An officer suspends in two clicks, in Spanish on a small telephone', () => journeys.suspend(world, 'es', 360)],
		['The second officer is another one than the first, in English', () => journeys.confirm(world, 'en')],
		['The second officer is another one than the first, in Spanish', () => journeys.confirm(world, 'es')],
		['A trader sees its uses and withdraws its consent, in English', () => journeys.withdraw(world, 'en', 1000)],
		['A trader that has withdrawn hears when it can consent again, in Spanish on a small telephone', () => journeys.giveTooSoon(world, 'es', 360)],
		['A member of the council votes, once', () => journeys.vote(world)],
		['A member votes with the key in its browser extension', () => journeys.byExtension(world)],
		['A key without a role is told so', () => journeys.withoutRole(world)],
		['Over a slow line the status comes, later', () => journeys.slowNetwork(world)],
		['Another chain at the address shows nothing', () => journeys.foreignChain(world)],
		['The node goes and comes back, and nothing typed is lost', () => journeys.nodeGone(world)],
	];
}

async function run(options) {
	const executablePath = findChromium();
	if (executablePath === undefined) {
		const sentence = 'There is no Chromium here: scripts/setup chromium installs Debian\'s.';
		if (options.wherePossible) {
			say(`The portal's journeys are left out. ${sentence}`);
			return 0;
		}
		throw new Error(sentence);
	}
	if (!isBuilt()) {
		throw new Error('The page is not built: make portal-build.');
	}
	mkdirSync(SHOTS, { recursive: true });
	return onDevelopment(options, (node, data) => play(node, data, executablePath, options));
}

async function play(node, data, executablePath, { only }) {
	const spec = join(data, 'development.json');
	await writeRawSpec(node.binary, 'dev', spec);
	await node.start();
	const chain = await connect(node.url);
	const keys = await setScene(chain, join(data, 'keys'));
	await chain.close();
	const files = await networkFiles([node.url], JSON.parse(readFileSync(spec, 'utf8')));
	const foreign = { ...JSON.parse(files['/network.json']), genesis: `0x${'00'.repeat(32)}` };
	const portals = {
		own: await servePortal(files, 0),
		foreign: await servePortal({ ...files, '/network.json': JSON.stringify(foreign) }, 0),
	};
	// In a container there is no other user for a sandbox.
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	const checks = new Checks();
	try {
		const world = new journeys.World({ browser, node, portals, keys, shots: SHOTS });
		for (const [sentence, journey] of all(world)) {
			if (String(sentence).includes(only)) {
				await checks.that(sentence, journey);
			}
		}
	} finally {
		await browser.close();
		await Promise.all([portals.own.close(), portals.foreign.close()]);
	}
	say(`${checks.made - checks.failed} of ${checks.made} journeys went well. Pictures: ${SHOTS}`);
	return checks.failed === 0;
}

await runProgram('clients/portal/journeys/main.mjs', { HELP, readOptions }, run);
