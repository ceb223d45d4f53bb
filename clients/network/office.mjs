// An office at work by the command line `aeo`: its folder, its key, and what it runs.

import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { blake2AsHex } from '@polkadot/util-crypto';
import { waitFor } from './wait.mjs';

/** The password of all key files of this program. */
export const PASSWORD = 'a password for trials';

/** How long a list may take to be made, in seconds. */
const MADE_LIMIT = 60;

/** The exit code of what waits for a second officer. */
const WAITS = 10;

/** The exit codes where no node answers, or it is behind its chain. */
const BUSY = [6, 8];

/** How long a list may take to be loaded or confirmed, in seconds. */
const LIST_LIMIT = 300;

/** What `aeo sealed serve` says when it listens. */
const LISTENING = /https?:\/\/[\d.:]+/;

/** An office. */
export class Office {
	#aeo;
	#url;
	#territory;
	#folder;
	#server;

	/** `aeo` is the path of the program, `folder` is its own, and `node` the one that it asks. */
	constructor(aeo, folder, territory, node) {
		this.#aeo = aeo;
		this.#url = node.url.replace('ws:', 'http:');
		this.#territory = territory;
		this.#folder = folder;
		mkdirSync(join(folder, 'lists'), { recursive: true });
		writeFileSync(join(folder, 'password'), PASSWORD, { mode: 0o600 });
		this.key = join(folder, 'key.age');
		this.lists = join(folder, 'lists');
	}

	/** Runs a command to its end: `{ code, stdout, stderr }`. */
	run(command, options = [], input = '') {
		return this.words([...command, ...options, '--json'], input);
	}

	/** The same as a person sees it, without `--json`. */
	words(args, input = '') {
		const child = this.#start(args);
		const output = { stdout: '', stderr: '' };
		child.stdout.on('data', (bytes) => (output.stdout += bytes));
		child.stderr.on('data', (bytes) => (output.stderr += bytes));
		child.stdin.end(input);
		return new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', (code) => resolve({ code, ...output }));
		});
	}

	/** Runs a command that must go well, against the node, and gives its lines of JSON. */
	async well(command, options = [], input = '') {
		const isLocal = command[0] === 'keys' || command[1] === 'uses';
		const asked = [...options, ...(isLocal ? [] : ['--node', this.#url])];
		const { code, stdout, stderr } = await this.run(command, asked, input);
		if (code !== 0) {
			throw new Error(`aeo ${command.join(' ')} ended with ${code}: ${stderr}`);
		}
		return stdout
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => JSON.parse(line));
	}

	/**
	 * Does an act, signed by an account, and gives what it says once it is in a block. It may wait for a second
	 * officer.
	 */
	async act(command, account) {
		const signed = ['--as', account, '--yes', '--best', '--node', this.#url];
		const { code, stdout, stderr } = await this.run(command, signed);
		if (code !== 0 && code !== WAITS) {
			throw new Error(`aeo ${command.join(' ')} ended with ${code}: ${stderr}`);
		}
		return JSON.parse(stdout.trim().split('\n').at(-1));
	}

	/**
	 * Loads a list, or confirms it, signed by an account, until that is final. Each officer has a copy of her own, beside
	 * which a report may stand. Where the node is behind, or too busy to answer, it is typed once more, and goes on where
	 * it was.
	 */
	async list(command, file, account) {
		const copy = join(this.#folder, `${command}-${basename(file)}`);
		copyFileSync(file, copy);
		const signed = ['--as', account, '--node', this.#url];
		await waitFor(`aeo list ${command} has ended`, LIST_LIMIT, async () => {
			const { code, stdout, stderr } = await this.run(['list', command, copy], signed);
			if (![0, WAITS, ...BUSY].includes(code)) {
				throw new Error(`aeo list ${command} ended with ${code}: ${stderr}${stdout}`);
			}
			return !BUSY.includes(code) || undefined;
		});
	}

	/** Asks something as a person does, in a language. */
	ask(command, lang) {
		return this.words([...command, '--lang', lang, '--node', this.#url]);
	}

	/** Makes a new key in a file of its own, from which on it works with: the public one. */
	async newKey(name) {
		const file = join(this.#folder, name);
		const [{ publicKey }] = await this.well(['keys', 'new', file]);
		this.key = file;
		return publicKey;
	}

	/** Puts the development secret of its administration into a key file. */
	async importKey() {
		const secret = blake2AsHex(`aeo-chain development encryption key ${this.#territory}`);
		await this.well(['keys', 'import', this.key], [], secret.slice(2));
	}

	/** Seals and publishes what a registry has, signed by an officer; the lines about the new lists. */
	sync(registry, more = [], officer = 1) {
		const [command, options] = this.#syncOf(registry, officer);
		return this.well(command, [...options, ...more]);
	}

	/** The lists that it has given, and those that it was given. */
	status() {
		return this.well(['sealed', 'status', this.#territory]);
	}

	/** The same, killed once its own list is made and before it can know what became of the call. */
	async killedSync(registry) {
		const [command, options] = this.#syncOf(registry, 1);
		const made = join(this.#folder, 'own', `${this.#territory}.pending`);
		const before = readFileSync(made, 'utf8');
		const child = this.#start([...command, ...options, '--node', this.#url]);
		const ended = new Promise((resolve) => child.once('close', resolve));
		await waitFor('the own list is made', MADE_LIMIT, async () => {
			return readFileSync(made, 'utf8') !== before || undefined;
		});
		child.kill('SIGKILL');
		await ended;
	}

	#syncOf(registry, officer) {
		return [
			['sealed', 'sync', registry, '--issuer', this.#territory, '--key', this.key],
			[
				...['--home', join(this.#folder, 'own'), '--files', this.lists],
				...['--as', `//${this.#territory}//officer//${officer}`],
			],
		];
	}

	/** Fetches its list from an issuer that serves it at an address. */
	fetch(issuer, address) {
		const reading = ['--reader', this.#territory, '--key', this.key];
		return this.well(
			['sealed', 'fetch', this.lists, '--issuer', issuer],
			[...reading, '--from', address],
		);
	}

	/** Opens what an issuer, which serves it at an address, has laid ready for the holder of the key. */
	own(issuer, address) {
		return this.well(['sealed', 'own', issuer], ['--key', this.key, '--from', address]);
	}

	/** Searches the lists that were fetched. */
	search(text) {
		const reading = ['--reader', this.#territory, '--key', this.key];
		return this.well(['sealed', 'search', this.lists, text], reading);
	}

	/** Serves its lists until the end; `address` says where. */
	serve() {
		return this.#listen(['sealed', 'serve', this.lists]);
	}

	/** Serves its status lists until the end, signed with the key of a file. */
	serveStatus(key) {
		const of = ['--of', this.#territory, '--key', key, '--node', this.#url];
		return this.#listen(['statuslist', 'serve', ...of]);
	}

	#listen(command) {
		this.#server = this.#start([...command, '--listen', '127.0.0.1:0']);
		return new Promise((resolve, reject) => {
			this.#server.once('error', reject);
			let told = '';
			const listen = (bytes) => {
				told += bytes;
				const [address] = LISTENING.exec(told) ?? [];
				if (address !== undefined) {
					this.address = address;
					resolve(address);
				}
			};
			this.#server.stdout.on('data', listen);
			this.#server.stderr.on('data', listen);
			this.#server.once('close', (code) => reject(new Error(`serve ended with ${code}: ${told}`)));
		});
	}

	/** Ends what it serves. */
	end() {
		this.#server?.kill();
	}

	#start(args) {
		const password = join(this.#folder, 'password');
		const env = {
			...process.env,
			LC_ALL: 'C',
			AEO_KEYS: join(this.#folder, 'keys'),
			XDG_STATE_HOME: join(this.#folder, 'state'),
			AEO_PASSWORD_FILE: password,
			AEO_ACCOUNT_PASSWORD_FILE: password,
		};
		return spawn(this.#aeo, args, { env });
	}
}
