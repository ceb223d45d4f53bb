// `make bench`: first figures of one authority. Each figure is a line of bench.jsonl and a row of
// bench.txt.

import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { decide } from '../chain/admission.mjs';
import { clearUses, ENDLESS_QUOTA, hashOf } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { pendingOf } from '../chain/decisions.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { authorisation, firmAt } from '../firms/firms.mjs';
import { numberOf, tinOf } from '../firms/numbers.mjs';
import { BATCH, takeOver, takeOverOf } from '../firms/taking-over.mjs';
import { FAST, writeRegistry, writeSpec } from '../network/filled.mjs';
import { rounded, rowOf } from '../network/figures.mjs';
import { Load } from '../network/load.mjs';
import { Network, freeBase } from '../network/nodes.mjs';
import { FOUNDERS } from '../network/participants.mjs';
import { mebibytes, say, table } from '../network/text.mjs';
import { HELP, readOptions } from './options.mjs';
import { canWeigh, importAnew, weigh } from './weighed.mjs';

/** Officers of Mexico, of Peru and of Costa Rica, and accounts that transfer. */
const SIGNERS = 100;

/** Questions of a file, the fixed rates, and for how many seconds is asked. */
const QUESTIONS = 10_000;
const RATES = [2_000, 5_000];
const SECONDS = 10;

/** Transactions that are followed one by one, and for how many seconds others come beside them. */
const LATENCIES = 100;
const BESIDE = 60;

/**
 * Transactions that wait at most. A tenth of it is for those whose predecessors are not there yet, and what is beyond that is
 * lost: transactions that are handed in at once come to the pool in any order, and so do all that wait when it looks at them anew.
 */
const POOL = 1_000_000;

/** Grants of one call: as many as it takes. */
const GRANTS = 500;

/** Batches that are on their way at one time. */
const LANES = 8;

/** Suspensions of one run, and the blocks in which the reserve of their administration is full again. */
const SUSPENSIONS = 80;
const RECOVERY = 12;

/** Proposals of one run: of each proposing officer no more than can wait. */
const WAITING = 6_000;

/** The scenarios, on one node. */
class Bench {
	#results = [];
	/** The fullest block of each kind of transaction. */
	#fullest = new Map();

	/** `tins` are those of the holders of the certificates with which the chain begins. */
	constructor(chain, node, load, pairs, options, tins) {
		this.chain = chain;
		this.node = node;
		this.load = load;
		this.pairs = pairs;
		this.options = options;
		this.tins = tins;
		/** Certificates of Mexico. */
		this.held = tins.length;
		/** The places of those that are suspended. */
		this.suspended = new Set();
		/** Certificates of Peru. */
		this.decided = 0;
	}

	/** Notes a figure and shows it. */
	note(figure) {
		const machine = { cpu: cpus()[0].model, cores: cpus().length, memory: totalmem() };
		const line = { ...figure, date: new Date().toISOString(), machine };
		appendFileSync(join(this.options.out, 'bench.jsonl'), `${JSON.stringify(line)}\n`);
		this.#results.push(figure);
	}

	/** The table of all figures. */
	table() {
		return table(['what', 'median', 'spread', 'unit', ''], this.#results.map(rowOf));
	}

	/** The TIN of the holder of Mexico's certificate at a place. */
	tinAt(place) {
		return this.tins[place] ?? tinOf('MX', place);
	}

	officer(territory, place) {
		const officers = this.pairs[territory];
		return officers[place % officers.length];
	}

	/** Quotas, a programme, uses in clear, and an agreement of Mexico and Costa Rica. */
	async prepare() {
		const { api } = this.chain;
		const members = Object.values(this.pairs.own);
		for (const territory of ['MX', 'PE', 'CR']) {
			const call = api.tx.fees.setQuota(territory, ENDLESS_QUOTA);
			await decide(this.chain, call, 3, members.slice(0, 3));
		}
		await this.chain.submitWell(clearUses(api), this.pairs.own.CR);
		const leg = (issuer, grantor) => ({
			issuer,
			grantor,
			types: ['OEA', FAST].map((name) => ({ programme: name, code: 'OEA' })),
			roles: ['Exporter'],
			directions: ['Import'],
			rows: [{ benefit: 'FewerInspections', requires: 'Security' }],
			consent: 'NotNeeded',
			dataClasses: [],
			declareAs: { code: 'AEO', place: '44', number: 'Tin', prefix: '', numberPlace: '2' },
		});
		const day = today('MX');
		const legs = [leg('MX', 'CR'), leg('CR', 'MX')];
		const propose = api.tx.agreements.propose(['MX', 'CR'], hashOf(1), null, 60, legs, day);
		const submission = await this.chain.submitWell(propose, this.pairs.own.MX);
		const { agreement, terms } = this.chain.eventOf(submission, 'agreements', 'AgreementProposed');
		const sign = api.tx.agreements.sign(agreement, terms, day);
		await this.chain.submitWell(sign, this.pairs.own.CR);
	}

	/** Measures a throughput several times. */
	async repeat(name, callsOf) {
		const values = [];
		const results = [];
		for (let round = 0; round < this.options.runs; round += 1) {
			const result = await this.load.transact(name, await callsOf(round));
			values.push(result.rate);
			results.push(result);
			this.#keep(name, result.fullest);
		}
		this.note({ name, unit: 'tx/s', values, results, note: notesOf(results) });
	}

	/** Remembers the fullest block of a kind. */
	#keep(name, block) {
		const known = this.#fullest.get(name);
		if (known === undefined || known.transactions < block.transactions) {
			this.#fullest.set(name, block);
		}
	}

	/**
	 * What the fullest block of each kind takes beside what it weighs, on the stopped node and in a new database. Gives the
	 * kinds of which one took longer to be executed than it weighs.
	 */
	async weigh(spec, folder) {
		const heavier = [];
		if (this.#fullest.size === 0) {
			return heavier;
		}
		const imported = await importAnew(this.options.node, spec, this.node.folder, folder);
		for (const [name, { number }] of this.#fullest) {
			const block = await weigh(this.options.node, spec, this.node.folder, number);
			const { transactions, took, weighs } = block;
			const each = took / 1_000 / transactions;
			const note =
				`${(took / 1e6).toFixed(0)} of ${(weighs / 1e6).toFixed(0)} ms, ${transactions} tx, ` +
				`${rounded(each)} microseconds each`;
			const values = [took / weighs];
			if (took > weighs) {
				heavier.push(name);
			}
			this.note({ name: `fullest block of ${name}: used/weighed`, unit: '', values, block, note });
			const whole = imported.get(number);
			if (whole !== undefined) {
				this.note({
					name: `fullest block of ${name}: imported/weighed`,
					unit: '',
					values: [(whole * 1e6) / weighs],
					block: { ...block, imported: whole },
					note: `${whole} ms, with its signatures and all that is written`,
				});
			}
		}
		return heavier;
	}

	/** So many transfers, each by the next account; the first of all accounts is left out. */
	#transfers(count) {
		const accounts = this.pairs.accounts.slice(1);
		return Array.from({ length: count }, (_, place) => {
			const to = accounts[(place + 1) % accounts.length].address;
			const call = this.chain.api.tx.balances.transferKeepAlive(to, 1_000);
			return [call, accounts[place % accounts.length]];
		});
	}

	async transfers() {
		await this.repeat('transfers', () => this.#transfers(this.options.size));
	}

	/**
	 * From handing a transaction in until it is in a block, and until that is final: on an idle chain, and
	 * with half as many transfers beside it as were taken at most.
	 */
	async latency() {
		await this.#latency('idle');
		const all = await this.load.transact('transfers', this.#transfers(this.options.size));
		const rate = Math.round(all.rate / 2);
		const beside = this.load.transact(`${rate} transfers a second`, this.#transfers(rate * BESIDE), [
			'--rate',
			`${rate}`,
		]);
		await this.#latency(`beside ${rate} transfers a second`);
		await beside;
	}

	async #latency(when) {
		const [from, to] = this.pairs.accounts;
		const call = this.chain.api.tx.balances.transferKeepAlive(to.address, 1_000);
		const report = await this.load.latency(Array.from({ length: LATENCIES }, () => [call, from]));
		for (const [name, of] of [
			['until in a block', report.millisecondsToBlock],
			['until final', report.millisecondsToFinal],
		]) {
			const note = `p95 ${rounded(of.p95)}, p99 ${rounded(of.p99)}`;
			this.note({ name: `a transaction ${name}, ${when}`, unit: 'ms', of, note });
		}
	}

	/** Mexico takes over certificates until it has so many. Gives the records a second of each step. */
	async takeOver(total) {
		const start = performance.now();
		const first = this.held;
		const rates = [];
		while (this.held < total) {
			const count = Math.min(BATCH, total - this.held);
			const rows = Array.from({ length: count }, (_, row) => firmAt('MX', this.held + row));
			const began = performance.now();
			const desk = [this.officer('MX', 0), this.officer('MX', 1)];
			await takeOver(this.chain, desk, rows);
			rates.push((1_000 * count) / (performance.now() - began));
			this.held += count;
		}
		const seconds = (performance.now() - start) / 1_000;
		say(`  taken over: ${this.held - first} certificates in ${seconds.toFixed(0)} s`);
		return rates;
	}

	/**
	 * Mexico takes over certificates until it has so many, as fast as blocks take them: in a programme
	 * that needs no second officer, several batches at once.
	 */
	async fill(total) {
		const start = performance.now();
		const first = this.held;
		while (this.held < total) {
			const lanes = Math.min(LANES, Math.ceil((total - this.held) / BATCH));
			const batches = Array.from({ length: lanes }, (_, lane) => {
				const from = this.held + lane * BATCH;
				const count = Math.min(BATCH, total - from);
				return Array.from({ length: count }, (_row, row) => firmAt('MX', from + row, FAST));
			});
			await Promise.all(batches.map((rows, lane) => this.#takeAtOnce(rows, lane)));
			this.held += batches.reduce((sum, rows) => sum + rows.length, 0);
			const rate = (1_000 * (this.held - first)) / (performance.now() - start);
			const share = ((100 * this.held) / total).toFixed(0);
			say(`  ${this.held} of ${total} certificates (${share} %), ${rate.toFixed(0)} records/s`);
		}
	}

	async #takeAtOnce(rows, lane) {
		const call = takeOverOf(this.chain.api, rows);
		const submission = await this.chain.submitWell(call, this.officer('MX', lane));
		const { done } = this.chain.eventOf(submission, 'certificates', 'BatchDone');
		if (done.toNumber() !== rows.length) {
			throw new Error(`A batch of ${rows.length} was refused in block ${submission.block}.`);
		}
	}

	async take_over() {
		const rates = await this.takeOver(this.held + this.options.runs * BATCH);
		this.note({ name: 'take-over, one batch after another', unit: 'records/s', values: rates });
		const values = [];
		for (let round = 0; round < this.options.runs; round += 1) {
			const start = performance.now();
			await this.fill(this.held + LANES * BATCH);
			values.push((1_000 * LANES * BATCH) / (performance.now() - start));
		}
		const note = 'without four eyes';
		const name = `take-over, ${LANES} batches at once`;
		this.note({ name, unit: 'records/s', values, note });
	}

	async propose_confirm() {
		const { tx } = this.chain.api;
		const { runs } = this.options;
		const size = Math.min(this.options.size, WAITING);
		const values = [];
		for (let round = 0; round < runs; round += 1) {
			const places = Array.from({ length: size }, (_, place) => this.decided + place);
			const proposals = places.map((place) => {
				const call = authorisation(this.chain.api, firmAt('PE', place));
				return [call, this.officer('PE', 2 * place)];
			});
			const one = await this.load.transact('propose', proposals);
			const waiting = await pendingOf(this.chain, 'PE');
			const confirmations = places.map((place) => {
				const number = numberOf('PE', place);
				const confirm = tx.certificates.confirm(number, waiting.get(number));
				return [confirm, this.officer('PE', 2 * place + 1)];
			});
			const other = await this.load.transact('confirm', confirmations);
			values.push(size / (size / one.rate + size / other.rate));
			this.#keep('propose', one.fullest);
			this.#keep('confirm', other.fullest);
			this.decided += size;
		}
		this.note({ name: 'propose and confirm', unit: 'decisions/s', values, note: '2 tx each' });
	}

	/** The places of Mexico's certificates that are in force. */
	inForce() {
		return Array.from({ length: this.held }, (_, place) => place).filter((place) => {
			return !this.suspended.has(place);
		});
	}

	async grant() {
		const { size } = this.options;
		await this.fill(Math.max(this.held, size + this.suspended.size));
		const places = this.inForce();
		await this.repeat('grant', (round) => {
			return Array.from({ length: size }, (_, place) => {
				const identifier = { Tin: this.tinAt(places[place]) };
				const declaration = hashOf(round * size + place);
				const call = this.chain.api.tx.benefits.grant(declaration, identifier, 'Exporter', 'Import');
				return [call, this.officer('CR', place)];
			});
		});
	}

	/** Uses of a day handed in together, as a declaration system does in the evening. */
	async grant_many() {
		const { size, runs } = this.options;
		await this.fill(Math.max(this.held, 1_000 + this.suspended.size));
		const places = this.inForce();
		const calls = Math.ceil((2 * size) / GRANTS);
		const values = [];
		const results = [];
		for (let round = 0; round < runs; round += 1) {
			const batches = Array.from({ length: calls }, (_, call) => {
				const rows = Array.from({ length: GRANTS }, (_row, row) => {
					const place = (round * calls + call) * GRANTS + row;
					const identifier = { Tin: this.tinAt(places[place % places.length]) };
					// Those of single grants are others.
					const declaration = hashOf(2 ** 31 + place);
					return { declaration, identifier, role: 'Exporter', direction: 'Import' };
				});
				return [this.chain.api.tx.benefits.grantMany(rows), this.officer('CR', call)];
			});
			const result = await this.load.transact('grantMany', batches);
			values.push(result.rate * GRANTS);
			results.push(result);
			this.#keep('grantMany', result.fullest);
		}
		this.note({
			name: `grants, ${GRANTS} in a call`,
			unit: 'grants/s',
			values,
			results,
			note: notesOf(results),
		});
	}

	/** Costa Rica's officers acknowledge the first version of Mexico's certificates, each once. */
	async acknowledge() {
		const { size, runs } = this.options;
		await this.fill(Math.max(this.held, runs * size));
		const { suspensions } = this.chain.api.tx;
		await this.repeat('acknowledge', (round) => {
			return Array.from({ length: size }, (_, place) => {
				const number = numberOf('MX', round * size + place);
				return [suspensions.acknowledge('MX', number, 1), this.officer('CR', place)];
			});
		});
	}

	/**
	 * Certificates that nothing else asks for are suspended: as many at once as the reserve pays, from
	 * which alone suspensions are paid.
	 */
	async suspend() {
		const { runs } = this.options;
		const size = SUSPENSIONS;
		const from = this.held;
		await this.fill(from + runs * size);
		await this.repeat('suspend', async (round) => {
			await this.chain.passBlocks(RECOVERY);
			return Array.from({ length: size }, (_, place) => {
				this.suspended.add(from + round * size + place);
				const number = numberOf('MX', from + round * size + place);
				const call = this.chain.api.tx.suspensions.suspend(
					{ Number: number },
					'Full',
					'Open',
					'Authority',
					hashOf(7),
				);
				return [call, this.officer('MX', place)];
			});
		});
	}

	async evaluate() {
		const { genesis, certificates } = this.options;
		const totals = genesis === undefined ? certificates : [genesis];
		for (const total of totals.toSorted((a, b) => a - b)) {
			await this.fill(Math.max(total + this.suspended.size, this.held));
			await this.evaluateAt(this.held);
		}
	}

	async evaluateAt(total) {
		// Spread over all.
		const places = this.inForce();
		const questions = Array.from({ length: QUESTIONS }, (_, place) => {
			return ['CR', this.tinAt(places[(place * 7_919) % places.length]), 'EX', 'Import'];
		});
		const at = `at ${total} certificates`;
		const seconds = ['--seconds', `${SECONDS}`];
		const ask = async (name, options) => {
			const report = await this.load.ask(questions, [...seconds, ...options]);
			const { p95, p99 } = report.milliseconds;
			const note =
				`p95 ${rounded(p95)}, p99 ${rounded(p99)}; ` +
				`${report.answeredEachSecond.toFixed(0)}/s answered`;
			this.note({ name: `${name}, ${at}`, unit: 'ms', of: report.milliseconds, note });
		};
		await this.load.ask(questions.slice(0, 500), ['--seconds', '1']);
		await ask('evaluate, one in flight', []);
		for (const rate of RATES) {
			await ask(`evaluate at ${rate}/s`, ['--rate', `${rate}`]);
		}
	}

	/** The mean bytes of key and value of the first 500 of each of these maps, summed. */
	async bytesOf(entries) {
		let sum = 0;
		for (const entry of entries) {
			const keys = await this.chain.rpc('state_getKeysPaged', [entry.keyPrefix(), 500]);
			const [{ changes }] = await this.chain.rpc('state_queryStorageAt', [keys]);
			const lengths = changes.map(([key, value]) => (key.length + value.length) / 2 - 2);
			sum += lengths.reduce((total, length) => total + length, 0) / keys.length;
		}
		return Math.round(sum);
	}

	/** What a certificate and its trader take of the state, and what the node takes of memory. */
	async stateSize() {
		const { certificates, identities } = this.chain.api.query;
		const entries = [certificates.certificates, certificates.periods, certificates.holdings];
		const own = await this.bytesOf([...entries]);
		const traders = await this.bytesOf([identities.traders]);
		const note = `certificate ${own}, trader ${traders}; keys and values, mean of 500`;
		this.note({ name: 'state of a certificate', unit: 'bytes', values: [own + traders], note });
		const memory = mebibytes(this.node.memory());
		say(`  the node holds ${memory} of memory`);
	}
}

/** What is told beside a throughput: the fullest block, and per transaction the node's and our computing. */
function notesOf(results) {
	const fullness = Math.max(...results.map((result) => result.fullest.fullness));
	const { node, generator, reasons } = results.at(-1);
	const share = (100 * generator) / (node + generator);
	return (
		`fullest block ${(100 * fullness).toFixed(0)} %, ended by ${reasons.join(', ')}; ` +
		`generator ${share.toFixed(0)} % of the computing`
	);
}

/** The pairs of all who sign. */
async function signers() {
	const pairOf = await openKeyring();
	const keys = new Keys(pairOf);
	const many = (path) => Array.from({ length: SIGNERS }, (_, place) => pairOf(`${path}//${place}`));
	return {
		MX: many('//bench//MX'),
		PE: many('//bench//PE'),
		CR: many('//bench//CR'),
		accounts: many('//bench//account'),
		own: Object.fromEntries(FOUNDERS.map(({ territory }) => [territory, keys.own(territory)])),
	};
}

/** Where the chain's specification is, and the holders of the certificates with which it begins. */
function specified({ node: binary, load, genesis: certificates, validators }, folder, pairs) {
	const path = join(folder, 'spec.json');
	writeSpec(binary, path, pairs, pairs.accounts, validators === 1 ? 'dev' : 'local');
	if (certificates === undefined) {
		return { spec: path, tins: [] };
	}
	const out = join(folder, 'registry.json');
	const tins = join(folder, 'tins.txt');
	say(`making ${certificates} certificates`);
	writeRegistry({ binary, load, path, out, tins, certificates, officer: pairs.MX[0] });
	return { spec: out, tins: readFileSync(tins, 'utf8').trimEnd().split('\n') };
}

/** Starts a node. Gives the seconds until it answers. */
async function secondsToStart(node) {
	const start = performance.now();
	await node.start();
	return (performance.now() - start) / 1_000;
}

async function measure(options) {
	const folder = mkdtempSync(join(tmpdir(), 'aeo-bench-'));
	const pairs = await signers();
	const { spec, tins } = specified(options, folder, pairs);
	mkdirSync(options.out, { recursive: true });
	const network = new Network({
		binary: options.node,
		data: folder,
		logs: folder,
		base: await freeBase(options.validators),
		chain: ['--chain', spec, '--validator', '--force-authoring'],
	});
	const pool = ['--pool-limit', String(POOL), '--pool-kbytes', '800000'];
	const [node, ...others] = FOUNDERS.slice(0, options.validators).map(({ flag, territory }) => {
		return network.add({
			id: territory,
			name: `the node of ${territory}`,
			options: [flag, ...pool, ...options.with],
		});
	});
	const stop = async () => {
		await network.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	process.once('SIGINT', () => stop().finally(() => process.exit(130)));
	try {
		const starts = [await secondsToStart(node)];
		if (options.genesis !== undefined) {
			await node.stop();
			starts.push(await secondsToStart(node));
		}
		await Promise.all(others.map((other) => other.start()));
		await node.firstBlock();
		const chain = await connect(node.url);
		const load = new Load(options.load, node, folder);
		const bench = new Bench(chain, node, load, pairs, options, tins);
		if (options.genesis !== undefined) {
			const [first, again] = starts;
			bench.note({ name: 'start-up, which makes the genesis', unit: 's', values: [first] });
			bench.note({ name: 'start-up again', unit: 's', values: [again] });
		}
		await bench.prepare();
		for (const name of options.only) {
			say(name);
			await bench[name]();
		}
		if (bench.held > 0) {
			await bench.stateSize();
		}
		await chain.close();
		let heavier = [];
		if (await canWeigh(options.node)) {
			await network.stop();
			heavier = await bench.weigh(spec, folder);
		}
		const text = bench.table();
		writeFileSync(join(options.out, 'bench.txt'), `${text}\n`);
		say();
		say(text);
		if (heavier.length > 0) {
			throw new Error(`Blocks of ${heavier.join(', ')} took longer than they weigh: \`make weights\` is due.`);
		}
	} finally {
		await stop();
	}
}

try {
	const options = readOptions(process.argv.slice(2));
	if (options.help) {
		process.stdout.write(HELP);
	} else {
		await measure(options);
	}
	process.exit(0);
} catch (error) {
	process.stderr.write(`${error.stack ?? error}\n`);
	process.exit(1);
}
