// How administrations take over their lists; the founders do it in step 2, the newcomers in step 7.

import { batchOf, confirmationOfBatch, takeOverOf } from '../firms/taking-over.mjs';

/**
 * Each of these administrations proposes its list as one batch, and confirms it. Gives the batches
 * by territory, `{ hash, rows, taken, failed, block }`.
 */
export async function takeOverLists(story, step, territories) {
	const proposals = await propose(story, step, territories);
	const batches = await confirm(story, step, territories, proposals);
	territories.forEach((territory, place) => {
		const { rows, taken } = batches[place];
		step.expect(rows, taken);
		step.say('takeover.done', {
			country: story.country(territory),
			count: taken,
			suspended: story.pilot.lists[territory].filter(isSuspended).length,
		});
	});
	return Object.fromEntries(batches.map((batch, place) => [territories[place], batch]));
}

/** The first officers propose. Gives what confirms the batches. */
async function propose({ cast, stage, pilot, country }, step, territories) {
	const submissions = await step.send(
		...territories.map((territory) => {
			const list = pilot.lists[territory];
			return {
				what: ['takeover.batch', { country: country(territory), count: list.length }],
				by: territory,
				call: (api) => takeOverOf(api, list),
				pair: cast.officer(territory, 1),
			};
		}),
	);
	return submissions.map((submission, place) => {
		return batchOf(stage.chainOf(territories[place]), submission);
	});
}

/** The second officers confirm. Gives what the batches came to. */
async function confirm({ cast, stage, pilot, country }, step, territories, proposals) {
	const submissions = await step.send(
		...territories.map((territory, place) => ({
			what: ['takeover.confirm', { country: country(territory) }],
			by: territory,
			call: (api) => confirmationOfBatch(api, proposals[place]),
			pair: cast.officer(territory, 2),
		})),
	);
	return submissions.map((submission, place) => {
		const territory = territories[place];
		const event = stage.chainOf(territory).eventOf(submission, 'certificates', 'BatchDone');
		return {
			hash: proposals[place].batch,
			rows: pilot.lists[territory].length,
			taken: event.done.toNumber(),
			failed: event.failed.toNumber(),
			block: submission.block,
		};
	});
}

function isSuspended({ status }) {
	return status === 'Suspended';
}
