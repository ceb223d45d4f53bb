// The program behind `make mirror`: mirrors and watchers of a grantor follow a random history by `aeo` on one node,
// and are killed at random moments. What a mirror has is what the chain answers, and each line is there once.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { agreementWith, suspensionOf } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { firmAt } from '../firms/firms.mjs';
import { readPilot } from '../firms/lists.mjs';
import { leg } from '../firms/offers.mjs';
import { takeOver } from '../firms/taking-over.mjs';
import { Between } from '../network/between.mjs';
import { Checks } from '../network/checks.mjs';
import { drawing } from '../network/drawing.mjs';
import { summary } from '../network/figures.mjs';
import { countOf, NODE_OPTIONS, executable, nodesOf, parse } from '../network/options.mjs';
import { onDevelopment, runProgram } from '../network/program.mjs';
import { say, seconds } from '../network/text.mjs';
import { waitFor } from '../network/wait.mjs';
import { compare } from './comparing.mjs';
import { PostgresDatabase, SqliteFile } from './databases.mjs';
import { History } from './history.mjs';
import { Postgres } from './postgres.mjs';
import { Receiver } from './receiver.mjs';
import { Running } from './running.mjs';

const HELP = `Usage: node clients/mirror/main.mjs [OPTIONS]

Mirrors and watchers of a grantor follow a random history by the command line aeo on one node of a development
chain, killed again and again on the way (about 2 minutes). Where PostgreSQL is installed, a server of its own
has mirrors too.

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --aeo PATH         The command line to use [default: target/fast/aeo]
  --sqlite PATH      What reads files of SQLite [default: target/fast/examples/sqlite]
  --rounds NUMBER    Rounds of the history [default: 3]
  --seed NUMBER      Draws the history and the moments [default: 1]
  --measure NUMBER   Suspend so many certificates instead, and say after how long a partner's line comes
  --base-port PORT   First of the ports for the node [default: free ones]
  --data DIR         Folder for what the node and the mirrors keep [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is as it should be, 1 it is not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...NODE_OPTIONS,
	aeo: { type: 'string', default: 'target/fast/aeo' },
	sqlite: { type: 'string', default: 'target/fast/examples/sqlite' },
	rounds: { type: 'string', default: '3' },
	seed: { type: 'string', default: '1' },
	measure: { type: 'string' },
};

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	if (values.help) {
		return { help: true };
	}
	const count = (name) => countOf(values, name);
	return {
		...nodesOf(values),
		aeo: executable(values.aeo),
		sqlite: executable(values.sqlite),
		rounds: count('rounds'),
		seed: count('seed'),
		measure: values.measure === undefined ? undefined : count('measure'),
	};
}

/** Who reads. */
const GRANTOR = 'CR';

/** Whose firms it gives benefits to by agreements, and its own. */
const PARTNERS = ['MX', 'PE'];
const ISSUERS = [...PARTNERS, GRANTOR];

/** Firms of each issuer at the beginning. */
const FIRMS = 8;

/** Suspensions after which the default run asks how long a line took. */
const SUSPENSIONS = 3;

/** How long something may take that goes well, in seconds. */
const LIMIT = 60;

/** Longest acceptable times from a suspension to a partner's line, in seconds (95 of 100). */
const BEST = 4.5;
const FINAL = 12;

/** The certificates of the measurement, which no history touches. */
const MEASURED = 100;

/** The grantor makes an agreement with each partner. Gives their numbers by partner. */
async function agree(chain, keys) {
	const { lists } = readPilot(fileURLToPath(new URL('../../chain-specs/pilot', import.meta.url)));
	const numbers = new Map();
	const one = async (partner) => {
		const legs = [leg(partner, GRANTOR, lists), leg(GRANTOR, partner, lists)].map((terms) => {
			// With one of them consent counts.
			return { ...terms, consent: partner === 'MX' ? 'Needed' : 'NotNeeded' };
		});
		const call = agreementWith(chain.api, [partner, GRANTOR], legs, today(partner));
		const proposed = await chain.submitWell(call, keys.own(partner));
		const { agreement, terms } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
		const sign = chain.api.tx.agreements.sign(agreement, terms, today(GRANTOR));
		await chain.submitWell(sign, keys.own(GRANTOR));
		numbers.set(partner, agreement.toNumber());
	};
	await Promise.all(PARTNERS.map(one));
	return numbers;
}

/** Firms of all issuers, and those whose certificates are suspended to measure. */
async function certify(chain, keys, measured) {
	const desk = (issuer) => [1, 2].map((place) => keys.officer(issuer, place));
	const rows = (issuer, first, count) => {
		return Array.from({ length: count }, (_, place) => firmAt(issuer, first + place, programmeOf(issuer)));
	};
	const firms = new Map(ISSUERS.map((issuer) => [issuer, rows(issuer, 0, FIRMS)]));
	const subjects = rows('MX', MEASURED, measured);
	await Promise.all(
		ISSUERS.map((issuer) => {
			const more = issuer === 'MX' ? subjects : [];
			return takeOver(chain, desk(issuer), [...(firms.get(issuer) ?? []), ...more]);
		}),
	);
	return { firms, subjects };
}

/** The programme of an issuer of the development chain. */
function programmeOf(issuer) {
	return issuer === 'CR' ? 'PROFAC' : 'OEA';
}

/** Suspends certificates one by one, and says after how many seconds each line comes. */
async function measure(chain, keys, subjects, watchers) {
	const begun = [];
	for (const { certificate } of subjects) {
		const at = Date.now();
		const call = suspensionOf(chain.api, certificate);
		const { finality } = await chain.submitWell(call, keys.officer('MX', 1));
		begun.push({ certificate, at, finality });
		// At another moment of a slot each time.
		await sleep(400 + 170 * (begun.length % 16));
	}
	const isOf = (certificate) => (text) => {
		return text.includes(`"${certificate}"`) && text.includes('"Suspended"') && text.startsWith('{');
	};
	const times = async (watcher) => {
		const took = [];
		for (const { certificate, at } of begun) {
			const line = await watcher.line(`a line about ${certificate}`, LIMIT, isOf(certificate));
			took.push((line.at - at) / 1000);
		}
		return summary(took);
	};
	const took = { best: await times(watchers.best), final: await times(watchers.final) };
	await Promise.all(begun.map(({ finality }) => finality));
	return took;
}

/** The lines of a file of `aeo watch` that are entries. */
function entriesIn(file) {
	const lines = readFileSync(file, 'utf8').split('\n');
	assert.equal(lines.pop(), '', 'the last line is whole');
	return lines.map((line) => JSON.parse(line)).filter(({ id }) => id !== undefined);
}

async function play(node, data, options) {
	const { aeo, sqlite, rounds, seed } = options;
	const checks = new Checks();
	const draw = drawing(seed);
	await node.start();
	const chain = await connect(node.url);
	const keys = new Keys(await openKeyring());
	const url = node.url.replace('ws:', 'http:');
	const file = (name) => join(data, name);
	const reading = (...more) => ['--grantor', GRANTOR, '--node', url, ...more];
	/** Runs a command to its end: `{ code, stdout, stderr }`. */
	const ends = (command, env = {}) => {
		return new Promise((resolve) => {
			const settings = { env: { ...process.env, LC_ALL: 'C', ...env }, maxBuffer: 2 ** 26 };
			execFile(aeo, command, settings, (error, stdout, stderr) => {
				resolve({ code: error === null ? 0 : error.code, stdout, stderr });
			});
		});
	};
	const started = [];
	const start = (command, env) => {
		const running = new Running(aeo, command, env);
		running.start();
		started.push(running);
		return running;
	};
	const server = await Postgres.start(makeFolder(file('postgres')));
	if (server === undefined) {
		say('PostgreSQL is not installed here: its mirrors are left out.');
	}
	const draws = Math.max(options.measure ?? SUSPENSIONS, SUSPENSIONS);
	const [agreements, { firms, subjects }] = await Promise.all([
		agree(chain, keys),
		certify(chain, keys, draws),
	]);
	const tins = () => [...[...firms.values()].flat(), ...subjects].map(({ tin }) => tin);
	const watchers = {
		best: start(['watch', ...reading('--finality', 'best', '--since', '1'), '--json']),
		final: start(['watch', ...reading('--finality', 'final', '--since', '1'), '--json']),
	};
	/** All that the feed tells of what is final, by ids. */
	const told = async () => {
		const command = ['changes', ...reading('--finality', 'final', '--since', '1'), '--json'];
		const { code, stdout, stderr } = await ends(command);
		assert.equal(code, 0, stderr);
		const lines = stdout.trim().split('\n');
		assert.ok(JSON.parse(lines.pop() ?? '').cursor);
		return lines.map((line) => JSON.parse(line).id);
	};
	let receiver;
	try {
		for (const watcher of Object.values(watchers)) {
			await waitFor('a watch is connected', LIMIT, async () => watcher.lines.length > 0 || undefined);
		}
		await checks.that(`${draws} suspensions reach a partner's watch`, async () => {
			const { best, final } = await measure(chain, keys, subjects.slice(0, draws), watchers);
			if (options.measure !== undefined) {
				assert.ok(best.p95 <= BEST, `best: ${best.p95} s`);
				assert.ok(final.p95 <= FINAL, `final: ${final.p95} s`);
			}
			const of = ({ median, p95, most }) => {
				return `median ${seconds(median)}, p95 ${seconds(p95)}, longest ${seconds(most)}`;
			};
			return `best: ${of(best)}; final: ${of(final)}`;
		});
		await checks.that('a watch ends well when it is asked to', async () => {
			for (const watcher of Object.values(watchers)) {
				assert.deepEqual(await watcher.stop('SIGINT'), { code: 0, signal: null });
			}
		});
		if (options.measure !== undefined) {
			return checks.failed === 0;
		}

		// What follows the history.
		/** @type {{ name: string, finality: string, database: SqliteFile | PostgresDatabase }[]} */
		const mirrors = [
			...['final', 'safe', 'best'].map((finality) => {
				const database = new SqliteFile(sqlite, file(`${finality}.db`));
				return { name: `SQLite, ${finality}`, finality, database };
			}),
		];
		if (server !== undefined) {
			const database = await PostgresDatabase.make(server, 'mirror');
			mirrors.push({ name: 'PostgreSQL, final', finality: 'final', database });
		}
		/** The block by which a mirror is measured: that of its rows, or what is final for one that is careful. */
		const countsAt = ({ finality }, head) => (finality === 'safe' ? head.final_block : head.block);
		const running = mirrors.map(({ database, finality }) => {
			return start(['mirror', ...reading('--finality', finality, '--to', database.target)], database.env);
		});
		const lines = file('lines.jsonl');
		const watching = ['watch', ...reading('--finality', 'final', '--since', '1')];
		running.push(start([...watching, '--out', lines]));
		const secret = `whsec_${randomBytes(32).toString('base64')}`;
		writeFileSync(file('secret'), `${secret}\n`, { mode: 0o600 });
		receiver = new Receiver(secret, drawing(seed + 1));
		const posting = ['watch', ...reading('--since', '1'), '--queue', file('queue')];
		const posted = { AEO_WEBHOOK_SECRET_FILE: file('secret') };
		running.push(start([...posting, '--url', await receiver.listen()], posted));

		const history = new History(chain, keys, drawing(seed + 2), {
			grantor: GRANTOR,
			agreements,
			firms,
		});
		const full = async ({ database }) => {
			const read = await database.read().catch(() => undefined);
			return read?.head ? read : undefined;
		};
		for (const mirror of mirrors) {
			await waitFor(`the mirror ${mirror.name} is filled`, LIMIT, () => full(mirror));
		}
		running.forEach((one) => one.harass(draw));
		let compared = 0;
		let earning = 0;
		/** Compares all mirrors as they are at this moment. */
		const compareAll = async () => {
			for (const mirror of mirrors) {
				const read = await mirror.database.read();
				const how = mirror.finality === 'safe' ? 'no more' : 'the same';
				const came = await compare(chain, GRANTOR, tins(), read, countsAt(mirror, read.head), how);
				compared += came.asked;
				earning += came.earning;
			}
		};
		await checks.that('mirrors have what the chain answers, through a random history and kills', async () => {
			for (let round = 0; round < rounds; round += 1) {
				await Promise.all([
					history.round(),
					(async () => {
						for (let time = 0; time < 2; time += 1) {
							await sleep(2_500);
							await compareAll();
						}
					})(),
				]);
			}
			const killed = running.map((one) => one.killed);
			await Promise.all(running.map((one) => one.calm()));
			// A history of which little came about would show little.
			assert.ok(history.done > 5 * rounds, `${history.done} done, ${history.refused} refused`);
			return (
				`${compared} answers compared, ${earning} with benefits; ${history.done} acts, ${history.refused}` +
				` refused; killed ${killed.join(', ')} times`
			);
		});
		await checks.that('when all is final, all of them have exactly what the chain answers', async () => {
			const end = await chain.best();
			let asked = 0;
			let given = 0;
			for (const mirror of mirrors) {
				const read = await waitFor(`${mirror.name} has block ${end}`, LIMIT, async () => {
					const one = await mirror.database.read();
					return one.head.final_block >= end ? one : undefined;
				});
				const came = await compare(chain, GRANTOR, tins(), read, countsAt(mirror, read.head));
				asked += came.asked;
				given += came.earning;
			}
			assert.ok(given > 0 && given < asked);
			return `${asked} answers, ${given} with benefits`;
		});
		await checks.that('a file has each entry once, though its writer was killed', async () => {
			const expected = await told();
			const found = await waitFor('the file has the last entry', LIMIT, async () => {
				const ids = entriesIn(lines).map(({ id }) => id);
				return ids.includes(expected.at(-1)) ? ids : undefined;
			});
			assert.deepEqual(found.slice(0, expected.length), expected);
			assert.equal(new Set(found).size, found.length);
			return `${found.length} entries`;
		});
		await checks.that('webhooks come signed and in order, none dropped', async () => {
			const expected = await told();
			const plain = () => receiver.taken.map(({ id }) => id).filter((id) => id.split('.').length === 4);
			await waitFor('the last message is posted', LIMIT, async () => {
				return plain().includes(expected.at(-1)) || undefined;
			});
			assert.deepEqual(plain().slice(0, expected.length), expected);
			assert.deepEqual(receiver.wrong, []);
			assert.ok(receiver.refused > 0);
			const early = receiver.taken.filter(({ id }) => /\.early(\.\d+)?$/.test(id));
			assert.ok(early.every(({ data: { early: is } }) => is === true));
			return `${receiver.taken.length} messages, ${early.length} early, ${receiver.refused} refused first`;
		});
		await checks.that('what happened is told page by page, from a cursor that is kept', async () => {
			const expected = await told();
			const cursor = file('cursor');
			const asking = [
				...['changes', ...reading('--finality', 'final', '--cursor-file', cursor)],
				...['--since', '1', '--json'],
			];
			const ids = ({ code, stdout, stderr }) => {
				assert.equal(code, 0, stderr);
				const all = stdout.trim().split('\n').map((line) => JSON.parse(line));
				return all.map(({ id }) => id).filter((id) => id !== undefined);
			};
			const first = ids(await ends([...asking, '--limit', '7']));
			const rest = ids(await ends(asking));
			assert.deepEqual([...first, ...rest].slice(0, expected.length), expected);
			assert.equal(first.length, 7);
			const words = await ends(['changes', ...reading('--since', '1', '--lang', 'es')]);
			assert.match(words.stdout, /Certificado suspendido/);
			const foreign = reading('--finality', 'final', '--since', 'f1.7.ffffffff.0');
			const wrong = await ends(['changes', ...foreign]);
			assert.equal(wrong.code, 8, wrong.stderr);
		});
		await checks.that('a database of another grantor is left alone', async () => {
			const command = ['mirror', '--grantor', 'MX', '--node', url, '--finality', 'final'];
			const other = await ends([...command, '--to', mirrors[0].database.target]);
			assert.equal(other.code, 4, other.stderr);
			const same = ['mirror', ...reading('--finality', 'best', '--to', mirrors[0].database.target)];
			const finality = await ends(same);
			assert.equal(finality.code, 4, finality.stderr);
			const none = await ends([...command, '--to', 'nowhere.db']);
			assert.equal(none.code, 2, none.stderr);
			const secretive = await ends([...command, '--to', 'postgres://risk:secret@127.0.0.1/mirror']);
			assert.equal(secretive.code, 2, secretive.stderr);
			assert.doesNotMatch(secretive.stderr, /secret@/);
		});
		await checks.that('a mirror that can not go on from its cursor is filled anew', async () => {
			const [mirror] = mirrors;
			await running[0].stop('SIGKILL');
			await mirror.database.ask("UPDATE aeo_head SET cursor = 'f1.7.ffffffff.0' RETURNING cursor");
			await mirror.database.ask("DELETE FROM aeo_status WHERE role = 'EX' RETURNING tin");
			running[0].start();
			const read = await waitFor('it is filled', LIMIT, async () => {
				const one = await mirror.database.read();
				const { cursor } = one.head;
				// Nothing stands there while the list is read.
				return cursor === '' || cursor.startsWith('f1.7.') ? undefined : one;
			});
			await compare(chain, GRANTOR, tins(), read, read.head.block);
		});
		await checks.that('when its node disappears, a watch takes another one and goes on', async () => {
			const between = await Between.of(node.url);
			const other = start([
				...['watch', '--grantor', GRANTOR, '--finality', 'final', '--since', '1', '--json'],
				...['--node', between.url, '--node', url],
			]);
			const expected = await told();
			await other.line('the last entry', LIMIT, (text) => text.includes(`"${expected.at(-1)}"`));
			between.end();
			await history.round();
			const more = await waitFor('something new is told', LIMIT, async () => {
				const now = await told();
				return now.length > expected.length ? now : undefined;
			});
			await other.line('it is told here too', LIMIT, (text) => text.includes(`"${more.at(-1)}"`));
			const ids = other.lines.map(({ text }) => JSON.parse(text).id);
			assert.deepEqual(ids.slice(0, more.length), more);
			assert.ok(other.told.includes(between.url.replace('http', 'ws')), other.told);
		});
		if (server !== undefined) {
			await checks.that('a registry in PostgreSQL is a list as one in a file is', async () => {
				const [{ tin, certificate, valid_from: from }] = [firmAt('MX', 900)];
				const query =
					'CREATE TABLE firms (rfc text, certificado text, roles text, inicio date);' +
					`INSERT INTO firms VALUES ('${tin}', '${certificate}', 'EX', '${from}');` +
					'CREATE VIEW "el padrón" AS SELECT * FROM firms';
				await server.query('CREATE DATABASE registry', 'postgres');
				await server.query(query, 'registry');
				const view = `${server.url('registry')}?view=el padrón`;
				const out = file('plan.json');
				const command = ['sync', 'plan', '--from', view, '--issuer', 'MX', '--out', out, '--json'];
				const settings = ['--programme', 'OEA', '--type', 'OEA', '--node', url];
				const { code, stdout, stderr } = await ends([...command, ...settings], server.env);
				assert.equal(code, 0, `${stdout}${stderr}`);
				const { steps } = JSON.parse(readFileSync(out, 'utf8'));
				assert.deepEqual(steps.map(({ do: name }) => name), ['add']);
				const refused = await ends([...command, ...settings], { PGPASSWORD: 'wrong' });
				assert.equal(refused.code, 6, refused.stderr);
			});
		}
		await checks.that('all of them end well when they are asked to', async () => {
			for (const one of running) {
				assert.deepEqual(await one.stop('SIGINT'), { code: 0, signal: null }, one.told);
			}
		});
	} finally {
		await Promise.all(started.map((one) => one.stop('SIGKILL').catch(() => {})));
		receiver?.end();
		await server?.end();
		await chain.close();
	}
	return checks.failed === 0;
}

function makeFolder(folder) {
	mkdirSync(folder, { recursive: true });
	return folder;
}

await runProgram('clients/mirror/main.mjs', { HELP, readOptions }, (options) => {
	return onDevelopment(options, (node, data) => play(node, data, options));
});
