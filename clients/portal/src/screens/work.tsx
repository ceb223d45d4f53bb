// What waits for an officer: decisions of colleagues, requests, what partners told, motions.

import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Transaction } from 'polkadot-api';
import { actsFor, useSession } from '../chain/account';
import type { Api } from '../chain/connection';
import { useAnswer, useLive } from '../chain/live';
import { useSending } from '../chain/sending';
import { Answered, Change, chooseAnew, Dialog, Facts, hashOf, isUnderWay, SentStatus, Told } from '../parts';
import { linkTo } from '../route';
import { rolesOf, standingOf, type Certificate } from '../words/status';
import { useWords, type Words } from '../words/words';
import { Asked } from './asked';
import { BatchView, useBatch } from './batch';
import { Feed } from './feed';

type Territory = Certificate['issuer'];
type Pending = Awaited<ReturnType<Api['apis']['AeoApi']['pending_decisions']>>['answer'];
type Decision = Pending['decisions'][number];

/** Something that waits for a second officer. */
interface Waiting {
	key: string;
	/** What it is about. */
	number: string;
	/** Its certificate, where it is about one that may exist. */
	certificate: string | undefined;
	title: (words: Words) => string;
	rows: (words: Words, now: Certificate | undefined) => [string, ReactNode][];
	document: string | undefined;
	/** Whether it is a batch, whose hash the number is. */
	isBatch: boolean;
	maker: { officer: string; signer: string };
	expires: bigint;
	/** Why it can't be confirmed any more. */
	dead: 'expired' | 'overtaken' | undefined;
	scope: 'Certification' | 'Suspension';
	confirm: (api: Api) => Transaction;
	refuse: (api: Api) => Transaction;
}

/** The most pages that are read at once; an office with more decides first. */
const MOST_PAGES = 20;

async function decisionsOf(api: Api, issuer: Territory): Promise<Waiting[]> {
	const decisions: Decision[] = [];
	const batches: Pending['batches'] = [];
	for (let page: number | undefined = 0; page !== undefined && page < MOST_PAGES; ) {
		const { answer }: { answer: Pending } = await api.apis.AeoApi.pending_decisions(issuer, page);
		decisions.push(...answer.decisions);
		batches.push(...answer.batches);
		page = answer.next_page;
	}
	return [...decisions.map(fromDecision), ...batches.map(fromBatch)];
}

function fromDecision(pending: Decision): Waiting {
	const { number, proposal, decision } = pending;
	const named = { number, proposal };
	return {
		key: `decision ${proposal}`,
		number,
		certificate: number,
		title: (words) => words.say(`decision-${decision.type}`, { number }),
		rows: (words, now) => changesOf(words, decision, now),
		document: decision.value.document,
		isBatch: false,
		maker: pending.maker,
		expires: pending.expires,
		dead: pending.expired ? 'expired' : pending.overtaken ? 'overtaken' : undefined,
		scope: 'Certification',
		confirm: (api) => api.tx.Certificates.confirm(named),
		refuse: (api) => api.tx.Certificates.refuse(named),
	};
}

function fromBatch({ batch, proposal, rows, maker, expires, expired }: Pending['batches'][number]): Waiting {
	return {
		key: `batch ${proposal}`,
		number: batch,
		certificate: undefined,
		title: (words) => words.say('decision-batch', { rows }),
		rows: (words) => [[words.say('decision-batch-hash'), <code key="batch">{batch}</code>]],
		document: undefined,
		isBatch: true,
		maker,
		expires,
		dead: expired ? 'expired' : undefined,
		scope: 'Certification',
		confirm: (api) => api.tx.Certificates.confirm_batch({ batch, proposal }),
		refuse: (api) => api.tx.Certificates.refuse_batch({ batch, proposal }),
	};
}

async function reinstatementsOf(api: Api, issuer: Territory): Promise<Waiting[]> {
	const entries = await api.query.Suspensions.Proposals.getEntries(issuer);
	return entries.map(({ keyArgs: [, number], value }) => {
		const named = { number, proposal: value.number };
		const { scope, ground, document } = value.content;
		return {
			key: `reinstatement ${value.number}`,
			number,
			certificate: number,
			title: (words) => words.say('decision-Reinstate', { number }),
			rows: (words, now) => [
				[words.say('decision-now'), now === undefined ? '–' : standingOf(words, now).name],
				[words.say('decision-scope'), words.say(`scope-${scope.type}`)],
				[words.say('decision-ground'), words.say(`ground-${ground.type}`)],
			],
			document,
			isBatch: false,
			maker: value.maker,
			expires: value.expires,
			dead: value.expires < BigInt(Date.now()) ? 'expired' : undefined,
			scope: 'Suspension',
			confirm: (one) => one.tx.Suspensions.confirm_reinstatement(named),
			refuse: (one) => one.tx.Suspensions.refuse_reinstatement(named),
		};
	});
}

/** What a decision changes, beside what is so now. */
function changesOf(words: Words, decision: Decision['decision'], now: Certificate | undefined): [string, ReactNode][] {
	const day = (text: string | undefined) => (text === undefined ? words.say('fact-no-end') : words.day(text));
	const change = (before: string | undefined, after: string) => {
		return before === undefined || before === after ? after : <Change before={before} after={after} />;
	};
	const from = now?.validity && words.day(now.validity.from);
	const until = now?.validity && day(now.validity.until);
	const state: [string, ReactNode][] =
		now === undefined ? [] : [[words.say('decision-now'), standingOf(words, now).name]];
	const becomes = (name: string): [string, ReactNode][] => {
		const before = now && standingOf(words, now).name;
		return [[words.say('decision-now'), change(before, words.say(`state-${name}`))]];
	};
	const barred = (until: string | undefined): [string, ReactNode][] => {
		return until === undefined ? [] : [[words.say('decision-bar'), words.day(until)]];
	};
	switch (decision.type) {
		case 'Authorise':
		case 'Rectify': {
			const { value } = decision;
			const first: [string, ReactNode][] =
				decision.type === 'Authorise'
					? [
							['TIN', decision.value.tin],
							[
								words.say('fact-type'),
								`${decision.value.certificate_type.code} (${decision.value.certificate_type.programme})`,
							],
						]
					: [];
			return [
				...state,
				...first,
				[words.say('fact-roles'), change(now && rolesOf(words, now.roles), rolesOf(words, value.roles))],
				[words.say('fact-from'), change(from, words.day(value.valid_from))],
				[words.say('fact-until'), change(until, day(value.valid_until))],
			];
		}
		case 'Renew':
			return [...state, [words.say('fact-until'), change(until, day(decision.value.valid_until))]];
		case 'Revoke':
			return [
				...state,
				[words.say('decision-from'), words.day(decision.value.from)],
				...barred(decision.value.bar_until),
			];
		case 'Annul':
			return becomes('Annulled');
		case 'RefuseApplication':
			return [...becomes('Refused'), ...barred(decision.value.bar_until)];
		case 'WithdrawApplication':
			return becomes('ApplicationWithdrawn');
		case 'Relinquish':
			return [...state, [words.say('decision-from'), words.day(decision.value.from)]];
		case 'Overturn':
			return [
				...state,
				[
					words.say('decision-from'),
					decision.value.from === undefined
						? words.say('decision-from-start')
						: words.day(decision.value.from),
				],
			];
		default:
			return state;
	}
}

/** What waits for the officer who sits here. */
export function WorkScreen() {
	const { words } = useWords();
	const { role } = useSession();
	if (role?.kind !== 'officer') {
		return (
			<>
				<h1>{words.say('work-title')}</h1>
				<p>
					{words.say('work-no-officer')} <a href={linkTo('key')}>{words.say('nav-key')}</a>
				</p>
			</>
		);
	}
	const territory = { type: role.administration } as Territory;
	return (
		<>
			<h1>{words.say('work-of', { administration: words.territory(role.administration) })}</h1>
			{actsFor(role, 'Certification') !== undefined && (
				<p className="row">
					<a className="button main" href={linkTo('certify')}>
						{words.say('certify-open')}
					</a>
					<a className="button" href={linkTo('list')}>
						{words.say('load-open')}
					</a>
				</p>
			)}
			<p className="hint">{words.say('work-suspend')}</p>
			<Decisions issuer={territory} />
			{actsFor(role, 'Certification') !== undefined && <Asked issuer={territory} />}
			<Requests issuer={territory} />
			<Changes grantor={territory} />
			<Feed grantor={role.administration} />
			<Motions />
		</>
	);
}

function Decisions({ issuer }: { issuer: Territory }) {
	const { words } = useWords();
	const [open, setOpen] = useState<Waiting>();
	const asked = useAnswer(`waiting ${issuer.type}`, async (api) => {
		return (await Promise.all([decisionsOf(api, issuer), reinstatementsOf(api, issuer)])).flat();
	});
	return (
		<section>
			<h2>{words.say('work-decisions')}</h2>
			<Answered asked={asked}>
				{(all) =>
					all.length === 0 ? (
						<p>{words.say('work-nothing')}</p>
					) : (
						<ul className="waiting-list">
							{all.map((one) => (
								<li key={one.key}>
									<span>
										<strong>{one.title(words)}</strong>
										<br />
										<span className="hint">
											{one.dead === undefined
												? words.say('work-until', { until: words.moment(one.expires) })
												: words.say(`work-${one.dead}`)}
										</span>
									</span>
									<button type="button" onClick={() => setOpen(one)}>
										{words.say('work-look')}
									</button>
								</li>
							))}
						</ul>
					)
				}
			</Answered>
			{open && <DecisionDialog waiting={open} issuer={issuer} close={() => setOpen(undefined)} />}
		</section>
	);
}

function DecisionDialog({
	waiting,
	issuer,
	close,
}: {
	waiting: Waiting;
	issuer: Territory;
	close: () => void;
}) {
	const { words } = useWords();
	const { connection } = useLive();
	const { signing, role } = useSession();
	const { sent, send } = useSending();
	const [what, setWhat] = useState<'confirm' | 'refuse'>();
	const { certificate, maker, dead, document } = waiting;
	const asked = useAnswer(`decision ${waiting.key} ${certificate ?? ''}`, async (api) => {
		if (certificate === undefined) {
			return null;
		}
		return (await api.apis.AeoApi.certificate(issuer, certificate)).answer ?? null;
	});
	const batch = useBatch(issuer, waiting.isBatch ? waiting.number : undefined);
	// Nobody confirms what they have not seen.
	const isShown = asked.answer !== undefined && (!waiting.isBatch || Boolean(batch.answer));
	const isOwn = maker.officer === signing?.address || maker.signer === signing?.address;
	const hasScope = actsFor(role, waiting.scope) !== undefined;
	const pallet = waiting.scope === 'Suspension' ? 'suspensions' : 'certificates';
	const decide = (kind: 'confirm' | 'refuse') => {
		if (connection !== undefined) {
			setWhat(kind);
			send(waiting[kind](connection.api));
		}
	};
	return (
		<Dialog title={waiting.title(words)} close={close}>
			<Answered asked={asked}>
				{(now) => (
					<Facts
						rows={[
							...waiting.rows(words, now ?? undefined),
							[words.say('decision-maker'), <code key="maker">{maker.officer}</code>],
							...(document === undefined
								? []
								: ([[words.say('decision-document'), <Compare key="document" hash={document} />]] as [
										string,
										ReactNode,
									][])),
						]}
					/>
				)}
			</Answered>
			{waiting.isBatch && <BatchView asked={batch} />}
			{isOwn && (
				<p className="problem">
					<Told sentence={words.sentence(`${pallet}-ConfirmingOfficerProposedIt`)} />
				</p>
			)}
			{!hasScope && (
				<p className="problem">
					{words.say('work-no-scope', { scope: words.say(`officer-${waiting.scope}`) })}
				</p>
			)}
			{what && <p className="hint">{words.say(`work-${what}-sent`)}</p>}
			<SentStatus sent={sent} />
			<p className="row">
				{!isUnderWay(sent) && hasScope && (
					<>
						<button
							type="button"
							className="main"
							disabled={isOwn || dead !== undefined || !isShown}
							onClick={() => decide('confirm')}
						>
							{words.say('work-confirm')}
						</button>
						<button type="button" onClick={() => decide('refuse')}>
							{words.say(isOwn ? 'work-take-back' : 'work-refuse')}
						</button>
					</>
				)}
				<button type="button" onClick={close}>
					{words.say('portal-close')}
				</button>
			</p>
		</Dialog>
	);
}

/** Compares one's own copy of a document with the hash that was proposed. */
function Compare({ hash }: { hash: string }) {
	const { words } = useWords();
	const [isSame, setSame] = useState<boolean>();
	const compare = async (file: File | undefined) => {
		setSame(file && hashOf(new Uint8Array(await file.arrayBuffer())) === hash);
	};
	return (
		<>
			<code className="hash">{hash}</code>
			<label className="compare">
				{words.say('decision-compare')}{' '}
				<input
					type="file"
					onClick={(event) => {
						chooseAnew(event);
						setSame(undefined);
					}}
					onChange={(event) => void compare(event.target.files?.[0])}
				/>
			</label>
			<span role="status" className={isSame ? 'good' : 'bad'}>
				{isSame !== undefined && words.say(isSame ? 'decision-same' : 'decision-differs')}
			</span>
		</>
	);
}

function Requests({ issuer }: { issuer: Territory }) {
	const { words } = useWords();
	const asked = useAnswer(`requests ${issuer.type}`, async (api) => {
		return (await api.apis.AeoApi.requests(issuer, 0)).answer.requests;
	});
	return (
		<section>
			<h2>{words.say('work-requests')}</h2>
			<Answered asked={asked}>
				{(requests) =>
					requests.length === 0 ? (
						<p>{words.say('work-nothing')}</p>
					) : (
						<ul>
							{requests.map(({ number, place, request, overdue }) => (
								<li key={`${number} ${place}`}>
									<a href={linkTo('certificate', issuer.type, number)}>{number}</a>:{' '}
									{words.say(`request-${request.kind.type}`)},{' '}
									{words.say(
										overdue ? 'request-overdue' : request.answer ? 'request-answered' : 'request-due',
										{ day: words.day(request.due) },
									)}
								</li>
							))}
						</ul>
					)
				}
			</Answered>
		</section>
	);
}

function Changes({ grantor }: { grantor: Territory }) {
	const { words } = useWords();
	const { connection } = useLive();
	const { role } = useSession();
	const { sent, send } = useSending();
	const asked = useAnswer(`told ${grantor.type}`, async (api) => {
		return (await api.apis.AeoApi.unacknowledged(grantor, undefined)).answer;
	});
	const canAcknowledge = actsFor(role, 'Clearance') !== undefined;
	return (
		<section>
			<h2>{words.say('work-changes')}</h2>
			<Answered asked={asked}>
				{({ told, through, next }) =>
					told.length === 0 ? (
						<p>{words.say('work-nothing')}</p>
					) : (
						<>
							{through
								.map((one) => ({ one, rows: told.filter((row) => row.issuer.type === one.issuer.type) }))
								.filter(({ rows }) => rows.length > 0)
								.map(({ one, rows }) => (
									<div key={one.issuer.type}>
										<h3>{words.territory(one.issuer.type)}</h3>
										<ul>
											{rows.map((row) => (
												<li key={`${row.told.type} ${row.place}`}>
													<a href={linkTo('certificate', row.issuer.type, row.number)}>{row.number}</a>{' '}
													({row.tin}):{' '}
													{row.before !== undefined &&
														`${words.say(`period-${row.before.state.type}`)} → `}
													{words.say(`period-${row.after.state.type}`)},{' '}
													{words.moment(row.known_from)}
												</li>
											))}
										</ul>
										{canAcknowledge && !isUnderWay(sent) && (
											<button
												type="button"
												onClick={() => {
													if (connection !== undefined) {
														send(connection.api.tx.Suspensions.acknowledge_through(one));
													}
												}}
											>
												{words.say('work-acknowledge', { count: rows.length })}
											</button>
										)}
									</div>
								))}
							{next !== undefined && <p className="hint">{words.say('work-more')}</p>}
						</>
					)
				}
			</Answered>
			<SentStatus sent={sent} />
		</section>
	);
}

function Motions() {
	const { words } = useWords();
	const asked = useAnswer('motions', async (api) => {
		return (await api.query.Council.Proposals.getValue()).length;
	});
	return (
		<section>
			<h2>{words.say('nav-council')}</h2>
			<Answered asked={asked}>
				{(count) => (
					<p>
						{words.say('work-motions', { count })}{' '}
						<a href={linkTo('council')}>{words.say('council-title')}</a>
					</p>
				)}
			</Answered>
		</section>
	);
}
