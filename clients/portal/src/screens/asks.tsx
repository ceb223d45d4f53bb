// What a holder asks of its administration, and what that asks of the holder: requests, wishes and applications. Only
// the fingerprints of documents go to the chain; they are worked out in the page.

import { useState } from 'react';
import type { Api } from '../chain/connection';
import { useToday } from '../chain/day';
import { useAnswer } from '../chain/live';
import { useTyped } from '../kept';
import { Answered } from '../parts';
import type { Certificate } from '../words/status';
import { useWords } from '../words/words';
import { RoleChoice, ROLES } from './certify';
import { areWhole, DayField } from './change';
import { DecideDialog } from './decide';

type Wish = 'Renewal' | 'Suspension' | 'Reinstatement' | 'Relinquishment' | 'Appeal';

/** What a holder may ask for, as its certificate stands, and has not asked for yet. */
function wishesFor({ state, asked, in_force: inForce, validity }: Certificate): Wish[] {
	const isSuspended = state.type === 'Suspended';
	const isLive = state.type === 'Authorised' || isSuspended;
	const isDecidedAgainst = ['Rejected', 'Refused', 'Suspended', 'Revoked', 'Annulled'].includes(state.type);
	const wishes: [Wish, boolean][] = [
		['Renewal', isLive && validity?.until !== undefined && !asked.renewal],
		['Suspension', inForce && !isSuspended && !asked.suspension],
		['Reinstatement', isSuspended && !asked.reinstatement],
		['Relinquishment', isLive && asked.relinquishment === undefined],
		['Appeal', isDecidedAgainst && !asked.appeal],
	];
	return wishes.filter(([, is]) => is).map(([wish]) => wish);
}

/** What was asked for and is not decided. */
export function askedFor({ asked }: Certificate): Wish[] {
	const wishes: [Wish, boolean][] = [
		['Renewal', asked.renewal],
		['Suspension', asked.suspension],
		['Reinstatement', asked.reinstatement],
		['Relinquishment', asked.relinquishment !== undefined],
		['Appeal', asked.appeal],
	];
	return wishes.filter(([, is]) => is).map(([wish]) => wish);
}

/** What is asked about a certificate, both ways. */
export function Asks({ certificate }: { certificate: Certificate }) {
	const { words } = useWords();
	const [asking, setAsking] = useState<{ wish: Wish; isBack: boolean }>();
	const waiting = askedFor(certificate);
	const isApplication = certificate.state.type === 'Applied' || certificate.state.type === 'Accepted';
	const [isLeaving, setLeaving] = useState(false);
	const { number, tin } = certificate;
	return (
		<section>
			<Requests certificate={certificate} />
			<h4>{words.say('asks-title')}</h4>
			{waiting.length > 0 && (
				<ul className="asked">
					{waiting.map((wish) => (
						<li key={wish}>
							{words.say('asks-waits', { wish: words.say(`wish-${wish}`) })}{' '}
							<button type="button" onClick={() => setAsking({ wish, isBack: true })}>
								{words.say('asks-back')}
							</button>
						</li>
					))}
				</ul>
			)}
			<p className="row">
				{wishesFor(certificate).map((wish) => (
					<button key={wish} type="button" onClick={() => setAsking({ wish, isBack: false })}>
						{words.say(`ask-${wish}`)}
					</button>
				))}
				{isApplication && (
					<button type="button" onClick={() => setLeaving(true)}>
						{words.say('apply-back')}
					</button>
				)}
			</p>
			{asking && (
				<WishDialog certificate={certificate} {...asking} close={() => setAsking(undefined)} />
			)}
			{isLeaving && (
				<DecideDialog
					title={words.say('apply-back')}
					name={`apply-back-${number}`}
					text={words.say('apply-back-text', { number, tin, now: new Date() })}
					document={words.say('document-own')}
					button={words.say('portal-sign')}
					isEnding
					make={(api, document) => api.tx.Applications.withdraw_application({ number, document })}
					close={() => setLeaving(false)}
				>
					<p>{words.say('apply-back-what', { number })}</p>
				</DecideDialog>
			)}
		</section>
	);
}

function WishDialog({
	certificate: { issuer, number, tin },
	wish,
	isBack,
	close,
}: {
	certificate: Certificate;
	wish: Wish;
	isBack: boolean;
	close: () => void;
}) {
	const { words } = useWords();
	const today = useToday(issuer.type);
	const [typed, setFrom] = useTyped(`ask-${number}-from`);
	const from = typed || today;
	const values = { number, tin, wish: words.say(`wish-${wish}`), now: new Date() };
	const isWithDay = wish === 'Relinquishment' && !isBack;
	return (
		<DecideDialog
			title={words.say(isBack ? 'asks-back' : `ask-${wish}`)}
			name={`ask-${isBack ? 'back-' : ''}${wish}-${number}`}
			text={words.say(isBack ? 'asks-back-text' : 'asks-text', values)}
			document={words.say('document-own')}
			button={words.say('portal-sign')}
			isEnding={isWithDay}
			isReady={!isWithDay || (from !== '' && areWhole(from))}
			detail={isWithDay ? from : ''}
			typed={[`ask-${number}-from`]}
			make={(api, document) => {
				if (isBack) {
					return api.tx.Applications.withdraw_wish({ number, wish: { type: wish, value: undefined }, document });
				}
				return api.tx.Applications.ask({
					number,
					wish: wish === 'Relinquishment' ? { type: wish, value: { from } } : { type: wish, value: undefined },
					document,
				});
			}}
			close={close}
		>
			<p>{words.say(isBack ? 'asks-back-what' : 'asks-what', values)}</p>
			{isWithDay && <DayField label={words.say('decision-from')} value={from} set={setFrom} />}
		</DecideDialog>
	);
}

async function requestsOf(api: Api, { issuer, number }: Certificate) {
	const entries = await api.query.Applications.Requests.getEntries(issuer, number);
	return entries
		.map(({ keyArgs: [, , place], value }) => ({ place, ...value }))
		.sort((one, other) => other.place - one.place);
}

function Requests({ certificate }: { certificate: Certificate }) {
	const { words } = useWords();
	const [answering, setAnswering] = useState<number>();
	const { issuer, number, tin } = certificate;
	const asked = useAnswer(`requests ${issuer.type} ${number}`, (api) => requestsOf(api, certificate));
	return (
		<>
			<h4>{words.say('requests-title')}</h4>
			<Answered asked={asked}>
				{(requests) =>
					requests.length === 0 ? (
						<p>{words.say('requests-none')}</p>
					) : (
						<ul className="asked">
							{requests.map(({ place, kind, due, answer, closure, document }) => (
								<li key={place}>
									<strong>{words.say(`request-${kind.type}`)}</strong>,{' '}
									{closure !== undefined
										? words.say(`request-closed-${closure.outcome.type}`)
										: words.say(answer === undefined ? 'request-due' : 'request-answered', {
												day: words.day(due),
											})}{' '}
									{closure === undefined && answer === undefined && (
										<button type="button" onClick={() => setAnswering(place)}>
											{words.say('request-answer')}
										</button>
									)}
									<br />
									<span className="hint hash">{words.say('document-hash', { hash: document })}</span>
								</li>
							))}
						</ul>
					)
				}
			</Answered>
			{answering !== undefined && (
				<DecideDialog
					title={words.say('request-answer')}
					name={`answer-${number}-${answering}`}
					text=""
					document={words.say('document-own')}
					button={words.say('portal-sign')}
					make={(api, document) => {
						return api.tx.Applications.answer_request({ number, request: answering, document });
					}}
					close={() => setAnswering(undefined)}
				>
					<p>{words.say('request-answer-what', { number, tin })}</p>
				</DecideDialog>
			)}
		</>
	);
}

/** Applies for a certificate. */
export function Apply({ tin, administration }: { tin: string; administration: string }) {
	const { words } = useWords();
	const [isOpen, setOpen] = useState(false);
	return (
		<section>
			<h2>{words.say('apply-title')}</h2>
			<p>
				<button type="button" onClick={() => setOpen(true)}>
					{words.say('apply-open')}
				</button>
			</p>
			{isOpen && <ApplyDialog tin={tin} administration={administration} close={() => setOpen(false)} />}
		</section>
	);
}

function ApplyDialog({ tin, administration, close }: { tin: string; administration: string; close: () => void }) {
	const { words } = useWords();
	const [type, setType] = useTyped('apply.type');
	const [roles, setRoles] = useTyped('apply.roles');
	const asked = useAnswer(`programmes ${administration}`, async (api) => {
		const issuer = { type: administration } as Certificate['issuer'];
		const programmes = await api.query.Certificates.Programmes.getEntries(issuer);
		return programmes.flatMap(({ keyArgs: [, programme], value }) => {
			return value.types.map(({ code }) => ({ programme, code }));
		});
	});
	const chosen = ROLES.filter((role) => roles.split(' ').includes(role));
	const keyOf = (one: { programme: string; code: string }) => `${one.programme}/${one.code}`;
	const kind = asked.answer?.find((one) => keyOf(one) === type) ?? asked.answer?.[0];
	return (
		<DecideDialog
			title={words.say('apply-open')}
			name="apply"
			text={words.say('apply-text', { tin, now: new Date() })}
			document={words.say('document-own')}
			button={words.say('portal-sign')}
			isReady={kind !== undefined && chosen.length > 0}
			detail={`${kind && keyOf(kind)} ${roles}`}
			typed={['apply.type', 'apply.roles']}
			make={(api, document) => {
				return api.tx.Applications.apply({
					certificate_type: kind ?? { programme: '', code: '' },
					roles: chosen.map((role) => ({ type: role, value: undefined })),
					document,
				});
			}}
			close={close}
		>
			<p>{words.say('apply-what', { administration: words.territory(administration) })}</p>
			<Answered asked={asked}>
				{(kinds) => (
					<>
						<label htmlFor="apply-type">{words.say('fact-type')}</label>
						<select id="apply-type" value={kind && keyOf(kind)} onChange={(event) => setType(event.target.value)}>
							{kinds.map((one) => (
								<option key={keyOf(one)} value={keyOf(one)}>
									{one.code} ({one.programme})
								</option>
							))}
						</select>
					</>
				)}
			</Answered>
			<RoleChoice chosen={chosen} choose={(named) => setRoles(named.join(' '))} />
		</DecideDialog>
	);
}
