// An officer proposes to renew a certificate, or to revoke it; a second officer confirms.

import { useEffect, useId, useRef } from 'react';
import { useToday } from '../chain/day';
import { useTyped } from '../kept';
import { standingOf, type Certificate } from '../words/status';
import { useWords } from '../words/words';
import { DecideDialog } from './decide';
import { Ending, useEnding } from './suspend';

/** Stands for a day that is typed by half, or is in no calendar: to the page it is empty, while the browser still shows it. */
const HALF = 'half';

/** Whether none of these days is typed by half. */
export function areWhole(...days: string[]): boolean {
	return !days.includes(HALF);
}

/** A day, which may be left open where `hint` says what that means. */
export function DayField({
	label,
	hint,
	value,
	set,
}: {
	label: string;
	hint?: string;
	value: string;
	set: (value: string) => void;
}) {
	const { words } = useWords();
	const id = useId();
	const input = useRef<HTMLInputElement>(null);
	// Browsers do not say each time that a day is no longer whole: it is looked at whenever it may have changed.
	const look = () => {
		const { validity, value: shown } = input.current ?? {};
		const seen = validity?.badInput ? HALF : (shown ?? value);
		if (seen !== value) {
			set(seen);
		}
	};
	const latest = useRef(look);
	latest.current = look;
	// What was typed by half is not there any more when the field is shown anew.
	useEffect(() => latest.current(), []);
	return (
		<div>
			<label htmlFor={id}>{label}</label>
			<input
				ref={input}
				id={id}
				type="date"
				value={areWhole(value) ? value : ''}
				aria-describedby={hint && `${id}-hint`}
				aria-invalid={!areWhole(value)}
				onChange={look}
				onKeyUp={look}
				onBlur={look}
			/>
			{!areWhole(value) && (
				<p role="alert" className="problem">
					{words.say('day-half', { label })}
				</p>
			)}
			{hint && (
				<p id={`${id}-hint`} className="hint">
					{hint}
				</p>
			)}
		</div>
	);
}

/** From which day a certificate is in force, and until which; the latter may be left open. */
export function ValidityFields({
	from,
	setFrom,
	until,
	setUntil,
}: {
	from: string;
	setFrom: (value: string) => void;
	until: string;
	setUntil: (value: string) => void;
}) {
	const { words } = useWords();
	return (
		<div className="pair">
			<DayField label={words.say('fact-from')} value={from} set={setFrom} />
			<DayField
				label={words.say('fact-until')}
				hint={words.say('certify-until-hint')}
				value={until}
				set={setUntil}
			/>
		</div>
	);
}

/** Proposes to renew a certificate. */
export function Renew({ certificate, close }: { certificate: Certificate; close: () => void }) {
	const { words } = useWords();
	const { issuer, number, tin, validity } = certificate;
	const [until, setUntil] = useTyped(`renew-${number}-until`);
	return (
		<DecideDialog
			title={words.say('renew-title', { number })}
			name={`renew-${number}`}
			text={words.say('renew-text', { number, tin, issuer: issuer.type, now: new Date() })}
			button={words.say('renew-sign')}
			isReady={areWhole(until)}
			detail={until}
			make={(api, document) => {
				const value = { valid_until: until === '' ? undefined : until, document };
				return api.tx.Certificates.propose({ number, decision: { type: 'Renew', value } });
			}}
			typed={[`renew-${number}-until`]}
			close={close}
		>
			<p>
				{standingOf(words, certificate).name}.{' '}
				{validity?.until !== undefined && words.say('renew-now', { until: words.day(validity.until) })}
			</p>
			<DayField label={words.say('renew-until')} hint={words.say('renew-hint')} value={until} set={setUntil} />
		</DecideDialog>
	);
}

/** Proposes to revoke a certificate; says which benefits end with it. */
export function Revoke({ certificate, close }: { certificate: Certificate; close: () => void }) {
	const { words } = useWords();
	const { issuer, number, tin } = certificate;
	const today = useToday(issuer.type);
	const [typed, setFrom] = useTyped(`revoke-${number}-from`);
	const from = typed || today;
	const [bar, setBar] = useTyped(`revoke-${number}-bar`);
	const asked = useEnding(certificate);
	return (
		<DecideDialog
			title={words.say('revoke-title', { number })}
			name={`revoke-${number}`}
			text={words.say('revoke-text', { number, tin, issuer: issuer.type, now: new Date() })}
			button={words.say('revoke-sign')}
			isEnding
			isReady={asked.answer !== undefined && from !== '' && areWhole(from, bar)}
			detail={`${from} ${bar}`}
			make={(api, document) => {
				const value = { from, bar_until: bar === '' ? undefined : bar, document };
				return api.tx.Certificates.propose({ number, decision: { type: 'Revoke', value } });
			}}
			typed={[`revoke-${number}-from`, `revoke-${number}-bar`]}
			close={close}
		>
			<p>{words.say('revoke-intro', { tin })}</p>
			<Ending asked={asked} certificate={certificate} />
			<DayField label={words.say('revoke-from')} value={from} set={setFrom} />
			<DayField label={words.say('revoke-bar')} hint={words.say('revoke-bar-hint')} value={bar} set={setBar} />
		</DecideDialog>
	);
}
