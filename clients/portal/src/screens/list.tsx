// A list is dropped: it is read in the page, tried by the chain's own rules, and proposed in batches, of which each
// waits for a second officer.

import { useEffect, useRef, useState } from 'react';
import { actsFor, useSession } from '../chain/account';
import type { Api } from '../chain/connection';
import { useLive, useOnce } from '../chain/live';
import { useSending } from '../chain/sending';
import { failureOf, refusalOf, tryCall } from '../chain/trying';
import type { ListFile } from '../lists/read';
import { batchOf, COLUMNS, MOST_ROWS, type Finding, type Row, type TakenOver } from '../lists/rows';
import { Answered, chooseAnew, isUnderWay, KeepText, SentStatus, Text, Told } from '../parts';
import { linkTo } from '../route';
import type { Certificate } from '../words/status';
import { useWords, type Sentence, type Words } from '../words/words';

type Territory = Certificate['issuer'];
type List = Extract<ListFile, { kind: 'list' }>;

/** How many findings and certificates are shown; the report has all. */
const SHOWN = 20;

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
	const { dropped, drop } = useDropped();
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
					<DropField label={words.say('load-file')} drop={drop} />
					{dropped && <Answer dropped={dropped} issuer={{ type: home } as Territory} />}
				</>
			)}
		</>
	);
}

/** A field for a list, and what was read of it. It stays in this tab's memory. */
export function useDropped() {
	const { words } = useWords();
	const [dropped, setDropped] = useState<Dropped>();
	// Counts the files, so that the last one stands that was chosen, however long it takes to read.
	const turn = useRef(0);
	const drop = async (file: File | undefined) => {
		turn.current += 1;
		const mine = turn.current;
		setDropped(undefined);
		if (file === undefined) {
			return;
		}
		const read = await readDropped(file, words).catch((): Dropped => {
			return { sentences: words, file: { kind: 'none', reason: 'Unreadable' } };
		});
		if (turn.current === mine) {
			setDropped(read);
		}
	};
	return { dropped, drop };
}

async function readDropped(file: File, { language }: Words): Promise<Dropped> {
	// Who loads no list needs nothing of this.
	const { listWords, readList } = await import('../lists/read');
	return { sentences: await listWords(language), file: await readList(file) };
}

/** The field. */
export function DropField({ label, drop }: { label: string; drop: (file: File | undefined) => Promise<void> }) {
	return (
		<label className="drop">
			{label}
			<input
				type="file"
				accept=".csv,.txt,.xlsx,text/csv"
				onClick={chooseAnew}
				onChange={(event) => void drop(event.target.files?.[0])}
			/>
		</label>
	);
}

/** Why a file is no list that can be loaded here; nothing where it is one. */
export function NoList({ file }: { file: ListFile }) {
	const { words } = useWords();
	if (file.kind === 'list') {
		return null;
	}
	return (
		<div role="alert" className="problem">
			{file.kind === 'none' ? (
				<Told sentence={words.sentence(`load-${file.reason}`)} />
			) : (
				<>
					{file.unknown.length > 0 && (
						<p>{words.say('load-unknown-headings', { headings: words.list(file.unknown) })}</p>
					)}
					{file.missing.length > 0 && (
						<p>{words.say('load-missing-headings', { headings: words.list(file.missing) })}</p>
					)}
					<p className="remedy">
						<Text>{words.say('load-other-form')}</Text>
					</p>
				</>
			)}
		</div>
	);
}

function Answer({ dropped: { file, sentences }, issuer }: { dropped: Dropped; issuer: Territory }) {
	if (file.kind !== 'list') {
		return <NoList file={file} />;
	}
	return file.findings.length > 0 ? (
		<Report findings={file.findings} sentences={sentences} name={file.name} />
	) : (
		<Plan key={file.hash} list={file} issuer={issuer} sentences={sentences} />
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
	const columns = ['row', 'column', 'value', 'code', 'sentence'];
	const rows = findings.map(({ row, column, value, code, details }) => {
		return [row, column, value, code, sentences.say(`list-${code}`, { value, ...details })];
	});
	const headings = columns.map((column) => sentences.say(`list-report-${column}`));
	return (
		<section>
			<p role="alert" className="problem">
				{words.say('load-findings', { count: findings.length })}
			</p>
			<ol className="findings">
				{rows.slice(0, SHOWN).map(([row, column, , code, sentence], place) => (
					<li key={place}>
						<strong>
							{headings[0]} {row}
							{column !== '' && `, ${column}`}
						</strong>{' '}
						({code})
						<br />
						<Text>{String(sentence)}</Text>
					</li>
				))}
			</ol>
			{rows.length > SHOWN && <p className="hint">{words.say('load-shown', { shown: SHOWN, count: rows.length })}</p>}
			<KeepText
				name={`${name}.report.csv`}
				text={`\uFEFF${[headings, ...rows].map(line).join('\r\n')}\r\n`}
				label={words.say('load-keep-report')}
			/>
		</section>
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
async function workOf(api: Api, words: Words, list: List, issuer: Territory, account: string): Promise<Work> {
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
			const details = { why: `${why} ${remedy}` };
			work.refused.push({ row: at, column: '', value: taken?.number ?? '', code: 'E07', details });
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
	const asked = useOnce(`plan ${list.hash} ${account}`, (api) => workOf(api, words, list, issuer, account));
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
