// A chain for the benchmarks: the development chain with more officers, and accounts with balances.

import { writeFileSync } from 'node:fs';
import { developmentSpec } from '../network/spec.mjs';

const SCOPES = ['Certification', 'Suspension', 'Clearance'];

/** Enough for any number of transfers. */
const BALANCE = 1e18;

/**
 * Writes a chain specification in which each of these administrations has these officers besides,
 * and each of these accounts a balance.
 */
export function writeSpec(binary, path, officersOf, accounts) {
	const spec = developmentSpec(binary);
	const { patch } = spec.genesis.runtimeGenesis;
	for (const administration of patch.administrations.administrations) {
		const officers = officersOf[administration.territory] ?? [];
		administration.officers.push(...officers.map(({ address }) => [address, SCOPES]));
	}
	patch.balances = { balances: accounts.map(({ address }) => [address, BALANCE]) };
	writeFileSync(path, JSON.stringify(spec));
}
