import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ListError, readDeclarations, readList } from '../firms/lists.mjs';

const HEAD =
	'tin,name,street,city,certificate,programme,type,roles,status,valid_from,valid_until,status_since';
const GOOD =
	'MXNWM9709244W4,"Norma, S.A.",Calle 1,Toluca,MX-1,OEA,OEA,MF EX,Authorised,2025-01-01,2029-12-31,2025-01-01';
const OTHER = GOOD.replace('NWM9709244W4', 'CFE370814QI0').replace('MX-1', 'MX-2');

const DAY_HEAD =
	'reference,time,administration,direction,role,foreign_tin,foreign_alias,domestic_tin,goods,value_usd,country';
const DAY = 'CR-1,09:30,CR,Import,EX,MXNWM9709244W4,,CR3101123456,tyres,1200,MX';

const folder = mkdtempSync(join(tmpdir(), 'aeo-lists-'));
const path = join(folder, 'mx.csv');
after(() => rmSync(folder, { recursive: true }));

function read(...lines) {
	writeFileSync(path, lines.join('\n'));
	return readList(path, 'MX');
}

function readDay(...lines) {
	writeFileSync(path, lines.join('\n'));
	return readDeclarations(path);
}

/** That this is refused as a list, with these words. */
function refused(work, ...words) {
	assert.throws(work, (/** @type {any} */ error) => {
		assert.ok(error instanceof ListError, error.stack);
		assert.ok(error.message.includes(path), error.message);
		words.forEach((word) => assert.ok(error.message.includes(word), error.message));
		return true;
	});
}

test('list should be read into objects', () => {
	const [row, ...others] = read(HEAD, GOOD, '');
	assert.deepEqual(others, []);
	assert.deepEqual(row, {
		tin: 'MXNWM9709244W4',
		name: 'Norma, S.A.',
		street: 'Calle 1',
		city: 'Toluca',
		certificate: 'MX-1',
		programme: 'OEA',
		type: 'OEA',
		roles: ['MF', 'EX'],
		status: 'Authorised',
		scope: null,
		valid_from: '2025-01-01',
		valid_until: '2029-12-31',
		status_since: '2025-01-01',
	});
});

test('suspension should be read with its scope', () => {
	const [row] = read(HEAD, GOOD.replace('Authorised', 'Suspended (Security)'));
	assert.equal(row.status, 'Suspended');
	assert.equal(row.scope, 'Security');
});

test('mark of UTF-8 and line ends of Windows should be taken', () => {
	writeFileSync(path, `\ufeff${HEAD}\r\n${GOOD}\r\n`);
	assert.equal(readList(path, 'MX').length, 1);
});

test('aliases should be read where the list has them', () => {
	const [row] = read(`${HEAD},alias_scheme,alias`, `${GOOD},Code,X1`);
	assert.equal(row.alias_scheme, 'Code');
	assert.equal(row.alias, 'X1');
	refused(() => read(`${HEAD},alias`, `${GOOD},X1`), 'line 1, column alias', 'together');
});

for (const [column, before, now, advice] of [
	['tin', 'MXNWM', 'mxnwm', 'MXNWM9709244W4'],
	['tin', 'MXNWM', 'MX NWM', 'without spaces'],
	['tin', 'MXNWM', 'PENWM', 'begin with MX'],
	['name', '"Norma, S.A."', '', '1 to 140'],
	['certificate', 'MX-2', 'mx_2', 'Write capitals'],
	['roles', 'MF EX', 'MF ZZ', 'codes of MF IM'],
	['roles', 'MF EX', 'MF MF', 'different codes'],
	['roles', 'MF EX', 'MF;EX', 'with a space between'],
	['status', 'Authorised', 'Suspended', 'Suspended with its scope'],
	['status', 'Authorised', 'vigente', 'Write Authorised'],
	['valid_from', '2025-01-01,2029', '01/01/2025,2029', '2026-12-31'],
	['valid_until', '2029-12-31', '2029-02-29', 'a day that exists'],
	['valid_until', '2029-12-31', '2024-12-31', 'before the first, 2025-01-01'],
	['status_since', '2029-12-31,2025-01-01', '2029-12-31,2024-01-01', 'older'],
]) {
	test(`${column} "${now}" should be refused with line, column and advice`, () => {
		const base = OTHER.replace('MXCFE370814QI0', 'MXNWM9709244W5');
		const bad = base.replace(before, now);
		assert.notEqual(bad, base);
		refused(() => read(HEAD, GOOD, bad), `line 3, column ${column}: "`, advice);
	});
}

test('same number or certificate twice should be refused with both lines', () => {
	refused(() => read(HEAD, GOOD, GOOD), 'line 3, column tin', 'in line 2 already');
	const certificate = OTHER.replace('MX-2', 'MX-1');
	refused(() => read(HEAD, GOOD, certificate), 'line 3, column certificate', 'in line 2');
});

test('line should be that of the file, also after a text of two lines', () => {
	const long = GOOD.replace('Norma, S.A.', 'Norma\nS.A.');
	refused(() => read(HEAD, long, OTHER.replace('MF EX', 'QQ')), 'line 4, column roles');
});

test('wrong columns should be refused with their names', () => {
	refused(() => read(HEAD.replace(',roles', ''), GOOD), 'line 1', 'Add roles');
	refused(() => read(`${HEAD},fax`, `${GOOD},1`), 'line 1, column fax', 'Delete the column');
	refused(() => read(`${HEAD},tin`, `${GOOD},1`), 'line 1', 'two columns tin');
	refused(
		() => read(HEAD, `${GOOD},more`),
		'line 2',
		'13 columns instead of 12',
		'double quotes',
	);
});

test('what is no list should be refused with what to do', () => {
	refused(() => read(''), 'is empty', 'tin,name');
	refused(() => read(HEAD, GOOD.replace('S.A."', 'S.A.')), 'line', 'double quote');
	refused(() => readList(`${path}.missing`, 'MX'), 'make check-pilot UPDATE=1');
	writeFileSync(path, Buffer.from(`${HEAD}\n${GOOD.replace('Calle', 'Peñón')}`, 'latin1'));
	refused(() => readList(path, 'MX'), 'not UTF-8');
});

test('declarations should be read, with the value as a number', () => {
	const [row] = readDay(DAY_HEAD, DAY);
	assert.equal(row.value_usd, 1200);
	assert.equal(row.foreign_tin, 'MXNWM9709244W4');
	assert.equal(row.foreign_alias, null);
});

test('declaration should name the foreign firm in one way', () => {
	const both = DAY.replace('W4,,', 'W4,X1,');
	refused(() => readDay(DAY_HEAD, both), 'line 2, column foreign_tin', 'leave the other empty');
	const neither = DAY.replace('MXNWM9709244W4', '');
	refused(() => readDay(DAY_HEAD, neither), 'line 2, column foreign_tin', 'either');
});

for (const [column, before, now] of [
	['time', '09:30', '24:00'],
	['direction', 'Import', 'Transit'],
	['role', 'EX', 'XX'],
	['value_usd', '1200', '1,2'],
]) {
	test(`${column} ${now} of a declaration should be refused`, () => {
		const cell = now.includes(',') ? `"${now}"` : now;
		refused(() => readDay(DAY_HEAD, DAY.replace(before, cell)), `line 2, column ${column}`);
	});
}
