import assert from 'node:assert/strict';
import test from 'node:test';
import { rounded, rowOf, summary } from '../network/figures.mjs';
import { fullOf, reasonsOf } from '../bench/load.mjs';
import { SCENARIOS, readOptions } from '../bench/options.mjs';

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
