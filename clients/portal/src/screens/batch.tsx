// What a batch that waits would do, from the chain; and in what it differs from one's own list.

import { useAnswer, type Asked } from '../chain/live';
import { differing, type TakenOver } from '../lists/rows';
import type { ListFile } from '../lists/read';
import { Answered } from '../parts';
import type { Certificate } from '../words/status';
import { useWords } from '../words/words';
import { Certificates, ListField, type Shown } from './list';

type Territory = Certificate['issuer'];

/** The rows of a batch that can be read, and how many can't be. */
type Batch = { unreadable: number } & (
	| { kind: 'Authorise'; rows: Shown[] }
	| { kind: 'TakeOver'; rows: TakenOver[] }
);

/** Asks for a batch that waits; its answer is null where it waits no longer. Nothing is asked where `batch` is none. */
export function useBatch(issuer: Territory, batch: string | undefined): Asked<Batch | null> {
	return useAnswer(batch && `batch ${issuer.type} ${batch}`, async (api): Promise<Batch | null> => {
		const found = await api.query.Certificates.Batches.getValue(issuer, batch ?? '');
		if (found === undefined) {
			return null;
		}
		const { type: kind, value } = found.content.rows;
		const unreadable = value.filter(({ success }) => !success).length;
		return kind === 'TakeOver'
			? { kind, unreadable, rows: value.flatMap((row) => (row.success ? [row.value] : [])) }
			: { kind, unreadable, rows: value.flatMap((row) => (row.success ? [row.value] : [])) };
	});
}

/** Shows a batch, and compares it with the reader's own list. */
export function BatchView({ asked }: { asked: Asked<Batch | null> }) {
	const { words } = useWords();
	return (
		<Answered asked={asked}>
			{(batch) =>
				batch === null ? (
					<p>{words.say('batch-gone')}</p>
				) : (
					<>
						{batch.unreadable > 0 && (
							<p role="alert" className="problem">
								{words.say('batch-unreadable', { count: batch.unreadable })}
							</p>
						)}
						{/* All of them: who confirms has seen what it confirms. */}
						<Certificates rows={batch.rows} most={batch.rows.length} />
						{batch.kind === 'TakeOver' && <Comparison rows={batch.rows} unreadable={batch.unreadable} />}
					</>
				)
			}
		</Answered>
	);
}

function Comparison({ rows, unreadable }: { rows: TakenOver[]; unreadable: number }) {
	const { words } = useWords();
	return (
		<ListField label={words.say('batch-compare')}>
			{(list) => <Compared list={list} batch={rows} unreadable={unreadable} />}
		</ListField>
	);
}

function Compared({
	list,
	batch,
	unreadable,
}: {
	list: Extract<ListFile, { kind: 'list' }>;
	batch: TakenOver[];
	unreadable: number;
}) {
	const { words } = useWords();
	const others = differing(
		list.rows.map(({ taken }) => taken),
		batch,
	);
	const count = others.length + unreadable;
	if (count === 0) {
		return (
			<p role="status" className="good">
				✓ {words.say('batch-same', { count: batch.length })}
			</p>
		);
	}
	return (
		<div role="alert" className="problem">
			<p>{words.say('batch-differs', { count })}</p>
			<ul>
				{others.map(({ number, fields }) => (
					<li key={number}>
						<strong>{number}</strong>:{' '}
						{fields === undefined
							? words.say('batch-missing')
							: fields.map(({ column, own: mine, theirs }) => (
									<span key={column}>
										{column}: <del>{mine}</del> → <ins>{theirs}</ins>{' '}
									</span>
								))}
					</li>
				))}
			</ul>
		</div>
	);
}
