// Receipts in the portal: whom a specification names as validators, and what the verifier's words mean.

import assert from 'node:assert/strict';
import test from 'node:test';
import { moduleOf } from './portal-modules.mjs';

const { trustIn, validatorsIn } = await moduleOf('receipts/trust.ts');
const { stateName, verdictOf } = await moduleOf('receipts/verdict.ts');
const { closable } = await moduleOf('chain/closing.ts');

const VALIDATORS = '0x5f9cc45b7a00c5899361e1c6099678dc5e0621c4869aa60c02be9adcc98a0d1d';
const specification = (value) => ({ genesis: { raw: { top: { [VALIDATORS]: value } } } });
const key = (digits) => digits.repeat(32);

test('a specification should name the validators of its first block', () => {
	const value = `0x08${key('ab')}0100000000000000${key('0f')}0302000000000000`;
	assert.deepEqual(validatorsIn(specification(value)), [
		[`0x${key('ab')}`, 1],
		[`0x${key('0f')}`, 0x203],
	]);
	// From 64 on the number takes two bytes.
	const many = `0x0101${`${key('01')}0100000000000000`.repeat(64)}`;
	assert.equal(validatorsIn(specification(many))?.length, 64);
});

test('what is no list of validators should name nobody', () => {
	const one = `${key('ab')}0100000000000000`;
	for (const wrong of ['0x', `0x08${one}`, `0x04${one}00`, `0x04${one.slice(2)}`, `0x03${one}`]) {
		assert.equal(validatorsIn(specification(wrong)), undefined, wrong);
	}
	for (const other of [undefined, {}, { genesis: {} }, { genesis: { raw: { top: {} } } }]) {
		assert.equal(validatorsIn(other), undefined);
	}
	assert.deepEqual(trustIn('0x01', 3, [['0x02', 1]]), {
		genesis: '0x01',
		sets: [{ set: 3, validators: [['0x02', 1]], last: null }],
	});
});

const refused = (error, details = {}) => ({ Err: { error, details, stale: error === 'Stale' } });
const never = () => assert.fail('it is not asked again');
const proof = (answer) => ({ Ok: { answer, number: 1, time: 0, hash: '0x', question: {} } });

test('what the verifier says should have its meaning', () => {
	const kinds = {
		holds: proof({ certificate: null }),
		values: proof('values'),
		altered: refused('BadSignature'),
		foreign: refused('OtherChain'),
		none: refused('NotAReceipt'),
		future: refused('Future'),
		unknown: refused('UnknownValidators', { set: '4' }),
	};
	for (const [kind, said] of Object.entries(kinds)) {
		assert.equal(verdictOf(said, never).kind, kind);
	}
	assert.equal(verdictOf(kinds.unknown, never).set, '4');
	// A name that a newer verifier gives is no reason to believe.
	assert.equal(verdictOf(refused('SomethingNew'), never).kind, 'altered');
});

test('one that is too old should be shown with its age, if it is proven', () => {
	const stale = refused('Stale', { seconds: '90000', most: '86400' });
	const old = verdictOf(stale, () => proof({ certificate: null }));
	assert.deepEqual([old.kind, old.most], ['old', 86_400]);
	const values = verdictOf(stale, () => proof('values'));
	assert.deepEqual([values.kind, values.most], ['values', 86_400]);
	assert.equal(verdictOf(stale, () => refused('BadSignature')).kind, 'altered');
});

test('a state should have its name, with what belongs to it or without', () => {
	assert.equal(stateName('Authorised'), 'Authorised');
	assert.equal(stateName({ Suspended: { scope: 'Full', end: 'Open' } }), 'Suspended');
});

test('a motion should be closed once its votes or its time allow it', () => {
	const voting = (ayes, nays) => ({ threshold: 3, ayes: Array(ayes), nays: Array(nays), end: 100 });
	assert.equal(closable(voting(3, 0), 4, 1), 'carried');
	assert.equal(closable(voting(2, 2), 4, 1), 'lost');
	assert.equal(closable(voting(2, 1), 4, 99), undefined);
	assert.equal(closable(voting(2, 1), 4, 100), 'over');
});
