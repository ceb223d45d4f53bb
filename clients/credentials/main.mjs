// The program behind `make credentials`: an issuer, a holder and those who check, by `aeo` on one node of a
// development chain; and what is issued is checked by libraries of strangers. What becomes of a certificate on
// chain (a suspension, a rectification, an end that is overturned, a key that is exchanged) shows in what passes.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { agreementWith, documentOf, suspensionOf } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { firmAt } from '../firms/firms.mjs';
import { leg } from '../firms/offers.mjs';
import { takeOver } from '../firms/taking-over.mjs';
import { Checks } from '../network/checks.mjs';
import { summary } from '../network/figures.mjs';
import { Office } from '../network/office.mjs';
import { countOf, NODE_OPTIONS, executable, nodesOf, parse } from '../network/options.mjs';
import { onDevelopment, runProgram } from '../network/program.mjs';
import { seconds } from '../network/text.mjs';
import { stopwatch, waitFor } from '../network/wait.mjs';
import { bitsOf, checkByJose, checkRecognition, ensureTermsDefined } from './strangers.mjs';

const HELP = `Usage: node clients/credentials/main.mjs [OPTIONS]

Issues credentials of certificates by the command line aeo, on one node of a development chain, and has them
checked by others (about 3 minutes).

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --aeo PATH         The command line to use [default: target/fast/aeo]
  --measure NUMBER   Suspend so many certificates instead, and say after how long the served list shows it
  --base-port PORT   First of the ports for the node [default: free ones]
  --data DIR         Folder for what the node and the offices keep [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is as it should be, 1 it is not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...NODE_OPTIONS,
	aeo: { type: 'string', default: 'target/fast/aeo' },
	measure: { type: 'string' },
};

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	if (values.help) {
		return { help: true };
	}
	return {
		...nodesOf(values),
		aeo: executable(values.aeo),
		measure: values.measure === undefined ? undefined : countOf(values, 'measure'),
	};
}

const HOST = 'aduanas.example';
const DID = `did:web:${HOST}`;
const TIN = 'MXCTA740917PF8';
const NUMBER = 'MX-OEA/0002';
const FILE = 'MX-OEA_0002.vc.jwt';
const HOLDER = `//firm//${TIN}`;

/** How `aeo credential verify` ends. */
const VALID = 0;
const REFUSED = 1;
const MISUSE = 2;
const UNKNOWN = 3;

/** How long a suspension may take to be in the served list, in seconds: each, and 95 of 100. */
const SERVED_LIMIT = 30;
const SERVED = 15;

/** How often it is looked whether it is, when that is measured, in milliseconds. */
const LOOK = 100;

/** Who issues, holds and checks. */
class Scene {
	constructor(chain, keys, data, aeo, node) {
		this.chain = chain;
		this.keys = keys;
		this.tx = chain.api.tx;
		this.folder = join(data, 'credentials');
		mkdirSync(this.folder, { recursive: true });
		this.issuer = new Office(aeo, join(data, 'mx'), 'MX', node);
		this.server = new Office(aeo, join(data, 'server'), 'MX', node);
		this.url = node.url.replace('ws:', 'http:');
		this.credential = join(this.folder, FILE);
		this.key = join(data, 'issuer.pem');
		this.wallet = join(data, 'wallet.pem');
		this.data = data;
	}

	/** Submits a call, and waits until it is final: `aeo` looks at nothing else. */
	async send(call, signer) {
		const { finality } = await this.chain.submitWell(call, signer);
		await finality;
	}

	/** A decision of two officers. */
	async decide(decision) {
		const [first, second] = [1, 2].map((number) => this.keys.officer('MX', number));
		const call = this.tx.certificates.propose(NUMBER, decision);
		const proposed = await this.chain.submitWell(call, first);
		const { proposal } = this.chain.eventOf(proposed, 'certificates', 'DecisionProposed');
		await this.send(this.tx.certificates.confirm(NUMBER, proposal), second);
	}

	/** Makes a key: its public point. */
	async newKey(file) {
		const { stdout, code, stderr } = await this.issuer.run(['credential', 'key', file]);
		assert.equal(code, 0, stderr);
		return JSON.parse(stdout).key;
	}

	/** The holder asks, and the issuer issues. */
	async issue() {
		const nonce = `n-${Date.now()}`;
		const asked = await this.issuer.words([
			...['credential', 'request', NUMBER, '--of', 'MX', '--key', this.wallet, '--nonce', nonce],
			...['--as', HOLDER, '--node', this.url],
		]);
		assert.equal(asked.code, 0, asked.stderr);
		return this.answer(asked.stdout, nonce);
	}

	/** The issuer answers a request. */
	answer(request, nonce, more = []) {
		return this.issuer.words(
			[
				...['credential', 'issue', '-', '--of', 'MX', '--nonce', nonce, '--out', this.folder],
				...['--key', this.key, '--node', this.url, ...more],
			],
			request,
		);
	}

	/** Issues everything anew. */
	reissue() {
		return this.issuer.words([
			...['credential', 'issue', '--all', '--of', 'MX', '--out', this.folder],
			...['--key', this.key, '--node', this.url],
		]);
	}

	/** Checks a credential by the node: the exit code, and the name of what is wrong or what holds. */
	verify(...more) {
		return this.check(this.credential, ['--node', this.url, ...more]);
	}

	/** Checks it without a node, with what the chain said of the issuer, and its lists. */
	verifyOffline(...more) {
		return this.check(this.credential, ['--trust', join(this.data, 'trust.json'), ...more]);
	}

	async check(file, options) {
		const { code, stdout, stderr } = await this.issuer.run(['credential', 'verify', file], options);
		const said = JSON.parse(code === VALID ? stdout : stderr);
		return { code, ...said };
	}

	/** Trusts the chain of the node, as who checks receipts does. */
	async trustChain() {
		this.anchor = join(this.data, 'anchor');
		await this.issuer.well(['trust', 'init', '--trust', this.anchor]);
	}

	/** Has a receipt made that proves what credentials of a certificate are checked by. */
	async receipt(name, number = NUMBER, more = ['--credential']) {
		const file = join(this.data, name);
		await this.issuer.well(['receipt', 'make', 'certificate', 'MX', number, '-o', file], more);
		return file;
	}

	/** Checks the credential by a receipt, without a node. */
	verifyByReceipt(receipt, ...more) {
		const proven = ['--receipt', receipt, '--trust', this.anchor];
		return this.check(this.credential, [...proven, ...more]);
	}

	/** Writes down what the chain says of the issuer. */
	async trust() {
		const show = ['credential', 'issuer', 'show', 'MX', '--out', join(this.data, 'trust.json')];
		await this.issuer.well(show);
	}

	/** Makes what was written down of the issuer older by so many milliseconds. */
	age(milliseconds) {
		const file = join(this.data, 'trust.json');
		const known = JSON.parse(readFileSync(file, 'utf8'));
		writeFileSync(file, JSON.stringify({ ...known, time: known.time - milliseconds }));
	}

	/** Builds the lists of the last final block into a folder. */
	async lists() {
		const folder = join(this.data, 'status');
		await this.issuer.well(['statuslist', 'build', folder, '--of', 'MX'], ['--key', this.key]);
		return folder;
	}
}

/** What comes of a check is this refusal. */
function refused(result, code, error) {
	assert.deepEqual([result.code, result.error], [code, error]);
}

/** Two officers certify the firm, and its account is linked. */
async function prepare(scene) {
	const { keys } = scene;
	await scene.decide({
		Authorise: {
			tin: TIN,
			publicationConsent: documentOf('consent'),
			certificateType: { programme: 'OEA', code: 'OEA' },
			roles: ['Exporter'],
			validFrom: today('MX'),
			validUntil: null,
			document: documentOf('report'),
		},
	});
	const holder = keys.firm(TIN);
	const { identities } = scene.tx;
	await scene.send(identities.offerAccount(TIN, holder.address, null), keys.officer('MX', 1));
	await scene.send(identities.acceptAccount(TIN), holder);
}

async function playIssuing(checks, scene) {
	await checks.that('nothing is issued before the own account says by which key', async () => {
		scene.point = await scene.newKey(scene.key);
		await scene.newKey(scene.wallet);
		refused(await scene.check(...(await garbage(scene))), REFUSED, 'NotUnderstood');
		const early = await scene.issuer.run(['credential', 'issuer', 'show', 'MX'], ['--node', scene.url]);
		assert.equal(early.code, 4, early.stderr);
	});
	await checks.that('the own account says it, and an officer may not', async () => {
		const set = ['credential', 'issuer', 'set', DID, '--key', scene.point, '--yes'];
		const officer = await scene.issuer.run(set, ['--as', '//MX//officer//1', '--node', scene.url]);
		assert.equal(officer.code, 4, officer.stderr);
		await scene.issuer.well(set, ['--as', '//Alice']);
		await scene.trust();
	});
	await checks.that('the holder asks with its account and its key, and is issued a credential', async () => {
		const issued = await scene.issue();
		assert.equal(issued.code, 0, issued.stderr);
		const shown = await scene.verify();
		assert.equal(shown.code, VALID);
		assert.deepEqual([shown.tin, shown.roles, shown.halves], [TIN, ['EX'], ['customs', 'security']]);
		assert.equal(shown.presented, false);
	});
	await checks.that('a request by an account that is not linked, or an old one, is refused', async () => {
		const asked = await scene.issuer.words([
			...['credential', 'request', NUMBER, '--of', 'MX', '--key', scene.wallet, '--nonce', 'n'],
			...['--as', '//firm//nobody', '--node', scene.url],
		]);
		const stranger = await scene.answer(asked.stdout, 'n');
		assert.equal(stranger.code, 4, stranger.stderr);
		assert.equal((await scene.answer(asked.stdout, 'other')).code, 4);
	});
	await checks.that('a presentation is for who asked, once, and by the holder', async () => {
		const present = (key) => [
			...['credential', 'present', scene.credential, '--key', key],
			...['--audience', 'bank', '--nonce', 'once'],
		];
		const { stdout, code, stderr } = await scene.issuer.words(present(scene.wallet));
		assert.equal(code, 0, stderr);
		const file = join(scene.data, 'shown.jwt');
		writeFileSync(file, stdout);
		const check = (audience, nonce) =>
			scene.check(file, ['--node', scene.url, '--audience', audience, '--nonce', nonce]);
		assert.equal((await check('bank', 'once')).presented, true);
		refused(await check('other', 'once'), REFUSED, 'AudienceDiffers');
		refused(await check('bank', 'twice'), REFUSED, 'NonceDiffers');
		assert.notEqual((await scene.issuer.words(present(scene.key))).code, 0);
	});
}

/** A file that is no credential, and how it is checked. */
async function garbage(scene) {
	const file = join(scene.data, 'garbage.jwt');
	writeFileSync(file, 'no.credential.here');
	return [file, ['--node', scene.url]];
}

async function playStrangers(checks, scene) {
	await checks.that('jose and Digital Bazaar read it: key, signature, and each half', async () => {
		const folder = await scene.lists();
		const status = await checkByJose(readFileSync(scene.credential, 'utf8').trim(), folder);
		assert.deepEqual(status, [
			['revocation', false],
			['suspension', false],
			['suspension', false],
		]);
	});
	await checks.that('every word of it has a meaning (JSON-LD in safe mode)', async () => {
		await ensureTermsDefined(readFileSync(scene.credential, 'utf8').trim());
	});
	await checks.that('joserfc verifies it, where Python has it', () => {
		const folder = join(scene.data, 'status');
		return byPython(scene.credential, join(folder, 'did.json'), join(folder, 'r0-0.jwt'));
	});
	await checks.that('without a node it passes by a file and the lists, and not without the lists', async () => {
		assert.equal((await scene.verifyOffline('--status', join(scene.data, 'status'))).code, VALID);
		refused(await scene.verifyOffline('--status', scene.data), UNKNOWN, 'StatusUnavailable');
		// The host exists nowhere, and nothing else is asked.
		refused(await scene.verifyOffline(), UNKNOWN, 'StatusUnavailable');
	});
}

/** Has Python verify; says so where it can't. */
async function byPython(credential, did, list) {
	const script = new URL('check.py', import.meta.url);
	const { status, stdout, stderr } = spawnSync('python3', [script.pathname, credential, did, list], {
		encoding: 'utf8',
	});
	if (status === 77 || status === null) {
		return 'left out: Python has no joserfc here (pip install joserfc==1.8.0)';
	}
	assert.equal(status, 0, stderr);
	return stdout.trim();
}

/** A file with a byte changed, near its end. */
function changed(scene, file) {
	const bytes = readFileSync(file);
	bytes[bytes.length - 100] ^= 1;
	const other = join(scene.data, 'changed.receipt');
	writeFileSync(other, bytes);
	return other;
}

async function playReceipts(checks, scene) {
	await scene.trustChain();
	await checks.that('by a receipt it passes without a node, a list or anybody to believe', async () => {
		scene.first = await scene.receipt('first.receipt');
		const shown = await scene.verifyByReceipt(scene.first);
		assert.deepEqual([shown.code, shown.halves], [VALID, ['customs', 'security']]);
		return `${readFileSync(scene.first).length} bytes`;
	});
	await checks.that('the same is a receipt of the certificate for who asks no more', async () => {
		const args = ['receipt', 'verify', scene.first, '--trust', scene.anchor];
		assert.equal((await scene.issuer.run(args)).code, 0);
	});
	await checks.that('a receipt of another certificate proves the key, and lists say the rest', async () => {
		const none = await scene.receipt('none.receipt', 'MX-OEA/9999');
		const lists = ['--status', join(scene.data, 'status')];
		assert.equal((await scene.verifyByReceipt(none, ...lists)).code, VALID);
		refused(await scene.verifyByReceipt(none), UNKNOWN, 'StatusUnavailable');
	});
	await checks.that('nobody can tell by a receipt that proves something else, is old, or of nobody', async () => {
		const plain = await scene.receipt('plain.receipt', NUMBER, []);
		refused(await scene.verifyByReceipt(plain), UNKNOWN, 'NotForCredentials');
		refused(await scene.verifyByReceipt(changed(scene, scene.first)), UNKNOWN, 'Damaged');
		await sleep(2_000);
		refused(await scene.verifyByReceipt(scene.first, '--max-age', '1s'), UNKNOWN, 'TrustStale');
		const before = new Date(Date.now() - 3_600_000).toISOString().slice(0, 19);
		refused(await scene.verifyByReceipt(scene.first, '--at', `${before}Z`), UNKNOWN, 'TrustStale');
		const untrusting = ['--receipt', scene.first, '--trust', join(scene.data, 'nothing')];
		refused(await scene.check(scene.credential, untrusting), UNKNOWN, 'NoTrust');
	});
}

/** Costa Rica recognises Mexico's certificates by an agreement, and says so by a credential. */
async function playRecognition(checks, scene) {
	const { chain, keys } = scene;
	const key = join(scene.data, 'cr.pem');
	const file = join(scene.data, 'recognised.vc.jwt');
	const recognise = [
		...['credential', 'recognise', '--of', 'CR', '--out', file, '--key', key],
		...['--node', scene.url],
	];
	await checks.that('who recognises nobody says nothing', async () => {
		const point = await scene.newKey(key);
		const set = scene.tx.administrations.setCredentialIssuer('did:web:hacienda.example', point, null);
		await scene.send(set, keys.own('CR'));
		const { code, stderr } = await scene.issuer.run(recognise);
		assert.deepEqual([code, JSON.parse(stderr).error], [4, 'NobodyRecognised']);
	});
	await checks.that('whose word an agreement makes count is read by jose and jsonld (experimental)', async () => {
		const terms = { ...leg('MX', 'CR', { MX: [firmAt('MX', 0, 'OEA')] }), consent: 'NotNeeded' };
		const call = agreementWith(chain.api, ['MX', 'CR'], [terms], today('MX'));
		const proposed = await chain.submitWell(call, keys.own('MX'));
		const { agreement, terms: hash } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
		await scene.send(chain.api.tx.agreements.sign(agreement, hash, today('CR')), keys.own('CR'));
		const { code, stdout, stderr } = await scene.issuer.run(recognise);
		assert.equal(code, 0, stderr);
		assert.deepEqual(JSON.parse(stdout).recognised, ['MX']);
		const folder = join(scene.data, 'status-cr');
		await scene.issuer.well(['statuslist', 'build', folder, '--of', 'CR'], ['--key', key]);
		const token = readFileSync(file, 'utf8').trim();
		const [entity] = await checkRecognition(token, join(folder, 'did.json'));
		assert.equal(entity.id, DID);
		const [action] = entity.recognizedTo;
		assert.deepEqual([action.action, action.agreement], ['issue', agreement.toNumber()]);
		assert.equal(action.recognizedBy, 'did:web:hacienda.example');
	});
	await checks.that('it is no credential of a certificate', async () => {
		refused(await scene.check(file, ['--node', scene.url]), REFUSED, 'NotUnderstood');
	});
}

async function playLife(checks, scene) {
	const { tx, keys } = scene;
	await scene.server.serveStatus(scene.key);
	const port = new URL(scene.server.address).port;
	const loopback = ['--loopback', `${HOST}=${port}`];
	const served = async (name) => {
		const reply = await fetch(`${scene.server.address}/status/${name}`);
		assert.equal(reply.status, 200);
		return bitsOf(await reply.text());
	};
	await checks.that('what the issuer serves is what the chain says', async () => {
		assert.equal((await scene.verifyOffline(...loopback)).code, VALID);
		const reply = await fetch(`${scene.server.address}/.well-known/did.json`);
		assert.equal((await reply.json()).id, DID);
	});
	let before;
	await checks.that('a suspension of one half shows in the served list soon, and the other half passes', async () => {
		before = Date.now();
		const elapsed = stopwatch();
		const call = tx.suspensions.suspend(
			{ Number: NUMBER },
			'Security',
			'Open',
			'Authority',
			documentOf('half'),
		);
		await scene.chain.submitWell(call, keys.officer('MX', 1));
		const took = await waitFor('the list has changed', SERVED_LIMIT, async () => {
			const bits = await served('s0');
			return bits.get(1) ? elapsed() : undefined;
		});
		const shown = await scene.verifyOffline(...loopback);
		assert.deepEqual([shown.code, shown.halves], [VALID, ['customs']]);
		assert.deepEqual((await scene.verify()).halves, ['customs']);
		const folder = await scene.lists();
		const status = await checkByJose(readFileSync(scene.credential, 'utf8').trim(), folder);
		assert.deepEqual(status.map(([, isSet]) => isSet), [false, false, true]);
		return `${seconds(took)} after the call was sent`;
	});
	await checks.that('the list of a moment that has passed is served as it was', async () => {
		const time = new Date(before).toISOString();
		const name = `s0?timestamp=${encodeURIComponent(time)}`;
		const bits = await served(name);
		assert.equal(bits.get(1), false);
		// Many at once wait for each other, and the present one for none of them.
		const past = Array.from({ length: 8 }, () => served(name));
		assert.equal((await served('s0')).get(1), true);
		for (const list of await Promise.all(past)) {
			assert.equal(list.get(1), false);
		}
	});
	await checks.that('a new receipt proves the half that is left, and the old one what was', async () => {
		const receipt = await scene.receipt('half.receipt');
		assert.deepEqual((await scene.verifyByReceipt(receipt)).halves, ['customs']);
		assert.equal((await scene.verifyByReceipt(scene.first)).halves.length, 2);
	});
	await checks.that('when both are suspended it is refused', async () => {
		await scene.send(suspensionOf(scene.chain.api, NUMBER), keys.officer('MX', 1));
		refused(await scene.verify(), REFUSED, 'Suspended');
		const receipt = await scene.receipt('suspended.receipt');
		refused(await scene.verifyByReceipt(receipt), REFUSED, 'Suspended');
		const proposal = tx.suspensions.proposeReinstatement(NUMBER, 'Full', 'Authority', documentOf('end'));
		const proposed = await scene.chain.submitWell(proposal, keys.officer('MX', 1));
		const event = scene.chain.eventOf(proposed, 'suspensions', 'ReinstatementProposed');
		const confirm = tx.suspensions.confirmReinstatement(NUMBER, event.proposal);
		await scene.send(confirm, keys.officer('MX', 2));
		assert.equal((await scene.verify()).code, VALID);
	});
	await checks.that('after a rectification the old edition is refused, and the new one passes', async () => {
		await scene.decide({
			Rectify: {
				roles: ['Exporter', 'Importer'],
				validFrom: today('MX'),
				validUntil: null,
				document: documentOf('rectified'),
			},
		});
		refused(await scene.verify(), REFUSED, 'Revoked');
		const receipt = await scene.receipt('rectified.receipt');
		refused(await scene.verifyByReceipt(receipt), REFUSED, 'Revoked');
		assert.equal((await scene.reissue()).code, 0);
		const shown = await scene.verify();
		assert.deepEqual([shown.code, shown.edition, shown.roles], [VALID, 1, ['IM', 'EX']]);
		assert.equal((await scene.verifyByReceipt(receipt)).edition, 1);
		// What was proven before it was issued can't refuse it.
		refused(await scene.verifyByReceipt(scene.first), UNKNOWN, 'TrustStale');
	});
	await checks.that('an officer makes the credentials void, and the certificate stays', async () => {
		await scene.issuer.well(
			['credential', 'void', NUMBER, '--yes'],
			['--as', '//MX//officer//1'],
		);
		refused(await scene.verify(), REFUSED, 'Revoked');
		assert.equal((await scene.reissue()).code, 0);
		assert.equal((await scene.verify()).edition, 2);
	});
	await checks.that('a revocation refuses it, and what an appeal brings back is the next edition', async () => {
		await scene.decide({
			Revoke: { from: today('MX'), barUntil: null, document: documentOf('revoked') },
		});
		refused(await scene.verify(), REFUSED, 'Revoked');
		await scene.send(
			tx.applications.ask(NUMBER, 'Appeal', documentOf('appeal')),
			keys.firm(TIN),
		);
		await scene.decide({ Overturn: { from: null, document: documentOf('overturned') } });
		refused(await scene.verify(), REFUSED, 'Revoked');
		assert.equal((await scene.reissue()).code, 0);
		assert.equal((await scene.verify()).edition, 3);
	});
}

async function playKeys(checks, scene) {
	const { keys, tx } = scene;
	const old = scene.key;
	await checks.that('a key that is exchanged and not kept makes all that it signed void', async () => {
		scene.key = join(scene.data, 'next.pem');
		const point = await scene.newKey(scene.key);
		const set = ['credential', 'issuer', 'set', DID, '--key', point, '--yes'];
		await scene.issuer.well(set, ['--as', '//Alice']);
		refused(await scene.verify(), REFUSED, 'KeyNotOnChain');
		const receipt = await scene.receipt('exchanged.receipt');
		refused(await scene.verifyByReceipt(receipt), REFUSED, 'KeyNotOnChain');
		const withOld = await scene.issuer.run(
			['credential', 'issue', '--all', '--of', 'MX', '--out', scene.folder],
			['--key', old, '--node', scene.url],
		);
		assert.equal(withOld.code, 4, withOld.stderr);
		assert.equal((await scene.reissue()).code, 0);
		assert.equal((await scene.verify()).code, VALID);
	});
	await checks.that('a key that is kept passes as long as the chain says', async () => {
		scene.key = join(scene.data, 'third.pem');
		const point = await scene.newKey(scene.key);
		const until = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 19);
		await scene.issuer.well(
			['credential', 'issuer', 'set', DID, '--key', point, '--keep-until', `${until}Z`, '--yes'],
			['--as', '//Alice'],
		);
		assert.equal((await scene.verify()).code, VALID);
		await scene.trust();
		const later = new Date(Date.now() + 3_600_000).toISOString().slice(0, 19);
		refused(await scene.verifyOffline('--at', `${later}Z`), MISUSE, 'NotYet');
		scene.age(25 * 3_600_000);
		refused(await scene.verifyOffline(), UNKNOWN, 'TrustStale');
	});
	await checks.that('in its own quarantine an issuer signs nothing, and nobody can tell', async () => {
		await scene.send(tx.administrations.quarantineOwn(), keys.own('MX'));
		refused(await scene.verify(), UNKNOWN, 'IssuerUnverifiable');
		const receipt = await scene.receipt('quarantined.receipt');
		refused(await scene.verifyByReceipt(receipt), UNKNOWN, 'IssuerUnverifiable');
		assert.equal((await scene.reissue()).code, 4);
		await scene.send(tx.administrations.clearCredentialIssuer(), keys.own('MX'));
		refused(await scene.verify(), REFUSED, 'IssuerNotOnChain');
	});
}

/** Certificates are suspended one by one: after how many seconds does the served list show each? */
async function measure(scene, count) {
	const { chain, keys } = scene;
	const rows = Array.from({ length: count }, (_, place) => firmAt('MX', place, 'OEA'));
	const desk = [keys.officer('MX', 1), keys.officer('MX', 2)];
	const { finality } = await takeOver(chain, desk, rows);
	await finality;
	const set = scene.tx.administrations.setCredentialIssuer(DID, await scene.newKey(scene.key), null);
	await scene.send(set, keys.own('MX'));
	await scene.server.serveStatus(scene.key);
	const took = [];
	for (const [place, { certificate }] of rows.entries()) {
		// At another moment of a slot each time.
		await sleep(400 + 170 * (place % 16));
		const elapsed = stopwatch();
		await chain.submitWell(suspensionOf(chain.api, certificate), keys.officer('MX', 1));
		const isShown = async () => {
			const reply = await fetch(`${scene.server.address}/status/s0`);
			return bitsOf(await reply.text()).get(2 * place);
		};
		while (!(await isShown())) {
			assert.ok(elapsed() < SERVED_LIMIT, `${certificate} is not in the list`);
			await sleep(LOOK);
		}
		took.push(elapsed());
	}
	return summary(took);
}

async function playMeasured(checks, scene, count) {
	await checks.that(`${count} suspensions show in the served list`, async () => {
		const { median, p95, most } = await measure(scene, count);
		assert.ok(p95 <= SERVED, `p95 ${p95} s`);
		return `p50 ${seconds(median)}, p95 ${seconds(p95)}, longest ${seconds(most)}`;
	});
}

async function playAll(checks, scene) {
	await checks.that('Mexico certifies a firm, which has an account', () => prepare(scene));
	await playIssuing(checks, scene);
	await playStrangers(checks, scene);
	await playReceipts(checks, scene);
	await playRecognition(checks, scene);
	await playLife(checks, scene);
	await playKeys(checks, scene);
}

async function play(node, data, { aeo, measure: count }) {
	const checks = new Checks();
	await node.start();
	const chain = await connect(node.url);
	const scene = new Scene(chain, new Keys(await openKeyring()), data, aeo, node);
	try {
		await (count === undefined ? playAll(checks, scene) : playMeasured(checks, scene, count));
	} finally {
		scene.server.end();
		await chain.close();
	}
	return checks.failed === 0;
}

await runProgram('clients/credentials/main.mjs', { HELP, readOptions }, (options) => {
	return onDevelopment(options, (node, data) => play(node, data, options));
});
