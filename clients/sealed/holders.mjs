// The file of a holder: its own records, sealed to its own key, each proved in the issuer's list for
// itself: who sealed a file, the file does not say.

import canonicalize from 'canonicalize';
import { textOf } from './bytes.mjs';
import { holderInfo, open, seal } from './blobs.mjs';
import { readRecord } from './records.mjs';
import { Refused } from './refused.mjs';

const MOST = 262_144;

/** Seals records, proved as `proofOf` does in the issuer's list with this sequence and block. */
export function sealHolder(to, publicKey, list, records) {
	const file = records.length === 0 ? { records, schema: 1 } : { list, records, schema: 1 };
	const text = /** @type {string} */ (canonicalize(file));
	return seal(publicKey, holderInfo(to), new TextEncoder().encode(text));
}

/** Opens a holder's file: `{ plain, list, records, uses }`, where records are `{ proof, record }`. */
export async function openHolder(to, secret, blob) {
	const bytes = await open(secret, holderInfo(to), blob);
	if (bytes.length > MOST) {
		throw new Refused('TooLarge', `It has ${bytes.length} bytes, and may have ${MOST}.`);
	}
	const file = readHolderFile(bytes);
	const records = file.records.map((proof) => {
		const record = readRecord(new TextEncoder().encode(proof.record));
		if (record.issuer !== to.issuer) {
			throw new Refused('WrongPlace', `A record is one of ${record.issuer}.`);
		}
		return { proof, record };
	});
	return { plain: textOf(bytes), list: file.list, records, uses: file.uses };
}

/** The entries of a holder's file. */
function readHolderFile(bytes) {
	const file = parsed(textOf(bytes));
	if (file?.schema !== 1) {
		throw new Refused('UnknownSchema', `Its schema is ${file?.schema}, and only 1 is known.`);
	}
	const { list, records, uses = [] } = file;
	const isGood =
		Object.keys(file).every((name) => MEMBERS.includes(name)) &&
		Array.isArray(records) &&
		Array.isArray(uses) &&
		(list === undefined ? records.length === 0 : hasNumbers(list, ['block', 'sequence'])) &&
		records.every(isProof);
	if (!isGood) {
		throw new Refused('SchemaViolation', 'Its records are no list of proved records.');
	}
	return { list, records, uses };
}

const MEMBERS = ['list', 'records', 'schema', 'uses'];

function hasNumbers(value, names) {
	return names.every((name) => Number.isSafeInteger(value?.[name]) && value[name] >= 0);
}

function isProof(value) {
	const isHash = (hash) => /^0x[0-9a-f]{64}$/.test(hash);
	return (
		typeof value?.record === 'string' &&
		hasNumbers(value, ['page', 'leaves', 'place', 'pagePlace']) &&
		[value.salt, value.leavesRoot].every(isHash) &&
		[value.leafPath, value.pagePath].every((path) => Array.isArray(path) && path.every(isHash))
	);
}

function parsed(text) {
	try {
		return JSON.parse(text ?? '');
	} catch {
		throw new Refused('NotCanonical', 'It is no JSON.');
	}
}
