// Step 3: Mexico signs with Costa Rica and with Peru, and the next declaration gets its benefits.

import { evaluate, evaluateDeclaration, verdictOf } from '../../chain/ask.mjs';
import { commitmentTo, grantOf } from '../../chain/calls.mjs';
import { today } from '../../chain/clock.mjs';
import { agreementOf } from '../../firms/offers.mjs';
import { stopwatch } from '../../network/wait.mjs';
import { evaluateAll, phraseOf } from '../answers.mjs';
import { countByChain } from '../yesterday.mjs';
import { factsOf } from './yesterday.mjs';

/** Two agreements by two transactions each, a shipment, and the day of declarations once more. */
export async function sign(story, step) {
	const { stage, chosen, say } = story;
	const { destination } = chosen.shipment;
	const atCostaRica = stage.chainOf('CR');
	step.open('sign.heading');
	step.say('sign.why');
	const before = await evaluateDeclaration(atCostaRica, destination);
	step.say('sign.before', { reference: destination.reference, answer: phraseOf(before, say) });
	const agreements = await signAgreements(story, step, [
		['MX', 'CR'],
		['PE', 'MX'],
	]);
	const shipment = await clearShipment(story, step);
	step.expect('NoAgreement', verdictOf(before));
	step.expect('granted', verdictOf(shipment.atOrigin));
	step.expect('granted', verdictOf(shipment.atDestination));
	const day = await askTheDay(story, step);
	step.close('sign.outcome');
	return { before, agreements, ...shipment, ...day };
}

/**
 * The first of each pair proposes an agreement with the second, who signs. Gives
 * `[{ agreement, terms, complete }]`.
 */
export async function signAgreements(story, step, pairs) {
	const { cast, stage, country, pilot } = story;
	const proposed = await step.send(
		...pairs.map((parties) => ({
			what: ['sign.propose', { country: country(parties[0]), partner: country(parties[1]) }],
			by: parties[0],
			call: (api) => agreementOf(api, parties, pilot.lists, today(parties[0])),
			pair: cast.own(parties[0]),
		})),
	);
	const agreements = proposed.map((submission, place) => {
		const chain = stage.chainOf(pairs[place][0]);
		const { agreement, terms } = chain.eventOf(submission, 'agreements', 'AgreementProposed');
		return { agreement: agreement.toNumber(), terms: terms.toHex() };
	});
	const signed = await step.send(
		...pairs.map(([proposer, signer], place) => ({
			what: ['sign.sign', { country: country(signer), partner: country(proposer) }],
			by: signer,
			call: ({ tx }) => {
				const { agreement, terms } = agreements[place];
				return tx.agreements.sign(agreement, terms, today(signer));
			},
			pair: cast.own(signer),
		})),
	);
	return agreements.map((agreement, place) => {
		const chain = stage.chainOf(pairs[place][1]);
		const event = chain.eventOf(signed[place], 'agreements', 'AgreementSigned');
		return { ...agreement, complete: event.complete.isTrue };
	});
}

/** The shipment gets its benefits at origin and at destination, and both are recorded. */
async function clearShipment(story, step) {
	const { stage, chosen, say, cast, country } = story;
	const { firm, origin, destination } = chosen.shipment;
	const atOrigin = await evaluate(stage.chainOf('MX'), 'MX', firm.tin, 'EX', 'Export');
	step.say('sign.origin', {
		country: country('MX'),
		reference: origin.reference,
		firm: firm.name,
		answer: phraseOf(atOrigin, say),
	});
	const atDestination = await evaluateDeclaration(stage.chainOf('CR'), destination);
	step.say('sign.destination', {
		country: country('CR'),
		reference: destination.reference,
		firm: firm.name,
		role: say(`role.${destination.role}`),
		answer: phraseOf(atDestination, say),
	});
	const ends = [
		{ territory: 'MX', reference: origin.reference, direction: 'Export' },
		{ territory: 'CR', reference: destination.reference, direction: 'Import' },
	].map((end) => ({ ...end, commitment: commitmentTo(end.reference) }));
	const submissions = await step.send(
		...ends.map(({ territory, reference, direction, commitment }) => ({
			what: ['sign.record', { country: country(territory), reference }],
			by: territory,
			call: (api) => grantOf(api, commitment, firm.tin, 'EX', direction),
			pair: cast.officer(territory, 1),
		})),
	);
	const grants = submissions.map((submission, place) => {
		const chain = stage.chainOf(ends[place].territory);
		return { ...ends[place], event: chain.eventOf(submission, 'benefits', 'BenefitsGranted') };
	});
	return { atOrigin, atDestination, grants };
}

/** All declarations of the day are put to the chain. */
async function askTheDay({ stage, pilot, facts }, step) {
	const { declarations } = pilot;
	const elapsed = stopwatch();
	const chainOf = (territory) => stage.chainOf(territory);
	const answers = await evaluateAll(chainOf, declarations, (asked) => {
		step.progress('run.asked', { asked, all: declarations.length });
	});
	const seconds = elapsed();
	const { counted, given } = countByChain(answers, factsOf(pilot));
	step.say('sign.day', {
		declarations: declarations.length,
		seconds: seconds.toFixed(1),
		counted,
		given,
		listed: facts.yesterday.count.given,
	});
	return { answers };
}
