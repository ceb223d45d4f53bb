// The council's motions: what is voted on, how it stands, how long it is open.

import { useState } from 'react';
import { useLive, useAnswer } from '../chain/live';
import type { Api } from '../chain/connection';
import { closable, closeCall } from '../chain/closing';
import { errorSentence, useSending, type Sent } from '../chain/sending';
import { useSession } from '../chain/account';
import { ayesNeeded } from '../chain/ayes';
import { Answered, Facts, isUnderWay, SentStatus, Told } from '../parts';
import { useWords, type Words } from '../words/words';

/** How long a block takes, in milliseconds. */
const BLOCK = 3_000;

async function motions(api: Api) {
	const [hashes, members, administrations, now] = await Promise.all([
		api.query.Council.Proposals.getValue(),
		api.query.Council.Members.getValue(),
		api.query.Administrations.Administrations.getEntries(),
		api.query.System.Number.getValue(),
	]);
	const nameOf = new Map(
		administrations.map(({ keyArgs: [territory], value }) => {
			return [value.details.account as string, territory.type as string];
		}),
	);
	const open = await Promise.all(
		hashes.map(async (hash) => {
			const [call, voting] = await Promise.all([
				api.query.Council.ProposalOf.getValue(hash),
				api.query.Council.Voting.getValue(hash),
			]);
			return call && voting && { hash, call, voting };
		}),
	);
	return { seats: members, nameOf, now, open: open.filter((one) => one !== undefined) };
}

type Council = Awaited<ReturnType<typeof motions>>;
type Motion = Council['open'][number];

/** All open motions. */
export function CouncilScreen() {
	const { words } = useWords();
	const { connection } = useLive();
	// What is closed is no motion any more: what came of it stands above the others.
	const { sent, send } = useSending();
	const [closing, setClosing] = useState('');
	const asked = useAnswer('council', motions);
	const close = (motion: Motion) => {
		if (connection !== undefined) {
			setClosing(titleOf(words, motion));
			const { hash, call, voting } = motion;
			send(closeCall(connection.api, { hash: hash as `0x${string}`, index: voting.index, call }));
		}
	};
	return (
		<>
			<h1>{words.say('council-title')}</h1>
			{sent.step !== 'none' && (
				<section>
					<h2>{words.say('motion-closing', { title: closing })}</h2>
					<SentStatus sent={sent} />
					<Came sent={sent} />
				</section>
			)}
			<Answered asked={asked}>
				{(council) => (
					<>
						<p>
							{words.say('council-seats', {
								count: council.seats.length,
								members: words.list(council.seats.map((seat) => nameIn(council, seat))),
							})}
						</p>
						{council.open.length === 0 ? (
							<p>{words.say('council-none')}</p>
						) : (
							council.open.map((motion) => (
								<MotionView
									key={motion.hash}
									motion={motion}
									council={council}
									close={isUnderWay(sent) && sent.step !== 'final' ? undefined : () => close(motion)}
								/>
							))
						)}
					</>
				)}
			</Answered>
		</>
	);

	function nameIn({ nameOf }: Council, seat: string) {
		const territory = nameOf.get(seat);
		return territory === undefined ? seat : words.territory(territory);
	}
}

/** An argument of a call as text. */
function shown(value: unknown): string {
	if (typeof value === 'object' && value !== null) {
		if ('type' in value) {
			const inner = (value as { value?: unknown }).value;
			return inner === undefined ? String(value.type) : `${String(value.type)} ${shown(inner)}`;
		}
		return Object.entries(value)
			.map(([name, part]) => `${name}: ${shown(part)}`)
			.join(', ');
	}
	return String(value);
}

/** What a motion is about. */
function titleOf(words: Words, { call }: Motion): string {
	const inner = call.value as { type: string };
	const id = `motion-${call.type}-${inner.type}`;
	return words.has(id) ? words.say(id) : `${call.type}.${inner.type}`;
}

/** What came of a motion that was closed. */
function Came({ sent }: { sent: Sent }) {
	const { words } = useWords();
	const outcome = sent.step === 'final' ? sent.outcome : undefined;
	if (outcome === undefined) {
		return null;
	}
	return (
		<p role="status" className={outcome.kind === 'done' ? 'good' : 'problem'}>
			{words.say(`closed-${outcome.kind}`)}{' '}
			{outcome.kind === 'failed' && <Told sentence={errorSentence(words, outcome.error)} />}
		</p>
	);
}

function MotionView({
	motion,
	council,
	close,
}: {
	motion: Motion;
	council: Council;
	/** Closes it; none while another one is being closed. */
	close: (() => void) | undefined;
}) {
	const { words } = useWords();
	const { hash, call, voting } = motion;
	const { connection } = useLive();
	const { signing } = useSession();
	const { sent, send } = useSending();
	const inner = call.value as { type: string; value?: unknown };
	const why = closable(voting, council.seats.length, council.now);
	const needed = ayesNeeded(call.type, inner.type, council.seats.length);
	const left = Math.max(0, voting.end - council.now) * BLOCK;
	const names = (accounts: string[]) => {
		const known = accounts.map((one) => council.nameOf.get(one));
		return accounts.length === 0
			? '–'
			: words.list(known.map((one, place) => (one ? words.territory(one) : (accounts[place] ?? ''))));
	};
	const isMember = signing !== undefined && council.seats.includes(signing.address);
	const vote = (approve: boolean) => {
		if (connection !== undefined) {
			send(connection.api.tx.Council.vote({ proposal: hash, index: voting.index, approve }));
		}
	};
	return (
		<article className="motion">
			<h2>{titleOf(words, motion)}</h2>
			<Facts
				rows={[
					[words.say('motion-what'), shown(inner.value)],
					[words.say('motion-ayes'), words.say('motion-count', { ayes: voting.ayes.length, needed })],
					[words.say('motion-for'), names(voting.ayes)],
					[words.say('motion-against'), names(voting.nays)],
					[words.say('motion-end'), words.moment(new Date(Date.now() + left))],
				]}
			/>
			{voting.threshold < needed && (
				<p className="problem">{words.say('motion-low', { threshold: voting.threshold, needed })}</p>
			)}
			{isMember && !isUnderWay(sent) && (
				<p className="row">
					<button type="button" className="main" onClick={() => vote(true)}>
						{words.say('motion-aye')}
					</button>
					<button type="button" onClick={() => vote(false)}>
						{words.say('motion-nay')}
					</button>
				</p>
			)}
			{why !== undefined && <p className="note">{words.say(`closable-${why}`)}</p>}
			{isMember && why !== undefined && close !== undefined && (
				<p>
					<button type="button" onClick={close}>
						{words.say('motion-close')}
					</button>
				</p>
			)}
			<SentStatus sent={sent} />
		</article>
	);
}
