// A receipt that is dropped in is checked, in this page: whether it holds, against whose votes, of how long ago, and what
// it can't tell.

import { useState, type DragEvent } from 'react';
import { useLive } from '../chain/live';
import { chooseAnew, Facts, Text, Told } from '../parts';
import type { Checked, Against } from '../receipts/check';
import { stateName, type Proof, type Stored, type Verdict } from '../receipts/verdict';
import { linkTo } from '../route';
import type { Mood } from '../words/status';
import { useWords, type Sentence } from '../words/words';

/** The most bytes of a receipt; the verifier says so too. */
const MOST_BYTES = 2 ** 20;

const MOODS: Record<Verdict['kind'], Mood> = {
	holds: 'good',
	old: 'between',
	values: 'between',
	unknown: 'between',
	future: 'bad',
	foreign: 'bad',
	altered: 'bad',
	none: 'bad',
};

/** Takes a receipt, and says what it proves. */
export function ReceiptCheck() {
	const { words } = useWords();
	const { network, connection, final, reached } = useLive();
	const [trust, setTrust] = useState<string>();
	const [state, setState] = useState<{ name: string; checked?: Checked; problem?: Sentence }>();
	const [isOver, setOver] = useState(false);
	const chooseTrust = async (file: File | undefined) => {
		setState(undefined);
		setTrust(await file?.text().catch(() => ''));
	};
	const take = async (file: File | undefined) => {
		if (file === undefined) {
			return;
		}
		const { name } = file;
		setState({ name });
		try {
			// Who drops no receipt loads nothing of this.
			const { checkReceipt, isTrust, NothingToTrust } = await import('../receipts/check');
			if (trust !== undefined && !isTrust(trust)) {
				setState({ name, problem: words.sentence('receipt-no-trust-file') });
				return;
			}
			if (file.size > MOST_BYTES) {
				const verdict: Verdict = { kind: 'none', error: 'TooLong' };
				setState({ name, checked: { verdict, against: { kind: 'chosen' }, at: Date.now() } });
				return;
			}
			const asking =
				connection !== undefined && final !== undefined && reached === 'connected'
					? { api: connection.api, final, source: connection.source.kind }
					: undefined;
			const bytes = new Uint8Array(await file.arrayBuffer());
			const checked = await checkReceipt(bytes, { network, asking, chosen: trust }).catch(
				(error: unknown) => (error instanceof NothingToTrust ? undefined : Promise.reject(error as Error)),
			);
			setState(
				checked === undefined ? { name, problem: words.sentence('receipt-nobody') } : { name, checked },
			);
		} catch {
			setState({ name, problem: words.sentence('receipt-unreadable') });
		}
	};
	const drag = (event: DragEvent, over: boolean) => {
		event.preventDefault();
		setOver(over);
	};
	return (
		<section
			className={`drop ${isOver ? 'over' : ''}`}
			onDragOver={(event) => drag(event, true)}
			onDragLeave={(event) => drag(event, false)}
			onDrop={(event) => {
				drag(event, false);
				void take(event.dataTransfer.files[0]);
			}}
		>
			<h2>{words.say('receipt-title')}</h2>
			<p className="hint">
				<Text>{words.say('receipt-hint')}</Text>
			</p>
			<label htmlFor="receipt-file">{words.say('receipt-file')}</label>
			<input
				id="receipt-file"
				type="file"
				onClick={chooseAnew}
				onChange={(event) => void take(event.target.files?.[0])}
			/>
			<details
				onDragOver={(event) => event.stopPropagation()}
				onDrop={(event) => event.stopPropagation()}
			>
				<summary>{words.say('receipt-own-trust')}</summary>
				<label htmlFor="receipt-trust">
					<Text>{words.say('receipt-trust-file')}</Text>
				</label>
				<input
					id="receipt-trust"
					type="file"
					accept=".json,application/json"
					onChange={(event) => void chooseTrust(event.target.files?.[0])}
				/>
			</details>
			<div role="status">
				{state && (
					<>
						{state.problem !== undefined && (
							<p className="problem">
								{state.name}: <Told sentence={state.problem} />
							</p>
						)}
						{state.problem === undefined && state.checked === undefined && (
							<p className="waiting">{words.say('receipt-checking', { name: state.name })}</p>
						)}
						{state.checked && <Result name={state.name} checked={state.checked} />}
					</>
				)}
			</div>
		</section>
	);
}

function Result({ name, checked: { verdict, against, at } }: { name: string; checked: Checked }) {
	const { words } = useWords();
	const { kind } = verdict;
	const proof = 'proof' in verdict ? verdict.proof : undefined;
	const error = 'error' in verdict ? verdict.error : '';
	const set = 'set' in verdict ? verdict.set : '';
	// Who is no receipt, or of another chain, was checked against nobody.
	const isJudged = kind !== 'none' && kind !== 'foreign';
	return (
		<article className="certificate receipt" aria-label={name}>
			<div className={`standing ${MOODS[kind]}`}>
				<h3>
					{words.say(`receipt-is-${kind}`)} <span className="hint">{name}</span>
				</h3>
				<p>
					<Told sentence={words.sentence(`receipt-says-${kind}`, { error, set })} />
				</p>
				{proof && (
					<p>
						{words.say('receipt-when', {
							block: proof.number,
							moment: words.moment(BigInt(proof.time)),
							ago: words.ago(at - proof.time),
						})}{' '}
						{'most' in verdict && verdict.most !== undefined && words.say('receipt-fresh', {
							span: words.span(verdict.most),
						})}
					</p>
				)}
			</div>
			{proof && <Proven proof={proof} />}
			{isJudged && <AgainstWhom against={against} />}
			{proof && <p className="note">{words.say('receipt-limits')}</p>}
		</article>
	);
}

/** What is proven. */
function Proven({ proof: { question, answer } }: { proof: Proof }) {
	const { words } = useWords();
	if ('evaluate' in question) {
		const { grantor, role, direction } = question.evaluate;
		return (
			<Facts
				rows={[
					[words.say('receipt-grantor'), words.territory(grantor)],
					[words.say('recognition-role'), words.say(`role-${role}`)],
					[words.say('leg-directions'), words.say(`kind-${direction}`)],
				]}
			/>
		);
	}
	const { issuer, number } = question.certificate;
	const stored = answer === 'values' ? null : answer.certificate;
	return (
		<>
			{stored === null ? (
				<p>{words.say('receipt-no-certificate', { number, issuer: words.territory(issuer) })}</p>
			) : (
				<StoredFacts stored={stored} />
			)}
			<p>
				<a href={linkTo('certificate', issuer, number)}>{words.say('receipt-now')}</a>
			</p>
		</>
	);
}

function StoredFacts({ stored }: { stored: Stored }) {
	const { words } = useWords();
	const { issuer, number, tin, certificate_type: type, halves, roles, state, validity } = stored;
	const until = validity?.until ?? undefined;
	return (
		<Facts
			rows={[
				[words.say('receipt-state'), words.say(`period-${stateName(state)}`)],
				[words.say('fact-issuer'), words.territory(issuer)],
				[words.say('fact-number'), number],
				['TIN', tin],
				[words.say('fact-type'), `${type.code} (${type.programme}), ${words.say(`halves-${halves}`)}`],
				[words.say('fact-roles'), words.list(roles.map((role) => words.say(`role-${role}`)))],
				[words.say('fact-from'), validity ? words.day(validity.from) : '–'],
				[words.say('fact-until'), until === undefined ? words.say('fact-no-end') : words.day(until)],
			]}
		/>
	);
}

/** Against whose votes it was checked, and what is not known of them. */
function AgainstWhom({ against }: { against: Against }) {
	const { words } = useWords();
	switch (against.kind) {
		case 'present': {
			const { set, block, source } = against;
			return <p>{words.say('receipt-against-present', { set: String(set), block, source })}</p>;
		}
		case 'first': {
			const isKnown = against.present !== undefined;
			return (
				<p>
					<Text>{words.say('receipt-against-first')}</Text>{' '}
					{words.say('receipt-office', {
						known: isKnown ? 'yes' : 'no',
						set: String(against.present ?? ''),
					})}
				</p>
			);
		}
		case 'chosen':
			return <p>{words.say('receipt-against-chosen')}</p>;
	}
}
