// All agreements as a table: whose certificates, and who gives benefits for them.

import { useState } from 'react';
import { network, stateOf, type Pair } from '../chain/agreements';
import { useAnswer } from '../chain/live';
import { Answered } from '../parts';
import { useWords } from '../words/words';
import { PairView } from './leg';
import { NetworkPicture } from './network';

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
							<div className="beside">
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
								<NetworkPicture members={members} pairs={pairs} chosen={chosen} />
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
