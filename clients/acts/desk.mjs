// An officer at a desk, who types `aeo`; and how what she has typed ends.

import assert from 'node:assert/strict';

/** What aeo ends with. */
export const EXIT = { done: 0, usage: 2, badRows: 3, refused: 4, noAnswer: 6, notProven: 7, waits: 10 };

/** An officer at a desk: what she types, in the folder with the files of the week. */
export class Desk {
	#office;
	#url;
	#account;

	constructor(office, url, account) {
		this.#office = office;
		this.#url = url;
		this.#account = account;
	}

	/** Asks; the answer as a person sees it. */
	ask(...args) {
		// No node is asked about the form of a number, or where there is no network.
		const isLocal = args[0] === 'tin' || (args[0] === 'tx' && ['show', 'sign'].includes(args[1]));
		const node = isLocal ? [] : ['--node', this.#url];
		return this.#office.words([...args, ...node]);
	}

	/** Asks; the answer as a program sees it. */
	async read(...args) {
		const { code, stdout, stderr } = await this.ask(...args, '--json');
		assert.equal(code, EXIT.done, stderr);
		const lines = stdout.split('\n').filter((line) => line !== '');
		return lines.map((line) => JSON.parse(line));
	}

	/** Does something, and says that it is meant. */
	act(...args) {
		return this.ask(...args, '--as', this.#account, '--yes');
	}

	/** Answers what waits under a number: `confirm` or `refuse`. */
	async answer(answer, number, ...args) {
		const waiting = await this.read('pending', 'MX');
		const all = waiting.flatMap((line) => line.reinstatement ?? line.answer.decisions);
		const { proposal } = all.find((one) => one.number === number);
		return this.act(answer, number, '--proposal', String(proposal), ...args);
	}

	/** What an act would be: nothing is signed. */
	plan(...args) {
		return this.ask(...args, '--as', this.#account, '--dry-run');
	}

	/** Types an act where nobody can say that it is meant. */
	unsaid(...args) {
		return this.ask(...args, '--as', this.#account);
	}
}

/** What came ends with a code, and says something. */
export function ended({ code, stdout, stderr }, expected, ...said) {
	const all = stdout + stderr;
	assert.equal(code, expected, all);
	for (const text of said) {
		assert.ok(all.includes(text), `"${text}" is missing in: ${all}`);
	}
	return all;
}
