// An independent reading of receipts, from docs/developer/receipts.md alone: CBOR, SCALE and the rule of GRANDPA
// in JavaScript, with the ed25519 of Node. It shares no line with what the program `aeo` verifies by.

import { createPublicKey, verify } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';

/** A public key of ed25519 as DER, in front of its 32 bytes. */
const DER = Buffer.from('302a300506032b6570032100', 'hex');

/** The kinds of what a header says besides, with the number of bytes of their engine's name. */
const ITEMS = { 0: 0, 4: 4, 5: 4, 6: 4 };

/** The kind of an item that is nothing but its kind: the runtime changed. */
const RUNTIME_UPDATED = 8;

/** The kind of an item of the runtime for an engine of consensus, and the engine of finality. */
const CONSENSUS = 4;
const GRANDPA = 'FRNK';

/** The message that other validators follow. */
const SCHEDULED = 1;

export function blake2_256(bytes) {
	return Buffer.from(blake2b(bytes, { dkLen: 32 }));
}

/** Reads bytes one after the other. */
class Reader {
	constructor(bytes) {
		this.bytes = Buffer.from(bytes);
		this.place = 0;
	}

	take(length) {
		const end = this.place + length;
		if (end > this.bytes.length) {
			throw new Error('It ends too early.');
		}
		const taken = this.bytes.subarray(this.place, end);
		this.place = end;
		return taken;
	}

	byte() {
		return this.take(1)[0];
	}

	u32() {
		return this.take(4).readUInt32LE();
	}

	u64() {
		return this.take(8).readBigUInt64LE();
	}

	/** A compact number of SCALE, below 2^30. */
	compact() {
		const first = this.byte();
		switch (first & 3) {
			case 0:
				return first >> 2;
			case 1:
				return (first | (this.byte() << 8)) >> 2;
			case 2:
				this.place -= 1;
				return this.u32() >>> 2;
			default:
				throw new Error('A number is too large.');
		}
	}

	list(one) {
		return Array.from({ length: this.compact() }, () => one());
	}

	end() {
		if (this.place !== this.bytes.length) {
			throw new Error('Something is left over.');
		}
	}
}

/** Reads CBOR as receipts have it: numbers, bytes, texts, lists and maps, all of a definite length. */
function readCbor(reader) {
	const first = reader.byte();
	const [kind, short] = [first >> 5, first & 31];
	const length = lengthOf(reader, short);
	switch (kind) {
		case 0:
			return length;
		case 2:
			return reader.take(length);
		case 3:
			return reader.take(length).toString('utf8');
		case 4:
			return Array.from({ length }, () => readCbor(reader));
		case 5:
			return Object.fromEntries(
				Array.from({ length }, () => [readCbor(reader), readCbor(reader)]),
			);
		default:
			throw new Error(`Kind ${kind} is not in receipts.`);
	}
}

function lengthOf(reader, short) {
	if (short < 24) {
		return short;
	}
	const width = { 24: 1, 25: 2, 26: 4 }[short];
	if (width === undefined) {
		throw new Error('A length is too large.');
	}
	return reader.take(width).readUIntBE(0, width);
}

/** Reads the file of a receipt. */
export function readReceipt(file) {
	const reader = new Reader(file);
	const [form, content, check] = readCbor(reader);
	reader.end();
	if (form !== 'aeo-receipt/1' || !blake2_256(content).equals(check)) {
		throw new Error('It is no receipt, or damaged.');
	}
	const inner = new Reader(content);
	const receipt = readCbor(inner);
	inner.end();
	return receipt;
}

/** Reads a header where one begins: its hash, and what it names. */
function headerIn(reader) {
	const start = reader.place;
	const parent = reader.take(32);
	const number = reader.compact();
	const state = reader.take(32);
	reader.take(32);
	const digest = reader.list(() => {
		const kind = reader.byte();
		if (kind === RUNTIME_UPDATED) {
			return { kind };
		}
		const engine = reader.take(ITEMS[kind]).toString('latin1');
		return { kind, engine, message: reader.take(reader.compact()) };
	});
	const hash = blake2_256(reader.bytes.subarray(start, reader.place)).toString('hex');
	return { hash, parent: parent.toString('hex'), number, state, digest };
}

export function readHeader(bytes) {
	const reader = new Reader(bytes);
	const header = headerIn(reader);
	reader.end();
	return header;
}

/** The validators that a header names: `[[key, weight], …]`, or nothing. */
export function namedValidators({ digest }) {
	for (const { kind, engine, message } of digest) {
		if (kind === CONSENSUS && engine === GRANDPA && message[0] === SCHEDULED) {
			const reader = new Reader(message.subarray(1));
			const validators = reader.list(() => [reader.take(32).toString('hex'), reader.u64()]);
			const delay = reader.u32();
			reader.end();
			return delay === 0 ? validators : undefined;
		}
	}
	return undefined;
}

function readJustification(bytes) {
	const reader = new Reader(bytes);
	const round = reader.u64();
	const target = { hash: reader.take(32).toString('hex'), number: reader.u32() };
	const votes = reader.list(() => ({
		hash: reader.take(32).toString('hex'),
		number: reader.u32(),
		signature: reader.take(64),
		voter: reader.take(32).toString('hex'),
	}));
	const headers = reader.list(() => headerIn(reader));
	reader.end();
	return { round, target, votes, headers };
}

function isSigned({ hash, number, signature, voter }, round, set) {
	const message = Buffer.alloc(1 + 32 + 4 + 8 + 8);
	message[0] = 1;
	Buffer.from(hash, 'hex').copy(message, 1);
	message.writeUInt32LE(number, 33);
	message.writeBigUInt64LE(round, 37);
	message.writeBigUInt64LE(BigInt(set), 45);
	const der = Buffer.concat([DER, Buffer.from(voter, 'hex')]);
	const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
	return verify(null, message, key, signature);
}

/**
 * Fails unless the votes of a set make a block final: each is signed; and those that voted for it, or for blocks
 * after it, weigh more than two thirds of all. Who voted for two different blocks counts once, for either.
 */
export function ensureFinal(bytes, block, set, validators) {
	const { round, target, votes, headers } = readJustification(bytes);
	if (target.hash !== block.hash || target.number !== block.number) {
		throw new Error('The votes are about another block.');
	}
	const parents = new Map(headers.map(({ hash, parent }) => [hash, parent]));
	const leadsTo = (from) => {
		let here = from;
		while (here !== undefined && here !== target.hash) {
			here = parents.get(here);
		}
		return here !== undefined;
	};
	const weights = new Map(validators);
	const voted = new Map();
	for (const vote of votes) {
		if (!isSigned(vote, round, set)) {
			throw new Error('A signature is wrong.');
		}
		const blocks = voted.get(vote.voter) ?? new Set();
		voted.set(vote.voter, blocks.add(vote.hash));
	}
	let weight = 0n;
	for (const [voter, blocks] of voted) {
		if (blocks.size > 1 || leadsTo([...blocks][0])) {
			weight += weights.get(voter) ?? 0n;
		}
	}
	const total = [...weights.values()].reduce((sum, one) => sum + one, 0n);
	if (weight * 3n <= total * 2n) {
		throw new Error(`The votes weigh ${weight} of ${total}.`);
	}
	return { votes: votes.length, weight, total };
}

/**
 * Follows a receipt from the validators of set 0, `[[key, weight], …]`, to the block that it is of. Gives that, and
 * how many votes were counted on the way.
 */
export function follow(receipt, validators) {
	const first = receipt.set - receipt.hand_offs.length;
	let [office, counted] = [validators, 0];
	receipt.hand_offs.forEach(({ header, justification }, place) => {
		const block = readHeader(header);
		counted += ensureFinal(justification, block, first + place, office).votes;
		office = namedValidators(block);
		if (office === undefined) {
			throw new Error(`Block ${block.number} names no validators.`);
		}
	});
	const headers = receipt.headers.map(readHeader);
	headers.slice(1).forEach((header, place) => {
		if (header.parent !== headers[place].hash) {
			throw new Error('The headers do not follow each other.');
		}
	});
	const last = headers.at(-1);
	counted += ensureFinal(receipt.justification, last, receipt.set, office).votes;
	return { block: headers[0], counted };
}
