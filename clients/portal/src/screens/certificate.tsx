// A certificate: how it stands, who recognises it, what it was.

import { useState } from 'react';
import { actsFor, useSession, type Role } from '../chain/account';
import type { Api } from '../chain/connection';
import { useAnswer } from '../chain/live';
import { Answered, Facts, Told } from '../parts';
import { linkTo } from '../route';
import { reasonOf, rolesOf, standingOf, type Certificate, type Period } from '../words/status';
import { useWords } from '../words/words';
import { askedFor } from './asks';
import { certifyApplicant } from './certify';
import { Renew, Revoke } from './change';
import {
	Accept,
	Annul,
	Dismiss,
	KeepInForce,
	Overturn,
	Rectify,
	RefuseApplication,
	RefuseRenewal,
	Reject,
	Relinquish,
} from './correct';
import { PrintedCode } from './printed';
import { Recognition } from './recognition';
import { Reinstate, Suspend } from './suspend';
import { Timeline } from './timeline';

/** A certificate with the latest of its periods. */
interface Known {
	certificate: Certificate;
	latest: Period | undefined;
}

async function withLatest(api: Api, certificate: Certificate): Promise<Known> {
	const { issuer, number } = certificate;
	const { answer } = await api.apis.AeoApi.history(issuer, number, 0);
	return { certificate, latest: answer[0] };
}

async function certificateOf(api: Api, issuer: string, number: string): Promise<Known | null> {
	const territory = { type: issuer } as Certificate['issuer'];
	const { answer } = await api.apis.AeoApi.certificate(territory, number);
	return answer === undefined ? null : withLatest(api, answer);
}

/** The certificates of a trader. */
export function TraderScreen({ tin }: { tin: string }) {
	const { words } = useWords();
	const asked = useAnswer(`trader ${tin}`, async (api) => {
		const { answer } = await api.apis.AeoApi.certificates_of(tin);
		if (!answer.success) {
			return { reason: answer.value };
		}
		return { known: await Promise.all(answer.value.map((one) => withLatest(api, one))) };
	});
	return (
		<>
			<Back />
			<h1>{words.say('trader-title', { tin })}</h1>
			<Answered asked={asked}>
				{({ reason, known = [] }) => {
					if (reason !== undefined) {
						return (
							<p className="problem">
								<Told sentence={reasonOf(words, reason)} />
							</p>
						);
					}
					if (known.length === 0) {
						return <p className="problem">{words.say('trader-none')}</p>;
					}
					return known.map((one) => (
						<CertificateView key={one.certificate.number} known={one} />
					));
				}}
			</Answered>
		</>
	);
}

/** One certificate. */
export function CertificateScreen({ issuer, number }: { issuer: string; number: string }) {
	const { words } = useWords();
	const asked = useAnswer(`certificate ${issuer} ${number}`, (api) => {
		return certificateOf(api, issuer, number);
	});
	return (
		<>
			<Back />
			<h1>{words.say('certificate-title', { number })}</h1>
			<Answered asked={asked}>
				{(known) =>
					known === null ? (
						<p className="problem">{words.say('number-none', { number })}</p>
					) : (
						<CertificateView known={known} />
					)
				}
			</Answered>
		</>
	);
}

/** The certificates of all issuers that have a number. */
export function NumberScreen({ number }: { number: string }) {
	const { words } = useWords();
	const asked = useAnswer(`number ${number}`, async (api) => {
		const entries = await api.query.Administrations.Administrations.getEntries();
		const [report, ...found] = await Promise.all([
			api.apis.AeoApi.tin_check(number),
			...entries.map(({ keyArgs: [issuer] }) => {
				// What is no number of a certificate at all is none of any issuer's.
				return certificateOf(api, issuer.type, number).catch(() => null);
			}),
		]);
		return { reason: report.answer.reason, known: found.filter((one) => one !== null) };
	});
	return (
		<>
			<Back />
			<h1>{words.say('certificate-title', { number })}</h1>
			<Answered asked={asked}>
				{({ reason, known }) =>
					known.length === 0 ? (
						<div className="problem">
							<p>{words.say('number-none', { number })}</p>
							{reason !== undefined && (
								<p>
									{words.say('number-no-tin')} <Told sentence={reasonOf(words, reason)} />
								</p>
							)}
						</div>
					) : (
						known.map((one) => <CertificateView key={one.certificate.issuer.type} known={one} />)
					)
				}
			</Answered>
		</>
	);
}

function Back() {
	const { words } = useWords();
	return (
		<p className="back">
			<a href="#/">{words.say('find-again')}</a>
		</p>
	);
}

/** What an officer decides about a certificate here, each with its dialog. */
const DECISIONS = {
	suspend: Suspend,
	reinstate: Reinstate,
	renew: Renew,
	keep: KeepInForce,
	unrenew: RefuseRenewal,
	rectify: Rectify,
	relinquish: Relinquish,
	revoke: Revoke,
	annul: Annul,
	accept: Accept,
	reject: Reject,
	unapply: RefuseApplication,
	overturn: Overturn,
	dismiss: Dismiss,
};

type Deciding = keyof typeof DECISIONS;

/** The decisions that are open to who sits here. */
function openTo(role: Role | undefined, certificate: Certificate): Deciding[] {
	const { issuer, state, asked, in_force: inForce, validity } = certificate;
	const isSuspended = certificate.suspended !== undefined;
	const isLive = state.type === 'Authorised' || state.type === 'Suspended';
	const suspends = actsFor(role, 'Suspension') === issuer.type;
	const certifies = actsFor(role, 'Certification') === issuer.type;
	const open: [Deciding, boolean][] = [
		['suspend', suspends && inForce && !isSuspended],
		['reinstate', suspends && state.type === 'Suspended' && isSuspended],
		// What has no end needs no renewal; what has expired is still authorised.
		['renew', certifies && isLive && validity?.until !== undefined],
		['keep', certifies && isLive && asked.renewal],
		['unrenew', certifies && isLive && asked.renewal],
		['rectify', certifies && isLive],
		['relinquish', certifies && isLive && asked.relinquishment !== undefined],
		['revoke', certifies && isLive],
		['annul', certifies && isLive],
		['accept', certifies && state.type === 'Applied'],
		['reject', certifies && state.type === 'Applied'],
		['unapply', certifies && state.type === 'Accepted'],
		['overturn', certifies && asked.appeal],
		['dismiss', certifies && asked.appeal],
	];
	return open.filter(([, is]) => is).map(([name]) => name);
}

function CertificateView({ known: { certificate, latest } }: { known: Known }) {
	const { words } = useWords();
	const { role } = useSession();
	const [deciding, setDeciding] = useState<Deciding>();
	const { issuer, number, tin, certificate_type: type, halves, validity } = certificate;
	const { mood, name, sentence } = standingOf(words, certificate, latest?.from);
	const open = openTo(role, certificate);
	const asks = actsFor(role, 'Certification') === issuer.type ? askedFor(certificate) : [];
	const isExamined = open.includes('unapply');
	const Decision = deciding && DECISIONS[deciding];
	return (
		<article className="certificate" aria-label={number}>
			<div className={`standing ${mood}`}>
				<h2>{name}</h2>
				<p>{sentence}</p>
			</div>
			<Facts
				rows={[
					[words.say('fact-issuer'), words.territory(issuer.type)],
					[
						words.say('fact-number'),
						<a key="number" href={linkTo('certificate', issuer.type, number)}>
							{number}
						</a>,
					],
					['TIN', <a key="tin" href={linkTo('tin', tin)}>{tin}</a>],
					[
						words.say('fact-type'),
						`${type.code} (${type.programme}), ${words.say(`halves-${halves.type}`)}`,
					],
					[words.say('fact-roles'), rolesOf(words, certificate.roles)],
					[words.say('fact-from'), validity ? words.day(validity.from) : '–'],
					[
						words.say('fact-until'),
						validity?.until === undefined ? words.say('fact-no-end') : words.day(validity.until),
					],
				]}
			/>
			{certificate.under_review && <p className="note">{words.say('certificate-review')}</p>}
			{asks.length > 0 && (
				<p className="note">
					{words.say('certificate-asked', { asked: words.list(asks.map((wish) => words.say(`wish-${wish}`))) })}
				</p>
			)}
			<p className="row">
				{isExamined && (
					<button type="button" className="main" onClick={() => certifyApplicant(certificate)}>
						{words.say('open-grant')}
					</button>
				)}
				{open.map((one) => (
					<button
						key={one}
						type="button"
						className={one === 'suspend' ? 'danger' : undefined}
						onClick={() => setDeciding(one)}
					>
						{words.say(`open-${one}`)}
					</button>
				))}
			</p>
			{Decision && <Decision certificate={certificate} close={() => setDeciding(undefined)} />}
			<Recognition certificate={certificate} />
			<Timeline certificate={certificate} />
			<PrintedCode path={linkTo('certificate', issuer.type, number)} />
		</article>
	);
}
