// A certificate is revoked wrongly, and an appeal restores it. In Bolivia, where one officer decides.

import assert from 'node:assert/strict';
import { documentOf } from '../../chain/calls.mjs';
import { refusedAs } from '../checks.mjs';
import { firmOf } from '../firms.mjs';
import { certificateOf, changeIn, historyOf, statusAt, verdictAt } from './facts.mjs';

/** Through this day the revoked firm is barred. */
const BAR = '2099-12-31';

/** The firm appeals with its own account. */
export async function checkAppeal(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('BO');
	const [officer] = desk;
	const [firm] = await world.certified(desk, [firmOf('BO')]);
	const holder = await world.link(desk, firm);
	const number = firm.certificate;
	const document = documentOf(`Decision on ${firm.tin}`);
	const verdict = (at) => verdictAt(chain, 'CR', firm, { at });
	const overturn = tx.certificates.propose(number, { Overturn: { from: null, document } });
	const from = world.day('BO');
	let revoked;
	await checks.that(
		'T6, T13: a certificate is revoked, and nobody overturns that unasked',
		async () => {
			assert.equal(await verdict(), 'granted');
			const revoke = { Revoke: { from, barUntil: BAR, document } };
			revoked = await chain.submitWell(tx.certificates.propose(number, revoke), officer);
			assert.equal(changeIn(chain, revoked).to, 'Revoked');
			assert.equal((await certificateOf(chain, firm)).bar, BAR);
			assert.equal(await verdict(), 'Revoked');
			return refusedAs(chain, overturn, officer, 'certificates.NoAppealPending');
		},
	);
	await checks.that(
		'scenario 26: its holder appeals, which alone gives nothing back',
		async () => {
			const appeal = tx.certificates.ask(number, 'Appeal', document);
			await chain.submitWell(appeal, holder);
			assert.equal(await verdict(), 'Revoked');
		},
	);
	await checks.that('scenario 26: the appeal restores it, and lifts the bar', async () => {
		const restored = await chain.submitWell(overturn, officer);
		assert.deepEqual(changeIn(chain, restored), {
			from: 'Revoked',
			to: 'Authorised',
			version: 3,
			ground: 'Authority',
			by: [officer.address],
		});
		assert.equal(await verdict(restored.block), 'granted');
		assert.equal(await verdict(restored.block - 1), 'Revoked');
		assert.equal((await certificateOf(chain, firm)).bar, null);
	});
	await checks.that('scenario 26: its periods tell both stories', async () => {
		const [first, second, third] = await historyOf(chain, firm);
		assert.deepEqual([first.state, third.state], ['Authorised', 'Authorised']);
		assert.equal(second.state.Revoked.from, from);
		assert.deepEqual([first.voids, second.voids, third.voids], [null, null, 1]);
		assert.ok(first.from < second.from && second.from < third.known_from);
		assert.equal(third.from, second.from);
		// In between it was believed to be revoked; now it is known that it never was.
		const between = second.from + 1;
		assert.deepEqual(await statusAt(chain, firm, between, revoked.block), second);
		assert.deepEqual(await statusAt(chain, firm, between), first);
		assert.deepEqual(await statusAt(chain, firm, third.known_from), third);
	});
}
