// What a trader sees of itself: who gave benefits, and with whom its certificates are shared.

import { useState } from 'react';
import { useSession } from '../chain/account';
import type { Api } from '../chain/connection';
import { useAnswer } from '../chain/live';
import { Answered, KeepText } from '../parts';
import { linkTo } from '../route';
import { benefitsOf, standingOf, type Certificate } from '../words/status';
import { useWords } from '../words/words';
import { Apply, Asks } from './asks';
import { DecideDialog } from './decide';
import { OwnRecords } from './own';
import { Pages, Timeline } from './timeline';

/** How many uses are on a page of the chain's. */
const PAGE = 50;

/** The trader whose account sits here. */
export function MineScreen() {
	const { words } = useWords();
	const { role } = useSession();
	if (role?.kind !== 'holder') {
		return (
			<>
				<h1>{words.say('nav-mine')}</h1>
				<p>
					{words.say('mine-no-holder')} <a href={linkTo('key')}>{words.say('nav-key')}</a>
				</p>
			</>
		);
	}
	return <Mine tin={role.tin} administration={role.administration} />;
}

function Mine({ tin, administration }: { tin: string; administration: string }) {
	const { words } = useWords();
	const certificates = useAnswer(`mine ${tin}`, async (api) => {
		const { answer } = await api.apis.AeoApi.certificates_of(tin);
		return answer.success ? answer.value : [];
	});
	return (
		<>
			<h1>{words.say('mine-title', { tin })}</h1>
			<h2>{words.say('mine-certificates')}</h2>
			<Answered asked={certificates}>
				{(all) => (
					<>
						{all.length === 0 && <p>{words.say('trader-none')}</p>}
						{all.map((certificate) => {
							const { mood, name } = standingOf(words, certificate);
							return (
								<article key={certificate.number} className="certificate">
									<h3>
										<a href={linkTo('certificate', certificate.issuer.type, certificate.number)}>
											{certificate.number}
										</a>{' '}
										<span className={`chip ${mood}`}>{name}</span>
									</h3>
									<Sharing certificate={certificate} />
									<Asks certificate={certificate} />
									<Timeline certificate={certificate} />
								</article>
							);
						})}
					</>
				)}
			</Answered>
			<Apply tin={tin} administration={administration} />
			<Uses tin={tin} />
			<OwnRecords tin={tin} administration={administration} />
		</>
	);
}

function Uses({ tin }: { tin: string }) {
	const { words } = useWords();
	const [page, setPage] = useState(0);
	const asked = useAnswer(`uses ${tin} ${page}`, async (api) => {
		return (await api.apis.AeoApi.uses_of(tin, page)).answer;
	});
	return (
		<section>
			<h2>{words.say('uses-title')}</h2>
			<p className="hint">{words.say('uses-hint')}</p>
			<Answered asked={asked}>
				{(uses) =>
					uses.length === 0 ? (
						<p>{words.say('uses-none')}</p>
					) : (
						<>
							<ol className="timeline">
								{uses.map((use) => (
									<li key={use.place}>
										<strong>{words.territory(use.grantor.type)}</strong> {words.moment(use.at)},{' '}
										{words.say(`kind-${use.direction.type}`)}, {words.say(`role-${use.role.type}`)}
										<br />
										{words.list(benefitsOf(words, use.benefits))}
										<br />
										<span className="hint hash">
											{words.say('uses-declaration', { declaration: use.declaration })}
										</span>
										<KeepText
											name={`report-${use.place}`}
											text={words.say('uses-report-text', {
												tin,
												grantor: words.territory(use.grantor.type),
												declaration: use.declaration,
												moment: words.moment(use.at),
												block: String(use.block),
											})}
											label={words.say('uses-report')}
										/>
										{use.annulled && <p className="problem">{words.say('uses-annulled')}</p>}
									</li>
								))}
							</ol>
							<Pages page={page} isLast={uses.length < PAGE} choose={setPage} />
						</>
					)
				}
			</Answered>
		</section>
	);
}

type Leg = Awaited<ReturnType<Api['apis']['AeoApi']['sharing']>>['answer'][number];

function Sharing({ certificate }: { certificate: Certificate }) {
	const { words } = useWords();
	const [changing, setChanging] = useState<Leg>();
	const { issuer, number } = certificate;
	const asked = useAnswer(`sharing ${issuer.type} ${number}`, async (api) => {
		return (await api.apis.AeoApi.sharing(issuer, number)).answer;
	});
	return (
		<section>
			<h4>{words.say('sharing-title')}</h4>
			<Answered asked={asked}>
				{(legs) => (
					<ul className="sharing">
						{legs.length === 0 && <li>{words.say('sharing-none')}</li>}
						{legs.map((leg) => (
							<li key={`${leg.agreement} ${leg.reader.type}`}>
								<strong>{words.territory(leg.reader.type)}</strong> (
								{words.say('basis-Agreement', { agreement: String(leg.agreement) })}):{' '}
								{leg.consent.type === 'NotNeeded'
									? words.say('consent-NotNeeded')
									: words.say(leg.given ? 'sharing-given' : 'sharing-withheld', {
											since: leg.since === undefined ? '' : words.moment(leg.since),
											known: leg.since === undefined ? 'no' : 'yes',
										})}{' '}
								{leg.consent.type === 'Needed' && (
									<button type="button" onClick={() => setChanging(leg)}>
										{words.say(leg.given ? 'sharing-withdraw' : 'sharing-give')}
									</button>
								)}
							</li>
						))}
					</ul>
				)}
			</Answered>
			{changing && (
				<ConsentDialog
					certificate={certificate}
					leg={changing}
					close={() => setChanging(undefined)}
				/>
			)}
		</section>
	);
}

function ConsentDialog({
	certificate: { number, tin },
	leg,
	close,
}: {
	certificate: Certificate;
	leg: Leg;
	close: () => void;
}) {
	const { words } = useWords();
	// What is asked for stays so while it is under way, also when the chain has it already.
	const [kind] = useState(leg.given ? 'withdraw' : 'give');
	const values = { reader: words.territory(leg.reader.type), number, tin, now: new Date() };
	return (
		<DecideDialog
			title={words.say(`sharing-${kind}`)}
			name={`consent-${kind}-${number}-${leg.agreement}`}
			text={words.say(`sharing-${kind}-text`, values)}
			document={words.say('document-own')}
			button={words.say('portal-sign')}
			isEnding={kind === 'withdraw'}
			make={(api, document) => {
				const { give_consent, withdraw_consent } = api.tx.Certificates;
				const call = kind === 'withdraw' ? withdraw_consent : give_consent;
				return call({ number, consent_for: { type: 'Agreement', value: leg.agreement }, document });
			}}
			close={close}
		>
			<p>{words.say(`sharing-${kind}-what`, values)}</p>
		</DecideDialog>
	);
}
