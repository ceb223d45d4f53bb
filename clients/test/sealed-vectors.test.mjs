// Vectors of sealed lists: those that the Rust crate wrote, and own ones, opened and worked out again.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { recordOf } from '../sealed/records.mjs';
import { differencesOf, makeHolder, makeList } from '../sealed/vectors.mjs';

const CRATE = fileURLToPath(new URL('../sealing/', import.meta.url));
const OWN = fileURLToPath(new URL('../sealed/vectors/', import.meta.url));

/** The vectors in a folder: file and content. */
function vectorsIn(folder) {
	const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
	return names.map((name) => [name, JSON.parse(readFileSync(folder + name, 'utf8'))]);
}

const contact = {
	Office: { Name: 'Aduana' },
	Contact: [{ Function: 'OEA', Communication: [{ ID: 'a@x.example', TypeCode: 'EM' }] }],
};

const records = [0, 49, 50, 220].map((ordinal) => {
	return { ordinal, record: recordOf('MX', `MX-${ordinal}`, 'contact', 1, contact) };
});

test('vectors of the crate should open, and be worked out the same', async (t) => {
	if (!existsSync(`${CRATE}Cargo.toml`)) {
		t.skip('there is no crate');
		return;
	}
	const vectors = vectorsIn(`${CRATE}vectors/`);
	assert.ok(vectors.length > 0, 'otherwise this test shows nothing');
	for (const [name, vector] of vectors) {
		assert.deepEqual(await differencesOf(vector), [], name);
	}
});

test('own vectors should open, and be worked out the same', async () => {
	const vectors = vectorsIn(OWN);
	assert.deepEqual(
		vectors.map(([name]) => name),
		[
			'holder.json',
			'list-of-many-sites.json',
			'list-of-nothing.json',
			'list-of-one-record.json',
			'refused.json',
		],
	);
	for (const [name, vector] of vectors) {
		assert.deepEqual(await differencesOf(vector), [], name);
	}
});

test('every part of a vector should be compared', async () => {
	const other = `0x${'07'.repeat(32)}`;
	const list = await makeList('MX', 'CR', 3, records);
	assert.deepEqual(await differencesOf(list), []);
	const [first, ...rest] = list.records;
	const changes = [
		[{ readerPublic: other }, ['readerPublic']],
		[{ index: { ...list.index, plain: '0x' } }, ['index.plain', 'index.file']],
		[{ index: { ...list.index, info: '0x' } }, ['index.info']],
		[{ records: [{ ...first, leaf: other }, ...rest] }, ['leaves', 'records of the files']],
		[{ records: [{ ...first, page: 1 }, ...rest] }, ['leaves', 'records of the files']],
		[{ pageFiles: list.pageFiles.slice(1) }, ['pageFiles', 'pages that are not good']],
		[{ proof: { ...list.proof, leavesRoot: `0x${'0'.repeat(64)}` } }, 'PageDiffers'],
		[{ root: other }, 'RootDiffers'],
		[{ sequence: 4 }, 'CannotOpen'],
	];
	for (const [changed, expected] of /** @type {[object, any][]} */ (changes)) {
		const vector = { ...list, ...changed };
		if (typeof expected === 'string') {
			await assert.rejects(differencesOf(vector), ({ code }) => code === expected);
		} else {
			const found = (await differencesOf(vector)).map(([what]) => what);
			expected.forEach((what) => assert.ok(found.includes(what), `${what} in ${found}`));
		}
	}
});

test("every part of a holder's vector should be compared", async () => {
	const holder = await makeHolder('MX', [records[0].record]);
	assert.deepEqual(await differencesOf(holder), []);
	const changes = [
		['issuerPublic', `0x${'07'.repeat(32)}`],
		['holderPublic', `0x${'07'.repeat(32)}`],
		['name', '00'.repeat(16)],
		['info', '0x'],
		['plain', '{"records":[],"schema":1}'],
	];
	for (const [name, value] of changes) {
		const found = (await differencesOf({ ...holder, [name]: value })).map(([what]) => what);
		assert.ok(
			found.some((what) => what.startsWith(name)),
			name,
		);
	}
});

test('a record that is refused otherwise than a vector says should be told', async () => {
	const [{ record }] = records;
	const wrong = record.replace('"schema":1', '"schema":2');
	assert.deepEqual(await differencesOf([{ error: 'UnknownSchema', record: wrong }]), []);
	assert.equal((await differencesOf([{ error: 'NotCanonical', record: wrong }])).length, 1);
	assert.equal((await differencesOf([{ error: 'NotCanonical', record }])).length, 1);
});
