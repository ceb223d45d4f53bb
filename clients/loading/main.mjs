// The program behind `make loading`: two officers load a list by `aeo` on one node, and are killed at random
// moments; then the chain follows their registry. Nothing is doubled, nothing is lost, and what is exported is
// what was loaded.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decide } from '../chain/admission.mjs';
import { agreementWith, ENDLESS_QUOTA } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { makeUpgradable, upgrade } from '../chain/upgrade.mjs';
import { readPilot } from '../firms/lists.mjs';
import { leg } from '../firms/offers.mjs';
import { Between } from '../network/between.mjs';
import { Checks } from '../network/checks.mjs';
import { drawing } from '../network/drawing.mjs';
import { countOf, Misuse, OFFICE_OPTIONS, officesOf, parse } from '../network/options.mjs';
import { onDevelopment, runProgram } from '../network/program.mjs';
import { writeRawSpec } from '../network/spec.mjs';
import { say, seconds } from '../network/text.mjs';
import { stopwatch, waitFor } from '../network/wait.mjs';
import { Desk } from './desk.mjs';
import { csvOf, drawn, inOrder, rowsOf } from './lists.mjs';

/** How often officers are killed, unless more is asked for. */
const KILLS = 12;

/** Certificates of each further list, where the first one was loaded before its officers were killed often enough. */
const MORE = 400;

const HELP = `Usage: node clients/loading/main.mjs [OPTIONS]

Loads a list by the command line aeo on one node of a development chain, kills it again and again on the way,
and lets the chain follow a registry (about 4 minutes).

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --aeo PATH         The command line to use [default: target/fast/aeo]
  --rows NUMBER      Certificates of the list that is killed on its way [default: 900]
  --kills NUMBER     How often officers are killed; where the list is loaded before, by further lists of ${MORE}
                     certificates [default: ${KILLS}]
  --upgrade          Upgrade the runtime in the middle of that load; needs the program zstd
  --seed NUMBER      Draws list and moments [default: 1]
  --measure NUMBER   Load so many certificates instead, undisturbed, and say how long it took
  --raised           Measure with a quota that the council has raised, beyond what is needed
  --base-port PORT   First of the ports for the node [default: free ones]
  --data DIR         Folder for what the node and the officers keep [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is as it should be, 1 it is not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...OFFICE_OPTIONS,
	rows: { type: 'string', default: '900' },
	kills: { type: 'string', default: String(KILLS) },
	upgrade: { type: 'boolean', default: false },
	seed: { type: 'string', default: '1' },
	measure: { type: 'string' },
	raised: { type: 'boolean', default: false },
};

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	if (values.help) {
		return { help: true };
	}
	const count = (name) => countOf(values, name);
	if (values.raised && values.measure === undefined) {
		throw new Misuse('--raised is for --measure: name both.');
	}
	return {
		...officesOf(values),
		rows: count('rows'),
		kills: count('kills'),
		seed: count('seed'),
		upgrade: values.upgrade,
		measure: values.measure === undefined ? undefined : count('measure'),
		raised: values.raised,
	};
}

/** Longest time after which an officer is killed, in milliseconds; shorter where they are killed more often. */
const longestOf = (kills) => (kills > KILLS ? 6_000 : 9_000);

/** How long an upgrade may take to be due, in seconds. */
const UPGRADE_LIMIT = 600;

/** How long a batch may take to wait, in seconds. */
const LIMIT = 60;

/** Most runs of an officer until all is done. */
const RUNS = 80;

/** The place of the first firm of what is not killed on its way; those before are. */
const OTHERS = 40_000;

/** The events of a pallet's kind in all blocks. */
async function eventsOf(chain, method) {
	const found = [];
	const last = await chain.best();
	for (let number = 1; number <= last; number += 1) {
		const hash = await chain.api.rpc.chain.getBlockHash(number);
		const at = await chain.api.at(hash);
		for (const { event } of await at.query.system.events()) {
			if (event.section === 'certificates' && event.method === method) {
				found.push(event.data);
			}
		}
	}
	return found;
}

/**
 * Runs a command until it ends by itself, killing it `kills` times before, at drawn moments. Gives how often.
 * `excused` are the other exit codes after which the same command is given again.
 */
async function killedUntilDone(desk, command, moment, kills, excused) {
	let killed = 0;
	for (let run = 0; run < RUNS; run += 1) {
		const killAfter = killed < kills ? moment() : undefined;
		const { code, stderr } = await desk.run(command, { killAfter });
		if (code === 0) {
			return killed;
		}
		const isExcused = code === null || excused.includes(code);
		assert.ok(isExcused, `${command.join(' ')} ended with ${code}: ${stderr}`);
		killed += code === null ? 1 : 0;
	}
	throw new Error(`${command.join(' ')} has not ended after ${RUNS} runs.`);
}

/** Upgrades the runtime once so many certificates are taken over, and says where that was. */
async function upgradeAmid(chain, next, count) {
	const taken = await waitFor('a third of the list is taken over', UPGRADE_LIMIT, async () => {
		const { answer } = await chain.rpc('aeo_counts', ['MX']);
		return answer.ordinals > count ? answer.ordinals : undefined;
	});
	const block = await upgrade(chain, next);
	return `upgraded to version ${next.version + 1} by block ${block}, with ${taken} of its certificates taken over`;
}

/** Mexico and Costa Rica make an agreement by which both give benefits. */
async function agree(chain) {
	const keys = new Keys(await openKeyring());
	const { lists } = readPilot(fileURLToPath(new URL('../../chain-specs/pilot', import.meta.url)));
	const legs = [leg('MX', 'CR', lists), leg('CR', 'MX', lists)].map((one) => {
		return { ...one, consent: 'NotNeeded' };
	});
	const call = agreementWith(chain.api, ['MX', 'CR'], legs, today('MX'));
	const proposed = await chain.submitWell(call, keys.own('MX'));
	const { agreement, terms } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
	const sign = chain.api.tx.agreements.sign(agreement, terms, today('CR'));
	const signed = await chain.submitWell(sign, keys.own('CR'));
	await signed.finality;
}

/** The council gives Mexico a quota that no list uses up. */
async function raiseQuota(chain) {
	const keys = new Keys(await openKeyring());
	const call = chain.api.tx.fees.setQuota('MX', ENDLESS_QUOTA);
	await decide(chain, call, 3, ['MX', 'PE', 'CR'].map((territory) => keys.own(territory)));
}

/** Loads a list by both officers, undisturbed. */
async function measure(chain, desks, list, count) {
	const elapsed = stopwatch();
	await Promise.all(desks.map((desk, place) => {
		return desk.ends(0, ['list', place === 0 ? 'load' : 'confirm', list, '--wait']);
	}));
	const took = elapsed();
	const rate = Math.round(count / took);
	say(`${count} certificates were loaded and confirmed in ${seconds(took)}: ${rate} a second`);
}

async function play(node, data, options, prepared = undefined) {
	const { aeo, rows, kills, seed } = options;
	const checks = new Checks();
	await node.start();
	await node.firstBlock();
	let chain = await connect(node.url);
	const url = node.url.replace('ws:', 'http:');
	const desks = [1, 2].map((officer) => {
		return new Desk(aeo, join(data, `officer-${officer}`), `//MX//officer//${officer}`, [url]);
	});
	const [first, second] = desks;
	const file = (name) => join(data, name);
	const write = (name, list) => {
		writeFileSync(file(name), csvOf(list));
		return file(name);
	};
	let count = options.measure ?? rows;
	let list = drawn('MX', count, seed);
	const loaded = write('list.csv', list);
	const files = [loaded];
	try {
		if (options.raised) {
			await raiseQuota(chain);
		}
		if (options.measure !== undefined) {
			await checks.that(`${count} certificates are loaded and confirmed`, () => {
				return measure(chain, desks, loaded, count);
			});
			return checks.failed === 0;
		}
		await checks.that('a dry run says what would be proposed, and signs nothing', async () => {
			const { last } = await first.ends(0, ['list', 'load', loaded, '--dry-run']);
			assert.equal(last.left, count);
			assert.deepEqual(await eventsOf(chain, 'BatchProposed'), []);
		});
		await checks.that('the second officer confirms nothing that her own list says otherwise', async () => {
			const few = drawn('MX', 3, seed, OTHERS);
			const theirs = write('few.csv', few);
			const [changed, ...others] = few;
			const own = write('own.csv', [{ ...changed, roles: 'MF' }, ...others]);
			await first.ends(10, ['list', 'load', theirs]);
			await first.ends(4, ['list', 'confirm', theirs]);
			const { stdout } = await second.ends(3, ['list', 'confirm', own]);
			assert.match(stdout, /roles: MF/);
			assert.match(readFileSync(`${own}.report.csv`, 'utf8'), /roles: MF/);
			await second.ends(0, ['list', 'confirm', theirs]);
			await first.ends(0, ['list', 'load', theirs]);
		});
		await checks.that(`a list of ${count} is loaded by officers who are killed on the way`, async () => {
			const draw = drawing(seed + 1);
			const moment = () => 200 + draw() * longestOf(kills);
			// It waits; and while the only node compiles the new runtime, it answers nobody, or is behind.
			const excused = prepared === undefined ? [10] : [6, 8, 10];
			const killedOn = (path, times) => {
				const half = Math.ceil(times / 2);
				return Promise.all([
					killedUntilDone(first, ['list', 'load', path, '--wait'], moment, half, excused),
					killedUntilDone(second, ['list', 'confirm', path, '--wait'], moment, half, excused),
				]);
			};
			const upgraded = prepared && upgradeAmid(chain, prepared, Math.floor(rows / 3));
			const killed = await killedOn(loaded, kills);
			const where = await upgraded;
			if (where !== undefined) {
				// polkadot.js mistakes the types of blocks before an upgrade for those after it.
				await chain.close();
				chain = await connect(node.url);
			}
			const all = () => killed[0] + killed[1];
			// A fast machine has loaded the list before its officers were killed often enough.
			while (all() < kills) {
				const more = drawn('MX', MORE, seed + files.length, count);
				assert.ok(count + MORE <= OTHERS, `they were killed ${all()} times only`);
				const next = write(`list-${files.length}.csv`, more);
				files.push(next);
				list = [...list, ...more];
				count = list.length;
				const again = await killedOn(next, kills - all());
				again.forEach((times, place) => (killed[place] += times));
			}
			const times = `killed ${killed[0]} and ${killed[1]} times, on ${files.length} lists of ${count}`;
			return where === undefined ? times : `${times}; ${where}`;
		});
		await checks.that('nothing was proposed twice, and nothing is missing', async () => {
			const proposed = await eventsOf(chain, 'BatchProposed');
			const hashes = proposed.map(({ batch }) => batch.toHex());
			assert.equal(new Set(hashes).size, hashes.length);
			const sum = proposed.reduce((before, { rows: of }) => before + of.toNumber(), 0);
			assert.equal(sum, count + 3);
			assert.deepEqual(await eventsOf(chain, 'RowFailed'), []);
			const changed = await eventsOf(chain, 'CertificateChanged');
			const numbers = changed.map(({ number }) => number.toString());
			assert.equal(new Set(numbers).size, numbers.length);
			assert.equal(numbers.length, count + 3);
		});
		await checks.that('a repeat does nothing', async () => {
			let found = 0;
			for (const one of files) {
				const { last } = await first.ends(0, ['list', 'load', one]);
				assert.equal(last.proposed, 0);
				found += last.loaded;
				assert.equal((await second.ends(0, ['list', 'confirm', one])).last.batches, 0);
			}
			assert.equal(found, count);
		});
		const exporting = (name, ...more) => {
			const command = ['list', 'export', file(name), '--issuer', 'MX', ...more];
			return first.ends(0, command, { account: null });
		};
		await checks.that('what is exported is what was loaded', async () => {
			await exporting('export.csv');
			const few = drawn('MX', 3, seed, OTHERS);
			const expected = inOrder([...list, ...few]);
			assert.deepEqual(rowsOf(readFileSync(file('export.csv'), 'utf8')), expected);
			await exporting('export.xlsx');
			await exporting('export.xml');
			assert.match(readFileSync(file('export.xml'), 'utf8'), /<RoleCode>EX<\/RoleCode>/);
			await exporting('export.edi');
			assert.match(readFileSync(file('export.edi'), 'latin1'), /^UNA:\+\.\? '/);
			// The spreadsheet is a list again.
			const { last } = await first.ends(0, ['list', 'check', file('export.xlsx')], {
				account: null,
				nodes: [],
			});
			assert.equal(last.certificates, count + 3);
			// To whom there is no agreement, nothing is given.
			await exporting('none.csv', '--grantor', 'CR');
			assert.deepEqual(rowsOf(readFileSync(file('none.csv'), 'utf8')), []);
		});
		await checks.that('for a partner, what it gives benefits to is exported', async () => {
			await agree(chain);
			await exporting('for-cr.csv', '--grantor', 'CR');
			const given = rowsOf(readFileSync(file('for-cr.csv'), 'utf8'));
			const good = list.filter(({ status }) => status === 'Authorised');
			const numbers = new Set(given.map(({ certificate }) => certificate));
			// The leg is about exporters.
			const exporters = good.filter(({ roles }) => roles.includes('EX'));
			assert.ok(exporters.length > 0);
			assert.ok(exporters.every(({ certificate }) => numbers.has(certificate)));
			assert.ok(given.every(({ status }) => status !== 'Suspended (Full)'));
			await exporting('for-cr.edi', '--grantor', 'CR');
		});
		await checks.that('the chain follows a registry, in plans that a second officer confirms', async () => {
			const good = list.filter(({ status }) => status === 'Authorised');
			const bad = list.filter(({ status }) => status === 'Suspended (Full)');
			const next = new Map(list.map((row) => [row.certificate, row]));
			const change = (row, changes) => next.set(row.certificate, { ...row, ...changes });
			change(good[0], { status: 'Suspended (Full)', status_since: '2026-11-01' });
			change(good[1], { status: 'Revoked', status_since: '2026-11-01' });
			change(good[2], { roles: 'MF' });
			const [renewed] = good.slice(3).filter(({ valid_until: until }) => until !== '');
			change(renewed, { valid_until: '2045-12-31' });
			change(bad[0], { status: 'Authorised', status_since: bad[0].valid_from, status_until: '' });
			const added = drawn('MX', 2, seed, 41_000);
			// What the registry lacks is only told.
			next.delete(good[good.length - 1].certificate);
			const registry = write('registry.csv', [...next.values(), ...added]);
			const planning = ['sync', 'plan', '--from', registry, '--issuer', 'MX', '--out', file('plan.json')];
			const { last } = await first.ends(0, planning, { account: null });
			assert.equal(last.steps, 7);
			assert.equal(last.absent.length, 4);
			const { steps } = JSON.parse(readFileSync(file('plan.json'), 'utf8'));
			const names = steps.map(({ do: name }) => name).sort();
			assert.deepEqual(names, ['add', 'add', 'rectify', 'reinstate', 'renew', 'revoke', 'suspend']);
			await first.ends(10, ['sync', 'apply', file('plan.json')]);
			// A repeat does nothing.
			const again = await first.ends(10, ['sync', 'apply', file('plan.json')]);
			assert.deepEqual([again.last.done, again.last.waiting], [1, 6]);
			await second.ends(0, ['sync', 'confirm', '--from', registry]);
			const rest = await first.ends(0, ['sync', 'run', '--from', registry]);
			assert.equal(rest.last.done + rest.last.waiting, 0);
			await exporting('after.csv');
			const after = rowsOf(readFileSync(file('after.csv'), 'utf8'));
			const row = (number) => after.find(({ certificate }) => certificate === number);
			assert.equal(row(good[0].certificate).status, 'Suspended (Full)');
			assert.equal(row(good[2].certificate).roles, 'MF');
			assert.equal(row(renewed.certificate).valid_until, '2045-12-31');
			await exporting('since.edi', '--since', new Date().toISOString().slice(0, 10));
		});
		await checks.that('a plan that the chain has overtaken does nothing', async () => {
			await first.ends(9, ['sync', 'apply', file('plan.json')]).catch(async () => {
				// All of its steps are done, so that nothing of it is overtaken: another one is.
				const plan = JSON.parse(readFileSync(file('plan.json'), 'utf8'));
				const [step] = plan.steps.filter(({ do: name }) => name === 'renew');
				plan.steps = [{ ...step, valid_until: '2046-12-31' }];
				writeFileSync(file('overtaken.json'), JSON.stringify(plan));
				await first.ends(9, ['sync', 'apply', file('overtaken.json')]);
			});
		});
		await checks.that('a registry that was cut off or emptied suspends nobody', async () => {
			const [headings] = csvOf(list).split('\n');
			writeFileSync(file('empty.csv'), `${headings}\n`);
			const planning = ['sync', 'plan', '--issuer', 'MX', '--out', file('none.json'), '--from'];
			await first.ends(3, [...planning, file('empty.csv')], { account: null });
			const cut = write('cut.csv', list.slice(0, 5));
			const { last } = await first.ends(0, [...planning, cut], { account: null });
			assert.ok(last.absent.length > count - 10);
			const worse = list.map((row) => ({
				...row,
				status: 'Suspended (Full)',
				status_since: '2026-11-01',
			}));
			const { stderr } = await first.ends(4, [...planning, write('worse.csv', worse)], { account: null });
			assert.match(stderr, /allow-ends/);
		});
		await checks.that('nodes that can not be used are named, and another one is taken', async () => {
			const few = file('few.csv');
			const { stderr } = await first.ends(0, ['list', 'load', few], {
				nodes: ['http://127.0.0.1:1', url],
			});
			assert.match(stderr, /127\.0\.0\.1:1 /);
			const other = ['--genesis', '11'.repeat(32)];
			assert.match((await first.ends(4, ['list', 'load', few, ...other])).stderr, /another chain/);
			await first.ends(6, ['list', 'load', few], { nodes: ['http://127.0.0.1:1'] });
		});
		await checks.that('a node that disappears on the way is named, and another one is taken', async () => {
			const more = write('more.csv', drawn('MX', 3, seed, 43_000));
			const between = await Between.of(node.url);
			const loading = first.ends(0, ['list', 'load', more, '--wait'], {
				nodes: [between.url, url],
			});
			await waitFor('the batch waits', LIMIT, async () => {
				const { answer } = await chain.rpc('aeo_pendingDecisions', ['MX', 0]);
				return answer.batches.length > 0 || undefined;
			});
			between.end();
			await second.ends(0, ['list', 'confirm', more, '--wait']);
			const { last, stderr } = await loading;
			assert.equal(last.done, 3);
			assert.ok(stderr.includes(between.url.replace('http', 'ws')), stderr);
		});
		await checks.that('mistakes are sentences', async () => {
			const stranger = { account: '//nobody' };
			assert.match((await first.ends(4, ['list', 'load', loaded], stranger)).stderr, /administration/);
			const [row] = drawn('MX', 1, seed, 42_000);
			const wrong = write('wrong.csv', [{ ...row, type: 'NONE' }, { ...list[0], roles: 'WH MF' }]);
			const { stdout } = await first.ends(3, ['list', 'load', wrong]);
			assert.match(stdout, /no certificates of this type/);
			assert.match(stdout, /with this number already/);
		});
	} finally {
		await chain.close();
	}
	return checks.failed === 0;
}

await runProgram('clients/loading/main.mjs', { HELP, readOptions }, (options) => {
	if (!options.upgrade) {
		return onDevelopment(options, (node, data) => play(node, data, options));
	}
	let prepared;
	const specOf = async (data) => {
		const path = join(data, 'upgradable.json');
		await writeRawSpec(options.node, 'dev', path);
		prepared = makeUpgradable(path);
		return path;
	};
	return onDevelopment(options, (node, data) => play(node, data, options, prepared), specOf);
});
