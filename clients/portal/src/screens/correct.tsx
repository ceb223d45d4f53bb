// What an officer decides about a certificate or an application besides suspending, renewing and revoking: to correct or
// annul it, on an application, on what the holder asks for, on an appeal. What takes two officers is proposed; a
// second one confirms it in “My work”.

import { type ReactNode } from 'react';
import { useToday } from '../chain/day';
import { useTyped } from '../kept';
import { Change, Facts } from '../parts';
import { rolesOf, standingOf, type Certificate } from '../words/status';
import { useWords } from '../words/words';
import { RoleChoice, ROLES } from './certify';
import { areWhole, DayField, ValidityFields } from './change';
import { DecideDialog } from './decide';
import { Ending, useEnding } from './suspend';

interface Parts {
	certificate: Certificate;
	close: () => void;
}

/** What every decision says of itself, and the text that is proposed as its document. */
function useSaid(name: string, { issuer, number, tin }: Certificate) {
	const { words } = useWords();
	const title = words.say(`title-${name}`, { number });
	const text = words.say('decided-text', { title, number, tin, issuer: issuer.type, now: new Date() });
	const what = words.say(`what-${name}`, { number, tin });
	return { title, name: `${name}-${number}`, text, what };
}

/** Proposes to correct roles and days; shows what differs. */
export function Rectify({ certificate, close }: Parts) {
	const { words } = useWords();
	const { number, roles: now, validity } = certificate;
	const { what, ...said } = useSaid('rectify', certificate);
	const names = now.map(({ type }) => type).join(' ');
	const [roles, setRoles] = useTyped(`rectify-${number}-roles`, names);
	const [from, setFrom] = useTyped(`rectify-${number}-from`, validity?.from ?? '');
	const [until, setUntil] = useTyped(`rectify-${number}-until`, validity?.until ?? '');
	const chosen = ROLES.filter((role) => roles.split(' ').includes(role));
	const written = chosen.map((type) => ({ type, value: undefined }));
	const day = (text: string | undefined) => (text ? words.day(text) : words.say('fact-no-end'));
	const isWhole = areWhole(from, until) && from !== '';
	const changes: [string, ReactNode][] = isWhole
		? [
				change(words.say('fact-roles'), rolesOf(words, now), rolesOf(words, written)),
				change(words.say('fact-from'), day(validity?.from), day(from)),
				change(words.say('fact-until'), day(validity?.until), day(until)),
			].filter((one) => one !== undefined)
		: [];
	return (
		<DecideDialog
			{...said}
			button={words.say('renew-sign')}
			isReady={isWhole && chosen.length > 0 && changes.length > 0}
			detail={`${chosen.join(' ')} ${from} ${until}`}
			typed={['roles', 'from', 'until'].map((field) => `rectify-${number}-${field}`)}
			make={(api, document) => {
				const value = {
					roles: written,
					valid_from: from,
					valid_until: until === '' ? undefined : until,
					document,
				};
				return api.tx.Certificates.propose({ number, decision: { type: 'Rectify', value } });
			}}
			close={close}
		>
			<p>{what}</p>
			<RoleChoice chosen={chosen} choose={(named) => setRoles(named.join(' '))} />
			<ValidityFields {...{ from, setFrom, until, setUntil }} />
			<div role="status">
				{changes.length === 0 ? (
					<p className="hint">{words.say('rectify-same')}</p>
				) : (
					<Facts rows={changes} />
				)}
			</div>
		</DecideDialog>
	);
}

/** What was beside what it becomes; nothing where that is the same. */
function change(name: string, before: string, after: string): [string, ReactNode] | undefined {
	return before === after ? undefined : [name, <Change key={name} before={before} after={after} />];
}

/** Proposes to annul a certificate; says which benefits end. */
export function Annul({ certificate, close }: Parts) {
	const { words } = useWords();
	const { number } = certificate;
	const { what, ...said } = useSaid('annul', certificate);
	const asked = useEnding(certificate);
	return (
		<DecideDialog
			{...said}
			button={words.say('renew-sign')}
			isEnding
			isReady={asked.answer !== undefined}
			make={(api, document) => {
				return api.tx.Certificates.propose({ number, decision: { type: 'Annul', value: { document } } });
			}}
			close={close}
		>
			<p>{what}</p>
			<Facts
				rows={[
					[
						words.say('decision-now'),
						<Change
							key="state"
							before={standingOf(words, certificate).name}
							after={words.say('state-Annulled')}
						/>,
					],
				]}
			/>
			<Ending asked={asked} certificate={certificate} />
		</DecideDialog>
	);
}

/** Accepts an application for examination, or rejects it: one officer's word. */
function answering(name: 'accept' | 'reject') {
	return function Answer({ certificate, close }: Parts) {
		const { words } = useWords();
		const { number, roles, certificate_type: type } = certificate;
		const { what, ...said } = useSaid(name, certificate);
		return (
			<DecideDialog
				{...said}
				button={words.say('portal-sign')}
				isEnding={name === 'reject'}
				make={(api, document) => api.tx.Applications[name]({ number, document })}
				close={close}
			>
				<p>{what}</p>
				<Facts
					rows={[
						[words.say('fact-type'), `${type.code} (${type.programme})`],
						[words.say('fact-roles'), rolesOf(words, roles)],
					]}
				/>
			</DecideDialog>
		);
	};
}

/** Accepts an application for examination. */
export const Accept = answering('accept');

/** Rejects an application that can't be examined. */
export const Reject = answering('reject');

/** Proposes to refuse an application that was examined. */
export function RefuseApplication({ certificate, close }: Parts) {
	const { words } = useWords();
	const { number } = certificate;
	const { what, ...said } = useSaid('unapply', certificate);
	const [bar, setBar] = useTyped(`unapply-${number}-bar`);
	return (
		<DecideDialog
			{...said}
			button={words.say('renew-sign')}
			isEnding
			isReady={areWhole(bar)}
			detail={bar}
			typed={[`unapply-${number}-bar`]}
			make={(api, document) => {
				const value = { bar_until: bar === '' ? undefined : bar, document };
				return api.tx.Certificates.propose({ number, decision: { type: 'RefuseApplication', value } });
			}}
			close={close}
		>
			<p>{what}</p>
			<DayField label={words.say('revoke-bar')} hint={words.say('revoke-bar-hint')} value={bar} set={setBar} />
		</DecideDialog>
	);
}

/** Proposes to overturn a decision against which the holder appeals. */
export function Overturn({ certificate, close }: Parts) {
	const { words } = useWords();
	const { number } = certificate;
	const { what, ...said } = useSaid('overturn', certificate);
	const [from, setFrom] = useTyped(`overturn-${number}-from`);
	return (
		<DecideDialog
			{...said}
			button={words.say('renew-sign')}
			isReady={areWhole(from)}
			detail={from}
			typed={[`overturn-${number}-from`]}
			make={(api, document) => {
				const value = { from: from === '' ? undefined : from, document };
				return api.tx.Certificates.propose({ number, decision: { type: 'Overturn', value } });
			}}
			close={close}
		>
			<p>{what}</p>
			<p>{standingOf(words, certificate).sentence}</p>
			<DayField
				label={words.say('decision-from')}
				hint={words.say('overturn-from-hint')}
				value={from}
				set={setFrom}
			/>
		</DecideDialog>
	);
}

/** Dismisses an appeal: the decision stands. */
export function Dismiss({ certificate, close }: Parts) {
	const { words } = useWords();
	const { number } = certificate;
	const { what, ...said } = useSaid('dismiss', certificate);
	return (
		<DecideDialog
			{...said}
			button={words.say('portal-sign')}
			isEnding
			make={(api, document) => api.tx.Applications.dismiss_appeal({ number, document })}
			close={close}
		>
			<p>{what}</p>
			<p>{standingOf(words, certificate).sentence}</p>
		</DecideDialog>
	);
}

/** Proposes what is nothing but a word about a renewal that was asked for. */
function aboutRenewal(name: 'unrenew' | 'keep', type: 'RefuseRenewal' | 'KeepInForce') {
	return function AboutRenewal({ certificate, close }: Parts) {
		const { words } = useWords();
		const { number } = certificate;
		const { what, ...said } = useSaid(name, certificate);
		return (
			<DecideDialog
				{...said}
				button={words.say('renew-sign')}
				isEnding={type === 'RefuseRenewal'}
				make={(api, document) => {
					return api.tx.Certificates.propose({ number, decision: { type, value: { document } } });
				}}
				close={close}
			>
				<p>{what}</p>
			</DecideDialog>
		);
	};
}

/** Proposes not to renew a certificate. */
export const RefuseRenewal = aboutRenewal('unrenew', 'RefuseRenewal');

/** Keeps a certificate in force until its renewal is decided. */
export const KeepInForce = aboutRenewal('keep', 'KeepInForce');

/** Takes back what the holder gives up, from the day that it named; or from today. */
export function Relinquish({ certificate, close }: Parts) {
	const { words } = useWords();
	const { issuer, number, asked } = certificate;
	const { what, ...said } = useSaid('relinquish', certificate);
	const today = useToday(issuer.type);
	const [typed, setFrom] = useTyped(`relinquish-${number}-from`, asked.relinquishment ?? '');
	const from = typed || today;
	const ending = useEnding(certificate);
	return (
		<DecideDialog
			{...said}
			button={words.say('portal-sign')}
			isEnding
			isReady={ending.answer !== undefined && from !== '' && areWhole(from)}
			detail={from}
			typed={[`relinquish-${number}-from`]}
			make={(api, document) => {
				const value = { from, document };
				return api.tx.Certificates.propose({ number, decision: { type: 'Relinquish', value } });
			}}
			close={close}
		>
			<p>{what}</p>
			<Ending asked={ending} certificate={certificate} />
			<DayField label={words.say('revoke-from')} value={from} set={setFrom} />
		</DecideDialog>
	);
}
