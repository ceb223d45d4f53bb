// Reads what `@polkadot/api-cli` prints and says it in names: `polkadot-js-api … 2>&1 | node
// clients/answer.mjs`. Of a transaction it prints the events, one a line, and at last `done`, or the
// error with what to do; of anything else the answer on one line. Exit code 1: it failed, or the call
// that it was to carry out did.
//
// The names are those of docs/errors.md, which is written from the metadata of this release.

import { readFileSync } from 'node:fs';

/** What every transaction has: its charge. */
const CHARGED = '0x0300';
const SUCCEEDED = '0x0000';
const FAILED = '0x0001';

/** The rows of the tables of a document, as lists of cells. */
function rowsOf(document) {
	return document
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.map((line) => line.slice(2, -2).split(' | '));
}

const document = new URL('../docs/errors.md', import.meta.url);
const rows = rowsOf(readFileSync(document, 'utf8'));

/** The first row with this in its first cell. */
function row(first) {
	return rows.find(([cell]) => cell === first);
}

/** A name without its quotation marks. */
function bare(cell) {
	return cell.replaceAll('`', '');
}

/** `Certificates.DateNotReal: why. What to do.`, from a `DispatchError` as it is printed. */
function refusal(error) {
	const [[kind, value]] = Object.entries(error);
	if (kind !== 'module') {
		const name = kind[0].toUpperCase() + kind.slice(1);
		const [, why = '', what = ''] = row(`\`${name}\``) ?? [];
		return `${name}: ${why} ${what}`.trim();
	}
	const number = `${value.index}.${value.error.slice(0, 4)}`;
	const found = row(number);
	if (found === undefined) {
		return `${number}, which docs/errors.md doesn't know: the chain is of another release`;
	}
	const [, name, why, what] = found;
	return `${bare(name)}: ${why} ${what}`;
}

/** What the node printed when it refused a transaction, and what to do. */
function refusedByNode(message) {
	const known = rows.find(([printed]) => {
		return /^`\d{4}: /.test(printed) && message.includes(bare(printed));
	});
	return known === undefined ? message : `${message}\n${known[1]} ${known[2]}`;
}

/** An event on one line, with the names of the errors that it tells. */
function told({ index, data }) {
	const [, name = index] = row(index) ?? [];
	const named = (_, value) => (value?.module?.error === undefined ? value : refusal(value));
	return `${bare(name)} ${JSON.stringify(data, named)}`;
}

/** The JSON values and the lines of errors in what was printed. */
function read(printed) {
	const values = [];
	const errors = [];
	let open = [];
	for (const line of printed.split('\n')) {
		if (line === '{' || open.length > 0) {
			open.push(line);
			if (line === '}') {
				values.push(JSON.parse(open.join('\n')));
				open = [];
			}
		} else if (/^(\w*Error|Error): /.test(line)) {
			errors.push(line.replace(/^\w*Error: /, ''));
		}
	}
	return { values, errors };
}

const lines = [];
let isGood = true;
const printed = readFileSync(0, 'utf8');
const { values, errors } = read(printed);
for (const value of values) {
	const [answer] = Object.values(value);
	if (answer?.txHash === undefined) {
		lines.push(JSON.stringify(answer));
	} else if (answer.blockNumber !== undefined) {
		for (const { event } of answer.events) {
			if (event.index === FAILED) {
				lines.push(`failed: ${refusal(event.data[0])}`);
				isGood = false;
			} else if (event.index === SUCCEEDED) {
				lines.push(isGood ? 'done' : 'done, but what it was to carry out has failed');
			} else if (event.index !== CHARGED) {
				lines.push(told(event));
				// The result of a motion, or of a multisig's call.
				isGood &&= !event.data.some((result) => result?.err !== undefined);
			}
		}
	}
}
for (const error of errors) {
	lines.push(`refused: ${refusedByNode(error)}`);
	isGood = false;
}
if (lines.length === 0) {
	lines.push(printed.trim() === '' ? 'nothing was answered' : printed.trim());
	isGood = false;
}
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = isGood ? 0 : 1;
