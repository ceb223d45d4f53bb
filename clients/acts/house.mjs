// What an office does by `aeo` besides: its programmes, agencies and agreements; an application with an opinion, what a
// holder is asked for and asks for, the figures of a month, and what is signed on a computer without a network.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { today } from '../chain/clock.mjs';
import { tinOf } from '../firms/numbers.mjs';
import { EXIT, ended } from './desk.mjs';

/** The certificates of these checks. */
const NUMBER = 'MX-SEC-0001';
const OFFLINE = 'MX-OEA-0003';

/** What was typed ends well. */
function done(typed, ...said) {
	return ended(typed, EXIT.done, ...said);
}

export async function playHouse(checks, week) {
	await playProgramme(checks, week);
	await playRequests(checks, week);
	await playAmendment(checks, week);
	await playReport(checks, week);
	await playOffline(checks, week);
}

async function playProgramme(checks, { mexico, officer, second, agency, agencyPair, keys, files, chain }) {
	const document = ['--document', files('report.txt')];
	const wanted = ['--type', 'SEC/SEC', '--roles', 'EX'];
	const firm = ['--tin', tinOf('MX', 700), '--publication-consent', files('consent.txt')];
	await checks.that('a programme is set from a file, and shown as it was and will be', async () => {
		const set = ['programme', 'set', files('programme.toml')];
		done(await mexico.plan(...set, '--lang', 'es'), 'SENASICA', 'certificates.setProgramme');
		done(await mexico.act(...set), 'SEC (security half)', '36 months at most');
		done(await officer.ask('programme', 'show', 'MX'), 'Programme SEC', 'SENASICA', 'OEA');
		ended(await officer.act(...set), EXIT.refused);
		const programme = readFileSync(files('programme.toml'), 'utf8');
		writeFileSync(files('wrong.toml'), programme.replace('AtMost = 36', 'AtMost = 36_000'));
		const wrong = await mexico.plan('programme', 'set', files('wrong.toml'));
		ended(wrong, EXIT.refused, '1 to 1,200 months');
	});
	await checks.that('an application is entered, accepted and opined on before a firm is certified', async () => {
		const { address } = agencyPair;
		done(await mexico.act('agency', 'register', 'SENASICA', address), 'SENASICA');
		const entered = await officer.act('application', 'enter', NUMBER, ...firm, ...wanted, ...document);
		done(entered, `The application is ${NUMBER}`);
		done(await officer.act('application', 'accept', NUMBER, ...document), 'for examination');
		const certify = ['certify', NUMBER, ...firm, ...wanted, '--from', today('MX'), ...document];
		ended(await officer.plan(...certify), EXIT.refused, 'An agency whose opinion');
		done(await agency.act('opine', 'MX', NUMBER, 'favourable', ...document), 'nothing is in its way');
		ended(await officer.act(...certify), EXIT.waits);
		done(await second.answer('confirm', NUMBER));
		done(await officer.ask('show', NUMBER), 'in force');
		const twice = ['application', 'reject', NUMBER, ...document];
		ended(await officer.plan(...twice), EXIT.refused, 'no application that waits');
	});
	await checks.that('a firm applies by its own account, and takes it back', async () => {
		const holder = keys.firm(tinOf('MX', 700));
		done(await officer.act('firm', 'offer-account', tinOf('MX', 700), holder.address));
		await (await chain.submitWell(chain.api.tx.identities.acceptAccount(tinOf('MX', 700)), holder)).finality;
		const asFirm = ['--as', `//firm//${tinOf('MX', 700)}`, '--yes'];
		const apply = ['application', 'apply', '--type', 'OEA/OEA', '--roles', 'IM', ...document];
		const said = done(await officer.ask(...apply, ...asFirm), 'The application is APPLICATION-');
		const [number] = /APPLICATION-\d+/.exec(said) ?? [];
		done(await officer.ask('application', 'withdraw', number, ...document, ...asFirm));
		done(await officer.ask('show', number, '--of', 'MX'), 'application withdrawn');
	});
}

async function playRequests(checks, { officer, second, files }) {
	const document = ['--document', files('report.txt')];
	await checks.that('a holder is asked for something, answers, and the request is closed', async () => {
		const make = ['request', 'make', NUMBER, 'visit', '--due', '2099-12-31', ...document];
		done(await officer.act(...make), 'It is request 1', 'a visit to its sites');
		done(await officer.ask('request', 'list', 'MX'), NUMBER, 'a visit', 'open');
		done(await officer.act('request', 'answer', NUMBER, '1', ...document));
		done(await officer.ask('request', 'list', 'MX', '--lang', 'pt'), 'respondido em');
		done(await officer.act('request', 'close', NUMBER, '1', 'met', ...document));
		done(await officer.ask('request', 'list', 'MX'), 'No request is open');
		const again = await officer.act('request', 'answer', NUMBER, '1', ...document);
		ended(again, EXIT.refused, 'The request is closed');
	});
	await checks.that('what a holder wishes is noted, taken back, and dismissed', async () => {
		done(await officer.act('wish', 'renewal', NUMBER, ...document), 'a renewal');
		done(await officer.act('wish', 'withdraw', NUMBER, 'renewal', ...document));
		// Giving it back is the holder's own to ask for.
		const giveBack = ['wish', 'relinquishment', NUMBER, '--from', '2099-01-01', ...document];
		ended(await officer.act(...giveBack), EXIT.refused);
		const asFirm = ['--as', `//firm//${tinOf('MX', 700)}`, '--yes'];
		done(await officer.ask(...giveBack, ...asFirm), '2099-01-01');
		ended(await officer.ask('wish', 'relinquishment', NUMBER, ...document), EXIT.usage, '--from');
		done(await officer.act('suspend', NUMBER, ...document));
		done(await officer.act('wish', 'appeal', NUMBER, ...document));
		done(await officer.act('wish', 'dismiss-appeal', NUMBER, ...document), 'the decision stands');
	});
	await checks.that('a renewal is refused, which takes two officers', async () => {
		done(await officer.act('wish', 'renewal', NUMBER, ...document));
		ended(await officer.act('renew', NUMBER, '--refuse', ...document), EXIT.waits, 'not renew it');
		done(await second.answer('confirm', NUMBER));
		const both = ['renew', NUMBER, '--refuse', '--keep-in-force', ...document];
		ended(await officer.plan(...both), EXIT.usage);
	});
}

async function playAmendment(checks, { mexico, officer, files, at }) {
	await checks.that('an amendment is proposed from a file, and signed', async () => {
		const amend = ['agreement', 'amend', files('amendment.toml')];
		done(await mexico.act(...amend), '120', 'CR → MX');
		done(await at('//Bob').act('agreement', 'sign', '1'), 'Sign the amendment');
		done(await officer.ask('agreement', 'show', '1'), '120');
	});
}

async function playReport(checks, { officer }) {
	await checks.that('the figures of the month are those of the questions', async () => {
		// A report's month is that of UTC, and Mexico's day may still be in the one before.
		const month = new Date().toISOString().slice(0, 7);
		const [figures] = await officer.read('report', 'CR', '--month', month);
		assert.equal(figures.declarations, 2);
		assert.equal(figures.incidents.count, 1);
		const counted = figures.given.map(({ count }) => count);
		assert.ok(counted.length > 0 && counted.every((count) => count <= 2));
		done(await officer.ask('report', 'CR', '--month', month), 'got something in the month', '2');
		const [before] = await officer.read('report', 'CR', '--month', month, '--lang', 'es');
		assert.equal(before.declarations, 2);
		ended(await officer.ask('report', 'CR', '--month', '2020-13'), EXIT.usage, 'such as 2026-10');
		ended(await officer.ask('report', 'CR', '--month', '2020-01'), EXIT.refused, 'did not exist');
	});
}

async function playOffline(checks, { officer, second, chain, data, files }) {
	const document = ['--document', files('report.txt')];
	const path = (name) => join(data, name);
	const change = (from, to, edit) => {
		const sheet = JSON.parse(readFileSync(path(from), 'utf8'));
		edit(sheet);
		writeFileSync(path(to), JSON.stringify(sheet));
		return path(to);
	};
	const certify = [
		...['certify', OFFLINE, '--tin', tinOf('MX', 701), '--type', 'OEA/OEA', '--roles', 'EX'],
		...['--from', today('MX'), '--publication-consent', files('consent.txt'), ...document],
	];
	await checks.that('a call is built where the network is, for an address alone', async () => {
		const build = [...certify, '--as', files.officer, '--unsigned', path('unsigned.json')];
		const said = done(await officer.ask(...build), 'Certificates.propose', OFFLINE, 'to be signed elsewhere');
		assert.ok(said.includes(tinOf('MX', 701)));
		const there = [...certify, '--as', files.officer, '--unsigned', path('unsigned.json')];
		ended(await officer.ask(...there), EXIT.refused, 'is there already');
		// What the chain would refuse is not built.
		const refused = ['confirm', OFFLINE, '--as', files.officer, '--unsigned', path('none.json')];
		ended(await officer.ask(...refused), EXIT.refused, 'Nothing waits');
	});
	const sign = (from, to, account = '//MX//officer//1') => {
		return officer.ask('tx', 'sign', from, path(to), '--as', account, '--yes');
	};
	await checks.that('it is signed where no network is, as long as it says what its bytes say', async () => {
		done(await officer.ask('tx', 'show', path('unsigned.json'), '--lang', 'es'), 'Aún no está firmado');
		ended(await officer.ask('tx', 'send', path('unsigned.json')), EXIT.usage, 'is not signed');
		const other = change('unsigned.json', 'words.json', (sheet) => {
			sheet.arguments.number = 'MX-OEA-9999';
		});
		ended(await sign(other, 'no.json'), EXIT.notProven, 'was changed');
		ended(await sign(path('unsigned.json'), 'no.json', '//MX//officer//2'), EXIT.refused, 'another account');
		done(await sign(path('unsigned.json'), 'signed.json'), 'Signed:');
		done(await officer.ask('tx', 'show', path('signed.json')), 'It is signed by that account');
	});
	await checks.that('what was changed after it was signed is not sent', async () => {
		const changes = {
			nonce: (sheet) => (sheet.order.nonce += 1),
			genesis: (sheet) => (sheet.order.genesis = `0x${'11'.repeat(32)}`),
			signature: (sheet) => (sheet.signature = sheet.signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))),
		};
		for (const [name, edit] of Object.entries(changes)) {
			const changed = change('signed.json', `${name}.json`, edit);
			ended(await officer.ask('tx', 'send', changed), EXIT.notProven, 'was changed');
		}
		writeFileSync(path('no-sheet.json'), '{}');
		ended(await officer.ask('tx', 'show', path('no-sheet.json')), EXIT.badRows, 'no file of');
	});
	await checks.that('what was signed is sent, and a repeat does it once', async () => {
		ended(await officer.ask('tx', 'send', path('signed.json')), EXIT.waits, 'waits for the second officer');
		const nonce = await chain.api.rpc.system.accountNextIndex(files.officer);
		ended(await officer.ask('tx', 'send', path('signed.json')), EXIT.waits, 'waits for the second officer');
		assert.deepEqual(await chain.api.rpc.system.accountNextIndex(files.officer), nonce);
		done(await second.answer('confirm', OFFLINE));
	});
	await checks.that('the bytes of any call are built into a file', async () => {
		const suspend = chain.api.tx.suspensions.suspend({ Number: OFFLINE }, 'Full', 'Open', 'Authority', `0x${'5a'.repeat(32)}`);
		const bytes = suspend.method.toHex();
		const built = ['tx', 'build', bytes, path('bytes.json'), '--as', files.officer];
		done(await officer.ask(...built), 'Suspensions.suspend', OFFLINE);
		done(await sign(path('bytes.json'), 'bytes-signed.json'), 'Signed:');
		done(await officer.ask('tx', 'send', path('bytes-signed.json'), '--best'));
		done(await officer.ask('show', OFFLINE), 'suspended since');
		const none = ['tx', 'build', '0xffff00', path('none.json'), '--as', files.officer];
		ended(await officer.ask(...none), EXIT.badRows, 'no call');
	});
}
