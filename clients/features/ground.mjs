// The ground on which the scenarios are played: a development chain with more administrations, each
// with officers enough, and the agreements that they have when a scenario begins.

import { agreementWith, clearUses } from '../chain/calls.mjs';
import { dayAt } from '../chain/clock.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { FOREIGN_OFFER, leg } from '../firms/offers.mjs';

/** How many scenarios are played at a time. */
export const AT_ONCE = 6;

/** How long Bolivia's day lasts from the start at least, in seconds; a minute more at most. */
const DAY_LASTS = 180;

/** How far from UTC the clocks of the other administrations are, in minutes. */
const CLOCKS = {
	MX: -360, CR: -360, PE: -300, CO: -300, CL: -240, UY: -180, BR: -180, AR: -180, PY: -180,
	GT: -360, DO: -240, HN: -360, KR: 540, JP: 540, MY: 480, US: -300,
};

/** The administration whose day ends while the scenarios go on. */
const BOLIVIA = 'BO';

/** All administrations. */
export const ADMINISTRATIONS = [...Object.keys(CLOCKS), BOLIVIA];

/** Those that vote in the council: two thirds of it, and none that is quarantined. */
export const COUNCIL = ADMINISTRATIONS.filter((one) => !['HN', 'KR'].includes(one)).slice(0, 12);

/** Who has an agreement with whom from the start. */
const AGREEMENTS = [
	['MX', 'CR'],
	['MX', 'PE'],
	['BO', 'CR'],
	['BO', 'PE'],
	['HN', 'PE'],
	['KR', 'CR'],
	['MY', 'JP'],
	['US', 'PE'],
];

/** What an administration gives to its own firms. */
const AT_HOME = [
	{ benefit: 'ReducedData', requires: 'Customs' },
	{ benefit: 'GuaranteeReduction', requires: 'Customs' },
	{ benefit: 'FewerInspections', requires: 'Security' },
];

/** What it gives to those of a partner. */
const ABROAD = [...FOREIGN_OFFER.rows, { benefit: 'TradeRecovery', requires: 'Either' }];

/** The programme and the type in which an administration certifies. */
export function typeOf(territory) {
	return { programme: territory === 'CR' ? 'PROFAC' : 'OEA', type: 'OEA' };
}

/** The keys of all who take part. */
export async function openCast() {
	const pairOf = await openKeyring();
	const founders = new Keys(pairOf);
	// Further derivations of one pair are quick; those from the phrase are not.
	const root = pairOf('//features');
	return {
		/** The own account of an administration. */
		own: (territory) => {
			return ['MX', 'CR', 'PE', 'CO'].includes(territory)
				? founders.own(territory)
				: root.derive(`//${territory}`);
		},
		/** An officer of an administration, from 0 on. */
		officer: (territory, place) => root.derive(`//${territory}//officer//${place}`),
		/** An account by its name. */
		account: (name) => root.derive(`//account//${name}`),
	};
}

/**
 * The clocks of all administrations, by how far they are from UTC, where Bolivia's day ends soon; and
 * its `midnight` in milliseconds UTC, on a whole minute.
 */
export function clocksAt(now) {
	const minute = Math.ceil((now + 1_000 * DAY_LASTS) / 60_000);
	const ahead = minute % 1_440;
	const clocks = { ...CLOCKS, [BOLIVIA]: ahead <= 720 ? -ahead : 1_440 - ahead };
	return { clocks, midnight: minute * 60_000 };
}

/** The specification of the development chain with these administrations. */
export function specFor(spec, cast, clocks) {
	const copy = structuredClone(spec);
	const { administrations, certificates } = copy.genesis.runtimeGenesis.patch;
	const [founder] = administrations.administrations;
	const [scopes] = founder.officers.map(([, all]) => all);
	administrations.administrations = ADMINISTRATIONS.map((territory) => ({
		...founder,
		territory,
		account: cast.own(territory).address,
		officers: Array.from({ length: 2 * AT_ONCE }, (_, place) => {
			return [cast.officer(territory, place).address, scopes];
		}),
		utcOffset: clocks[territory],
		validating: territory === founder.territory,
	}));
	const [programme] = certificates.programmes;
	const [{ offers: [offer] }] = certificates.domesticOffers;
	certificates.programmes = ADMINISTRATIONS.map((territory) => {
		return { ...programme, administration: territory, code: typeOf(territory).programme };
	});
	certificates.domesticOffers = ADMINISTRATIONS.map((territory) => {
		const { programme: code, type } = typeOf(territory);
		const types = [{ programme: code, code: type }];
		return { administration: territory, offers: [{ ...offer, types, rows: AT_HOME }] };
	});
	return copy;
}

/** The legs from each of these parties to each other; what they give, where it is not the usual. */
export function legsAmong(parties, offer = {}) {
	const lists = Object.fromEntries(parties.map((party) => [party, [typeOf(party)]]));
	return parties.flatMap((issuer) => {
		const grantors = parties.filter((grantor) => grantor !== issuer);
		return grantors.map((grantor) => {
			return { ...leg(issuer, grantor, lists), rows: ABROAD, ...offer };
		});
	});
}

/** Costa Rica records uses in clear, and the agreements that are there from the start are signed. */
export async function prepare(chain, cast, clocks) {
	const { tx } = chain.api;
	const dayOf = (territory) => dayAt(clocks[territory], Date.now());
	const proposed = await Promise.all(
		AGREEMENTS.map(([first, second]) => {
			const legs = legsAmong([first, second]);
			const call = agreementWith(chain.api, [first, second], legs, dayOf(first));
			return chain.submitWell(call, cast.own(first));
		}),
	);
	const signatures = new Map([['CR', [clearUses(chain.api)]]]);
	AGREEMENTS.forEach(([, second], place) => {
		const event = chain.eventOf(proposed[place], 'agreements', 'AgreementProposed');
		const sign = tx.agreements.sign(event.agreement, event.terms, dayOf(second));
		signatures.set(second, [...(signatures.get(second) ?? []), sign]);
	});
	// A signature says that it may begin the largest agreement: a block holds three of those.
	await Promise.all(
		[...signatures].map(async ([territory, calls]) => {
			for (const call of calls) {
				await chain.submitWell(call, cast.own(territory));
			}
		}),
	);
}
