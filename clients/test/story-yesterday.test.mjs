import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countByChain, countByList, isOneSlip } from '../story/yesterday.mjs';

const DAY = '2026-11-23';

function firm(tin, changes = {}) {
	return {
		tin,
		roles: ['EX'],
		status: 'Authorised',
		scope: null,
		valid_from: '2025-01-01',
		valid_until: '2029-12-31',
		...changes,
	};
}

const SUSPENDED = { status: 'Suspended', scope: 'Full' };

/** Each firm differs from the others by more than a slip. */
const LAST_MONTH = [
	firm('MXAAA1'),
	firm('MXBBB2'),
	firm('MXCCC3', { roles: ['IM'] }),
	firm('MXDDD4'),
	firm('MXEEE5'),
	firm('MXGGG7', { valid_until: '2026-11-22' }),
	firm('MXHHH8', SUSPENDED),
];

const PRESENT = [
	firm('MXAAA1'),
	firm('MXBBB2', SUSPENDED),
	firm('MXCCC3', { roles: ['IM', 'EX'] }),
	firm('MXDDD4', { roles: ['IM'] }),
	firm('MXEEE5', { status: 'Suspended', scope: 'Security' }),
	firm('MXFFF6', { valid_from: '2026-11-01' }),
	firm('MXGGG7', { valid_until: '2026-11-22' }),
	firm('MXHHH8'),
];

function lodged(reference, tin, changes = {}) {
	return { reference, administration: 'CR', role: 'EX', foreign_tin: tin, ...changes };
}

const DECLARATIONS = [
	lodged('good', 'MXAAA1'),
	lodged('pretended', 'MXAAA1'),
	lodged('suspended', 'MXBBB2'),
	lodged('suspended again', 'MXBBB2'),
	lodged('role since', 'MXCCC3'),
	lodged('role lost', 'MXDDD4'),
	lodged('partly suspended', 'MXEEE5'),
	lodged('certified since', 'MXFFF6'),
	lodged('expired', 'MXGGG7'),
	lodged('reinstated', 'MXHHH8'),
	lodged('mistyped', 'MXAAB1'),
	lodged('unknown', 'MXZZZ0'),
	lodged('elsewhere', 'MXBBB2', { administration: 'MX' }),
	lodged('of another country', 'PEBBB2'),
	lodged('by alias', null),
];

const FACTS = {
	lastMonth: LAST_MONTH,
	present: PRESENT,
	declarations: DECLARATIONS,
	holder: 'CR',
	day: DAY,
	disowned: ['pretended'],
};

const NOTHING = {
	givenToSuspended: [],
	givenWithoutRole: [],
	givenToPretender: [],
	givenToOthers: [],
	deniedCertifiedSince: [],
	deniedRoleSince: [],
	deniedMistyped: [],
	deniedOthers: [],
	right: [],
	notCounted: [],
};

/** Answers that grant these and deny the others. */
function answers(...granted) {
	return DECLARATIONS.slice(0, 12).map(({ reference }) => ({
		reference,
		granted: granted.includes(reference),
		denial: granted.includes(reference) ? null : 'NoMatch',
	}));
}

test('list should be counted as by hand', () => {
	const count = countByList(FACTS);
	assert.deepEqual(count.references, {
		...NOTHING,
		givenToSuspended: ['suspended', 'suspended again'],
		givenWithoutRole: ['role lost'],
		givenToPretender: ['pretended'],
		deniedCertifiedSince: ['certified since'],
		deniedRoleSince: ['role since'],
		deniedMistyped: ['mistyped'],
		deniedOthers: ['reinstated'],
		right: ['good', 'expired', 'unknown'],
		notCounted: ['partly suspended'],
	});
	// Given by the list: good, pretended, suspended twice, role lost, partly suspended.
	assert.equal(count.given, 6);
	assert.equal(count.counted, 12);
	assert.equal(count.wronglyGiven, 4);
	assert.equal(count.wronglyDenied, 3);
	assert.equal(count.mistyped, 1);
	assert.equal(count.by.givenToSuspended, 2);
});

test('every declaration should be found once', () => {
	const { by, counted } = countByList(FACTS);
	assert.equal(
		Object.values(by).reduce((sum, number) => sum + number, 0),
		counted,
	);
});

test('pretender should look right when nobody has disowned the declaration', () => {
	const count = countByList({ ...FACTS, disowned: undefined });
	assert.deepEqual(count.references.right, ['good', 'pretended', 'expired', 'unknown']);
	assert.equal(count.wronglyGiven, 3);
});

test('right answers of the chain should leave the pretender and the mistyped number', () => {
	const right = answers('good', 'pretended', 'role since', 'certified since', 'reinstated');
	const count = countByChain(right, FACTS);
	assert.deepEqual(count.references, {
		...NOTHING,
		givenToPretender: ['pretended'],
		deniedMistyped: ['mistyped'],
		right: [
			'good',
			'suspended',
			'suspended again',
			'role since',
			'role lost',
			'certified since',
			'expired',
			'reinstated',
			'unknown',
		],
		notCounted: ['partly suspended'],
	});
	assert.equal(count.wronglyDenied, 0);
});

test('wrong answers of the chain should be counted against it', () => {
	const count = countByChain(answers('suspended', 'expired', 'unknown', 'mistyped'), FACTS);
	assert.deepEqual(count.references.givenToSuspended, ['suspended']);
	assert.deepEqual(count.references.givenToOthers, ['expired', 'mistyped', 'unknown']);
	assert.deepEqual(count.references.deniedOthers, ['good', 'pretended', 'reinstated']);
	assert.deepEqual(count.references.deniedCertifiedSince, ['certified since']);
});

test('missing answer of the chain should be an error that names the declaration', () => {
	assert.throws(
		() => countByChain(answers().slice(1), FACTS),
		/not asked about declaration good/,
	);
});

test('one slip should be one character, or two neighbours swapped', () => {
	const written = ['ABCD', 'ABXD', 'ACBD', 'CBAD', 'ABDX', 'BADC', 'ABC', 'ABCDE'];
	assert.deepEqual(
		written.filter((text) => isOneSlip('ABCD', text)),
		['ABXD', 'ACBD'],
	);
});
