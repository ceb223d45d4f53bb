// A list is dropped: it is read in the page, tried by the chain's own rules, and proposed in batches, of which each
// waits for a second officer.

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { actsFor, useSession } from '../chain/account';
import type { Api } from '../chain/connection';
import { useLive, useOnce } from '../chain/live';
import { useSending } from '../chain/sending';
import { failureOf, refusalOf, tryCall } from '../chain/trying';
import { useTyped } from '../kept';
import type { About, ListFile } from '../lists/read';
import { batchOf, COLUMNS, MOST_ROWS, type Finding, type Row, type TakenOver } from '../lists/rows';
import { Answered, chooseAnew, hashOf, isUnderWay, KeepText, SentStatus, Text, Told } from '../parts';
import { linkTo } from '../route';
import type { Certificate } from '../words/status';
import { useWords, type Sentence, type Words } from '../words/words';

type Territory = Certificate['issuer'];
type List = Extract<ListFile, { kind: 'list' }>;

/** How many findings and certificates are shown; the report has all. */
const SHOWN = 20;

/** The pause between two letters, in milliseconds. */
const TYPING = 300;

/** The spreadsheets that are read. */
const SPREADSHEETS = '.csv,.txt,.tsv,.xlsx,.xlsm,.xls,.ods,text/csv';

/** The template's example: a firm that doesn't exist, with a number whose check digit is right. */
const EXAMPLE = 'MXNWM9709244W4,MX-OEA-2026-0001,OEA,OEA,IM EX,Authorised,2026-01-15,2031-01-14,2026-01-15,,,,,';

/** A list that was read, with the sentences about lists. */
interface Dropped {
	file: ListFile;
	sentences: Words;
}

/** Loads a list. */
export function ListScreen() {
	const { words } = useWords();
	const { role } = useSession();
	const home = actsFor(role, 'Certification');
	return (
		<>
			<p className="back">
				<a href={linkTo('work')}>{words.say('nav-work')}</a>
			</p>
			<h1>{words.say('load-title')}</h1>
			{home === undefined ? (
				<p>
					{words.say('certify-no-officer')} <a href={linkTo('key')}>{words.say('nav-key')}</a>
				</p>
			) : (
				<>
					<p>{words.say('load-intro')}</p>
					<KeepText name="list.csv" text={`${COLUMNS.join()}\r\n${EXAMPLE}\r\n`} label={words.say('load-template')} />
					<ListField label={words.say('load-file')}>
						{(list, sentences) => <Answer list={list} sentences={sentences} issuer={{ type: home } as Territory} />}
					</ListField>
				</>
			)}
		</>
	);
}

type Bytes = { name: string; bytes: Uint8Array };

/** A field for a list, and what is known of it besides; what was read stays in this tab's memory. */
export function ListField({ label, children }: { label: string; children: (list: List, sentences: Words) => ReactNode }) {
	const { words } = useWords();
	const [chosen, setChosen] = useState<Bytes | 'unreadable'>();
	const [about, setAbout] = useState<About>();
	// Counts the files, so that the last one stands that was chosen, however long it takes to come.
	const turn = useRef(0);
	const dropped = useRead(chosen, about);
	const choose = async (file: File | undefined) => {
		turn.current += 1;
		const mine = turn.current;
		setChosen(undefined);
		const read = file && (await bytesOf(file).catch(() => 'unreadable' as const));
		if (turn.current === mine) {
			setChosen(read);
		}
	};
	return (
		<>
			<label className="drop">
				{label}
				<input
					type="file"
					accept={SPREADSHEETS}
					onClick={chooseAnew}
					onChange={(event) => void choose(event.target.files?.[0])}
				/>
			</label>
			{chosen !== undefined && dropped === undefined && <p role="status">{words.say('load-reading')}</p>}
			{dropped !== undefined &&
				(dropped.file.kind === 'list' ? children(dropped.file, dropped.sentences) : <NoList file={dropped.file} />)}
			<AboutList tell={setAbout} isAsked={dropped !== undefined && !isRight(dropped.file)} />
		</>
	);
}

function isRight(file: ListFile): boolean {
	return file.kind === 'list' && file.findings.every(({ isError }) => !isError);
}

async function bytesOf(file: File): Promise<Bytes> {
	return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Reads what was chosen, anew when something else is known of it. */
function useRead(chosen: Bytes | 'unreadable' | undefined, about: About | undefined): Dropped | undefined {
	const { words } = useWords();
	const { language } = words;
	const [dropped, setDropped] = useState<Dropped>();
	useEffect(() => {
		setDropped(undefined);
		if (chosen === undefined || about === undefined) {
			return undefined;
		}
		const stop = new AbortController();
		const failed: Dropped = { sentences: words, file: { kind: 'unread', reason: 'Unreadable' } };
		const read = async () => {
			if (chosen === 'unreadable') {
				return failed;
			}
			// While somebody types, nothing is read.
			await new Promise((resolve) => setTimeout(resolve, TYPING));
			// Who loads no list needs nothing of this.
			const { listWords, readList } = await import('../lists/read');
			const file = await readList(chosen.name, chosen.bytes, about, language, stop.signal);
			return { file, sentences: await listWords(language) };
		};
		void read()
			.catch(() => failed)
			.then((told) => stop.signal.aborted || setDropped(told));
		return () => stop.abort();
	}, [chosen, about, language, words]);
	return dropped;
}

/** What is typed of a list, by the names in `list.toml`. */
const SAID = ['territory', 'programme', 'type', 'dates', 'number_from'] as const;

/** What may be chosen of the last two. */
const CHOICES: Partial<Record<(typeof SAID)[number], string[]>> = {
	dates: ['dmy', 'mdy'],
	number_from: ['list', 'tin', 'tin-type'],
};

type Beside = Pick<About, 'profile' | 'documents'>;

const NOTHING_BESIDE: Beside = { profile: '', documents: {} };

/** Asks what a list does not say of itself, which most do. */
function AboutList({ tell, isAsked }: { tell: (about: About) => void; isAsked: boolean }) {
	const { words } = useWords();
	const [profiles, setProfiles] = useState<string[]>([]);
	const [shipped, setShipped] = useTyped('list-profile');
	const [beside, setBeside] = useState(NOTHING_BESIDE);
	const [isUnreadable, setUnreadable] = useState(false);
	const [typed, setTyped] = useTyped('list-said', '{}');
	const said = JSON.parse(typed) as Partial<Record<(typeof SAID)[number], string>>;
	const latest = useRef(tell);
	latest.current = tell;
	useEffect(() => {
		void import('../lists/read').then(({ SHIPPED }) => setProfiles(SHIPPED));
	}, []);
	useEffect(() => {
		const written = Object.entries(JSON.parse(typed) as About['said']).map(([name, value]) => [name, value.trim()]);
		// What is empty is not said.
		latest.current({ shipped, ...beside, said: Object.fromEntries(written.filter(([, value]) => value !== '')) });
	}, [shipped, beside, typed]);
	// What was said of the list before counts for this one too, so it is seen; and nobody's typing is folded away because
	// the list is right by now.
	const [isOpen, setOpen] = useState(shipped !== '' || Object.values(said).some((value) => value !== ''));
	useEffect(() => {
		if (isAsked) {
			setOpen(true);
		}
	}, [isAsked]);
	const choose = async (files: FileList | null) => {
		setUnreadable(false);
		setBeside(
			await besideOf(files).catch(() => {
				setUnreadable(true);
				return NOTHING_BESIDE;
			}),
		);
	};
	const say = (name: (typeof SAID)[number], value: string) => setTyped(JSON.stringify({ ...said, [name]: value }));
	return (
		<details className="about" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>{words.say('load-about')}</summary>
			<p className="hint">{words.say('load-about-hint')}</p>
			<label>
				{words.say('load-profile')}
				<select value={shipped} onChange={(event) => setShipped(event.target.value)}>
					<option value="">{words.say('load-not-said')}</option>
					{profiles.map((name) => (
						<option key={name} value={name}>
							{name.toUpperCase()}
						</option>
					))}
				</select>
			</label>
			<label>
				<Text>{words.say('load-beside')}</Text>
				<input
					type="file"
					multiple
					onClick={chooseAnew}
					onChange={(event) => void choose(event.target.files)}
				/>
			</label>
			{isUnreadable && (
				<div role="alert" className="problem">
					<Told sentence={words.sentence('load-Unreadable')} />
				</div>
			)}
			{SAID.map((name) => (
				<label key={name}>
					<Text>{words.say(`load-said-${name}`)}</Text>
					{CHOICES[name] === undefined ? (
						<input
							value={said[name] ?? ''}
							autoComplete="off"
							spellCheck={false}
							onChange={(event) => say(name, event.target.value)}
						/>
					) : (
						<select value={said[name] ?? ''} onChange={(event) => say(name, event.target.value)}>
							<option value="">{words.say('load-not-said')}</option>
							{CHOICES[name].map((choice) => (
								<option key={choice} value={choice}>
									{words.say(`load-${name}-${choice}`)}
								</option>
							))}
						</select>
					)}
				</label>
			))}
		</details>
	);
}

/** A `list.toml`, and the hashes of the other files. */
async function besideOf(files: FileList | null): Promise<Beside> {
	const all = await Promise.all([...(files ?? [])].map(bytesOf));
	const isProfile = ({ name }: Bytes) => name.toLowerCase().endsWith('.toml');
	const profile = all.find(isProfile);
	return {
		profile: profile === undefined ? '' : new TextDecoder().decode(profile.bytes),
		documents: Object.fromEntries(
			all.filter((file) => !isProfile(file)).map(({ name, bytes }) => [name, hashOf(bytes)]),
		),
	};
}

/** Why a file is no list that can be loaded here. */
function NoList({ file }: { file: Exclude<ListFile, List> }) {
	const { words } = useWords();
	return (
		<div role="alert" className="problem">
			{file.kind === 'unread' ? (
				<Told sentence={words.sentence(`load-${file.reason}`)} />
			) : (
				<p>
					<Text>{file.kind === 'none' ? file.why : words.say('load-profile-wrong', { why: file.why })}</Text>
				</p>
			)}
		</div>
	);
}

function Answer({ list, issuer, sentences }: { list: List; issuer: Territory; sentences: Words }) {
	return isRight(list) ? (
		<>
			<Notes list={list} sentences={sentences} />
			<Plan key={list.hash} list={list} issuer={issuer} sentences={sentences} />
		</>
	) : (
		<Report findings={list.findings} sentences={sentences} name={list.name} />
	);
}

/** How a list was read, where that is not plain. */
function Notes({ list: { findings, name }, sentences }: { list: List; sentences: Words }) {
	const { words } = useWords();
	if (findings.length === 0) {
		return null;
	}
	const ofTheList = findings.filter(({ row }) => row === null);
	const ofRows = findings.filter(({ row }) => row !== null);
	return (
		<details className="notes" open={ofTheList.length > 0}>
			<summary>{words.say('load-notes', { count: findings.length })}</summary>
			<Findings findings={[...ofTheList, ...ofRows.slice(0, SHOWN)]} sentences={sentences} />
			{ofRows.length > SHOWN && <p className="hint">{words.say('load-shown', { shown: SHOWN, count: ofRows.length })}</p>}
			<KeepReport findings={findings} sentences={sentences} name={name} />
		</details>
	);
}

/** A line of a report as CSV; an apostrophe stands before what a spreadsheet would take for a formula. */
function line(cells: (string | number)[]): string {
	return cells
		.map((cell) => String(cell).replace(/^(?=[=+\-@\t\r'|%])/, "'"))
		.map((cell) => `"${cell.replaceAll('"', '""')}"`)
		.join();
}

function Report({ findings, sentences, name }: { findings: Finding[]; sentences: Words; name: string }) {
	const { words } = useWords();
	const errors = findings.filter(({ isError }) => isError);
	return (
		<section>
			<p role="alert" className="problem">
				{words.say('load-findings', { count: errors.length })}
			</p>
			<Findings findings={errors.slice(0, SHOWN)} sentences={sentences} />
			{errors.length > SHOWN && <p className="hint">{words.say('load-shown', { shown: SHOWN, count: errors.length })}</p>}
			<KeepReport findings={findings} sentences={sentences} name={name} />
		</section>
	);
}

function Findings({ findings, sentences }: { findings: Finding[]; sentences: Words }) {
	return (
		<ol className="findings">
			{findings.map(({ row, column, code, sentence }, place) => (
				<li key={place}>
					<strong>
						{row !== null && `${sentences.say('list-report-row')} ${row}`}
						{row !== null && column !== '' && ', '}
						{column}
					</strong>{' '}
					({code})
					<br />
					<Text>{sentence}</Text>
				</li>
			))}
		</ol>
	);
}

/** Lets the reader save a report as `aeo list check` writes it. */
function KeepReport({ findings, sentences, name }: { findings: Finding[]; sentences: Words; name: string }) {
	const { words } = useWords();
	const headings = ['row', 'column', 'value', 'code', 'sentence'].map((column) => sentences.say(`list-report-${column}`));
	const lines = findings.map(({ row, column, value, code, sentence }) => [row ?? '', column, value, code, sentence]);
	return (
		<KeepText
			name={`${name}.report.csv`}
			text={`\uFEFF${[headings, ...lines].map(line).join('\r\n')}\r\n`}
			label={words.say('load-keep-report')}
		/>
	);
}

/** What is to be done about a list. */
interface Work {
	/** The certificates that the chain has already, under whatever it says of them. */
	known: Row[];
	/** The others, in batches. */
	batches: Row[][];
	/** The rows that the chain would refuse. */
	refused: Finding[];
	/** Why it would refuse a batch as a whole. */
	whole: Sentence | undefined;
}

/** Works it out, and tries it by the chain's own rules: a batch at a time, as a list may have thousands of rows. */
async function workOf(
	api: Api,
	words: Words,
	sentences: Words,
	list: List,
	issuer: Territory,
	account: string,
): Promise<Work> {
	const work: Work = { known: [], batches: [], refused: [], whole: undefined };
	const fresh: Row[] = [];
	for (const rows of inBatches(list.rows)) {
		const there = await Promise.all(
			rows.map(({ taken }) => api.query.Certificates.Certificates.getValue(issuer, taken.number)),
		);
		rows.forEach((row, place) => (there[place] === undefined ? fresh : work.known).push(row));
	}
	work.batches = inBatches(fresh);
	for (const batch of work.batches) {
		const tried = await tryCall(api, account, batchOf(api, batch));
		work.whole ??= refusalOf(words, tried);
		for (const { row, failure } of tried.success ? tried.value.rows : []) {
			const { at = 0, taken } = batch[row] ?? {};
			const { why, remedy } = failureOf(words, failure);
			const value = taken?.number ?? '';
			const sentence = sentences.say('list-E07', { value, why: `${why} ${remedy}` });
			work.refused.push({ row: at, column: '', value, code: 'E07', isError: true, sentence });
		}
	}
	return work;
}

function inBatches(rows: Row[]): Row[][] {
	return Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, place) => {
		return rows.slice(place * MOST_ROWS, (place + 1) * MOST_ROWS);
	});
}

function Plan({ list, issuer, sentences }: { list: List; issuer: Territory; sentences: Words }) {
	const { words } = useWords();
	const { signing } = useSession();
	const [done, setDone] = useState(0);
	const account = signing?.address ?? '';
	const asked = useOnce(`plan ${list.hash} ${account}`, (api) => workOf(api, words, sentences, list, issuer, account));
	return (
		<section>
			<p>{words.say('load-read', { count: list.rows.length, ended: list.ended })}</p>
			{list.aliases > 0 && <p className="note">{words.say('load-aliases', { count: list.aliases })}</p>}
			<p className="hint hash">{words.say('document-hash', { hash: list.hash })}</p>
			<Answered asked={asked}>
				{(work) => (
					<>
						{work.known.length > 0 && (
							<p className="note">
								{words.say('load-known', { count: work.known.length })}{' '}
								{words.list(work.known.slice(0, SHOWN).map(({ taken }) => taken.number))}
							</p>
						)}
						{work.refused.length > 0 ? (
							<Report findings={work.refused} sentences={sentences} name={list.name} />
						) : work.whole !== undefined ? (
							<p role="alert" className="problem">
								<Told sentence={work.whole} />
							</p>
						) : (
							work.batches.length > 0 && (
								<>
									<p className="good">✓ {words.say('tried-well')}</p>
									<Certificates rows={work.batches.flat().map(({ taken }) => taken)} />
									{work.batches.map((batch, place) => (
										<BatchForm
											key={batch[0]?.taken.number}
											batch={batch}
											place={place + 1}
											of={work.batches.length}
											isNext={done === place}
											tell={() => setDone(place + 1)}
										/>
									))}
									{done === work.batches.length && <p className="note">{words.say('load-waits')}</p>}
								</>
							)
						)}
					</>
				)}
			</Answered>
		</section>
	);
}

/** What is shown of a certificate; one that is certified anew has no periods yet. */
export type Shown = Omit<TakenOver, 'periods'> & Partial<Pick<TakenOver, 'periods'>>;

/** Certificates of a list or a batch; the first of them, where there are more than `most`. */
export function Certificates({ rows, most = SHOWN }: { rows: Shown[]; most?: number }) {
	const { words } = useWords();
	return (
		<>
			<div className="scroll" role="group" tabIndex={0} aria-label={words.say('load-certificates')}>
				<table>
					<thead>
						<tr>
							<th scope="col">{words.say('fact-number')}</th>
							<th scope="col">TIN</th>
							<th scope="col">{words.say('fact-type')}</th>
							<th scope="col">{words.say('fact-roles')}</th>
							<th scope="col">{words.say('fact-from')}</th>
							<th scope="col">{words.say('fact-until')}</th>
							<th scope="col">{words.say('leg-state')}</th>
						</tr>
					</thead>
					<tbody>
						{rows.slice(0, most).map((taken) => (
							<tr key={taken.number}>
								<th scope="row">{taken.number}</th>
								<td>{taken.tin}</td>
								<td>
									{taken.certificate_type.code} ({taken.certificate_type.programme})
								</td>
								<td>{words.list(taken.roles.map(({ type }) => words.say(`role-${type}`)))}</td>
								<td className="day">{taken.valid_from}</td>
								<td className="day">{taken.valid_until ?? words.say('fact-no-end')}</td>
								<td>{words.say(`period-${taken.periods?.at(-1)?.state.type ?? 'Authorised'}`)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{rows.length > most && <p className="hint">{words.say('load-shown', { shown: most, count: rows.length })}</p>}
		</>
	);
}

function BatchForm({
	batch,
	place,
	of,
	isNext,
	tell,
}: {
	batch: Row[];
	place: number;
	of: number;
	isNext: boolean;
	/** Hears that it is final. */
	tell: () => void;
}) {
	const { words } = useWords();
	const { connection } = useLive();
	const { sent, send } = useSending();
	const latest = useRef(tell);
	latest.current = tell;
	const isDone = sent.step === 'final';
	useEffect(() => {
		if (isDone) {
			latest.current();
		}
	}, [isDone]);
	return (
		<>
			{!isUnderWay(sent) && (
				<p>
					<button
						type="button"
						className="main"
						disabled={connection === undefined || !isNext}
						onClick={() => {
							if (connection !== undefined) {
								send(batchOf(connection.api, batch));
							}
						}}
					>
						{words.say('load-sign', { count: batch.length, place, of })}
					</button>
				</p>
			)}
			<SentStatus sent={sent} />
		</>
	);
}
