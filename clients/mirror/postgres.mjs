// A server of PostgreSQL of one's own, in a folder, for as long as a program runs. None where it isn't installed.

import { execFile, spawn } from 'node:child_process';
import {
	chownSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { waitFor } from '../network/wait.mjs';

const run = promisify(execFile);

/** Where packages put the programs of a server, besides the folders of the path. */
const PACKAGED = '/usr/lib/postgresql';

/** How long a server may take to answer, in seconds. */
const START_LIMIT = 60;

/** The password of the only user. */
const PASSWORD = 'a:password\\for trials';

const USER = 'risk';

/** The folder with the programs of a server; nothing where there is none. */
function programs() {
	const versions = existsSync(PACKAGED) ? readdirSync(PACKAGED).sort().reverse() : [];
	const folders = [
		...(process.env.PATH ?? '').split(':'),
		...versions.map((version) => join(PACKAGED, version, 'bin')),
	];
	return folders.find((folder) => {
		return ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(folder, name)));
	});
}

/** Who runs the server, which refuses to run as root: the user `postgres` or `nobody` then. */
function runner() {
	if (process.getuid?.() !== 0) {
		return {};
	}
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'));
	const [, , uid, gid] =
		users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? [];
	return uid === undefined ? {} : { uid: Number(uid), gid: Number(gid) };
}

function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
			server.close(() => resolve(port));
		});
	});
}

/** A server that runs. */
export class Postgres {
	#child;
	#psql;
	#port;
	#home;

	/** How the environment says the password to clients. */
	env;

	/** Starts one, and keeps its password in a folder; gives nothing where it isn't installed. */
	static async start(folder) {
		const found = programs();
		if (found === undefined) {
			return undefined;
		}
		const server = new Postgres();
		await server.#start(found, folder);
		return server;
	}

	async #start(found, folder) {
		const who = runner();
		// Not below the folder of this program, which may be its user's alone.
		this.#home = mkdtempSync(join(tmpdir(), 'aeo-postgres-'));
		const data = join(this.#home, 'data');
		const password = join(this.#home, 'password');
		writeFileSync(password, `${PASSWORD}\n`, { mode: 0o600 });
		if (who.uid !== undefined) {
			for (const path of [this.#home, password]) {
				chownSync(path, who.uid, who.gid);
			}
		}
		const options = { ...who, cwd: this.#home, env: { ...process.env, LC_ALL: 'C' } };
		const making = ['-D', data, '-U', USER, '--auth=scram-sha-256', '--pwfile', password, '--no-sync'];
		await run(join(found, 'initdb'), [...making, '-E', 'UTF8'], options);
		this.#port = await freePort();
		const settings = ['-D', data, '-p', String(this.#port), '-h', '127.0.0.1', '-k', ''];
		this.#child = spawn(join(found, 'postgres'), settings, { ...options, stdio: 'ignore' });
		process.once('exit', () => this.#child.kill('SIGKILL'));
		const own = join(folder, 'pgpass');
		const escaped = PASSWORD.replaceAll('\\', '\\\\').replaceAll(':', '\\:');
		writeFileSync(own, `127.0.0.1:${this.#port}:*:${USER}:${escaped}\n`, { mode: 0o600 });
		this.env = { PGPASSFILE: own };
		this.#psql = join(found, 'psql');
		await waitFor('PostgreSQL answers', START_LIMIT, () => {
			return this.query('SELECT 1', 'postgres').catch(() => undefined);
		});
	}

	/** The address of a database. */
	url(database) {
		return `postgres://${USER}@127.0.0.1:${this.#port}/${database}`;
	}

	/** What a database answers to a query, as text. */
	async query(query, database) {
		const command = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', this.url(database), '-c', query];
		const { stdout } = await run(this.#psql, command, {
			env: { ...process.env, ...this.env },
			maxBuffer: 64 * 1024 * 1024,
		});
		return stdout.trim();
	}

	/** Ends it. */
	async end() {
		const ended = new Promise((resolve) => this.#child.once('close', resolve));
		this.#child.kill('SIGINT');
		await ended;
		rmSync(this.#home, { recursive: true, force: true });
	}
}
