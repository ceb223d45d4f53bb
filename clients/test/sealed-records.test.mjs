// What a record may hold, and the records of the pilot's registries.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPilot } from '../firms/lists.mjs';
import { readRegistry } from '../firms/registry.mjs';
import { ROLES as ROLES_OF_CALLS } from '../chain/calls.mjs';
import { ROLES, TERRITORIES } from '../sealed/codes.mjs';
import { CLASSES, readRecord, recordOf } from '../sealed/records.mjs';

const PILOT = fileURLToPath(new URL('../../chain-specs/pilot/', import.meta.url));

/** @type {any} */
const pilot = readPilot(PILOT);

const registries = Object.fromEntries(
	Object.keys(pilot.lists).map((territory) => {
		return [territory, readRegistry(`${PILOT}registry/${territory.toLowerCase()}`)];
	}),
);

const firms = Object.values(registries).flat();

const ADDRESS = { Line: 'Calle 60 Nº 491', CityName: 'Mérida', CountryCode: 'MX' };

/** A good record of each class. */
const GOOD = {
	identity: {
		Name: 'Compañía de Nácar, S.A. de C.V.',
		ID: 'MXNWM9709244W4',
		Address: ADDRESS,
		Alias: [{ Grantor: 'CR', Scheme: 'CODE', ID: 'KR1' }],
	},
	sites: { Site: [{ RoleCode: ['MF', 'EX'], Address: ADDRESS, Validated: '2024-02-29' }] },
	contact: {
		Office: { Name: 'Aduana' },
		Contact: [{ Function: 'OEA', Communication: [{ ID: 'a@x.example', TypeCode: 'EM' }] }],
	},
	reason: { Reason: [{ Period: 0, Code: 'R99', Text: 'uno\n\tdos' }] },
};

const bytesOf = (text) => new TextEncoder().encode(text);

function read(name, data, changed = {}) {
	const { issuer = 'MX', number = 'MX-1', version = 1 } = changed;
	return readRecord(bytesOf(recordOf(issuer, number, name, version, data)));
}

const refusedAs = (code) => (error) => error.code === code;

/** Data with the value at a path replaced, or taken out. */
function changedAt(data, path, value) {
	const copy = structuredClone(data);
	const holder = path.slice(0, -1).reduce((part, key) => part[key], copy);
	if (value === undefined) {
		delete holder[path.at(-1)];
	} else {
		holder[path.at(-1)] = value;
	}
	return copy;
}

test('good records of every class should be read', () => {
	for (const [name, data] of Object.entries(GOOD)) {
		assert.deepEqual(read(name, data).data, data);
	}
});

test('texts should be counted in characters, in form NFC, without control characters', () => {
	const named = (name) => read('identity', { ...GOOD.identity, Name: name });
	named('Ñ'.repeat(256));
	named('😀'.repeat(256));
	const wrong = ['', 'x'.repeat(257), 'Me\u0301rida', 'a\tb', 'a\nb', 'a\u0000', 'a\u0085'];
	for (const name of wrong) {
		assert.throws(() => named(name), refusedAs('SchemaViolation'), JSON.stringify(name));
	}
	assert.throws(() => named('\ud800'), refusedAs('NotCanonical'));
	const said = (text) => read('reason', { Reason: [{ Period: 1, Code: 'R03', Text: text }] });
	said('a\tb\nc');
	said('ñ'.repeat(400));
	for (const text of ['a\rb', 'a\u007f', 'ñ'.repeat(401)]) {
		assert.throws(() => said(text), refusedAs('SchemaViolation'));
	}
});

test('what is unknown, missing, of another kind or out of bounds should be refused', () => {
	const many = (count, item) => Array.from({ length: count }, () => item);
	const [site] = GOOD.sites.Site;
	const [contact] = GOOD.contact.Contact;
	const [reason] = GOOD.reason.Reason;
	const wrong = {
		identity: [
			[['Owner'], 'x'],
			[['Name'], undefined],
			[['Name'], 7],
			[['ID'], 'MX-1'],
			[['ID'], 'mx1'],
			[['Address', 'Line'], undefined],
			[['Address', 'CountryCode'], 'ZZ'],
			[['Address', 'PostcodeID'], '1'.repeat(18)],
			[['Address', 'PostcodeID'], null],
			[['Alias'], []],
			[['Alias'], many(17, GOOD.identity.Alias[0])],
			[['Alias', 0, 'Scheme'], 'Code'],
			[['Alias', 0, 'Grantor'], 'Peru'],
		],
		sites: [
			[['Site'], []],
			[['Site'], many(65, site)],
			[['Site', 0, 'ID'], 'MXME1'],
			[['Site', 0, 'ID'], 'MXMER1'],
			[['Site', 0, 'RoleCode'], []],
			[
				['Site', 0, 'RoleCode'],
				['MF', 'MF'],
			],
			[['Site', 0, 'RoleCode'], ['XX']],
			[['Site', 0, 'RoleCode'], 'MF'],
			[['Site', 0, 'Validated'], '2025-02-29'],
			[['Site', 0, 'Validated'], '1970-12-31'],
			[['Site', 0, 'Validated'], '2200-01-01'],
			[['Site', 0, 'Validated'], '2024-2-9'],
		],
		contact: [
			[['Contact'], []],
			[['Contact'], many(5, contact)],
			[['Contact', 0, 'Name'], 'María'],
			[['Contact', 0, 'Function'], 'x'.repeat(71)],
			[['Contact', 0, 'Communication'], []],
			[['Contact', 0, 'Communication'], many(5, contact.Communication[0])],
			[['Contact', 0, 'Communication', 0, 'TypeCode'], 'FX'],
			[['Office', 'Name'], undefined],
		],
		reason: [
			[['Reason'], []],
			[['Reason'], many(17, reason)],
			[['Reason', 0, 'Code'], 'R12'],
			[['Reason', 0, 'Period'], -1],
			[['Reason', 0, 'Period'], 1.5],
			[['Reason', 0, 'Period'], 2 ** 32],
			[['Reason', 0, 'Period'], '1'],
		],
	};
	assert.deepEqual(Object.keys(wrong), Object.keys(CLASSES));
	for (const [name, changes] of Object.entries(wrong)) {
		for (const [path, value] of /** @type {[any[], any][]} */ (changes)) {
			const data = changedAt(GOOD[name], path, value);
			const what = `${name} ${path.join('.')} ${JSON.stringify(value)}`;
			assert.throws(() => read(name, data), refusedAs('SchemaViolation'), what);
		}
	}
});

test('the members around the data should be those of a record', () => {
	const { contact } = GOOD;
	assert.throws(() => read('contact', contact, { issuer: 'mx' }), refusedAs('SchemaViolation'));
	assert.throws(() => read('contact', contact, { number: '-/.' }), refusedAs('SchemaViolation'));
	assert.throws(() => read('contact', contact, { number: '' }), refusedAs('SchemaViolation'));
	assert.throws(() => read('contact', contact, { version: -1 }), refusedAs('SchemaViolation'));
	assert.throws(() => read('owner', contact), refusedAs('SchemaViolation'));
	assert.throws(() => read('identity', contact), refusedAs('SchemaViolation'));
	assert.throws(() => read('constructor', contact), refusedAs('SchemaViolation'));
});

test('a record should be written in its canonical form, and in no other', () => {
	const text = recordOf('MX', 'MX-1', 'reason', 1, {
		Reason: [{ Text: 'ñ', Period: 1, Code: 'R03' }],
	});
	assert.equal(
		text,
		'{"class":"reason","data":{"Reason":[{"Code":"R03","Period":1,"Text":"ñ"}]},' +
			'"issuer":"MX","number":"MX-1","schema":1,"version":1}',
	);
	const others = [
		text.replace('"schema":1', '"schema": 1'),
		text.replace('ñ', '\\u00f1'),
		text.replace('"version":1', '"version":1.0'),
		text.replace('"class":"reason",', '').replace('}]}', '}]},"class":"reason"'),
		text.replace('"version":1', '"version":1,"version":1'),
		`\ufeff${text}`,
		`${text}\n`,
		text.slice(0, -1),
		'',
	];
	for (const other of others) {
		assert.throws(() => readRecord(bytesOf(other)), refusedAs('NotCanonical'), other);
	}
	assert.throws(() => readRecord(Uint8Array.of(0x22, 0xff, 0x22)), refusedAs('NotCanonical'));
	assert.throws(
		() => readRecord(bytesOf(text.replace('"schema":1', '"schema":2'))),
		refusedAs('UnknownSchema'),
	);
	for (const other of ['null', '[]', '7', '{}']) {
		assert.throws(() => readRecord(bytesOf(other)), refusedAs('SchemaViolation'), other);
	}
});

test('a record should have no more bytes than its class allows', () => {
	const reasons = (count, length) => {
		return {
			Reason: Array.from({ length: count }, () => ({
				Period: 1,
				Code: 'R03',
				Text: 'ñ'.repeat(length),
			})),
		};
	};
	read('reason', reasons(9, 400));
	assert.throws(() => read('reason', reasons(10, 400)), refusedAs('TooLarge'));
});

test('codes should be those of the chain', () => {
	const source = readFileSync(
		new URL('../../primitives/src/territory.rs', import.meta.url),
		'utf8',
	);
	const codes = [...source.matchAll(/^\t\d+ ([A-Z]{2}) "/gm)].map(([, code]) => code);
	assert.deepEqual(TERRITORIES, codes);
	assert.deepEqual([...ROLES].sort(), Object.keys(ROLES_OF_CALLS).sort());
});

test('every certificate on a list should have its firm in the registry, and no other', () => {
	assert.equal(firms.length, 680);
	for (const [territory, list] of Object.entries(pilot.lists)) {
		assert.deepEqual(
			registries[territory].map(({ certificate, identity }) => {
				return [certificate, identity.ID, identity.Name, identity.Address.Line];
			}),
			list.map(({ certificate, tin, name, street }) => [certificate, tin, name, street]),
		);
	}
});

test('the registries should be good records, within the limits of each class', () => {
	for (const [territory, registry] of Object.entries(registries)) {
		for (const firm of registry) {
			for (const name of Object.keys(CLASSES).filter((each) => firm[each] !== undefined)) {
				const text = recordOf(territory, firm.certificate, name, 1, firm[name]);
				assert.equal(readRecord(bytesOf(text)).number, firm.certificate);
			}
		}
	}
});

test('those that are suspended should have reasons, of the period of their suspension', () => {
	for (const [territory, list] of Object.entries(pilot.lists)) {
		list.forEach(({ status, scope }, place) => {
			const { reason } = registries[territory][place];
			assert.equal(reason !== undefined, status === 'Suspended');
			const codes = reason?.Reason.map(({ Code }) => Code) ?? [];
			assert.ok(reason === undefined || reason.Reason.every(({ Period }) => Period === 1));
			assert.equal(codes.includes('R06'), scope === 'Security');
		});
	}
	assert.equal(firms.filter(({ reason }) => reason !== undefined).length, 15);
});

test('sites should be where the firm is, validated before its certificate, one with all 64', () => {
	for (const [territory, list] of Object.entries(pilot.lists)) {
		list.forEach(({ valid_from: from, roles }, place) => {
			const { sites, identity } = registries[territory][place];
			assert.deepEqual(sites.Site[0].Address, identity.Address);
			for (const site of sites.Site) {
				assert.equal(site.Address.CountryCode, territory);
				assert.equal((site.ID ?? territory).slice(0, 2), territory);
				assert.ok(site.Validated === undefined || site.Validated < from);
				assert.ok(site.RoleCode.every((role) => roles.includes(role)));
			}
		});
	}
	const counts = firms.map(({ sites }) => sites.Site.length);
	assert.equal(counts.filter((count) => count === 64).length, 1);
	assert.ok(counts.filter((count) => count === 1).length > firms.length / 3);
});

test('names should be as they are in their countries, and one that is searched be found', () => {
	const tradeNames = firms.flatMap(({ identity }) => identity.TradeName ?? []);
	const texts = [...firms.map(({ identity }) => identity.Name), ...tradeNames].join('\n');
	['ñ', 'á', 'ó', 'ã', 'õ', 'ç'].forEach((letter) => assert.ok(texts.includes(letter), letter));
	const share = tradeNames.length / firms.length;
	assert.ok(share > 0.2 && share < 0.6, `${share}`);
	const found = registries.MX.filter(({ identity }) => identity.TradeName?.startsWith('Onde'));
	assert.ok(found.length >= 1 && found.length <= 3);
	assert.ok(found.some(({ reason }) => reason === undefined));
});

test('nobody should be written to or called by what the registries hold', () => {
	for (const { contact } of firms) {
		for (const { ID, TypeCode } of contact.Contact.flatMap(
			({ Communication }) => Communication,
		)) {
			assert.match(
				ID,
				TypeCode === 'EM'
					? /^[a-z0-9.-]+@[a-z0-9-]+\.example$/
					: /\b555.*0[12]\d\d$|5550 0[12]\d\d$|2555 0[12]\d\d$/,
			);
		}
	}
});
