// The command line: what may be said, and what is refused with a sentence.

import { PORTS_PER_BASE } from '../network/nodes.mjs';
import { Misuse, NODE_OPTIONS, nodesOf, parse } from '../network/options.mjs';
import { AGREEMENTS, pathOf } from './files.mjs';

/** Where a node answers when nothing is said. */
const USUAL_URL = 'ws://127.0.0.1:9944';

/** What `--help` shows. */
export const HELP = `Usage: node clients/agreements/main.mjs [OPTIONS] [FILE …]

Makes agreements on a development chain from files as in chain-specs/agreements/: admits the parties
that are missing, by votes of the council; appoints officers and declares programmes; proposes and
signs; puts the legs in force that the file says. Then it asks the chain whether exactly these legs
are in force, and who recognises whose certificates. Exit code 0: everything is as it should be.

What is there already is left as it is: run again, it says so and checks. It signs with the public
development keys: //Alice for MX, //Bob for CR, //Charlie for PE, //Dave for CO, //Eve for CL, and
//XX for any other territory XX.

Arguments:
  FILE               An agreement [default: the five of chain-specs/agreements/]. Its parties must
                     be in ${short(pathOf('administrations.json'))}

Options:
  --url URL          The node to ask [default: ${USUAL_URL}]
  --node PATH        Start this aeo-node, with a new development chain that goes when all went
                     well, and ask it
  --base-port PORT   With --node: first of ${PORTS_PER_BASE} ports for it [default: free ones]
  --data DIR         With --node: folder for its data [default: a new temporary folder]
  --logs DIR         With --node: folder for its log [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is as it should be, 1 it is not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = { ...NODE_OPTIONS, node: { type: 'string' }, url: { type: 'string' } };

/** Options that only mean something for a node that is started. */
const WITH_NODE = ['base-port', 'data', 'logs'];

/**
 * Reads the arguments: `{ url, files }`, or `{ node, base, data, logs, files }`, or `help` alone.
 * Throws a `Misuse` when they cannot be meant.
 *
 * @returns {Record<string, any>}
 */
export function readOptions(args) {
	const { values, positionals } = parse({ args, options: OPTIONS, allowPositionals: true });
	if (values.help) {
		return { help: true };
	}
	const files = positionals.length === 0 ? AGREEMENTS : positionals;
	if (values.node === undefined) {
		const alone = WITH_NODE.find((option) => values[option] !== undefined);
		if (alone !== undefined) {
			throw new Misuse(`--${alone} is for a node that is started: give --node as well.`);
		}
		return { url: websocket(values.url ?? USUAL_URL), files };
	}
	if (values.url !== undefined) {
		throw new Misuse('--url names a running node and --node starts one: give one of them.');
	}
	return { ...nodesOf(values), files };
}

function websocket(url) {
	if (!/^wss?:\/\/\S+$/.test(url) || !URL.canParse(url)) {
		throw new Misuse(`--url ${url} is no address of a websocket, such as ${USUAL_URL}.`);
	}
	return url;
}

function short(path) {
	return path.split('/').slice(-3).join('/');
}
