import assert from 'node:assert/strict';
import test from 'node:test';
import { rounded, rowOf, summary } from '../network/figures.mjs';
import { fullOf, reasonsOf } from '../network/load.mjs';
import { SCENARIOS, readOptions } from '../bench/options.mjs';
import { pricesOf, sourceOf } from '../bench/prices.mjs';
import { importedOf, weighedOf } from '../bench/weighed.mjs';

test('a summary should have median, percentiles and spread', () => {
	const values = Array.from({ length: 100 }, (_, place) => 100 - place);
	assert.deepEqual(summary(values), { median: 51, p95: 96, p99: 100, least: 1, most: 100 });
	assert.deepEqual(summary([7]), { median: 7, p95: 7, p99: 7, least: 7, most: 7 });
});

test('a row should show the spread of several runs only', () => {
	assert.deepEqual(rowOf({ name: 'x', unit: 's', values: [1, 3, 2], note: 'n' }), [
		'x',
		'2',
		'1–3',
		's',
		'n',
	]);
	assert.deepEqual(rowOf({ name: 'x', unit: 's', values: [1.2345] }), ['x', '1.23', '–', 's', '']);
	assert.equal(rounded(123456), 123000);
});

test('options should be read, and what is wrong be named', () => {
	const needed = ['--node', 'x', '--load', 'y'];
	const options = readOptions([...needed, '--certificates', '10,20', '--only', 'grant']);
	assert.deepEqual(options.certificates, [10, 20]);
	assert.deepEqual(options.only, ['grant']);
	assert.deepEqual(readOptions(needed).only, SCENARIOS);
	assert.deepEqual(readOptions([...needed, '--genesis', '1000000']).only, ['latency', 'evaluate']);
	assert.equal(readOptions(['--help']).help, true);
	for (const [args, part] of [
		[[], /--node is missing/u],
		[['--node', 'x'], /--load is missing/u],
		[[...needed, '--only', 'y'], /y is no scenario/u],
		[[...needed, '--genesis', '5', '--only', 'grant'], /not with grant/u],
		[[...needed, '--runs', '0'], /--runs: 0 is no number/u],
		[[...needed, '--validators', '3'], /--validators: 3 is neither 1 nor 4/u],
		[[...needed, '--certificates', '1,b'], /--certificates: b/u],
		[['--nodes', 'x'], /--nodes/u],
	]) {
		assert.throws(() => readOptions(args), part);
	}
});

test('a rate should be over full blocks where there are any', () => {
	assert.deepEqual(fullOf([1, 2, 3, 4]), [2, 3]);
	assert.deepEqual(fullOf([1, 2]), [1, 2]);
});

test('the reasons why blocks ended should be read', () => {
	const metrics = [
		'# TYPE substrate_proposer_end_proposal_reason counter',
		'substrate_proposer_end_proposal_reason{chain="bench",reason="hit_deadline"} 3',
		'substrate_proposer_end_proposal_reason{reason="no_more_transactions",chain="bench"} 12',
		'substrate_proposer_number_of_transactions{chain="bench"} 5',
	].join('\n');
	assert.deepEqual(reasonsOf(metrics), { hit_deadline: 3, no_more_transactions: 12 });
});

test('what blocks take and weigh should be read', () => {
	const output = [
		'2026-11-30 10:00:00 Block 7 with   801 tx used  74.31% of its weight (   557,325,512 of    750,000,001 ns)    ',
		'2026-11-30 10:00:01 Block 8 with     2 tx used 101.00% of its weight (     1,010,000 of      1,000,000 ns) - OVER WEIGHT!',
	].join('\n');
	assert.deepEqual(weighedOf(output), [
		{ number: 7, transactions: 801, took: 557_325_512, weighs: 750_000_001 },
		{ number: 8, transactions: 2, took: 1_010_000, weighs: 1_000_000 },
	]);
	assert.deepEqual(weighedOf('nothing'), []);
});

test('how long blocks took to be imported should be read, over midnight too', () => {
	const log = [
		'2026-12-01 23:59:59.900 TRACE tokio-runtime-worker sync::import-queue: Block 7 (0x12ab) has 2 logs (origin: File)',
		'2026-12-01 23:59:59.950 DEBUG tokio-runtime-worker sync::import-queue: Starting import of 1 blocks',
		'2026-12-02 00:00:00.412 TRACE tokio-runtime-worker sync::import-queue: Block imported successfully Some(7) (0x12ab)',
		'2026-12-02 00:00:00.420 TRACE tokio-runtime-worker sync::import-queue: Block 8 (0x12ac) has 2 logs (origin: File)',
	].join('\n');
	assert.deepEqual(importedOf(log), new Map([[7, 512]]));
});

test('prices should be read from what the benchmarks write, and written for the runtime', () => {
	const constant = (value) => `Weight::from_parts(WEIGHT_REF_TIME_PER_NANOS.saturating_mul(${value}), 0);`;
	const prices = pricesOf({
		block: constant('431_614'),
		extrinsic: constant('108_157'),
		database: 'read: 8_000 * constants::X,\nwrite: 950 * constants::X,',
		fees: 'fn charge_balance() -> Weight;\nfn charge_balance() -> Weight {\n\t\tWeight::from_parts(90_123_000, 0)\n}',
	});
	assert.deepEqual(prices, { block: 431_614, extrinsic: 108_157, charge: 90_123, read: 8_000, write: 950 });
	const source = sourceOf(prices, '2026-11-30', 'a machine');
	assert.match(source, /2026-11-30, a machine/u);
	assert.match(source, /pub const BLOCK: u64 = 431_614;/u);
	assert.match(source, /pub const CHARGE: u64 = 90_123;/u);
	assert.match(source, /pub const WRITE: u64 = 950;/u);
	assert.throws(() => pricesOf({ block: '', extrinsic: '', database: '', fees: '' }), /not in what/u);
});
