// What partners do, as it happens.

import { useEffect, useState } from 'react';
import { useFeed, type Told } from '../chain/feed';
import { useLive } from '../chain/live';
import { linkTo } from '../route';
import { useWords } from '../words/words';

/** Shows the feed of a grantor, where a node is asked. */
export function Feed({ grantor }: { grantor: string }) {
	const { words } = useWords();
	const { source, reached } = useLive();
	const node = source.kind === 'node' ? source.address : undefined;
	// Of another chain nothing is shown: nothing is heard before it is known that it is ours.
	const [ours, setOurs] = useState<string>();
	useEffect(() => {
		if (reached !== 'connecting') {
			setOurs(reached === 'connected' ? node : undefined);
		}
	}, [reached, node]);
	const address = node === ours ? node : undefined;
	const { lines, state: heard } = useFeed(address, grantor);
	const state = address === undefined ? 'connecting' : heard;
	return (
		<section>
			<h2>{words.say('feed-title')}</h2>
			{node === undefined ? (
				<p>
					{words.say('feed-light')} <a href={linkTo('source')}>{words.say('source-change')}</a>
				</p>
			) : (
				<>
					<p className="hint" role="status">
						{words.say(`feed-${state}`)}
					</p>
					<ol className="timeline" aria-live="polite">
						{lines.map((line) => (
							<Line key={`${line.id} ${line.op} ${line.early ?? false}`} line={line} />
						))}
					</ol>
					{state === 'open' && lines.length === 0 && <p>{words.say('feed-nothing')}</p>}
				</>
			)}
		</section>
	);
}

function Line({ line }: { line: Told }) {
	const { words } = useWords();
	const { op, kind, what, issuer, number, tin, effect, early, block } = line;
	const id = `told-${kind}-${what}`;
	const title = words.has(id) ? words.say(id) : [kind, what].filter((part) => part !== undefined).join(' ');
	return (
		<li className={effect === 'ends' ? 'Suspended' : effect === 'begins' ? 'Authorised' : ''}>
			<strong>{op === 'put' || op === 'due' ? title : words.say(`told-${op}`)}</strong>
			{issuer !== undefined && `, ${words.territory(issuer)}`}
			{issuer !== undefined && number !== undefined && (
				<>
					{' '}
					<a href={linkTo('certificate', issuer, number)}>{number}</a> {tin !== undefined && `(${tin})`}
				</>
			)}
			<br />
			<span className="hint">
				{effect !== undefined && `${words.say(`effect-${effect}`)} `}
				{words.say('feed-when', { block: block.number, moment: words.moment(new Date(block.time)) })}{' '}
				{early === true && words.say('feed-early')}
			</span>
		</li>
	);
}
