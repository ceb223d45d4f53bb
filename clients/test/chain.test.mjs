import assert from 'node:assert/strict';
import { test } from 'node:test';
import { candidateOf, offsetOf, twoThirdsOf } from '../chain/admission.mjs';
import { hashOf } from '../chain/calls.mjs';
import { dayAt } from '../chain/clock.mjs';
import { handsOf, proposalIn } from '../chain/decisions.mjs';
import { newEncryptionKey, openKeyring } from '../chain/keyring.mjs';
import { explained } from '../chain/refusals.mjs';
import { countSlots, firstAuthoredBy, slotOf, turnOf } from '../chain/slots.mjs';
import { CHILE } from '../network/participants.mjs';

const FOUR = ['a', 'b', 'c', 'd'];

function block(number, slot, validators = FOUR) {
	return { number, slot, validators };
}

test('slot should be read from the digest of Aura', () => {
	const seal = `0x056175726101${'00'.repeat(4)}`;
	assert.equal(slotOf([seal, '0x0661757261200100000000000000']), 1);
	assert.equal(slotOf(['0x066175726120d8a1052200000000']), 0x2205a1d8);
	assert.equal(slotOf([]), undefined);
});

test('turns should go around', () => {
	assert.deepEqual([8, 9, 10, 11, 12].map((slot) => turnOf(slot, FOUR)), ['a', 'b', 'c', 'd', 'a']);
});

test('slots should be counted without gaps', () => {
	const { authored, missed } = countSlots([block(1, 8), block(2, 9), block(3, 10)]);
	assert.deepEqual([...authored], [['b', 1], ['c', 1]]);
	assert.equal(missed.size, 0);
});

test('missed slots should be put down to whose turn it was', () => {
	const { authored, missed } = countSlots([block(1, 8), block(2, 11), block(3, 17)]);
	assert.deepEqual([...authored].sort(), [['b', 1], ['d', 1]]);
	assert.deepEqual([...missed].sort(), [['a', 2], ['b', 2], ['c', 2], ['d', 1]]);
});

test('validators of the parent should own the slots after it', () => {
	const five = [...FOUR, 'e'];
	const { authored, missed } = countSlots([block(1, 8), block(2, 12, five), block(3, 14, five)]);
	// Slots 9 to 12 go by the four: b, c, d missed, a authored. 13 and 14 go by the five.
	assert.deepEqual([...authored].sort(), [['a', 1], ['e', 1]]);
	assert.deepEqual([...missed].sort(), [['b', 1], ['c', 1], ['d', 2]]);
});

test('first block of an author should be found, but not the first of the list', () => {
	const blocks = [block(1, 8), block(2, 9), block(3, 12)];
	assert.equal(firstAuthoredBy('a', blocks).number, 3);
	assert.equal(firstAuthoredBy('c', blocks), undefined);
});

test('two thirds should be rounded up', () => {
	assert.deepEqual([1, 3, 4, 5, 6, 7].map(twoThirdsOf), [1, 2, 3, 4, 4, 5]);
});

test('candidate of Chile should have a key of its own each time', async () => {
	const pairOf = await openKeyring();
	const candidate = candidateOf(CHILE, pairOf(CHILE.key).address);
	assert.equal(candidate[0], 'CL');
	assert.equal(candidate[2], '-04:00');
	assert.match(candidate[4], /^0x[0-9a-f]{64}$/);
	assert.match(candidate[5], /^0x[0-9a-f]{64}$/);
	assert.notEqual(newEncryptionKey(), candidate[4]);
});

test('an offset should be written with its sign, hours and minutes', () => {
	assert.equal(offsetOf(0), '+00:00');
	assert.equal(offsetOf(-570), '-09:30');
	assert.equal(offsetOf(840), '+14:00');
});

test('days should be local ones', () => {
	const moment = Date.parse('2026-12-31T05:59:59Z');
	assert.equal(dayAt(-360, moment), '2026-12-30');
	assert.equal(dayAt(-360, moment + 1_000), '2026-12-31');
	assert.equal(dayAt(540, moment), '2026-12-31');
});

test('hashes that stand for something should be told apart by a number', () => {
	assert.match(hashOf(0), /^0x0{63}1$/u);
	assert.notEqual(hashOf(1), hashOf(2));
});

test('refusals of the pool that say little should be explained', () => {
	assert.match(
		explained('1010: Invalid Transaction: Custom error: 101'),
		/^1010: .*101 \(a vote or motion takes a seat in the council, .*\)$/,
	);
	assert.match(explained('Inability to pay some fees'), /\(no quota pays for such a call /);
	assert.equal(explained('1012: Transaction is temporarily banned'), '1012: Transaction is temporarily banned');
});

/** A submission with one event, and the connection that reads it. */
function submissionWith(section, method, data) {
	const submission = { call: 'certificates.propose', block: 7, events: [{ section, method, data }] };
	const eventOf = ({ events }, ...name) => {
		return events.find((event) => [event.section, event.method].join() === name.join())?.data;
	};
	return [{ eventOf }, submission];
}

test('the number of a proposal should be that of its event', () => {
	const data = { proposal: { toNumber: () => 12 } };
	for (const [section, method] of [
		['certificates', 'DecisionProposed'],
		['certificates', 'BatchProposed'],
		['suspensions', 'ReinstatementProposed'],
	]) {
		assert.equal(proposalIn(...submissionWith(section, method, data)), 12);
	}
	assert.throws(
		() => proposalIn(...submissionWith('certificates', 'CertificateChanged', data)),
		/^Error: certificates\.propose in block 7 has proposed nothing\.$/,
	);
});

test('hands should be one or two', () => {
	const some = { isSome: true, unwrap: () => 'checker' };
	assert.deepEqual(handsOf({ maker: 'maker', checker: { isSome: false } }), ['maker']);
	assert.deepEqual(handsOf({ maker: 'maker', checker: some }), ['maker', 'checker']);
});
