// The end-to-end test: one node of the chain `development`, asked and told as a user would, with
// `@polkadot/api` and no custom types. The story is played on it with checks after each step, and
// beside it what story and scenarios (`features/`) leave out.

import assert from 'node:assert/strict';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { Stage } from '../chain/stage.mjs';
import { missedIn } from '../network/alerts.mjs';
import { Checks } from '../network/checks.mjs';
import { say, seconds } from '../network/text.mjs';
import { stopwatch, waitFor } from '../network/wait.mjs';
import { checkCertificates, checkDays } from './certificates.mjs';
import { checkGovernance, checkNewMember, checkRotation } from './governance.mjs';
import { checkQuestions } from './questions.mjs';
import { checkScenarios } from './scenarios.mjs';
import { checkStory } from './story.mjs';

/** How long finality may take, in seconds. */
const FINALITY_LIMIT = 60;

/**
 * Starts the node, makes all checks, and gives how many failed. `telling` is how the story is told:
 * its `STEPS`, `openStory` and `tablesOf`; `offices` are their program and folder, `{ aeo, data }`.
 */
export async function runChecks(node, telling, offices) {
	const elapsed = stopwatch();
	await node.start();
	say(`${node.name} is up: ${node.url}, log ${node.log}`);
	// For the story the one node is Costa Rica's, which all others ask.
	const stage = new Stage(new Map([['CR', node]]));
	const checks = new Checks();
	try {
		await stage.connect();
		await checkAll(checks, { stage, node, telling, offices, pairOf: await openKeyring() });
	} finally {
		await stage.close();
	}
	say(`${checks.made} checks, ${checks.failed} failed, in ${seconds(elapsed())}.`);
	return checks.failed;
}

/** Makes all checks: what needs nothing of each other goes on at the same time, on one connection. */
async function checkAll(checks, { stage, node, telling, offices, pairOf }) {
	const chain = stage.chainOf('CR');
	const keys = new Keys(pairOf);
	const people = {
		mexico: keys.own('MX'),
		costaRica: keys.own('CR'),
		peru: keys.own('PE'),
		colombia: keys.own('CO'),
		newColombia: pairOf('//Dave//new'),
		uruguay: keys.own('UY'),
		uruguayanOfficer: keys.officer('UY', 1),
		mexicanOfficer: keys.officer('MX', 1),
		peruvianOfficer: keys.officer('PE', 1),
		stranger: pairOf('//Ferdie'),
	};
	const governance = checkGovernance(checks, chain, people, pairOf);
	const newMember = governance.then(() => checkNewMember(checks, chain, people, node));
	// What fails is heard of below.
	newMember.catch(() => {});
	const story = await checkStory(checks, {
		stage,
		pairOf,
		telling,
		offices,
		// One council at a time: how many votes a motion takes depends on the seats.
		before: { join: governance },
		after: {
			takeOver: (told) => checkCertificates(checks, told),
			suspend: async (told) => {
				await governance;
				await checkScenarios(checks, told, pairOf);
			},
		},
	});
	await Promise.all([
		newMember,
		checkDays(checks, story),
		checkQuestions(checks, story),
		checkRotation(checks, chain, people),
	]);
	await checkFinality(checks, node);
	await checks.that('the node tells every metric that alerts and the dashboard ask for', async () => {
		assert.deepEqual(missedIn(await node.metrics(), 'substrate'), []);
	});
}

/** Everything above becomes final. */
async function checkFinality(checks, node) {
	await checks.that('all this is final', async () => {
		const best = await node.best();
		await waitFor(`block ${best} is final`, FINALITY_LIMIT, async () => {
			return (await node.finalised()) >= best ? best : undefined;
		});
		return `block ${best}`;
	});
}
