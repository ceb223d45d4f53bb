// Step 10: what nobody can do, and what may fail.

import { closeMotion, openMotion, voteAye } from '../../chain/admission.mjs';
import { evaluateDeclaration, nameOf, verdictOf } from '../../chain/ask.mjs';
import { documentOf, suspensionOf } from '../../chain/calls.mjs';
import { today } from '../../chain/clock.mjs';
import { stopwatch, waitFor } from '../../network/wait.mjs';
import { phraseOf } from '../answers.mjs';
import { FIRST, NEWCOMERS } from '../choice.mjs';

/** Blocks that must become final while a node is down. */
const BLOCKS = 3;

/** How long that, and catching up afterwards, may take, in seconds. */
const LIMIT = 120;

/** The council reaches for a certificate; then Mexico's node is switched off. */
export async function guard(story, step) {
	step.open('guard.heading');
	step.say('guard.why');
	const overreach = await overreachOf(story, step);
	if (!story.stage.isNetwork) {
		step.close('guard.refusedOnly');
		return overreach;
	}
	const outage = await switchOff(story, step);
	step.close('guard.outcome');
	return { ...overreach, ...outage };
}

/** What the council tries; its members agree, and it is refused all the same. */
async function overreachOf(story, step) {
	const { stage, chosen, say } = story;
	const { certificate } = chosen.pretended.firm;
	const chain = stage.chainOf('CR');
	const attempts = [
		['guard.suspend', suspensionOf(chain.api, certificate)],
		['guard.propose', revocationOf(chain.api, certificate)],
	];
	const failures = [];
	for (const [key, call] of attempts) {
		failures.push(await attempt(story, step, key, call));
	}
	const { answer: status } = await chain.rpc('aeo_certificate', ['MX', certificate]);
	failures.forEach(({ name }) => step.expect('BadOrigin', name));
	step.expect('Authorised', nameOf(status.state));
	step.expect(1, status.version);
	step.say('guard.refused', {
		reason: failures[0].name,
		status: say(`status.${nameOf(status.state)}`),
		version: status.version,
	});
	return { failures, status };
}

/** A decision that would take a certificate away today. */
function revocationOf({ tx }, certificate) {
	const document = documentOf(`Decision of the council on certificate ${certificate}`);
	return tx.certificates.propose(certificate, {
		Revoke: { from: today('MX'), barUntil: null, document },
	});
}

/** All administrations of the story vote for a call, and the motion is closed. */
async function attempt({ stage, chosen, cast, say }, step, key, call) {
	const members = [...FIRST, ...NEWCOMERS];
	const { certificate } = chosen.pretended.firm;
	const chain = stage.chainOf('CR');
	const motion = await openMotion(chain, call, members.length, cast.own('CR'));
	await step.noteAll([motion.submission], () => [key, { certificate }]);
	const votes = await Promise.all(
		members.map((member) => voteAye(stage.chainOf(member), motion, cast.own(member))),
	);
	await stage.reach(Math.max(...votes.map(({ block }) => block)));
	const closing = await closeMotion(chain, motion, cast.own('CR'));
	await step.noteAll([closing], () => ['guard.close', { ayes: members.length }]);
	if (closing.failure === undefined) {
		throw new Error(say('guard.broken', { certificate }));
	}
	return closing.failure;
}

/** Mexico's node goes; Costa Rica answers, and blocks become final; Mexico's node comes back. */
async function switchOff(story, step) {
	const { stage, chosen, say } = story;
	const mexico = stage.nodeOf('MX');
	const { declaration } = chosen.other;
	await stage.disconnect('MX');
	await mexico.stop();
	step.say('guard.down');
	const answer = await evaluateDeclaration(stage.chainOf('CR'), declaration);
	step.say('guard.answers', {
		reference: declaration.reference,
		answer: phraseOf(answer, say),
	});
	step.expect('granted', verdictOf(answer));
	const final = await waitForFinal(stage.nodeOf('CR'), step);
	await mexico.start();
	await stage.connect();
	await stage.chainOf('MX').reach(final.to);
	step.say('guard.back');
	return { answer, ...final };
}

/** Waits until some more blocks are final, and tells it. Gives the blocks `from` and `to`. */
async function waitForFinal(node, step) {
	const elapsed = stopwatch();
	const from = await node.finalised();
	const to = await waitFor(`${BLOCKS} more final blocks`, LIMIT, async () => {
		const final = await node.finalised();
		return final >= from + BLOCKS ? final : undefined;
	});
	step.say('guard.final', { from, to, seconds: elapsed().toFixed(1) });
	return { from, to };
}
