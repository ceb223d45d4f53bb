// Checks a receipt in the page: by the verifier in WebAssembly, which reaches nothing, against validators that the page
// knows. Loaded when a receipt is there.

import wasm from 'aeo-receipt-wasm?url';
import { openVerifier } from '../../../receipts/verify.mjs';
import type { Api, Source } from '../chain/connection';
import type { FinalBlock } from '../chain/live';
import type { Network } from '../chain/network';
import { trustIn, validatorsIn, type Trust } from './trust';
import { verdictOf, type Said, type Verdict } from './verdict';

/** Whose votes it was checked against. */
export type Against =
	/** The validators in office at a final block, as the light client has proven or a node has said. */
	| { kind: 'present'; set: number; block: number; source: Source['kind'] }
	/** Those of the first block, and whom the receipt leads to from there; `present` is the set in office, if known. */
	| { kind: 'first'; present: number | undefined }
	/** Those in the reader's own file. */
	| { kind: 'chosen' };

/** What came of it. */
export interface Checked {
	verdict: Verdict;
	against: Against;
	/** When, in milliseconds. */
	at: number;
}

/** Nothing is known to check it against. */
export class NothingToTrust extends Error {}

/** How long the chain may take to say who is in office, in milliseconds. */
const PATIENCE = 60_000;

/** Older than any receipt can be, in seconds. */
const ANY_AGE = 2 ** 40;

/** What the page has to check against. */
export interface Known {
	network: Network;
	/** The connection, where there is one, with its final block. */
	asking: { api: Api; final: FinalBlock; source: Source['kind'] } | undefined;
	/** The text of the reader's own trust file. */
	chosen: string | undefined;
}

async function present({ api, final }: NonNullable<Known['asking']>) {
	const at = final.hash;
	const late = new Promise<never>((_, reject) => {
		setTimeout(() => reject(new Error('The chain does not say who is in office.')), PATIENCE);
	});
	const asked = Promise.all([
		api.apis.GrandpaApi.current_set_id({ at }),
		api.apis.GrandpaApi.grandpa_authorities({ at }),
	]);
	const [set, validators] = await Promise.race([asked, late]);
	return {
		set: Number(set),
		validators: validators.map(([key, weight]): [string, number] => [key, Number(weight)]),
	};
}

async function first(network: Network): Promise<Trust | undefined> {
	if (network.chain === undefined) {
		return undefined;
	}
	const response = await fetch(`./${network.chain}`);
	const validators = validatorsIn(await response.json());
	return validators && trustIn(network.genesis, 0, validators);
}

/** Checks a receipt; fails with `NothingToTrust`, or where a part of the page did not come. */
export async function checkReceipt(receipt: Uint8Array, known: Known): Promise<Checked> {
	const response = await fetch(wasm);
	const verify = await openVerifier(await response.arrayBuffer());
	const at = Date.now();
	const judge = (trust: Trust | string): Verdict => {
		const text = typeof trust === 'string' ? trust : JSON.stringify(trust);
		const said = verify(text, receipt, { now: at }) as Said;
		return verdictOf(said, () => verify(text, receipt, { now: at, mostSeconds: ANY_AGE }) as Said);
	};
	if (known.chosen !== undefined) {
		return { verdict: judge(known.chosen), against: { kind: 'chosen' }, at };
	}
	const { asking, network } = known;
	// Where the chain does not say it, the first block's are left.
	const now = asking && (await present(asking).catch(() => undefined));
	if (asking !== undefined && now !== undefined) {
		const { set, validators } = now;
		const verdict = judge(trustIn(network.genesis, set, validators));
		const isBefore = verdict.kind === 'unknown' && verdict.error === 'UnknownValidators';
		if (!isBefore) {
			const { final, source } = asking;
			return { verdict, against: { kind: 'present', set, block: final.number, source }, at };
		}
	}
	const trust = await first(network).catch(() => undefined);
	if (trust === undefined) {
		throw new NothingToTrust();
	}
	return { verdict: judge(trust), against: { kind: 'first', present: now?.set }, at };
}

/** Whether a text is what `aeo trust` keeps, as far as it has to be looked at before: the verifier refuses the rest. */
export function isTrust(text: string): boolean {
	try {
		const { genesis, sets } = JSON.parse(text) as Partial<Trust>;
		return /^0x[0-9a-f]{64}$/.test(String(genesis)) && Array.isArray(sets) && sets.length > 0;
	} catch {
		return false;
	}
}
