// `make load`: a working day of a large administration, compressed, on one node that begins with many certificates.
// Every transaction has to be final and well; memory, disk and the answers' times are told for each hour.

import { appendFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { decide } from '../chain/admission.mjs';
import { agreementWith, clearUses, ENDLESS_QUOTA, hashOf, suspensionOf } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { authorisation, firmAt } from '../firms/firms.mjs';
import { numberOf } from '../firms/numbers.mjs';
import { leg } from '../firms/offers.mjs';
import { rounded } from '../network/figures.mjs';
import { FAST, writeRegistry, writeSpec } from '../network/filled.mjs';
import { Load } from '../network/load.mjs';
import { freeBase } from '../network/nodes.mjs';
import { Misuse, NODE_OPTIONS, countOf, executable, nodesOf, parse } from '../network/options.mjs';
import { inFolder, openNetwork, runProgram, whileAlive } from '../network/program.mjs';
import { mebibytes, say, seconds, table } from '../network/text.mjs';
import { stopwatch, waitFor } from '../network/wait.mjs';
import { arrivals, dayOf } from './arrivals.mjs';

const HELP = `Usage: node clients/day/main.mjs [OPTIONS]

Lets one authority live through a working day, so many times faster than it is: questions, benefits, decisions
and suspensions come in as on the day of an administration whose partners have so many certified firms.
Whatever is refused or not final ends it. Memory, disk and the times of answers are told for each
hour, and how long the node takes to start again, and to make the index of its feed anew.

Options:
  --node PATH            The aeo-node to run [default: target/production/aeo-node]
  --load PATH            aeo-load, which signs, sends and asks [default: target/production/aeo-load]
  --certificates NUMBER  How many certificates there are [default: 100000]
  --faster NUMBER        How many times faster the day is [default: 100]
  --hours NUMBER         Only the first hours from midnight [default: 24]
  --out FOLDER           Where day.jsonl and day.txt are written [default: bench]
  --base-port NUMBER     First port of the node [default: some that are free]
  --data DIR             Folder for what the node keeps [default: a new temporary folder]
  --logs DIR             Folder for the logs [default: the folder logs in that of the data]
  --help                 Show this

Exit codes: 0 all was well, 1 something was refused or not final, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...NODE_OPTIONS,
	node: { type: 'string', default: 'target/production/aeo-node' },
	load: { type: 'string', default: 'target/production/aeo-load' },
	certificates: { type: 'string', default: '100000' },
	faster: { type: 'string', default: '100' },
	hours: { type: 'string', default: '24' },
	out: { type: 'string', default: 'bench' },
};

/** Officers of each administration who sign. */
const OFFICERS = 100;

/** Different questions of an hour; they are asked in turn. */
const QUESTIONS = 5_000;

/** How long the node may take to make the index of its feed anew, in seconds. */
const REBUILD = 600;

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	if (values.help) {
		return { help: true };
	}
	const counts = Object.fromEntries(['certificates', 'faster', 'hours'].map((name) => [name, countOf(values, name)]));
	if (counts.certificates < 100 || counts.faster < 1 || counts.hours < 1 || counts.hours > 24) {
		throw new Misuse('There are 100 certificates or more, a day is no slower than it is, and it has 1 to 24 hours.');
	}
	return { ...nodesOf(values), ...counts, load: executable(values.load), out: values.out };
}

/** What all files below a folder take on disk, in bytes. */
function bytesIn(folder) {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.reduce((sum, entry) => sum + sizeOf(join(entry.parentPath, entry.name)), 0);
}

/** What a file takes on disk, which is less than its length where it has holes; nothing where it has just been removed. */
function sizeOf(path) {
	return 512 * (statSync(path, { throwIfNoEntry: false })?.blocks ?? 0);
}

/** The work of the day. */
class Day {
	/** How many grants and decisions there were. */
	#grants = 0;
	#decisions = 0;
	#suspensions = 0;

	constructor({ chain, load, pairs, tins, certificates, hour }) {
		this.chain = chain;
		this.load = load;
		this.pairs = pairs;
		this.tins = tins;
		this.certificates = certificates;
		/** Seconds of an hour. */
		this.hour = hour;
	}

	/** An hour from 0 to 23: all that comes in, spread over it. Gives what came of it. */
	async live(hour) {
		const { questions, grants, decisions, suspensions } = arrivals(this.certificates, hour);
		const calls = [...this.#granted(grants), ...this.#decided(decisions), ...this.#suspended(suspensions)];
		const rest = sleep(this.hour * 1_000);
		const [answers, taken] = await Promise.all([
			this.#ask(questions),
			calls.length === 0 ? undefined : this.#send(calls),
		]);
		await rest;
		return { questions, grants, decisions, suspensions, ...answers, ...taken };
	}

	async #ask(count) {
		const rate = Math.max(1, Math.round(count / this.hour));
		// Those of the last places may be suspended.
		const places = this.tins.length - dayOf(this.certificates).suspensions;
		const asked = Array.from({ length: Math.min(QUESTIONS, count) }, (_, place) => {
			return ['CR', this.tins[(place * 7_919) % places], 'EX', 'Import'];
		});
		const options = ['--rate', `${rate}`, '--seconds', `${Math.ceil(this.hour)}`];
		const { milliseconds, answeredEachSecond } = await this.load.ask(asked, options);
		return { milliseconds, asked: rate, answered: answeredEachSecond };
	}

	async #send(calls) {
		const rate = Math.max(1, Math.round(calls.length / this.hour));
		const { fullest, blocks } = await this.load.transact('transactions', calls, ['--rate', `${rate}`]);
		return { fullness: fullest.fullness, blocks };
	}

	#granted(count) {
		const places = this.tins.length - dayOf(this.certificates).suspensions;
		return Array.from({ length: count }, () => {
			const number = this.#grants;
			this.#grants += 1;
			const identifier = { Tin: this.tins[(number * 7_919) % places] };
			const call = this.chain.api.tx.benefits.grant(hashOf(number), identifier, 'Exporter', 'Import');
			return [call, this.pairs.CR[number % OFFICERS]];
		});
	}

	/** New firms, certified by one officer. */
	#decided(count) {
		return Array.from({ length: count }, () => {
			const place = this.tins.length + this.#decisions;
			this.#decisions += 1;
			return [authorisation(this.chain.api, firmAt('MX', place, FAST)), this.pairs.MX[place % OFFICERS]];
		});
	}

	/** From the last ones backwards, for which nobody asks. */
	#suspended(count) {
		return Array.from({ length: count }, () => {
			this.#suspensions += 1;
			const place = this.tins.length - this.#suspensions;
			return [suspensionOf(this.chain.api, numberOf('MX', place)), this.pairs.MX[place % OFFICERS]];
		});
	}
}

/** Quotas, uses in clear, and an agreement by which Costa Rica gives benefits to Mexico's firms. */
async function prepare(chain, keys) {
	const { api } = chain;
	const members = ['MX', 'PE', 'CR'].map((territory) => keys.own(territory));
	for (const territory of ['MX', 'CR']) {
		await decide(chain, api.tx.fees.setQuota(territory, ENDLESS_QUOTA), 3, members);
	}
	await chain.submitWell(clearUses(api), keys.own('CR'));
	const given = { ...leg('MX', 'CR', { MX: [firmAt('MX', 0, FAST)] }), consent: 'NotNeeded' };
	const proposed = await chain.submitWell(agreementWith(api, ['MX', 'CR'], [given], today('MX')), keys.own('MX'));
	const { agreement, terms } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
	const signed = await chain.submitWell(api.tx.agreements.sign(agreement, terms, today('CR')), keys.own('CR'));
	await signed.finality;
}

/** Seconds until a node answers. */
async function secondsToStart(node) {
	const elapsed = stopwatch();
	await node.start();
	return elapsed();
}

/** Deletes the index of the feed and starts the node again. Gives the seconds until the last block is in the index. */
async function rebuild(node) {
	const [index] = readdirSync(node.folder, { recursive: true }).filter((path) => `${path}`.endsWith('feed.redb'));
	rmSync(join(node.folder, `${index}`));
	await node.start();
	const elapsed = stopwatch();
	const due = await node.finalised();
	await waitFor('the feed has all final blocks again', REBUILD, async () => {
		const { head } = await node.rpc('aeo_changes', ['CR']).catch(() => ({ head: undefined }));
		return head?.final.number >= due || undefined;
	});
	return elapsed();
}

/** A row of an hour, for people. */
function rowOf({ hour, milliseconds, asked, answered, grants, decisions, suspensions, fullness = 0, memory, disk }) {
	return [
		`${hour}:00`,
		`${asked}`,
		answered.toFixed(0),
		...[milliseconds.median, milliseconds.p99].map(rounded),
		...[grants, decisions, suspensions],
		`${(100 * fullness).toFixed(0)} %`,
		mebibytes(memory),
		mebibytes(disk),
	];
}

const HEAD = [
	...['hour', 'asked/s', 'answered/s', 'p50 ms', 'p99 ms', 'grants', 'decisions', 'suspensions'],
	...['fullest', 'memory', 'disk'],
];

async function play({ node: binary, load: program, certificates, faster, hours, out, base, data, logs }) {
	const pairOf = await openKeyring();
	const keys = new Keys(pairOf);
	const many = (path) => Array.from({ length: OFFICERS }, (_, place) => pairOf(`${path}//${place}`));
	const pairs = { MX: many('//MX//day'), CR: many('//CR//day') };
	mkdirSync(data, { recursive: true });
	mkdirSync(out, { recursive: true });
	const [path, registry, holders] = ['spec.json', 'registry.json', 'tins.txt'].map((name) => join(data, name));
	writeSpec(binary, path, pairs, []);
	say(`making ${certificates} certificates`);
	writeRegistry({ binary, load: program, path, out: registry, tins: holders, certificates, officer: pairs.MX[0] });
	const tins = readFileSync(holders, 'utf8').trimEnd().split('\n');
	const chainOf = ['--chain', registry, '--validator', '--force-authoring', '--alice', '--feed'];
	const network = openNetwork({ binary, data, logs, base: base ?? (await freeBase(1)), chain: chainOf });
	const pool = ['--pool-limit', '100000', '--pool-kbytes', '200000'];
	const node = network.add({ id: 'day', name: 'the node', options: pool });
	const file = join(out, 'day.jsonl');
	const machine = { cpu: cpus()[0].model, cores: cpus().length, memory: totalmem() };
	const note = (line) => {
		const date = new Date().toISOString();
		appendFileSync(file, `${JSON.stringify({ ...line, certificates, faster, date, machine })}\n`);
	};
	return whileAlive((async () => {
		const first = await secondsToStart(node);
		await node.firstBlock();
		const before = { memory: node.memory(), disk: bytesIn(node.folder) };
		say(`started in ${seconds(first)}, ${mebibytes(before.memory)} of memory, ${mebibytes(before.disk)} on disk`);
		note({ name: 'start', seconds: first, ...before });
		const chain = await connect(node.url);
		await prepare(chain, keys);
		const load = new Load(program, node, data);
		const day = new Day({ chain, load, pairs, tins, certificates, hour: 3_600 / faster });
		const rows = [];
		for (let hour = 0; hour < hours; hour += 1) {
			const lived = { hour, ...(await day.live(hour)), memory: node.memory(), disk: bytesIn(node.folder) };
			note({ name: 'hour', ...lived });
			const row = rowOf(lived);
			rows.push(row);
			say(`  ${row.join('  ')}`);
		}
		await chain.close();
		await node.stop();
		const again = await secondsToStart(node);
		await node.stop();
		const made = await rebuild(node);
		const after = { memory: node.memory(), disk: bytesIn(node.folder) };
		note({ name: 'end', seconds: again, rebuild: made, ...after });
		const text = [
			table(HEAD, rows),
			'',
			`${certificates} certificates, a day in ${seconds((24 * 3_600) / faster)}`,
			`started in ${seconds(first)}, after the day in ${seconds(again)}; the feed's index made anew in ${seconds(made)}`,
			`disk ${mebibytes(before.disk)} before, ${mebibytes(after.disk)} after`,
		].join('\n');
		writeFileSync(join(out, 'day.txt'), `${text}\n`);
		say();
		say(text);
		return true;
	})());
}

await runProgram('clients/day/main.mjs', { HELP, readOptions }, (options) => inFolder(options, play));
