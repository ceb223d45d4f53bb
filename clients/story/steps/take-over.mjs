// Step 2: the administrations take over what exists, and firms ask for their own status.

import { nameOf } from '../../chain/ask.mjs';
import { clearUses } from '../../chain/calls.mjs';
import { FIRST } from '../choice.mjs';
import { takeOverLists } from '../taking-over.mjs';

/** Takes over the lists of the founders, and links two firms of each country. */
export async function takeOver(story, step) {
	step.open('takeover.heading');
	step.say('takeover.why');
	await step.send(
		...FIRST.map((territory) => ({
			what: ['takeover.uses', { country: story.country(territory) }],
			by: territory,
			call: clearUses,
			pair: story.cast.own(territory),
		})),
	);
	const batches = await takeOverLists(story, step, FIRST);
	step.say('link.why');
	const linked = await linkFirms(story, step);
	step.close('takeover.outcome', {
		certificates: Object.values(batches).reduce((sum, { taken }) => sum + taken, 0),
		administrations: FIRST.length,
		linked: linked.length,
	});
	return { batches, linked };
}

/** Offers accounts to the chosen firms, who accept and ask for their status. */
async function linkFirms(story, step) {
	const { cast, chosen, country } = story;
	const firms = FIRST.flatMap((territory) => {
		return chosen.linked[territory].map((firm, place) => ({ territory, firm, place }));
	});
	await step.send(
		...firms.map(({ territory, firm, place }) => ({
			what: ['link.propose', { country: country(territory), firm: firm.name }],
			by: territory,
			call: ({ tx }) => {
				return tx.identities.offerAccount(firm.tin, cast.firm(firm.tin).address, null);
			},
			pair: cast.officer(territory, place + 1),
		})),
	);
	await step.send(
		...firms.map(({ territory, firm }) => ({
			what: ['link.accept', { firm: firm.name }],
			by: territory,
			call: ({ tx }) => tx.identities.acceptAccount(firm.tin),
			pair: cast.firm(firm.tin),
		})),
	);
	const linked = [];
	for (const { territory, firm } of firms) {
		linked.push({ firm, certificate: await askOwnStatus(story, step, territory, firm) });
	}
	return linked;
}

/** A firm asks for its own status. Gives its certificate as the chain has it. */
async function askOwnStatus({ stage, say }, step, territory, { tin, name }) {
	const { answer } = await stage.chainOf(territory).rpc('aeo_certificatesOf', [tin]);
	const [certificate] = answer;
	step.expect('Authorised', nameOf(certificate.state));
	step.say('link.status', {
		firm: name,
		tin,
		status: say(`status.${nameOf(certificate.state)}`),
		certificate: certificate.number,
		until: certificate.validity.until,
	});
	return certificate;
}
