// A holder's own file in the portal: the key file, by Node.js's own cryptography, and the file that the library in Rust has
// sealed.

import assert from 'node:assert/strict';
import { createCipheriv, createHmac, hkdfSync, scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { moduleOf } from './portal-modules.mjs';

const { openAge } = await moduleOf('sealed/age.ts');
const { addressOf, openOwn, openOwnKey, refusalIn } = await moduleOf('sealed/own.ts');

const VECTOR = JSON.parse(readFileSync(new URL('../sealing/vectors/holder.json', import.meta.url), 'utf8'));
const PASSWORD = 'correct horse battery';

const base64 = (bytes) => Buffer.from(bytes).toString('base64').replaceAll('=', '');

function sealed(key, nonce, plain) {
	const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
	return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Encrypts a text as `age -p` does, with a cost that tests can pay; `change` changes the header before its check. */
function aged(text, { work = 10, change = (header) => header } = {}) {
	const [salt, fileKey, nonce] = [1, 2, 3].map((value) => Buffer.alloc(16, value));
	const salted = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]);
	const wrapKey = scryptSync(PASSWORD, salted, 32, { N: 2 ** Math.min(work, 10), r: 8, p: 1 });
	const body = sealed(wrapKey, Buffer.alloc(12), fileKey);
	const header = change(`age-encryption.org/v1\n-> scrypt ${base64(salt)} ${work}\n${base64(body)}\n---`);
	const macKey = Buffer.from(hkdfSync('sha256', fileKey, '', 'header', 32));
	const mac = createHmac('sha256', macKey).update(header).digest();
	const payloadKey = Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
	const last = Buffer.alloc(12);
	last[11] = 1;
	const payload = sealed(payloadKey, last, Buffer.from(text));
	return new Uint8Array(Buffer.concat([Buffer.from(`${header} ${base64(mac)}\n`), nonce, payload]));
}

const refusedAs = (reason) => (error) => error.reason === reason;

test('a key file should open with its password alone', async () => {
	const file = aged('a secret');
	assert.equal(Buffer.from(await openAge(file, PASSWORD)).toString(), 'a secret');
	await assert.rejects(openAge(file, 'another'), refusedAs('WrongPassword'));
});

test('a file that was changed, costs too much or is none should be refused', async () => {
	const file = aged('a secret');
	for (const place of [file.length - 1, file.length - 20]) {
		const changed = file.slice();
		changed[place] ^= 1;
		await assert.rejects(openAge(changed, PASSWORD), refusedAs('NotAKey'));
	}
	const others = [
		aged('x', { work: 21 }),
		aged('x', { change: (header) => header.replace('/v1', '/v2') }),
		aged('x', { change: (header) => header.replace('scrypt', 'X25519') }),
		// More than one way to open it.
		aged('x', { change: (header) => header.replace('\n---', '\n-> joint\n\n---') }),
		new Uint8Array(),
		new TextEncoder().encode('{}'),
	];
	for (const other of others) {
		await assert.rejects(openAge(other, PASSWORD), refusedAs('NotAKey'));
	}
	// The check covers the header: a mac of another one is none.
	const text = Buffer.from(file).toString('latin1');
	const moved = Buffer.from(text.replace(/--- (.)/, (_, one) => `--- ${one === 'A' ? 'B' : 'A'}`), 'latin1');
	await assert.rejects(openAge(new Uint8Array(moved), PASSWORD), refusedAs('NotAKey'));
});

const digits = VECTOR.holderSecret.slice(2);
const bytes = (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));

async function keyOfVector() {
	return openOwnKey(aged(`${digits}\n`), PASSWORD);
}

const numbers = JSON.parse(VECTOR.plain).records.map(({ record }) => JSON.parse(record).number);
const whose = { genesis: VECTOR.genesis, issuer: VECTOR.issuer, trader: VECTOR.trader, numbers };
const list = {
	...{ sequence: JSON.parse(VECTOR.plain).list.sequence, sealed_to: VECTOR.issuerPublic },
	...{ root: VECTOR.root, pages: VECTOR.pages, source: 'https://oea.example/files/' },
};

test('a key file should hold the digits of a key', async () => {
	assert.equal((await keyOfVector()).publicKey, VECTOR.holderPublic);
	await assert.rejects(openOwnKey(aged('no key'), PASSWORD), refusedAs('NotAKey'));
});

test("the address of a holder's file should be the one that its issuer works out", async () => {
	const key = await keyOfVector();
	assert.equal(await addressOf(key, list, whose), `https://oea.example/files/h/${VECTOR.name}`);
	assert.equal(await addressOf(key, { ...list, source: undefined }, whose), undefined);
});

test("a holder's file should open, with what is proven of it", async () => {
	const key = await keyOfVector();
	const own = await openOwn(bytes(VECTOR.file), key, whose, list);
	assert.ok(own.records.length > 0);
	assert.ok(own.records.every(({ standing }) => standing === 'proven'));
	assert.deepEqual([own.refused, own.list.sequence], [0, list.sequence]);
	// Of another list nothing is proven, and of the same with another root nothing is shown.
	const later = await openOwn(bytes(VECTOR.file), key, whose, { ...list, sequence: list.sequence + 1 });
	assert.ok(later.records.every(({ standing }) => standing === 'earlier'));
	const other = await openOwn(bytes(VECTOR.file), key, whose, { ...list, root: VECTOR.genesis });
	assert.deepEqual([other.records.length, other.refused], [0, own.records.length]);
	// What is another firm's is not shown either.
	const foreign = await openOwn(bytes(VECTOR.file), key, { ...whose, numbers: [] }, list);
	assert.deepEqual([foreign.records.length, foreign.refused], [0, own.records.length]);
});

test('a file of another firm should be refused with its name', async () => {
	const key = await keyOfVector();
	const error = await openOwn(bytes(VECTOR.file), key, { ...whose, trader: VECTOR.genesis }, list).catch((one) => one);
	assert.equal(refusalIn(error), 'CannotOpen');
	assert.equal(refusalIn(new Error('x')), undefined);
});
