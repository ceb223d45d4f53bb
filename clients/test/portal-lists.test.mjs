// What the portal reads without the chain: lists, scanned codes, opened names, the picture of the network.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'csv-parse/sync';
import { LANGUAGES } from '../texts/text.mjs';
import { moduleOf } from './portal-modules.mjs';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const { columnsOf, differences, differing, knownHeadings, rowsOf } = await moduleOf('lists/rows.ts');
const texts = LANGUAGES.map((language) => read(`texts/${language}/lists.ftl`));
const known = knownHeadings(texts, read('lists/words/headings.txt'));
const LIST = `0x${'09'.repeat(32)}`;

function readCells(cells) {
	const [headings, ...rows] = cells;
	const found = columnsOf(headings, known);
	assert.ok(found.columns, JSON.stringify(found));
	return rowsOf(rows, found.columns, LIST);
}

const readText = (text) => readCells(parse(text, { relax_column_count: true, bom: true }));

const HEAD = 'tin,certificate,programme,type,roles,status,valid_from,valid_until,status_since,status_until,document';
const row = (rest) => `MXNWM9709244W4,MX-1,OEA,OEA,${rest}`;

const CODES = {
	...{ Manufacturer: 'MF', Importer: 'IM', Exporter: 'EX', CustomsBroker: 'CB', Carrier: 'CA', Consolidator: 'CS' },
	...{ FreightForwarder: 'FW', TerminalOperator: 'TR', WarehouseKeeper: 'WH', ExpressOperator: 'XP', Other: 'OT' },
};

/** A certificate as the test of the lists' reader tells it, but for what the page does not look at. */
function told({ at, taken }) {
	const periods = taken.periods.map(({ from, state }) => {
		return state.type === 'Suspended' ? `Suspended(${state.value.scope.type}) ${from}` : `${state.type} ${from}`;
	});
	const codes = taken.roles.map(({ type }) => CODES[type]).join(' ');
	const { programme, code } = taken.certificate_type;
	const until = taken.valid_until ?? '';
	return `[${at}] ${taken.tin} ${taken.number} ${programme}/${code} ${codes} ${taken.valid_from}..${until} [${periods.join(', ')}]`;
}

for (const list of ['pilot-mx', 'pilot-kr']) {
	test(`the page should read ${list} as the reader of aeo does`, () => {
		const { rows, findings } = readText(read(`lists/tests/corpus/${list}.csv`));
		const expected = read(`lists/tests/corpus/${list}.expected`).trim().split('\n');
		assert.deepEqual(findings, []);
		assert.deepEqual(
			rows.map(told),
			expected.filter((line) => /^\[\d/.test(line)).map((line) => line.replace(/\] \w+=\S+$/, ']')),
		);
	});
}

test('headings of the templates of all languages should be known, and of others it should be said', () => {
	for (const text of texts) {
		const headings = [...text.matchAll(/^list-column-[a-z-]+ = (.+)$/gm)].map(([, heading]) => heading);
		assert.equal(headings.length, 14);
		assert.ok(columnsOf(headings, known).columns, headings.join());
	}
	const { unknown, missing } = columnsOf(['TIN', 'Rubro', 'Nombre'], known);
	assert.deepEqual(unknown, ['Rubro']);
	assert.deepEqual(missing, ['certificate', 'programme', 'type', 'roles', 'valid_from']);
});

test('what is not in the form of the template should be an error, and never a guess', () => {
	const cases = {
		E06: row('EX,vigente,2026-01-01,,,,'),
		E08: row(',Authorised,2026-01-01,,,,'),
		E10: row('EX,Authorised,01/02/2026,,,,'),
		E12: row('EX,Authorised,2026-02-30,,,,'),
		E13: row('EX despachante,Authorised,2026-01-01,,,,'),
		E14: row('EX,Authorised,2026-01-01,,,,').replace('MX-1', 'MX 1'),
		E15: row('EX,Authorised,2026-01-01,,,,').replace(',OEA,', `,${'O'.repeat(17)},`),
		E16: row('EX,Authorised,2026-01-01,2025-01-01,,,'),
		E21: row('EX,Authorised,2026-01-01,,,,decision.pdf'),
		E23: row(`${Object.values(CODES).slice(0, 9).join(' ')},Authorised,2026-01-01,,,,`),
	};
	for (const [code, line] of Object.entries(cases)) {
		const { rows, findings } = readText(`${HEAD}\n${line}\n`);
		assert.deepEqual([rows.length, findings.map((one) => one.code)], [0, [code]], line);
		assert.equal(findings[0].row, 2);
	}
});

test('a file should be read with whatever separates its cells, and refused with its reason', async () => {
	const { cellsOf, NotAList } = await moduleOf('lists/cells.ts');
	const bytes = (text) => new TextEncoder().encode(text);
	for (const separator of [',', ';', '\t', '|']) {
		const text = `\uFEFFtin${separator}certificate\r\n"MX${separator}1"${separator} '=A-1 \r\n`;
		assert.deepEqual(await cellsOf(bytes(text)), [['tin', 'certificate'], [`MX${separator}1`, '=A-1']], separator);
	}
	const reasons = {
		Empty: bytes('\r\n;;\r\n'),
		NotUtf8: Uint8Array.of(0x74, 0xf1, 0x0a),
		OtherForm: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
		Damaged: bytes('tin,certificate\n"MX'),
	};
	for (const [reason, file] of Object.entries(reasons)) {
		await assert.rejects(cellsOf(file), (/** @type {any} */ error) => {
			return error instanceof NotAList && error.reason === reason;
		}, reason);
	}
	await assert.rejects(cellsOf(bytes('PK, but no archive')), { reason: 'Damaged' });
});

test('rows alike but for role or period should be one certificate, others twice the same number', () => {
	const lines = [
		row('EX,Authorised,2026-01-01,,2026-01-01,,'),
		row('IM,Authorised,2026-01-01,,2026-01-01,,'),
		row('EX,Suspended (Customs),2026-01-01,,2026-03-01,2026-06-01,'),
	];
	const { rows, findings } = readText([HEAD, ...lines].join('\n'));
	assert.deepEqual(findings, []);
	assert.equal(rows.length, 1);
	assert.deepEqual(rows[0].taken.roles.map(({ type }) => type), ['Importer', 'Exporter']);
	const [first, last] = rows[0].taken.periods;
	assert.equal(first.state.type, 'Authorised');
	assert.deepEqual(last.state.value.end, { type: 'DecisionAfter', value: '2026-06-01' });
	const twice = readText([HEAD, row('EX,Authorised,2026-01-01,,,,'), row('EX,Authorised,2026-01-01,,,,')].join('\n'));
	assert.deepEqual(twice.findings.map(({ code, details }) => [code, details]), [['E05', { row: '2' }]]);
});

test('what has ended should be left out, and documents that no row names be the list', () => {
	const { rows, ended } = readText([HEAD, row('EX,Revoked,2026-01-01,,,,'), row('EX,,2026-01-01,,,,').replace('MX-1', 'MX-2')].join('\n'));
	assert.equal(ended, 1);
	assert.equal(rows[0].taken.publication_consent, LIST);
	assert.deepEqual(rows[0].taken.periods.map(({ document }) => document), [LIST]);
});

test('aliases, which are not taken over, should be counted', () => {
	const lines = [row('EX,,2026-01-01,,,,,LEI,1'), row('EX,,2026-01-01,,,,,,').replace('MX-1', 'MX-2')];
	const { rows, findings, aliases } = readText([`${HEAD},alias_scheme,alias`, ...lines].join('\n'));
	assert.deepEqual([rows.length, findings, aliases], [2, [], 1]);
});

test('in what two certificates differ should be said', () => {
	const [one] = readText([HEAD, row('EX,,2026-01-01,,,,')].join('\n')).rows;
	const [other] = readText([HEAD, row('EX IM,,2026-01-01,2027-01-01,,,')].join('\n')).rows;
	assert.deepEqual(differences(one.taken, one.taken), []);
	assert.deepEqual(differences(one.taken, other.taken).map(({ column }) => column), ['roles', 'valid_until']);
});

test('certificates that differ in anything at all should not be called the same', () => {
	const lines = [
		row('EX,Authorised,2026-01-01,,2026-01-01,,'),
		row('EX,Suspended (Customs),2026-01-01,,2026-03-01,2026-06-01,'),
	];
	const [{ taken }] = readText([HEAD, ...lines].join('\n')).rows;
	const [first, last] = taken.periods;
	const documents = [`0x${'01'.repeat(32)}`, `0x${'02'.repeat(32)}`];
	const within = (one, other) => ({
		...taken,
		periods: [{ ...first, document: documents[one] }, { ...last, document: documents[other] }],
	});
	const others = {
		ground: [taken, { ...taken, periods: [first, { ...last, ground: { type: 'HoldersRequest' } }] }],
		instrument: [taken, { ...taken, instrument: documents[0] }],
		// The same documents, of other periods.
		document: [within(0, 1), within(1, 0)],
	};
	for (const [column, [own, theirs]] of Object.entries(others)) {
		assert.deepEqual(differences(own, theirs).map((field) => field.column), [column]);
		assert.deepEqual(differing([own], [theirs]).map(({ number }) => number), ['MX-1'], column);
	}
	assert.deepEqual(differing([taken], [taken]), []);
	assert.deepEqual(differing([], [taken]), [{ number: 'MX-1' }]);
});

test('an address that is not written as addresses are should lead to the first screen', async () => {
	const { routeOf } = await moduleOf('route.ts');
	assert.deepEqual(routeOf('#/tin/%'), { screen: 'find' });
	assert.deepEqual(routeOf('#/tin/MX%20A'), { screen: 'trader', tin: 'MX A' });
});

test('a code should lead to a number or a firm, and to nobody else\'s page', async () => {
	const { readCode } = await moduleOf('code.ts');
	const number = { kind: 'number', number: 'MXNWM9709244W4' };
	assert.deepEqual(readCode(' MXNWM9709244W4\n'), number);
	assert.deepEqual(readCode('urn:tin:MXNWM9709244W4'), number);
	assert.deepEqual(readCode('https://portal.example/aeo/#/certificate/MX/MX-OEA-0001'), {
		kind: 'link',
		hash: '#/certificate/MX/MX-OEA-0001',
	});
	for (const text of ['https://example.org/', 'https://example.org/#/key', 'https://example.org/#/source', '', 'a', 'javascript:alert(1)', 'https://example.org/#/tin/%', 'WIFI:S:net;P:secret;;']) {
		assert.equal(readCode(text), undefined, text);
	}
});

test('opened names should be found without case and accents, by every word', async () => {
	const { namesIn, search, NotOpened } = await moduleOf('opened.tsx');
	const record = (number, data, kind = 'identity') => JSON.stringify({ page: 0, record: { class: kind, issuer: 'MX', number, data, schema: 1, version: 1 }, salt: '0x00' });
	const named = namesIn([
		record('MX-1', { Name: 'Textiles Ondoñeda', ID: 'MXTOÑ0809212Q6', Address: { CityName: 'Reynosa' } }),
		record('MX-1', { Site: [] }, 'sites'),
		record('MX-2', { Name: 'Carga Yelmontia', TradeName: 'Ondo', ID: 'MXCIC970113JX4', Address: { CityName: 'Mérida' } }),
	].join('\n'));
	assert.equal(named.length, 2);
	const found = (text) => search(named, text, 10).map(({ number }) => number);
	assert.deepEqual(found('ONDONEDA'), ['MX-1']);
	assert.deepEqual(found('ondo'), ['MX-1', 'MX-2']);
	assert.deepEqual(found('merida carga'), ['MX-2']);
	assert.deepEqual(found('merida textiles'), []);
	assert.deepEqual(found(' '), []);
	for (const text of ['', 'no JSON', '{}', '[1]', record('MX-1', { Site: [] }, 'sites')]) {
		assert.throws(() => namesIn(text), NotOpened, text);
	}
});

test('the picture should put each administration on the circle, and two directions on two lines', async () => {
	const { lineOf, placeOf } = await moduleOf('screens/network-picture.ts');
	const places = Array.from({ length: 5 }, (_, index) => placeOf(index, 5));
	const far = places.map(([x, y]) => Math.hypot(x - 200, y - 200));
	far.forEach((one) => assert.ok(Math.abs(one - far[0]) < 1e-9));
	const [one, other] = places;
	const middle = (line) => line.split(' Q')[1].split(' ').slice(0, 2).join();
	assert.notEqual(middle(lineOf(one, other)), middle(lineOf(other, one)));
});
