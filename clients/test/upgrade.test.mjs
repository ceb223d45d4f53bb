import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference, underNextVersion } from '../chain/upgrade.mjs';

/** A module in WebAssembly of these sections, `[kind, bytes]`. */
function moduleOf(...sections) {
	const head = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
	const parts = sections.map(([kind, bytes]) => Buffer.from([kind, bytes.length, ...bytes]));
	return Buffer.concat([head, ...parts]);
}

/** 1012 and 1013 in data, and as WebAssembly writes them. */
const NOW = { data: [0xf4, 3, 0, 0], constant: [0xf4, 7], lower: [0xf4, 0x87, 0x80, 0x80] };
const NEXT = { data: [0xf5, 3, 0, 0], constant: [0xf5, 7], lower: [0xf5, 0x87, 0x80, 0x80] };

function runtimeUnder({ data, constant, lower }) {
	return moduleOf(
		// Compared, stored, and in one number with the version of transactions.
		[10, [0x41, ...constant, 0x47, 0x41, ...constant, 0x36, 2, 0x14, 0x42, ...lower, 0x80, 1]],
		[11, [1, 0, 0, 0, ...data, 1, 0, 0, 0]],
		[0, [2, 0x61, 0x62, 1, 0, 0, 0, ...data, 1, 0, 0, 0]],
	);
}

test('a runtime should be under the next version in all places', () => {
	const { module, places } = underNextVersion(runtimeUnder(NOW), 1012);
	assert.equal(places, 5);
	assert.deepEqual(module, runtimeUnder(NEXT));
});

test('the same number should stay where it is no version', () => {
	const other = moduleOf(
		// Added, a length, and other data.
		[10, [0x41, ...NOW.constant, 0x6a, 0x41, ...NOW.constant, 0x36, 2, 0x0c]],
		[11, [2, 0, 0, 0, ...NOW.data, 1, 0, 0, 0]],
	);
	assert.deepEqual(underNextVersion(other, 1012), { module: other, places: 0 });
});

test('metadata that differ should be counted by their bytes', () => {
	assert.equal(difference('0x010203', '0x010303'), 1);
	assert.equal(difference('0x0102', '0x0102'), 0);
	assert.equal(difference('0x01', '0x0102'), Infinity);
});
