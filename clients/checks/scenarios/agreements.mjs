// Agreements that cover some firms and declarations only, and two agreements of the same pair.

import assert from 'node:assert/strict';
import { agreementWith } from '../../chain/calls.mjs';
import { leg } from '../../firms/offers.mjs';
import { firmOf } from '../firms.mjs';
import { answerOf, granted, verdictAt } from './facts.mjs';

/** What Peru and Colombia agree on: imports of makers and exporters, as the EU and the US did. */
const BILATERAL = {
	roles: ['Manufacturer', 'Exporter'],
	directions: ['Import'],
	rows: [
		{ benefit: 'FewerInspections', requires: 'Security' },
		{ benefit: 'PriorityInspection', requires: 'Either' },
	],
};

/** What they agree on together with Uruguay. */
const REGIONAL = {
	roles: ['Manufacturer', 'Exporter', 'Importer'],
	directions: ['Import', 'Export'],
	rows: [
		{ benefit: 'PriorityInspection', requires: 'Either' },
		{ benefit: 'PriorityClearance', requires: 'Either' },
	],
};

/** Peru and Colombia sign twice. */
export async function checkAgreements(checks, world) {
	const { chain } = world;
	const desk = world.desk('PE');
	const [firm] = await world.certified(desk, [firmOf('PE', { roles: ['EX', 'CB'] })]);
	const verdict = (role, direction) => verdictAt(chain, 'CO', firm, { role, direction });
	await checks.that('before Peru and Colombia sign there is no agreement', async () => {
		assert.equal(await verdict('EX', 'Import'), 'NoAgreement');
	});
	let bilateral;
	await checks.that(
		'scenario 7: a broker is not covered by an agreement on makers and exporters; it is as an exporter',
		async () => {
			bilateral = await conclude(world, ['PE', 'CO'], BILATERAL);
			assert.equal(await verdict('CB', 'Import'), 'RoleNotEligible');
			assert.deepEqual(granted(await answerOf(chain, 'CO', firm)), [
				['FewerInspections', bilateral],
				['PriorityInspection', bilateral],
			]);
			assert.equal(await verdict('MF', 'Import'), 'RoleNotCertified');
		},
	);
	await checks.that(
		'scenario 8: an export is not covered by an agreement on imports; at home it has benefits',
		async () => {
			assert.equal(await verdict('EX', 'Export'), 'DirectionNotCovered');
			assert.equal(await verdict('CB', 'Export'), 'RoleNotEligible');
			assert.equal(await verdictAt(chain, 'PE', firm, { direction: 'Export' }), 'granted');
		},
	);
	await checkTwoAgreements(checks, world, firm, bilateral);
}

/** A pair with two agreements: what both give is united, and each stands by itself. */
async function checkTwoAgreements(checks, world, firm, bilateral) {
	const { chain } = world;
	const { tx } = chain.api;
	const benefits = async () => granted(await answerOf(chain, 'CO', firm));
	const regional = await conclude(world, ['PE', 'CO', 'UY'], REGIONAL);
	const union = [
		['FewerInspections', bilateral],
		['PriorityInspection', bilateral],
		['PriorityClearance', regional],
	];
	const byBilateral = union.filter(([, agreement]) => agreement === bilateral);
	const byRegional = [
		['PriorityInspection', regional],
		['PriorityClearance', regional],
	];
	await checks.that(
		'scenario 5: two agreements of a pair give the union of their benefits',
		async () => {
			assert.deepEqual(await benefits(), union);
			assert.equal(await verdictAt(chain, 'CO', firm, { direction: 'Export' }), 'granted');
			assert.equal(await verdictAt(chain, 'CO', firm, { role: 'CB' }), 'RoleNotEligible');
		},
	);
	await checks.that(
		'scenario 5: Colombia suspends a leg of the one, and all that the other gives stays',
		async () => {
			const suspend = tx.agreements.suspendLeg(bilateral, 'PE', 'CO');
			const submission = await chain.submitWell(suspend, world.own('CO'));
			const event = chain.eventOf(submission, 'agreements', 'LegChanged');
			assert.deepEqual([event.to.type, event.by.type], ['Suspended', 'CO']);
			assert.deepEqual(await benefits(), byRegional);
			assert.deepEqual(await standingOf(chain, 'PE', 'CO'), [
				[bilateral, false],
				[regional, true],
			]);
			assert.deepEqual(await standingOf(chain, 'CO', 'PE'), [
				[bilateral, true],
				[regional, true],
			]);
		},
	);
	await checks.that(
		'scenario 5: it resumes, and Peru suspends the leg of the other',
		async () => {
			const resume = tx.agreements.resumeLeg(bilateral, 'PE', 'CO');
			await chain.submitWell(resume, world.own('CO'));
			assert.deepEqual(await benefits(), union);
			const suspend = tx.agreements.suspendLeg(regional, 'PE', 'CO');
			await chain.submitWell(suspend, world.own('PE'));
			assert.deepEqual(await benefits(), byBilateral);
			assert.equal(
				await verdictAt(chain, 'CO', firm, { direction: 'Export' }),
				'DirectionNotCovered',
			);
		},
	);
}

/** An agreement is signed by its parties, each leg the same. Gives its number. */
export async function conclude(world, parties, offer = {}) {
	const { chain } = world;
	const [first, ...others] = parties;
	const legs = legsAmong(world, parties).map((usual) => ({ ...usual, ...offer }));
	const proposal = agreementWith(chain.api, parties, legs, world.day(first));
	const proposed = await chain.submitWell(proposal, world.own(first));
	const event = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
	const { agreement, terms } = event;
	await Promise.all(
		others.map((party) => {
			const sign = chain.api.tx.agreements.sign(agreement, terms, world.day(party));
			return chain.submitWell(sign, world.own(party));
		}),
	);
	return agreement.toNumber();
}

/** The legs from each of these parties to each other. */
export function legsAmong({ story }, parties) {
	const lists = { ...story.pilot.lists, UY: [{ programme: 'OEA', type: 'OEC' }] };
	return parties.flatMap((issuer) => {
		const grantors = parties.filter((grantor) => grantor !== issuer);
		return grantors.map((grantor) => leg(issuer, grantor, lists));
	});
}

/** Which agreements have a leg from an issuer to a grantor, and whether it is in force. */
async function standingOf(chain, issuer, grantor) {
	const { answer } = await chain.rpc('aeo_legs', [issuer, grantor]);
	return answer.map(({ agreement, in_force: inForce }) => [agreement, inForce]);
}
