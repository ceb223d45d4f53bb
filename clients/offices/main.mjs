// The program behind `make offices`: two offices at work by `aeo` on one node. Mexico shares names with
// Costa Rica by an agreement and with the holder's consent; Costa Rica's officer finds a firm by its name;
// the holder reads its own records and uses; both offices and the holder take new keys; the holder
// withdraws; nothing of it stands in clear on the chain or in the node's log.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate } from '../chain/ask.mjs';
import { agreementWith, commitmentTo, programmeOf } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { typesOf } from '../firms/firms.mjs';
import { readPilot } from '../firms/lists.mjs';
import { leg } from '../firms/offers.mjs';
import { readRegistry } from '../firms/registry.mjs';
import { takeOver } from '../firms/taking-over.mjs';
import { Checks } from '../network/checks.mjs';
import { Office } from '../network/office.mjs';
import { readOffices } from '../network/options.mjs';
import { onDevelopment, runProgram } from '../network/program.mjs';
import { seconds } from '../network/text.mjs';
import { stopwatch } from '../network/wait.mjs';
import { placesOf } from './scan.mjs';

const HELP = `Usage: node clients/offices/main.mjs [OPTIONS]

Plays two offices that share confidential lists by the command line aeo, on one node of a development
chain (about 2 minutes).

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --aeo PATH         The command line to use [default: target/fast/aeo]
  --base-port PORT   First of the ports for the node [default: free ones]
  --data DIR         Folder for what the node and the offices keep [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is as it should be, 1 it is not, 2 the command line cannot be meant.
`;

const PILOT = fileURLToPath(new URL('../../chain-specs/pilot', import.meta.url));
const REGISTRY = join(PILOT, 'registry', 'mx');

/** Under which part of its name the officer looks for the firm. */
const LOOKED_FOR = 'onde';

/** Mexico asks its holders, and takes its list over; Costa Rica and Mexico make an agreement that needs it. */
async function prepare(chain, keys, rows) {
	const { api } = chain;
	const { tx } = api;
	const desk = [keys.officer('MX', 1), keys.officer('MX', 2)];
	const types = typesOf(rows);
	const declared = types.map(({ code }) => ({ code, halves: 'Both' }));
	const asked = { ...programmeOf(declared, true), consent: 'Asked' };
	await chain.submitWell(tx.certificates.setProgramme(types[0].programme, asked), keys.own('MX'));
	await takeOver(chain, desk, rows);
}

/** The two sign: Mexico shares names and offices where the holder consents. */
async function agree(chain, keys, lists) {
	const shared = {
		...leg('MX', 'CR', lists),
		consent: 'Needed',
		dataClasses: ['Identity', 'Contact'],
	};
	const call = agreementWith(chain.api, ['MX', 'CR'], [shared, leg('CR', 'MX', lists)], today('MX'));
	const proposed = await chain.submitWell(call, keys.own('MX'));
	const { agreement, terms } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
	await chain.submitWell(chain.api.tx.agreements.sign(agreement, terms, today('CR')), keys.own('CR'));
	return agreement.toNumber();
}

/** Links an account to the firm, as its office and the firm do it. */
async function link(chain, keys, { tin }) {
	const holder = keys.firm(tin);
	const { identities } = chain.api.tx;
	await chain.submitWell(identities.offerAccount(tin, holder.address, null), keys.officer('MX', 1));
	await chain.submitWell(identities.acceptAccount(tin), holder);
}

/** Submits a call, and waits until it is final: `aeo` looks at nothing else. */
async function submitAndSettle(chain, call, signer) {
	const { finality } = await chain.submitWell(call, signer);
	await finality;
}

/** An office takes a new key, and its administration registers it: the file of the key. */
async function rotate(chain, keys, office, territory) {
	const key = await office.newKey('next.age');
	const call = chain.api.tx.administrations.rotateEncryptionKey(key);
	await submitAndSettle(chain, call, keys.own(territory));
	return office.key;
}

/** A use of benefits at home, as an office that seals its uses keeps it. */
async function useOf(chain, account, { certificate }) {
	const linked = await chain.api.query.identities.accounts(account);
	return {
		grantor: 'MX',
		declaration: commitmentTo('an entry'),
		role: 'Exporter',
		direction: 'Export',
		trader: linked.unwrap().trader.toHex(),
		entitlements: [{ benefit: 'FewerInspections', certificate, basis: 'Domestic' }],
		versions: { [certificate]: 1 },
		block: await chain.best(),
		at: Date.now(),
	};
}

function answerOf(chain, tin) {
	return evaluate(chain, 'CR', tin, 'EX', 'Import');
}

/** The good firm whose name the officer looks for, with its row on the list; and another one. */
function chosen(registry, rows) {
	const rowOf = ({ certificate }) => rows.find((row) => row.certificate === certificate);
	const firm = registry.find((one) => {
		const names = `${one.identity.Name} ${one.identity.TradeName ?? ''}`.toLowerCase();
		return rowOf(one)?.status === 'Authorised' && names.includes(LOOKED_FOR);
	});
	const other = registry.find((one) => one !== firm);
	if (firm === undefined || other === undefined) {
		throw new Error(`The registry has no good firm with ${LOOKED_FOR} in its name.`);
	}
	return { firm, row: rowOf(firm), other };
}

async function play(node, data, { aeo }) {
	const checks = new Checks();
	await node.start();
	await node.firstBlock();
	const chain = await connect(node.url);
	const keys = new Keys(await openKeyring());
	const { lists } = readPilot(PILOT);
	const registry = readRegistry(REGISTRY);
	const known = new Set(registry.map(({ certificate }) => certificate));
	const rows = lists.MX.filter(({ certificate }) => known.has(certificate));
	const { firm, row, other } = chosen(registry, rows);
	const mexico = new Office(aeo, join(data, 'mx'), 'MX', node);
	const costaRica = new Office(aeo, join(data, 'cr'), 'CR', node);
	const holder = new Office(aeo, join(data, 'firm'), undefined, node);
	const registryOfToday = join(data, 'registry');
	const { tx } = chain.api;
	let agreement;
	try {
		await checks.that('both offices keep their encryption keys in files', async () => {
			await mexico.importKey();
			await costaRica.importKey();
		});
		await checks.that('Mexico, which asks its holders, takes over its list', () => {
			return prepare(chain, keys, rows);
		});
		await checks.that('a holder that was not asked is denied what needs its consent', async () => {
			agreement = await agree(chain, keys, lists);
			assert.equal((await answerOf(chain, row.tin)).denial, 'NoConsent');
		});
		const sinceOffered = stopwatch();
		let sinceConsent;
		await checks.that('one call of the holder begins the benefits', async () => {
			await link(chain, keys, row);
			sinceConsent = stopwatch();
			await mexico.well(
				['consent', 'give', row.certificate, '--agreement', String(agreement)],
				['--as', `//firm//${row.tin}`],
			);
			assert.ok((await answerOf(chain, row.tin)).benefits.length > 0);
		});
		await checks.that('Mexico seals and publishes the lists of all readers in one call', async () => {
			const lines = await mexico.sync(REGISTRY);
			assert.deepEqual(lines.map(({ reader, sequence }) => [reader, sequence]).sort(), [
				['CR', 1],
				['MX', 1],
			]);
		});
		await checks.that('Costa Rica fetches its list and finds the firm by its name', async () => {
			await mexico.serve();
			await costaRica.fetch('MX', mexico.address);
			const found = await costaRica.search(LOOKED_FOR);
			assert.deepEqual(found.map(({ number }) => number), [row.certificate]);
			assert.equal(found[0].tin, row.tin);
			const times = [sinceConsent(), sinceOffered()].map(seconds);
			return `${times[0]} after consent, ${times[1]} after the account was offered`;
		});
		await checks.that('a firm that did not consent is not found', async () => {
			assert.deepEqual(await costaRica.search(other.identity.Name.split(' ')[1]), []);
		});
		await checks.that('what has not changed is not published again', async () => {
			assert.deepEqual(await mexico.sync(REGISTRY), []);
		});
		await checks.that('a sync that is killed in the middle is taken up by the next one', async () => {
			cpSync(REGISTRY, registryOfToday, { recursive: true });
			const path = join(registryOfToday, 'certificates.csv');
			const { Line } = firm.identity.Address;
			writeFileSync(path, readFileSync(path, 'utf8').replaceAll(Line, `${Line} bis`));
			await mexico.killedSync(registryOfToday);
			await mexico.sync(registryOfToday);
			assert.deepEqual(await mexico.sync(registryOfToday), []);
			await costaRica.fetch('MX', mexico.address);
			const found = await costaRica.search(LOOKED_FOR);
			assert.deepEqual(found.map(({ number }) => number), [row.certificate]);
		});
		await checks.that('a holder reads its own records, proved on chain, and who may read them', async () => {
			const key = await holder.newKey('first.age');
			await submitAndSettle(chain, tx.disclosures.registerKey(key), keys.firm(row.tin));
			await mexico.sync(registryOfToday);
			const [certificate] = await holder.own('MX', mexico.address);
			assert.equal(certificate.number, row.certificate);
			const identity = certificate.records.find((record) => record.class === 'identity');
			assert.equal(identity.data.Name, firm.identity.Name);
			assert.deepEqual(
				certificate.sharing.map(({ reader, given }) => [reader, given]),
				[['CR', true]],
			);
		});
		const uses = join(data, 'uses');
		await checks.that('it reads the uses that were recorded sealed, which the chain only counts', async () => {
			const one = await useOf(chain, keys.firm(row.tin).address, row);
			mkdirSync(uses);
			writeFileSync(join(uses, '0.jsonl'), `${JSON.stringify(one)}\n`);
			const day = today('MX');
			const [call] = await mexico.well(
				['sealed', 'uses', join(uses, '0.jsonl'), '--grantor', 'MX'],
				['--first', day, '--last', day],
			);
			const days = ['--first', day, '--last', day];
			const act = ['seal-uses', join(uses, '0.jsonl'), ...days, '--as', '//MX//officer//1', '--yes'];
			await mexico.well(act);
			const recorded = await chain.api.query.benefits.sealedRecords('MX', 0);
			assert.equal(recorded.unwrap().root.toHex(), call.root);
			await mexico.sync(registryOfToday, ['--uses', uses]);
			const shown = await holder.own('MX', mexico.address);
			assert.deepEqual(shown.at(-1).use, one);
		});
		await checks.that('a reader that rotates its key gets its list anew, and needs the old key no more', async () => {
			await rotate(chain, keys, costaRica, 'CR');
			const standing = async () => {
				const given = await costaRica.status();
				return given.find(({ way }) => way === 'received').list.standing;
			};
			assert.equal(await standing(), 'Outdated');
			const lines = await mexico.sync(registryOfToday, ['--uses', uses]);
			assert.deepEqual(lines.map(({ reader }) => reader), ['CR']);
			assert.equal(await standing(), 'Current');
			await costaRica.fetch('MX', mexico.address);
			const found = await costaRica.search(LOOKED_FOR);
			assert.deepEqual(found.map(({ number }) => number), [row.certificate]);
		});
		await checks.that('an issuer that rotates its key opens with the old one once, and seals to the new', async () => {
			const old = mexico.key;
			const next = await rotate(chain, keys, mexico, 'MX');
			mexico.key = old;
			const lines = await mexico.sync(registryOfToday, ['--uses', uses]);
			assert.deepEqual(lines.map(({ reader }) => reader), ['MX']);
			mexico.key = next;
			assert.deepEqual(await mexico.sync(registryOfToday, ['--uses', uses]), []);
			const [certificate] = await holder.own('MX', mexico.address);
			assert.equal(certificate.number, row.certificate);
		});
		await checks.that("a holder's file goes to its new key, and goes when it wants none", async () => {
			const files = () => readdirSync(join(mexico.lists, 'h'));
			const [before] = files();
			const key = await holder.newKey('second.age');
			await submitAndSettle(chain, tx.disclosures.registerKey(key), keys.firm(row.tin));
			await mexico.sync(registryOfToday, ['--uses', uses]);
			assert.equal(files().length, 1);
			assert.notDeepEqual(files(), [before]);
			const [certificate] = await holder.own('MX', mexico.address);
			assert.equal(certificate.number, row.certificate);
			await submitAndSettle(chain, tx.disclosures.removeKey(), keys.firm(row.tin));
			await mexico.sync(registryOfToday, ['--uses', uses]);
			assert.deepEqual(files(), []);
		});
		await checks.that('the holder withdraws: the next evaluation and the next search deny', async () => {
			await mexico.well(
				['consent', 'withdraw', row.certificate, '--agreement', String(agreement)],
				['--as', `//firm//${row.tin}`],
			);
			assert.equal((await answerOf(chain, row.tin)).denial, 'NoConsent');
			assert.deepEqual(await costaRica.search(LOOKED_FOR), []);
		});
		await checks.that('the next list of Costa Rica is empty', async () => {
			const lines = await mexico.sync(registryOfToday, ['--uses', uses]);
			const forCostaRica = lines.find(({ reader }) => reader === 'CR');
			assert.equal(forCostaRica.pages, 0);
		});
		await checks.that('nothing confidential stands in state, blocks, events or log (I20)', async () => {
			const words = [firm.identity.Name, firm.identity.TradeName, firm.identity.Address.Line]
				.filter((word) => word !== undefined)
				.map((word) => Buffer.from(word));
			// What the scan must find, so that it is known to look: the number stands on chain.
			assert.ok((await placesOf(chain, [Buffer.from(row.certificate)])).length > 0);
			assert.deepEqual(await placesOf(chain, words), []);
			const log = readFileSync(node.log);
			assert.ok(words.every((word) => !log.includes(word)));
		});
		await checks.that('mistakes are sentences, and exit codes say what they are', async () => {
			const wrongKey = await mexico.run(
				['sealed', 'search', costaRica.lists, '--reader', 'CR', '--key', mexico.key, 'x'],
			);
			assert.notEqual(wrongKey.code, 0);
			const stranger = await mexico.run(
				['consent', 'give', row.certificate, '--agreement', String(agreement)],
				['--as', '//firm//nobody', '--node', node.url.replace('ws:', 'http:')],
			);
			assert.equal(stranger.code, 4);
			assert.notEqual(stranger.stderr, '');
		});
	} finally {
		mexico.end();
		await chain.close();
	}
	return checks.failed === 0;
}

await runProgram('clients/offices/main.mjs', { HELP, readOptions: readOffices }, (options) => {
	return onDevelopment(options, (node, data) => play(node, data, options));
});
