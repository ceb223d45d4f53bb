// The databases of mirrors, as a risk engine reads them: one question, one moment.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What both databases are asked: `{ head, rows }` in one statement, so that both are of one moment. */
const READ = {
	sqlite: `SELECT json_object(
		'head', (SELECT json_object('finality', finality, 'cursor', cursor, 'block', block,
			'final_block', final_block, 'time', time) FROM aeo_head),
		'rows', (SELECT json_group_array(json_object('tin', tin, 'certificate', certificate, 'role', role,
			'direction', direction, 'benefits', benefits)) FROM aeo_status))`,
	postgres: `SELECT json_build_object(
		'head', (SELECT row_to_json(h) FROM aeo_head h),
		'rows', (SELECT coalesce(json_agg(s), '[]') FROM aeo_status s))`,
};

/** A file of SQLite; `program` reads it. */
export class SqliteFile {
	#file;
	#program;

	constructor(program, file) {
		this.#program = program;
		this.#file = file;
		this.target = `sqlite:${file}`;
		this.env = {};
	}

	async ask(query) {
		const { stdout } = await run(this.#program, [this.#file, query], { maxBuffer: 64 * 1024 * 1024 });
		return stdout;
	}

	/** What is in it: `{ head, rows }`; the head of an empty one is null. */
	async read() {
		const read = JSON.parse(await this.ask(READ.sqlite));
		// What is put together of parts is a text in SQLite.
		const part = (value) => (typeof value === 'string' ? JSON.parse(value) : value);
		return { head: part(read.head), rows: part(read.rows) };
	}
}

/** A database of a server of PostgreSQL. */
export class PostgresDatabase {
	#server;
	#name;

	constructor(server, name) {
		this.#server = server;
		this.#name = name;
		this.target = server.url(name);
		this.env = server.env;
	}

	/** Makes it. */
	static async make(server, name) {
		await server.query(`CREATE DATABASE ${name}`, 'postgres');
		return new PostgresDatabase(server, name);
	}

	ask(query) {
		return this.#server.query(query, this.#name);
	}

	/** What is in it: `{ head, rows }`. */
	async read() {
		return JSON.parse(await this.ask(READ.postgres));
	}
}
