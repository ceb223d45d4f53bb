// The parties become administrations: proposed by members, admitted by the council, then ready.

import {
	admissionOf,
	closeMotion,
	councilOf,
	openMotion,
	proposalsFor,
	proposeNewcomer,
	stateOf,
	twoThirdsOf,
} from '../chain/admission.mjs';
import { appointmentOf, programmeOf as settingsOf, together } from '../chain/calls.mjs';
import { NAMED, accountOf } from '../chain/keyring.mjs';
import { say } from '../network/text.mjs';
import { tellOf } from './pace.mjs';

/**
 * Sees to it that all these territories are admitted administrations with the keys that are known
 * here. `world` is `{ chain, keys, administrations }`.
 */
export async function admitAll(world, territories) {
	const missing = await missingOf(world, territories);
	const there = territories.length - missing.length;
	say(`${there} of ${territories.length} parties are administrations of this chain already.`);
	while (missing.length > 0) {
		const council = await votersOf(world);
		const count = admissibleBy(council.voters.length, council.seats);
		if (count === 0) {
			throw new Error(
				`The council has ${council.seats} seats, and only ${council.voters.length} of them` +
					' have development keys: they cannot admit anybody. Use a new development chain.',
			);
		}
		await admit(world, missing.splice(0, count), council);
	}
	await Promise.all(territories.map((territory) => ensureOurs(world, territory)));
}

/** How many newcomers so many votes admit in a row, each of whom takes a seat. */
export function admissibleBy(votes, seats) {
	let count = 0;
	while (votes > 0 && twoThirdsOf(seats + count) <= votes) {
		count += 1;
	}
	return count;
}

async function missingOf({ chain, administrations }, territories) {
	const missing = [];
	for (const territory of territories) {
		const state = await stateOf(chain, territory);
		if (state === undefined || state === 'Withdrawn') {
			missing.push(territory);
		} else if (state !== 'Admitted') {
			const { country } = administrations[territory];
			throw new Error(`${country} is ${state} on this chain: only who is Admitted signs.`);
		}
	}
	return missing;
}

/** The own account of an administration must be the development key. */
async function ensureOurs({ chain, keys, administrations }, territory) {
	const record = await chain.api.query.administrations.administrations(territory);
	ensureKey(administrations, keys.own(territory), territory, record.unwrap().details.account);
}

function ensureKey(administrations, pair, territory, account) {
	if (account.toHex() !== accountOf(pair)) {
		throw new Error(
			`The own account of ${administrations[territory].country} on this chain is ${account},` +
				` and its development key is another (${pair.address}): nobody here can sign for it.`,
		);
	}
}

/** The number of seats, and the members whose keys are known here, `{ territory, pair }`. */
async function votersOf({ chain, keys, administrations }) {
	const members = await councilOf(chain);
	const voters = [...new Set([...NAMED, ...Object.keys(administrations)])]
		.map((territory) => ({ territory, pair: keys.own(territory) }))
		.filter(({ pair }) => members.includes(accountOf(pair)));
	return { seats: members.length, voters };
}

/** Newcomers are proposed and voted on together. All members vote, so the order does not matter. */
async function admit(world, newcomers, { seats, voters }) {
	const { chain, administrations } = world;
	const countries = newcomers.map((territory) => administrations[territory].country);
	say();
	say(`The council of ${seats} votes on ${countries.join(', ')}.`);
	const memberOf = (place) => voters[place % voters.length].pair;
	const motions = await Promise.all(
		newcomers.map(async (territory, place) => {
			const number = await propose(world, territory, memberOf(place));
			const call = admissionOf(chain, { territory }, number);
			const what = `motion to admit ${countries[place]}`;
			return motionOf(chain, what, call, twoThirdsOf(seats + place), memberOf(place));
		}),
	);
	await Promise.all(voters.map((voter) => vote(chain, motions, voter)));
	await Promise.all(
		motions.map(async (motion, place) => {
			const closing = await closeMotion(chain, motion, memberOf(place));
			tellOf(`${countries[place]} is admitted`, closing);
			if (closing.failure !== undefined) {
				throw new Error(`${countries[place]} could not be admitted: ${closing.failure}`);
			}
		}),
	);
}

/** The number of the open proposal for a newcomer, which is made where there is none. */
async function propose({ chain, keys, administrations }, territory, proposer) {
	const pair = keys.own(territory);
	const [open] = await proposalsFor(chain, territory);
	if (open !== undefined) {
		ensureKey(administrations, pair, territory, open.account);
		return open.number;
	}
	const newcomer = { territory, ...administrations[territory] };
	const proposed = await proposeNewcomer(chain, proposer, newcomer, pair);
	return tellOf(`${newcomer.country} is proposed`, proposed).number;
}

/** The open motion for a call, which is opened where there is none. Adds who has voted aye. */
async function motionOf(chain, what, call, threshold, proposer) {
	const hash = call.method.hash.toHex();
	const open = await chain.api.query.council.voting(hash);
	if (open.isSome) {
		const { index, ayes } = open.unwrap();
		return { call, hash, index: index.toNumber(), ayes: ayes.map((aye) => aye.toHex()) };
	}
	const motion = await openMotion(chain, call, threshold, proposer);
	tellOf(what, motion.submission);
	return { ...motion, ayes: [] };
}

/** A member votes aye for all motions for which it has not yet. */
async function vote(chain, motions, { territory, pair }) {
	const votes = motions
		.filter(({ ayes }) => !ayes.includes(accountOf(pair)))
		.map(({ hash, index }) => chain.api.tx.council.vote(hash, index, true));
	if (votes.length > 0) {
		const what = `${territory} votes aye for ${countOf(votes.length, 'motion')}`;
		await chain.send(what, together(chain.api, votes), pair);
	}
}

/** Administrations appoint officers and declare their programme, as far as they have not. */
export async function getReady(world, territories) {
	const { chain, keys, administrations } = world;
	say();
	say('Officers and programmes:');
	const done = await Promise.all(
		territories.map(async (territory) => {
			const officers = await officersOf(world, territory);
			const programmes = await programmeOf(world, territory);
			const calls = [...officers, ...programmes];
			if (calls.length > 0) {
				const { country } = administrations[territory];
				const parts = [
					countOf(officers.length, 'officer'),
					countOf(programmes.length, 'programme'),
				];
				const what = `${country}, ${parts.join(' and ')}`;
				await chain.send(what, together(chain.api, calls), keys.own(territory));
			}
			return calls.length > 0;
		}),
	);
	const ready = done.filter((isNew) => !isNew).length;
	if (ready > 0) {
		say(`  ${ready} of ${territories.length} have them already`);
	}
}

function countOf(count, what) {
	return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** The calls that appoint the two officers, of those that are none. */
async function officersOf({ chain, keys }, territory) {
	const officers = [1, 2].map((place) => keys.officer(territory, place).address);
	const records = await chain.api.query.administrations.accounts.multi(officers);
	return officers
		.filter((_, place) => records[place].isNone)
		.map((officer) => appointmentOf(chain.api, officer));
}

/** The call that declares the programme, if there is none. */
async function programmeOf({ chain, administrations }, territory) {
	const { country, programme, types } = administrations[territory];
	const found = await chain.api.query.certificates.programmes(territory, programme);
	if (found.isNone) {
		const declared = Object.entries(types).map(([code, halves]) => ({ code, halves }));
		return [chain.api.tx.certificates.setProgramme(programme, settingsOf(declared, true))];
	}
	const known = found.unwrap().types.map(({ code }) => code.toString());
	const missing = Object.keys(types).find((code) => !known.includes(code));
	if (missing !== undefined) {
		throw new Error(
			`The programme ${programme} of ${country} on this chain has no type ${missing}: add it` +
				' by certificates.setProgramme, or use a new development chain.',
		);
	}
	return [];
}
