// The program behind `make examples`: runs every example beside this file, and that of subxt, against one node of a
// development chain, each with a certificate of its own, and compares what they were told.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agreementWith, suspensionOf } from '../chain/calls.mjs';
import { answerOf } from '../chain/ask.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { firmAt } from '../firms/firms.mjs';
import { leg } from '../firms/offers.mjs';
import { takeOver } from '../firms/taking-over.mjs';
import { Checks } from '../network/checks.mjs';
import { NODE_OPTIONS, executable, nodesOf, parse } from '../network/options.mjs';
import { onDevelopment, runProgram } from '../network/program.mjs';
import { writeRawSpec } from '../network/spec.mjs';
import { seconds } from '../network/text.mjs';
import { stopwatch, withLimit } from '../network/wait.mjs';

const HELP = `Usage: node clients/examples/main.mjs [OPTIONS]

Runs the examples of docs/developer/integrate.md on one node of a development chain, and compares what they are
told (about a minute).

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --subxt PATH       The example in Rust [default: target/fast/examples/subxt]
  --base-port PORT   First of the ports for the node [default: free ones]
  --data DIR         Folder for what the node keeps [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is as it should be, 1 it is not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = { ...NODE_OPTIONS, subxt: { type: 'string', default: 'target/fast/examples/subxt' } };

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	return values.help ? { help: true } : { ...nodesOf(values), subxt: executable(values.subxt) };
}

/** How long an example may take, in seconds. */
const LIMIT = 90;

/** The steps of an example, in their order. */
const STEPS = ['certificate', 'evaluation', 'list', 'suspension', 'change'];

/** The roles of the certificates, by code and by name. */
const ROLES = { EX: 'Exporter', IM: 'Importer' };

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Runs a program to its end, and gives what it has printed. */
async function printed(command, args) {
	const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	const output = { stdout: '', stderr: '' };
	child.stdout.on('data', (bytes) => (output.stdout += bytes));
	child.stderr.on('data', (bytes) => (output.stderr += bytes));
	const ended = new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	const code = await withLimit(`${args[0]} ends`, LIMIT, ended).finally(() => child.kill('SIGKILL'));
	assert.equal(code, 0, `${command} ${args.join(' ')} ended with ${code}: ${output.stdout}${output.stderr}`);
	return output.stdout;
}

/** The lines of JSON in what was printed. */
function linesOf(text) {
	return text
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line));
}

/** What an example was told, by step. */
function told(text, steps = STEPS) {
	const lines = linesOf(text);
	assert.deepEqual(
		lines.map(({ step }) => step),
		steps,
	);
	return Object.fromEntries(lines.map(({ step, answer }) => [step, answer]));
}

/** The same from the node's own replies, which the example of curl prints. */
function toldByNode(text, number) {
	const [certificate, evaluation, list, sent, changes] = linesOf(text).map(({ result }) => result);
	const { rows } = list.answer;
	assert.match(sent, /^0x[0-9a-f]{64}$/);
	return {
		certificate: { tin: certificate.answer.tin, roles: certificate.answer.roles },
		evaluation: answerOf(evaluation).benefits,
		list: rows.map((row) => row.certificate.number),
		suspension: 'final',
		change: changes.entries.find((entry) => entry.number === number).number,
	};
}

/** The same answers in the same words: codes of roles as names, a list in the order of its numbers. */
function compared({ certificate, evaluation, list, suspension, change }, { certificate: number }) {
	return {
		roles: certificate.roles.map((role) => ROLES[role] ?? role).sort(),
		benefits: evaluation && [...evaluation].sort(),
		numbers: list && [...list].sort(),
		suspension,
		isOwn: change === number,
	};
}

/** Mexico's certificates, one for each example, and an agreement by which Costa Rica gives benefits to them. */
async function prepare(chain, keys, count) {
	const rows = Array.from({ length: count }, (_, place) => {
		return { ...firmAt('MX', place), roles: ['EX', 'IM'] };
	});
	const lists = { MX: rows, CR: [{ ...rows[0], programme: 'PROFAC', type: 'PROFAC' }] };
	const legs = [leg('MX', 'CR', lists), leg('CR', 'MX', lists)].map((one) => {
		return { ...one, consent: 'NotNeeded' };
	});
	const proposed = await chain.submitWell(
		agreementWith(chain.api, ['MX', 'CR'], legs, today('MX')),
		keys.own('MX'),
	);
	const { agreement, terms } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
	const sign = chain.api.tx.agreements.sign(agreement, terms, today('CR'));
	await chain.submitWell(sign, keys.own('CR'));
	const { finality } = await takeOver(chain, [keys.officer('MX', 1), keys.officer('MX', 2)], rows);
	// A light client reads what is final.
	await finality;
	return rows;
}

/** The examples: what each is called, and how it is run with a certificate. */
function examples({ node, data, options, spec, chain, officer }) {
	const script = (name, address) => async ({ certificate }) => {
		return told(await printed(process.execPath, [join(HERE, name), address, certificate]));
	};
	return {
		'polkadot.js': script('polkadot-js.mjs', node.url),
		PAPI: script('papi.mjs', node.url),
		smoldot: script('smoldot.mjs', spec),
		subxt: async ({ certificate }) => told(await printed(options.subxt, [node.url, certificate])),
		'@polkadot/api-cli': async ({ certificate }) => {
			const cli = fileURLToPath(import.meta.resolve('@polkadot/api-cli/runcli.mjs'));
			// It calls no questions of the runtime.
			const steps = ['certificate', 'suspension', 'change'];
			return told(await printed(join(HERE, 'api-cli.sh'), [node.url, certificate, cli]), steps);
		},
		curl: async ({ certificate }) => {
			// Signed by whatever has the key.
			const signed = await suspensionOf(chain.api, certificate).signAsync(officer, { nonce: -1 });
			const file = join(data, 'signed.hex');
			writeFileSync(file, signed.toHex());
			const address = node.url.replace('ws:', 'http:');
			return toldByNode(await printed(join(HERE, 'curl.sh'), [address, certificate, file]), certificate);
		},
	};
}

async function play(node, data, options) {
	const checks = new Checks();
	await node.start();
	const chain = await connect(node.url);
	try {
		const keys = new Keys(await openKeyring());
		const spec = join(data, 'chain.json');
		await writeLightSpec(options.node, node, spec);
		const officer = keys.officer('MX', 1);
		const all = examples({ node, data, options, spec, chain, officer });
		const names = Object.keys(all);
		const rows = await prepare(chain, keys, names.length);
		const answers = new Map();
		for (const [place, name] of names.entries()) {
			await checks.that(`${name} reads, asks, lists, suspends and hears of it`, async () => {
				const elapsed = stopwatch();
				answers.set(name, compared(await all[name](rows[place]), rows[place]));
				return seconds(elapsed());
			});
		}
		await checks.that('all were told the same', () => {
			const [first] = answers.values();
			assert.deepEqual(first.numbers, rows.map(({ certificate }) => certificate).sort());
			assert.ok(first.isOwn && first.benefits.length > 0);
			for (const [name, answer] of answers) {
				const asked = Object.entries(answer).filter(([, value]) => value !== undefined);
				assert.deepEqual({ ...first, ...Object.fromEntries(asked) }, first, name);
			}
			return `${answers.size} examples`;
		});
		await checks.that('each suspended its own certificate', async () => {
			for (const { certificate } of rows) {
				const { answer } = await chain.rpc('aeo_certificate', ['MX', certificate]);
				assert.ok(answer.state.Suspended !== undefined, `${certificate}: ${JSON.stringify(answer.state)}`);
			}
		});
	} finally {
		await chain.close();
	}
	return checks.failed === 0;
}

/** Writes what a light client begins with: the specification, and where the node listens for it. */
async function writeLightSpec(binary, node, path) {
	await writeRawSpec(binary, 'dev', path);
	const specification = JSON.parse(readFileSync(path, 'utf8'));
	const listening = await node.rpc('system_localListenAddresses');
	const bootNodes = listening.filter((address) => address.includes('/ws/'));
	writeFileSync(path, JSON.stringify({ ...specification, bootNodes }));
}

await runProgram('clients/examples/main.mjs', { HELP, readOptions }, (options) => {
	return onDevelopment(options, (node, data) => play(node, data, options));
});
