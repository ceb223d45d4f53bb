// Step 7: Chile and Korea are admitted by vote, take over their lists and sign with Costa Rica.

import {
	admissionOf,
	closeMotion,
	councilOf,
	openMotion,
	proposeNewcomer,
	stateOf,
	twoThirdsOf,
	voteAye,
} from '../../chain/admission.mjs';
import { evaluate, evaluateDeclaration, verdictOf } from '../../chain/ask.mjs';
import { together } from '../../chain/calls.mjs';
import { readyCalls } from '../../firms/offers.mjs';
import { ADMINISTRATIONS } from '../../network/participants.mjs';
import { phraseOf } from '../answers.mjs';
import { FIRST, NEWCOMERS } from '../choice.mjs';
import { takeOverLists } from '../taking-over.mjs';
import { becomeValidator, startNode } from '../validator.mjs';
import { signAgreements } from './sign.mjs';

/** Who proposes whom, opens the motion and closes it. */
const SPONSORS = { CL: 'MX', KR: 'CR' };

/** The newcomer that runs a node, where there are several. */
const VALIDATOR = 'CL';

/** Admits the newcomers; each becomes a partner of Costa Rica. */
export async function join(story, step) {
	const { stage } = story;
	step.open('join.heading');
	step.say('join.why');
	const admissions = await admit(story, step);
	let validating;
	if (stage.isNetwork) {
		await startNode(story, step, VALIDATOR);
		validating = becomeValidator(story, step, VALIDATOR);
		// Its failure is heard of below, when everything else is done.
		validating.catch(() => {});
	}
	await getReady(story, step);
	const batches = await takeOverLists(story, step, NEWCOMERS);
	const agreements = await signAgreements(
		story,
		step,
		NEWCOMERS.map((territory) => [territory, 'CR']),
	);
	const chilean = await askAboutChile(story, step);
	const korean = await recogniseKoreans(story, step);
	step.expect('granted', verdictOf(chilean));
	korean.after.forEach((answer) => step.expect('granted', verdictOf(answer)));
	await validating;
	step.close('join.outcome');
	return { admissions, batches, agreements, chilean, korean };
}

/** The council admits the newcomers, both at the same time. Gives their states. */
async function admit(story, step) {
	const proposals = await propose(story, step);
	const motions = await open(story, step, proposals);
	await vote(story, step, motions);
	const closings = await close(story, step, motions);
	return ensureAdmitted(story, step, closings);
}

/** The connection and the own account of a newcomer's sponsor. */
function sponsorOf({ stage, cast }, territory) {
	const sponsor = SPONSORS[territory];
	return { chain: stage.chainOf(sponsor), pair: cast.own(sponsor) };
}

/** What is told of a newcomer and its sponsor, by the newcomer's place. */
function namesOf({ country }, place) {
	const territory = NEWCOMERS[place];
	return { country: country(SPONSORS[territory]), newcomer: country(territory) };
}

async function propose(story, step) {
	const proposals = await Promise.all(
		NEWCOMERS.map((territory) => {
			const { chain, pair } = sponsorOf(story, territory);
			const newcomer = ADMINISTRATIONS[territory];
			return proposeNewcomer(chain, pair, newcomer, story.cast.own(territory));
		}),
	);
	await step.noteAll(proposals, (place) => ['join.propose', namesOf(story, place)]);
	return proposals;
}

async function open(story, step, proposals) {
	const seats = (await councilOf(story.stage.chainOf('CR'))).length;
	const motions = await Promise.all(
		NEWCOMERS.map((territory, place) => {
			const { chain, pair } = sponsorOf(story, territory);
			const call = admissionOf(chain, ADMINISTRATIONS[territory], proposals[place].number);
			// Each newcomer before this one has a seat by then.
			return openMotion(chain, call, twoThirdsOf(seats + place), pair);
		}),
	);
	const submissions = motions.map(({ submission }) => submission);
	await step.noteAll(submissions, (place) => ['join.motion', namesOf(story, place)]);
	return motions;
}

/** All founders vote aye on both motions. */
async function vote({ stage, country, cast }, step, motions) {
	for (const [place, motion] of motions.entries()) {
		const votes = await Promise.all(
			FIRST.map((member) => voteAye(stage.chainOf(member), motion, cast.own(member))),
		);
		await step.noteAll(votes, (voter) => [
			'join.vote',
			{ country: country(FIRST[voter]), newcomer: country(NEWCOMERS[place]) },
		]);
	}
}

/** The sponsors close the motions, one after the other: the seats change in between. */
async function close(story, step, motions) {
	const closings = [];
	for (const [place, territory] of NEWCOMERS.entries()) {
		const { chain, pair } = sponsorOf(story, territory);
		const closing = await closeMotion(chain, motions[place], pair);
		await step.noteAll([closing], () => ['join.close', namesOf(story, place)]);
		closings.push(closing);
	}
	return closings;
}

/** The state of each newcomer, which must be admitted. */
async function ensureAdmitted({ stage }, step, closings) {
	const failed = closings.find(({ failure }) => failure !== undefined);
	if (failed !== undefined) {
		throw new Error(`The council's decision could not be executed: ${failed.failure}`);
	}
	const states = NEWCOMERS.map(async (territory) => {
		const state = await stateOf(stage.chainOf('CR'), territory);
		step.expect('Admitted', state);
		return [territory, state];
	});
	return Object.fromEntries(await Promise.all(states));
}

/** The newcomers appoint officers and declare what they have. */
async function getReady({ pilot, country, cast }, step) {
	await step.send(
		...NEWCOMERS.map((territory) => ({
			what: ['join.ready', { country: country(territory) }],
			by: territory,
			call: (api) => {
				const officers = [1, 2].map((place) => cast.officer(territory, place));
				return together(api, readyCalls(api, pilot.lists[territory], officers));
			},
			pair: cast.own(territory),
		})),
	);
}

/** What Costa Rica gives to an exporter of Chile. */
async function askAboutChile({ stage, chosen, country, say }, step) {
	const { chilean } = chosen;
	const answer = await evaluate(stage.chainOf('CR'), 'CR', chilean.tin, 'EX', 'Import');
	step.say('join.partner', {
		country: country('CR'),
		partner: country('CL'),
		firm: chilean.name,
		answer: phraseOf(answer, say),
	});
	return answer;
}

/** Costa Rica issues codes for Korean firms, and recognises them by these in declarations. */
async function recogniseKoreans(story, step) {
	const { stage, chosen, country, cast } = story;
	const { korean } = chosen;
	const before = await askByAlias(story);
	await step.send({
		what: ['join.alias', { country: country('CR'), count: korean.length }],
		by: 'CR',
		call: (api) => {
			const calls = korean.map(({ firm }) => {
				return api.tx.identities.issueAlias(firm.tin, firm.alias_scheme, firm.alias);
			});
			return together(api, calls);
		},
		pair: cast.officer('CR', 1),
	});
	const after = await askByAlias(story);
	tellTheFirst(story, step, after[0]);
	return { before, after, certificates: await certificatesOf(stage, korean) };
}

function askByAlias({ stage, chosen }) {
	return Promise.all(
		chosen.korean.map(({ declaration }) => {
			return evaluateDeclaration(stage.chainOf('CR'), declaration);
		}),
	);
}

function tellTheFirst({ chosen, country, say }, step, answer) {
	const [{ firm, declaration }] = chosen.korean;
	step.say('join.recognised', {
		country: country('CR'),
		reference: declaration.reference,
		alias: declaration.foreign_alias,
		tin: firm.tin,
		firm: firm.name,
		answer: phraseOf(answer, say),
	});
}

async function certificatesOf(stage, korean) {
	const asked = korean.map(async ({ firm }) => {
		const { answer } = await stage.chainOf('KR').rpc('aeo_certificatesOf', [firm.tin]);
		return answer.map(({ number }) => number);
	});
	return (await Promise.all(asked)).flat();
}
