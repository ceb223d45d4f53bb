// Closing a motion of the council: when it can be, with which bounds, and what came of it.

import type { Transaction, TxEvent } from 'polkadot-api';
import type { Api } from './connection';

/** The votes of a motion. */
export interface Voting {
	threshold: number;
	ayes: unknown[];
	nays: unknown[];
	/** The last block of the vote. */
	end: number;
}

/** Why a motion can be closed at a block, as the council's pallet has it; none as long as it can't. */
export function closable(
	{ threshold, ayes, nays, end }: Voting,
	seats: number,
	now: number,
): 'carried' | 'lost' | 'over' | undefined {
	if (ayes.length >= threshold) {
		return 'carried';
	}
	if (seats - nays.length < threshold) {
		return 'lost';
	}
	return now >= end ? 'over' : undefined;
}

interface Motion {
	hash: `0x${string}`;
	index: number;
	/** The call, as the storage has it. */
	call: { type: string; value: { type: string; value?: unknown } };
}

/** The call that closes a motion; its bounds are those of the motion's own call. */
export async function closeCall(api: Api, { hash, index, call }: Motion): Promise<Transaction> {
	const pallets = api.tx as unknown as Record<string, Record<string, (value?: unknown) => Transaction>>;
	const make = pallets[call.type]?.[call.value.type];
	if (make === undefined) {
		throw new Error(`${call.type}.${call.value.type}`);
	}
	const { length } = await make(call.value.value).getEncodedData();
	const asked = call as Parameters<typeof api.apis.TransactionPaymentCallApi.query_call_info>[0];
	const { weight } = await api.apis.TransactionPaymentCallApi.query_call_info(asked, length);
	return api.tx.Council.close({
		proposal_hash: hash,
		index,
		proposal_weight_bound: weight,
		length_bound: length,
	});
}

/** What came of a motion that was closed. */
export type Outcome =
	/** It did not get its votes. */
	| { kind: 'lost' }
	/** Its call was done. */
	| { kind: 'done' }
	/** Its call failed. */
	| { kind: 'failed'; error: unknown };

/** What the events of a close say came of it; none where it was no close. */
export function outcomeIn(events: Extract<TxEvent, { type: 'finalized' }>['events']): Outcome | undefined {
	for (const { type, value } of events) {
		if (type === 'Council' && value.type === 'Disapproved') {
			return { kind: 'lost' };
		}
		if (type === 'Council' && value.type === 'Executed') {
			const { result } = value.value as { result: { success: boolean; value: unknown } };
			return result.success ? { kind: 'done' } : { kind: 'failed', error: result.value };
		}
	}
	return undefined;
}
