import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	brnCheck,
	nitCheck,
	rfcCheck,
	rucCheck,
} from '../../chain-specs/pilot/identifiers.mjs';
import { authorisationOf, authorised, firmAt, firmWith, takenOver } from '../firms/firms.mjs';
import { numberOf, tinOf } from '../firms/numbers.mjs';

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

test('numbers of the other territories should pass their checks, or have none', () => {
	const [colombian, korean] = ['CO', 'KR'].map((territory) => tinOf(territory, 7).slice(2));
	assert.match(colombian, /^9\d{9}$/u);
	assert.equal(nitCheck(colombian.slice(0, -1)), colombian.at(-1));
	assert.match(korean, /^77781\d{5}$/u);
	assert.equal(brnCheck(korean.slice(0, -1)), korean.at(-1));
	assert.equal(tinOf('CR', 900_001), 'CR3105900001');
	assert.equal(tinOf('BO', 7), 'BO10000007');
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
