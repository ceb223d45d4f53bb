// What the clock decides, without anybody's transaction: Bolivia's day ends while the chain goes on.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { evaluate, nameOf, verdictOf } from '../../chain/ask.mjs';
import { documentOf } from '../../chain/calls.mjs';
import { seconds } from '../../network/text.mjs';
import { waitFor } from '../../network/wait.mjs';
import { firmOf } from '../firms.mjs';
import { certificateOf, changeIn, verdictAt } from './facts.mjs';

/** How long before midnight nothing is sent any more, so that all that was sent is in blocks. */
const QUIET = 9_000;

/** How many blocks before midnight are asked about. */
const BLOCKS_BEFORE = 5;

/** How long the first block after midnight may take, in seconds. */
const LIMIT = 60;

/** Prepares what ends with Bolivia's day, waits for midnight, and compares the blocks around it. */
export async function checkMidnight(checks, world, bolivia) {
	const desk = world.desk('BO');
	const ending = { valid_until: bolivia.today };
	const [last, kept] = await world.certified(desk, [firmOf('BO', ending), firmOf('BO', ending)]);
	const [peruvian] = world.story.chosen.linked.PE;
	await Promise.all([
		askForRenewal(checks, world, desk, kept),
		removeLeg(checks, world, bolivia),
	]);
	const answers = await waitForMidnight(world, bolivia, [
		['CR', last],
		['BO', last],
		['BO', peruvian],
		['CR', kept],
	]);
	const [abroad, atHome, atItsEnd, renewing] = answers.verdicts;
	await checks.that('in the first block of the new day there is no transaction', () => {
		assert.deepEqual(answers.signed, []);
		const [before, after] = [answers.before, answers.after].map((time) => seconds(time / 1000));
		return `${after} after midnight; the block before it is of ${before} before midnight`;
	});
	await checks.that(
		'scenario 16: a certificate has benefits until its last day ends, and in no block after it',
		() => {
			assert.deepEqual(abroad, answers.expected('granted', 'Expired'));
			assert.deepEqual(atHome, answers.expected('granted', 'Expired'));
		},
	);
	await checks.that(
		'scenario 13: a leg that ends gives benefits through its last day, not on the next',
		() => {
			assert.deepEqual(atItsEnd, answers.expected('granted', 'NoAgreement'));
		},
	);
	await checks.that('T9: a renewal asked for in time keeps a certificate in force, where an officer says so', () => {
		assert.deepEqual(renewing, answers.expected('granted', 'granted'));
	});
	await checkAfterwards(checks, world, desk, last, kept);
}

/** A firm whose certificate ends today asks for its renewal, and an officer keeps it in force. */
async function askForRenewal(checks, world, desk, firm) {
	const { chain } = world;
	const holder = await world.link(desk, firm);
	const document = documentOf(`Request of ${firm.tin}`);
	await checks.that(
		'T9: a firm asks for a renewal on the last day of its certificate',
		async () => {
			const ask = chain.api.tx.certificates.ask(firm.certificate, 'Renewal', document);
			await chain.submitWell(ask, holder);
			const asked = await certificateOf(chain, firm);
			assert.deepEqual([asked.validity.renewal_pending, asked.version], [false, 1]);
			const keep = { KeepInForce: { document } };
			await chain.submitWell(
				chain.api.tx.certificates.propose(firm.certificate, keep),
				desk[1],
			);
			const { validity, version } = await certificateOf(chain, firm);
			assert.deepEqual([validity.renewal_pending, version], [true, 2]);
		},
	);
}

/** Bolivia and Peru remove a leg of their agreement, from which nothing but the day separates it. */
async function removeLeg(checks, world, { agreements, today }) {
	const { chain } = world;
	const { tx } = chain.api;
	await checks.that(
		'M6: Bolivia and Peru remove a leg of their agreement, which lasts today',
		async () => {
			const text = documentOf('Protocol on the end of recognition in Bolivia');
			const removed = [{ issuer: 'PE', grantor: 'BO' }];
			const propose = tx.agreements.proposeAmendment(
				agreements.PE, text, [], [], removed, null, null,
			);
			const submission = await chain.submitWell(propose, world.own('BO'));
			const { terms } = chain.eventOf(submission, 'agreements', 'AmendmentProposed');
			const sign = tx.agreements.signAmendment(agreements.PE, terms, null);
			await chain.submitWell(sign, world.own('PE'));
			const { answer } = await chain.rpc('aeo_legs', ['PE', 'BO']);
			const [{ state, in_force: inForce }] = answer;
			assert.equal(nameOf(state), 'NoticeGiven');
			assert.deepEqual([state.NoticeGiven.until, inForce], [today, true]);
		},
	);
}

/**
 * Sends nothing around midnight, and asks about each block around it. Gives the `verdicts` on each
 * question, block by block, what is `expected` of them, who `signed` in the first block of the new
 * day, and how far the two blocks are from midnight.
 */
async function waitForMidnight({ chain }, { midnight }, questions) {
	const ask = ([grantor, { tin }], at) => evaluate(chain, grantor, tin, 'EX', 'Import', at);
	const left = midnight - QUIET - Date.now();
	assert.ok(left > 0, `it took ${(-left / 1000).toFixed(0)} s too long to prepare for midnight`);
	await sleep(left);
	const over = waitFor('a block of the new day', QUIET / 1000 + LIMIT, async () => {
		const { block, time } = await ask(questions[0]);
		return time >= midnight ? block : undefined;
	});
	chain.hold(over);
	const latest = await over;
	const blocks = Array.from({ length: BLOCKS_BEFORE + 2 }, (_, back) => latest - back).reverse();
	const answers = await Promise.all(
		questions.map((question) => Promise.all(blocks.map((block) => ask(question, block)))),
	);
	const times = answers[0].map(({ time }) => time);
	const first = times.findIndex((time) => time >= midnight);
	assert.ok(first > 0, 'the blocks are all of one day');
	return {
		verdicts: answers.map((row) => row.map(verdictOf)),
		expected: (before, after) => times.map((time) => (time < midnight ? before : after)),
		signed: await signersOf(chain, blocks[first]),
		before: midnight - times[first - 1],
		after: times[first] - midnight,
	};
}

/** Who has signed transactions of a block. */
async function signersOf(chain, number) {
	const hash = await chain.rpc('chain_getBlockHash', [number]);
	const { block } = await chain.api.rpc.chain.getBlock(hash);
	return block.extrinsics
		.filter(({ isSigned }) => isSigned)
		.map(({ signer }) => signer.toString());
}

/** On the next day the one is renewed, although it is over, and the other is not. */
async function checkAfterwards(checks, world, [officer], last, kept) {
	const { chain } = world;
	const { tx } = chain.api;
	const document = documentOf(`Review of ${last.tin}`);
	const decide = ({ certificate }, decision) => {
		return chain.submitWell(tx.certificates.propose(certificate, decision), officer);
	};
	await checks.that('T8: nothing was stored when the certificate expired', async () => {
		const { state, version, in_force: inForce, obstacle } = await certificateOf(chain, last);
		assert.deepEqual([state, version, inForce, obstacle], ['Authorised', 1, false, 'Expired']);
	});
	await checks.that(
		'T9: a certificate that has expired is renewed, and benefits are back',
		async () => {
			const submission = await decide(last, {
				Renew: { validUntil: '2099-12-31', document },
			});
			const { from, to, version } = changeIn(chain, submission);
			assert.deepEqual([from, to, version], ['Authorised', 'Authorised', 2]);
			assert.equal(await verdictAt(chain, 'CR', last), 'granted');
		},
	);
	await checks.that(
		'T9: without a renewal the other ends as soon as that is decided',
		async () => {
			await decide(kept, { RefuseRenewal: { document } });
			assert.equal(await verdictAt(chain, 'CR', kept), 'Expired');
		},
	);
}
