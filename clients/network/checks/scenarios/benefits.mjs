// What a grantor does with benefits: it stops them for one foreign certificate, sees those flagged
// that an annulled one had, and serves some first while an incident is open.

import assert from 'node:assert/strict';
import { commitmentTo, documentOf, grantOf } from '../../../story/calls.mjs';
import { accountOf } from '../../chain.mjs';
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
