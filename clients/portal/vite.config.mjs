// How the page is built: static files that load from any folder of any web server.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Where cargo puts what it makes. */
const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));

/** The verifier of receipts and the reader of lists, each loaded when a file is there. */
const VERIFIER = join(TARGET, 'wasm32v1-none', 'wasm', 'aeo_receipt_wasm.wasm');
const READER = join(TARGET, 'wasm32-unknown-unknown', 'wasm', 'aeo_lists_wasm.wasm');

for (const [module, maker] of [
	[VERIFIER, 'receipts-wasm'],
	[READER, 'lists-wasm'],
]) {
	if (!existsSync(module)) {
		throw new Error(`${module} is not there: make ${maker}.`);
	}
}

export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	base: './',
	resolve: {
		// The part of the light client that stays in the page has no use for the whole of it.
		alias: [
			{ find: /^smoldot$/, replacement: 'smoldot/no-auto-bytecode' },
			{ find: /^aeo-receipt-wasm(?=\?url$)/, replacement: VERIFIER },
			{ find: /^aeo-lists-wasm(?=\?url$)/, replacement: READER },
		],
	},
	build: {
		target: 'es2022',
		// Nothing is put into the page as `data:`, which its content-security policy would refuse.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		chunkSizeWarningLimit: 6_000,
		// The library of HPKE asks for Node.js's own only where there is no cryptography of the browser.
		rolldownOptions: { external: ['crypto'] },
	},
	worker: { format: 'es' },
});
