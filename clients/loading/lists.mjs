// Lists of invented certificates, drawn by a seed, as an office keeps them.

import { firmAt } from '../firms/firms.mjs';
import { drawing } from '../network/drawing.mjs';

/** The columns of a list. */
const COLUMNS = [
	'tin',
	'certificate',
	'programme',
	'type',
	'roles',
	'status',
	'valid_from',
	'valid_until',
	'status_since',
	'status_until',
];

const ROLES = ['EX', 'IM', 'IM EX', 'CB', 'WH', 'IM EX CB'];

const STATUSES = ['Authorised', 'Authorised', 'Authorised', 'Suspended (Full)', 'Suspended (Customs)'];

/** As many rows of an issuer's list. */
export function drawn(issuer, count, seed, first = 0) {
	const draw = drawing(seed);
	const one = (choices) => choices[Math.floor(draw() * choices.length)];
	return Array.from({ length: count }, (_, place) => {
		const { tin, certificate, programme, type } = firmAt(issuer, first + place);
		const status = one(STATUSES);
		const from = `${2018 + Math.floor(draw() * 7)}-0${1 + Math.floor(draw() * 9)}-15`;
		const suspended = status !== 'Authorised';
		return {
			tin,
			certificate,
			programme,
			type,
			roles: one(ROLES),
			status,
			valid_from: from,
			valid_until: draw() < 0.3 ? '' : `${2030 + Math.floor(draw() * 9)}-12-31`,
			status_since: suspended ? `2026-0${1 + Math.floor(draw() * 9)}-20` : from,
			status_until: suspended && draw() < 0.5 ? `${2030 + Math.floor(draw() * 9)}-06-30` : '',
		};
	});
}

/** A list as CSV. */
export function csvOf(rows) {
	const lines = rows.map((row) => COLUMNS.map((column) => row[column]).join(','));
	return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

/** The rows of an exported list, in the order of their numbers, with the columns of ours. */
export function rowsOf(csv) {
	const [headings, ...lines] = csv.replace(/^\uFEFF/, '').trim().split('\r\n');
	const names = headings.split(',');
	const rows = lines.map((line) => {
		const cells = line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1'));
		return Object.fromEntries(names.map((name, place) => [name, cells[place]]));
	});
	return inOrder(
		rows.map((row) => Object.fromEntries(COLUMNS.map((column) => [column, row[column]]))),
	);
}

/** Rows in the order of their numbers. */
export function inOrder(rows) {
	return [...rows].sort((one, other) => (one.certificate < other.certificate ? -1 : 1));
}
