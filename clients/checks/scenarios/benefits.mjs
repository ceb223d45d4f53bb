// What a grantor does with benefits: it stops them for one foreign certificate, sees those flagged
// that an annulled one had, and serves some first while an incident is open.

import assert from 'node:assert/strict';
import { commitmentTo, documentOf, grantOf } from '../../chain/calls.mjs';
import { accountOf } from '../../chain/keyring.mjs';
import { refusedAs } from '../checks.mjs';
import { answerOf, storedOf, verdictAt } from './facts.mjs';

/** On this day a suspended recognition is reviewed. */
const REVIEW = '2099-12-31';

/** Costa Rica suspends its recognition of one certificate of Mexico, and of nothing else. */
export async function checkRecognition(checks, { chain, story }) {
	const { tx } = chain.api;
	const { firm } = story.chosen.other;
	const others = [story.chosen.shipment.firm, story.chosen.pretended.firm];
	const officer = story.cast.officer('CR', 1);
	const document = documentOf(`Findings of Costa Rica about ${firm.tin}`);
	const grantors = ['CR', 'PE', 'MX'];
	const answers = (to) => Promise.all(grantors.map((grantor) => answerOf(chain, grantor, to)));
	const [before, stored] = await Promise.all([answers(firm), storedOf(chain, firm)]);
	await checks.that(
		'scenario 4: Costa Rica suspends its recognition of a firm: it denies, Peru and Mexico go on',
		async () => {
			const suspend = tx.suspensions.suspendRecognition(
				'MX',
				firm.certificate,
				REVIEW,
				document,
			);
			const submission = await chain.submitWell(suspend, officer);
			const event = chain.eventOf(submission, 'suspensions', 'RecognitionSuspended');
			assert.deepEqual([event.grantor.type, event.by.toHex()], ['CR', accountOf(officer)]);
			const [denied, ...rest] = await answers(firm);
			assert.deepEqual(denied.outcome, {
				Denied: { denial: 'RecognitionSuspended', certificate: firm.certificate },
			});
			assert.deepEqual(rest, before.slice(1));
			assert.ok(rest.every(({ outcome }) => outcome.Granted));
			const grant = grantOf(chain.api, commitmentTo('CR-4'), firm.tin, 'EX', 'Import');
			return refusedAs(chain, grant, officer, 'benefits.RecognitionSuspended');
		},
	);
	await checks.that(
		'scenario 4: the certificate is untouched, its version too, and other firms have their benefits',
		async () => {
			assert.equal(await storedOf(chain, firm), stored);
			for (const other of others) {
				assert.equal(await verdictAt(chain, 'CR', other), 'granted');
			}
		},
	);
	await checks.that('scenario 4: restored, everything is answered as before', async () => {
		const restore = tx.suspensions.restoreRecognition('MX', firm.certificate, document);
		await chain.submitWell(restore, officer);
		assert.deepEqual(await answers(firm), before);
	});
}

/** An incident at Bolivia, which gives trade recovery to the firms of Costa Rica and to no others. */
export async function checkIncident(checks, world) {
	const { chain, story } = world;
	const { tx } = chain.api;
	const [officer] = world.desk('BO');
	const [costaRican] = story.chosen.linked.CR;
	const [peruvian] = story.chosen.linked.PE;
	const document = documentOf('Closure of the border at Desaguadero');
	const answers = (to) => Promise.all(['BO', 'MX'].map((one) => answerOf(chain, one, to)));
	const before = await answers(costaRican);
	let number;
	await checks.that(
		'scenario 21: with an incident open, whoever has trade recovery is served first',
		async () => {
			const open = tx.benefits.openIncident('BorderClosure', document);
			const submission = await chain.submitWell(open, officer);
			const event = chain.eventOf(submission, 'benefits', 'IncidentOpened');
			number = event.incident.toNumber();
			assert.deepEqual([event.grantor.type, event.kind.type], ['BO', 'BorderClosure']);
			const [here, elsewhere] = await answers(costaRican);
			assert.equal(before[0].priority, false);
			assert.deepEqual(here, { ...before[0], priority: true });
			assert.deepEqual(elsewhere, before[1]);
			const grant = grantOf(chain.api, commitmentTo('BO-21'), costaRican.tin, 'EX', 'Import');
			const granted = await chain.submitWell(grant, officer);
			const { priority } = chain.eventOf(granted, 'benefits', 'BenefitsGranted');
			assert.equal(priority.isTrue, true);
		},
	);
	await checks.that(
		'scenario 21: who has benefits without trade recovery waits as ever',
		async () => {
			const { outcome, priority } = await answerOf(chain, 'BO', peruvian);
			assert.ok(outcome.Granted);
			assert.equal(priority, false);
		},
	);
	await checks.that('scenario 21: when it is closed, nobody is served first', async () => {
		await chain.submitWell(tx.benefits.closeIncident(number, document), officer);
		assert.deepEqual(await answers(costaRican), before);
		return refusedAs(
			chain,
			tx.benefits.closeIncident(number, document),
			officer,
			'benefits.IncidentClosedAlready',
		);
	});
}
