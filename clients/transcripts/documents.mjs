// What documents show: blocks ```console, in which a line `$ …` is a command and what follows it is the
// answer. A place in an answer that differs each time is written `…`; alone on a line it stands for any
// number of lines.

import { spawnSync } from 'node:child_process';

/** What is not tried on a node: the examples of the library, which its own tests try. */
const OF_THE_LIBRARY = /\bcargo run\b/;

/** The commands of a document: `{ line, command, answer }`, with the number of the line in the text. */
export function commandsOf(text) {
	const found = [];
	const lines = text.split('\n');
	let isInside = false;
	for (let place = 0; place < lines.length; place += 1) {
		const line = lines[place];
		if (line.trim() === '```console') {
			isInside = true;
		} else if (line.trim() === '```') {
			isInside = false;
		} else if (isInside && line.startsWith('$ ')) {
			const first = place;
			let command = line.slice(2);
			while (!isWhole(command) && place + 1 < lines.length && !/^(\$ |```)/.test(lines[place + 1])) {
				place += 1;
				command += `\n${lines[place]}`;
			}
			const answerFrom = place + 1;
			while (place + 1 < lines.length && !/^(\$ |```)/.test(lines[place + 1])) {
				place += 1;
			}
			const answer = lines.slice(answerFrom, place + 1);
			found.push({ line: first + 1, command, answer, answerFrom, answerTo: place + 1 });
		}
	}
	return found.filter(({ command }) => !OF_THE_LIBRARY.test(command));
}

/** Whether a shell would run this, and not wait for a next line. */
function isWhole(command) {
	if (/\\$/.test(command)) {
		return false;
	}
	const { stderr } = spawnSync('bash', ['-n', '-c', command], { encoding: 'utf8' });
	return !/unexpected (end of file|EOF)|here-document .* delimited by end-of-file/.test(stderr);
}

/** One answer on one line: a line that begins with one space goes on with the line before. */
function joined(lines) {
	return lines.join('\n').replace(/\n (?=\S)/g, '').trimEnd();
}

/** Whether an answer is the one that the document shows. */
export function isAsShown(answer, shown) {
	const pattern = joined(shown)
		.split('\n')
		.map((line) => {
			if (line === '…') {
				return '(?:[^\\n]*(?:\\n|$))*?';
			}
			const parts = line.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
			return `${parts.join('[^\\n]*')}(?:\\n|$)`;
		});
	return new RegExp(`^${pattern.join('')}$`).test(answer.trimEnd());
}

/** How much of a long line a document shows. */
const LINE_SHOWN = 96;

/** An answer as a document shows it: without what differs each time, long data cut off. */
export function shownAs(answer) {
	return answer
		.trimEnd()
		.split('\n')
		.map((line) => {
			const constant = line
				.replace(/"block_hash":"0x[0-9a-f]{64}"/, '"block_hash":"0x…"')
				.replace(/"block_number":\d+/, '"block_number":…')
				.replace(/\b\d{13}\b/g, '…')
				.replace(/\b0x[0-9a-f]{64}(?=\.$|, )/, '0x…')
				.replace(/^0x[0-9a-f]{66,}$/, '0x…')
				.replace(/^(Block|Bloque|Bloco) \d+ /, '$1 … ')
				.replace(/\b\d{4}-\d{2}-\d{2}(T[\d:]{8}Z)?/g, '…')
				.replace(/"\d{4}-\d{2}-\d{2}"/g, '"…"');
			const isData = /^\w+\.\w+ \[|^\{|^\[/.test(constant);
			return isData && constant.length > LINE_SHOWN ? `${constant.slice(0, LINE_SHOWN)}…` : constant;
		});
}
