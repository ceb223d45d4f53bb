// The specification of the development chain, for chains that are to differ from it.

import { execFileSync } from 'node:child_process';

/** The specification of the development chain as the node gives it. */
export function developmentSpec(binary) {
	const text = execFileSync(binary, ['export-chain-spec', '--chain', 'dev'], {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	return JSON.parse(text);
}
