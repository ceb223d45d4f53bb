// `make weights`: what an empty block, an extrinsic that does nothing, and a value of the database cost, by
// the node's own benchmarks, into a file of the runtime.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { openKeyring } from '../chain/keyring.mjs';
import { writeRegistry, writeSpec } from '../network/filled.mjs';
import { Misuse, parse } from '../network/options.mjs';
import { say } from '../network/text.mjs';

/** What charging weighs. */
const FEES = new URL('../../pallets/fees/src/weights.rs', import.meta.url);

/** Certificates in the database that is read and written. */
const CERTIFICATES = 100_000;

/** Values that are written at once: as many as full blocks of single transactions write. The more, the less each costs. */
const TOGETHER = 5_000;

const HELP = `Usage: node clients/bench/prices.mjs --node PATH --load PATH --out FILE

Measures what a block, an extrinsic and a value of the database cost.

  --node PATH   the node, built for production with the feature bench-cli
  --load PATH   aeo-load, which makes a registry of ${CERTIFICATES} certificates
  --out FILE    the file of the runtime that is written
  --help        this text
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	node: { type: 'string' },
	load: { type: 'string' },
	out: { type: 'string' },
	help: { type: 'boolean', default: false },
};

/** The first number that a pattern finds in a file that a benchmark has written. */
export function numberIn(text, pattern) {
	const found = pattern.exec(text)?.[1];
	if (found === undefined) {
		throw new Error(`${pattern} is not in what the benchmark has written:\n${text}`);
	}
	return Number(found.replaceAll('_', ''));
}

/**
 * What charging computes, in nanoseconds, from the weights of `pallet_fees`: an extrinsic that does nothing is
 * charged too, and the extension that charges is weighed by itself.
 */
export function chargeIn(weights) {
	return numberIn(weights, /fn charge_balance\(\) -> Weight \{\s*Weight::from_parts\(([\d_]+), 0\)/u) / 1_000;
}

/** The prices, in nanoseconds, from the three files that the benchmarks write, and the weights of `pallet_fees`. */
export function pricesOf({ block, extrinsic, database, fees }) {
	const constant = /saturating_mul\(([\d_]+)\)/u;
	return {
		block: numberIn(block, constant),
		extrinsic: numberIn(extrinsic, constant),
		charge: chargeIn(fees),
		read: numberIn(database, /read: ([\d_]+) \* constants/u),
		write: numberIn(database, /write: ([\d_]+) \* constants/u),
	};
}

/** The file of the runtime. */
export function sourceOf({ block, extrinsic, charge, read, write }, when, machine) {
	const constant = (name, about, value, more = '') => {
		const digits = `${value}`.replaceAll(/\B(?=(\d{3})+$)/gu, '_');
		return `/// ${about}, in nanoseconds${more}.\npub const ${name}: u64 = ${digits};\n`;
	};
	return [
		'//! What blocks, extrinsics and values of the database cost, measured by `make weights`: do not edit.',
		'//!',
		`//! ${when}, ${machine}, ParityDB with ${CERTIFICATES} certificates, ${TOGETHER} values at once: means, as FRAME's`,
		'//! benchmarks give them.',
		'',
		constant('BLOCK', 'An empty block', block),
		constant('EXTRINSIC', 'An extrinsic that does nothing, with its signature', extrinsic),
		constant(
			'CHARGE',
			'Of that, what `pallet_fees` weighs as charging a balance',
			charge,
			': it is charged beside, by the extension',
		),
		constant('READ', 'To read a value', read),
		constant('WRITE', 'To write a value', write),
	].join('\n');
}

async function run({ node, load, out }) {
	const folder = mkdtempSync(join(tmpdir(), 'aeo-prices-'));
	const benchmark = async (...args) => {
		say(`benchmark ${args[0]}`);
		await promisify(execFile)(node, ['benchmark', ...args, '--weight-path', folder], {
			maxBuffer: 64 * 1024 * 1024,
		});
	};
	const written = (name) => readFileSync(join(folder, name), 'utf8');
	try {
		const pairOf = await openKeyring();
		const path = join(folder, 'spec.json');
		const registry = join(folder, 'registry.json');
		const tins = join(folder, 'tins.txt');
		const officer = pairOf('//bench//MX//0');
		// The node's benchmarks sign as Alice.
		writeSpec(node, path, { MX: [officer] }, [pairOf('//Alice')]);
		say(`making ${CERTIFICATES} certificates`);
		writeRegistry({ binary: node, load, path, out: registry, tins, certificates: CERTIFICATES, officer });
		await benchmark('overhead', '--chain', path);
		const together = ['--batch-size', `${TOGETHER}`];
		await benchmark('storage', '--chain', registry, '--state-version', '1', '--disable-pov-recorder', ...together);
		const prices = pricesOf({
			block: written('block_weights.rs'),
			extrinsic: written('extrinsic_weights.rs'),
			database: written('paritydb_weights.rs'),
			fees: readFileSync(FEES, 'utf8'),
		});
		writeFileSync(out, sourceOf(prices, new Date().toISOString().slice(0, 10), cpus()[0].model));
		say(`written: ${out}: ${JSON.stringify(prices)}`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	try {
		const { values } = parse(
			{ args: process.argv.slice(2), options: OPTIONS },
			({ message }) => `${message}\n${HELP}`,
		);
		const missing = ['node', 'load', 'out'].find((name) => values[name] === undefined);
		if (values.help) {
			process.stdout.write(HELP);
		} else if (missing === undefined) {
			await run({ node: values.node, load: values.load, out: values.out });
		} else {
			throw new Misuse(`--${missing} is missing.\n${HELP}`);
		}
		process.exit(0);
	} catch (error) {
		process.stderr.write(`${error.stack ?? error}\n`);
		process.exit(1);
	}
}
