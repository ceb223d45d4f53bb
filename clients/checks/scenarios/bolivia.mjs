// Bolivia is admitted, with clocks that are set so that its day ends soon; it needs one officer for a
// decision. Its certificates and those of its partners show what the clock decides.

import assert from 'node:assert/strict';
import {
	admissionOf,
	councilOf,
	decide,
	proposeNewcomer,
	twoThirdsOf,
} from '../../chain/admission.mjs';
import { agreementWith, clearUses, programmeOf, together } from '../../chain/calls.mjs';
import { FOREIGN_OFFER, leg } from '../../firms/offers.mjs';
import { BOLIVIA } from '../../network/participants.mjs';

/** How long Bolivia's day lasts from now at least, in seconds; a minute more at most. */
const DAY_LASTS = 60;

/** How many desks Bolivia has. */
const DESKS = 6;

/** What Bolivia's programme certifies. */
const TYPES = [
	{ programme: 'OEA', type: 'AEOF', halves: 'Both' },
	{ programme: 'OEA', type: 'AEOC', halves: 'Customs' },
];

/** What Bolivia gives to its own operators. */
const DOMESTIC_ROWS = [
	{ benefit: 'FewerDocumentChecks', requires: 'Customs' },
	{ benefit: 'FewerInspections', requires: 'Security' },
	{ benefit: 'ReducedData', requires: 'Customs' },
];

/** What Bolivia gives to the operators of Costa Rica besides what all agree on. */
const TRADE_RECOVERY = { benefit: 'TradeRecovery', requires: 'Either' };

/** Those who vote for Bolivia. */
const COUNCIL = ['CO', 'CR', 'MX', 'PE', 'UY'];

/**
 * Bolivia is admitted and signs with Costa Rica and Peru. Gives `midnight` (milliseconds UTC), its
 * `today` and the numbers of the `agreements` by partner.
 */
export async function admitBolivia(world) {
	const clock = clockWithMidnightSoon(Date.now());
	world.setClock(BOLIVIA.territory, clock.utcOffset);
	await admit(world, { ...BOLIVIA, utcOffset: clock.utcOffset });
	const today = world.day(BOLIVIA.territory);
	const agreements = await getReady(world, today);
	return { midnight: clock.midnight, today, agreements };
}

/** The offset with which a day ends soon, on a whole minute, and the moment at which it does. */
export function clockWithMidnightSoon(now) {
	const midnight = Math.ceil(now / 60_000 + DAY_LASTS / 60) * 60_000;
	const minutes = (midnight / 60_000) % 1_440;
	return { midnight, utcOffset: minutes <= 720 ? -minutes : 1_440 - minutes };
}

async function admit(world, newcomer) {
	const { chain } = world;
	const { territory } = newcomer;
	const members = COUNCIL.map((member) => world.own(member));
	const account = world.own(territory);
	const { number } = await proposeNewcomer(chain, members[0], newcomer, account);
	const threshold = twoThirdsOf((await councilOf(chain)).length);
	const admission = admissionOf(chain, newcomer, number);
	const { failure } = await decide(chain, admission, threshold, members);
	assert.equal(failure, undefined, String(failure));
}

/** Officers, programme, offers, and two agreements that the partners sign. */
async function getReady(world, today) {
	const { chain } = world;
	const { tx } = chain.api;
	const partners = ['CR', 'PE'];
	const submission = await chain.submitWell(
		together(chain.api, [
			...world.appointments('BO', DESKS),
			clearUses(chain.api),
			tx.certificates.setProgramme('OEA', programme()),
			tx.certificates.setDomesticOffers([domesticOffer()]),
			...partners.map((partner) => proposal(world, partner, today)),
		]),
		world.own('BO'),
	);
	const proposals = submission.events.filter(({ event }) => event.method === 'AgreementProposed');
	const signed = proposals.map(async ({ event }, place) => {
		const { agreement, terms } = event.data;
		const partner = partners[place];
		const sign = tx.agreements.sign(agreement, terms, world.day(partner));
		await chain.submitWell(sign, world.own(partner));
		return [partner, agreement.toNumber()];
	});
	return Object.fromEntries(await Promise.all(signed));
}

function programme() {
	const types = TYPES.map(({ type, halves }) => ({ code: type, halves }));
	return { ...programmeOf(types, false), untilRenewed: 'KeptInForce' };
}

function domesticOffer() {
	return {
		types: TYPES.map(({ programme: code, type }) => ({ programme: code, code: type })),
		roles: ['Exporter'],
		directions: ['Import', 'Export'],
		rows: DOMESTIC_ROWS,
	};
}

/** The agreement with a partner. */
function proposal({ chain, story }, partner, today) {
	const lists = { ...story.pilot.lists, BO: TYPES };
	const granted = leg(partner, 'BO', lists);
	const rows = partner === 'CR' ? [...FOREIGN_OFFER.rows, TRADE_RECOVERY] : granted.rows;
	const legs = [leg('BO', partner, lists), { ...granted, rows }];
	return agreementWith(chain.api, ['BO', partner], legs, today);
}
