// What the portal reads without the chain: lists, scanned codes, opened names, the picture of the network.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { moduleOf } from './portal-modules.mjs';

const { differences, differing, listOf } = await moduleOf('lists/rows.ts');

/** What the reader tells of a list: the test of its module has the list. */
const told = JSON.parse(readFileSync(new URL('../lists/wasm/told.json', import.meta.url), 'utf8'));
const list = () => listOf(structuredClone(told));
const [, { taken: suspended }] = list().rows;

test('what the reader tells should be taken over as the chain has it', () => {
	const { hash, rows, ended, aliases, findings } = list();
	assert.deepEqual([rows.length, ended, aliases], [2, 1, 0]);
	assert.deepEqual(findings, told.findings);
	assert.deepEqual(rows.map(({ at }) => at), [2, 3]);
	const none = undefined;
	const decided = { ground: { type: 'Authority', value: none }, document: hash };
	assert.deepEqual(suspended, {
		number: 'A-2',
		tin: 'MXNWM9709244W4',
		publication_consent: hash,
		certificate_type: { programme: 'OEA', code: 'OEA' },
		roles: [{ type: 'CustomsBroker', value: none }],
		valid_from: '2026-04-13',
		valid_until: '2031-04-12',
		periods: [
			{ from: '2026-04-13', state: { type: 'Authorised', value: none }, ...decided },
			{
				from: '2026-06-14',
				state: {
					type: 'Suspended',
					value: { scope: { type: 'Full', value: none }, end: { type: 'DecisionAfter', value: '2026-12-30' } },
				},
				...decided,
			},
		],
		instrument: none,
	});
});

test('documents that rows name should go before the list, and a suspension without an end be open', () => {
	const [{ taken }] = list().rows;
	assert.equal(taken.periods[0].document, `0x${'07'.repeat(32)}`);
	assert.notEqual(taken.publication_consent, taken.periods[0].document);
	const open = structuredClone(told);
	open.rows[1].periods[1].until = null;
	open.rows[1].consent = `0x${'08'.repeat(32)}`;
	const [, other] = listOf(open).rows;
	assert.equal(other.taken.periods[1].state.value.end.type, 'Open');
	assert.equal(other.taken.publication_consent, `0x${'08'.repeat(32)}`);
});

test('aliases, which are not taken over, should be counted, but for those of what has ended', () => {
	const named = structuredClone(told);
	named.rows.forEach((row) => (row.aliases = 2));
	assert.equal(listOf(named).aliases, 4);
});

test('in what two certificates differ should be said', () => {
	const other = {
		...suspended,
		roles: [...suspended.roles, { type: 'Importer', value: undefined }],
		valid_until: undefined,
	};
	assert.deepEqual(differences(suspended, suspended), []);
	assert.deepEqual(differences(suspended, other).map(({ column }) => column), ['roles', 'valid_until']);
});

test('certificates that differ in anything at all should not be called the same', () => {
	const taken = suspended;
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
		assert.deepEqual(differing([own], [theirs]).map(({ number }) => number), ['A-2'], column);
	}
	assert.deepEqual(differing([taken], [taken]), []);
	assert.deepEqual(differing([], [taken]), [{ number: 'A-2' }]);
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
