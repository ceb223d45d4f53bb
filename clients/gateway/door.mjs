// A gateway as a process, and those who ask it.

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '../network/wait.mjs';

/** How long a gateway may take to listen, in seconds. */
const START_LIMIT = 60;

/** How long an answer may take, in milliseconds. */
const LIMIT = 60_000;

const LISTENING = /Serving at (\S+);/;

/** Runs aeo to its end, and gives what it says. */
export function run(aeo, folder, args) {
	const child = spawn(aeo, args, { cwd: folder, env: { LC_ALL: 'C' } });
	const output = { stdout: '', stderr: '' };
	child.stdout.on('data', (bytes) => (output.stdout += bytes));
	child.stderr.on('data', (bytes) => (output.stderr += bytes));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, ...output }));
	});
}

/** A gateway. */
export class Door {
	#aeo;
	#folder;
	#child;
	#ended;

	/** `settings` are those besides where it listens. */
	constructor(aeo, folder, settings) {
		this.#aeo = aeo;
		this.#folder = folder;
		writeFileSync(join(folder, 'gateway.toml'), `listen = "127.0.0.1:0"\n${settings}`);
	}

	/** What it has told. */
	told = '';

	/** Starts it, and waits until it listens. */
	async start() {
		this.told = '';
		const args = ['gateway', 'run', 'gateway.toml'];
		const child = spawn(this.#aeo, args, { cwd: this.#folder, env: { LC_ALL: 'C' } });
		this.#child = child;
		child.stderr.on('data', (bytes) => (this.told += bytes));
		this.#ended = new Promise((resolve) => child.once('close', resolve));
		process.once('exit', () => child.kill('SIGKILL'));
		this.url = await waitFor('the gateway listens', START_LIMIT, async () => {
			if (child.exitCode !== null) {
				throw new Error(`The gateway ended: ${this.told}`);
			}
			return LISTENING.exec(this.told)?.[1];
		});
	}

	/** Ends it, with this signal. */
	async end(signal = 'SIGTERM') {
		this.#child?.kill(signal);
		return this.#ended;
	}

	/** Asks with a key: `{ status, headers, text, json }`. */
	async ask(key, path, options = {}) {
		const { headers = {}, ...others } = options;
		const response = await fetch(`${this.url}${path}`, {
			...others,
			headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
			signal: AbortSignal.timeout(LIMIT),
		});
		const bytes = Buffer.from(await response.arrayBuffer());
		const text = bytes.toString('utf8');
		const isJson = /json/.test(response.headers.get('content-type') ?? '');
		/** @type {any} */
		const json = isJson && text !== '' ? JSON.parse(text) : undefined;
		return { status: response.status, headers: response.headers, bytes, text, json };
	}

	/** Asks whether firms are recognised. */
	evaluate(key, questions, query = '') {
		return this.ask(key, `/v1/evaluations${query}`, {
			method: 'POST',
			body: JSON.stringify({ questions }),
		});
	}

	/**
	 * Reads the stream from now on, or behind the id of an event, until `isLast` holds for the entries: all of
	 * them, and the last id.
	 *
	 * @param {string} key
	 * @param {string | undefined} last
	 * @param {(entries: any[]) => boolean} isLast
	 */
	async listen(key, last, isLast) {
		const stop = new AbortController();
		const timer = setTimeout(() => stop.abort(), LIMIT);
		const response = await fetch(`${this.url}/v1/changes/stream`, {
			headers: { authorization: `Bearer ${key}`, 'last-event-id': last ?? '' },
			signal: stop.signal,
		});
		if (response.status !== 200 || response.body === null) {
			throw new Error(`The stream was refused: ${await response.text()}`);
		}
		const entries = [];
		const decoder = new TextDecoder();
		let text = '';
		let id = last;
		try {
			/** @type {AsyncIterable<any>} */
			const parts = /** @type {any} */ (response.body);
			for await (const part of parts) {
				text += decoder.decode(part, { stream: true });
				const events = text.split('\n\n');
				text = events.pop() ?? '';
				for (const event of events) {
					const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1];
					id = field('id') ?? id;
					const data = field('data');
					entries.push(...(data === undefined ? [] : JSON.parse(data).entries));
				}
				if (isLast(entries)) {
					return { entries, id };
				}
			}
		} finally {
			clearTimeout(timer);
			stop.abort();
		}
		throw new Error('The stream ended.');
	}
}
