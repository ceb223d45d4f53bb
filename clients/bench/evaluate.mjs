// Evaluation by JSON-RPC over WebSockets: one question in flight, and a fixed rate.

import { WebSocket } from 'ws';
import { setTimeout as sleep } from 'node:timers/promises';

/** Connections that share the fixed rate. */
const CONNECTIONS = 8;

/** Milliseconds between two volleys of questions. */
const INTERVAL = 5;

/** A connection on which questions are told apart by their number. */
class Connection {
	#socket;
	#waiting = new Map();
	#next = 1;

	constructor(socket) {
		this.#socket = socket;
		socket.on('message', (data) => {
			const { id, result, error } = JSON.parse(data);
			const { resolve, reject } = this.#waiting.get(id);
			this.#waiting.delete(id);
			if (error === undefined) {
				resolve(result);
			} else {
				reject(new Error(error.message));
			}
		});
	}

	static open(url) {
		return new Promise((resolve, reject) => {
			const socket = new WebSocket(url, { perMessageDeflate: false });
			socket.once('open', () => resolve(new Connection(socket)));
			socket.once('error', reject);
		});
	}

	ask(method, params) {
		const id = this.#next;
		this.#next += 1;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
		});
	}

	close() {
		this.#socket.close();
	}
}

/** Milliseconds of each of so many questions, one after another. */
export async function oneInFlight(url, count, questionOf) {
	const connection = await Connection.open(url);
	const times = [];
	for (let place = 0; place < count; place += 1) {
		const start = performance.now();
		ensureGranted(await connection.ask('aeo_evaluate', questionOf(place)));
		times.push(performance.now() - start);
	}
	connection.close();
	return times;
}

/**
 * Asks at a fixed rate for so many seconds, whether answers come or not. Gives the milliseconds of
 * each from the moment when it was due, and the rate at which answers came.
 */
export async function fixedRate(url, rate, seconds, questionOf) {
	const opened = Array.from({ length: CONNECTIONS }, () => Connection.open(url));
	const connections = await Promise.all(opened);
	const start = performance.now();
	const total = rate * seconds;
	const times = [];
	const answers = [];
	for (let asked = 0; asked < total; ) {
		const due = Math.min(total, Math.floor(((performance.now() - start) * rate) / 1_000));
		for (; asked < due; asked += 1) {
			const place = asked;
			const moment = start + (place * 1_000) / rate;
			const connection = connections[place % CONNECTIONS];
			answers.push(
				connection.ask('aeo_evaluate', questionOf(place)).then((reply) => {
					ensureGranted(reply);
					times.push(performance.now() - moment);
				}),
			);
		}
		await sleep(INTERVAL);
	}
	await Promise.all(answers);
	const elapsed = (performance.now() - start) / 1_000;
	connections.forEach((connection) => connection.close());
	return { times, reached: total / elapsed };
}

function ensureGranted({ answer }) {
	if (answer.outcome.Granted === undefined) {
		throw new Error(`Not granted: ${JSON.stringify(answer)}. The figure would be wrong.`);
	}
}
