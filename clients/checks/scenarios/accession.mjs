// Two administrations have an agreement, and a third one accedes to it (M6).

import assert from 'node:assert/strict';
import { agreementWith, documentOf } from '../../chain/calls.mjs';
import { leg } from '../../firms/offers.mjs';
import { refusedAs } from '../checks.mjs';
import { answerOf, granted, verdictAt } from './facts.mjs';

/** Those that agree first. */
const SIGNATORIES = ['CR', 'UY'];

/** All parties of the second version. */
const PARTIES = ['CR', 'UY', 'CO'];

/** Colombia accedes to an agreement of Costa Rica and Uruguay. */
export async function checkAccession(checks, world) {
	const { chain, story } = world;
	const { tx } = chain.api;
	const firms = {
		CR: story.chosen.linked.CR[0],
		CO: story.pilot.lists.CO.find(isExporter),
	};
	const verdicts = () => {
		return Promise.all([verdictAt(chain, 'CR', firms.CO), verdictAt(chain, 'CO', firms.CR)]);
	};
	const agreement = await conclude(world, SIGNATORIES);
	const first = await agreementOf(chain, agreement);
	let terms;
	await checks.that(
		'M6: an accession is proposed and signed by the parties; without the third nothing changes',
		async () => {
			const text = documentOf('Protocol on the accession of Colombia');
			const legs = legsAmong(world, PARTIES).filter(({ issuer, grantor }) => {
				return [issuer, grantor].includes('CO');
			});
			const amendment = [text, ['CO'], legs, [], null, world.day('CR')];
			const propose = tx.agreements.proposeAmendment(agreement, ...amendment);
			const submission = await chain.submitWell(propose, world.own('CR'));
			const event = chain.eventOf(submission, 'agreements', 'AmendmentProposed');
			terms = event.terms;
			const sign = tx.agreements.signAmendment(agreement, terms, world.day('UY'));
			await chain.submitWell(sign, world.own('UY'));
			await refusedAs(chain, sign, world.own('PE'), 'agreements.NotAParty');
			const now = await agreementOf(chain, agreement);
			assert.deepEqual([now.version, now.parties], [1, first.parties]);
			assert.deepEqual([now.amendment.version, now.amendment.acceding], [2, ['CO']]);
			assert.deepEqual(signersOf(now.amendment), [...SIGNATORIES].sort());
			assert.deepEqual(await verdicts(), ['NoAgreement', 'NoAgreement']);
		},
	);
	await checks.that(
		'M6: Colombia signs: it is version 2, and its firms have benefits from the day that Costa Rica gave',
		async () => {
			const sign = tx.agreements.signAmendment(agreement, terms, null);
			const submission = await chain.submitWell(sign, world.own('CO'));
			const event = chain.eventOf(submission, 'agreements', 'AmendmentSigned');
			assert.deepEqual([event.version.toNumber(), event.complete.isTrue], [2, true]);
			const now = await agreementOf(chain, agreement);
			assert.deepEqual([now.version, now.amendment], [2, null]);
			assert.deepEqual(signersOf(now), [...PARTIES].sort());
			const [earlier] = now.earlier;
			assert.deepEqual([earlier.version, earlier.terms], [1, first.terms]);
			const benefits = granted(await answerOf(chain, 'CR', firms.CO));
			assert.ok(benefits.every(([, under]) => under === agreement));
			assert.deepEqual(await verdicts(), ['granted', 'NoAgreement']);
		},
	);
	await checks.that(
		'M3: Colombia puts its leg in force, and the firms of Costa Rica have benefits there',
		async () => {
			const putInForce = tx.agreements.putInForce(agreement, 'CR', world.day('CO'));
			const submission = await chain.submitWell(putInForce, world.own('CO'));
			const changed = chain.eventOf(submission, 'agreements', 'LegChanged');
			const { version, issuer, grantor } = changed;
			assert.deepEqual([version.toNumber(), issuer.type, grantor.type], [2, 'CR', 'CO']);
			assert.deepEqual(await verdicts(), ['granted', 'granted']);
			// The legs of the first version are what they were.
			const { answer } = await chain.rpc('aeo_legs', ['CR', 'UY']);
			const before = answer.find((one) => one.agreement === agreement);
			assert.deepEqual([before.version, before.in_force], [1, true]);
		},
	);
}

function isExporter({ status, roles }) {
	return status === 'Authorised' && roles.includes('EX');
}

/** An agreement, and what waits for signatures. */
async function agreementOf(chain, agreement) {
	const { answer } = await chain.rpc('aeo_agreement', [agreement]);
	return answer;
}

/** Those that have signed. */
function signersOf({ parties }) {
	return parties.filter(({ signed }) => signed).map(({ party }) => party).sort();
}

/** An agreement is signed by its parties. Gives its number. */
async function conclude(world, parties) {
	const { chain } = world;
	const [first, ...others] = parties;
	const legs = legsAmong(world, parties);
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
function legsAmong({ story }, parties) {
	const lists = { ...story.pilot.lists, UY: [{ programme: 'OEA', type: 'OEC' }] };
	return parties.flatMap((issuer) => {
		const grantors = parties.filter((grantor) => grantor !== issuer);
		return grantors.map((grantor) => leg(issuer, grantor, lists));
	});
}
