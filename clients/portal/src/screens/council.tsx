// The council's motions: what is voted on, how it stands, how long it is open.

import { useLive, useAnswer } from '../chain/live';
import type { Api } from '../chain/connection';
import { useSending } from '../chain/sending';
import { useSession } from '../chain/account';
import { ayesNeeded } from '../chain/ayes';
import { Answered, Facts, isUnderWay, SentStatus } from '../parts';
import { useWords } from '../words/words';

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
	const asked = useAnswer('council', motions);
	return (
		<>
			<h1>{words.say('council-title')}</h1>
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
								<MotionView key={motion.hash} motion={motion} council={council} />
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

function MotionView({ motion: { hash, call, voting }, council }: { motion: Motion; council: Council }) {
	const { words } = useWords();
	const { connection } = useLive();
	const { signing } = useSession();
	const { sent, send } = useSending();
	const inner = call.value as { type: string; value?: unknown };
	const id = `motion-${call.type}-${inner.type}`;
	const title = words.has(id) ? words.say(id) : `${call.type}.${inner.type}`;
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
			<h2>{title}</h2>
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
			<SentStatus sent={sent} />
		</article>
	);
}
