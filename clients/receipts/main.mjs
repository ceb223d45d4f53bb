// The program behind `make receipts`: receipts of real nodes, made and verified by `aeo`, in WebAssembly, and by an
// independent reading; tampered with, too old, of another chain, and over a change of validators.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setValidating } from '../chain/admission.mjs';
import { agreementWith, programmeOf } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { typesOf } from '../firms/firms.mjs';
import { readPilot } from '../firms/lists.mjs';
import { leg } from '../firms/offers.mjs';
import { takeOver } from '../firms/taking-over.mjs';
import { Checks } from '../network/checks.mjs';
import { ensurePortsFree, freeBase } from '../network/nodes.mjs';
import { NODE_OPTIONS, executable, nodesOf, parse } from '../network/options.mjs';
import { inFolder, openNetwork, runProgram, whileAlive } from '../network/program.mjs';
import { writeRawSpec } from '../network/spec.mjs';
import { say, seconds } from '../network/text.mjs';
import { addFounders, startNodes } from '../network/together.mjs';
import { stopwatch, waitFor } from '../network/wait.mjs';
import { blake2_256, follow, readReceipt } from './reading.mjs';
import { openVerifier } from './verify.mjs';

const HELP = `Usage: node clients/receipts/main.mjs [OPTIONS]

Makes receipts on one node and on a network of four whose validators change, and verifies them (about 2 minutes).

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --aeo PATH         The command line to use [default: target/fast/aeo]
  --wasm PATH        The verifier for browsers, where it is built: aeo_receipt_wasm.wasm
  --keep DIR         Keep a receipt, what it is checked against and its runtime in a folder
  --base-port PORT   First of the ports for the nodes [default: free ones]
  --data DIR         Folder for what the nodes keep [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is as it should be, 1 it is not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...NODE_OPTIONS,
	aeo: { type: 'string', default: 'target/fast/aeo' },
	wasm: { type: 'string' },
	keep: { type: 'string' },
};

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	return values.help
		? { help: true }
		: { ...nodesOf(values), aeo: executable(values.aeo), wasm: values.wasm, keep: values.keep };
}

const PILOT = fileURLToPath(new URL('../../chain-specs/pilot', import.meta.url));

/** What aeo ends with. */
const EXIT = { done: 0, refused: 4, notProven: 7, stale: 8 };

/** Blocks of a session, so that validators change soon: two sessions until a change is active. */
const SESSION = 5;

/** How long such a change may take, in seconds. */
const CHANGE_LIMIT = 150;

/** How many certificates of Mexico there are. */
const CERTIFICATES = 40;

/** Runs aeo to its end: `{ code, stdout, stderr }`. */
function run(aeo, args) {
	const child = spawn(aeo, args, { env: { ...process.env, LANG: 'C' } });
	const output = { stdout: '', stderr: '' };
	child.stdout.on('data', (bytes) => (output.stdout += bytes));
	child.stderr.on('data', (bytes) => (output.stderr += bytes));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, ...output }));
	});
}

/** Somebody with aeo, a folder and what is trusted in it. */
class Verifier {
	#aeo;
	#folder;

	constructor(aeo, folder) {
		this.#aeo = aeo;
		this.#folder = folder;
		this.trust = join(folder, 'trust');
	}

	path(name) {
		return join(this.#folder, name);
	}

	async #ended(args, code, ...said) {
		const done = await run(this.#aeo, args);
		assert.equal(done.code, code, `${args.join(' ')}: ${done.stdout}${done.stderr}`);
		for (const text of said) {
			assert.ok(`${done.stdout}${done.stderr}`.includes(text), `"${text}": ${done.stdout}${done.stderr}`);
		}
		return done;
	}

	init(spec) {
		return this.#ended(['trust', 'init', '--chain', spec, '--trust', this.trust], EXIT.done);
	}

	update(node) {
		const args = ['trust', 'update', '--node', http(node), '--trust', this.trust];
		return this.#ended(args, EXIT.done);
	}

	make(node, name, question, more = []) {
		const args = ['receipt', 'make', ...question, '--node', http(node), '-o', this.path(name)];
		return this.#ended([...args, ...more], EXIT.done);
	}

	/** Verifies, and expects an exit code and what is said. */
	verify(name, code, said = [], more = [], trust = this.trust) {
		const args = ['receipt', 'verify', this.path(name), '--trust', trust, ...more];
		return this.#ended(args, code, ...said);
	}

	/** What a receipt proves, as programs see it. */
	async proven(name) {
		const { stdout } = await this.verify(name, EXIT.done, [], ['--json']);
		return JSON.parse(stdout);
	}

	/** Why a receipt is refused, by its name. */
	async refused(name, code, more = []) {
		const { stderr } = await this.verify(name, code, [], [...more, '--json']);
		return JSON.parse(stderr.trim().split('\n').at(-1)).error;
	}

	read(name) {
		return readFileSync(this.path(name));
	}

	write(name, bytes) {
		writeFileSync(this.path(name), bytes);
	}

	/** The validators that are trusted first, as the independent reading takes them. */
	anchor() {
		const { sets } = JSON.parse(readFileSync(join(this.trust, 'trust.json'), 'utf8'));
		return sets[0].validators.map(([key, weight]) => [key.slice(2), BigInt(weight)]);
	}
}

function http(node) {
	return node.url.replace('ws:', 'http:');
}

/** A receipt with a byte of a part changed, and its check put right, as a forger would write it. */
function forged(file, part) {
	const other = Buffer.from(file);
	const at = other.indexOf(part);
	assert.ok(at > 0, 'the part is in the file');
	other[at + Math.floor(part.length / 2)] ^= 1;
	const content = other.subarray(other.indexOf(contentOf(other)), -34);
	blake2_256(content).copy(other, other.length - 32);
	return other;
}

/** What a file says: the bytes behind its form, up to the check. */
function contentOf(file) {
	// A list of three, the form as a text of 13, bytes with a length of 2 or 4.
	const start = 1 + 14;
	const width = { 0x58: 1, 0x59: 2, 0x5a: 4 }[file[start]];
	return file.subarray(start + 1 + width, -34);
}

/** Mexico has certificates, and Costa Rica recognises them. */
async function prepare(chain, keys) {
	const { api } = chain;
	const { lists } = readPilot(PILOT);
	const rows = lists.MX.filter(({ status }) => status === 'Authorised').slice(0, CERTIFICATES);
	const types = typesOf(rows);
	const declared = types.map(({ code }) => ({ code, halves: 'Both' }));
	const programme = programmeOf(declared, true);
	const set = api.tx.certificates.setProgramme(types[0].programme, programme);
	await chain.submitWell(set, keys.own('MX'));
	const last = await takeOver(chain, [keys.officer('MX', 1), keys.officer('MX', 2)], rows);
	const offered = { ...leg('MX', 'CR', { MX: rows }), consent: 'NotNeeded' };
	const call = agreementWith(api, ['MX', 'CR'], [offered], today('MX'));
	const proposed = await chain.submitWell(call, keys.own('MX'));
	const { agreement, terms } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
	const signed = api.tx.agreements.sign(agreement, terms, today('CR'));
	const done = await chain.submitWell(signed, keys.own('CR'));
	await Promise.all([last.finality, done.finality]);
	return rows[0];
}

async function onOneNode(checks, { node, verifier, wasm, keep }) {
	const chain = await connect(node.url);
	const keys = new Keys(await openKeyring());
	const row = await prepare(chain, keys);
	const certificate = ['certificate', 'MX', row.certificate];
	const evaluation = ['evaluate', 'CR', row.tin, 'EX', 'import'];

	await checks.that('a receipt proves how a certificate stands, without a node', async () => {
		await verifier.make(node, 'certificate.receipt', certificate);
		await verifier.verify('certificate.receipt', EXIT.done, ['Proven', row.tin, 'in force']);
		const { answer } = await verifier.proven('certificate.receipt');
		assert.equal(answer.certificate.tin, row.tin);
		assert.equal(answer.in_force, true);
		return `${verifier.read('certificate.receipt').length} bytes`;
	});
	await checks.that('another one proves that there is no such certificate', async () => {
		await verifier.make(node, 'none.receipt', ['certificate', 'MX', 'MX-OEA-9999']);
		await verifier.verify('none.receipt', EXIT.done, ['There is no such certificate']);
	});
	await checks.that('another one proves an evaluation, by the runtime of the chain', async () => {
		await verifier.make(node, 'evaluation.receipt', evaluation);
		const elapsed = stopwatch();
		const { answer } = await verifier.proven('evaluation.receipt');
		const asked = await chain.rpc('aeo_evaluate', ['CR', row.tin, 'EX', 'Import']);
		assert.deepEqual(answer, asked.answer);
		const size = verifier.read('evaluation.receipt').length;
		return `${size} bytes, verified in ${seconds(elapsed())}`;
	});
	await checks.that('it is of an earlier block where one is named, with the headers up to a proof', async () => {
		const final = await node.finalised();
		const counts = [];
		for (const at of [final - 1, final - 2]) {
			const name = `earlier-${at}.receipt`;
			await verifier.make(node, name, certificate, ['--at', String(at)]);
			assert.equal((await verifier.proven(name)).block_number, at);
			const receipt = readReceipt(verifier.read(name));
			follow(receipt, verifier.anchor());
			counts.push(receipt.headers.length);
		}
		// One of them may have a proof of its own.
		assert.ok(Math.max(...counts) > 1, `${counts}`);
		return `${counts.join(' and ')} headers`;
	});
	await checks.that('nothing is proven to who trusts nothing', async () => {
		const nothing = verifier.path('nothing');
		await verifier.verify('certificate.receipt', EXIT.notProven, ['trust init'], [], nothing);
	});
	await checks.that('an independent reading of the votes comes to the same', () => {
		for (const name of ['certificate.receipt', 'evaluation.receipt', 'none.receipt']) {
			const receipt = readReceipt(verifier.read(name));
			follow(receipt, verifier.anchor());
			receipt.justification[receipt.justification.length - 40] ^= 1;
			assert.throws(() => follow(receipt, verifier.anchor()));
		}
	});
	await checks.that('a receipt that was damaged or forged proves nothing', async () => {
		const file = verifier.read('evaluation.receipt');
		const damaged = Buffer.from(file);
		damaged[damaged.length >> 1] ^= 1;
		verifier.write('damaged.receipt', damaged);
		assert.equal(await verifier.refused('damaged.receipt', EXIT.notProven), 'Damaged');
		const { answer, justification, question, proof } = readReceipt(file);
		const parts = { answer, justification, arguments: question.arguments, proof: proof[0] };
		for (const [part, bytes] of Object.entries(parts)) {
			verifier.write('forged.receipt', forged(file, bytes));
			const error = await verifier.refused('forged.receipt', EXIT.notProven);
			assert.notEqual(error, 'Damaged', part);
		}
		verifier.write('forged.receipt', forged(file, answer));
		assert.equal(await verifier.refused('forged.receipt', EXIT.notProven), 'OtherAnswer');
	});
	await checks.that('an old one is stale, and one of the future refused', async () => {
		const { block_time: time } = await verifier.proven('certificate.receipt');
		const at = (shift) => ['--at', new Date(time + shift).toISOString().replace(/\.\d+Z/, 'Z')];
		const day = 24 * 60 * 60 * 1000;
		const stale = await verifier.refused('certificate.receipt', EXIT.stale, at(day + 5_000));
		assert.equal(stale, 'Stale');
		await verifier.verify('certificate.receipt', EXIT.done, [], at(day - 5_000));
		const future = await verifier.refused('certificate.receipt', EXIT.stale, at(-63_000));
		assert.equal(future, 'Future');
		const older = [...at(day + 5_000), '--max-age', '30d'];
		await verifier.verify('certificate.receipt', EXIT.done, [], older);
		const ten = await verifier.refused('evaluation.receipt', EXIT.stale, at(15 * 60 * 1000));
		assert.equal(ten, 'Stale');
	});
	await checks.that('without the runtime of the block nothing can be told', async () => {
		const { code } = readReceipt(verifier.read('certificate.receipt'));
		const runtime = join(verifier.trust, `${Buffer.from(code).toString('hex')}.wasm`);
		const kept = readFileSync(runtime);
		rmSync(runtime);
		assert.equal(await verifier.refused('certificate.receipt', EXIT.notProven), 'NoRuntime');
		writeFileSync(runtime, kept.subarray(1));
		assert.equal(await verifier.refused('certificate.receipt', EXIT.notProven), 'NoRuntime');
		rmSync(runtime);
		await verifier.update(node);
		await verifier.verify('certificate.receipt', EXIT.done);
	});
	if (wasm !== undefined) {
		await checkWasm(checks, verifier, wasm, row);
	}
	if (keep !== undefined) {
		keepSample(verifier, keep);
	}
	await chain.api.disconnect();
}

/** The verifier for browsers. */
async function checkWasm(checks, verifier, wasm, row) {
	const bytes = readFileSync(wasm);
	const check = await openVerifier(bytes);
	const trust = readFileSync(join(verifier.trust, 'trust.json'));
	await checks.that('a browser reads the certificate, and is told nothing of an evaluation', () => {
		const file = verifier.read('certificate.receipt');
		const { Ok: shown } = check(trust, file);
		assert.equal(shown.answer.certificate.tin, row.tin);
		assert.equal(shown.answer.certificate.state, 'Authorised');
		assert.equal(check(trust, verifier.read('none.receipt')).Ok.answer.certificate, null);
		assert.equal(check(trust, verifier.read('evaluation.receipt')).Ok.answer, 'values');
		const elapsed = stopwatch();
		const times = 100;
		for (let time = 0; time < times; time += 1) {
			check(trust, file);
		}
		return `${((elapsed() / times) * 1000).toFixed(1)} ms each, module of ${bytes.length} bytes`;
	});
	await checks.that('it refuses every byte that is another one', () => {
		const file = verifier.read('certificate.receipt');
		let refused = 0;
		for (let place = 0; place < file.length; place += 1) {
			const other = Buffer.from(file);
			other[place] ^= 1 << place % 8;
			assert.ok(check(trust, other).Err, `byte ${place}`);
			refused += 1;
		}
		return `${refused} of ${file.length}`;
	});
}

/** What the tests in Rust read: receipts, what they are checked against, and the runtime's answer. */
function keepSample(verifier, folder) {
	mkdirSync(folder, { recursive: true });
	for (const name of ['certificate.receipt', 'none.receipt', 'evaluation.receipt']) {
		writeFileSync(join(folder, name), verifier.read(name));
	}
	writeFileSync(join(folder, 'trust.json'), readFileSync(join(verifier.trust, 'trust.json')));
}

/** The chain `local` with short sessions, in raw form. */
async function writeShortSpec(binary, folder) {
	const plain = join(folder, 'local.json');
	const args = ['export-chain-spec', '--chain', 'local', '--output', plain];
	execFileSync(binary, args, { stdio: 'ignore' });
	const spec = JSON.parse(readFileSync(plain, 'utf8'));
	spec.genesis.runtimeGenesis.patch.administrations.blocksPerSession = SESSION;
	writeFileSync(plain, JSON.stringify(spec));
	const raw = join(folder, 'local.raw.json');
	await writeRawSpec(binary, plain, raw);
	return raw;
}

/** The set of validators that votes at a node. */
async function setOf(node) {
	const head = await node.rpc('chain_getFinalizedHead');
	const set = await node.rpc('state_call', ['GrandpaApi_current_set_id', '0x', head]);
	return Number(Buffer.from(set.slice(2), 'hex').readBigUInt64LE());
}

async function onFourNodes(checks, { nodes, verifier, foreign }) {
	const [mexico, , , colombia] = nodes;
	const question = ['certificate', 'MX', 'MX-OEA-0001'];
	const chain = await connect(mexico.url);
	const keys = new Keys(await openKeyring());
	await checks.that('a receipt of four validators is proven from the specification alone', async () => {
		await waitFor('a block is final', CHANGE_LIMIT, async () => {
			return (await mexico.finalised()) > 2 || undefined;
		});
		await verifier.make(mexico, 'before.receipt', question);
		await verifier.verify('before.receipt', EXIT.done);
		follow(readReceipt(verifier.read('before.receipt')), verifier.anchor());
	});
	await checks.that('a receipt of another chain is refused', async () => {
		const other = foreign.path('certificate.receipt');
		writeFileSync(verifier.path('other.receipt'), readFileSync(other));
		assert.equal(await verifier.refused('other.receipt', EXIT.notProven), 'OtherChain');
	});
	const elapsed = stopwatch();
	for (const [place, validates] of [false, true].entries()) {
		const set = place + 1;
		const change = validates ? 'validates again' : 'validates no more';
		await checks.that(`Colombia ${change}: the office passes to set ${set}`, async () => {
			await setValidating(chain, validates, keys.own('CO'));
			await waitFor(`set ${set}`, CHANGE_LIMIT, async () => {
				return (await setOf(mexico)) >= set || undefined;
			});
			// Its first vote is for a block after the last one of the set before.
			const block = (await mexico.finalised()) + 2;
			await waitFor(`block ${block} is final`, CHANGE_LIMIT, async () => {
				const final = await Promise.all(nodes.map((node) => node.finalised()));
				return final.every((number) => number >= block) || undefined;
			});
			return seconds(elapsed());
		});
	}
	await checks.that('a receipt spans both changes by hand-offs', async () => {
		await verifier.make(colombia, 'after.receipt', question);
		await verifier.verify('after.receipt', EXIT.done);
		const receipt = readReceipt(verifier.read('after.receipt'));
		assert.equal(receipt.hand_offs.length, 2);
		const { counted } = follow(receipt, verifier.anchor());
		return `${counted} votes, ${verifier.read('after.receipt').length} bytes`;
	});
	await checks.that('a hand-off that is changed or missing leads nowhere', async () => {
		const file = verifier.read('after.receipt');
		const { hand_offs: handOffs } = readReceipt(file);
		for (const { header, justification } of handOffs) {
			for (const part of [header, justification]) {
				verifier.write('forged.receipt', forged(file, part));
				const error = await verifier.refused('forged.receipt', EXIT.notProven);
				assert.notEqual(error, 'Damaged');
			}
		}
	});
	await checks.that('who is up to date refuses what validators of the past sign for later blocks', async () => {
		await verifier.update(mexico);
		const { sets } = JSON.parse(readFileSync(join(verifier.trust, 'trust.json'), 'utf8'));
		assert.deepEqual(
			sets.map(({ set, validators }) => [set, validators.length]),
			[
				[0, 4],
				[1, 3],
				[2, 4],
			],
		);
		await verifier.verify('before.receipt', EXIT.done);
		await verifier.verify('after.receipt', EXIT.done);
	});
	await chain.api.disconnect();
}

function folderIn(parent, name) {
	const folder = join(parent, name);
	mkdirSync(folder, { recursive: true });
	return folder;
}

async function play({ node: binary, aeo, wasm, keep, data, logs, base }) {
	const checks = new Checks();
	const elapsed = stopwatch();
	const one = new Verifier(aeo, folderIn(data, 'one'));
	const four = new Verifier(aeo, folderIn(data, 'four'));
	const ports = base ?? (await freeBase(5));
	const settings = { binary, data, logs, base: ports };

	const spec = join(data, 'development.raw.json');
	await writeRawSpec(binary, 'dev', spec);
	await one.init(spec);
	const single = openNetwork({ ...settings, chain: ['--dev'] });
	const development = single.add({ id: 'development', name: 'the development node', options: [] });
	await ensurePortsFree([development]);
	single.forget();
	await startNodes([development]);
	await whileAlive(onOneNode(checks, { node: development, verifier: one, wasm, keep }));
	await single.stop();

	const raw = await writeShortSpec(binary, data);
	await four.init(raw);
	const network = openNetwork({ ...settings, chain: ['--chain', raw] });
	const nodes = addFounders(network);
	await ensurePortsFree(nodes);
	network.forget();
	await startNodes(nodes);
	await whileAlive(onFourNodes(checks, { nodes, verifier: four, foreign: one }));
	say(`${checks.made} checks, ${checks.failed} failed, ${seconds(elapsed())}.`);
	return checks.failed === 0;
}

await runProgram('clients/receipts/main.mjs', { HELP, readOptions }, (options) => {
	return inFolder(options, play);
});
