// The program behind `make portal`: serves the built page for a network that runs.

import { readFileSync } from 'node:fs';
import { Misuse, parse } from '../network/options.mjs';
import { runProgram } from '../network/program.mjs';
import { say } from '../network/text.mjs';
import { PORT, isBuilt, networkFiles, servePortal } from './serve.mjs';

const HELP = `Usage: node clients/portal/main.mjs [OPTIONS]

Serves the portal, which \`make portal\` has built, for a network that runs, until Ctrl-C.

Options:
  --node URL   A node of the network; may be named several times [default: ws://127.0.0.1:9944]
  --spec PATH  Its specification, raw, as \`aeo-node export-chain-spec --raw\` writes it
               [default: run/local.json, that of \`make run\`]
  --port PORT  Where to serve [default: ${PORT}]
  --help       Show this
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	node: { type: 'string', multiple: true, default: ['ws://127.0.0.1:9944'] },
	spec: { type: 'string', default: 'run/local.json' },
	port: { type: 'string', default: String(PORT) },
	help: { type: 'boolean', default: false },
};

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	const port = Number(values.port);
	if (!/^\d+$/.test(values.port) || port > 65_535) {
		throw new Misuse(`--port ${values.port} is not a number up to 65535.`);
	}
	return { ...values, port };
}

async function serve({ node, spec, port }) {
	if (!isBuilt()) {
		throw new Error('The page is not built: run `make portal`.');
	}
	const files = await networkFiles(node, specOf(spec)).catch((error) => {
		throw new Error(`No node answers at ${node.join(', ')} (${error.message}). Start \`make run\` first.`);
	});
	const { url } = await servePortal(files, port).catch((error) => {
		throw new Error(
			error.code === 'EADDRINUSE'
				? `Port ${port} is taken: \`make run\` serves the page there already, or choose --port.`
				: error.message,
		);
	});
	say(`The portal: ${url} (Ctrl-C ends it)`);
	return new Promise(() => {});
}

function specOf(path) {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		throw new Misuse(`--spec ${path}: ${error.message}. \`make run\` writes run/local.json.`);
	}
}

await runProgram('clients/portal/main.mjs', { HELP, readOptions }, serve);
