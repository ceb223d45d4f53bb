// What the command lines of all programs have in common: the options about the nodes that they start,
// and how what cannot be meant is refused with a sentence.

import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PORTS_PER_BASE } from './nodes.mjs';

/**
 * The options of a program that starts nodes, as `parseArgs` takes them.
 *
 * @satisfies {import('node:util').ParseArgsConfig['options']}
 */
export const NODE_OPTIONS = {
	node: { type: 'string', default: 'target/fast/aeo-node' },
	'base-port': { type: 'string' },
	data: { type: 'string' },
	logs: { type: 'string' },
	help: { type: 'boolean', default: false },
};

/**
 * The command line that offices use.
 *
 * @type {{ type: 'string', default: string }}
 */
const AEO = { type: 'string', default: 'target/fast/aeo' };

/** What was wrong with the command line: a sentence, without a stack. */
export class Misuse extends Error {}

/**
 * What `parseArgs` reads; a `Misuse` where it cannot. `told` makes its text of the error: the first
 * sentence, where nothing else is said.
 *
 * @param {import('node:util').ParseArgsConfig} config
 * @returns {{ values: Record<string, any>, positionals: string[] }}
 */
export function parse(config, told = firstSentenceOf) {
	try {
		return parseArgs(config);
	} catch (error) {
		throw new Misuse(told(error));
	}
}

function firstSentenceOf({ message }) {
	return `${message.split(/\.(\s|$)/)[0]}.`;
}

/** What the options about nodes say: `{ node, base, data, logs }`; a `Misuse` where one is wrong. */
export function nodesOf(values) {
	return {
		node: executable(values.node),
		base: basePort(values['base-port']),
		data: values.data,
		logs: values.logs,
	};
}

/** The options of a program in which offices work by the command line aeo. */
export const OFFICE_OPTIONS = { ...NODE_OPTIONS, aeo: AEO };

/** What those options say: as `nodesOf`, and `aeo`. */
export function officesOf(values) {
	return { ...nodesOf(values), aeo: executable(values.aeo) };
}

/** Reads the arguments of a program that has no other options than these. */
export function readOffices(args) {
	const { values } = parse({ args, options: OFFICE_OPTIONS });
	return values.help ? { help: true } : officesOf(values);
}

/** The number that the option of this name gives; a `Misuse` where it is none. */
export function countOf(values, name) {
	if (!/^\d+$/.test(values[name])) {
		throw new Misuse(`--${name} ${values[name]} is not a number.`);
	}
	return Number(values[name]);
}

/** The whole path of a program; a `Misuse` where there is none. */
export function executable(path) {
	try {
		accessSync(path, constants.X_OK);
	} catch {
		throw new Misuse(`There is no program ${path}. \`make run\` builds it; or name it by --node.`);
	}
	return resolve(path);
}

/** The number that --base-port gives, or nothing; a `Misuse` where it is none. */
function basePort(text) {
	if (text === undefined) {
		return undefined;
	}
	const port = Number(text);
	const last = 65_536 - PORTS_PER_BASE;
	if (!/^\d+$/.test(text) || port < 1024 || port > last) {
		throw new Misuse(`--base-port ${text} is not a number from 1024 to ${last}.`);
	}
	return port;
}
