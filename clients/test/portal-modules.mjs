// Modules of the portal that need neither the page nor the chain, as Node.js can run them.

import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** What a module of the page exports; `path` is within `portal/src`. */
export async function moduleOf(path) {
	const { outputFiles } = buildSync({
		entryPoints: [fileURLToPath(new URL(`../portal/src/${path}`, import.meta.url))],
		...{ bundle: true, write: false, format: 'esm', platform: 'node', jsx: 'automatic', logLevel: 'error' },
		external: ['react', 'react/jsx-runtime'],
	});
	const [{ text }] = outputFiles;
	// What is imported from a text has no folder from which packages could be found.
	const located = text.replaceAll(/from ?"(react[^"]*)"/g, (_, name) => `from "${import.meta.resolve(name)}"`);
	return import(`data:text/javascript,${encodeURIComponent(located)}`);
}
