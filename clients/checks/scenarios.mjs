// The acceptance scenarios that the story does not tell, on the chain of a story that was told. Each
// has officers and firms of its own, so that all go on at the same time, while Bolivia's day ends.

import { awayFromMidnight } from './certificates.mjs';
import { checkAccession } from './scenarios/accession.mjs';
import { checkOpinions, checkRequests } from './scenarios/agencies.mjs';
import { checkAgreements } from './scenarios/agreements.mjs';
import { checkAppeal } from './scenarios/appeal.mjs';
import { checkApplications } from './scenarios/applications.mjs';
import { checkIncident, checkRecognition } from './scenarios/benefits.mjs';
import { admitBolivia } from './scenarios/bolivia.mjs';
import { checkChanges } from './scenarios/changes.mjs';
import { checkMidnight } from './scenarios/clock.mjs';
import { checkDecisions } from './scenarios/decisions.mjs';
import { checkHalves } from './scenarios/halves.mjs';
import { checkIrregularity } from './scenarios/irregularities.mjs';
import { checkCouncilsQuarantine, checkOwnQuarantine } from './scenarios/quarantine.mjs';
import { checkSuspensions } from './scenarios/suspensions.mjs';
import { checkTraders } from './scenarios/traders.mjs';
import { World } from './scenarios/world.mjs';

/** Those for which the officers of the story are enough. */
const AT_ONCE = [checkRecognition, checkIrregularity, checkAccession, checkOwnQuarantine];

/** Makes the checks of all scenarios. */
export async function checkScenarios(checks, story, pairOf) {
	const world = new World(story, pairOf);
	await Promise.all([
		playAll(checks, AT_ONCE, world),
		checkWithOfficers(checks, world),
		checkWithBolivia(checks, world),
	]);
}

async function checkWithOfficers(checks, world) {
	await Promise.all([world.open(), awayFromMidnight('MX'), awayFromMidnight('PE')]);
	const scenarios = [
		checkApplications,
		checkSuspensions,
		checkChanges,
		checkDecisions,
		checkRequests,
		checkAgreements,
		checkTraders,
	];
	await playAll(checks, scenarios, world);
}

async function checkWithBolivia(checks, world) {
	const bolivia = await admitBolivia(world);
	const scenarios = [
		checkMidnight,
		checkHalves,
		checkAppeal,
		checkIncident,
		checkOpinions,
		checkCouncilsQuarantine,
	];
	await playAll(checks, scenarios, world, bolivia);
}

/** Plays scenarios at the same time; one that breaks off is a failed check, and the others go on. */
async function playAll(checks, scenarios, ...facts) {
	await Promise.all(
		scenarios.map(async (play) => {
			try {
				await play(checks, ...facts);
			} catch (error) {
				await checks.that(`${play.name} comes to its end`, () => Promise.reject(error));
			}
		}),
	);
}
