// The command line: what may be said, and what is refused with a sentence.

import { PORTS_PER_BASE } from '../network/nodes.mjs';
import { Misuse, NODE_OPTIONS, nodesOf, parse } from '../network/options.mjs';

/** The cases, by the numbers that they have in docs/developer/security.md. */
export const CASES = [1, 2, 3, 4];

/** What `--help` shows. */
export const HELP = `Usage: node clients/attacks/main.mjs [OPTIONS]

Floods one node of a development chain, case by case, each on a new chain, and measures what honest
officers still get in: suspensions, which are due in the next block, and an ordinary transaction,
which is due in the block after it at the latest. In every case the attacker is Mexico, or some of
its keys; Peru and Costa Rica are honest, and so is one officer of Mexico (about 5 minutes).

Cases:
  1  offered accounts: one key with the scope Identities offers accounts to traders, as many as the
     chain takes, and they and those that accept send what they may and what they may not
  2  bytes: officers without and with scopes fill blocks with long calls
  3  drained quota: all officers of one administration send whatever uses up its quota, and calls
     with a high priority
  4  state: officers and the own account store as much as the chain takes

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --only N,…         Only these cases [default: ${CASES.join(',')}]
  --json FILE        Write the results as JSON there too
  --base-port PORT   First of ${PORTS_PER_BASE} ports for the node [default: free ones]
  --data DIR         Folder for the data of the node [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is in time, 1 something is not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...NODE_OPTIONS,
	only: { type: 'string', default: CASES.join(',') },
	json: { type: 'string' },
};

/**
 * Reads the arguments, or gives `help` alone. Throws a `Misuse` when they cannot be meant.
 *
 * @returns {Record<string, any>}
 */
export function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	if (values.help) {
		return { help: true };
	}
	return { ...nodesOf(values), only: casesOf(values.only), json: values.json };
}

function casesOf(text) {
	const named = text.split(',');
	const unknown = named.find((name) => !CASES.map(String).includes(name));
	if (unknown !== undefined) {
		throw new Misuse(`--only: ${unknown} is no case; there are ${CASES.join(', ')}.`);
	}
	return CASES.filter((number) => named.includes(String(number)));
}
