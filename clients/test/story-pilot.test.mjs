import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPilot } from '../firms/lists.mjs';
import { concerned, countByList, isOneSlip } from '../story/yesterday.mjs';

const FOLDER = fileURLToPath(new URL('../../chain-specs/pilot/', import.meta.url));
const SIZES = { MX: 300, CR: 60, PE: 120, CO: 90, CL: 70, KR: 40 };

/** @type {any} */
const pilot = readPilot(FOLDER);

const mexicanTins = new Set(pilot.lists.MX.map(({ tin }) => tin));

function referencesOf(kind) {
	return [...pilot.cases].filter(([, row]) => row.case === kind).map(([reference]) => reference);
}

/** @returns {any} */
function declarationOf(reference) {
	return pilot.declarations.find((declaration) => declaration.reference === reference);
}

test('lists should have their sizes, and Mexico should have fewer firms a month ago', () => {
	const sizes = Object.entries(pilot.lists).map(([territory, list]) => [territory, list.length]);
	assert.deepEqual(Object.fromEntries(sizes), SIZES);
	assert.equal(pilot.lastMonth.length, SIZES.MX - 6);
	assert.equal(pilot.declarations.length, 500);
});

test('numbers should be those of companies', () => {
	const shapes = {
		MX: /^[A-ZÑ&]{3}\d{6}[1-9A-V][1-9A-Z][\dA]$/,
		PE: /^20\d{9}$/,
		CR: /^3\d{9}$/,
		CL: /^\d{8}[\dK]$/,
	};
	for (const [territory, shape] of Object.entries(shapes)) {
		pilot.lists[territory].forEach(({ tin }) => assert.match(tin.slice(2), shape));
	}
	for (const { tin } of pilot.lists.MX) {
		const [, year, month, day] = tin.match(/^.{5}(\d\d)(\d\d)(\d\d)/).map(Number);
		assert.equal(new Date(Date.UTC(2000 + year, month - 1, day)).getUTCDate(), day, tin);
	}
});

test('names should be different within each list', () => {
	for (const list of Object.values(pilot.lists)) {
		assert.equal(new Set(list.map(({ name }) => name)).size, list.length);
	}
});

test('last month should differ by three suspensions, six certificates and the roles of one', () => {
	const before = new Map(pilot.lastMonth.map((row) => [row.tin, row]));
	const since = pilot.lists.MX.filter(({ tin }) => !before.has(tin));
	assert.equal(since.length, 6);
	since.forEach(({ valid_from: from }) => assert.ok(from > '2026-10-23', from));
	const changed = pilot.lists.MX.filter(({ tin }) => before.has(tin)).filter((row) => {
		return JSON.stringify(row) !== JSON.stringify(before.get(row.tin));
	});
	const suspended = changed.filter(({ status }) => status === 'Suspended');
	assert.equal(suspended.length, 3);
	for (const { tin, scope, status_since: from } of suspended) {
		assert.equal(before.get(tin).status, 'Authorised');
		assert.equal(scope, 'Full');
		assert.ok(from > '2026-10-23');
	}
	const [roles, ...none] = changed.filter(({ status }) => status !== 'Suspended');
	assert.deepEqual(none, []);
	assert.deepEqual(before.get(roles.tin).roles, ['MF', 'IM']);
	assert.deepEqual(roles.roles, ['MF', 'IM', 'EX']);
});

test('Korean firms should have codes, each its own, by which some declarations name them', () => {
	const codes = new Map(pilot.lists.KR.map(({ alias, tin }) => [alias, tin]));
	assert.equal(codes.size, SIZES.KR);
	const references = referencesOf('alias');
	assert.equal(references.length, 4);
	for (const reference of references) {
		const { foreign_alias: alias } = declarationOf(reference);
		assert.equal(codes.get(alias), pilot.cases.get(reference).meant_tin);
	}
});

test('mistyped and unknown numbers should be on no list, only the first near one', () => {
	for (const reference of referencesOf('mistyped')) {
		const { foreign_tin: tin } = declarationOf(reference);
		assert.ok(!mexicanTins.has(tin));
		assert.ok(isOneSlip(pilot.cases.get(reference).meant_tin, tin), tin);
	}
	for (const reference of referencesOf('unknown')) {
		const { foreign_tin: tin } = declarationOf(reference);
		assert.ok(
			![...mexicanTins].some((listed) => listed === tin || isOneSlip(listed, tin)),
			tin,
		);
	}
});

test('the pretender should use the number of a certified firm, as a firm that nobody lists', () => {
	const [reference] = referencesOf('pretender');
	const { foreign_tin: tin, domestic_tin: domestic } = declarationOf(reference);
	assert.equal(pilot.lists.MX.find((row) => row.tin === tin).status, 'Authorised');
	assert.ok(!pilot.lists.CR.some((row) => row.tin === domestic));
});

test('declarations should be in the order of the day, each numbered in turn', () => {
	const times = pilot.declarations.map(({ time }) => time);
	assert.deepEqual(times, [...times].sort());
	for (const administration of ['CR', 'MX']) {
		pilot.declarations
			.filter((declaration) => declaration.administration === administration)
			.forEach(({ reference }, place) =>
				assert.equal(Number(reference.slice(-4)), place + 1),
			);
	}
});

test('each export at Mexico should be of firms and goods that Costa Rica imports', () => {
	const keyOf = (...parts) => parts.join('|');
	const imports = new Set(
		pilot.declarations
			.filter(({ administration }) => administration === 'CR')
			.map((row) => keyOf(row.foreign_tin, row.domestic_tin, row.goods, row.value_usd)),
	);
	const exports = pilot.declarations.filter(({ direction }) => direction === 'Export');
	assert.equal(exports.length, 130);
	for (const row of exports) {
		assert.ok(imports.has(keyOf(row.domestic_tin, row.foreign_tin, row.goods, row.value_usd)));
	}
});

test('the day of the pilot should count as the cases were meant', () => {
	const facts = {
		lastMonth: pilot.lastMonth,
		present: pilot.lists.MX,
		declarations: pilot.declarations,
		holder: 'CR',
		day: '2026-11-23',
		disowned: referencesOf('pretender'),
	};
	const { references, counted, given } = countByList(facts);
	assert.equal(counted, 330);
	assert.equal(concerned(facts).length, 330);
	// 272 usual ones, 19 of suspended firms, the pretender.
	assert.equal(given, 292);
	const meant = {
		givenToSuspended: 'suspended',
		givenToPretender: 'pretender',
		deniedCertifiedSince: 'certifiedSince',
		deniedRoleSince: 'roleSince',
		deniedMistyped: 'mistyped',
	};
	for (const [finding, kind] of Object.entries(meant)) {
		assert.deepEqual(references[finding].sort(), referencesOf(kind).sort(), finding);
	}
	assert.equal(references.right.length, 272 + 14);
	assert.deepEqual(
		['givenWithoutRole', 'givenToOthers', 'deniedOthers', 'notCounted'].flatMap((finding) => {
			return references[finding];
		}),
		[],
	);
});
