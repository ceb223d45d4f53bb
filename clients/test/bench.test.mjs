import assert from 'node:assert/strict';
import test from 'node:test';
import { rounded, rowOf, summary } from '../bench/figures.mjs';
import { authorisation, hashOf, numberOf, takenOver, tinOf } from '../firms/numbers.mjs';
import { SCENARIOS, readOptions } from '../bench/options.mjs';
import { rfcCheck, rucCheck } from '../../chain-specs/pilot/identifiers.mjs';

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

test('firms should have different numbers that pass their checks', () => {
	const numbers = new Set();
	for (let place = 0; place < 120_000; place += 7) {
		const rfc = tinOf('MX', place).slice(2);
		assert.match(rfc, /^[A-Z]{3}\d{6}11[0-9A]$/u);
		assert.equal(rfcCheck(rfc.slice(0, -1)), rfc.at(-1));
		const ruc = tinOf('PE', place).slice(2);
		assert.equal(rucCheck(ruc.slice(0, -1)), ruc.at(-1));
		numbers.add(rfc).add(ruc);
	}
	assert.equal(numbers.size, 2 * Math.ceil(120_000 / 7));
});

test('a certificate should be taken over in the programme that is named', () => {
	assert.equal(takenOver('MX', 1).certificateType.programme, 'OEA');
	assert.equal(takenOver('MX', 1, 'FAST').certificateType.programme, 'FAST');
	assert.equal(takenOver('MX', 1).number, numberOf('MX', 1));
	assert.equal(authorisation('PE', 2).Authorise.tin, tinOf('PE', 2));
	assert.match(hashOf(0), /^0x0{63}1$/u);
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
