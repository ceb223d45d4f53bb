import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Keyring } from '@polkadot/keyring';
import { openKeyring } from '../chain/keyring.mjs';

/** What `aeo keys export` writes, byte for byte but for what is random: a test of clients/client sees to that. */
const EXPORT = new URL('../client/tests/vectors/export.json', import.meta.url);

const PASSWORD = 'correct horse battery staple';

test('polkadot.js should open a key that aeo exports', async () => {
	const pairOf = await openKeyring();
	const known = pairOf('//MX//officer//1');
	const pair = new Keyring({ type: 'sr25519' }).addFromJson(JSON.parse(readFileSync(EXPORT, 'utf8')));
	assert.equal(pair.meta.name, 'officer-1');
	assert.equal(pair.isLocked, true);
	pair.unlock(PASSWORD);
	const words = new TextEncoder().encode('words');
	assert.ok(known.verify(words, pair.sign(words), known.publicKey));
	assert.deepEqual(pair.publicKey, known.publicKey);
});
