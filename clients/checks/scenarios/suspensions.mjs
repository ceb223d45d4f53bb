// Certificates are suspended and reinstated (T4, T5, T13).

import assert from 'node:assert/strict';
import { documentOf, suspensionOf } from '../../chain/calls.mjs';
import { proposalIn, takeDecision } from '../../chain/decisions.mjs';
import { refusedAs } from '../checks.mjs';
import { firmOf } from '../firms.mjs';
import { benefitsIn, changeIn, historyOf, notesOf, storedOf, verdictAt } from './facts.mjs';

/** Makes all these checks at the same time. */
export async function checkSuspensions(checks, world) {
	await Promise.all([
		checkNotReinstated(checks, world),
		checkSuspendedByRequest(checks, world),
	]);
}

/** A reinstatement that was proposed is refused. */
async function checkNotReinstated(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('PE');
	const [maker, checker] = desk;
	const [firm] = await world.certified(desk, [firmOf('PE')]);
	const number = firm.certificate;
	const document = documentOf(`Measures of ${firm.tin}`);
	await checks.that(
		'T5: a reinstatement is refused, and the certificate stays suspended',
		async () => {
			await chain.submitWell(suspensionOf(chain.api, number), maker);
			const before = await storedOf(chain, firm);
			const propose = tx.suspensions.proposeReinstatement(
				number,
				'Full',
				'Authority',
				document,
			);
			const proposal = proposalIn(chain, await chain.submitWell(propose, maker));
			const refuse = tx.suspensions.refuseReinstatement(number, proposal);
			await chain.submitWell(refuse, checker);
			const confirm = tx.suspensions.confirmReinstatement(number, proposal);
			await refusedAs(chain, confirm, checker, 'suspensions.UnknownProposal');
			assert.equal(await storedOf(chain, firm), before);
			assert.equal(await verdictAt(chain, 'MX', firm), 'Suspended');
		},
	);
}

/** A firm asks for its suspension, and appeals when it has it. */
async function checkSuspendedByRequest(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('MX');
	const [maker, checker] = desk;
	const [firm] = await world.certified(desk, [firmOf('MX')]);
	const holder = await world.link(desk, firm);
	const number = firm.certificate;
	const document = documentOf(`Request of ${firm.tin}`);
	const ask = (wish) => tx.applications.ask(number, wish, document);
	const subject = { Number: number };
	const suspend = tx.suspensions.suspend(subject, 'Full', 'Open', 'HoldersRequest', document);
	await checks.that("T4: nobody suspends a firm at its request that it didn't make", () => {
		return refusedAs(chain, suspend, maker, 'certificates.HolderHasNotAsked');
	});
	await checks.that('T4: a firm asks to be suspended, which changes nothing yet', async () => {
		await chain.submitWell(ask('Suspension'), holder);
		assert.equal((await notesOf(chain, firm)).suspension, true);
		assert.equal(await verdictAt(chain, 'CR', firm), 'granted');
		await refusedAs(chain, ask('Suspension'), maker, 'certificates.HolderAskedAlready');
		await refusedAs(chain, ask('Appeal'), maker, 'certificates.NothingToOverturn');
	});
	await checks.that('T4: one officer suspends it on that ground, and benefits end', async () => {
		const submission = await chain.submitWell(suspend, maker);
		assert.deepEqual(changeIn(chain, submission), {
			from: 'Authorised',
			to: 'Suspended',
			version: 2,
			ground: 'HoldersRequest',
			by: [maker.address],
		});
		assert.equal((await notesOf(chain, firm)).suspension, false);
		assert.equal(await verdictAt(chain, 'CR', firm), 'Suspended');
	});
	await checks.that(
		'T13: a suspension is overturned from a day on, after an appeal',
		async () => {
			const from = world.day('MX');
			await chain.submitWell(ask('Appeal'), holder);
			const overturn = { Overturn: { from, document } };
			const submission = await takeDecision(chain, desk, number, overturn);
			assert.deepEqual(changeIn(chain, submission), {
				from: 'Suspended',
				to: 'Authorised',
				version: 3,
				ground: 'Authority',
				by: [maker.address, checker.address],
			});
			assert.deepEqual(benefitsIn(chain, submission), { begin: ['CR', 'PE'], end: [] });
			assert.equal(await verdictAt(chain, 'CR', firm), 'granted');
			const [authorised, second, third] = await historyOf(chain, firm);
			assert.deepEqual([authorised.state, third.state], ['Authorised', 'Authorised']);
			assert.deepEqual(second.state, { Suspended: { scope: 'Full', end: 'Open' } });
			// The day began before the suspension, so that it held for no moment of that day.
			assert.equal(third.from, second.from);
			assert.equal(third.voids, 1);
		},
	);
}
