// Who gets webhooks: checks their signatures, and sometimes takes none.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/** How old a message may be, in seconds, as the standard advises. */
const TOLERANCE = 300;

/** A receiver of Standard Webhooks. */
export class Receiver {
	#server;
	#key;
	#draw;

	/** The messages that it took, each id once, in order: `{ id, type, data }`. */
	taken = [];

	/** What was wrong with messages. */
	wrong = [];

	/** How often it took none. */
	refused = 0;

	/** `draw` says when it takes none. */
	constructor(secret, draw) {
		this.#key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
		this.#draw = draw;
	}

	/** Listens, and gives its address. */
	listen() {
		this.#server = createServer((request, response) => {
			let body = '';
			request.on('data', (bytes) => (body += bytes));
			request.on('end', () => {
				response.statusCode = this.#take(request.headers, body);
				response.end();
			});
		});
		return new Promise((resolve) => {
			this.#server.listen(0, '127.0.0.1', () => {
				resolve(`http://127.0.0.1:${this.#server.address().port}/aeo`);
			});
		});
	}

	#take(headers, body) {
		if (this.#draw() < 0.2) {
			this.refused += 1;
			return 503;
		}
		const [id, moment, signature] = ['id', 'timestamp', 'signature'].map((name) => {
			return String(headers[`webhook-${name}`]);
		});
		const own = createHmac('sha256', this.#key).update(`${id}.${moment}.${body}`).digest();
		const [version, text] = signature.split(',');
		const given = Buffer.from(text ?? '', 'base64');
		const isRight = version === 'v1' && given.length === own.length && timingSafeEqual(given, own);
		if (!isRight || Math.abs(Date.now() / 1000 - Number(moment)) > TOLERANCE) {
			this.wrong.push({ headers, body });
			return 401;
		}
		if (!this.taken.some((message) => message.id === id)) {
			this.taken.push({ id, ...JSON.parse(body) });
		}
		return 204;
	}

	/** Listens no more. */
	end() {
		this.#server.closeAllConnections();
		this.#server.close();
	}
}
