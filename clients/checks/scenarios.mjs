// What the scenarios of the specification leave out and a client needs all the same: applications,
// agencies, requests, renewals, reviews, decisions that are refused. Each has officers and firms of its
// own, so that all go on at the same time.

import { awayFromMidnight } from './certificates.mjs';
import { checkAccession } from './scenarios/accession.mjs';
import { checkOpinions, checkRequests } from './scenarios/agencies.mjs';
import { checkApplications } from './scenarios/applications.mjs';
import { checkChanges } from './scenarios/changes.mjs';
import { checkDecisions } from './scenarios/decisions.mjs';
import { checkIrregularity } from './scenarios/irregularities.mjs';
import { checkSuspensions } from './scenarios/suspensions.mjs';
import { World } from './scenarios/world.mjs';

/** All of them. */
const SCENARIOS = [
	checkIrregularity,
	checkAccession,
	checkApplications,
	checkSuspensions,
	checkChanges,
	checkDecisions,
	checkRequests,
	checkOpinions,
];

/** Plays all at the same time; one that breaks off is a failed check, and the others go on. */
export async function checkScenarios(checks, story, pairOf) {
	const world = new World(story, pairOf);
	await Promise.all([world.open(), awayFromMidnight('MX'), awayFromMidnight('PE')]);
	await Promise.all(
		SCENARIOS.map(async (play) => {
			try {
				await play(checks, world);
			} catch (error) {
				await checks.that(`${play.name} comes to its end`, () => Promise.reject(error));
			}
		}),
	);
}
