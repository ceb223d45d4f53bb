// The proof of one record: with it and the root on the chain everybody sees that the issuer sealed this
// record in this list.

import { fromHex, isSame, written } from './bytes.mjs';
import { digestOver, leafOf, pathOf, rootBy, treeOf } from './hashes.mjs';
import { readRecord } from './records.mjs';
import { Refused } from './refused.mjs';

/** The proof of the record at a place of a page of a list, as JSON has it; see `layOut`. */
export function proofOf({ pages }, pagePlace, place) {
	const { page, entries, leaves } = pages[pagePlace];
	const digests = pages.map(({ digest }) => digest);
	return {
		record: Buffer.from(entries[place].record).toString(),
		salt: written(entries[place].salt),
		page,
		leaves: leaves.length,
		place,
		leavesRoot: written(treeOf(leaves)),
		leafPath: pathOf(leaves, place).map(written),
		pagePlace,
		pagePath: pathOf(digests, pagePlace).map(written),
	};
}

/** Checks a proof against what is on the chain, `{ genesis, issuer, root, pages }`: gives its record. */
export function verify(proof, { genesis, issuer, root, pages }) {
	const text = new TextEncoder().encode(proof.record);
	const leaf = leafOf(genesis, fromHex(proof.salt), text);
	const leavesRoot = rootBy(leaf, proof.place, proof.leaves, proof.leafPath.map(fromHex));
	if (leavesRoot === undefined || !isSame(leavesRoot, fromHex(proof.leavesRoot))) {
		throw new Refused('PageDiffers', 'The record is not on the page.');
	}
	const digest = digestOver(proof.page, proof.leaves, leavesRoot);
	const found = rootBy(digest, proof.pagePlace, pages, proof.pagePath.map(fromHex));
	if (found === undefined || !isSame(found, root)) {
		throw new Refused('RootDiffers', 'The page is not one of the list on the chain.');
	}
	const record = readRecord(text);
	if (record.issuer !== issuer) {
		throw new Refused('WrongPlace', `The record is one of ${record.issuer}.`);
	}
	return record;
}
