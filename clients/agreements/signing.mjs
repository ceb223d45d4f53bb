// An agreement comes about: proposed, signed by all, its legs in force that are to operate now.

import { documentOf, together } from '../chain/calls.mjs';
import { dayAt } from '../chain/clock.mjs';
import { say } from '../network/text.mjs';
import { LEG_TYPE } from './codes.mjs';
import { arrow, firstDayOfLeg, isStaggered, legsOf, pairsOf } from './legs.mjs';

/** Makes an agreement, as far as it is not there. Gives its number. */
export async function agree(world, agreement) {
	const { title, name } = agreement;
	say();
	say(`${title} (${name}):`);
	const number = (await find(world.chain, agreement)) ?? (await propose(world, agreement));
	await signAll(world, agreement, number);
	await ensureSameTerms(world, agreement, number);
	await begin(world, agreement, number);
	return number;
}

/** The latest agreement of this title and these parties, if there is one. */
async function find(chain, { title, parties, name }) {
	const { agreements, earlierVersions } = chain.api.query.agreements;
	const wanted = Object.keys(parties).sort().join();
	const numbersIn = (entries) => {
		const isMeant = ([, record]) => {
			const { text, parties: signers } = record.unwrap();
			const found = [...signers].map(({ type }) => type).sort();
			return text.toHex() === documentOf(title) && found.join() === wanted;
		};
		return entries.filter(isMeant).map(([key]) => key.args[0].toNumber());
	};
	const [amended] = numbersIn(await earlierVersions.entries());
	if (amended !== undefined) {
		throw new Error(
			`Agreement ${amended} is that of ${name} and was amended since: what it says now is` +
				' not in the file. Give the file another title, or use a new chain.',
		);
	}
	const numbers = numbersIn(await agreements.entries());
	return numbers.length === 0 ? undefined : Math.max(...numbers);
}

/** The first party proposes, which is its signature too. Gives the number. */
async function propose(world, agreement) {
	const { chain, keys, administrations } = world;
	const { parties, title, signedOn, noticeDays } = agreement;
	const [proposer] = Object.keys(parties);
	const legs = legsOf(agreement, administrations);
	const call = chain.api.tx.agreements.propose(
		Object.keys(parties),
		documentOf(title),
		signedOn,
		noticeDays,
		legs,
		await firstDayOf(world, agreement, proposer),
	);
	const { country } = administrations[proposer];
	const what = `${country} proposes and signs, ${legs.length} legs`;
	const submission = await chain.send(what, call, keys.own(proposer));
	return chain.eventOf(submission, 'agreements', 'AgreementProposed').agreement.toNumber();
}

/**
 * The day that a party gives with its signature: today, where all operate at once. It would hold
 * for all legs in which the party is grantor, so where some come later nobody gives one.
 */
async function firstDayOf({ chain, administrations }, agreement, party) {
	return isStaggered(agreement) ? null : todayAt(chain, administrations[party]);
}

/** The local day of an administration by the clock of the chain. */
async function todayAt({ api }, { utcOffset }) {
	return dayAt(utcOffset, (await api.query.timestamp.now()).toNumber());
}

/** All parties sign that have not, at the same time. */
async function signAll(world, agreement, number) {
	const { chain, keys, administrations } = world;
	const record = (await chain.api.query.agreements.agreements(number)).unwrap();
	const { terms, signatures } = record;
	const signed = [...signatures.keys()].map(({ type }) => type);
	const missing = Object.keys(agreement.parties).filter((party) => !signed.includes(party));
	if (missing.length === 0) {
		say(`  agreement ${number} is there, signed by all its ${signed.length} parties`);
		return;
	}
	await ensureProposed(world, agreement, number);
	await Promise.all(
		missing.map(async (party) => {
			const from = await firstDayOf(world, agreement, party);
			const call = chain.api.tx.agreements.sign(number, terms, from);
			const { country } = administrations[party];
			await chain.send(`${country} signs agreement ${number}`, call, keys.own(party));
		}),
	);
}

/** What waits for signatures must be what the file says: nobody signs anything else. */
async function ensureProposed({ chain, administrations }, agreement, number) {
	const { registry, query } = chain.api;
	const proposed = await query.agreements.proposedLegs(number);
	const legs = registry.createType(`Vec<${LEG_TYPE}>`, legsOf(agreement, administrations));
	if (proposed.toHex() !== legs.toHex()) {
		throw otherTerms(agreement, number, 'a leg that was proposed');
	}
}

/** What was signed must be what the file says. */
async function ensureSameTerms({ chain, administrations }, agreement, number) {
	const { registry } = chain.api;
	const stored = await legsOn(chain, agreement, number);
	const legs = legsOf(agreement, administrations);
	const place = legs.findIndex((leg, index) => {
		return stored[index]?.terms.toHex() !== registry.createType(LEG_TYPE, leg).toHex();
	});
	if (place >= 0) {
		throw otherTerms(agreement, number, arrow(legs[place]));
	}
}

function otherTerms({ name }, number, what) {
	return new Error(
		`Agreement ${number} has the title and the parties of ${name} and other terms (${what}).` +
			' The chain keeps what was signed: give the file another title, or use a new chain.',
	);
}

/** The legs of an agreement as they are stored, in the order of its pairs; none where it lacks one. */
async function legsOn({ api }, agreement, number) {
	const pairs = pairsOf(agreement);
	const found = await api.query.agreements.legs.multi(
		pairs.map(({ issuer, grantor }) => [issuer, grantor]),
	);
	return found.map((legs) => legs.findLast((leg) => leg.agreement.toNumber() === number));
}

/**
 * Grantors put the legs in force that are to operate and have no day yet: on their first day, or today
 * where that has passed.
 */
async function begin(world, agreement, number) {
	const { chain, keys, administrations } = world;
	const { api } = chain;
	const stored = await legsOn(chain, agreement, number);
	const pending = pairsOf(agreement).filter((pair, place) => {
		const { progress, until } = stored[place];
		const isToOperate = firstDayOfLeg(agreement, pair) !== undefined;
		return isToOperate && progress.isPending && until.isNone;
	});
	await Promise.all(
		[...new Set(pending.map(({ grantor }) => grantor))].map(async (grantor) => {
			const today = await todayAt(chain, administrations[grantor]);
			const own = pending.filter((pair) => pair.grantor === grantor);
			const calls = own.map((pair) => {
				const first = firstDayOfLeg(agreement, pair);
				const day = first > today ? first : today;
				return api.tx.agreements.putInForce(number, pair.issuer, day);
			});
			const { country } = administrations[grantor];
			const issuers = own.map(({ issuer }) => issuer).join(', ');
			const what = `${country} puts ${calls.length} legs in force, from ${issuers}`;
			await chain.send(what, together(api, calls), keys.own(grantor));
		}),
	);
}
