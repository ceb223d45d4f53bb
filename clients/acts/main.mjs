// The program behind `make acts`: the week of docs/officer/first-week.md, played by `aeo` alone on one node
// of a development chain; with what is typed wrong, and what others try.

import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate } from '../chain/ask.mjs';
import { clearUses } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { Checks } from '../network/checks.mjs';
import { Office, PASSWORD } from '../network/office.mjs';
import { readOffices } from '../network/options.mjs';
import { onDevelopment, runProgram } from '../network/program.mjs';
import { Desk, EXIT, ended } from './desk.mjs';
import { playHouse } from './house.mjs';

const HELP = `Usage: node clients/acts/main.mjs [OPTIONS]

Plays an officer's week by the command line aeo, on one node of a development chain (about 6 minutes).

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --aeo PATH         The command line to use [default: target/fast/aeo]
  --base-port PORT   First of the ports for the node [default: free ones]
  --data DIR         Folder for what the node and the officers keep [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is as it should be, 1 it is not, 2 the command line cannot be meant.
`;

/** The files of the week, with which its document practises. */
const WEEK = fileURLToPath(new URL('../../docs/officer/week', import.meta.url));

/** The firm of the week, and its certificate. */
const TIN = 'MXCTA740917PF8';
const NUMBER = 'MX-OEA-0002';

/** Questions of the long file: more than a node answers together. */
const MANY = 1_201;

/** The lines of the certificate of the week. */
function certification(paper, consent) {
	return [
		...['certify', NUMBER, '--tin', 'MX CTA-740917-PF8', '--type', 'OEA/OEA'],
		...['--roles', 'EX,IM', '--from', today('MX')],
		...['--publication-consent', consent, '--document', paper],
	];
}

async function playMonday(checks, { mexico, officer, second, costaRica, chain, files }) {
	await checks.that('the node says which chain it is of, and how old what it knows is', async () => {
		const [status] = await officer.read('status');
		assert.equal(status.genesis, chain.api.genesisHash.toHex());
		assert.ok(status.seconds < 30 && status.best.number >= status.final.number);
		ended(await officer.ask('status'), EXIT.done, 'Latest final block');
	});
	await checks.that('Mexico proposes an agreement from a file, Costa Rica signs it', async () => {
		const proposed = await mexico.act('agreement', 'propose', files('agreement.toml'));
		ended(proposed, EXIT.done, 'It is agreement 1.');
		ended(await costaRica.ask('agreement', 'show', '1'), EXIT.done, 'waits for signatures');
		const signed = await costaRica.act('agreement', 'sign', '1', '--from', today('CR'));
		ended(signed, EXIT.done, 'Costa Rica (not signed yet), Mexico (signed)');
		const again = await costaRica.act('agreement', 'sign', '1', '--from', today('CR'));
		ended(again, EXIT.refused, 'waits for no signature');
		const put = await mexico.act('agreement', 'put-in-force', '1', 'CR', '--from', today('MX'));
		ended(put, EXIT.done);
		ended(await officer.ask('agreement', 'show', '1'), EXIT.done, 'in force from', 'B02, B04');
		ended(await officer.ask('agreement', 'list'), EXIT.done, 'CR, MX');
	});
	const certify = certification(files('report.txt'), files('consent.txt'));
	await checks.that('a dry run says what would be signed, and signs nothing', async () => {
		const before = await chain.api.rpc.system.accountNextIndex(files.officer);
		const planned = await officer.plan(...certify);
		ended(planned, EXIT.done, `certify ${TIN} as OEA/OEA`, 'certificates.propose');
		const bytes = planned.stdout.split('\n').find((line) => line.startsWith('0x'));
		const call = chain.api.createType('Call', bytes);
		assert.equal(`${call.section}.${call.method}`, 'certificates.propose');
		assert.deepEqual(await chain.api.rpc.system.accountNextIndex(files.officer), before);
	});
	await checks.that('two officers certify a firm: the first waits for the second', async () => {
		ended(await officer.act(...certify), EXIT.waits, 'waits for the second officer as proposal 1');
		ended(await officer.ask('pending', 'MX'), EXIT.done, NUMBER, `certify ${TIN}`);
		const tried = await officer.plan('confirm', NUMBER, '--lang', 'es');
		ended(tried, EXIT.refused, 'El funcionario que propuso una decisión no puede confirmarla');
		const own = await officer.answer('confirm', NUMBER, '--lang', 'es');
		ended(own, EXIT.refused, 'El funcionario que propuso una decisión no puede confirmarla');
		ended(await second.unsaid('confirm', NUMBER), EXIT.usage, `certify ${TIN}`, '--yes');
		ended(await second.answer('confirm', NUMBER), EXIT.done, 'Benefits begin at: Costa Rica');
		ended(await second.act('confirm', NUMBER), EXIT.usage, '--proposal');
		const again = await second.act('confirm', NUMBER, '--proposal', '1');
		ended(again, EXIT.refused, 'Nothing waits');
	});
	await checks.that('the certificate is shown under all its names, and its story', async () => {
		for (const id of [NUMBER, TIN, `urn:tin:${TIN}`, 'mx cta-740917-pf8']) {
			ended(await officer.ask('show', id), EXIT.done, NUMBER, 'in force', 'Block');
		}
		ended(await officer.ask('show', NUMBER, '--lang', 'pt'), EXIT.done, 'vigente');
		ended(await officer.ask('history', TIN), EXIT.done, 'authorised');
		const declared = await officer.ask('declare-as', NUMBER);
		ended(declared, EXIT.done, 'Costa Rica', `write ${TIN} at 2`);
	});
}

async function playTuesday(checks, { costaRica, chain, data }) {
	await checks.that('what aeo answers is what the node answers', async () => {
		const [reply] = await costaRica.read('evaluate', 'CR', TIN, 'EX', 'import');
		const asked = await evaluate(chain, 'CR', TIN, 'EX', 'Import', reply.block_number);
		const benefits = reply.answer.outcome.Granted.map(({ benefit }) => benefit);
		assert.deepEqual(benefits, asked.benefits);
		const answer = await costaRica.ask('evaluate', 'Costa Rica', TIN, 'Exporter', 'Import');
		ended(answer, EXIT.done, 'Recognised', 'B02', 'agreement 1');
		const denied = await costaRica.ask('explain', 'CR', TIN, 'CB', 'import');
		ended(denied, EXIT.done, 'not about this role');
	});
	await checks.that(`${MANY} questions of a file are answered of one block`, async () => {
		const file = join(data, 'declarations.csv');
		const rows = Array.from({ length: MANY }, (_, place) => {
			return place % 2 === 0 ? `${TIN},EX,import` : 'MXXXX010101000,EX,import';
		});
		writeFileSync(file, ['id,role,direction', ...rows, ''].join('\n'));
		const { code, stdout, stderr } = await costaRica.ask('evaluate', 'CR', '-f', file);
		assert.equal(code, EXIT.done, stderr);
		const [headings, ...answers] = stdout.trim().split('\n');
		assert.ok(headings.startsWith('id,role,direction,recognised'));
		assert.equal(answers.length, MANY);
		assert.equal(answers.filter((line) => line.includes(',true,"B02, B04"')).length, 601);
		assert.equal(answers.filter((line) => line.includes('NotANumber')).length, 600);
		assert.equal(new Set(answers.map((line) => line.split(',').at(-2))).size, 1);
		writeFileSync(file, `id,role,direction\n${TIN},EX,import\n${TIN},EXP,transit\n`);
		const wrong = await costaRica.ask('evaluate', 'CR', '-f', file);
		const said = ended(wrong, EXIT.badRows, 'row 3', 'direction');
		assert.ok(!said.includes('true'));
	});
	await checks.that('Costa Rica takes over what Mexico told, and acknowledges what it has read', async () => {
		const told = await costaRica.act('ack', 'MX');
		ended(told, EXIT.done, NUMBER, 'authorised');
		ended(await costaRica.act('ack', '--all'), EXIT.done, 'nothing to acknowledge');
	});
}

async function playWednesday(checks, { officer, costaRica, files }) {
	let before;
	const suspend = (...more) => ['suspend', ...more, '--document', files('report.txt')];
	await checks.that('before a suspension is signed, it says where benefits end', async () => {
		[{ block_number: before }] = await costaRica.read('evaluate', 'CR', TIN, 'EX', 'import');
		const half = await officer.plan(...suspend(NUMBER, '--half', 'security'));
		ended(half, EXIT.done, 'Benefits end at Costa Rica: B04');
		const whole = await officer.plan(...suspend(NUMBER));
		ended(whole, EXIT.done, 'Benefits end at Costa Rica: B02, B04', 'Benefits end at Mexico');
		ended(await officer.plan(...suspend(TIN)), EXIT.done, NUMBER);
	});
	await checks.that('one officer suspends, and the next answer says since when', async () => {
		const done = await officer.act(...suspend(NUMBER), '--best');
		ended(done, EXIT.done, 'Benefits end at: Costa Rica', 'not final yet');
		const answer = await costaRica.ask('evaluate', 'CR', TIN, 'EX', 'import');
		const said = ended(answer, EXIT.done, 'Not recognised', 'suspended since');
		assert.ok(!said.includes('invalid'));
		ended(await officer.ask('show', NUMBER, '--lang', 'es'), EXIT.done, 'suspendido desde el');
	});
	await checks.that('of the block before, the answer is still what it was', async () => {
		const past = ['evaluate', 'CR', TIN, 'EX', 'import', '--at'];
		ended(await costaRica.ask(...past, String(before)), EXIT.done, 'Recognised', 'final');
		const [{ block_time: time }] = await costaRica.read(...past, String(before));
		// To the second, which no other block has.
		const moment = new Date(Math.ceil(time / 1_000) * 1_000).toISOString().slice(0, 19);
		const [{ block_number: found }] = await costaRica.read(...past, `${moment}Z`);
		assert.equal(found, before);
		ended(await costaRica.ask(...past, '2198-12-31'), EXIT.usage, 'still to come');
		ended(await costaRica.ask(...past, '2020-01-01'), EXIT.refused, 'did not exist');
		ended(await costaRica.ask(...past, '4000000000'), EXIT.refused, 'no block 4000000000');
	});
}

async function playThursday(checks, { officer, second, costaRica, risk, chain, keys, files }) {
	const document = ['--document', files('report.txt')];
	await checks.that('two officers reinstate, and benefits are there again', async () => {
		const proposed = await officer.act('reinstate', NUMBER, ...document);
		ended(proposed, EXIT.waits, 'Benefits begin at Costa Rica: B02, B04');
		ended(await second.ask('pending', 'MX'), EXIT.done, 'reinstate all of it');
		const confirmed = await second.answer('confirm', NUMBER);
		ended(confirmed, EXIT.done, 'suspended since', 'Benefits begin at: Costa Rica');
		const answer = await costaRica.ask('evaluate', 'CR', TIN, 'EX', 'import');
		ended(answer, EXIT.done, 'Recognised');
	});
	await checks.that('what is refused is not done', async () => {
		const revoke = ['revoke', NUMBER, '--from', today('MX'), ...document];
		ended(await officer.act(...revoke), EXIT.waits, 'revoke it from');
		ended(await second.answer('refuse', NUMBER), EXIT.done, 'Refuse proposal');
		ended(await officer.ask('pending', 'MX'), EXIT.done, 'Nothing waits');
		ended(await officer.ask('show', NUMBER), EXIT.done, 'in force');
	});
	await checks.that('Costa Rica stops recognising the certificate, alone, and goes on', async () => {
		const recognition = (step, ...more) => ['recognition', step, 'MX', NUMBER, ...more, ...document];
		const suspended = await risk.act(...recognition('suspend', '--review-on', '2099-12-31'));
		ended(suspended, EXIT.done);
		const answer = ['evaluate', 'CR', TIN, 'EX', 'import'];
		ended(await risk.ask(...answer), EXIT.done, 'has suspended its recognition');
		ended(await officer.ask('show', NUMBER), EXIT.done, 'in force');
		ended(await risk.act(...recognition('restore')), EXIT.done);
		ended(await risk.ask(...answer), EXIT.done, 'Recognised');
		const report = await risk.act('irregularity', 'report', 'MX', NUMBER, ...document);
		ended(report, EXIT.done, 'It is report 0');
		ended(await risk.act('incident', 'open', 'border', ...document), EXIT.done, 'It is incident');
		ended(await risk.ask('incident', 'list', 'CR'), EXIT.done, 'a closed border', 'open');
	});
	await checks.that('declarations get their benefits once, and the firm sees it', async () => {
		await chain.submitWell(clearUses(chain.api), keys.own('CR'));
		const granted = await risk.act('grant', files('declarations.csv'));
		ended(granted, EXIT.done, '1 to 2 of 2');
		const [page] = await risk.read('uses', TIN);
		assert.equal(page.answer.length, 2);
		ended(await risk.act('grant', files('declarations.csv')), EXIT.done);
		const [after] = await risk.read('uses', TIN);
		assert.equal(after.answer.length, 2);
		ended(await risk.ask('uses', TIN), EXIT.done, 'B02, B04');
	});
}

async function playFriday(checks, { mexico, officer, second, third, files, stranger, office }) {
	const document = ['--document', files('report.txt')];
	await checks.that('an officer signs with the file that polkadot.js exported', async () => {
		const appoint = ['officer', 'appoint', files.third, '--scopes', 'suspension,certification'];
		ended(await mexico.act(...appoint), EXIT.done, 'Suspension, Certification');
		const review = ['review', NUMBER, '--begin', ...document];
		ended(await third.act(...review), EXIT.done);
		ended(await officer.ask('show', NUMBER), EXIT.done, 'under review');
	});
	await checks.that('a key that is kept signs by its name', async () => {
		const added = await office.words(['keys', 'add', files('open.json'), '--name', 'third']);
		ended(added, EXIT.done, files.third, '--as third');
		ended(await office.words(['keys', 'list']), EXIT.done, 'third', files.third);
		const review = ['review', NUMBER, '--end', ...document, '--as', 'third', '--yes'];
		ended(await officer.ask(...review), EXIT.done);
	});
	await checks.that('a file that is cut off, open to others, or of a stranger is refused', async () => {
		const review = ['review', NUMBER, '--end', ...document, '--yes'];
		const cut = await officer.ask(...review, '--as', files('cut.json'));
		ended(cut, EXIT.refused, 'cut off');
		const open = await officer.ask(...review, '--as', files('open.json'));
		ended(open, EXIT.refused, 'chmod 600');
		const other = await officer.ask(...review, '--as', files('other.json'));
		ended(other, EXIT.refused, 'The decrypted keys are not valid');
		const none = await officer.ask(...review, '--as', files('none.json'));
		ended(none, 1, 'none.json');
		ended(await stranger.act(...review.slice(0, -1)), EXIT.refused);
	});
	await checks.that('who is dismissed hears so', async () => {
		ended(await mexico.act('officer', 'dismiss', files.third), EXIT.done);
		const suspend = await third.act('suspend', NUMBER, ...document);
		ended(suspend, EXIT.refused, 'was never appointed, or is dismissed');
	});
	await checks.that('a revoked certificate is called so, with its day', async () => {
		const revoke = ['revoke', NUMBER, '--from', today('MX'), ...document];
		ended(await officer.act(...revoke), EXIT.waits);
		ended(await second.answer('confirm', NUMBER), EXIT.done, 'Benefits end at: Costa Rica');
		const answer = await officer.ask('evaluate', 'CR', TIN, 'EX', 'import');
		ended(answer, EXIT.done, `revoked from ${today('MX')} on`);
		ended(await officer.ask('show', NUMBER, '--lang', 'es'), EXIT.done, 'revocado desde el');
	});
}

/**
 * What is typed, how it ends, and what is said.
 *
 * @type {[string[], number, string][]}
 */
const MISTYPED = [
	[['evaluate', 'CR', TIN, 'EXP', 'import'], EXIT.usage, 'EXP'],
	[['evaluate', 'CR', TIN, 'EX', 'transit'], EXIT.usage, 'import, export'],
	[['evaluate', 'CR', TIN], EXIT.usage, 'ROLE'],
	[['evaluate', 'ZZ', TIN, 'EX', 'import'], EXIT.usage, 'not a territory'],
	[['show', 'MXCTA740917PF9'], EXIT.refused, 'check digit'],
	[['show', 'MX-OEA-9999'], EXIT.refused, 'MX-OEA-9999'],
	[['show', TIN, '--at', 'yesterday'], EXIT.usage, 'such as 2026-12-31'],
	[['tin', 'check', TIN, 'MXCTA740917PF9'], EXIT.badRows, 'check digit'],
	[['tin', 'chek', TIN], EXIT.usage, 'chek'],
	[['agreement', 'show', '77'], EXIT.refused, 'no agreement 77'],
	[['confirm', NUMBER], EXIT.usage, '--as'],
	[['certify', NUMBER, '--roles', 'EX'], EXIT.usage, '--tin'],
	[['suspend', NUMBER, '--as', '//MX//officer//1', '--document', 'nix', '--yes'], 1, 'nix'],
	[
		['suspend', 'MX-OEA-9999', '--as', '//MX//officer//1', '--document', '0x'.padEnd(66, '7')],
		EXIT.refused,
		'no certificate',
	],
	[
		['suspend', NUMBER, '--half', 'both', '--as', '//MX//officer//1', '--document', 'x'],
		EXIT.usage,
		'customs, security',
	],
];

async function playWrong(checks, { officer, office, files }) {
	await checks.that('what is typed wrong is a sentence, in three languages', async () => {
		for (const [args, code, said] of MISTYPED) {
			ended(await officer.ask(...args), code, said);
			for (const lang of ['es', 'pt']) {
				ended(await officer.ask(...args, '--lang', lang), code);
			}
		}
	});
	await checks.that('a file of terms or declarations that is none is refused by name', async () => {
		const asOwn = ['--as', '//Alice', '--yes'];
		for (const name of ['report.txt', 'declarations.csv']) {
			const terms = await officer.ask('agreement', 'propose', files(name), ...asOwn);
			ended(terms, EXIT.badRows, name);
		}
		const grant = await officer.ask('grant', files('report.txt'), ...asOwn);
		ended(grant, EXIT.badRows, 'report.txt');
	});
	await checks.that('a node that does not answer is named', async () => {
		const gone = 'http://127.0.0.1:9';
		const answer = await office.words(['show', TIN, '--node', gone]);
		ended(answer, EXIT.noAnswer, gone);
	});
	await checks.that('the help is in groups, in three languages', async () => {
		for (const [lang, word] of [
			['en', 'Your certificates:'],
			['es', 'Sus certificados:'],
			['pt', 'Seus certificados:'],
		]) {
			ended(await office.words(['--help', '--lang', lang]), EXIT.done, word, ' 10 ');
		}
	});
}

/** Writes what the officers have in their folder, and gives the function that names it. */
function lay(data, keys, pairOf) {
	const folder = join(data, 'week');
	cpSync(WEEK, folder, { recursive: true });
	const exported = pairOf('//officer//of//the//week');
	const write = (name, text, mode) => {
		writeFileSync(join(folder, name), text);
		chmodSync(join(folder, name), mode);
	};
	const json = exported.toJson(PASSWORD);
	write('key.json', JSON.stringify(json), 0o600);
	write('open.json', JSON.stringify(json), 0o644);
	write('cut.json', JSON.stringify({ ...json, encoded: json.encoded.slice(0, 40) }), 0o600);
	const other = { ...json, address: keys.officer('MX', 1).address };
	write('other.json', JSON.stringify(other), 0o600);
	const files = (name) => join(folder, name);
	return Object.assign(files, {
		officer: keys.officer('MX', 1).address,
		third: exported.address,
	});
}

async function play(node, data, { aeo }) {
	const checks = new Checks();
	await node.start();
	await node.firstBlock();
	const chain = await connect(node.url);
	const pairOf = await openKeyring();
	const keys = new Keys(pairOf);
	mkdirSync(data, { recursive: true });
	const files = lay(data, keys, pairOf);
	const office = new Office(aeo, join(data, 'office'), 'MX', node);
	const url = node.url.replace('ws:', 'http:');
	const at = (account) => new Desk(office, url, account);
	const week = {
		office,
		chain,
		keys,
		data,
		files,
		mexico: at('//Alice'),
		officer: at('//MX//officer//1'),
		second: at('//MX//officer//2'),
		third: at(files('key.json')),
		risk: at('//CR//officer//1'),
		stranger: at('//nobody'),
	};
	try {
		await playMonday(checks, { ...week, costaRica: at('//Bob') });
		const costaRica = at('//CR//officer//1');
		await playTuesday(checks, { ...week, costaRica });
		await playWednesday(checks, { ...week, costaRica });
		await playThursday(checks, { ...week, costaRica });
		await playFriday(checks, week);
		await playHouse(checks, {
			...week,
			at,
			agency: at('//agency'),
			agencyPair: pairOf('//agency'),
		});
		await playWrong(checks, week);
	} finally {
		office.end();
		await chain.close();
	}
	return checks.failed === 0;
}

await runProgram('clients/acts/main.mjs', { HELP, readOptions: readOffices }, (options) => {
	return onDevelopment(options, (node, data) => play(node, data, options));
});
