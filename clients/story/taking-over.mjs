// How administrations take over their lists, by `aeo` as an office would; the founders do it in step 2, the newcomers in
// step 7.

import { fileURLToPath } from 'node:url';
import { stopwatch } from '../network/wait.mjs';

/** The list of an administration, as its office keeps it. */
const fileOf = (territory) => {
	const name = `../../chain-specs/pilot/${territory.toLowerCase()}.csv`;
	return fileURLToPath(new URL(name, import.meta.url));
};

/**
 * The first officer of each of these administrations loads its list, and the second confirms what equals her own copy
 * of it. Gives the batches by territory, `{ taken, failed, block }`.
 */
export async function takeOverLists(story, step, territories) {
	// An office asks the last final block who its officers are: those who were appointed just now have to be in it.
	await Promise.all(territories.map((territory) => story.stage.chainOf(territory).untilFinal()));
	await Promise.all(territories.map((territory) => load(story, step, territory)));
	const batches = await confirm(story, step, territories);
	territories.forEach((territory, place) => {
		const { taken, failed } = batches[place];
		step.expect(0, failed);
		step.say('takeover.done', {
			country: story.country(territory),
			count: taken,
			suspended: story.pilot.lists[territory].filter(isSuspended).length,
		});
	});
	return Object.fromEntries(batches.map((batch, place) => [territories[place], batch]));
}

/** The first officer proposes: the batch waits then. */
async function load({ cast, office, pilot, country }, step, territory) {
	const elapsed = stopwatch();
	const { path } = cast.officer(territory, 1).meta;
	await office(territory).list('load', fileOf(territory), path);
	const count = pilot.lists[territory].length;
	const told = { country: country(territory), count, seconds: elapsed().toFixed(1) };
	step.progress('takeover.batch', told);
}

/** The second officers confirm. Gives what the batches came to. */
async function confirm({ cast, office, stage, pilot, country }, step, territories) {
	const elapsed = stopwatch();
	const confirmed = await Promise.all(
		territories.map(async (territory) => {
			const { path } = cast.officer(territory, 2).meta;
			await office(territory).list('confirm', fileOf(territory), path);
			const seconds = elapsed();
			const chain = stage.chainOf(territory);
			const { answer: counts } = await chain.rpc('aeo_counts', [territory]);
			const rows = pilot.lists[territory];
			// The batch is done in one block, which each of its certificates names.
			const { answer: periods } = await chain.rpc('aeo_history', [territory, rows[0].certificate]);
			const [{ block }] = periods;
			const finality = Promise.resolve({ block, seconds });
			return {
				batch: { taken: counts.ordinals, failed: rows.length - counts.ordinals, block },
				told: { call: 'aeo list confirm', block, inclusion: seconds, finality },
			};
		}),
	);
	const told = confirmed.map((one) => one.told);
	await step.noteAll(told, (place) => ['takeover.confirm', { country: country(territories[place]) }]);
	return confirmed.map(({ batch }) => batch);
}

function isSuspended({ status }) {
	return status === 'Suspended';
}
