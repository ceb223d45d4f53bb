// The program behind `make founding`: three founders, each in a folder of its own, begin a chain as
// docs/operator/founding.md says, with what they may do wrong; and their validators start it.

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { decide } from '../chain/admission.mjs';
import { connect } from '../chain/chain.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { Checks } from '../network/checks.mjs';
import { freeBase, portsOf } from '../network/nodes.mjs';
import { NODE_OPTIONS, nodesOf, parse } from '../network/options.mjs';
import { FOUNDERS } from '../network/participants.mjs';
import { inFolder, openNetwork, runProgram, whileAlive } from '../network/program.mjs';
import { startNodes, waitForFinality } from '../network/together.mjs';

const HELP = `Usage: node clients/founding/main.mjs [OPTIONS]

Three founders make the keys of their validators, exchange what is public of them, each makes the chain's
specification for itself, and all three have the same. Their validators start from it, and the council decides.

Options:
  --node PATH         The aeo-node to run [default: target/fast/aeo-node]
  --base-port NUMBER  First port of the nodes [default: some that are free]
  --data DIR          Folder for what the founders keep [default: a new temporary folder]
  --logs DIR          Folder for the logs [default: the folder logs in that of the data]
  --help              Show this

Exit codes: 0 all was well, 1 something was not, 2 the command line cannot be meant.
`;

const ID = 'aeo-rehearsal';

/** Blocks of a session, and fewest validators: there are but three here. */
const SESSION = '20';
const FEWEST = '3';

/** How long the first blocks may take to be final, in seconds. */
const START = 120;

/** Those who found it. */
const THREE = FOUNDERS.slice(0, 3);

function readOptions(args) {
	const { values } = parse({ args, options: NODE_OPTIONS });
	return values.help ? { help: true } : nodesOf(values);
}

/** Runs aeo-node to its end: `{ code, stdout, stderr }`. */
async function run(binary, args) {
	try {
		return { code: 0, ...(await promisify(execFile)(binary, args)) };
	} catch (error) {
		return { code: error.code, stdout: error.stdout, stderr: error.stderr };
	}
}

/** Fails unless a run ends with a code and says these words. */
function expect({ code, stdout, stderr }, wanted, ...words) {
	const missing = words.find((word) => !`${stdout}${stderr}`.includes(word));
	if (code !== wanted || missing !== undefined) {
		throw new Error(`It ended with ${code}, not ${wanted}, or did not say "${missing}": ${stderr}${stdout}`);
	}
	return stdout;
}

/** The hash that a run has told. */
const hashIn = (stdout) => /blake2-256 (0x[0-9a-f]{64})/u.exec(stdout)?.[1];

/** What a founder types to prepare. */
function preparation(keys, { territory, utcOffset }, port, folder, output) {
	return [
		...['found', 'prepare', '--id', ID, '--territory', territory, '--utc-offset', `${utcOffset}`],
		...['--account', keys.own(territory).address],
		...['--encryption-key', blake2AsHex(`encryption key of ${territory}`)],
		...['--officer', `${keys.officer(territory, 1).address}=Certification,Suspension`],
		...['--officer', `${keys.officer(territory, 2).address}=Certification,Clearance`],
		...['--address', `/ip4/127.0.0.1/tcp/${port}`],
		...['--base-path', folder, '--output', output],
	];
}

async function play({ node: binary, data, logs, base }) {
	const keys = new Keys(await openKeyring());
	const first = base ?? (await freeBase(THREE.length));
	mkdirSync(data, { recursive: true });
	const checks = new Checks();
	const founders = THREE.map((founder, place) => ({
		...founder,
		port: portsOf(place, first).p2p,
		folder: join(data, founder.territory),
		file: join(data, `${founder.territory}.json`),
	}));
	const files = founders.map(({ file }) => file);
	const specOf = ({ territory }) => join(data, `chain-${territory}.json`);
	const network = (output, named = files) => {
		const settings = ['--name', 'Rehearsal', '--blocks-per-session', SESSION, '--minimum-validators', FEWEST];
		return ['found', 'network', ...settings, '--output', output, ...named];
	};
	await checks.that('each founder prepares, and its file has public parts only', async () => {
		for (const founder of founders) {
			const args = preparation(keys, founder, founder.port, founder.folder, founder.file);
			expect(await run(binary, args), 0, founder.file, founder.folder);
			const told = readFileSync(founder.file, 'utf8');
			if (/secret|phrase|seed/iu.test(told)) {
				throw new Error(`${founder.file} holds a secret.`);
			}
		}
		return files.length;
	});
	await checks.that('to prepare once more keeps the keys, and no file is written over', async () => {
		const [founder] = founders;
		const again = join(data, 'again.json');
		const args = (output) => preparation(keys, founder, founder.port, founder.folder, output);
		expect(await run(binary, args(founder.file)), 1, 'is there already');
		expect(await run(binary, args(again)), 0);
		if (readFileSync(again, 'utf8') !== readFileSync(founder.file, 'utf8')) {
			throw new Error('The keys are others.');
		}
	});
	await checks.that('what contradicts itself is told, and nothing is written', async () => {
		expect(await run(binary, network(join(data, 'wrong.json'), files.slice(1))), 1, 'there must be 3 or more');
		const [one, second] = founders;
		const doubled = join(data, 'doubled.json');
		const told = JSON.parse(readFileSync(second.file, 'utf8'));
		told.sessionKeys = JSON.parse(readFileSync(one.file, 'utf8')).sessionKeys;
		writeFileSync(doubled, JSON.stringify(told));
		const named = [one.file, doubled, founders[2].file];
		expect(await run(binary, network(join(data, 'wrong.json'), named)), 1, 'session key', 'is there twice');
		writeFileSync(doubled, '{"id": "x"}');
		expect(await run(binary, network(join(data, 'wrong.json'), named)), 1, doubled, 'missing field');
		expect(await run(binary, ['found', 'prepare', '--territory', 'QQ']), 2, 'QQ');
		expect(await run(binary, ['found', 'network', '--name', 'x', '--output', 'y']), 2, '<FILE>');
	});
	let hash;
	await checks.that('each makes the specification for itself, whatever the order, and all have the same', async () => {
		const told = [];
		for (const [place, founder] of founders.entries()) {
			const named = [...files.slice(place), ...files.slice(0, place)];
			const stdout = expect(await run(binary, network(specOf(founder), named)), 0, 'validates');
			told.push(hashIn(stdout));
		}
		if (new Set(told).size !== 1) {
			throw new Error(`The hashes are ${told.join(', ')}.`);
		}
		[hash] = told;
		return hash;
	});
	await checks.that('whoever changes a file is found by the hash', async () => {
		const changed = join(data, 'changed.json');
		const told = JSON.parse(readFileSync(files[1], 'utf8'));
		told.administration.officers.pop();
		writeFileSync(changed, JSON.stringify(told));
		const stdout = expect(await run(binary, network(join(data, 'chain-changed.json'), [files[0], changed, files[2]])), 0);
		if (hashIn(stdout) === hash) {
			throw new Error('Another file makes the same chain.');
		}
	});
	await checks.that('three validators start, each from its own file, and make blocks final', async () => {
		const chain = [];
		const opened = openNetwork({ binary, data, logs, base: first, chain });
		const nodes = founders.map((founder) => {
			const [address] = JSON.parse(readFileSync(founder.file, 'utf8')).addresses;
			return opened.add({
				id: founder.territory,
				name: `the node of ${founder.country}`,
				options: ['--chain', specOf(founder), '--validator', '--name', founder.territory],
				peerId: address.split('/').at(-1),
			});
		});
		await whileAlive(startNodes(nodes, () => {}));
		await whileAlive(waitForFinality(nodes, 3, START));
		const connected = await connect(nodes[0].url);
		const quota = { max: '20000000000000', recovery: '100000000000' };
		const members = THREE.map(({ territory }) => keys.own(territory));
		const { failure } = await whileAlive(decide(connected, connected.api.tx.fees.setQuota('MX', quota), 2, members));
		await connected.close();
		if (failure !== undefined) {
			throw new Error(`The council's call failed: ${failure}`);
		}
		return `${nodes.length} validators, and the council has decided`;
	});
	return checks.failed === 0;
}

await runProgram('clients/founding/main.mjs', { HELP, readOptions }, (options) => inFolder(options, play));
