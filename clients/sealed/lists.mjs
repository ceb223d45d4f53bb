// A list for one reader: its index, and a page for each fifty certificates that have records in it.

import { Reader, hex, isSame, joined, le } from './bytes.mjs';
import { indexInfo, open, pageInfo, seal } from './blobs.mjs';
import { digestOf, leafOf, nameOf, treeOf } from './hashes.mjs';
import { publicKeyOf } from './keys.mjs';
import { placeOf, readRecord } from './records.mjs';
import { Refused } from './refused.mjs';

/** How many certificates belong to a page. */
const PER_PAGE = 50;

/** A page is as long as a multiple of this, so that its length says little. */
const BLOCK = 4_096;

const MOST_INDEX = 2 * 1_048_576;
const MOST_PAGE = 4 * 1_048_576;

const SALT = 32;

/** The bytes of an index: the pages in ascending order, `{ page, digest }`. */
export function encodeIndex(pages) {
	return joined(le(pages.length), ...pages.flatMap(({ page, digest }) => [le(page), digest]));
}

/** Reads an index. */
export function decodeIndex(bytes) {
	ensureSize(bytes, MOST_INDEX);
	const reader = new Reader(bytes, 'IndexNotUnderstood');
	const count = reader.number();
	if (bytes.length !== 4 + count * 36) {
		throw new Refused('IndexNotUnderstood', `It has not the length of ${count} pages.`);
	}
	const pages = Array.from({ length: count }, () => {
		return { page: reader.number(), digest: reader.take(32) };
	});
	if (pages.some(({ page }, place) => place > 0 && page <= pages[place - 1].page)) {
		throw new Refused('IndexNotUnderstood', 'Its pages are not in order.');
	}
	return pages;
}

/** The bytes of a page: its entries, `{ salt, record }`, and zeros up to the next block. */
export function encodePage(entries) {
	const parts = entries.flatMap(({ salt, record }) => [salt, le(record.length), record]);
	const bytes = joined(le(entries.length), ...parts);
	return joined(bytes, new Uint8Array(paddingOf(bytes.length)));
}

/** Reads a page. */
export function decodePage(bytes) {
	ensureSize(bytes, MOST_PAGE);
	const reader = new Reader(bytes, 'PageNotUnderstood');
	const count = reader.number();
	const entries = [];
	for (let place = 0; place < count; place += 1) {
		const salt = reader.take(SALT);
		entries.push({ salt, record: reader.take(reader.number()) });
	}
	const padding = paddingOf(reader.at);
	const rest = reader.rest();
	if (rest.length !== padding || rest.some((byte) => byte !== 0)) {
		throw new Refused(
			'PageNotUnderstood',
			'After its records are not just the zeros that fill it.',
		);
	}
	return entries;
}

function paddingOf(length) {
	return (BLOCK - (length % BLOCK)) % BLOCK;
}

function ensureSize(bytes, most) {
	if (bytes.length > most) {
		throw new Refused('TooLarge', `It has ${bytes.length} bytes, and may have ${most}.`);
	}
}

/**
 * Works out a list: its pages with their entries, leaves and digests, and its root.
 *
 * @param {Uint8Array} genesis
 * @param {{ ordinal: number, record: Uint8Array, salt: Uint8Array }[]} items by ordinal and class
 */
export function layOut(genesis, items) {
	const pages = new Map();
	for (const item of items) {
		const page = Math.floor(item.ordinal / PER_PAGE);
		pages.set(page, [...(pages.get(page) ?? []), item]);
	}
	const laid = [...pages].map(([page, entries]) => {
		const leaves = entries.map(({ salt, record }) => leafOf(genesis, salt, record));
		return { page, entries, leaves, digest: digestOf(page, leaves) };
	});
	return { pages: laid, root: treeOf(laid.map(({ digest }) => digest)) };
}

/**
 * Seals a list to a reader's key: `{ files, root, pages }`, where `files` has blobs by their paths.
 *
 * @param {any} to `{ genesis, issuer, reader, sequence }`
 * @param {Uint8Array} publicKey
 * @param {{ ordinal: number, record: Uint8Array, salt: Uint8Array }[]} items by ordinal and class
 */
export async function sealList(to, publicKey, items) {
	const { pages, root } = layOut(to.genesis, items);
	const index = await seal(publicKey, indexInfo(to), encodeIndex(pages));
	const files = new Map([[`${to.reader}/${to.sequence}`, index]]);
	for (const { page, entries, digest } of pages) {
		const blob = await seal(publicKey, pageInfo(to, page, digest), encodePage(entries));
		files.set(`${to.reader}/${nameOf(to.reader, publicKey, digest)}`, blob);
	}
	return { files, root, pages: pages.length };
}

/**
 * Opens a list: its index must fit what is on the chain. A page that is not good hides only itself.
 *
 * @param {any} on `{ genesis, issuer, reader, sequence, root, pages }`, as the chain has them
 * @param {Uint8Array} secret
 * @param {(path: string) => Uint8Array | undefined} fileOf gives the file of a path
 */
export async function openList(on, secret, fileOf) {
	const index = decodeIndex(await openFile(`${on.reader}/${on.sequence}`, indexInfo(on)));
	const root = treeOf(index.map(({ digest }) => digest));
	if (!isSame(root, on.root) || index.length !== on.pages) {
		throw new Refused('RootDiffers', `The root of the index is ${hex(root)}.`);
	}
	const publicKey = publicKeyOf(secret);
	const good = [];
	const bad = [];
	for (const { page, digest } of index) {
		try {
			const path = `${on.reader}/${nameOf(on.reader, publicKey, digest)}`;
			const entries = decodePage(await openFile(path, pageInfo(on, page, digest)));
			good.push({ page, records: checkPage(on, page, digest, entries) });
		} catch (error) {
			if (!(error instanceof Refused)) {
				throw error;
			}
			bad.push({ page, code: error.code });
		}
	}
	return { good, bad };

	function openFile(path, info) {
		const blob = fileOf(path);
		if (blob === undefined) {
			throw new Refused('Unreachable', `There is no file ${path}.`);
		}
		return open(secret, info, blob);
	}
}

/** Reads the records of a page that has this digest, `{ salt, leaf, text, record }` each. */
function checkPage({ genesis, issuer }, page, digest, entries) {
	const leaves = entries.map(({ salt, record }) => leafOf(genesis, salt, record));
	if (entries.length === 0 || !isSame(digestOf(page, leaves), digest)) {
		throw new Refused('PageDiffers', `Page ${page} is not the one of the index.`);
	}
	const records = entries.map(({ salt, record }, place) => {
		const read = readRecord(record);
		return { salt, leaf: leaves[place], text: Buffer.from(record).toString(), record: read };
	});
	ensurePlaces(
		issuer,
		records.map(({ record }) => record),
	);
	return records;
}

/** That records are of this issuer, and each certificate's together, by class, each once. */
function ensurePlaces(issuer, records) {
	const foreign = records.find((record) => record.issuer !== issuer);
	if (foreign !== undefined) {
		throw new Refused('WrongPlace', `A record is one of ${foreign.issuer}.`);
	}
	const numbers = records.map((record) => record.number);
	const starts = numbers.filter((number, place) => number !== numbers[place - 1]);
	const isInOrder = records.every((record, place) => {
		const before = records[place - 1];
		return before?.number !== record.number || placeOf(before.class) <= placeOf(record.class);
	});
	if (!isInOrder || new Set(starts).size !== starts.length || starts.length > PER_PAGE) {
		throw new Refused('WrongPlace', 'The records are not in the order of their certificates.');
	}
	const keys = new Set(records.map((record) => `${record.number} ${record.class}`));
	if (keys.size !== records.length) {
		throw new Refused('RecordTwice', 'A certificate has two records of one class.');
	}
}
