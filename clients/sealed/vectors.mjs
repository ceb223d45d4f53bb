// Vectors: lists, holders' files and wrong records, with everything that they are made of, so that another
// program can open them and work out the same. What is sealed differs each time: it is opened, never
// compared. clients/sealing has the form.

import { blake2b } from '@noble/hashes/blake2.js';
import { fromHex, joined, le, written } from './bytes.mjs';
import { holderInfo, indexInfo, open, pageInfo, seal } from './blobs.mjs';
import { holderNameOf, nameOf } from './hashes.mjs';
import { openHolder, sealHolder } from './holders.mjs';
import { publicKeyOf, sharedWith } from './keys.mjs';
import { encodeIndex, encodePage, layOut, openList } from './lists.mjs';
import { proofOf, verify } from './proofs.mjs';
import { readRecord } from './records.mjs';
import { Refused } from './refused.mjs';

/** Secrets and salts of own vectors are hashes, so that they are the same each time. */
function invented(...parts) {
	return blake2b(joined('aeo-chain sealing vector', ...parts), { dkLen: 32 });
}

function bytesOf(text) {
	return new TextEncoder().encode(text);
}

/**
 * Makes the vector of a list of records, texts by ordinal and class.
 *
 * @param {{ ordinal: number, record: string }[]} records
 */
export async function makeList(issuer, reader, sequence, records) {
	const to = { genesis: invented('genesis'), issuer, reader, sequence };
	const secret = invented('secret', reader);
	const publicKey = publicKeyOf(secret);
	const items = records.map(({ ordinal, record }, place) => {
		return { ordinal, record: bytesOf(record), salt: invented('salt', le(place)) };
	});
	const laid = layOut(to.genesis, items);
	const index = encodeIndex(laid.pages);
	const info = indexInfo(to);
	const pageFiles = laid.pages.map(async ({ page, entries, digest }) => ({
		page,
		digest: written(digest),
		name: nameOf(reader, publicKey, digest),
		info: written(pageInfo(to, page, digest)),
		file: written(await seal(publicKey, pageInfo(to, page, digest), encodePage(entries))),
	}));
	const last = laid.pages.length - 1;
	return {
		genesis: written(to.genesis),
		issuer,
		reader,
		readerSecret: written(secret),
		readerPublic: written(publicKey),
		sequence,
		root: written(laid.root),
		pages: laid.pages.length,
		records: laid.pages.flatMap(({ page, entries, leaves }) => {
			return entries.map(({ ordinal, record, salt }, place) => ({
				ordinal,
				page,
				record: Buffer.from(record).toString(),
				salt: written(salt),
				leaf: written(leaves[place]),
			}));
		}),
		index: {
			plain: written(index),
			info: written(info),
			file: written(await seal(publicKey, info, index)),
		},
		pageFiles: await Promise.all(pageFiles),
		proof: last < 0 ? null : proofOf(laid, last, laid.pages[last].entries.length - 1),
	};
}

/** Makes the vector of a holder's file with these records of one certificate, which are texts. */
export async function makeHolder(issuer, records) {
	const to = { genesis: invented('genesis'), issuer, trader: invented('trader') };
	const [issuerSecret, holderSecret] = [invented('secret', issuer), invented('holder')];
	const [issuerPublic, holderPublic] = [issuerSecret, holderSecret].map(publicKeyOf);
	const items = records.map((record, place) => {
		return { ordinal: 0, record: bytesOf(record), salt: invented('salt', le(place)) };
	});
	const laid = layOut(to.genesis, items);
	const proofs = items.map((_, place) => proofOf(laid, 0, place));
	const list = { block: 90, sequence: 1 };
	const file = await sealHolder(to, holderPublic, list, proofs);
	return {
		genesis: written(to.genesis),
		issuer,
		trader: written(to.trader),
		issuerSecret: written(issuerSecret),
		issuerPublic: written(issuerPublic),
		holderSecret: written(holderSecret),
		holderPublic: written(holderPublic),
		name: holderNameOf(to.genesis, issuer, to.trader, sharedWith(issuerSecret, holderPublic)),
		info: written(holderInfo(to)),
		root: written(laid.root),
		pages: laid.pages.length,
		plain: (await openHolder(to, holderSecret, file)).plain,
		file: written(file),
	};
}

/**
 * Changes to a good record of a class, after which it is none: what stands there, by what it is replaced,
 * and with which error it is then refused.
 */
const WRONG = [
	['identity', /^/, '\ufeff', 'NotCanonical'],
	['identity', /$/, '\n', 'NotCanonical'],
	['identity', /}$/, '', 'NotCanonical'],
	['identity', /^.*$/, '', 'NotCanonical'],
	['identity', '"schema":1', '"schema":1,"schema":1', 'NotCanonical'],
	['identity', '"schema":1,"version":1', '"version":1,"schema":1', 'NotCanonical'],
	['identity', '"Name":"', '"Name":"\\ud800', 'NotCanonical'],
	['identity', '"schema":1', '"schema":0', 'UnknownSchema'],
	['identity', '"version":1', '"version":-1', 'SchemaViolation'],
	['identity', '"version":1', '"version":"1"', 'SchemaViolation'],
	['identity', /$/, '{}', 'NotCanonical'],
	['identity', '"class":"identity"', '"class":"owner"', 'SchemaViolation'],
	['identity', '"class":"identity"', '"class":"contact"', 'SchemaViolation'],
	['identity', /"number":"[^"]*"/, '"number":"-"', 'SchemaViolation'],
	['identity', '"Name":"', '"Name":"\u0085', 'SchemaViolation'],
	['identity', '"Name":"', `"Name":"${'Ñ'.repeat(256)}`, 'SchemaViolation'],
	['identity', '"Name":"', '"Name":"\u212b', 'SchemaViolation'],
	['identity', '"ID":', '"ID":"MX1","Id":', 'SchemaViolation'],
	['sites', '"ID":"MXZLO"', '"ID":"MXZL1"', 'SchemaViolation'],
	['sites', /"Validated":"[^"]*"/, '"Validated":"1970-12-31"', 'SchemaViolation'],
	['sites', /"Validated":"[^"]*"/, '"Validated":"2024-6-17"', 'SchemaViolation'],
	['contact', '"TypeCode":"TE"', '"TypeCode":"te"', 'SchemaViolation'],
	['contact', /"Communication":\[[^\]]*\]/, '"Communication":[]', 'SchemaViolation'],
];

/** Makes the vector of records that are refused, of the good records of a certificate, by class. */
export function makeRefused(records) {
	const byClass = new Map(records.map((record) => [JSON.parse(record).class, record]));
	return WRONG.map(([name, from, to, error]) => {
		return { error, record: byClass.get(name).replace(from, to) };
	});
}

/**
 * What of a vector is not as it is worked out here: `[what, stands there, worked out]` each. What doesn't
 * open though it should is thrown.
 */
export async function differencesOf(vector) {
	const parts = Array.isArray(vector)
		? vector.map(({ error, record }) => [`refusal of ${record}`, error, refusalOf(record)])
		: await ('trader' in vector ? holderParts(vector) : listParts(vector));
	return parts.filter(([, stands, found]) => JSON.stringify(stands) !== JSON.stringify(found));
}

/** With which error a record is refused, if it is. */
function refusalOf(record) {
	try {
		readRecord(bytesOf(record));
		return undefined;
	} catch (error) {
		if (error instanceof Refused) {
			return error.code;
		}
		throw error;
	}
}

/** What the vector of a list says, and what is worked out of its records, and of its files. */
async function listParts(vector) {
	const { issuer, reader, sequence } = vector;
	const genesis = fromHex(vector.genesis);
	const secret = fromHex(vector.readerSecret);
	const publicKey = publicKeyOf(secret);
	const items = vector.records.map(({ ordinal, record, salt }) => {
		return { ordinal, record: bytesOf(record), salt: fromHex(salt) };
	});
	const laid = layOut(genesis, items);
	const to = { genesis, issuer, reader, sequence };
	const names = laid.pages.map(({ digest }) => nameOf(reader, publicKey, digest));
	const on = { ...to, root: fromHex(vector.root), pages: vector.pages };
	const { good, bad } = await openList(on, secret, (path) => fileAt(vector, path));
	const proved = vector.proof && verify(vector.proof, on);
	const last = vector.records.at(-1);
	return [
		['readerPublic', vector.readerPublic, written(publicKey)],
		['root', vector.root, written(laid.root)],
		['pages', vector.pages, laid.pages.length],
		['index.plain', vector.index.plain, written(encodeIndex(laid.pages))],
		['index.info', vector.index.info, written(indexInfo(to))],
		[
			'index.file',
			vector.index.plain,
			written(await open(secret, indexInfo(to), fromHex(vector.index.file))),
		],
		[
			'pageFiles',
			vector.pageFiles.map(({ page, digest, name, info }) => [page, digest, name, info]),
			laid.pages.map(({ page, digest }, place) => {
				return [page, written(digest), names[place], written(pageInfo(to, page, digest))];
			}),
		],
		['pages that are not good', [], bad],
		[
			'leaves',
			vector.records.map(({ page, leaf }) => [page, leaf]),
			laid.pages.flatMap(({ page, leaves }) => leaves.map((leaf) => [page, written(leaf)])),
		],
		[
			'records of the files',
			vector.records.map(({ page, record, salt, leaf }) => [page, record, salt, leaf]),
			good.flatMap(({ page, records }) => {
				return records.map(({ text, salt, leaf }) => [
					page,
					text,
					written(salt),
					written(leaf),
				]);
			}),
		],
		['proof', proved, last === undefined ? null : JSON.parse(last.record)],
		['path of the proof', vector.proof, vector.proof && proofAgain(laid, vector.proof)],
	];
}

/** The proof that is worked out here, its members in the order of the other. */
function proofAgain(laid, proof) {
	const again = proofOf(laid, proof.pagePlace, proof.place);
	return Object.fromEntries(Object.keys(proof).map((name) => [name, again[name]]));
}

function fileAt({ reader, sequence, index, pageFiles }, path) {
	const found =
		path === `${reader}/${sequence}`
			? index
			: pageFiles.find(({ name }) => path === `${reader}/${name}`);
	return found && fromHex(found.file);
}

/** What the vector of a holder's file says, and what is worked out: its name by both who can. */
async function holderParts(vector) {
	const { issuer } = vector;
	const [genesis, trader] = [fromHex(vector.genesis), fromHex(vector.trader)];
	const secrets = [fromHex(vector.issuerSecret), fromHex(vector.holderSecret)];
	const [issuerPublic, holderPublic] = secrets.map(publicKeyOf);
	const nameBy = (secret, other) => holderNameOf(genesis, issuer, trader, sharedWith(secret, other));
	const to = { genesis, issuer, trader };
	const file = await openHolder(to, secrets[1], fromHex(vector.file));
	const on = { genesis, issuer, root: fromHex(vector.root), pages: vector.pages };
	return [
		['issuerPublic', vector.issuerPublic, written(issuerPublic)],
		['holderPublic', vector.holderPublic, written(holderPublic)],
		['name, by the issuer', vector.name, nameBy(secrets[0], holderPublic)],
		['name, by the holder', vector.name, nameBy(secrets[1], issuerPublic)],
		['info', vector.info, written(holderInfo(to))],
		['plain', vector.plain, file.plain],
		[
			'records',
			JSON.parse(vector.plain).records,
			file.records.map(({ proof }) => proof),
		],
		[
			'proofs of the records',
			file.records.map(({ record }) => record),
			file.records.map(({ proof }) => verify(proof, on)),
		],
	];
}
