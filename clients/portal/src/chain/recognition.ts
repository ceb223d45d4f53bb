// Who recognises a certificate: the chain is asked, for each administration, about each of its roles.

import type { Certificate } from '../words/status';
import type { Api } from './connection';

/** An answer of the chain to one question. */
export type Answer = NonNullable<
	Awaited<ReturnType<Api['apis']['AeoApi']['evaluate_many']>>['answer']
>[number];

/** The kinds of declarations. */
export const DIRECTIONS = ['Import', 'Export'] as const;

/** A kind of declaration. */
export type Direction = (typeof DIRECTIONS)[number];

/** What an administration answers about one role. */
export type Answers = Record<Direction, Answer>;

/** What an administration gives to a certificate. */
export interface Recognised {
	grantor: Certificate['issuer'];
	/** By role, in the order of the certificate. */
	byRole: { role: Certificate['roles'][number]; answers: Answers }[];
}

/** The chain's name of a certificate. */
export function identifierOf({ issuer, number }: Certificate) {
	return { type: 'Certificate' as const, value: { issuer, number } };
}

/** Asks all administrations that take part; where the certificate was issued comes last. */
export async function recognitionOf(api: Api, certificate: Certificate): Promise<Recognised[]> {
	const { issuer, roles } = certificate;
	const entries = await api.query.Administrations.Administrations.getEntries();
	const present = entries.filter(({ value }) => value.state.type !== 'Withdrawn');
	const grantors = present.map(({ keyArgs: [grantor] }) => grantor);
	const identifier = identifierOf(certificate);
	const questions = roles.flatMap((role) => {
		return DIRECTIONS.map((type) => ({ identifier, role, direction: { type, value: undefined } }));
	});
	const all = await Promise.all(
		grantors.map(async (grantor) => {
			const { answer = [] } = await api.apis.AeoApi.evaluate_many(grantor, questions);
			const byRole = roles.flatMap((role, place) => {
				const [Import, Export] = answer.slice(2 * place, 2 * place + 2);
				return Import && Export ? [{ role, answers: { Import, Export } }] : [];
			});
			return { grantor, byRole };
		}),
	);
	const isHome = ({ grantor }: Recognised) => grantor.type === issuer.type;
	const order = (one: Recognised) => [isHome(one), !gives(one, certificate), one.grantor.type];
	return all.sort((one, other) => (order(one).map(String) < order(other).map(String) ? -1 : 1));
}

/** The benefits that an answer gives for a certificate. */
export function benefitsIn({ outcome }: Answer, { number }: Certificate) {
	if (outcome.type !== 'Granted') {
		return [];
	}
	return outcome.value
		.filter(({ certificate }) => certificate === number)
		.map(({ benefit }) => benefit);
}

/** The benefits that an administration gives for a certificate, in any role and declaration. */
export function allBenefits({ byRole }: Recognised, certificate: Certificate) {
	return byRole.flatMap(({ answers }) => {
		return DIRECTIONS.flatMap((direction) => benefitsIn(answers[direction], certificate));
	});
}

/** Whether an administration gives anything for a certificate. */
export function gives(recognised: Recognised, certificate: Certificate): boolean {
	return allBenefits(recognised, certificate).length > 0;
}
