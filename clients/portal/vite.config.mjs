// How the page is built: static files that load from any folder of any web server.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	base: './',
	resolve: {
		// The part of the light client that stays in the page has no use for the whole of it.
		alias: [{ find: /^smoldot$/, replacement: 'smoldot/no-auto-bytecode' }],
	},
	build: {
		target: 'es2022',
		// Nothing is put into the page as `data:`, which its content-security policy would refuse.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		chunkSizeWarningLimit: 6_000,
	},
	worker: { format: 'es' },
});
