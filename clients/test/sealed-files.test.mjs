// Sealed lists and holders' files: what opens, and what doesn't.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blake2AsU8a } from '@polkadot/util-crypto';
import { holderInfo, indexInfo, open, pageInfo, seal } from '../sealed/blobs.mjs';
import { fromHex, hex, joined, le } from '../sealed/bytes.mjs';
import { digestOf, holderNameOf, leafOf, nameOf, treeOf } from '../sealed/hashes.mjs';
import { openHolder, sealHolder } from '../sealed/holders.mjs';
import { publicKeyOf, sharedWith } from '../sealed/keys.mjs';
import {
	decodeIndex,
	decodePage,
	encodeIndex,
	encodePage,
	layOut,
	openList,
	sealList,
} from '../sealed/lists.mjs';
import { proofOf, verify } from '../sealed/proofs.mjs';
import { recordOf } from '../sealed/records.mjs';

const bytes32 = (value) => new Uint8Array(32).fill(value);

const SECRET = bytes32(41);
const PUBLIC = publicKeyOf(SECRET);
const TO = { genesis: bytes32(1), issuer: 'MX', reader: 'CR', sequence: 3 };

const contact = (name) => ({
	Office: { Name: name },
	Contact: [
		{ Function: 'Certificación', Communication: [{ ID: 'oea@x.example', TypeCode: 'EM' }] },
	],
});

/** A record of a certificate, as an item of a list; `changed` are other members than usual. */
function item(ordinal, changed = {}) {
	const { name = 'contact', number = `MX-${ordinal}`, version = 1, issuer = 'MX' } = changed;
	const data =
		name === 'contact'
			? contact(`Oficina ${ordinal}`)
			: { Reason: [{ Period: 1, Code: 'R06' }] };
	const record = new TextEncoder().encode(recordOf(issuer, number, name, version, data));
	return { ordinal, record, salt: bytes32(ordinal % 251) };
}

const ITEMS = [0, 1, 49, 50, 171].map((ordinal) => item(ordinal));

/**
 * Seals items, and gives what opens them: the state on the chain, and the files.
 *
 * @returns {Promise<{ on: any, files: Map<string, any> }>}
 */
async function sealed(items = ITEMS, to = TO) {
	const { files, root, pages } = await sealList(to, PUBLIC, items);
	return { on: { ...to, root, pages }, files };
}

function opening({ on, files }, changed = {}, secret = SECRET) {
	return openList({ ...on, ...changed }, secret, (path) => files.get(path));
}

const refusedAs = (code) => (error) => error.code === code;

const pathsOf = ({ on, files }) => {
	const index = `${on.reader}/${on.sequence}`;
	return { index, pages: [...files.keys()].filter((path) => path !== index) };
};

/** A file with one bit of a byte turned. */
function turned(blob, place, bit = 0) {
	const changed = blob.slice();
	changed[place] ^= 1 << bit;
	return changed;
}

test('a list should open with all records, pages and leaves', async () => {
	const list = await sealed();
	assert.equal(list.on.pages, 3);
	assert.equal(list.files.size, 4);
	const { good, bad } = await opening(list);
	assert.deepEqual(bad, []);
	assert.deepEqual(
		good.map(({ page, records }) => [page, records.map(({ record }) => record.number)]),
		[
			[0, ['MX-0', 'MX-1', 'MX-49']],
			[1, ['MX-50']],
			[3, ['MX-171']],
		],
	);
	const texts = good.flatMap(({ records }) => records.map(({ text }) => text));
	assert.deepEqual(
		texts,
		ITEMS.map(({ record }) => Buffer.from(record).toString()),
	);
});

test('an empty list should have the root of zeros and an index alone', async () => {
	const list = await sealed([]);
	assert.deepEqual(list.on.root, new Uint8Array(32));
	assert.equal(list.files.size, 1);
	assert.deepEqual(await opening(list), { good: [], bad: [] });
});

test('pages should be as long as blocks, whoever is on them', async () => {
	const list = await sealed();
	for (const path of pathsOf(list).pages) {
		assert.equal(list.files.get(path).length, 4_096 + 49);
	}
});

test('hashes should be those of the design, written out', () => {
	const { record, salt } = ITEMS[1];
	const blake2 = (...parts) => blake2AsU8a(Buffer.concat(parts.map((part) => Buffer.from(part))));
	assert.deepEqual(
		leafOf(TO.genesis, salt, record),
		blake2('aeo-chain/sealed-leaf/1', TO.genesis, salt, record),
	);
	const [a, b, c] = [1, 2, 3].map(bytes32);
	assert.deepEqual(treeOf([a]), a);
	assert.deepEqual(treeOf([a, b, c]), blake2(blake2(a, b), c));
	assert.deepEqual(
		digestOf(258, [a, b]),
		blake2('aeo-chain/sealed-page/1', [2, 1, 0, 0], [2, 0, 0, 0], blake2(a, b)),
	);
	assert.equal(nameOf('CR', PUBLIC, a), hex(blake2('aeo-chain/sealed-name/1', 'CR', PUBLIC, a)));
	assert.equal(
		hex(pageInfo(TO, 3, a)),
		hex(
			Buffer.from(
				`aeo-chain/sealed/1\x01${'\x01'.repeat(32)}MXCR\x03\0\0\0${'\x01'.repeat(32)}`,
			),
		),
	);
	assert.equal(
		hex(indexInfo(TO)),
		hex(Buffer.from(`aeo-chain/sealed/1\0${'\x01'.repeat(32)}MXCR\x03\0\0\0`)),
	);
	assert.notDeepEqual(digestOf(0, [a]), digestOf(1, [a]));
	// A page of one leaf that is the root of two others is another one.
	assert.notDeepEqual(digestOf(0, [treeOf([a, b])]), digestOf(0, [a, b]));
});

// RFC 7748, section 6.1.
test('keys should be those of X25519', () => {
	const bob = fromHex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb');
	const alice = fromHex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a');
	assert.equal(
		hex(publicKeyOf(bob)),
		'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
	);
	assert.equal(
		hex(sharedWith(bob, alice)),
		'4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
	);
});

test('a list should not open with another key, or for another chain, issuer, reader or sequence', async () => {
	const list = await sealed();
	const { index } = pathsOf(list);
	const blob = list.files.get(index);
	const others = [{ genesis: bytes32(2) }, { issuer: 'PE' }, { reader: 'PE' }, { sequence: 4 }];
	for (const changed of others) {
		const on = { ...list.on, ...changed };
		const files = new Map([[`${on.reader}/${on.sequence}`, blob]]);
		await assert.rejects(opening({ on, files }), refusedAs('CannotOpen'));
	}
	await assert.rejects(opening(list, {}, bytes32(42)), refusedAs('CannotOpen'));
});

test('files should not be taken for one another', async () => {
	const list = await sealed();
	const { index, pages } = pathsOf(list);
	const [first, second] = pages.map((path) => list.files.get(path));
	const swapped = new Map([...list.files, [pages[0], second], [pages[1], first]]);
	const { good, bad } = await opening({ ...list, files: swapped });
	assert.deepEqual(bad, [
		{ page: 0, code: 'CannotOpen' },
		{ page: 1, code: 'CannotOpen' },
	]);
	assert.deepEqual(
		good.map(({ page }) => page),
		[3],
	);
	const asIndex = new Map([...list.files, [index, first]]);
	await assert.rejects(opening({ ...list, files: asIndex }), refusedAs('CannotOpen'));
});

test('no bit of a file should be changed without being seen', async () => {
	const list = await sealed([ITEMS[0]]);
	const { index, pages } = pathsOf(list);
	const blob = list.files.get(index);
	for (let place = 0; place < blob.length; place += 1) {
		const files = new Map([...list.files, [index, turned(blob, place, place % 8)]]);
		const expected = place === 0 ? 'UnknownSuite' : 'CannotOpen';
		// The highest bit of an X25519 key is not looked at: the key is bound as it is written.
		await assert.rejects(opening({ ...list, files }), refusedAs(expected), `byte ${place}`);
	}
	const page = list.files.get(pages[0]);
	for (const place of [1, 32, 33, 2_000, page.length - 1]) {
		const files = new Map([...list.files, [pages[0], turned(page, place, 7)]]);
		const { bad } = await opening({ ...list, files });
		assert.deepEqual(bad, [{ page: 0, code: 'CannotOpen' }]);
	}
});

test('what is cut, longer, of another suite or missing should be named', async () => {
	const list = await sealed();
	const { index } = pathsOf(list);
	const blob = list.files.get(index);
	/** @type {[any, string][]} */
	const wrong = [
		[blob.slice(0, 48), 'Truncated'],
		[new Uint8Array(), 'Truncated'],
		[blob.slice(0, -1), 'CannotOpen'],
		[joined(blob, Uint8Array.of(0)), 'CannotOpen'],
		[joined(Uint8Array.of(0), blob.slice(1)), 'UnknownSuite'],
		[joined(Uint8Array.of(2), blob.slice(1)), 'UnknownSuite'],
		[joined(blob.slice(0, 1), new Uint8Array(32), blob.slice(33)), 'KeyNotUsable'],
		[undefined, 'Unreachable'],
	];
	for (const [file, code] of wrong) {
		const files = new Map([...list.files, [index, file]]);
		await assert.rejects(opening({ ...list, files }), refusedAs(code), code);
	}
});

test('a key of low order should not be sealed to, nor give a name', async () => {
	await assert.rejects(sealList(TO, new Uint8Array(32), ITEMS), refusedAs('KeyNotUsable'));
	const one = joined(Uint8Array.of(1), new Uint8Array(31));
	assert.throws(() => sharedWith(SECRET, one), refusedAs('KeyNotUsable'));
});

test('an index that is not the one on the chain should be refused', async () => {
	const list = await sealed();
	const earlier = await sealed(ITEMS.slice(0, 4), { ...TO, sequence: 2 });
	const forced = opening(earlier, { root: list.on.root, pages: list.on.pages });
	await assert.rejects(forced, refusedAs('RootDiffers'));
	await assert.rejects(opening(list, { pages: 2 }), refusedAs('RootDiffers'));
});

test('an index should be one of its length, in ascending order, within its limit', () => {
	const entry = (page) => joined(le(page), bytes32(page));
	const index = (count, ...entries) => joined(le(count), ...entries);
	assert.equal(decodeIndex(index(2, entry(1), entry(3))).length, 2);
	const wrong = [
		new Uint8Array(3),
		index(1),
		index(2, entry(1)),
		index(1, entry(1), Uint8Array.of(0)),
		index(2, entry(3), entry(1)),
		index(2, entry(3), entry(3)),
		index(2 ** 32 - 1, entry(1)),
	];
	for (const bytes of wrong) {
		assert.throws(() => decodeIndex(bytes), refusedAs('IndexNotUnderstood'));
	}
	assert.throws(() => decodeIndex(new Uint8Array(2_097_153)), refusedAs('TooLarge'));
});

test('a page should be filled with zeros up to its block, and no further', () => {
	const page = encodePage(ITEMS.slice(0, 2));
	assert.equal(page.length, 4_096);
	assert.equal(decodePage(page).length, 2);
	const wrong = [
		page.slice(0, -1),
		joined(page, new Uint8Array(4_096)),
		turned(page, 4_095),
		turned(page, 1, 7),
		joined(le(1), bytes32(1), le(4_097), new Uint8Array(4_056)),
	];
	for (const bytes of wrong) {
		assert.throws(() => decodePage(bytes), refusedAs('PageNotUnderstood'));
	}
	assert.throws(() => decodePage(new Uint8Array(4_194_305)), refusedAs('TooLarge'));
	assert.equal(encodePage([{ salt: bytes32(1), record: new Uint8Array(4_056) }]).length, 4_096);
	assert.equal(encodePage([{ salt: bytes32(1), record: new Uint8Array(4_057) }]).length, 8_192);
});

/** What is said of a page whose issuer, who has the digest on the chain, seals these entries as it. */
async function forged(entries, laid = layOut(TO.genesis, ITEMS)) {
	const { digest } = laid.pages[0];
	const list = await sealed();
	const info = pageInfo(TO, 0, digest);
	const blob = await seal(PUBLIC, info, encodePage(entries));
	const path = `CR/${nameOf('CR', PUBLIC, digest)}`;
	const { bad } = await opening({ ...list, files: new Map([...list.files, [path, blob]]) });
	return bad.find(({ page }) => page === 0)?.code;
}

test('a record under another class, number, version or salt should not be taken', async () => {
	const page = ITEMS.slice(0, 3);
	assert.equal(await forged(page), undefined);
	const [first, ...rest] = page;
	const others = [{ name: 'reason' }, { number: 'MX-9' }, { version: 2 }];
	for (const changed of others) {
		assert.equal(await forged([item(0, changed), ...rest]), 'PageDiffers');
	}
	assert.equal(await forged([{ ...first, salt: bytes32(9) }, ...rest]), 'PageDiffers');
	assert.equal(await forged(rest), 'PageDiffers');
	assert.equal(await forged([page[1], first, page[2]]), 'PageDiffers');
	assert.equal(await forged([]), 'PageDiffers');
});

test('records should be of the issuer, in order of their classes, each once', async () => {
	const codes = async (items) => (await opening(await sealed(items))).bad.map(({ code }) => code);
	const [reason, one] = [item(0, { name: 'reason' }), item(0)];
	assert.deepEqual(await codes([one, reason]), []);
	assert.deepEqual(await codes([reason, one]), ['WrongPlace']);
	assert.deepEqual(await codes([one, item(1), reason]), ['WrongPlace']);
	assert.deepEqual(await codes([one, item(0, { issuer: 'PE' })]), ['WrongPlace']);
	assert.deepEqual(await codes([one, item(0, { version: 2 })]), ['RecordTwice']);
});

test('a page without records should be none', async () => {
	const digest = digestOf(0, []);
	const on = { ...TO, root: digest, pages: 1 };
	const files = new Map([
		['CR/3', await seal(PUBLIC, indexInfo(TO), encodeIndex([{ page: 0, digest }]))],
		[
			`CR/${nameOf('CR', PUBLIC, digest)}`,
			await seal(PUBLIC, pageInfo(TO, 0, digest), encodePage([])),
		],
	]);
	const { bad } = await opening({ on, files });
	assert.deepEqual(bad, [{ page: 0, code: 'PageDiffers' }]);
});

test('a page that is not good should hide only itself', async () => {
	const wrong = { ...ITEMS[3], record: new TextEncoder().encode('{}') };
	const { good, bad } = await opening(await sealed([...ITEMS.slice(0, 3), wrong, ITEMS[4]]));
	assert.deepEqual(bad, [{ page: 1, code: 'SchemaViolation' }]);
	assert.deepEqual(
		good.map(({ page }) => page),
		[0, 3],
	);
});

test("a proof should show one record, and no other's place", () => {
	const items = Array.from({ length: 130 }, (_, ordinal) => item(ordinal));
	const laid = layOut(TO.genesis, items);
	const on = { ...TO, root: laid.root, pages: laid.pages.length };
	laid.pages.forEach(({ entries }, pagePlace) => {
		entries.forEach(({ ordinal }, place) => {
			assert.equal(verify(proofOf(laid, pagePlace, place), on).number, `MX-${ordinal}`);
		});
	});
	const proof = proofOf(laid, 1, 7);
	/** @type {[object, string][]} */
	const wrong = [
		[{ record: proof.record.replace('"version":1', '"version":2') }, 'PageDiffers'],
		[{ salt: `0x${'05'.repeat(32)}` }, 'PageDiffers'],
		[{ place: 8 }, 'PageDiffers'],
		[{ leafPath: proof.leafPath.slice(1) }, 'PageDiffers'],
		[{ leafPath: [...proof.leafPath, proof.salt] }, 'PageDiffers'],
		[{ page: 2 }, 'RootDiffers'],
		[{ leaves: 49 }, 'RootDiffers'],
		[{ pagePlace: 2 }, 'RootDiffers'],
		[{ pagePath: [] }, 'RootDiffers'],
	];
	for (const [changed, code] of wrong) {
		assert.throws(() => verify({ ...proof, ...changed }, on), refusedAs(code), code);
	}
	assert.throws(() => verify(proof, { ...on, root: bytes32(3) }), refusedAs('RootDiffers'));
	const only = layOut(TO.genesis, [item(0)]);
	const beyond = { ...proofOf(only, 0, 0), place: 1 };
	const alone = { ...TO, root: only.root, pages: 1 };
	assert.throws(() => verify(beyond, alone), refusedAs('PageDiffers'));
	assert.throws(() => verify(proof, { ...on, genesis: bytes32(3) }), refusedAs('PageDiffers'));
	assert.throws(() => verify(proof, { ...on, issuer: 'PE' }), refusedAs('WrongPlace'));
});

test("a holder's file should open for the holder alone, and its name be known to both", async () => {
	const to = { genesis: TO.genesis, issuer: 'MX', trader: bytes32(5) };
	const laid = layOut(TO.genesis, ITEMS);
	const proof = proofOf(laid, 0, 0);
	const list = { block: 9, sequence: 2 };
	const blob = await sealHolder(to, PUBLIC, list, [proof]);
	const opened = await openHolder(to, SECRET, blob);
	assert.deepEqual(opened.list, list);
	assert.deepEqual(
		opened.records.map((shown) => [shown.record.number, shown.proof]),
		[['MX-0', proof]],
	);
	assert.deepEqual(opened.uses, []);
	const others = [{ genesis: bytes32(2) }, { issuer: 'PE' }, { trader: bytes32(6) }];
	for (const changed of others) {
		await assert.rejects(
			openHolder({ ...to, ...changed }, SECRET, blob),
			refusedAs('CannotOpen'),
		);
	}
	await assert.rejects(openHolder(to, bytes32(42), blob), refusedAs('CannotOpen'));
	const issuer = bytes32(43);
	const nameOfFile = (trader, secret, other) => holderNameOf(to.genesis, 'MX', trader, sharedWith(secret, other));
	const name = nameOfFile(to.trader, issuer, PUBLIC);
	assert.match(name, /^[0-9a-f]{32}$/);
	assert.equal(nameOfFile(to.trader, SECRET, publicKeyOf(issuer)), name);
	assert.notEqual(nameOfFile(bytes32(6), issuer, PUBLIC), name);
	assert.notEqual(nameOfFile(to.trader, bytes32(44), PUBLIC), name);
});

test("a holder's file that is none should be refused", async () => {
	const to = { genesis: TO.genesis, issuer: 'MX', trader: bytes32(5) };
	const refusals = [
		[[item(0, { issuer: 'PE' })], 'WrongPlace'],
		[[{ ...ITEMS[0], record: new TextEncoder().encode('{ }') }], 'NotCanonical'],
		[Array.from({ length: 1_000 }, () => ITEMS[0]), 'TooLarge'],
	];
	for (const [of, code] of refusals) {
		const items = /** @type {typeof ITEMS} */ (of);
		const laid = layOut(TO.genesis, items);
		const proofs = items.map((_, place) => proofOf(laid, 0, place));
		const blob = await sealHolder(to, PUBLIC, { block: 9, sequence: 2 }, proofs);
		await assert.rejects(openHolder(to, SECRET, blob), refusedAs(code));
	}
});

test("a holder's file of another schema, or with members that nobody knows, should be refused", async () => {
	const to = { genesis: TO.genesis, issuer: 'MX', trader: bytes32(5) };
	const opened = async (text) => {
		return openHolder(
			to,
			SECRET,
			await seal(PUBLIC, holderInfo(to), new TextEncoder().encode(text)),
		);
	};
	assert.deepEqual((await opened('{"records":[],"schema":1,"uses":[]}')).records, []);
	const refusals = [
		['{"records":[],"schema":2}', 'UnknownSchema'],
		['{"records":[]}', 'UnknownSchema'],
		['null', 'UnknownSchema'],
		['{"names":[],"records":[],"schema":1}', 'SchemaViolation'],
		['{"schema":1}', 'SchemaViolation'],
		['{"records":[],"schema":1,"uses":{}}', 'SchemaViolation'],
		['{"list":{"block":9},"records":[],"schema":1}', 'SchemaViolation'],
		['{"list":{"block":9,"sequence":2},"records":[{"record":"{}"}],"schema":1}', 'SchemaViolation'],
		['{"records":[null],"schema":1}', 'SchemaViolation'],
		['records', 'NotCanonical'],
	];
	for (const [text, code] of refusals) {
		await assert.rejects(opened(text), refusedAs(code), text);
	}
});

test('sealing twice should give other bytes, and the same plain ones', async () => {
	const info = pageInfo(TO, 0, bytes32(1));
	const plain = Uint8Array.of(1, 2, 3);
	const [one, other] = await Promise.all([seal(PUBLIC, info, plain), seal(PUBLIC, info, plain)]);
	assert.notDeepEqual(one, other);
	assert.equal(one.length, 1 + 32 + 3 + 16);
	assert.deepEqual(await open(SECRET, info, one), plain);
	assert.deepEqual(await open(SECRET, info, other), plain);
});
