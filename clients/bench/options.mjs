// The command line of the benchmarks.

import { Misuse, parse } from '../network/options.mjs';

/** The scenarios, in the order in which they run. */
export const SCENARIOS = [
	'transfers',
	'latency',
	'evaluate',
	'take_over',
	'propose_confirm',
	'grant',
	'grant_many',
	'acknowledge',
	'suspend',
];

/** Those that can be measured on a chain which begins with certificates. */
const ON_A_REGISTRY = ['latency', 'evaluate'];

/** Most validators: those of the chain `local`. */
const VALIDATORS = 4;

export const HELP = `Usage: node clients/bench/main.mjs --node PATH [OPTIONS]

Measures one authority, on a chain of its own in a temporary folder. Where the node was built with the
feature bench-cli, the fullest block of each kind is executed again, beside what it weighs; it fails where
one takes longer.

  --node PATH            the binary to measure; a production build gives figures that count
  --load PATH            aeo-load, which signs, sends and asks
  --certificates A,B     how many certificates there are when evaluation is measured (1000,100000)
  --genesis N            the chain begins with N certificates, and evaluation and latency are measured
                         only; a million of them take a few minutes
  --validators N         1, or 4 that share the machine (1)
  --runs N               how often each throughput is measured (3)
  --size N               transactions of one run (30000)
  --only NAME,…          only these: ${SCENARIOS.join(', ')}
  --with OPTION          an option of the node to compare, such as --with=--pool-type=single-state; may
                         stand several times
  --out FOLDER           where bench.jsonl and bench.txt are written (bench)
  --help                 this text
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	node: { type: 'string' },
	load: { type: 'string' },
	certificates: { type: 'string', default: '1000,100000' },
	genesis: { type: 'string' },
	validators: { type: 'string', default: '1' },
	runs: { type: 'string', default: '3' },
	size: { type: 'string', default: '30000' },
	only: { type: 'string' },
	with: { type: 'string', multiple: true, default: [] },
	out: { type: 'string', default: 'bench' },
	help: { type: 'boolean', default: false },
};

/**
 * Reads the command line, or fails with a sentence about what is wrong with it.
 *
 * @returns {Record<string, any>}
 */
export function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS }, ({ message }) => `${message}\n${HELP}`);
	if (values.help) {
		return { help: true };
	}
	if (values.node === undefined) {
		throw new Misuse('--node is missing: name the binary, such as target/production/aeo-node.');
	}
	if (values.load === undefined) {
		throw new Misuse('--load is missing: name the binary, such as target/production/aeo-load.');
	}
	const genesis = values.genesis === undefined ? undefined : count('genesis', values.genesis);
	const possible = genesis === undefined ? SCENARIOS : ON_A_REGISTRY;
	const only = values.only?.split(',') ?? possible;
	const unknown = only.find((name) => !SCENARIOS.includes(name));
	if (unknown !== undefined) {
		throw new Misuse(`--only: ${unknown} is no scenario; there are ${SCENARIOS.join(', ')}.`);
	}
	const other = only.find((name) => !possible.includes(name));
	if (other !== undefined) {
		throw new Misuse(`--genesis goes with ${possible.join(', ')} only, not with ${other}.`);
	}
	const validators = count('validators', values.validators);
	if (validators !== 1 && validators !== VALIDATORS) {
		throw new Misuse(`--validators: ${validators} is neither 1 nor ${VALIDATORS}.`);
	}
	return {
		genesis,
		validators,
		node: values.node,
		with: values.with,
		load: values.load,
		certificates: values.certificates.split(',').map((text) => count('certificates', text)),
		runs: count('runs', values.runs),
		size: count('size', values.size),
		only,
		out: values.out,
	};
}

function count(name, text) {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 1) {
		throw new Misuse(`--${name}: ${text} is no number of at least 1.`);
	}
	return value;
}
