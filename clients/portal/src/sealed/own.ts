// A holder's own file: where it lies, and what is in it. It is opened by the reading of sealed files in clients/sealed,
// which shares no line with the library in Rust. Loaded when a key is there.

import { fromHex, joined } from '../../../sealed/bytes.mjs';
import { holderNameOf } from '../../../sealed/hashes.mjs';
import { openHolder } from '../../../sealed/holders.mjs';
import { verify } from '../../../sealed/proofs.mjs';
import { Refused } from '../../../sealed/refused.mjs';
import { AgeRefused, openAge } from './age';

/** A key of X25519, in this tab's memory. */
export interface OwnKey {
	secret: Uint8Array;
	/** Its public half, `0x` and hexadecimal digits. */
	publicKey: string;
	key: CryptoKey;
}

/** A record of a holder's file. */
export interface OwnRecord {
	class: string;
	number: string;
	version: number;
	data: unknown;
	/** Whether it stands in the list that the chain names; or in an earlier one, which this page does not know. */
	standing: 'proven' | 'earlier';
}

/** What is in the file. */
export interface Own {
	records: OwnRecord[];
	/** How many more are not in the list that they say they are in, or of another firm: they are not shown. */
	refused: number;
	/** The list in which the records are proved. */
	list: { sequence: number; block: number } | undefined;
	/** How many uses that were recorded sealed are in it. */
	uses: number;
}

/** What the chain says of the list that an issuer keeps for itself. */
export interface OwnList {
	sequence: number;
	sealed_to: string;
	root: string;
	pages: number;
	source?: string | undefined;
}

/** Whose file it is. */
export interface Whose {
	genesis: string;
	issuer: string;
	trader: string;
	/** The firm's certificates; others' records are not shown. */
	numbers: string[];
}

/** What stands before the 32 bytes of a secret in PKCS 8 (RFC 8410). */
const PKCS8 = fromHex('302e020100300506032b656e04220420');

/** Opens a key file of `aeo keys`; fails with `AgeRefused`. */
export async function openOwnKey(file: Uint8Array, password: string): Promise<OwnKey> {
	const text = new TextDecoder().decode(await openAge(file, password)).trim();
	if (!/^[0-9a-f]{64}$/.test(text)) {
		throw new AgeRefused('NotAKey');
	}
	const secret = fromHex(text);
	const key = await crypto.subtle.importKey('pkcs8', joined(PKCS8, secret), 'X25519', true, ['deriveBits']);
	const { x = '' } = await crypto.subtle.exportKey('jwk', key);
	const bytes = Uint8Array.from(atob(x.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
	const publicKey = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return { secret, publicKey: `0x${publicKey}`, key };
}

/** The address of a holder's file, where the issuer says where its files are. */
export async function addressOf(
	{ key }: OwnKey,
	{ sealed_to: sealedTo, source }: OwnList,
	{ genesis, issuer, trader }: Whose,
): Promise<string | undefined> {
	if (source === undefined) {
		return undefined;
	}
	const other = await crypto.subtle.importKey('raw', fromHex(sealedTo), 'X25519', false, []);
	const shared = await crypto.subtle.deriveBits({ name: 'X25519', public: other }, key, 256);
	const name = holderNameOf(fromHex(genesis), issuer, fromHex(trader), new Uint8Array(shared));
	return `${source.replace(/\/+$/, '')}/h/${name}`;
}

/** Why a file is not opened: the name that the design gives it; none where it is something else. */
export function refusalIn(error: unknown): string | undefined {
	return error instanceof Refused ? String((error as { code?: unknown }).code) : undefined;
}

/** Opens a holder's file; fails with a refusal. `list` is what the chain says now. */
export async function openOwn(
	blob: Uint8Array,
	{ secret }: OwnKey,
	{ genesis, issuer, trader, numbers }: Whose,
	list: OwnList,
): Promise<Own> {
	const to = { genesis: fromHex(genesis), issuer, trader: fromHex(trader) };
	const file = await openHolder(to, secret, blob);
	const isPresent = file.list?.sequence === list.sequence;
	const on = { genesis: to.genesis, issuer, root: fromHex(list.root), pages: list.pages };
	const records: OwnRecord[] = [];
	for (const { proof, record } of file.records) {
		if (numbers.includes(record.number) && (!isPresent || isProven(proof, on))) {
			records.push({ ...record, standing: isPresent ? 'proven' : 'earlier' });
		}
	}
	const refused = file.records.length - records.length;
	return { records, refused, list: file.list, uses: file.uses.length };
}

function isProven(proof: unknown, on: unknown): boolean {
	try {
		verify(proof, on as Parameters<typeof verify>[1]);
		return true;
	} catch (error) {
		if (error instanceof Refused) {
			return false;
		}
		throw error;
	}
}
