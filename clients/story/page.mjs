// The page of the story: pure functions that turn a report into HTML and into plain text.
//
// A report is what the run has found, in one language:
//
//   {
//     lang: 'es_MX.UTF-8',            // as LANG; decides the words of the page's own labels
//     title, subtitle, notice,        // sentences; subtitle and notice may be missing
//     network: [{ label, value }],    // facts: chain, runtime, validators …
//     steps: [{
//       number: 1,
//       heading: '…',
//       paragraphs: ['…'],
//       transactions: [{
//         what: 'Mexico signs',       // a sentence
//         call: 'agreements.sign',    // pallet and call
//         block: 42,                  // the block that holds it
//         inclusion_s: 2.1,           // seconds from sending to that block, or null if unknown
//         finality_s: 14.8,           // seconds from sending to finality, or null if unknown
//       }],
//       outcome: { reached: true, text: '…' },   // `reached: false` marks a step that failed
//     }],
//     tables: [{ heading, columns: ['…'], rows: [['…']], note }],   // first column to the left,
//                                     // others to the right; note may be missing. Usually one:
//                                     // `wrongBenefits(…)`
//     generated_at: '2026-11-23T16:03:00.000Z',
//   }
//
// All texts are taken as text, never as HTML. The table of all steps is made from the steps.

import { texts } from './text.mjs';

/** @typedef {{ heading: string, columns: string[], rows: string[][], note?: string }} Table */

/** The width of the plain text, in characters. */
const WIDTH = 100;

/** The narrowest that a column of a table may become, in characters. */
const NARROWEST = 12;

const GAP = '  ';

/** The rows of the table of wrong benefits: findings, and what each is of in a count. */
const WRONG_ROWS = [
	['counted', (count) => count.counted],
	['given', (count) => count.given],
	['wronglyGiven', (count) => count.wronglyGiven],
	...['givenToSuspended', 'givenWithoutRole', 'givenToPretender', 'givenToOthers'].map(byFinding),
	['wronglyDenied', (count) => count.wronglyDenied],
	...['deniedCertifiedSince', 'deniedRoleSince', 'deniedOthers'].map(byFinding),
	['mistyped', (count) => count.mistyped],
	byFinding('notCounted'),
];

/** Findings that are left out of the table when there is none. */
const RARE = ['givenWithoutRole', 'givenToOthers', 'deniedRoleSince', 'deniedOthers', 'notCounted'];

function byFinding(finding) {
	return [finding, (count) => count.by[finding]];
}

/** The table of wrong benefits by the list and by the chain, from two counts of yesterday.mjs. */
export function wrongBenefits(list, chain, lang) {
	const { say } = texts(lang);
	const rows = WRONG_ROWS.map(([key, of]) => [key, of(list), of(chain)])
		.filter(([key, ...counts]) => !RARE.includes(key) || counts.some((count) => count > 0))
		.map(([key, ...counts]) => [say(`wrong.${key}`), ...counts.map(String)]);
	return {
		heading: say('wrong.heading'),
		columns: [say('wrong.what'), say('wrong.list'), say('wrong.chain')],
		rows,
		note: say('wrong.note'),
	};
}

/** Renders a report as one HTML page that needs nothing from outside, and runs nothing. */
export function renderHtml(report) {
	const { language, say } = texts(report.lang);
	return [
		'<!doctype html>',
		`<html lang="${language}">`,
		'<head>',
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
		`<title>${escape(report.title)}</title>`,
		`<style>${STYLE}</style>`,
		'</head>',
		'<body>',
		'<header>',
		`<h1>${escape(report.title)}</h1>`,
		paragraph(report.subtitle, 'subtitle'),
		paragraph(report.notice, 'notice'),
		'</header>',
		'<main>',
		htmlTables(report.tables),
		...report.steps.map((step) => htmlStep(step, say)),
		htmlTable(summaryOf(report, say)),
		htmlNetwork(report.network, say),
		'</main>',
		`<footer>${escape(generatedOf(report, say))}</footer>`,
		'</body>',
		'</html>',
		'',
	]
		.filter((line, place, lines) => line !== '' || place === lines.length - 1)
		.join('\n');
}

/** Renders a report as plain text of at most 100 columns. */
export function renderText(report) {
	const { say } = texts(report.lang);
	const parts = [
		underlined(report.title, '='),
		...[report.subtitle, report.notice].filter(Boolean).map((text) => wrap(text)),
		...report.tables.map(textTable),
		...report.steps.map((step) => textStep(step, say)),
		textTable(summaryOf(report, say)),
		textNetwork(report.network, say),
		wrap(generatedOf(report, say)),
	];
	return `${parts.join('\n\n')}\n`;
}

/** The tables alone as plain text, for the end of a run. */
export function renderTables(report) {
	const { say } = texts(report.lang);
	return [...report.tables, summaryOf(report, say)].map(textTable).join('\n\n');
}

/** The table of all steps with their transactions: from block to block, and the slowest of each. */
function summaryOf({ steps }, say) {
	const keys = ['stepColumn', 'transactions', 'blocks', 'slowestInclusion', 'slowestFinality'];
	const rows = steps.map(({ number, heading, transactions }) => [
		`${number}. ${heading}`,
		String(transactions.length),
		rangeOf(
			transactions.map(({ block }) => block),
			say,
		),
		seconds(slowest(transactions.map((one) => one.inclusion_s)), say),
		seconds(slowest(transactions.map((one) => one.finality_s)), say),
	]);
	return {
		heading: say('page.summary'),
		columns: keys.map((key) => say(`page.${key}`)),
		rows,
	};
}

/** The greatest of these times; unknown where one of them is, or where there is none. */
function slowest(times) {
	const isKnown = times.length > 0 && times.every((time) => typeof time === 'number');
	return isKnown ? Math.max(...times) : null;
}

function rangeOf(blocks, say) {
	if (blocks.length === 0) {
		return say('page.unknown');
	}
	const [first, last] = [Math.min(...blocks), Math.max(...blocks)];
	return first === last ? String(first) : `${first}–${last}`;
}

function transactionsOf({ transactions }, say) {
	return {
		columns: [say('page.what'), say('page.call'), ...figureColumns(say)],
		rows: transactions.map((transaction) => [
			transaction.what,
			transaction.call,
			...figuresOf(transaction, say),
		]),
	};
}

function figureColumns(say) {
	return ['page.block', 'page.inclusion', 'page.finality'].map((key) => say(key));
}

function figuresOf({ block, inclusion_s: inclusion, finality_s: finality }, say) {
	return [String(block ?? say('page.unknown')), seconds(inclusion, say), seconds(finality, say)];
}

function seconds(value, say) {
	const isKnown = value !== null && value !== undefined;
	return isKnown ? say('page.seconds', { seconds: value.toFixed(1) }) : say('page.unknown');
}

function outcomeOf({ outcome }, say) {
	return { label: say(outcome.reached ? 'page.outcome' : 'page.failed'), ...outcome };
}

function generatedOf({ generated_at: moment }, say) {
	return say('page.generated', { date: moment.slice(0, 16).replace('T', ' ') });
}

// HTML

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML, also within quotes. */
function escape(text) {
	return clean(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** Text without control characters, and without those that turn the direction of reading. */
function clean(text) {
	return String(text).replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

function paragraph(text, style) {
	return text ? `<p class="${style}">${escape(text)}</p>` : '';
}

function htmlStep(step, say) {
	const outcome = outcomeOf(step, say);
	const lines = [
		'<section class="step">',
		`<h2><span class="number">${escape(say('page.step', { number: step.number }))}</span>` +
			` ${escape(step.heading)}</h2>`,
		...step.paragraphs.map((text) => `<p>${escape(text)}</p>`),
		step.transactions.length > 0 ? htmlRows(transactionsOf(step, say), [1]) : '',
		`<p class="outcome${outcome.reached ? '' : ' failed'}"><strong>${escape(outcome.label)}.</strong>` +
			` ${escape(outcome.text)}</p>`,
		'</section>',
	];
	return lines.filter((line) => line !== '').join('\n');
}

function htmlTables(tables) {
	return tables.map(htmlTable).join('\n');
}

/** @param {Table} table */
function htmlTable({ heading, note, ...table }) {
	const lines = [
		'<section>',
		`<h2>${escape(heading)}</h2>`,
		htmlRows(table),
		paragraph(note, 'note'),
	];
	return [...lines, '</section>'].filter((line) => line !== '').join('\n');
}

/** A table; the first column and the columns `left` stand to the left, the others to the right. */
function htmlRows({ columns, rows }, left = []) {
	const style = (place) => {
		return place === 0 || left.includes(place) ? '' : ' class="figure"';
	};
	const head = columns.map((cell, place) => {
		return `<th scope="col"${style(place)}>${escape(cell)}</th>`;
	});
	// On a phone the cells stand below each other, and each says its column.
	const body = rows.map((row) => {
		const cells = row.map((cell, place) => {
			return `<td${style(place)} data-column="${escape(columns[place])}">${escape(cell)}</td>`;
		});
		return `<tr>${cells.join('')}</tr>`;
	});
	return [
		'<table>',
		`<thead><tr>${head.join('')}</tr></thead>`,
		'<tbody>',
		...body,
		'</tbody>',
		'</table>',
	].join('\n');
}

function htmlNetwork(facts, say) {
	const items = facts.map(({ label, value }) => {
		return `<div><dt>${escape(label)}</dt><dd>${escape(value)}</dd></div>`;
	});
	const head = ['<section>', `<h2>${escape(say('page.network'))}</h2>`, '<dl>'];
	return [...head, ...items, '</dl>', '</section>'].join('\n');
}

const STYLE = `
:root { color-scheme: light; --ink: #1c2430; --soft: #566072; --line: #d5dae2; --mark: #1d4f7c; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 3rem 1.5rem; color: var(--ink); background: #fff;
  font: 1.0625rem/1.6 Charter, "Bitstream Charter", Cambria, Georgia, serif; }
h1, h2, th, dt, .number, footer { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin: 0 0 0.75rem; font-size: 1.25rem; line-height: 1.3; }
p { margin: 0 0 0.75rem; overflow-wrap: anywhere; }
header { padding-bottom: 1.5rem; border-bottom: 3px solid var(--mark); }
.subtitle { margin-top: 0.5rem; font-size: 1.2rem; color: var(--soft); }
.notice, .note, footer { font-size: 0.9rem; color: var(--soft); }
section { margin-top: 2.5rem; }
.number { display: block; font-size: 0.8rem; font-weight: 600; color: var(--mark);
  text-transform: uppercase; letter-spacing: 0.08em; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; font-size: 0.9rem; line-height: 1.4; }
th { padding: 0.4rem 0.6rem; text-align: left; vertical-align: bottom; font-size: 0.78rem;
  color: var(--soft); border-bottom: 2px solid var(--ink); }
td { padding: 0.4rem 0.6rem; vertical-align: top; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.outcome { margin-top: 1rem; padding: 0.75rem 1rem; background: #f1f5f9; border-left: 4px solid var(--mark); }
.outcome.failed { background: #fdf1ef; border-left-color: #a3281c; }
dl { margin: 0; font-size: 0.9rem; }
dl div { display: flex; gap: 1rem; padding: 0.3rem 0; border-bottom: 1px solid var(--line); }
dt { flex: 0 0 12rem; color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
@media screen and (max-width: 36rem) {
  body { padding: 1.5rem 1rem; }
  h1 { font-size: 1.6rem; }
  thead { display: none; }
  tr { display: block; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  td { display: flex; justify-content: space-between; gap: 1rem; padding: 0.1rem 0; border: 0; }
  td:first-child { display: block; font-weight: 600; }
  td:not(:first-child)::before { content: attr(data-column); color: var(--soft); }
  dl div { display: block; }
}
@media print {
  @page { margin: 20mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, thead { break-after: avoid; }
  tr, .outcome { break-inside: avoid; }
  thead { display: table-header-group; }
}
`;

// Plain text

const lengthOf = (text) => [...text].length;

/** Text in lines, and below them a line as long as the longest. */
export function underlined(text, mark) {
	const lines = wrap(text);
	const longest = Math.max(...lines.split('\n').map(lengthOf));
	return `${lines}\n${mark.repeat(longest)}`;
}

/** Text in lines of at most `width` characters; longer words are cut. */
export function wrap(text, width = WIDTH) {
	const words = clean(text)
		.split(/\s+/)
		.filter((word) => word !== '')
		.flatMap((word) => pieces(word, width));
	const lines = [''];
	for (const word of words) {
		const last = lines.at(-1);
		if (last === '') {
			lines[lines.length - 1] = word;
		} else if (lengthOf(last) + 1 + lengthOf(word) <= width) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else {
			lines.push(word);
		}
	}
	return lines.join('\n');
}

function pieces(word, width) {
	const characters = [...word];
	const count = Math.ceil(characters.length / width);
	return Array.from({ length: count }, (_, place) => {
		return characters.slice(place * width, (place + 1) * width).join('');
	});
}

function textStep(step, say) {
	const outcome = outcomeOf(step, say);
	const mark = outcome.reached ? '=>' : '!!';
	return [
		underlined(`${say('page.step', { number: step.number })}. ${step.heading}`, '-'),
		...step.paragraphs.map((text) => wrap(text)),
		...(step.transactions.length > 0 ? [textRows(transactionsOf(step, say), [1])] : []),
		wrap(`${mark} ${outcome.label}. ${outcome.text}`),
	].join('\n\n');
}

/** @param {Table} table */
function textTable({ heading, note, ...table }) {
	const parts = [underlined(heading, '-'), textRows(table)];
	return [...parts, ...(note ? [wrap(note)] : [])].join('\n\n');
}

function textNetwork(facts, say) {
	const lines = facts.map(({ label, value }) => wrap(`${label}: ${value}`));
	return [underlined(say('page.network'), '-'), lines.join('\n')].join('\n\n');
}

/** A table whose cells are wrapped where it would be too wide. */
function textRows({ columns, rows }, left = []) {
	const widths = widthsOf([columns, ...rows]);
	const line = (row) => {
		const cells = row.map((cell, place) => wrap(cell, widths[place]).split('\n'));
		const height = Math.max(...cells.map((lines) => lines.length));
		return Array.from({ length: height }, (_, index) => {
			const parts = cells.map((lines, place) => {
				const isLeft = place === 0 || left.includes(place);
				return pad(lines[index] ?? '', widths[place], isLeft);
			});
			return parts.join(GAP).trimEnd();
		}).join('\n');
	};
	const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
	return [line(columns), rule, ...rows.map(line)].join('\n');
}

function pad(text, width, isLeft) {
	const space = ' '.repeat(Math.max(0, width - lengthOf(text)));
	return isLeft ? text + space : space + text;
}

/** The widths of columns: as wide as their cells, the widest ones narrowed until all fit. */
function widthsOf(rows) {
	const widths = rows[0].map((_, place) => {
		return Math.max(1, ...rows.map((row) => lengthOf(clean(row[place]))));
	});
	const room = WIDTH - GAP.length * (widths.length - 1);
	for (let sum = total(widths); sum > room; sum = total(widths)) {
		const widest = widths.indexOf(Math.max(...widths));
		if (widths[widest] <= Math.min(NARROWEST, Math.floor(room / widths.length))) {
			break;
		}
		widths[widest] -= 1;
	}
	return widths;
}

function total(widths) {
	return widths.reduce((sum, width) => sum + width, 0);
}
