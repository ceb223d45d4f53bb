// Firms: what is known of their numbers, and two that merge.

import assert from 'node:assert/strict';
import { commitmentTo, documentOf, grantOf } from '../../chain/calls.mjs';
import { refusedAs } from '../checks.mjs';
import { firmOf } from '../firms.mjs';
import { answerOf, certificateOf, storedOf, verdictAt } from './facts.mjs';

/** Makes all these checks at the same time. */
export async function checkTraders(checks, world) {
	await Promise.all([checkFlags(checks, world), checkMerger(checks, world)]);
}

/** A number without a check digit is accepted, and it says so. */
async function checkFlags(checks, world) {
	const { chain } = world;
	await checks.that(
		'scenario 9: a number of a scheme without check digit is accepted, and flagged as such',
		async () => {
			const { tin } = firmOf('CR');
			const [officer] = world.desk('CR');
			const consent = documentOf(`Consent of ${tin} to publication`);
			const register = chain.api.tx.identities.register(tin, consent);
			const submission = await chain.submitWell(register, officer);
			const event = chain.eventOf(submission, 'identities', 'TraderRegistered');
			assert.equal(event.check.type, 'FormatOnly');
			assert.equal(await checkOf(chain, tin), 'FormatOnly');
			const mexican = world.story.chosen.other.firm.tin;
			assert.equal(await checkOf(chain, mexican), 'Passed');
		},
	);
}

/** What is stored of a number's check, which the answer to aeo_tinCheck says too. */
async function checkOf(chain, tin) {
	const { answer } = await chain.rpc('aeo_tinCheck', [tin]);
	const trader = await chain.api.query.identities.traders(answer.trader);
	assert.equal(answer.check, trader.unwrap().check.type);
	return answer.check;
}

/** Two certified firms of Costa Rica merge. */
async function checkMerger(checks, world) {
	const { chain } = world;
	const desk = world.desk('CR');
	const [officer] = desk;
	const [merged, into] = await world.certified(desk, [firmOf('CR'), firmOf('CR')]);
	const document = documentOf(`Merger of ${merged.tin} into ${into.tin}`);
	const merge = chain.api.tx.identities.merge(merged.tin, into.tin, document);
	await checks.that(
		'scenario 27: two firms merge: the old TIN says into whom, everywhere',
		async () => {
			const before = await answersTo(chain, into);
			const stored = await Promise.all([storedOf(chain, merged), storedOf(chain, into)]);
			assert.equal(await verdictAt(chain, 'MX', merged), 'granted');
			const submission = await chain.submitWell(merge, officer);
			const event = chain.eventOf(submission, 'identities', 'TraderMerged');
			assert.equal(event.into.toString(), into.tin);
			const denial = { TraderNotActive: { merged_into: into.tin } };
			for (const { outcome } of await answersTo(chain, merged)) {
				assert.deepEqual(outcome, { Denied: { denial, certificate: null } });
			}
			assert.deepEqual(await answersTo(chain, into), before);
			assert.deepEqual(
				await Promise.all([storedOf(chain, merged), storedOf(chain, into)]),
				stored,
				'a certificate has moved',
			);
		},
	);
	await checks.that(
		'scenario 27: the merged firm gets nothing more, and its past stays',
		async () => {
			const grant = grantOf(chain.api, commitmentTo('CR-MERGED'), merged.tin, 'EX', 'Import');
			await refusedAs(
				chain,
				grant,
				world.story.cast.officer('MX', 2),
				'benefits.TraderNotActive',
			);
			const { tin, state } = await certificateOf(chain, merged);
			assert.deepEqual([tin, state], [merged.tin, 'Authorised']);
			return refusedAs(chain, merge, officer, 'identities.TraderNotActive');
		},
	);
}

/** What is answered abroad and at home. */
function answersTo(chain, firm) {
	return Promise.all(['MX', 'CR'].map((grantor) => answerOf(chain, grantor, firm)));
}
