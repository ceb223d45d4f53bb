// Two quarantines: one that an administration declares itself, and one that the council decides.

import assert from 'node:assert/strict';
import { councilOf, decide, stateOf } from '../../chain/admission.mjs';
import { commitmentTo, grantOf, suspensionOf } from '../../chain/calls.mjs';
import { accountOf, newEncryptionKey } from '../../chain/keyring.mjs';
import { CHILE } from '../../network/participants.mjs';
import { notEntitled, refusedAs, unpaid } from '../checks.mjs';
import { answerOf, storedOf } from './facts.mjs';

/** Those who ask about Chilean firms: all, with or without an agreement. */
const EVERYWHERE = ['CR', 'CL', 'MX', 'PE'];

/** Those who vote about Korea: two thirds of the council, with Chile or without. */
const COUNCIL = ['CR', 'MX', 'PE', 'CO', 'UY', 'BO'];

/** Chile's own quarantine. */
export async function checkOwnQuarantine(checks, world) {
	const { chain, story } = world;
	const { tx } = chain.api;
	const own = world.own('CL');
	const firms = story.pilot.lists.CL.slice(0, 10);
	const answers = () => answersOf(chain, EVERYWHERE, firms);
	const [before, stored] = await Promise.all([answers(), allStored(chain, firms)]);
	await checks.that(
		'scenario 14: Chile quarantines itself: its firms are IssuerUnverifiable everywhere',
		async () => {
			await chain.submitWell(tx.administrations.quarantineOwn(), own);
			assert.equal(await stateOf(chain, 'CL'), 'Quarantined');
			for (const { outcome, issuer_quarantined: mark } of await answers()) {
				assert.equal(outcome.Denied?.denial, 'IssuerUnverifiable');
				assert.equal(mark, false);
			}
			assert.ok(!(await councilOf(chain)).includes(accountOf(own)), 'it has a seat');
			return `${firms.length} firms at ${EVERYWHERE.length} grantors`;
		},
	);
	await checks.that(
		'scenario 14: no stored state changes, and nothing can be written',
		async () => {
			assert.deepEqual(await allStored(chain, firms), stored);
			const suspend = suspensionOf(chain.api, firms[0].certificate);
			await notEntitled(chain, suspend, story.cast.officer('CL', 1));
			return unpaid(chain, tx.administrations.startValidating(), own);
		},
	);
	await checks.that(
		'scenario 14: it ends with new keys only, and all answers are as before',
		async () => {
			const end = tx.administrations.endOwnQuarantine();
			await refusedAs(chain, end, own, 'administrations.KeysNotRotated');
			const next = world.pairOf(`${CHILE.key}//new`);
			await chain.submitWell(tx.administrations.rotateAccount(next.address), own);
			await chain.submitWell(tx.administrations.acceptAccount(), next);
			const rotate = tx.administrations.rotateEncryptionKey(newEncryptionKey());
			await chain.submitWell(tx.utility.batchAll([rotate, end]), next);
			assert.equal(await stateOf(chain, 'CL'), 'Admitted');
			assert.deepEqual(await answers(), before);
			assert.ok((await councilOf(chain)).includes(accountOf(next)), 'it has no seat');
		},
	);
}

/** Korea's quarantine by the council. */
export async function checkCouncilsQuarantine(checks, world) {
	const { chain, story } = world;
	const { tx } = chain.api;
	const firms = story.pilot.lists.KR.slice(0, 10);
	const answers = () => answersOf(chain, ['CR', 'KR', 'MX'], firms);
	const [before, stored] = await Promise.all([answers(), allStored(chain, firms)]);
	await checks.that(
		'scenario 14: the council quarantines Korea: answers carry the mark, and are the same but for it',
		async () => {
			await decideTogether(world, tx.administrations.quarantine('KR'));
			const marked = before.map((answer) => ({ ...answer, issuer_quarantined: true }));
			assert.deepEqual(await answers(), marked);
			assert.ok(marked.some(({ outcome }) => outcome.Granted));
		},
	);
	await checks.that(
		'scenario 14: no stored state changes, and Korea can write nothing',
		async () => {
			assert.deepEqual(await allStored(chain, firms), stored);
			const suspend = suspensionOf(chain.api, firms[0].certificate);
			return notEntitled(chain, suspend, story.cast.officer('KR', 1));
		},
	);
	await checks.that(
		'scenario 14: each grantor decides for itself: Costa Rica still grants, then suspends its leg',
		async () => {
			const [{ firm }] = story.chosen.korean;
			const grant = grantOf(chain.api, commitmentTo('CR-14'), firm.tin, 'EX', 'Import');
			const submission = await chain.submitWell(grant, story.cast.officer('CR', 2));
			const event = chain.eventOf(submission, 'benefits', 'BenefitsGranted');
			assert.equal(event.issuerQuarantined.isTrue, true);
			const [, { agreement }] = story.facts.join.agreements;
			const own = world.own('CR');
			await chain.submitWell(tx.agreements.suspendLeg(agreement, 'KR', 'CR'), own);
			const { outcome, issuer_quarantined: mark } = await answerOf(chain, 'CR', firm);
			assert.deepEqual([outcome.Denied?.denial, mark], ['NoAgreement', true]);
			await chain.submitWell(tx.agreements.resumeLeg(agreement, 'KR', 'CR'), own);
		},
	);
	await checks.that('scenario 14: the council ends it, and the mark is gone', async () => {
		await decideTogether(world, tx.administrations.endQuarantine('KR'));
		assert.deepEqual(await answers(), before);
	});
}

/** Enough members of the council vote for a call, which goes well. */
async function decideTogether(world, call) {
	const members = COUNCIL.map((member) => world.own(member));
	const { failure } = await decide(world.chain, call, members.length, members);
	assert.equal(failure, undefined, String(failure));
}

/** What these grantors answer about these firms. */
function answersOf(chain, grantors, firms) {
	return Promise.all(
		firms.flatMap((firm) => grantors.map((grantor) => answerOf(chain, grantor, firm))),
	);
}

function allStored(chain, firms) {
	return Promise.all(firms.map((firm) => storedOf(chain, firm)));
}
