// An officer certifies one firm: what is typed is looked at while it is typed, tried by the chain's own rules, and
// signed. A second officer confirms where the programme wants two.

import { useEffect, useState } from 'react';
import { actsFor, useSession } from '../chain/account';
import type { Api } from '../chain/connection';
import { useToday } from '../chain/day';
import { useAnswer, useLive } from '../chain/live';
import { useSending } from '../chain/sending';
import { useTried } from '../chain/trying';
import { forgetTyped, typeInto, useTyped } from '../kept';
import { Answered, DocumentField, isUnderWay, KeepText, SentStatus, TriedStatus, type Document } from '../parts';
import { goTo, linkTo } from '../route';
import type { Certificate } from '../words/status';
import { useWords } from '../words/words';
import { areWhole, ValidityFields } from './change';
import { isTin, TinHelp, useReport } from './tin';

type Territory = Certificate['issuer'];
type Role = Certificate['roles'][number];

/** The roles, in the order of the code list. */
export const ROLES: Role['type'][] = [
	...(['Manufacturer', 'Importer', 'Exporter', 'CustomsBroker', 'Carrier', 'Consolidator'] as const),
	...(['FreightForwarder', 'TerminalOperator', 'WarehouseKeeper', 'ExpressOperator', 'Other'] as const),
];

/** The names under which the form keeps what is typed. */
const FIELDS = ['number', 'tin', 'type', 'roles', 'from', 'until', 'consent', 'decision'] as const;

const nameOf = (field: (typeof FIELDS)[number]) => `certify-${field}`;

/** Opens the form for an application that was examined, filled in with what was applied for. */
export function certifyApplicant({ number, tin, certificate_type: type, roles }: Certificate) {
	FIELDS.map(nameOf).forEach(forgetTyped);
	typeInto(nameOf('number'), number);
	typeInto(nameOf('tin'), tin);
	typeInto(nameOf('type'), keyOf(type));
	typeInto(nameOf('roles'), roles.map((role) => role.type).join(' '));
	goTo('certify');
}

/** A type of certificate, with what its programme says of decisions. */
interface Kind {
	programme: string;
	code: string;
	needsTwo: boolean;
}

async function kindsOf(api: Api, issuer: Territory): Promise<Kind[]> {
	const programmes = await api.query.Certificates.Programmes.getEntries(issuer);
	return programmes.flatMap(({ keyArgs: [, programme], value }) => {
		const needsTwo = value.four_eyes.type === 'Required';
		return value.types.map(({ code }) => ({ programme, code, needsTwo }));
	});
}

/** Certifies a firm. */
export function CertifyScreen() {
	const { words } = useWords();
	const { role } = useSession();
	const home = actsFor(role, 'Certification');
	const issuer = { type: home } as Territory;
	const asked = useAnswer(home && `types ${home}`, (api) => kindsOf(api, issuer));
	// Counts the firms, so that the form of the next one is empty.
	const [turn, setTurn] = useState(0);
	return (
		<>
			<p className="back">
				<a href={linkTo('work')}>{words.say('nav-work')}</a>
			</p>
			<h1>{words.say('certify-title')}</h1>
			{home === undefined ? (
				<p>
					{words.say('certify-no-officer')} <a href={linkTo('key')}>{words.say('nav-key')}</a>
				</p>
			) : (
				<Answered asked={asked}>
					{(kinds) => (
						<CertifyForm
							key={turn}
							kinds={kinds}
							issuer={home}
							again={() => setTurn(turn + 1)}
						/>
					)}
				</Answered>
			)}
		</>
	);
}

function CertifyForm({ kinds, issuer, again }: { kinds: Kind[]; issuer: string; again: () => void }) {
	const { words } = useWords();
	const { connection } = useLive();
	const { sent, send } = useSending();
	const [number, setNumber] = useTyped(nameOf('number'));
	const [tin, setTin] = useTyped(nameOf('tin'), issuer);
	const [type, setType] = useTyped(nameOf('type'), kinds[0] && keyOf(kinds[0]));
	const [roles, setRoles] = useTyped(nameOf('roles'));
	const today = useToday(issuer);
	const [typed, setFrom] = useTyped(nameOf('from'));
	const from = typed || today;
	const [until, setUntil] = useTyped(nameOf('until'));
	const [consent, setConsent] = useState<Document>();
	const [decision, setDecision] = useState<Document>();
	const report = useReport(tin);
	const kind = kinds.find((one) => keyOf(one) === type);
	const named = ROLES.filter((role) => roles.split(' ').includes(role));
	const missing = [
		number.trim() === '' && words.say('fact-number'),
		tin.trim().length <= 2 && 'TIN',
		kind === undefined && words.say('fact-type'),
		named.length === 0 && words.say('fact-roles'),
		from === '' && words.say('fact-from'),
		consent === undefined && words.say('certify-consent'),
		decision === undefined && words.say('document-title'),
	].filter((one) => one !== false);
	const make = (api: Api) => {
		return api.tx.Certificates.propose({
			number: number.trim(),
			decision: {
				type: 'Authorise',
				value: {
					tin: tin.trim(),
					publication_consent: consent?.hash ?? '0x',
					certificate_type: { programme: kind?.programme ?? '', code: kind?.code ?? '' },
					roles: named.map((role) => ({ type: role, value: undefined })),
					valid_from: from,
					valid_until: until === '' ? undefined : until,
					document: decision?.hash ?? '0x',
				},
			},
		});
	};
	const isDone = sent.step === 'final';
	useEffect(() => {
		if (isDone) {
			FIELDS.map(nameOf).forEach(forgetTyped);
		}
	}, [isDone]);
	const isReady = missing.length === 0 && areWhole(from, until) && !isUnderWay(sent);
	const content = [number, tin, type, roles, from, until, consent?.hash, decision?.hash].join();
	const tried = useTried(isReady ? `certify ${content}` : undefined, make);
	return (
		<>
			{isUnderWay(sent) && whatWasSent()}
			{/* What was typed and chosen stays where the chain refuses. */}
			<form
				hidden={isUnderWay(sent)}
				onSubmit={(event) => {
					event.preventDefault();
					if (connection !== undefined && isReady) {
						send(make(connection.api));
					}
				}}
			>
				<label htmlFor="certify-number">{words.say('fact-number')}</label>
				<input
					id="certify-number"
					value={number}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					onChange={(event) => setNumber(event.target.value)}
				/>
				<label htmlFor="certify-tin">TIN</label>
				<input
					id="certify-tin"
					value={tin}
					aria-describedby="certify-tin-help"
					aria-invalid={report !== undefined && !isTin(report)}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					onChange={(event) => setTin(event.target.value)}
				/>
				<TinHelp id="certify-tin-help" text={tin} report={report} />
				<label htmlFor="certify-type">{words.say('fact-type')}</label>
				<select id="certify-type" value={type} onChange={(event) => setType(event.target.value)}>
					{kinds.map((one) => (
						<option key={keyOf(one)} value={keyOf(one)}>
							{one.code} ({one.programme})
						</option>
					))}
				</select>
				<RoleChoice chosen={named} choose={(chosen) => setRoles(chosen.join(' '))} />
				<ValidityFields {...{ from, setFrom, until, setUntil }} />
				<DocumentField
					name={nameOf('consent')}
					first=""
					title={words.say('certify-consent')}
					tell={setConsent}
				/>
				<DocumentField name={nameOf('decision')} first="" tell={setDecision} />
				{missing.length > 0 && (
					<p className="hint">{words.say('certify-missing', { missing: words.list(missing) })}</p>
				)}
				{isReady && <TriedStatus asked={tried} />}
				{sent.step === 'refused' && <SentStatus sent={sent} />}
				<p>
					<button type="submit" className="main" disabled={!isReady || connection === undefined}>
						{words.say(kind?.needsTwo === false ? 'certify-sign-alone' : 'certify-sign')}
					</button>
				</p>
			</form>
		</>
	);

	function whatWasSent() {
		return (
			<>
				<p>{words.say('certify-sent', { number, tin })}</p>
				<SentStatus sent={sent} />
				{consent?.text !== undefined && (
					<KeepText name={`consent-${number}`} text={consent.text} label={words.say('certify-keep-consent')} />
				)}
				{decision?.text !== undefined && <KeepText name={`certify-${number}`} text={decision.text} />}
				{isDone && (
					<>
						<p>{words.say(kind?.needsTwo ? 'certify-waits' : 'certify-done')}</p>
						<p className="row">
							<a className="button" href={linkTo('work')}>
								{words.say('nav-work')}
							</a>
							<button type="button" onClick={again}>
								{words.say('certify-again')}
							</button>
						</p>
					</>
				)}
			</>
		);
	}
}

const keyOf = ({ programme, code }: Pick<Kind, 'programme' | 'code'>) => `${programme}/${code}`;

/** Chooses roles. */
export function RoleChoice({
	chosen,
	choose,
}: {
	chosen: Role['type'][];
	choose: (chosen: Role['type'][]) => void;
}) {
	const { words } = useWords();
	return (
		<fieldset>
			<legend>{words.say('fact-roles')}</legend>
			<div className="choices">
				{ROLES.map((role) => (
					<label key={role} className="choice">
						<input
							type="checkbox"
							checked={chosen.includes(role)}
							onChange={(event) => {
								choose(event.target.checked ? [...chosen, role] : chosen.filter((one) => one !== role));
							}}
						/>
						{words.say(`role-${role}`)}
					</label>
				))}
			</div>
		</fieldset>
	);
}
