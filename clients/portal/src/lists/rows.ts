// The certificates of a list as the chain takes them over, and in what two of them differ.

import type { Transaction } from 'polkadot-api';
import type { Api } from '../chain/connection';

/** The rows of a batch that takes certificates over. */
type Batch = Parameters<Api['tx']['Certificates']['propose_batch']>[0];

/** A certificate as the chain takes it over. */
export type TakenOver = Extract<Batch['rows'], { type: 'TakeOver' }>['value'][number];

/** How many certificates a batch has at most; `aeo list load` makes the same batches. */
export const MOST_ROWS = 300;

/** The columns of the template, in its order. */
export const COLUMNS = [
	...['tin', 'certificate', 'programme', 'type', 'roles', 'status', 'valid_from', 'valid_until'],
	...['status_since', 'status_until', 'document', 'consent', 'alias_scheme', 'alias'],
];

type State = TakenOver['periods'][number]['state'];
type Scope = Extract<State, { type: 'Suspended' }>['value']['scope']['type'];
type Hash = `0x${string}`;

/** A certificate as the reader tells it. */
interface Certificate {
	at: number[];
	number: string;
	tin: string;
	programme: string;
	code: string;
	roles: TakenOver['roles'][number]['type'][];
	validFrom: string;
	validUntil: string | null;
	/** The earliest first. */
	periods: { from: string; status: 'Authorised' | 'Suspended' | 'Ended'; scope: Scope | null; until: string | null }[];
	/** The decision; none: the list. */
	document: Hash | null;
	consent: Hash | null;
	aliases: number;
}

/** What was found in a list: an error, for which a row is not loaded, or a note on how it was read. */
export interface Finding {
	/** The row of the spreadsheet; none where it is about the list. */
	row: number | null;
	column: string;
	value: string;
	code: string;
	isError: boolean;
	sentence: string;
}

/** What the reader tells of a list. */
export interface Told {
	/** The file's hash. */
	document: Hash;
	rows: Certificate[];
	findings: Finding[];
}

/** A certificate of a list. */
export interface Row {
	/** The row of the spreadsheet in which it begins. */
	at: number;
	taken: TakenOver;
}

/** A list that was read. */
export interface List {
	hash: Hash;
	rows: Row[];
	findings: Finding[];
	/** How many certificates have ended, which are not taken over. */
	ended: number;
	/** How many aliases are named, which a batch can't take over. */
	aliases: number;
}

/** A list as the chain takes it over; its hash stands for documents that no row names. */
export function listOf({ document: hash, rows, findings }: Told): List {
	const live = rows.filter(({ periods }) => periods.every(({ status }) => status !== 'Ended'));
	return {
		...{ hash, findings },
		rows: live.map((row) => ({ at: row.at[0] ?? 0, taken: takenOver(row, hash) })),
		ended: rows.length - live.length,
		aliases: live.reduce((sum, row) => sum + row.aliases, 0),
	};
}

function takenOver(row: Certificate, list: Hash): TakenOver {
	const { number, tin, programme, code } = row;
	return {
		...{ number, tin },
		publication_consent: row.consent ?? list,
		certificate_type: { programme, code },
		roles: row.roles.map((type) => ({ type, value: undefined })),
		valid_from: row.validFrom,
		valid_until: row.validUntil ?? undefined,
		periods: row.periods.map((period) => ({
			from: period.from,
			state: stateOf(period),
			ground: { type: 'Authority', value: undefined },
			document: row.document ?? list,
		})),
		instrument: undefined,
	};
}

function stateOf({ scope, until }: Certificate['periods'][number]): State {
	if (scope === null) {
		return { type: 'Authorised', value: undefined };
	}
	const end: Extract<State, { type: 'Suspended' }>['value']['end'] =
		until === null ? { type: 'Open', value: undefined } : { type: 'DecisionAfter', value: until };
	return { type: 'Suspended', value: { scope: { type: scope, value: undefined }, end } };
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
