// A transaction on its way: signed, in a block, final; or refused, with a sentence that says what to do.

import { InvalidTxError, type Transaction, type TxEvent } from 'polkadot-api';
import { useEffect, useRef, useState } from 'react';
import { useWords, type Sentence, type Words } from '../words/words';
import { useSession } from './account';
import { outcomeIn, type Outcome } from './closing';
import { useLive } from './live';

/** How far a transaction is. */
export type Sent =
	| { step: 'none' }
	/** The account's owner is asked, or the key works. */
	| { step: 'signing' }
	| { step: 'signed' }
	| { step: 'inBlock'; block: number }
	/** `outcome` is what came of a motion that it closed. */
	| { step: 'final'; block: number; outcome?: Outcome }
	| { step: 'refused'; sentence: Sentence };

/** The names of the node's refusals by those of the runtime. */
const REFUSALS: Record<string, string> = {
	Payment: 'InabilityToPaySomeFees',
	Stale: 'TransactionIsOutdated',
	BadProof: 'TransactionHasABadSignature',
	AncientBirthBlock: 'TransactionHasAnAncientBirthBlock',
	ExhaustsResources: 'TransactionWouldExhaustTheBlockLimits',
	BadSigner: 'InvalidSigningAddress',
	Call: 'TransactionCallIsNotExpected',
};

interface Variant {
	type: string;
	value?: unknown;
}

function isVariant(value: unknown): value is Variant {
	return typeof value === 'object' && value !== null && 'type' in value;
}

/** The name of the sentence about an error of a call: of a pallet's, or of none. */
export function errorId(error: unknown): string {
	if (!isVariant(error)) {
		return 'portal-failed';
	}
	const inner = error.value;
	if (error.type === 'Module' && isVariant(inner)) {
		const pallet = inner.type.charAt(0).toLowerCase() + inner.type.slice(1);
		return `${pallet}-${isVariant(inner.value) ? inner.value.type : ''}`;
	}
	return `dispatch-${error.type}`;
}

/** The name of the sentence about a refusal before the transaction is in a block. */
export function refusalId(error: unknown): string {
	const inner = isVariant(error) ? error.value : undefined;
	if (!isVariant(inner)) {
		return 'portal-failed';
	}
	const name = inner.type === 'Custom' ? `CustomError${inner.value}` : REFUSALS[inner.type];
	return `node-1010-${name}`;
}

/** The sentence about an error of a call. */
export function errorSentence(words: Words, error: unknown): Sentence {
	return sentenceAbout(words, errorId(error), error);
}

function sentenceAbout(words: Words, id: string, error: unknown): Sentence {
	const isKnown = words.has(id);
	const detail = error instanceof Error ? error.message : JSON.stringify(error);
	return isKnown ? words.sentence(id) : words.sentence('portal-failed', { detail });
}

/** Why it could not be sent. */
function whyNotSent(words: Words, error: unknown): Sentence {
	if (error instanceof InvalidTxError) {
		return sentenceAbout(words, refusalId(error.error), error.error);
	}
	const said = error instanceof Error ? error.message : String(error);
	const isDeclined = /cancel|reject|denied/i.test(said);
	return words.sentence(isDeclined ? 'portal-declined' : 'portal-failed', { detail: said });
}

/** Sends transactions of the account that sits here, one at a time. */
export function useSending(): {
	sent: Sent;
	/** A transaction that has to be asked for first is given as a promise. */
	send: (transaction: Transaction | Promise<Transaction>) => void;
	reset: () => void;
} {
	const { words } = useWords();
	const { signing } = useSession();
	const { changed } = useLive();
	const [sent, setSent] = useState<Sent>({ step: 'none' });
	const subscription = useRef<{ unsubscribe: () => void }>(undefined);
	useEffect(() => () => subscription.current?.unsubscribe(), []);
	const hear = (event: TxEvent) => {
		const isIn =
			event.type === 'finalized' || (event.type === 'txBestBlocksState' && event.found);
		if (isIn && !event.ok) {
			const { dispatchError } = event;
			setSent({ step: 'refused', sentence: errorSentence(words, dispatchError) });
		} else if (event.type === 'finalized') {
			setSent({ step: 'final', block: event.block.number, outcome: outcomeIn(event.events) });
			changed();
		} else if (isIn) {
			setSent({ step: 'inBlock', block: event.block.number });
		} else {
			setSent({ step: 'signed' });
		}
	};
	const refuse = (error: unknown) => setSent({ step: 'refused', sentence: whyNotSent(words, error) });
	const watch = (transaction: Transaction) => {
		if (signing !== undefined) {
			subscription.current?.unsubscribe();
			subscription.current = transaction
				.signSubmitAndWatch(signing.signer)
				.subscribe({ next: hear, error: refuse });
		}
	};
	const send = (transaction: Transaction | Promise<Transaction>) => {
		if (signing === undefined) {
			return;
		}
		setSent({ step: 'signing' });
		if (transaction instanceof Promise) {
			transaction.then(watch, refuse);
		} else {
			watch(transaction);
		}
	};
	return { sent, send, reset: () => setSent({ step: 'none' }) };
}
