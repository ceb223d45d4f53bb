import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KNOWN } from '../../chain-specs/pilot/invented.mjs';
import { authorisationOf, authorised, firmAt, firmWith, takenOver } from '../firms/firms.mjs';
import { numberOf, tinOf } from '../firms/numbers.mjs';

// That they pass is seen by the library, see `make check-pilot`.
test('firms should have different numbers of their scheme, as many as are known', () => {
	const shapes = {
		MX: /^MX[A-Z]{3}\d{6}11[0-9A]$/u,
		PE: /^PE20\d{9}$/u,
		CO: /^CO9\d{9}$/u,
		KR: /^KR77781\d{5}$/u,
	};
	assert.deepEqual(Object.keys(KNOWN).sort(), Object.keys(shapes).sort());
	for (const [territory, count] of Object.entries(KNOWN)) {
		const numbers = Array.from({ length: count }, (_, place) => tinOf(territory, place));
		assert.ok(numbers.every((tin) => shapes[territory].test(tin)), territory);
		assert.equal(new Set(numbers).size, count);
		assert.throws(() => tinOf(territory, count), /^Error: There are \d+ invented firms of/u);
	}
});

test('numbers of schemes without check character should have their shape', () => {
	assert.equal(tinOf('CR', 900_001), 'CR3105900001');
	assert.equal(tinOf('BO', 7), 'BO10000007');
	assert.equal(tinOf('HN', 7), 'HN08019000000007');
});

test('a firm of many should have one document for everything, and no last day', () => {
	const document = `0x${'07'.repeat(32)}`;
	const facts = {
		tin: tinOf('PE', 2),
		publicationConsent: document,
		certificateType: { programme: 'OEA', code: 'OEA' },
		roles: ['Exporter'],
		validFrom: '2025-01-01',
		validUntil: null,
	};
	const period = { from: '2025-01-01', state: 'Authorised', ground: 'Authority', document };
	const row = firmAt('PE', 2);
	assert.deepEqual(takenOver(row), { number: numberOf('PE', 2), ...facts, periods: [period] });
	assert.deepEqual(authorisationOf(row), { Authorise: { ...facts, document } });
	assert.equal(numberOf('PE', 2), 'PE-0000002');
	assert.equal(takenOver(firmAt('MX', 1, 'FAST')).certificateType.programme, 'FAST');
});

test('a firm should be as usual but for what is said, with documents of its own', () => {
	const row = firmWith({ tin: 'CR3105000001', certificate: 'CR-1', programme: 'PROFAC' });
	const certified = authorised(row);
	assert.deepEqual(certified.certificateType, { programme: 'PROFAC', code: 'OEA' });
	assert.deepEqual([certified.validFrom, certified.validUntil], ['2026-01-01', '2029-12-31']);
	const { publicationConsent, periods } = takenOver(row);
	const documents = [certified.document, publicationConsent, periods[0].document];
	documents.forEach((document) => assert.match(document, /^0x[0-9a-f]{64}$/u));
	assert.equal(new Set(documents).size, 3);
	assert.equal(publicationConsent, certified.publicationConsent);
});
