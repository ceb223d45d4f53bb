import assert from 'node:assert/strict';
import test from 'node:test';
import { rounded, rowOf, summary } from '../bench/figures.mjs';
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
	const options = readOptions(['--node', 'x', '--certificates', '10,20', '--only', 'grant']);
	assert.deepEqual(options.certificates, [10, 20]);
	assert.deepEqual(options.only, ['grant']);
	assert.deepEqual(readOptions(['--node', 'x']).only, SCENARIOS);
	assert.equal(readOptions(['--help']).help, true);
	for (const [args, part] of [
		[[], /--node is missing/u],
		[['--node', 'x', '--only', 'y'], /y is no scenario/u],
		[['--node', 'x', '--runs', '0'], /--runs: 0 is no number/u],
		[['--node', 'x', '--certificates', '1,b'], /--certificates: b/u],
		[['--nodes', 'x'], /--nodes/u],
	]) {
		assert.throws(() => readOptions(args), part);
	}
});
