// What several checks expect of a call that is refused.

import assert from 'node:assert/strict';

/** What the pool answers when neither quota nor balance pays. */
const CANNOT_PAY = /Inability to pay/;

/** What it answers to a vote without a seat, and to a suspension without the scope. */
const NOT_ENTITLED = /Custom error: 101\b/;

/** The call is included and fails with this error, which says what to do. */
export async function refusedAs(chain, call, pair, name) {
	const { refusal } = await chain.submit(call, pair);
	assert.equal(refusal?.name, name);
	assert.notEqual(refusal.text, '', 'the error has no text');
	return refusal;
}

/** The pool turns the call away, since nobody pays for it: no quota does for calls of other roles. */
export function unpaid(chain, call, pair) {
	return turnedAway(chain, call, pair, CANNOT_PAY);
}

/** The pool turns the call away, since its signer can't be what the call asks for. */
export function notEntitled(chain, call, pair) {
	return turnedAway(chain, call, pair, NOT_ENTITLED);
}

async function turnedAway(chain, call, pair, answer) {
	const refusal = await chain.poolRefusal(call, pair);
	assert.match(refusal ?? 'taken', answer);
	return refusal;
}
