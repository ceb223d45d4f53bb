// An upgrade of the runtime while much else goes on, on a chain of its own: the same runtime under the next version,
// and the council's authorisation, whose three days of waiting are over, in the genesis. A whole second runtime would
// take a build; what matters here is that the version changes: whatever was signed before is not valid any more.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { blake2AsU8a, xxhashAsHex } from '@polkadot/util-crypto';
import { waitFor } from '../network/wait.mjs';

/** How long an upgrade may take to be applied, in seconds. */
const LIMIT = 600;

/** Where the code of the runtime is in the genesis: `:code`. */
const CODE = '0x3a636f6465';

/** What stands before code that is compressed by zstd. */
const COMPRESSED = Buffer.from('52bc537646db8e05', 'hex');

/** Where the pallet keeps an upgrade that the council has authorised. */
const AUTHORISED = `${xxhashAsHex('Administrations', 128)}${xxhashAsHex('AuthorisedUpgrade', 128).slice(2)}`;

/** The sections of a module in WebAssembly that hold code, and those that hold a name and what belongs to it. */
const [CODE_SECTION, CUSTOM_SECTION] = [10, 0];

/** Instructions: a constant, and those after it that compare and store versions. */
const [CONSTANT, LONG_CONSTANT] = [0x41, 0x42];
const COMPARE = [0x47, 0x49];
const STORE = 0x36;

/** At this place of a structure the same number is a length, and no version: checked by comparing the metadata. */
const LENGTH = 0x0c;

/** A number as WebAssembly writes it, and where it ends. */
function numberAt(bytes, start) {
	let [value, place, shift] = [0, start, 0];
	for (;;) {
		const byte = bytes[place];
		value |= (byte & 0x7f) << shift;
		place += 1;
		shift += 7;
		if (byte < 0x80) {
			return [value, place];
		}
	}
}

/** The sections of a module: `{ kind, start, end }`. */
function* sectionsOf(module) {
	let place = 8;
	while (place < module.length) {
		const kind = module[place];
		const [length, start] = numberAt(module, place + 1);
		yield { kind, start, end: start + length };
		place = start + length;
	}
}

/** A version as bytes: four in data; as a constant that WebAssembly writes; and as the lower half of a long one. */
function writings(version) {
	const data = Buffer.alloc(4);
	data.writeUInt32LE(version);
	const [low, high] = [(version & 0x7f) | 0x80, version >> 7];
	const constant = Buffer.from([low, high]);
	return { data, constant, lower: Buffer.from([low, high | 0x80, 0x80, 0x80]) };
}

/** The version of a runtime: behind its two names and the version of authoring. */
function versionOf(module) {
	const names = Buffer.from('\x24aeo-chain'.repeat(2));
	return module.readUInt32LE(module.lastIndexOf(names) + names.length + 4);
}

/** The same module under the next version. Gives it and in how many places it was changed. */
export function underNextVersion(module, version) {
	const next = Buffer.from(module);
	const [now, then] = [writings(version), writings(version + 1)];
	// Between the versions of authoring and of the implementation, which are 1.
	const one = Buffer.from([1, 0, 0, 0]);
	const pattern = Buffer.concat([one, now.data, one]);
	let places = 0;
	for (const { kind, start, end } of sectionsOf(module)) {
		if (kind === CODE_SECTION) {
			for (let at = module.indexOf(now.constant, start); at !== -1 && at < end; at = module.indexOf(now.constant, at + 1)) {
				const [before, after, , place] = [module[at - 1], ...module.subarray(at + 2, at + 5)];
				const isVersion = COMPARE.includes(after) || (after === STORE && place !== LENGTH);
				if (before === CONSTANT && isVersion) {
					then.constant.copy(next, at);
					places += 1;
				}
			}
			// What a signature covers: the version together with that of transactions, in one number.
			for (let at = module.indexOf(now.lower, start); at !== -1 && at < end; at = module.indexOf(now.lower, at + 1)) {
				if (module[at - 1] === LONG_CONSTANT) {
					then.lower.copy(next, at);
					places += 1;
				}
			}
		} else if (kind === CUSTOM_SECTION || kind > CODE_SECTION) {
			for (let at = module.indexOf(pattern, start); at !== -1 && at < end; at = module.indexOf(pattern, at + 1)) {
				then.data.copy(next, at + one.length);
				places += 1;
			}
		}
	}
	return { module: next, places };
}

/** Lets zstd work on bytes. */
function zstd(bytes, ...options) {
	try {
		return execFileSync('zstd', ['-q', '-c', ...options], { input: bytes, maxBuffer: 1 << 28 });
	} catch (error) {
		throw error.code === 'ENOENT' ? new Error('The program zstd is missing: apt install zstd.') : error;
	}
}

/**
 * Changes a specification, raw, so that on its chain the next runtime may be applied from the first block on. Gives the
 * present version, and the code of the next runtime in hex.
 */
export function makeUpgradable(path) {
	const specification = JSON.parse(readFileSync(path, 'utf8'));
	const { top } = specification.genesis.raw;
	const code = Buffer.from(top[CODE].slice(2), 'hex');
	const isCompressed = code.subarray(0, COMPRESSED.length).equals(COMPRESSED);
	const module = isCompressed ? zstd(code.subarray(COMPRESSED.length), '-d') : code;
	const version = versionOf(module);
	const { module: next, places } = underNextVersion(module, version);
	if (places < 4) {
		throw new Error(`The version ${version} stands in ${places} places of the runtime only.`);
	}
	const compressed = Buffer.concat([COMPRESSED, zstd(next, '-3')]);
	// The hash, from when, until when in milliseconds, and that it is not open yet.
	const moments = Buffer.alloc(17);
	moments.writeBigUInt64LE(0n, 0);
	moments.writeBigUInt64LE(BigInt(Number.MAX_SAFE_INTEGER), 8);
	const authorised = Buffer.concat([blake2AsU8a(compressed), moments]);
	top[AUTHORISED] = `0x${authorised.toString('hex')}`;
	writeFileSync(path, JSON.stringify(specification));
	return { version, code: `0x${compressed.toString('hex')}` };
}

/** In how many bytes two metadata differ; infinitely many where their lengths do. */
export function difference(one, other) {
	const [before, after] = [one, other].map((text) => Buffer.from(text.slice(2), 'hex'));
	if (before.length !== after.length) {
		return Infinity;
	}
	return before.reduce((count, byte, place) => count + (byte === after[place] ? 0 : 1), 0);
}

/** Applies the code of the next runtime. Anybody can; nobody signs. */
function apply(chain, code) {
	return chain.rpc('author_submitExtrinsic', [chain.api.tx.system.applyAuthorizedUpgrade(code).toHex()]);
}

/** Upgrades a chain, of which `makeUpgradable` has said version and code, and gives the block by which it is. */
export async function upgrade(chain, { code, version }) {
	const metadata = await chain.rpc('state_getMetadata');
	await apply(chain, code);
	const block = await waitFor('the runtime is upgraded', LIMIT, async () => {
		const { specVersion } = await chain.rpc('state_getRuntimeVersion');
		return specVersion === version + 1 ? chain.best() : undefined;
	});
	// Nothing but the version is another.
	assert.equal(difference(metadata, await chain.rpc('state_getMetadata')), 1);
	return block;
}
