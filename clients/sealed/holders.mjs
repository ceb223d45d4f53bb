// The file of a holder: its own records, sealed to its own key.

import canonicalize from 'canonicalize';
import { fromHex, textOf, written } from './bytes.mjs';
import { holderInfo, open, seal } from './blobs.mjs';
import { readRecord } from './records.mjs';
import { Refused } from './refused.mjs';

const MOST = 262_144;

/** Seals records, `{ record, salt }` in bytes, to a holder's key. */
export function sealHolder(to, publicKey, items) {
	const records = items.map(({ record, salt }) => {
		return { record: Buffer.from(record).toString(), salt: written(salt) };
	});
	const text = /** @type {string} */ (canonicalize({ records, schema: 1 }));
	return seal(publicKey, holderInfo(to), new TextEncoder().encode(text));
}

/** Opens a holder's file: `{ plain, records, uses }`, where records are `{ text, salt, record }`. */
export async function openHolder(to, secret, blob) {
	const bytes = await open(secret, holderInfo(to), blob);
	if (bytes.length > MOST) {
		throw new Refused('TooLarge', `It has ${bytes.length} bytes, and may have ${MOST}.`);
	}
	const file = readHolderFile(bytes);
	const records = file.records.map(({ record: text, salt }) => {
		const record = readRecord(new TextEncoder().encode(text));
		if (record.issuer !== to.issuer) {
			throw new Refused('WrongPlace', `A record is one of ${record.issuer}.`);
		}
		return { text, salt: fromHex(salt), record };
	});
	return { plain: textOf(bytes), records, uses: file.uses };
}

/** The entries of a holder's file. */
function readHolderFile(bytes) {
	const file = parsed(textOf(bytes));
	if (file?.schema !== 1) {
		throw new Refused('UnknownSchema', `Its schema is ${file?.schema}, and only 1 is known.`);
	}
	const { records, uses = [] } = file;
	const isGood =
		Object.keys(file).every((name) => ['records', 'schema', 'uses'].includes(name)) &&
		Array.isArray(records) &&
		Array.isArray(uses) &&
		records.every((entry) => {
			return typeof entry?.record === 'string' && /^0x[0-9a-f]{64}$/.test(entry.salt);
		});
	if (!isGood) {
		throw new Refused(
			'SchemaViolation',
			'Its records are no list of records with their salts.',
		);
	}
	return { records, uses };
}

function parsed(text) {
	try {
		return JSON.parse(text ?? '');
	} catch {
		throw new Refused('NotCanonical', 'It is no JSON.');
	}
}
