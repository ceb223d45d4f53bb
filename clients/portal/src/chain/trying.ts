// A call is tried by the chain's own rules before it is signed: nothing is signed, and nothing changes.

import type { Transaction } from 'polkadot-api';
import type { Sentence, Words } from '../words/words';
import { useSession } from './account';
import type { Api } from './connection';
import { useAnswer, type Asked } from './live';

type Answer = Awaited<ReturnType<Api['apis']['AeoApi']['try_call']>>['answer'];
type Done = Extract<Answer, { success: true }>['value'];

/** Why the chain would refuse. */
export type Failure = Done['rows'][number]['failure'];

/** What would come of a call. */
export type Tried = Answer;

/** Tries a call of an account on the last final state. */
export async function tryCall(api: Api, account: string, call: Transaction): Promise<Tried> {
	return (await api.apis.AeoApi.try_call(account, await call.getEncodedData())).answer;
}

/** Tries the call of who sits here, again with each final block; `key` names it, and nothing is tried where it is none. */
export function useTried(key: string | undefined, make: (api: Api) => Transaction): Asked<Tried> {
	const { signing } = useSession();
	const named = key === undefined || signing === undefined ? undefined : `try ${signing.address} ${key}`;
	return useAnswer(named, (api) => tryCall(api, signing?.address ?? '', make(api)));
}

/** Why, in words. */
export function failureOf(words: Words, { pallet, name }: Failure): Sentence {
	const section = pallet.charAt(0).toLowerCase() + pallet.slice(1);
	const id = pallet === '' ? `dispatch-${name}` : `${section}-${name}`;
	return words.has(id) ? words.sentence(id) : words.sentence('portal-failed', { detail: `${pallet} ${name}` });
}

/** Why a call would be refused as a whole; none where it would be done, but perhaps for rows of it. */
export function refusalOf(words: Words, tried: Tried): Sentence | undefined {
	if (tried.success) {
		return tried.value.failure && failureOf(words, tried.value.failure);
	}
	const why = tried.value;
	if (why.type === 'NotUnderstood') {
		return words.sentence('portal-failed', { detail: `${why.value.field}: ${why.value.why}` });
	}
	return words.sentence(`tried-${why.type}`);
}
