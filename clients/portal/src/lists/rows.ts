// The certificates of a list in the form of the template, as the chain takes them over. What is in another form is
// an error, never a guess: `aeo list` knows other headings, days and words.

import type { Transaction } from 'polkadot-api';
import type { Api } from '../chain/connection';

/** The rows of a batch that takes certificates over. */
type Batch = Parameters<Api['tx']['Certificates']['propose_batch']>[0];

/** A certificate as the chain takes it over. */
export type TakenOver = Extract<Batch['rows'], { type: 'TakeOver' }>['value'][number];

/** How many certificates a batch has at most; `aeo list load` makes the same batches. */
export const MOST_ROWS = 300;

/** A certificate of a list. */
export interface Row {
	/** The row of the file in which it begins, from 1. */
	at: number;
	taken: TakenOver;
}

/** What is wrong with a row: its code is that of `list-E…`. */
export interface Finding {
	row: number;
	column: string;
	value: string;
	code: string;
	details?: Record<string, string>;
}

/** A list that was read. */
export interface Read {
	rows: Row[];
	findings: Finding[];
	/** How many certificates have ended, which are not taken over. */
	ended: number;
	/** How many rows name an alias, which a batch can't take over. */
	aliases: number;
}

/** The columns that a list must have. */
export const NEEDED = ['tin', 'certificate', 'programme', 'type', 'roles', 'valid_from'];

/** The columns of the template, in its order. */
export const COLUMNS = [
	...['tin', 'certificate', 'programme', 'type', 'roles', 'status', 'valid_from', 'valid_until'],
	...['status_since', 'status_until', 'document', 'consent', 'alias_scheme', 'alias'],
];

/** The codes of roles, with their names, in the order of the chain's. */
const ROLES: Record<string, TakenOver['roles'][number]['type']> = {
	OT: 'Other',
	MF: 'Manufacturer',
	IM: 'Importer',
	EX: 'Exporter',
	CB: 'CustomsBroker',
	CA: 'Carrier',
	CS: 'Consolidator',
	FW: 'FreightForwarder',
	TR: 'TerminalOperator',
	WH: 'WarehouseKeeper',
	XP: 'ExpressOperator',
};

const NUMBER = /^[A-Z0-9]([A-Z0-9./-]{0,33}[A-Z0-9])?$/;
const MOST_ROLES = 8;
const MOST_PERIODS = 9;
const LONGEST_CODE = 16;

type Scope = 'Full' | 'Customs' | 'Security';
type Status = { kind: 'Authorised' } | { kind: 'Suspended'; scope: Scope } | { kind: 'Ended' };

interface Draft {
	at: number;
	tin: string;
	number: string;
	programme: string;
	type: string;
	roles: string[];
	status: Status;
	from: string;
	until: string | undefined;
	since: string | undefined;
	suspendedUntil: string | undefined;
	document: `0x${string}` | undefined;
	consent: `0x${string}` | undefined;
}

/** A heading without case, accents and signs. */
export function plainHeading(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\d]+/gu, ' ')
		.trim();
}

/** What stands on a list, such as a name or an address, and stays in this page. */
const IGNORED = 'ignored';

/**
 * The columns by their headings: by their names, as the templates of all languages head them (`texts` are the files
 * `lists.ftl`), and those that are read past (`vocabulary` is `headings.txt` of the lists' reader).
 */
export function knownHeadings(texts: string[], vocabulary: string): Map<string, string> {
	const known = new Map(COLUMNS.map((column) => [plainHeading(column), column]));
	for (const [, name = '', heading = ''] of texts.join('\n').matchAll(/^list-column-([a-z-]+) = (.+)$/gm)) {
		known.set(plainHeading(heading), name.replaceAll('-', '_'));
	}
	const [, ignored = ''] = /^\[ignore 1\]\n([^[]*)/m.exec(vocabulary) ?? [];
	const past = ignored.split(/[;\n]/).map(plainHeading);
	for (const heading of past.filter((one) => one !== '')) {
		known.set(heading, known.get(heading) ?? IGNORED);
	}
	return known;
}

/** The columns of a row of headings, by place; what is no heading of the template is given back as it is written. */
export function columnsOf(
	headings: string[],
	known: Map<string, string>,
): { columns: string[] } | { unknown: string[]; missing: string[] } {
	const columns = headings.map((heading) => known.get(plainHeading(heading)) ?? '');
	const unknown = headings.filter((heading, place) => heading !== '' && columns[place] === '');
	const missing = NEEDED.filter((column) => !columns.includes(column));
	return unknown.length === 0 && missing.length === 0 ? { columns } : { unknown, missing };
}

/** Reads the rows below the headings; `list` is the file's hash, which stands for documents that no row names. */
export function rowsOf(cells: string[][], columns: string[], list: `0x${string}`): Read {
	const findings: Finding[] = [];
	const groups = new Map<string, Draft[]>();
	let ended = 0;
	let aliases = 0;
	for (const [place, row] of cells.entries()) {
		const at = place + 2;
		if (row.every((cell) => cell === '')) {
			continue;
		}
		const cell = (column: string) => row[columns.indexOf(column)] ?? '';
		aliases += cell('alias') === '' ? 0 : 1;
		const draft = draftOf(at, cell, findings);
		if (draft === undefined) {
			continue;
		}
		if (draft.status.kind === 'Ended') {
			ended += 1;
			continue;
		}
		const group = groups.get(draft.number) ?? [];
		const first = group[0];
		if (first !== undefined && !belongs(draft, group)) {
			const details = { row: String(first.at) };
			findings.push({ row: at, column: 'certificate', value: draft.number, code: 'E05', details });
			continue;
		}
		groups.set(draft.number, [...group, draft]);
	}
	const rows = [...groups.values()].flatMap((group) => rowOf(group, list, findings));
	return { rows, findings, ended, aliases };
}

/** Whether a draft adds a role or a period to those of its certificate. */
function belongs(draft: Draft, group: Draft[]): boolean {
	const key = ({ tin, programme, type, from, until, consent }: Draft) => {
		return [tin, programme, type, from, until, consent].join();
	};
	const period = ({ since, status }: Draft) => JSON.stringify([since, status]);
	return group.every((other) => {
		const adds =
			period(draft) === period(other)
				? draft.roles.join() !== other.roles.join()
				: draft.since !== undefined && draft.since !== other.since;
		return key(draft) === key(other) && adds;
	});
}

function draftOf(at: number, cell: (column: string) => string, findings: Finding[]): Draft | undefined {
	const before = findings.length;
	const tell = (column: string, code: string, details: Record<string, string> = {}) => {
		findings.push({ row: at, column, value: cell(column), code, details });
	};
	for (const column of NEEDED) {
		if (cell(column) === '') {
			tell(column, 'E08');
		}
	}
	const day = (column: string) => {
		const text = cell(column);
		if (text !== '' && !isDay(text)) {
			tell(column, /^\d{4}-\d\d-\d\d$/.test(text) ? 'E12' : 'E10');
		}
		return text === '' ? undefined : text;
	};
	const hash = (column: string) => {
		const text = cell(column);
		if (text !== '' && !/^(0x)?[\da-f]{64}$/i.test(text)) {
			tell(column, 'E21');
		}
		return text === '' ? undefined : (`0x${text.replace(/^0x/i, '').toLowerCase()}` as const);
	};
	const number = cell('certificate').toUpperCase();
	if (number !== '' && !NUMBER.test(number)) {
		tell('certificate', 'E14');
	}
	for (const column of ['programme', 'type']) {
		if (cell(column).length > LONGEST_CODE) {
			tell(column, 'E15', { column });
		}
	}
	const codes = cell('roles').toUpperCase().split(/[\s,;+]+/).filter((code) => code !== '');
	const unknown = codes.find((code) => ROLES[code] === undefined);
	if (unknown !== undefined) {
		tell('roles', 'E13', { unknown });
	}
	const status = statusOf(cell('status'));
	if (status === undefined) {
		tell('status', 'E06');
	}
	const from = day('valid_from') ?? '';
	const until = day('valid_until');
	if (until !== undefined && until < from) {
		tell('valid_until', 'E16', { from });
	}
	const draft = {
		...{ at, number, from, until, roles: codes },
		tin: cell('tin').toUpperCase(),
		programme: cell('programme'),
		type: cell('type'),
		since: day('status_since'),
		suspendedUntil: day('status_until'),
		document: hash('document'),
		consent: hash('consent'),
	};
	return status === undefined || findings.length > before ? undefined : { ...draft, status };
}

/** Whether a text is a day of the calendar, `2026-12-31`. */
function isDay(text: string): boolean {
	const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
	return moment !== undefined && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function statusOf(text: string): Status | undefined {
	const [, word = '', scope = 'Full'] = /^(\w*)(?: \((Full|Customs|Security)\))?$/i.exec(text) ?? [];
	switch (word.toLowerCase()) {
		case 'suspended': {
			const written = `${scope.charAt(0).toUpperCase()}${scope.slice(1).toLowerCase()}`;
			return { kind: 'Suspended', scope: written as Scope };
		}
		case 'revoked':
		case 'relinquished':
		case 'annulled':
			return { kind: 'Ended' };
		case 'authorised':
			return { kind: 'Authorised' };
		default:
			return text === '' ? { kind: 'Authorised' } : undefined;
	}
}

function rowOf(group: Draft[], list: `0x${string}`, findings: Finding[]): Row[] {
	const [first] = group;
	if (first === undefined) {
		return [];
	}
	const { at, number, tin, programme, type, from, until } = first;
	const last = group.at(-1)?.at ?? at;
	const codes = Object.keys(ROLES).filter((code) => group.some(({ roles }) => roles.includes(code)));
	if (codes.length > MOST_ROLES) {
		findings.push({ row: last, column: '', value: number, code: 'E23' });
		return [];
	}
	const periods = periodsOf(group);
	const isInOrder = periods.every((period, place) => period.from > (periods[place - 1]?.from ?? ''));
	if (!isInOrder || periods.length > MOST_PERIODS) {
		findings.push({ row: last, column: '', value: number, code: 'E24' });
		return [];
	}
	const document = inOrder(group).at(-1)?.document ?? list;
	const taken: TakenOver = {
		number,
		tin,
		publication_consent: first.consent ?? list,
		certificate_type: { programme, code: type },
		roles: codes.flatMap((code) => {
			const name = ROLES[code];
			return name === undefined ? [] : [{ type: name, value: undefined }];
		}),
		valid_from: from,
		valid_until: until,
		periods: periods.map((period) => ({
			from: period.from,
			state: period.state,
			ground: { type: 'Authority', value: undefined },
			document,
		})),
		instrument: undefined,
	};
	return [{ at, taken }];
}

const since = ({ since: said, from }: Draft) => said ?? from;

/** The earliest period first. */
const inOrder = (group: Draft[]) => [...group].sort((one, other) => (since(one) < since(other) ? -1 : 1));

type State = TakenOver['periods'][number]['state'];

/** The life of a certificate until now, the earliest period first. */
function periodsOf(group: Draft[]): { from: string; state: State }[] {
	const authorised: State = { type: 'Authorised', value: undefined };
	const key = (one: Draft) => JSON.stringify([since(one), one.status]);
	const drafts = inOrder(group).filter((draft, place, all) => {
		return !all.slice(0, place).some((other) => key(other) === key(draft));
	});
	const periods = drafts.map((draft, place) => ({
		from: since(draft),
		state: stateOf(draft, place === drafts.length - 1),
	}));
	const [only] = periods;
	// A certificate that is suspended since a later day was authorised until then.
	const begins = group[0]?.from ?? '';
	return periods.length === 1 && only?.state.type === 'Suspended' && only.from > begins
		? [{ from: begins, state: authorised }, only]
		: periods;

	function stateOf({ status, suspendedUntil }: Draft, isLast: boolean): State {
		if (status.kind !== 'Suspended') {
			return authorised;
		}
		// Where a later period began, a suspension's end is past.
		const day = isLast ? suspendedUntil : undefined;
		return {
			type: 'Suspended',
			value: {
				scope: { type: status.scope, value: undefined },
				end: day === undefined ? { type: 'Open', value: undefined } : { type: 'DecisionAfter', value: day },
			},
		};
	}
}

/** The call that proposes a batch; rows that fail when it is confirmed leave the others alone. */
export function batchOf(api: Api, rows: Row[]): Transaction {
	return api.tx.Certificates.propose_batch({
		rows: { type: 'TakeOver', value: rows.map(({ taken }) => taken) },
		mode: { type: 'SkipFailed', value: undefined },
	});
}

/** What two certificates say of a column. */
interface Difference {
	column: string;
	own: string;
	theirs: string;
}

/** In what a batch is not as one's own list; of a certificate that is not in the list, no fields are given. */
export function differing(own: TakenOver[], batch: TakenOver[]): { number: string; fields?: Difference[] }[] {
	const listed = new Map(own.map((row) => [row.number, row]));
	return batch.flatMap((theirs) => {
		const { number } = theirs;
		const mine = listed.get(number);
		if (mine === undefined) {
			return [{ number }];
		}
		const fields = differences(mine, theirs);
		return fields.length === 0 ? [] : [{ number, fields }];
	});
}

/** The columns in which two certificates differ, with what each says. */
export function differences(own: TakenOver, theirs: TakenOver): Difference[] {
	const facts = (row: TakenOver): Record<string, string> => ({
		tin: row.tin,
		type: `${row.certificate_type.programme} ${row.certificate_type.code}`,
		roles: row.roles.map(({ type }) => type).join(', '),
		valid_from: row.valid_from,
		valid_until: row.valid_until ?? '–',
		status: row.periods.map(({ from, state }) => `${from} ${stateText(state)}`).join(', '),
		ground: row.periods.map(({ from, ground }) => `${from} ${ground.type}`).join(', '),
		document: row.periods.map(({ from, document }) => `${from} ${document}`).join(', '),
		consent: row.publication_consent,
		instrument: row.instrument ?? '–',
	});
	const [one, other] = [facts(own), facts(theirs)];
	return Object.keys(one)
		.map((column) => ({ column, own: one[column] ?? '', theirs: other[column] ?? '' }))
		.filter((field) => field.own !== field.theirs);
}

function stateText(state: State): string {
	if (state.type === 'Authorised') {
		return state.type;
	}
	const { scope, end } = state.value;
	return ['Suspended', scope.type, end.type, end.value].filter((part) => part !== undefined).join(' ');
}
