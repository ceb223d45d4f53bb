// Writes the descriptors of the chain's questions, storage and calls from its committed metadata, where they
// are older than that. Nothing is asked of anybody.

import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CLIENTS = new URL('../', import.meta.url);

/** What the descriptors are made from. */
const SOURCES = ['client/metadata.scale', 'portal/papi.json', 'package-lock.json'];

/** The first version of Node.js with which the page can be built. */
const LEAST = [20, 19];

/** When a file was written, in milliseconds; never where it is not there. */
function writtenAt(path) {
	return statSync(new URL(path, CLIENTS), { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
	process.stderr.write(
		`The portal is built with Node.js ${LEAST.join('.')} or later; this is ${process.versions.node}.\n`,
	);
	process.exit(1);
}
if (writtenAt('portal/descriptors/dist/index.js') < Math.max(...SOURCES.map(writtenAt))) {
	const { status } = spawnSync('papi', ['generate', '--config', 'portal/papi.json'], {
		cwd: fileURLToPath(CLIENTS),
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	process.exit(status ?? 1);
}
