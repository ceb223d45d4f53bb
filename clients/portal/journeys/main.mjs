// The program behind `make portal-journeys`: what people do at the portal, in a real browser against a node.

import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { connect } from '../../chain/chain.mjs';
import { Checks } from '../../network/checks.mjs';
import { Misuse, OFFICE_OPTIONS, officesOf, parse } from '../../network/options.mjs';
import { onDevelopment, runProgram } from '../../network/program.mjs';
import { writeRawSpec } from '../../network/spec.mjs';
import { say } from '../../network/text.mjs';
import { isBuilt, networkFiles, servePortal } from '../serve.mjs';
import { scan, writeFilm } from './codes.mjs';
import { closeMotion } from './council.mjs';
import { correct, decideApplications } from './decisions.mjs';
import { asks } from './holder.mjs';
import * as journeys from './journeys.mjs';
import { byKeyboard, officerByKeys, voteByKeys } from './keyboard.mjs';
import { byName, certify, loadList } from './office.mjs';
import { layReady, ownRecord } from './own.mjs';
import { checkReceipts, makeReceipts } from './receipts.mjs';
import { FIRMS, setScene } from './scene.mjs';

const HELP = `Usage: node clients/portal/journeys/main.mjs [OPTIONS]

Does what people do at the portal in headless Chromium, against one node of a development chain
(some 7 minutes on two cores with other work). The page must be built: make portal-build.

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --aeo PATH         The command line that makes receipts [default: target/fast/aeo]
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
	...OFFICE_OPTIONS,
	only: { type: 'string', default: '' },
	'where-possible': { type: 'boolean', default: false },
};

/** The pictures of all screens; nothing of it is committed. */
const SHOTS = fileURLToPath(new URL('../shots', import.meta.url));

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	if (values.help) {
		return { help: true };
	}
	if (!ROUNDS.flat(2).some(([sentence]) => sentence.includes(values.only))) {
		throw new Misuse(`No journey's sentence has --only ${values.only} in it.`);
	}
	return { ...officesOf(values), only: values.only, wherePossible: values['where-possible'] };
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

/** How wide the window of a small telephone is, in pixels. */
const TELEPHONE = 360;

/**
 * All journeys, each with its sentence, in rounds one after another. A round has lanes that are gone side by side, since
 * most of the time is waiting for blocks: what one account signs, it signs in one lane.
 *
 * @type {[sentence: string, journey: (world: journeys.World) => Promise<unknown>][][][]}
 */
const ROUNDS = [
	[
		[
			['The light client shows a first status on a cold cache', (world) => journeys.firstStatus(world, 'light')],
			['A node shows a first status on a cold cache', (world) => journeys.firstStatus(world, world.node.url)],
		],
	],
	[
		[
			['An officer suspends in two clicks, in English', (world) => journeys.suspend(world, 'en', 1000)],
			['An officer suspends in two clicks, in Spanish on a small telephone', (world) => journeys.suspend(world, 'es', TELEPHONE)],
			['The second officer is another one than the first, in English', (world) => journeys.confirm(world, 'en')],
			['The second officer is another one than the first, in Spanish', (world) => journeys.confirm(world, 'es')],
			['An officer finds a firm by its name, in English', (world) => byName(world, 'en', 1280)],
			['An officer finds a firm by its name, in Spanish on a small telephone', (world) => byName(world, 'es', TELEPHONE)],
		],
		[
			['Two officers certify, renew and revoke, in English', (world) => certify(world, 'en', 1280)],
			['Two officers certify, renew and revoke, in Spanish on a small telephone', (world) => certify(world, 'es', TELEPHONE)],
			['Two officers load a spreadsheet, in English', (world) => loadList(world, 'en', 1280)],
			['Two officers load a list, in Spanish on a small telephone', (world) => loadList(world, 'es', TELEPHONE)],
			['Two officers correct and annul, and an appeal is dismissed, in English', (world) => correct(world, 'en', 1280)],
			['Two officers correct and annul, and an appeal counts, in Spanish on a small telephone', (world) => correct(world, 'es', TELEPHONE)],
			['Two officers decide on applications, in English', (world) => decideApplications(world, 'en', 1280)],
			['Two officers decide on applications, in Spanish on a small telephone', (world) => decideApplications(world, 'es', TELEPHONE)],
			['Officers without a mouse certify, confirm and suspend, in English', (world) => officerByKeys(world, 'en')],
			['Officers without a mouse certify, confirm and suspend, in Spanish', (world) => officerByKeys(world, 'es')],
		],
		[
			['Anybody looks a firm up, in English', (world) => journeys.lookUp(world, 'en', 1000)],
			['Anybody looks a firm up, in Spanish on a small telephone', (world) => journeys.lookUp(world, 'es', TELEPHONE)],
			['Anybody looks a firm up, in Portuguese', (world) => journeys.lookUp(world, 'pt', 1000)],
			['Anybody prints and scans a code, in English', (world) => scan(world, 'en', 1280)],
			['Anybody prints and scans a code, in Spanish on a small telephone', (world) => scan(world, 'es', TELEPHONE)],
			['Anybody prints and scans a code, in Portuguese', (world) => scan(world, 'pt', 1280)],
			['Anybody checks receipts, in English', (world) => checkReceipts(world, 'en', 1000, 'light')],
			['Anybody checks receipts, in Spanish on a small telephone', (world) => checkReceipts(world, 'es', TELEPHONE, world.node.url)],
			['Anybody checks receipts, in Portuguese', (world) => checkReceipts(world, 'pt', 1000, world.node.url)],
			['Somebody without a mouse looks a firm up', (world) => byKeyboard(world)],
			['Over a slow line the status comes, later', (world) => journeys.slowNetwork(world)],
			['Another chain at the address shows nothing', (world) => journeys.foreignChain(world)],
		],
		[
			['A trader sees its uses and withdraws its consent, in English', (world) => journeys.withdraw(world, 'en', 1000)],
			['A trader that has withdrawn hears when it can consent again, in Spanish on a small telephone', (world) => journeys.giveTooSoon(world, 'es', TELEPHONE)],
			['A trader answers, asks and applies, in English', (world) => asks(world, 'en', 1280)],
			['A trader answers, asks and applies, in Spanish on a small telephone', (world) => asks(world, 'es', TELEPHONE)],
			['A trader opens its own sealed record, in English', (world) => ownRecord(world, 'en', 1280)],
			['A trader opens its own sealed record, in Spanish on a small telephone', (world) => ownRecord(world, 'es', TELEPHONE)],
			['A member of the council votes, once', (world) => journeys.vote(world)],
			['A member of the council without a mouse votes, in Spanish', (world) => voteByKeys(world, 'es')],
			['A member votes with the key in its browser extension', (world) => journeys.byExtension(world)],
			['A member of the council closes a motion, in English', (world) => closeMotion(world, 'en', 1280)],
			['A member of the council closes a motion that fails, in Spanish on a small telephone', (world) => closeMotion(world, 'es', TELEPHONE)],
			['A key without a role is told so', (world) => journeys.withoutRole(world)],
		],
	],
	[[['The node goes and comes back, and nothing is lost', (world) => journeys.nodeGone(world)]]],
];

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
	// It validates, and tells what partners do all the same.
	return onDevelopment(options, (node, data) => play(node, data, executablePath, options));
}

/** What a journey gives; where it goes wrong there is a picture of it. */
async function pictured(world, journey, number) {
	try {
		return await journey();
	} catch (error) {
		await world.picture(number);
		throw error;
	}
}

async function play(node, data, executablePath, { only, aeo }) {
	const spec = join(data, 'development.json');
	await writeRawSpec(node.binary, 'dev', spec);
	await node.start();
	const chain = await connect(node.url);
	const keys = await setScene(chain, join(data, 'keys'));
	const own = await layReady(aeo, node, chain, data);
	await chain.close();
	const receipts = makeReceipts(aeo, node, data);
	const files = await networkFiles([node.url], JSON.parse(readFileSync(spec, 'utf8')));
	const foreign = { ...JSON.parse(files['/network.json']), genesis: `0x${'00'.repeat(32)}` };
	const portals = {
		own: await servePortal(files, 0),
		foreign: await servePortal({ ...files, '/network.json': JSON.stringify(foreign) }, 0),
	};
	const film = join(data, 'camera.y4m');
	writeFilm(film, `urn:tin:${FIRMS.exporter.tin}`);
	const browser = await chromium.launch({
		executablePath,
		args: [
			// In a container there is no other user for a sandbox.
			'--no-sandbox',
			'--use-fake-device-for-media-stream',
			`--use-file-for-fake-video-capture=${film}`,
		],
	});
	const checks = new Checks();
	try {
		const world = new journeys.World({ browser, node, portals, keys, own, receipts, shots: SHOTS });
		for (const round of ROUNDS) {
			await Promise.all(
				round.map(async (lane) => {
					for (const [sentence, journey] of lane) {
						if (sentence.includes(only)) {
							await checks.that(sentence, () => pictured(world, () => journey(world), checks.made));
						}
					}
				}),
			);
		}
	} finally {
		await browser.close();
		await Promise.all([portals.own.close(), portals.foreign.close()]);
	}
	say(`${checks.made - checks.failed} of ${checks.made} journeys went well. Pictures: ${SHOTS}`);
	return checks.failed === 0;
}

await runProgram('clients/portal/journeys/main.mjs', { HELP, readOptions }, run);
