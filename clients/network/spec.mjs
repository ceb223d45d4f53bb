// Specifications of chains, written by the node.

import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/**
 * Writes the specification of a chain that the node knows by name, as raw storage. From the name alone
 * every node would compile the runtime to make the genesis state.
 */
export async function writeRawSpec(binary, chain, path) {
	mkdirSync(dirname(path), { recursive: true });
	await promisify(execFile)(binary, [
		'export-chain-spec',
		...['--chain', chain],
		...['--raw', '--output', path],
	]);
}

/** The specification of a chain that the node knows by name, to be changed. */
export function specOf(binary, chain) {
	const text = execFileSync(binary, ['export-chain-spec', '--chain', chain], {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	return JSON.parse(text);
}

/** The specification of the development chain, to be changed. */
export function developmentSpec(binary) {
	return specOf(binary, 'dev');
}
