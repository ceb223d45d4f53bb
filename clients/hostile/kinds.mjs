// What is no good input, kind by kind: each drawn from a seed, so that it comes out alike again. A kind sends one of
// them and gives what came back, in a word: tables count words.

import { connect as open } from 'node:net';

/** How long one input may wait for an answer, in milliseconds. */
const PATIENCE = 4_000;

/**
 * What a person or a program that is wrong may have put in place of anything.
 *
 * @type {any[]}
 */
const ODD = [
	null,
	true,
	-1,
	1e308,
	2 ** 53,
	'',
	'0x',
	'0x0',
	'0xzz',
	'\u0000',
	'\u202e',
	'MX',
	'MXNWM9709244W4',
	'2026-02-30',
	'９',
	[],
	{},
	[[[[]]]],
	{ since: -1 },
	{ cursor: 'AAAA' },
	{ __proto__: null, constructor: 1 },
];

/** Draws from a source of numbers from 0 to 1. */
export class Draw {
	#next;

	constructor(next) {
		this.#next = next;
	}

	/** A whole number below `limit`. */
	below(limit) {
		return Math.floor(this.#next() * limit);
	}

	/** One of these. */
	of(items) {
		return items[this.below(items.length)];
	}

	/** So many bytes. */
	bytes(count) {
		return Buffer.from(Array.from({ length: count }, () => this.below(256)));
	}

	/** Bytes that are nearly these: some are changed, left out, doubled, or cut off. */
	nearly(bytes) {
		const other = Buffer.from(bytes);
		const place = this.below(Math.max(1, other.length));
		switch (this.below(5)) {
			case 0:
				other[place] ^= 1 << this.below(8);
				return other;
			case 1:
				return other.subarray(0, place);
			case 2:
				return Buffer.concat([other.subarray(0, place), other.subarray(place + 1)]);
			case 3:
				return Buffer.concat([other.subarray(0, place), this.bytes(1 + this.below(64)), other.subarray(place)]);
			default:
				return Buffer.concat([other, other]);
		}
	}

	/** A value of JSON, not too deep. */
	json(depth = 0) {
		if (depth > 4 || this.below(3) > 0) {
			return this.of(ODD);
		}
		const parts = Array.from({ length: this.below(5) }, () => this.json(depth + 1));
		return this.below(2) === 0 ? parts : Object.fromEntries(parts.map((part, at) => [`${JSON.stringify(this.of(ODD))}${at}`, part]));
	}
}

/** Posts a body, and gives the code of the error that came back, or what came instead. */
async function post(url, body) {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body,
		signal: AbortSignal.timeout(PATIENCE),
	});
	const text = await response.text();
	if (!response.ok) {
		return `HTTP ${response.status}`;
	}
	/** @type {any} */
	let reply;
	try {
		reply = JSON.parse(text);
	} catch {
		return text === '' ? 'no answer' : 'an answer that is no JSON';
	}
	if (Array.isArray(reply)) {
		return 'a batch';
	}
	if (reply.error === undefined) {
		return 'a result';
	}
	const said = `${reply.error.message} ${reply.error.data ?? ''}`;
	return /wasm trap|unreachable|panicked/i.test(said)
		? `a trap instead of a sentence: ${said.split('\n')[0]}`
		: `error ${reply.error.code}`;
}

/** Writes bytes to a port, and gives how the connection ended. */
function write(port, pieces) {
	return new Promise((resolve) => {
		const socket = open({ host: '127.0.0.1', port });
		let came = 0;
		const done = (how) => {
			socket.destroy();
			resolve(came > 0 && how === 'closed' ? 'answered and closed' : how);
		};
		socket.setTimeout(300, () => done(came > 0 ? 'answered' : 'kept open'));
		socket.on('data', (data) => {
			came += data.length;
		});
		socket.on('error', () => done('closed'));
		socket.on('close', () => done('closed'));
		socket.on('connect', () => pieces.forEach((piece) => socket.write(piece)));
	});
}

/** A frame of a websocket, which may be wrong in each of its parts. */
function frame(draw, payload) {
	const first = draw.of([0x81, 0x82, 0x01, 0x80, 0x88, 0x89, 0x8a, 0x83, 0xf1, 0xff]);
	const isMasked = draw.below(8) > 0;
	const claimed = draw.below(6) === 0 ? draw.below(2 ** 31) : payload.length;
	const length = claimed < 126 ? Buffer.from([claimed]) : Buffer.alloc(9);
	if (claimed >= 126) {
		length[0] = 127;
		length.writeBigUInt64BE(BigInt(claimed), 1);
	}
	length[0] |= isMasked ? 0x80 : 0;
	const mask = isMasked ? draw.bytes(4) : Buffer.alloc(0);
	const body = isMasked ? payload.map((byte, at) => byte ^ mask[at % 4]) : payload;
	return Buffer.concat([Buffer.from([first]), length, mask, body]);
}

const UPGRADE =
	'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nupgrade: websocket\r\nconnection: upgrade\r\n' +
	'sec-websocket-version: 13\r\nsec-websocket-key: AQIDBAUGBwgJCgsMDQ4PEA==\r\n\r\n';

/** How the first bytes of a connection between nodes begin. */
const MULTISTREAM = Buffer.from('\x13/multistream/1.0.0\n\x07/noise\n');

/**
 * The kinds by name. Each takes a draw and what it aims at: `url`, `p2p` and `rpc` (ports), `methods` of the node, and
 * `signed`, transactions that were right.
 */
export const KINDS = {
	/** Transactions that are nearly right, or no transaction at all. */
	transactions: (draw, { url, signed }) => {
		const bytes = draw.below(4) === 0 ? draw.bytes(draw.below(400)) : draw.nearly(draw.of(signed));
		const params = [`0x${bytes.toString('hex')}`];
		const method = draw.of(['author_submitExtrinsic', 'author_submitExtrinsic', 'system_dryRun', 'payment_queryInfo']);
		return post(url, JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
	},
	/** Questions whose arguments nobody meant, and what is no question. */
	'JSON-RPC': (draw, { url, methods }) => {
		const method = draw.below(8) === 0 ? draw.json() : draw.of(methods);
		const params = Array.from({ length: draw.below(6) }, () => draw.json());
		const right = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: draw.json(), method, params }));
		return post(url, draw.below(3) === 0 ? draw.nearly(right) : right);
	},
	/** Cursors and filters of the feed. */
	'cursors of the feed': (draw, { url }) => {
		const cursor = draw.below(2) === 0 ? draw.bytes(draw.below(60)).toString(draw.of(['hex', 'base64', 'utf8'])) : draw.json();
		const filter = { [draw.of(['cursor', 'since', 'until', 'kinds', 'finality', 'limit', 'other'])]: cursor, limit: draw.json() };
		const params = [draw.of(['CR', 'MX', 'XX', cursor]), draw.below(5) === 0 ? cursor : filter];
		return post(url, JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'aeo_changes', params }));
	},
	/** Receipts that nobody can be given, and hand-offs that never were. */
	'receipts asked for': (draw, { url }) => {
		const method = draw.of(['aeo_receipt', 'aeo_handOffs', 'state_getReadProof']);
		const params = Array.from({ length: draw.below(5) }, () => draw.json());
		return post(url, JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
	},
	/** Frames of a websocket. */
	'websocket frames': (draw, { rpc }) => {
		const question = Buffer.from('{"jsonrpc":"2.0","id":1,"method":"system_health","params":[]}');
		const payload = draw.below(2) === 0 ? draw.nearly(question) : draw.bytes(draw.below(300));
		const head = draw.below(10) === 0 ? draw.nearly(Buffer.from(UPGRADE)) : UPGRADE;
		return write(rpc, [head, ...Array.from({ length: 1 + draw.below(3) }, () => frame(draw, payload))]);
	},
	/** Bytes on the port of other nodes. */
	'bytes between nodes': (draw, { p2p }) => {
		const begun = draw.below(2) === 0 ? draw.nearly(MULTISTREAM) : MULTISTREAM;
		return write(p2p, [begun, draw.bytes(draw.below(2_000))]);
	},
};
