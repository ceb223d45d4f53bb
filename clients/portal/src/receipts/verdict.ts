// What the verifier in WebAssembly says of a receipt, and what that means for who reads it.

/** A certificate as the state has it, of which the page shows these. */
export interface Stored {
	issuer: string;
	number: string;
	tin: string;
	certificate_type: { programme: string; code: string };
	halves: string;
	roles: string[];
	/** What was last decided: a name, or a name with what belongs to it. */
	state: string | Record<string, unknown>;
	validity: { from: string; until: string | null } | null;
}

/** What a receipt proves. */
export interface Proof {
	number: number;
	hash: string;
	/** The time of the block, in milliseconds. */
	time: number;
	question:
		| { certificate: { issuer: string; number: string } }
		| { evaluate: { grantor: string; identifier: unknown; role: string; direction: string } };
	/** The certificate, none where there is no such one; or nothing but the values from which benefits follow. */
	answer: { certificate: Stored | null } | 'values';
}

/** Why it proves nothing. */
export interface Refusal {
	error: string;
	details: Record<string, string>;
	stale: boolean;
}

/** What the verifier says. */
export type Said = { Ok: Proof } | { Err: Refusal };

/** What that means. */
export type Verdict =
	/** It holds, and is of now. */
	| { kind: 'holds'; proof: Proof }
	/** It held then, and is older than what counts as fresh, by so many seconds. */
	| { kind: 'old'; proof: Proof; most: number }
	/** The values are proven; which benefits follow from them only the chain's runtime says. */
	| { kind: 'values'; proof: Proof; most: number | undefined }
	/** It was changed, or nobody made it who could; or it is none, of another chain, or of a time to come. */
	| { kind: 'altered' | 'none' | 'foreign' | 'future'; error: string }
	/** This page can't tell. */
	| { kind: 'unknown'; error: string; set: string };

/** What is told of a refusal, by its name; what is not here was altered. */
const KINDS: Record<string, 'none' | 'foreign' | 'future' | 'unknown'> = {
	TooLong: 'none',
	NotAReceipt: 'none',
	OtherChain: 'foreign',
	Future: 'future',
	UnknownValidators: 'unknown',
	ForcedChange: 'unknown',
	UnknownForm: 'unknown',
	NotAQuestion: 'unknown',
};

/** What a refusal means; one that is too old is asked for with its proof first: `verdictOf`. */
function refused({ error, details }: Refusal): Verdict {
	const kind = KINDS[error] ?? 'altered';
	return kind === 'unknown' ? { kind, error, set: details.set ?? '' } : { kind, error };
}

/** What is said of a receipt means; `anyAge` verifies it once more, however old it is. */
export function verdictOf(said: Said, anyAge: () => Said): Verdict {
	if ('Ok' in said) {
		return proven(said.Ok, undefined);
	}
	const { error, details } = said.Err;
	if (error !== 'Stale') {
		return refused(said.Err);
	}
	const then = anyAge();
	return 'Ok' in then ? proven(then.Ok, Number(details.most)) : refused(then.Err);
}

/** `most` is how many seconds old it may be where it is older. */
function proven(proof: Proof, most: number | undefined): Verdict {
	if (proof.answer === 'values') {
		return { kind: 'values', proof, most };
	}
	return most === undefined ? { kind: 'holds', proof } : { kind: 'old', proof, most };
}

/** The name of a state. */
export function stateName(state: Stored['state']): string {
	return typeof state === 'string' ? state : (Object.keys(state)[0] ?? '');
}
