/// <reference lib="dom" />
// A receipt that is dropped in: of the present, altered, old, of another chain, of benefits, and none.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blake2b } from '@noble/hashes/blake2.js';
import { FIRMS } from './scene.mjs';

/** How often a receipt is dropped in until the chain says who is in office, on a machine where much else runs. */
const TRIES = 5;

/** Receipts of another chain, and whom that one trusts. */
const OTHER = new URL('../../receipt/tests/fixtures/', import.meta.url);

/** How much later the page is made to believe that it is, in milliseconds: three days. */
const LATER = 3 * 24 * 60 * 60 * 1_000;

/** Has `aeo` make receipts on a node: of the exporter's certificate, and of its benefits in Costa Rica. */
export function makeReceipts(aeo, node, folder) {
	const { tin, certificate } = FIRMS.exporter;
	const make = (name, ...question) => {
		const path = join(folder, `${name}.receipt`);
		const url = node.url.replace('ws:', 'http:');
		execFileSync(aeo, ['receipt', 'make', ...question, '--node', url, '-o', path], { stdio: 'pipe' });
		return readFileSync(path);
	};
	return {
		certificate: make('certificate', 'certificate', 'MX', certificate),
		none: make('none', 'certificate', 'MX', 'MX-OEA-9999'),
		evaluation: make('evaluation', 'evaluate', 'CR', tin, 'EX', 'import'),
	};
}

/** A receipt with a bit of the votes changed, and its check put right, as a forger would write it. */
function forged(file) {
	const other = Buffer.from(file);
	// A list of three: the form, a text of 13; bytes with a length of two; the check, 34.
	const start = 1 + 14 + 3;
	const end = other.length - 34;
	assert.equal(other[start - 3], 0x59, 'a receipt of this size has a length of two bytes');
	const votes = other.indexOf('justification', start);
	assert.ok(votes > 0, 'the votes are in the file');
	other[votes + 150] ^= 1;
	Buffer.from(blake2b(other.subarray(start, end), { dkLen: 32 })).copy(other, end + 2);
	return other;
}

/** Chooses a file as the receipt, or as what is trusted. */
function choose(visitor, field, name, buffer) {
	const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) };
	return visitor.page.locator(`#receipt-${field}`).setInputFiles(file);
}

/** Drops a file from somewhere else, as by the mouse. */
async function drop(page, name, bytes) {
	const data = await page.evaluateHandle(
		([file, content]) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([Uint8Array.from(content)], file));
			return transfer;
		},
		/** @type {[string, number[]]} */ ([name, [...bytes]]),
	);
	await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
}

/** Anybody checks receipts. */
export async function checkReceipts(world, language, width, address) {
	const visitor = await world.arrive(`receipt-${width}`, language, { source: address, width });
	const { page } = visitor;
	const kind = address === 'light' ? 'light' : 'node';
	const loaded = [];
	page.on('request', (request) => loaded.push(request.url()));
	const isLoaded = () => loaded.some((url) => url.includes('aeo_receipt_wasm'));
	await page.locator(`.source.${kind}`).waitFor();
	await visitor.isAccessible('before');
	assert.ok(!isLoaded(), 'the verifier is loaded before it is used');
	visitor.clicks = 1;
	// Where the chain does not say in time who is in office, the page checks by the first block; whoever drops it again asks again.
	const source = visitor.say('receipt-against-present', { source: kind, block: '@', set: '0' }).split('@')[0];
	let tries = 0;
	do {
		tries += 1;
		await drop(page, 'certificate.receipt', world.receipts.certificate);
		await visitor.reads('receipt-is-holds');
	} while (tries < TRIES && !(await page.locator('.receipt').innerText()).includes(source));
	assert.ok(isLoaded());
	const { clicks } = visitor;
	const shown = await page.locator('.receipt').innerText();
	assert.ok(shown.includes(FIRMS.exporter.tin) && shown.includes(visitor.say('period-Authorised')), shown);
	// Against whom, and how old it is; what it can't tell.
	assert.ok(shown.includes(source), shown);
	await visitor.reads('receipt-limits');
	await visitor.isAccessible('holds');
	await choose(visitor, 'file', 'none.receipt', world.receipts.none);
	await visitor.readsText('MX-OEA-9999');
	await choose(visitor, 'file', 'evaluation.receipt', world.receipts.evaluation);
	await visitor.reads('receipt-is-values');
	await visitor.isAccessible('values');
	const damaged = Buffer.from(world.receipts.certificate);
	damaged[damaged.length >> 1] ^= 1;
	await choose(visitor, 'file', 'damaged.receipt', damaged);
	await visitor.reads('receipt-says-altered', { error: 'Damaged' });
	await choose(visitor, 'file', 'forged.receipt', forged(world.receipts.certificate));
	await visitor.readsText('forged.receipt');
	await visitor.reads('receipt-is-altered');
	const why = await page.locator('.receipt').innerText();
	assert.ok(!why.includes(visitor.say('receipt-says-altered', { error: 'Damaged' })), why);
	await visitor.isAccessible('altered');
	await choose(visitor, 'file', 'other.receipt', readFileSync(new URL('certificate.receipt', OTHER)));
	await visitor.reads('receipt-is-foreign');
	await visitor.isAccessible('foreign');
	await choose(visitor, 'file', 'letter.pdf', 'no receipt');
	await visitor.reads('receipt-is-none');
	// Days later it held then.
	await page.clock.setFixedTime(Date.now() + LATER);
	await choose(visitor, 'file', 'certificate.receipt', world.receipts.certificate);
	await visitor.reads('receipt-is-old');
	await visitor.isAccessible('old');
	// Against the reader's own trust a receipt of that chain counts.
	await page.locator('.drop summary').click();
	await choose(visitor, 'trust', 'trust.json', '{}');
	await choose(visitor, 'file', 'certificate.receipt', world.receipts.certificate);
	await visitor.reads('receipt-no-trust-file');
	await choose(visitor, 'trust', 'trust.json', readFileSync(new URL('trust.json', OTHER)));
	await choose(visitor, 'file', 'other.receipt', readFileSync(new URL('certificate.receipt', OTHER)));
	await visitor.reads('receipt-against-chosen');
	await visitor.reads('receipt-is-old');
	await visitor.isAccessible('own-trust');
	await world.leave(visitor);
	return `${clicks} click, where it is not dropped`;
}

/** Without the network it is checked by the files beside the page, which say less. */
export async function checkAlone(visitor, receipt) {
	await choose(visitor, 'file', 'certificate.receipt', receipt);
	await visitor.reads('receipt-is-holds');
	await visitor.reads('receipt-against-first');
	await visitor.reads('receipt-office', { known: 'no', set: '' });
	await visitor.isAccessible('receipt');
}
