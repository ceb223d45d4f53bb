// A small web server for the portal: its files, and beside them the two that say which network it is.
// Any web server does as well, with the same two files: portal/README.md says how they are made.

import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

/** Where the built page is. */
export const BUILT = fileURLToPath(new URL('dist', import.meta.url));

/** Where `make run` and `make portal` serve it. */
export const PORT = 9980;

const HOST = '127.0.0.1';

const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.json': 'application/json',
	'.wasm': 'application/wasm',
};

/** Whether the page was built. */
export function isBuilt() {
	return existsSync(join(BUILT, 'index.html'));
}

/** The policy that the page itself names: the light client's worker needs it from the server. */
function policyOf(html) {
	const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html) ?? [];
	if (policy === undefined) {
		throw new Error('clients/portal/index.html names no content-security policy.');
	}
	return policy;
}

/** The answer of a node to a JSON-RPC question. */
async function ask(node, method, params = []) {
	const response = await fetch(node.replace(/^ws/, 'http'), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
		signal: AbortSignal.timeout(15_000),
	});
	/** @type {any} */
	const { result, error } = await response.json();
	if (error !== undefined) {
		throw new Error(`${node}, ${method}: ${error.message}`);
	}
	return result;
}

/**
 * The files `network.json` and `chain.json` of a network: `nodes` are the addresses of some of its nodes,
 * the first of which the page asks where a reader prefers that; `spec` is its specification, raw, whose
 * `bootNodes` become those addresses of the nodes that a browser can reach.
 */
export async function networkFiles(nodes, spec) {
	const genesis = await ask(nodes[0], 'chain_getBlockHash', [0]);
	const listening = await Promise.all(nodes.map((node) => ask(node, 'system_localListenAddresses')));
	const bootNodes = listening.flat().filter((address) => /\/wss?\/p2p\//.test(address));
	return {
		'/network.json': JSON.stringify({ genesis, node: nodes[0], chain: 'chain.json' }),
		'/chain.json': JSON.stringify({ ...spec, bootNodes }),
	};
}

/**
 * Serves the built page with these files besides, at a port, or a free one for 0. Gives the server's
 * address, and how it ends.
 *
 * @param {Record<string, string>} files
 * @param {number} port
 */
export async function servePortal(files, port) {
	const policy = policyOf(readFileSync(join(BUILT, 'index.html'), 'utf8'));
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? '/', `http://${HOST}`).pathname;
		const headers = (name) => ({
			'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
			'content-security-policy': policy,
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
			'cache-control': name.includes('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
		});
		if (!['GET', 'HEAD'].includes(request.method ?? '')) {
			response.writeHead(405).end();
			return;
		}
		const send = (name, content) => {
			if (/\bgzip\b/.test(String(request.headers['accept-encoding']))) {
				response.writeHead(200, { ...headers(name), 'content-encoding': 'gzip' });
				content.pipe(createGzip()).pipe(response);
			} else {
				response.writeHead(200, headers(name));
				content.pipe(response);
			}
		};
		if (files[path] !== undefined) {
			send(path, Readable.from([files[path]]));
			return;
		}
		const file = normalize(join(BUILT, path === '/' ? 'index.html' : decodeURIComponent(path)));
		if (!file.startsWith(BUILT + sep) || !existsSync(file) || !statSync(file).isFile()) {
			response.writeHead(404, headers('.txt')).end();
			return;
		}
		send(file, createReadStream(file));
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, HOST, () => resolve(undefined));
	});
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://${HOST}:${address.port}/`,
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(resolve));
		},
	};
}
