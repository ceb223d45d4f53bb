// The command line: what may be said, and what is refused with a sentence.

import { PORTS_PER_BASE } from './network/nodes.mjs';
import { Misuse, NODE_OPTIONS, OFFICE_OPTIONS, executable, nodesOf, parse } from './network/options.mjs';

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
  numbers  Check that the library's program tin_check, a node, its runtime and our texts say the same
           of numbers that are right, wrong and mistyped (some seconds).
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

Options of run and test:
  --aeo PATH         The command line that offices use [default: target/fast/aeo]

Options of numbers:
  --tin-check PATH   The library's program [default: target/fast/examples/tin_check]

Options of run:
  --once             End with the story: exit code 0 when all went well, else 1
  --keep             Keep the chain of last time, and go on with it; so does KEEP=1 in the
                     environment. Without it the data of these nodes are deleted at the start
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const RUN_OPTIONS = {
	...OFFICE_OPTIONS,
	once: { type: 'boolean', default: false },
	keep: { type: 'boolean', default: false },
};

const OPTIONS_OF = {
	run: RUN_OPTIONS,
	test: OFFICE_OPTIONS,
	faults: NODE_OPTIONS,
	numbers: {
		...NODE_OPTIONS,
		'tin-check': { type: 'string', default: 'target/fast/examples/tin_check' },
	},
	'metadata-hash': NODE_OPTIONS,
};

/**
 * Reads the arguments: `command` and the values of its options, or `help` alone. Throws a `Misuse`
 * when they cannot be meant.
 *
 * @returns {Record<string, any>}
 */
export function readOptions(args, environment) {
	const [name, ...rest] = args;
	if (name === undefined || ['help', '--help', '-h'].includes(name)) {
		return { help: true };
	}
	if (!Object.hasOwn(OPTIONS_OF, name)) {
		throw new Misuse(`There is no command ${name}; there are run, test, faults, numbers and metadata-hash.`);
	}
	const { values } = parse({ args: rest, options: OPTIONS_OF[name] });
	if (values.help) {
		return { help: true };
	}
	return {
		command: name,
		...nodesOf(values),
		...(values.aeo && { aeo: executable(values.aeo) }),
		...(values['tin-check'] && { tinCheck: executable(values['tin-check']) }),
		once: values.once,
		keep: values.keep || environment.KEEP === '1',
		lang: environment.LANG,
	};
}
