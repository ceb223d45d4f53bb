// All agreements: who has one with whom, and how it stands from one administration to another.

import type { Certificate } from '../words/status';
import type { Api } from './connection';

type Territory = Certificate['issuer'];
/** A leg of an agreement. */
export type Leg = Awaited<ReturnType<Api['apis']['AeoApi']['legs']>>['answer'][number];

/** From one administration to another. */
export interface Pair {
	issuer: string;
	grantor: string;
	legs: Leg[];
}

/** Every pair that has an agreement, with its legs; and all who take part. */
export async function network(api: Api): Promise<{ members: string[]; pairs: Pair[] }> {
	const named = new Map<string, [Territory, Territory]>();
	const members = new Set<string>();
	for (let page: number | undefined = 0; page !== undefined; ) {
		const { answer }: Awaited<ReturnType<Api['apis']['AeoApi']['agreements']>> =
			await api.apis.AeoApi.agreements(page);
		for (const { parties } of answer.agreements) {
			for (const issuer of parties) {
				members.add(issuer.type);
				for (const grantor of parties) {
					if (issuer.type !== grantor.type) {
						named.set(`${issuer.type} ${grantor.type}`, [issuer, grantor]);
					}
				}
			}
		}
		page = answer.next_page;
	}
	const pairs = await Promise.all(
		[...named.values()].map(async ([issuer, grantor]) => {
			const { answer: legs } = await api.apis.AeoApi.legs(issuer, grantor);
			return { issuer: issuer.type, grantor: grantor.type, legs };
		}),
	);
	return { members: [...members].sort(), pairs };
}

/** The best of a pair's legs: what stands in its place of the table. */
export function stateOf(legs: Leg[]): string {
	if (legs.some((leg) => leg.in_force)) {
		return legs.some((leg) => leg.in_force && leg.until === undefined) ? 'InForce' : 'Ending';
	}
	const states = legs.map(({ state }) => state.type as string);
	return ['Suspended', 'Pending', 'InForce', 'Ended'].find((one) => states.includes(one)) ?? 'None';
}
