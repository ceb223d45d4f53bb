// What stands for records, pages, lists and files: blake2-256 with a tag for each.

import { blake2b } from '@noble/hashes/blake2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hex, joined, le } from './bytes.mjs';

const ZEROS = new Uint8Array(32);

function blake2(...parts) {
	return blake2b(joined(...parts), { dkLen: 32 });
}

/** The leaf of a record. */
export function leafOf(genesis, salt, record) {
	return blake2('aeo-chain/sealed-leaf/1', genesis, salt, record);
}

/** The row above this one: two hashes are joined and hashed, one that is left over moves up as it is. */
function above(row) {
	return Array.from({ length: Math.ceil(row.length / 2) }, (_, place) => {
		const [left, right] = row.slice(2 * place, 2 * place + 2);
		return right === undefined ? left : blake2(left, right);
	});
}

/** The root of a tree; zeros where there is no leaf. */
export function treeOf(leaves) {
	let row = leaves;
	while (row.length > 1) {
		row = above(row);
	}
	return row[0] ?? ZEROS;
}

/** The hashes beside the way from a leaf to the root, from below. */
export function pathOf(leaves, leafPlace) {
	const path = [];
	let row = leaves;
	for (let place = leafPlace; row.length > 1; place >>= 1, row = above(row)) {
		const beside = row[place ^ 1];
		if (beside !== undefined) {
			path.push(beside);
		}
	}
	return path;
}

/** The root to which a path leads from a leaf, of so many; undefined where the path has not its length. */
export function rootBy(leaf, leafPlace, count, path) {
	const left = [...path];
	let hash = leaf;
	let place = leafPlace;
	for (let length = count; length > 1; length = Math.ceil(length / 2), place >>= 1) {
		if ((place ^ 1) < length) {
			const beside = left.shift();
			if (beside === undefined) {
				return undefined;
			}
			hash = place % 2 === 0 ? blake2(hash, beside) : blake2(beside, hash);
		}
	}
	return left.length === 0 && leafPlace < count ? hash : undefined;
}

/** The digest of a page: its number, and its leaves in their order. */
export function digestOf(page, leaves) {
	return digestOver(page, leaves.length, treeOf(leaves));
}

/** The digest of a page: its number, the number of its leaves, and their root. */
export function digestOver(page, count, root) {
	return blake2('aeo-chain/sealed-page/1', le(page), le(count), root);
}

/** The name of a page's file, for the reader of a key. */
export function nameOf(reader, publicKey, digest) {
	return hex(blake2('aeo-chain/sealed-name/1', reader, publicKey, digest));
}

/** The name of a holder's file, from what the issuer's key and the holder's share: only those two can work it out. */
export function holderNameOf(genesis, issuer, trader, shared) {
	const info = joined('aeo-chain/sealed/1/name', issuer, trader);
	return hex(hkdf(sha256, shared, genesis, info, 16));
}
