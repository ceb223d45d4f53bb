// Commands of `aeo` that run until they are stopped, and may be killed at any moment on the way.

import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../network/wait.mjs';

/** Between these times a command is killed, in milliseconds. */
const SHORTEST = 1_500;
const LONGEST = 9_000;

/** How long a command may take to end when asked to, in seconds. */
const STOP_LIMIT = 30;

/** Commands that run now; whatever ends this process ends them too. */
const running = new Set();

process.on('exit', () => {
	for (const child of running) {
		child.kill('SIGKILL');
	}
});

/** A command that runs. */
export class Running {
	#aeo;
	#command;
	#env;
	#child;
	#killing = Promise.resolve();
	#isKilling = false;

	/** How often it was killed. */
	killed = 0;

	/** What it said on the standard error. */
	told = '';

	/** Its lines on the standard output, each with the time at which it came. */
	lines = [];

	/** `aeo` is the path of the program, `env` what its environment has besides. */
	constructor(aeo, command, env = {}) {
		this.#aeo = aeo;
		this.#command = command;
		this.#env = { ...process.env, LC_ALL: 'C', ...env };
	}

	/** Starts it. */
	start() {
		const child = spawn(this.#aeo, this.#command, { env: this.#env });
		running.add(child);
		let rest = '';
		child.stdout.on('data', (bytes) => {
			const at = Date.now();
			const pieces = `${rest}${bytes}`.split('\n');
			rest = pieces.pop() ?? '';
			this.lines.push(...pieces.map((text) => ({ at, text })));
		});
		child.stderr.on('data', (bytes) => (this.told += bytes));
		this.#child = {
			child,
			ended: new Promise((resolve, reject) => {
				child.once('error', reject);
				child.once('close', (code, signal) => {
					running.delete(child);
					resolve({ code, signal });
				});
			}),
		};
	}

	/** Sends a signal and waits for the end: `{ code, signal }`. */
	async stop(signal) {
		const { child, ended } = this.#child;
		child.kill(signal);
		const timer = sleep(STOP_LIMIT * 1000, undefined, { ref: false }).then(() => {
			throw new Error(`aeo ${this.#command.join(' ')} does not end: ${this.told}`);
		});
		return Promise.race([ended, timer]);
	}

	/** Kills it at moments that are drawn, and starts it again, until `calm` is called. */
	harass(draw) {
		this.#isKilling = true;
		this.#killing = (async () => {
			while (this.#isKilling) {
				await sleep(SHORTEST + draw() * (LONGEST - SHORTEST));
				if (this.#isKilling) {
					const { code, signal } = await this.stop('SIGKILL');
					if (signal !== 'SIGKILL') {
						throw new Error(`aeo ${this.#command.join(' ')} ended with ${code}: ${this.told}`);
					}
					this.killed += 1;
					this.start();
				}
			}
		})();
		this.#killing.catch(() => {});
	}

	/** Kills it no more. */
	async calm() {
		this.#isKilling = false;
		await this.#killing;
	}

	/** Waits for a line that `isMeant`, and gives it. */
	line(what, limit, isMeant) {
		return waitFor(what, limit, async () => this.lines.find(({ text }) => isMeant(text)));
	}
}
