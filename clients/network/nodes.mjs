// The processes: ports, start, death and end of `aeo-node`, and JSON-RPC over HTTP to each.

import { spawn } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { base58Encode } from '@polkadot/util-crypto';
import { waitFor } from './wait.mjs';

/** Everything listens here and nowhere else, unless nodes have machines of their own. */
const HOST = '127.0.0.1';

/** Where the node at a place is: all on this machine. */
function onThisMachine() {
	return { host: HOST, rpcHost: HOST, before: [], options: [] };
}

/** How long a node may take to answer its first question, in seconds. */
const START_LIMIT = 300;

/** How long the first block may take from then on, in seconds. */
const FIRST_BLOCK_LIMIT = 60;

/** How long a node may take to end when asked to, in milliseconds; then it is killed. */
const STOP_LIMIT = 8_000;

/** How long a question to a node may take, in milliseconds. */
const RPC_LIMIT = 15_000;

/** The metric of the validators whose addresses are known. */
const KNOWN_VALIDATORS = 'substrate_authority_discovery_known_authorities_count';

/** In how many parts of a second Linux counts what a process computes. */
const TICKS = 100;

/** Lines of the log that are shown when a node dies. */
const LAST_LINES = 20;

/** The usual first ports of a Substrate node; each further node takes the next ones. */
const USUAL_PORTS = { p2p: 30333, websocket: 30343, rpc: 9944, prometheus: 9615 };

/** Distances of the first ports from a base port; there is room for ten nodes. */
const PORT_OFFSETS = { p2p: 0, websocket: 10, rpc: 20, prometheus: 30 };

/** Ports that belong to one base. */
export const PORTS_PER_BASE = 40;

/** The ports of a node by its place: the usual ones, or those from `base` upwards. */
export function portsOf(place, base) {
	const first = (use) => (base === undefined ? USUAL_PORTS[use] : base + PORT_OFFSETS[use]);
	return Object.fromEntries(Object.keys(USUAL_PORTS).map((use) => [use, first(use) + place]));
}

/** Whether a port can be listened on now. */
export function isFree(port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen({ port, host: '0.0.0.0', exclusive: true }, () => {
			server.close(() => resolve(true));
		});
	});
}

/** Fails with a sentence for each port of these nodes that another program holds. */
export async function ensurePortsFree(nodes) {
	const sentences = [];
	for (const node of nodes) {
		for (const [use, port] of Object.entries(node.ports)) {
			if (!(await isFree(port))) {
				sentences.push(
					`Port ${port} (${use} of ${node.name}) cannot be opened: another program holds it.` +
						` See which with: ss -ltnp 'sport = :${port}'`,
				);
			}
		}
	}
	if (sentences.length > 0) {
		throw new Error(
			`${sentences.join('\n')}\nStop that program, or choose other ports with --base-port.`,
		);
	}
}

/** A base whose ports are all free for this many nodes, for runs that don't need usual ports. */
export async function freeBase(nodes) {
	for (let attempt = 0; attempt < 50; attempt += 1) {
		const base = 20_000 + PORTS_PER_BASE * Math.floor(Math.random() * 300);
		const ports = Array.from({ length: nodes }, (_, place) => {
			return Object.values(portsOf(place, base));
		});
		const free = await Promise.all(ports.flat().map(isFree));
		if (free.every(Boolean)) {
			return base;
		}
	}
	throw new Error('No free range of ports was found between 20000 and 32000.');
}

/** The fixed network key of a node by its place; a development key, like the accounts. */
export function nodeKeyOf(place) {
	return String(place + 1).padStart(64, '0');
}

/** The libp2p peer id that belongs to an Ed25519 network key in hex. */
export function peerIdOf(nodeKey) {
	// A PKCS#8 wrapper for Ed25519, since node:crypto takes no bare seed.
	const wrapper = Buffer.from('302e020100300506032b657004220420', 'hex');
	const key = Buffer.concat([wrapper, Buffer.from(nodeKey, 'hex')]);
	const secret = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
	const { x } = createPublicKey(secret).export({ format: 'jwk' });
	// An identity multihash of the key's protobuf: type Ed25519, 32 bytes.
	const head = Buffer.from('002408011220', 'hex');
	return base58Encode(Buffer.concat([head, Buffer.from(String(x), 'base64url')]));
}

/** The address under which another node finds the node at a place. */
function addressOf(place, base, { host }) {
	const { p2p } = portsOf(place, base);
	return `/ip4/${host}/tcp/${p2p}/p2p/${peerIdOf(nodeKeyOf(place))}`;
}

/** Children that run now; whatever ends this process ends them too. */
const running = new Set();

process.on('exit', () => {
	for (const child of running) {
		child.kill('SIGKILL');
	}
});

/** Nodes of one network, in the order of their places. */
export class Network {
	#death;

	/**
	 * `binary` is the path of aeo-node, `data` and `logs` the folders of all nodes, `base` the base
	 * port or none, `chain` the arguments that choose the chain. `machineOf` gives of the node at a place
	 * the `host` where other nodes find it, the `rpcHost` where we do, the command `before` its own, and
	 * further `options`.
	 */
	constructor({ binary, data, logs, base, chain, machineOf = onThisMachine }) {
		this.settings = { binary, data, logs, base, chain, machineOf };
		this.nodes = [];
		/** Fails when a node ends that was not asked to. */
		this.death = new Promise((_, reject) => {
			this.#death = reject;
		});
		this.death.catch(() => {});
	}

	/**
	 * Adds a node at the next place: a validator, or one that only follows; not started yet. With a `peerId` its folder
	 * has the key of that already, and its chain says where the others are.
	 *
	 * @param {{ id: string, name: string, options: string[], peerId?: string }} settings
	 */
	add({ id, name, options, peerId }) {
		const place = this.nodes.length;
		const node = new Node({ ...this.settings, place, id, name, options, peerId, died: this.#death });
		this.nodes.push(node);
		return node;
	}

	/** Deletes the data of these nodes, and nothing else in the folder. */
	forget() {
		for (const node of this.nodes) {
			rmSync(node.folder, { recursive: true, force: true });
		}
	}

	/** Ends all nodes and waits until they are gone. */
	async stop() {
		await Promise.all(this.nodes.map((node) => node.stop()));
	}
}

/** One aeo-node process. */
class Node {
	#child;
	#expected = true;
	#ended = Promise.resolve();
	#logFlags = 'w';
	#died;

	/** The address of its JSON-RPC. */
	#rpcHost;
	/** The command that runs the node's. */
	#before;

	constructor({ binary, data, logs, base, chain, machineOf, place, id, name, options, peerId, died }) {
		const { host, rpcHost, before, options: ofMachine } = machineOf(place);
		this.binary = binary;
		this.#rpcHost = rpcHost;
		this.#before = before;
		/** What the process has in its environment besides. */
		this.environment = {};
		this.name = name;
		this.ports = portsOf(place, base);
		this.folder = join(data, id);
		this.log = join(logs, `${id}.log`);
		this.peerId = peerId ?? peerIdOf(nodeKeyOf(place));
		this.#died = died;
		const { p2p, websocket, rpc, prometheus } = this.ports;
		// Every node knows the earlier ones, so that any of them may be down.
		const earlier = Array.from({ length: place }, (_, other) => {
			return addressOf(other, base, machineOf(other));
		});
		this.arguments = [
			...chain,
			...options,
			...ofMachine,
			...['--base-path', this.folder],
			...['--listen-addr', `/ip4/${host}/tcp/${p2p}`],
			...['--listen-addr', `/ip4/${host}/tcp/${websocket}/ws`],
			// A validator publishes it, so that others find it without their boot nodes.
			...['--public-addr', `/ip4/${host}/tcp/${p2p}`],
			...['--rpc-port', String(rpc)],
			...['--prometheus-port', String(prometheus)],
			...(peerId === undefined ? ['--node-key', nodeKeyOf(place)] : []),
			...(peerId === undefined ? earlier.flatMap((address) => ['--bootnodes', address]) : []),
			// Beside the binary, so that all networks with it compile a runtime only once.
			...['--compiled-runtimes', join(dirname(binary), 'compiled-runtimes')],
			// Other networks on this machine are none of our business.
			'--no-mdns',
		];
	}

	/** Where polkadot.js connects to. */
	get url() {
		return `ws://${this.#rpcHost}:${this.ports.rpc}`;
	}

	/** Whether the process runs. */
	get isRunning() {
		return this.#child !== undefined;
	}

	/** Starts the process and waits until it answers. */
	async start() {
		mkdirSync(this.folder, { recursive: true });
		mkdirSync(join(this.log, '..'), { recursive: true });
		const log = openSync(this.log, this.#logFlags);
		this.#logFlags = 'a';
		this.#expected = false;
		const [program, ...rest] = [...this.#before, this.binary, ...this.arguments];
		const env = { ...process.env, ...this.environment };
		const child = spawn(program, rest, { stdio: ['ignore', log, log], env });
		closeSync(log);
		this.#child = child;
		running.add(child);
		this.#ended = new Promise((resolve) => {
			const end = (how) => {
				running.delete(child);
				this.#child = undefined;
				if (!this.#expected) {
					this.#died(new Error(this.#obituary(how)));
				}
				resolve(how);
			};
			child.once('error', (error) => end(error.message));
			child.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));
		});
		await waitFor(`${this.name} answers on port ${this.ports.rpc}`, START_LIMIT, async () => {
			if (!this.isRunning) {
				throw new Error(this.#obituary(await this.#ended));
			}
			const peerId = await this.rpc('system_localPeerId').catch(() => undefined);
			if (peerId !== undefined && peerId !== this.peerId) {
				throw new Error(`Port ${this.ports.rpc} answers for another node than ${this.name}.`);
			}
			return peerId;
		});
	}

	/** Asks the process to end, and kills it when it does not. Gives how it ended. */
	async stop() {
		this.#expected = true;
		const child = this.#child;
		if (child === undefined) {
			return this.#ended;
		}
		child.kill('SIGTERM');
		const limit = new AbortController();
		const late = sleep(STOP_LIMIT, 'late', { signal: limit.signal }).catch(() => {});
		if ((await Promise.race([this.#ended, late])) === 'late') {
			child.kill('SIGKILL');
		}
		limit.abort();
		return this.#ended;
	}

	/** Kills the process without warning, as a power cut would. */
	async kill() {
		this.#expected = true;
		this.#child?.kill('SIGKILL');
		await this.#ended;
	}

	/** Lets the process stand still, as a machine that is too busy would. */
	pause() {
		this.#child?.kill('SIGSTOP');
	}

	/** Lets it go on. */
	resume() {
		this.#child?.kill('SIGCONT');
	}

	/** Says that the end of the process is wanted, before a signal from outside arrives there. */
	expectEnd() {
		this.#expected = true;
	}

	/** The answer to a JSON-RPC question. */
	async rpc(method, params = []) {
		const response = await fetch(`http://${this.#rpcHost}:${this.ports.rpc}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
			signal: AbortSignal.timeout(RPC_LIMIT),
		});
		/** @type {any} */
		const reply = await response.json();
		const { result, error } = reply;
		if (error !== undefined) {
			throw new Error(`${method}: ${error.message}${error.data ? ` (${error.data})` : ''}`);
		}
		return result;
	}

	/** The number of the best block. */
	async best() {
		const { number } = await this.rpc('chain_getHeader');
		return Number(number);
	}

	/** Waits for the first block: before it, the chain has no time. */
	async firstBlock() {
		await waitFor(`${this.name} has a block`, FIRST_BLOCK_LIMIT, async () => {
			return (await this.best()) > 0 || undefined;
		});
	}

	/** The number of the last final block. */
	async finalised() {
		const hash = await this.rpc('chain_getFinalizedHead');
		const { number } = await this.rpc('chain_getHeader', [hash]);
		return Number(number);
	}

	/** What the node tells Prometheus, see `metricOf`; asked for so many milliseconds at most. */
	async metrics(limit = RPC_LIMIT) {
		const response = await fetch(`http://${this.#rpcHost}:${this.ports.prometheus}/metrics`, {
			signal: AbortSignal.timeout(limit),
		});
		return response.text();
	}

	/** How many other validators' addresses the node has found in the network's table. */
	async validatorsFound() {
		return metricOf(await this.metrics(), KNOWN_VALIDATORS);
	}

	/** Resident memory in bytes; unknown where there is no /proc. */
	memory() {
		try {
			const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
			return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024 || undefined;
		} catch {
			return undefined;
		}
	}

	/** Seconds for which the process has computed, on all cores together; unknown where there is no /proc. */
	computed() {
		try {
			const stat = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8');
			// The name of the program comes second, in brackets, and may hold anything.
			const numbers = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
			return (Number(numbers[11]) + Number(numbers[12])) / TICKS;
		} catch {
			return undefined;
		}
	}

	#obituary(how) {
		const lines = lastLines(this.log).map((line) => `    ${line}`);
		return [
			`${this.name} ended unexpectedly (${how}). The last lines of ${this.log}:`,
			...lines,
		].join('\n');
	}
}

/** The value of a metric in what Prometheus reads; 0 where it is not there. */
export function metricOf(metrics, name) {
	return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(metrics)?.[1] ?? 0);
}

/** The last lines of a file; none when it cannot be read. */
export function lastLines(path) {
	try {
		return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-LAST_LINES);
	} catch {
		return [];
	}
}
