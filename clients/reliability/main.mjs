// The program behind `make reliability`: validators of one chain are killed, cut off, starved and lied to, while
// transactions never stop. What a node once called final has to stay so, on every node.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../chain/admission.mjs';
import { agreementWith, clearUses, ENDLESS_QUOTA } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { makeUpgradable } from '../chain/upgrade.mjs';
import { firmAt } from '../firms/firms.mjs';
import { tinOf } from '../firms/numbers.mjs';
import { leg } from '../firms/offers.mjs';
import { takeOverOf } from '../firms/taking-over.mjs';
import { Checks } from '../network/checks.mjs';
import { drawing } from '../network/drawing.mjs';
import { FAST, writeRaw, writeSpec } from '../network/filled.mjs';
import { Misuse, NODE_OPTIONS, countOf, executable, nodesOf, parse } from '../network/options.mjs';
import { inFolder, openNetwork, runProgram, whileAlive } from '../network/program.mjs';
import { say, seconds } from '../network/text.mjs';
import { addFounders, startNodes, waitForFinality } from '../network/together.mjs';
import { stopwatch } from '../network/wait.mjs';
import { CASES, SMALL } from './cases.mjs';
import { LightClient } from './light.mjs';
import { Machines, canBeAlone, isAlone, runAlone } from './machines.mjs';
import { Broken, Record } from './record.mjs';

/** What is shown last: that a promise that is not kept is seen. */
const PLANTED = 'planted';

/** The case before which the chain's specification is changed. */
const UPGRADE = 'upgrade';

const NAMES = [...Object.keys(CASES), PLANTED];

/** Cases that wait for changes of session, for minutes. */
const LONG = ['voted', 'stalled', 'keys'];

const HELP = `Usage: node clients/reliability/main.mjs [OPTIONS]

Does to four validators what may happen to them, each on a machine of its own as far as the network goes,
while transactions are sent to all of them. After each case everything that a node once called final has to
be in the same block of all nodes, and no declaration may have its benefits twice. Needs Linux, and that it
lets users have networks of their own, and for the upgrade the program zstd (some 12 minutes).

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --old PATH         The aeo-node of an earlier release, which the second validator and the late node run
  --only NAME,…      Only these cases: ${NAMES.join(', ')}
                     [default: all but ${LONG.join(', ')}, which wait for changes of session; keys comes last]
  --kills NUMBER     How often validators are killed in the case kills [default: 10]
  --seed NUMBER      Draws whom and when [default: 1]
  --states FOLDER    After each case, write there what one of the nodes has stored, for the example try_state of
                     the runtime, which says whether every invariant holds in it
  --where-possible   End well where Linux does not allow it, and say so
  --data DIR         Folder for what the nodes keep [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all promises were kept, 1 one was not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...NODE_OPTIONS,
	old: { type: 'string' },
	only: { type: 'string', default: NAMES.filter((name) => !LONG.includes(name)).join(',') },
	kills: { type: 'string', default: '10' },
	seed: { type: 'string', default: '1' },
	states: { type: 'string' },
	'where-possible': { type: 'boolean', default: false },
};

/** The validators, the late node, the copy of it, and the twin of Colombia's. */
const MACHINES = 7;

/** Firms whose benefits are granted, and accounts of each kind that send. */
const FIRMS = 50;
const SENDERS = 40;

/** How long the first blocks may take to be final, in seconds. */
const START = 120;

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	if (values.help) {
		return { help: true };
	}
	const only = values.only.split(',');
	const unknown = only.find((name) => !NAMES.includes(name));
	if (unknown !== undefined) {
		throw new Misuse(`There is no case ${unknown}; there are ${NAMES.join(', ')}.`);
	}
	return {
		...nodesOf(values),
		old: values.old === undefined ? undefined : executable(values.old),
		only,
		kills: countOf(values, 'kills'),
		seed: countOf(values, 'seed'),
		states: values.states,
		wherePossible: values['where-possible'],
	};
}

/** The keys of a run. */
async function pairsOf() {
	const pairOf = await openKeyring();
	const keys = new Keys(pairOf);
	const many = (path) => Array.from({ length: SENDERS }, (_, place) => pairOf(`${path}//${place}`));
	return { keys, another: pairOf('//PE//another'), officers: many('//CR//reliability'), accounts: many('//reliability'), taker: pairOf('//MX//reliability') };
}

/** Quotas, certificates of Mexico, and an agreement by which Costa Rica gives benefits to their holders. */
async function prepare(chain, { keys, taker }) {
	const { api } = chain;
	const members = ['MX', 'PE', 'CR'].map((territory) => keys.own(territory));
	for (const territory of ['MX', 'CR']) {
		await decide(chain, api.tx.fees.setQuota(territory, ENDLESS_QUOTA), 3, members);
	}
	await chain.submitWell(clearUses(api), keys.own('CR'));
	const rows = Array.from({ length: FIRMS }, (_, place) => firmAt('MX', place, FAST));
	await chain.submitWell(takeOverOf(api, rows), taker);
	const given = { ...leg('MX', 'CR', { MX: rows }), consent: 'NotNeeded' };
	const propose = agreementWith(api, ['MX', 'CR'], [given], today('MX'));
	const proposed = await chain.submitWell(propose, keys.own('MX'));
	const { agreement, terms } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
	const signed = await chain.submitWell(api.tx.agreements.sign(agreement, terms, today('CR')), keys.own('CR'));
	await signed.finality;
}

/**
 * Three validators forget everything and begin the chain anew, cut off from the fourth: two final chains, which no
 * correct nodes make. Fails where nobody sees it.
 */
async function planted({ validators, late, machines, record }) {
	const [witness, ...others] = validators;
	machines.split([0]);
	// It would tell them the chain that they are to forget.
	await late.stop();
	await Promise.all(others.map((node) => node.kill()));
	// One of the folders is a file system of its own, and stays.
	for (const { folder } of others) {
		readdirSync(folder).forEach((name) => rmSync(join(folder, name), { recursive: true }));
	}
	await startNodes(others, () => {});
	await waitForFinality(others, 2, START);
	const seen = await record.compare(validators, 1, 2).catch((error) => error);
	if (!(seen instanceof Broken)) {
		throw new Error(`Two final chains were there, and nobody saw it: ${witness.name} and three others.`);
	}
	return seen.message;
}

async function play(options) {
	const { node: binary, old, data, logs, only, kills, seed, states } = options;
	const machines = new Machines(MACHINES);
	const pairs = await pairsOf();
	const path = join(data, 'chain.json');
	mkdirSync(data, { recursive: true });
	if (states !== undefined) {
		mkdirSync(states, { recursive: true });
	}
	const officers = { MX: [pairs.taker], CR: pairs.officers };
	writeSpec(binary, path, officers, [...pairs.accounts], 'local');
	const spec = writeRaw(binary, path);
	const next = only.includes(UPGRADE) ? makeUpgradable(spec) : undefined;
	const network = openNetwork({ binary, data, logs, chain: ['--chain', spec], machineOf: machines.of });
	const validators = addFounders(network);
	// A validator without keys only follows; Chile's are made in it later, and only what is in this network can ask for that.
	const keyless = ['--name', 'Late', '--validator', '--rpc-methods', 'unsafe'];
	const late = network.add({ id: 'late', name: 'the late node', options: keyless });
	const copied = network.add({ id: 'copied', name: 'the copy', options: ['--name', 'Copy'] });
	const twin = network.add({ id: 'twin', name: 'the twin of Colombia\'s node', options: ['--dave', '--validator'] });
	const [, second, small] = validators;
	for (const node of old === undefined ? [] : [second, late]) {
		node.binary = old;
	}
	mkdirSync(small.folder, { recursive: true });
	machines.limit(small.folder, SMALL);
	const elapsed = stopwatch();
	await whileAlive((async () => {
		await startNodes(validators);
		await waitForFinality(validators, 1, START);
	})());
	const chain = await connect(validators[0].url);
	await whileAlive(prepare(chain, pairs));
	await chain.close();
	const draw = drawing(seed);
	const tins = Array.from({ length: FIRMS }, (_, place) => tinOf('MX', place));
	const record = new Record({ nodes: validators, draw, tins, ...pairs });
	const lightClient = async () => {
		const [node] = validators;
		const listening = /** @type {string[]} */ (await node.rpc('system_localListenAddresses'));
		return new LightClient(spec, listening.filter((address) => address.includes('/ws/')));
	};
	const world = {
		...{ validators, late, copied, twin, machines, record, draw, kills, data, next, lightClient },
		...{ keys: pairs.keys, another: pairs.another },
	};
	const checks = new Checks();
	record.start();
	for (const name of only) {
		// What a case has left undone is no start for the next.
		if (checks.failed > 0) {
			say(`not tried: ${name}`);
			continue;
		}
		await checks.that(name, async () => {
			const since = stopwatch();
			if (name === PLANTED) {
				await record.stop();
				return `seen: ${await whileAlive(planted(world))}`;
			}
			const what = await whileAlive(CASES[name](world));
			const following = [...validators, late].filter((node) => node.isRunning);
			const { blocks, kept } = await whileAlive(record.verify(following));
			if (states !== undefined) {
				// Another one each time.
				const node = following[only.indexOf(name) % following.length];
				await whileAlive(record.writeState(node, join(states, `${name}.json`)));
			}
			return `${what}; ${blocks} blocks the same on ${following.length} nodes, ${kept} promises kept; ${seconds(since())}`;
		});
	}
	await record.stop();
	machines.unlimit(small.folder);
	say(`${record.sent} transactions were sent, ${record.promises.length} called final, ${record.refused} not taken,`);
	say(`${record.granted} declarations have benefits, each once. Seed ${seed}; ${seconds(elapsed())} in all.`);
	return checks.failed === 0;
}

// That lines are cut is meant here.
const tell = console.error;
console.error = (...words) => (words.some((word) => /(API-WS|API\/INIT|RPC-CORE):$/u.test(word)) ? undefined : tell(...words));

await runProgram('clients/reliability/main.mjs', { HELP, readOptions }, async (options) => {
	if (isAlone()) {
		return inFolder(options, play);
	}
	if (canBeAlone()) {
		return runAlone();
	}
	const why = 'Linux does not let this user have a network of its own (unshare --user --net, with ip).';
	if (options.wherePossible) {
		say(`${why} Nothing was tried.`);
		return 0;
	}
	throw new Error(`${why} Run it as root, or allow it: sysctl -w kernel.unprivileged_userns_clone=1`);
});
