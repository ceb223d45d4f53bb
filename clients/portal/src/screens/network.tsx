// The agreements as a picture: administrations in a circle, and between two of them a line for each direction. What it
// shows stands in the table beside it too.

import { stateOf, type Pair } from '../chain/agreements';
import { useWords } from '../words/words';
import { lineOf, NODE, placeOf, SIZE } from './network-picture';

/** The picture of the network. */
export function NetworkPicture({
	members,
	pairs,
	chosen,
}: {
	members: string[];
	pairs: Pair[];
	chosen: string | undefined;
}) {
	const { words } = useWords();
	const counted = pairs.filter(({ legs }) => stateOf(legs) === 'InForce' || stateOf(legs) === 'Ending');
	const where = new Map(members.map((member, index) => [member, placeOf(index, members.length)]));
	return (
		<figure className="network">
			<svg
				viewBox={`0 0 ${SIZE} ${SIZE}`}
				role="img"
				aria-label={words.say('network-title', { members: members.length, count: counted.length })}
			>
				<defs>
					<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">
						<path d="M0 0L8 4L0 8z" fill="context-stroke" />
					</marker>
				</defs>
				{pairs.map(({ issuer, grantor, legs }) => {
					const [from, to] = [where.get(issuer), where.get(grantor)];
					return (
						from &&
						to && (
							<path
								key={`${issuer} ${grantor}`}
								className={`edge ${stateOf(legs)} ${chosen === `${issuer} ${grantor}` ? 'chosen' : ''}`}
								d={lineOf(from, to)}
								markerEnd="url(#arrow)"
							/>
						)
					);
				})}
				{[...where].map(([member, [x, y]]) => (
					<g key={member}>
						<circle cx={x} cy={y} r={NODE} />
						<text x={x} y={y} textAnchor="middle" dominantBaseline="central">
							{member}
						</text>
					</g>
				))}
			</svg>
			<figcaption className="hint">{words.say('network-caption')}</figcaption>
		</figure>
	);
}
