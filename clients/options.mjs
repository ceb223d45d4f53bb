// The command line: what may be said, and what is refused with a sentence.

import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PORTS_PER_BASE } from './network/nodes.mjs';

/** What `--help` shows. */
export const HELP = `Usage: node clients/main.mjs COMMAND [OPTIONS]

Commands:
  run      Start four validators on this machine (Mexico, Costa Rica, Peru, Colombia) and tell the
           story of the pilot on them, in Spanish or English as LANG says. It is also written as a
           page, story.html and story.txt in the folder of the data (about 5 minutes). Then the
           network stays until Ctrl-C.
  test     Make the end-to-end checks on one node of the chain \`development\`.
  metadata-hash
           Check that transactions signed with the hash of the metadata, as hardware wallets sign
           them, are taken, and others not. Only builds of \`make release\` pass.
  faults   Kill and restart validators of a network of four, and print figures (about 4 minutes).

Options of all commands:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --base-port PORT   First of ${PORTS_PER_BASE} ports for the nodes: from PORT for other nodes, from PORT + 10 for
                     websockets of light clients, from PORT + 20 for RPC, from PORT + 30 for
                     Prometheus [default: run uses the usual ports from 30333, 30343, 9944 and
                     9615 on; the others look for free ones]
  --data DIR         Folder for the data of the nodes, one folder each in it [default: run uses
                     ./run; the others use a new temporary folder]
  --logs DIR         Folder for the logs, one file each [default: the folder logs in that of the
                     data]
  --help             Show this

Options of run:
  --once             End with the story: exit code 0 when all went well, else 1
  --keep             Keep the chain of last time, and go on with it; so does KEEP=1 in the
                     environment. Without it the data of these nodes are deleted at the start
`;

const COMMON_OPTIONS = {
	node: { type: 'string', default: 'target/fast/aeo-node' },
	'base-port': { type: 'string' },
	data: { type: 'string' },
	logs: { type: 'string' },
	help: { type: 'boolean', default: false },
};

const RUN_OPTIONS = {
	...COMMON_OPTIONS,
	once: { type: 'boolean', default: false },
	keep: { type: 'boolean', default: false },
};

const OPTIONS_OF = {
	run: RUN_OPTIONS,
	test: COMMON_OPTIONS,
	faults: COMMON_OPTIONS,
	'metadata-hash': COMMON_OPTIONS,
};

/** What was wrong with the command line: a sentence, without a stack. */
export class Misuse extends Error {}

/**
 * Reads the arguments: `command` and the values of its options, or `help` alone. Throws a `Misuse`
 * when they cannot be meant.
 */
export function readOptions(args, environment) {
	const [name, ...rest] = args;
	if (name === undefined || ['help', '--help', '-h'].includes(name)) {
		return { help: true };
	}
	if (!Object.hasOwn(OPTIONS_OF, name)) {
		throw new Misuse(`There is no command ${name}; there are run, test, faults and metadata-hash.`);
	}
	const { values } = parse({ args: rest, options: OPTIONS_OF[name] });
	if (values.help) {
		return { help: true };
	}
	return {
		command: name,
		node: executable(values.node),
		base: basePort(values['base-port']),
		data: values.data,
		logs: values.logs,
		once: values.once,
		keep: values.keep || environment.KEEP === '1',
		lang: environment.LANG,
	};
}

/** What `parseArgs` reads; a `Misuse` where it cannot. */
export function parse(config) {
	try {
		return parseArgs(config);
	} catch (error) {
		throw new Misuse(`${error.message.split(/\.(\s|$)/)[0]}.`);
	}
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
export function basePort(text) {
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
