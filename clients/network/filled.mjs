// A chain to measure with: a chain that the node knows, with more officers, a programme that needs no
// second one, and accounts with balances.

import { execFileSync } from 'node:child_process';
import { openSync, closeSync, writeFileSync } from 'node:fs';
import { specOf } from './spec.mjs';

/** The programme of Mexico that needs no second officer. */
export const FAST = 'FAST';

const SCOPES = ['Certification', 'Suspension', 'Clearance'];

/** Enough for any number of transfers. */
const BALANCE = 1e18;

/**
 * Writes a chain specification in which each of these administrations has these officers besides,
 * and each of these accounts a balance: otherwise that of the chain `dev`, with one validator, or `local`,
 * with four.
 */
export function writeSpec(binary, path, officersOf, accounts, chain = 'dev') {
	const spec = specOf(binary, chain);
	const { patch } = spec.genesis.runtimeGenesis;
	for (const administration of patch.administrations.administrations) {
		const officers = officersOf[administration.territory] ?? [];
		administration.officers.push(...officers.map(({ address }) => [address, SCOPES]));
	}
	patch.certificates.programmes.push({
		...patch.certificates.programmes.find(({ administration }) => administration === 'MX'),
		code: FAST,
		fourEyes: 'NotRequired',
	});
	patch.balances = { balances: accounts.map(({ address }) => [address, BALANCE]) };
	writeFileSync(path, JSON.stringify(spec));
}

/** Writes the raw form of a specification beside it, and gives its path. */
export function writeRaw(binary, path) {
	const raw = `${path}.raw`;
	const file = openSync(raw, 'w');
	try {
		const args = ['export-chain-spec', '--raw', '--chain', path];
		execFileSync(binary, args, { stdio: ['ignore', file, 'ignore'] });
	} finally {
		closeSync(file);
	}
	return raw;
}

/**
 * Writes the raw form of a specification with so many certificates of Mexico in its genesis, which
 * `officer` has taken over, and the TINs of their holders, a line for each.
 */
export function writeRegistry({ binary, load, path, out, tins, certificates, officer }) {
	const raw = writeRaw(binary, path);
	const args = ['registry', raw, out, '--tins', tins, '--certificates', `${certificates}`];
	args.push('--programme', FAST, '--officer', officer.meta.path);
	execFileSync(load, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
