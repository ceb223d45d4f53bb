// All agreements as a table: whose certificates, and who gives benefits for them.

import { useState } from 'react';
import type { Api } from '../chain/connection';
import { useAnswer } from '../chain/live';
import { Answered, Facts } from '../parts';
import { benefitsOf, rolesOf, type Certificate } from '../words/status';
import { useWords } from '../words/words';

type Territory = Certificate['issuer'];
type Leg = Awaited<ReturnType<Api['apis']['AeoApi']['legs']>>['answer'][number];

/** From one administration to another. */
interface Pair {
	issuer: string;
	grantor: string;
	legs: Leg[];
}

/** Every pair that has an agreement, with its legs; and all who take part. */
async function network(api: Api): Promise<{ members: string[]; pairs: Pair[] }> {
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
function stateOf(legs: Leg[]): string {
	if (legs.some((leg) => leg.in_force)) {
		return legs.some((leg) => leg.in_force && leg.until === undefined) ? 'InForce' : 'Ending';
	}
	const states = legs.map(({ state }) => state.type as string);
	return ['Suspended', 'Pending', 'InForce', 'Ended'].find((one) => states.includes(one)) ?? 'None';
}

const MARKS: Record<string, string> = {
	InForce: '✓',
	Ending: '↘',
	Suspended: '✗',
	Pending: '…',
	Ended: '–',
	None: '–',
};

/** The matrix, and a pair in detail. */
export function AgreementsScreen() {
	const { words } = useWords();
	const [chosen, choose] = useState<string>();
	const asked = useAnswer('agreements', network);
	return (
		<>
			<h1>{words.say('agreements-title')}</h1>
			<p>{words.say('agreements-intro')}</p>
			<Answered asked={asked}>
				{({ members, pairs }) => {
					if (pairs.length === 0) {
						return <p>{words.say('agreements-none')}</p>;
					}
					const pairOf = (issuer: string, grantor: string) => {
						return pairs.find((pair) => pair.issuer === issuer && pair.grantor === grantor);
					};
					const pair = pairs.find((one) => `${one.issuer} ${one.grantor}` === chosen);
					return (
						<>
							<div className="scroll" role="group" tabIndex={0} aria-label={words.say('agreements-title')}>
								<table className="matrix">
									<caption>{words.say('agreements-caption')}</caption>
									<thead>
										<tr>
											<th scope="col">{words.say('agreements-corner')}</th>
											{members.map((grantor) => (
												<th key={grantor} scope="col">
													<abbr title={words.territory(grantor)}>{grantor}</abbr>
												</th>
											))}
										</tr>
									</thead>
									<tbody>
										{members.map((issuer) => (
											<tr key={issuer}>
												<th scope="row">{words.territory(issuer)}</th>
												{members.map((grantor) => (
													<td key={grantor}>
														<Cell
															pair={pairOf(issuer, grantor)}
															isHome={issuer === grantor}
															isChosen={chosen === `${issuer} ${grantor}`}
															choose={choose}
														/>
													</td>
												))}
											</tr>
										))}
									</tbody>
								</table>
							</div>
							<p className="hint">{words.say('agreements-legend')}</p>
							{pair && <PairView pair={pair} />}
						</>
					);
				}}
			</Answered>
		</>
	);
}

function Cell({
	pair,
	isHome,
	isChosen,
	choose,
}: {
	pair: Pair | undefined;
	isHome: boolean;
	isChosen: boolean;
	choose: (chosen: string) => void;
}) {
	const { words } = useWords();
	if (isHome || pair === undefined) {
		return <span aria-label={words.say(isHome ? 'agreements-home' : 'leg-None')}>{isHome ? '·' : '–'}</span>;
	}
	const { issuer, grantor, legs } = pair;
	const state = stateOf(legs);
	return (
		<button
			type="button"
			className={`leg ${state}`}
			aria-pressed={isChosen}
			aria-label={words.say('agreements-cell', {
				issuer: words.territory(issuer),
				grantor: words.territory(grantor),
				state: words.say(`leg-${state}`),
			})}
			onClick={() => choose(`${issuer} ${grantor}`)}
		>
			{MARKS[state]}
		</button>
	);
}

function PairView({ pair: { issuer, grantor, legs } }: { pair: Pair }) {
	const { words } = useWords();
	const names = { issuer: words.territory(issuer), grantor: words.territory(grantor) };
	return (
		<section aria-live="polite">
			<h2>{words.say('leg-title', names)}</h2>
			{legs.length === 0 && <p>{words.say('leg-waiting')}</p>}
			{legs.map((leg) => (
				<article key={`${leg.agreement} ${leg.version}`} className="leg-detail">
					<h3>{words.say('basis-Agreement', { agreement: String(leg.agreement) })}</h3>
					<Facts
						rows={[
							[words.say('leg-state'), words.say(`leg-${stateOf([leg])}`)],
							[
								words.say('fact-type'),
								leg.offer.types.map(({ code, programme }) => `${code} (${programme})`).join(', '),
							],
							[words.say('fact-roles'), rolesOf(words, leg.offer.roles)],
							[
								words.say('leg-directions'),
								words.list(leg.offer.directions.map(({ type }) => words.say(`kind-${type}`))),
							],
							[
								words.say('leg-benefits'),
								words.list(
									benefitsOf(words, leg.offer.rows.map(({ benefit }) => benefit)),
								),
							],
							[words.say('leg-consent'), words.say(`consent-${leg.consent.type}`)],
							...(leg.until === undefined
								? []
								: ([[words.say('leg-until'), words.day(leg.until)]] as [string, string][])),
							...(leg.suspended_by.length === 0
								? []
								: ([
										[
											words.say('leg-suspended-by'),
											words.list(leg.suspended_by.map(({ type }) => words.territory(type))),
										],
									] as [string, string][])),
						]}
					/>
				</article>
			))}
		</section>
	);
}
