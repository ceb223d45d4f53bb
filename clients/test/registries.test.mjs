// The registry of an administration, read from its three files.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ListError } from '../firms/lists.mjs';
import { readRegistry } from '../firms/registry.mjs';

const CERTIFICATES =
	'certificate,tin,name,trade_name,address,city,subdivision,postcode,country,aliases,' +
	'office_id,office,contact_1_function,contact_1_email,contact_1_telephone';
const FIRM =
	'MX-1,MXNWM9709244W4,"Norma, S.A.",,Calle 1,Toluca,,,MX,,,Oficina,Certificación,oea@x.example,';
const SITES = 'certificate,name,locode,roles,address,city,subdivision,postcode,country,validated';
const SITE = 'MX-1,,MXTLC,MF EX,Calle 1,Toluca,,,MX,2024-02-29';
const REASONS = 'certificate,period,code,text';
const REASON = 'MX-1,1,R03,"Uno,\ndos"';

const folder = mkdtempSync(join(tmpdir(), 'aeo-registry-'));
after(() => rmSync(folder, { recursive: true }));

/** Reads a registry of these lines, which are usual ones where nothing else is said. */
function read({
	certificates = [CERTIFICATES, FIRM],
	sites = [SITES, SITE],
	reasons = [REASONS, REASON],
} = {}) {
	for (const [name, lines] of Object.entries({ certificates, sites, reasons })) {
		writeFileSync(join(folder, `${name}.csv`), lines.join('\n'));
	}
	return readRegistry(folder);
}

/** That this is refused as a list, with these words. */
function refused(files, ...words) {
	assert.throws(
		() => read(files),
		(/** @type {any} */ error) => {
			assert.ok(error instanceof ListError, error.stack);
			words.forEach((word) => assert.ok(error.message.includes(word), error.message));
			return true;
		},
	);
}

test('a registry should be read into the data of records, without what is empty', () => {
	const Address = { Line: 'Calle 1', CityName: 'Toluca', CountryCode: 'MX' };
	assert.deepEqual(read(), [
		{
			certificate: 'MX-1',
			identity: { Name: 'Norma, S.A.', ID: 'MXNWM9709244W4', Address },
			sites: {
				Site: [{ ID: 'MXTLC', RoleCode: ['MF', 'EX'], Address, Validated: '2024-02-29' }],
			},
			contact: {
				Office: { Name: 'Oficina' },
				Contact: [
					{
						Function: 'Certificación',
						Communication: [{ ID: 'oea@x.example', TypeCode: 'EM' }],
					},
				],
			},
			reason: { Reason: [{ Period: 1, Code: 'R03', Text: 'Uno,\ndos' }] },
		},
	]);
	const [quiet] = read({ reasons: [REASONS] });
	assert.equal(quiet.reason, undefined);
});

test('columns should be in any order, with up to four contacts', () => {
	const contacts = [2, 3, 4].map((place) => {
		return `contact_${place}_telephone,contact_${place}_email,contact_${place}_function`;
	});
	const head = [CERTIFICATES, ...contacts].join(',');
	const row = `${FIRM},,,,+52 1,b@x.example,Ventas,,,`;
	const [{ contact }] = read({ certificates: [head, row] });
	assert.deepEqual(
		contact.Contact.map(({ Function, Communication }) => [Function, Communication.length]),
		[
			['Certificación', 1],
			['Ventas', 2],
		],
	);
});

test('aliases should be grantor, scheme and code', () => {
	const withAliases = (aliases) => [
		CERTIFICATES,
		FIRM.replace('MX,,,Oficina', `MX,${aliases},,Oficina`),
	];
	const [{ identity }] = read({ certificates: withAliases('CR CODE KR 1; US MID MXX1') });
	assert.deepEqual(identity.Alias, [
		{ Grantor: 'CR', Scheme: 'CODE', ID: 'KR 1' },
		{ Grantor: 'US', Scheme: 'MID', ID: 'MXX1' },
	]);
	refused({ certificates: withAliases('KR1') }, 'line 2, column aliases', 'CR CODE');
	refused({ certificates: withAliases('CR CODE KR1;') }, 'column aliases');
});

test('rows should belong to a certificate of the registry, each with a site', () => {
	refused({ sites: [SITES] }, 'certificates.csv, line 2', 'MX-1', 'sites.csv');
	refused({ sites: [SITES, SITE, SITE.replace('MX-1', 'MX-2')] }, 'sites.csv, line 3', 'MX-2');
	refused({ reasons: [REASONS, 'MX-2,1,R03,'] }, 'reasons.csv, line 2', 'MX-2');
	refused({ certificates: [CERTIFICATES, FIRM, FIRM] }, 'line 3, column certificate', 'line 2');
	const other = FIRM.replace('MX-1', 'MX-2');
	refused({ certificates: [CERTIFICATES, FIRM, other] }, 'line 3, column tin', 'line 2');
});

test('a contact should have a function, and a way to reach it', () => {
	const change = (from, to) => ({ certificates: [CERTIFICATES, FIRM.replace(from, to)] });
	refused(change('Certificación', ''), 'line 2, column contact_1_function');
	refused(change('oea@x.example', ''), 'column contact_1_email', 'contact_1_telephone');
	const head = `${CERTIFICATES},contact_2_function,contact_2_email,contact_2_telephone`;
	refused({ certificates: [head, `${FIRM},,b@x.example,`] }, 'column contact_2_function');
	refused(
		{ certificates: [`${CERTIFICATES},contact_2_function`, `${FIRM},x`] },
		'line 1, column contact_2_function',
		'contact_2_email, contact_2_telephone together',
	);
});

test('what a column cannot be should be told with its place', () => {
	const site = (from, to) => ({ sites: [SITES, SITE.replace(from, to)] });
	refused(site('MXTLC', 'MX TLC'), 'line 2, column locode', 'UN/LOCODE');
	refused(site('MF EX', 'MF XX'), 'line 2, column roles');
	refused(site('2024-02-29', '2025-02-29'), 'line 2, column validated');
	refused({ reasons: [REASONS, 'MX-1,one,R03,'] }, 'line 2, column period');
	refused({ reasons: [REASONS, 'MX-1,1,R12,'] }, 'line 2, column code', 'R99');
	refused({ reasons: ['certificate,period,code', 'MX-1,1,R03'] }, 'line 1', 'Add text');
});
