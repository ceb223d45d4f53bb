// An officer at the command line `aeo`, whose commands may be killed at any moment.

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** An officer with a folder for what is under way. */
export class Desk {
	#aeo;
	#account;
	#nodes;
	#env;

	/** `aeo` is the path of the program, `folder` is the officer's own, and `nodes` the addresses to ask. */
	constructor(aeo, folder, account, nodes) {
		mkdirSync(folder, { recursive: true });
		this.#aeo = aeo;
		this.#account = account;
		this.#nodes = nodes;
		this.#env = { ...process.env, XDG_STATE_HOME: join(folder, 'state'), LC_ALL: 'C' };
	}

	/**
	 * Runs a command to its end, or kills it after so many milliseconds. Gives `{ code, stdout, stderr, lines }`,
	 * without a code where it was killed, and with what it says as JSON.
	 *
	 * @param {string[]} command
	 * @param {{ killAfter?: number, nodes?: string[], account?: string | null }} [how]
	 */
	run(command, { killAfter, nodes = this.#nodes, account = this.#account } = {}) {
		const asked = nodes.flatMap((node) => ['--node', node]);
		const signs = account === null ? [] : ['--as', account];
		const child = spawn(this.#aeo, [...command, ...signs, ...asked, '--json'], { env: this.#env });
		const output = { stdout: '', stderr: '' };
		child.stdout.on('data', (bytes) => (output.stdout += bytes));
		child.stderr.on('data', (bytes) => (output.stderr += bytes));
		const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
		return new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', (code) => {
				clearTimeout(timer);
				resolve({ code, ...output, lines: linesOf(output.stdout) });
			});
		});
	}

	/** Runs a command that must end with this exit code, and gives what it said last. */
	async ends(code, command, options) {
		const came = await this.run(command, options);
		if (came.code !== code) {
			throw new Error(
				`aeo ${command.join(' ')} ended with ${came.code}, not ${code}: ${came.stderr}${came.stdout}`,
			);
		}
		return { ...came, last: came.lines.at(-1) };
	}
}

/** The lines of JSON of a command that came to its end. */
function linesOf(stdout) {
	return stdout
		.split('\n')
		.filter((line) => line.startsWith('{') && line.endsWith('}'))
		.map((line) => JSON.parse(line));
}
