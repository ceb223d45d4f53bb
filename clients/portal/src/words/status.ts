// How a certificate stands, in words.

import type { Api } from '../chain/connection';
import type { Value, Words } from './words';

/** A certificate as the chain answers. */
export type Certificate = NonNullable<
	Awaited<ReturnType<Api['apis']['AeoApi']['certificate']>>['answer']
>;

/** A period of a certificate's history. */
export type Period = Awaited<ReturnType<Api['apis']['AeoApi']['history']>>['answer'][number];

/** Why there are no benefits, as the chain answers. */
export type Denial = NonNullable<Certificate['obstacle']>;

/** Why a number is none. */
export type Reason = Extract<Denial, { type: 'NotANumber' }>['value']['reason'];

/** Whether a state is good, bad, or between. */
export type Mood = 'good' | 'bad' | 'between';

/** How a certificate stands: a short name, and the whole sentence. */
export interface Standing {
	mood: Mood;
	name: string;
	sentence: string;
}

function standing(words: Words, mood: Mood, id: string, values: Record<string, Value> = {}): Standing {
	return { mood, name: words.say(`state-${id}`), sentence: words.say(`standing-${id}`, values) };
}

/** How a certificate stands; `since` is the moment from which its last period counts. */
export function standingOf(words: Words, certificate: Certificate, since?: bigint): Standing {
	const { state, validity, obstacle, suspended } = certificate;
	const values = {
		since: since === undefined ? '' : words.moment(since),
		from: validity === undefined ? '' : words.day(validity.from),
		until: validity?.until === undefined ? '' : words.day(validity.until),
	};
	if (state.type === 'Suspended' && suspended !== undefined) {
		const { scope, end } = state.value;
		const day = end.value === undefined ? '' : words.day(end.value);
		const how = { ...values, end: end.type, day, half: words.say(`scope-${scope.type}`) };
		return certificate.in_force
			? standing(words, 'between', 'HalfSuspended', how)
			: standing(words, 'bad', 'Suspended', how);
	}
	if (state.type === 'Revoked' || state.type === 'Relinquished') {
		const day = words.day(state.value.from);
		return certificate.in_force
			? standing(words, 'between', `${state.type}Later`, { ...values, day })
			: standing(words, 'bad', state.type, { ...values, day });
	}
	if (state.type === 'Authorised' || state.type === 'Suspended') {
		const id = obstacle === undefined ? 'InForce' : obstacle.type;
		return standing(words, obstacle === undefined ? 'good' : 'bad', id, {
			...values,
			open: validity?.until === undefined ? 'yes' : 'no',
		});
	}
	const isWaiting = state.type === 'Applied' || state.type === 'Accepted';
	return standing(words, isWaiting ? 'between' : 'bad', state.type, values);
}

/** Why a number is none, and what to do; with the place or the digit where the chain knows it. */
export function reasonOf(words: Words, reason: Reason) {
	const sentence = words.sentence('denial-NotANumber', { reason: reason.type });
	if (reason.type === 'UnknownCharacter') {
		return { ...sentence, remedy: words.say('reason-place', { place: reason.value.place }) };
	}
	if (reason.type === 'CheckDigitMissing') {
		return { ...sentence, remedy: words.say('reason-digit', { digit: reason.value.digit }) };
	}
	return sentence;
}

/** Why there are no benefits, and what a customs office does then. */
export function denialOf(words: Words, denial: Denial) {
	if (denial.type === 'NotANumber') {
		return reasonOf(words, denial.value.reason);
	}
	if (denial.type === 'TraderNotActive') {
		return words.sentence(`denial-${denial.type}`, {
			merged_into: denial.value.merged_into ?? 'None',
		});
	}
	return words.sentence(`denial-${denial.type}`);
}

/** Why there are no benefits, and what would change that, for who looks the firm up. */
export function lackOf(words: Words, denial: Denial) {
	const id = `change-${denial.type}`;
	const sentence = denialOf(words, denial);
	return words.has(id) ? { ...sentence, remedy: words.say(id) } : sentence;
}

/** Roles in words. */
export function rolesOf(words: Words, roles: { type: string }[]): string {
	return words.list(roles.map(({ type }) => words.say(`role-${type}`)));
}

/** Benefits in words, each once. */
export function benefitsOf(words: Words, benefits: { type: string }[]): string[] {
	return [...new Set(benefits.map(({ type }) => words.say(`benefit-${type}`)))];
}
