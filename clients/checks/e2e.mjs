// The end-to-end test: one node of the chain `development`, asked and told as a user would, with
// `@polkadot/api` and no custom types. The story is played on it with checks after each step, then
// the acceptance scenarios that the story leaves out.

import { Stage } from '../chain/stage.mjs';
import { connect } from '../chain/chain.mjs';
import { Checks } from './checks.mjs';
import { checkCertificates } from './certificates.mjs';
import { checkGovernance, checkRotation } from './governance.mjs';
import { checkQuestions } from './questions.mjs';
import { checkScenarios } from './scenarios.mjs';
import { checkStory } from './story.mjs';
import { URUGUAY, openKeyring } from '../network/participants.mjs';
import { say, seconds } from '../network/text.mjs';
import { waitFor } from '../network/wait.mjs';

/** How long finality may take, in seconds. */
const FINALITY_LIMIT = 60;

/** Starts the node, makes all checks, and gives how many failed. */
export async function runChecks(node) {
	const start = performance.now();
	await node.start();
	say(`${node.name} is up: ${node.url}, log ${node.log}`);
	// For the story the one node is Costa Rica's, which all others ask.
	const stage = new Stage(new Map([['CR', node]]));
	const checks = new Checks();
	const chain = await connect(node.url);
	try {
		await stage.connect();
		await checkAll(checks, { chain, stage, node, pairOf: await openKeyring() });
	} finally {
		await Promise.all([chain.close(), stage.close()]);
	}
	const elapsed = seconds((performance.now() - start) / 1000);
	say(`${checks.made} checks, ${checks.failed} failed, in ${elapsed}.`);
	return checks.failed;
}

async function checkAll(checks, { chain, stage, node, pairOf }) {
	const people = {
		mexico: pairOf('//Alice'),
		costaRica: pairOf('//Bob'),
		peru: pairOf('//Charlie'),
		colombia: pairOf('//Dave'),
		newColombia: pairOf('//Dave//new'),
		uruguay: pairOf(URUGUAY.key),
		uruguayanOfficer: pairOf('//UY//officer//1'),
		mexicanOfficer: pairOf('//MX//officer//1'),
		peruvianOfficer: pairOf('//PE//officer//1'),
		stranger: pairOf('//Ferdie'),
	};
	await checkGovernance(checks, chain, people, node, pairOf);
	const story = await checkStory(checks, { stage, pairOf });
	await checkCertificates(checks, story);
	await checkQuestions(checks, story);
	await checkScenarios(checks, story, pairOf);
	await checkRotation(checks, chain, people);
	await checkFinality(checks, node);
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
