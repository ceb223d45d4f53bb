// Where administrations meet: the nodes of those that run one, and a connection to each.

import { connect } from './chain.mjs';

/** Whose node answers those who run none. */
const HOST = 'CR';

/** A network of several nodes, or one node that all of them ask. */
export class Stage {
	#nodes;
	#chains = new Map();

	/** `nodes` is a map from territory to node; Costa Rica has one. */
	constructor(nodes) {
		this.#nodes = nodes;
	}

	/** All nodes, started or not. */
	get nodes() {
		return [...this.#nodes.values()];
	}

	/** Whether there are several nodes, so that one may fail. */
	get isNetwork() {
		return this.#nodes.size > 1;
	}

	/** An administration's own node, or none. */
	nodeOf(territory) {
		return this.#nodes.get(territory);
	}

	/** The node that an administration asks: its own, or Costa Rica's. */
	nodeFor(territory) {
		return this.nodeOf(territory) ?? this.nodeOf(HOST);
	}

	/** The connection that an administration uses: to its own node, or to Costa Rica's. */
	chainOf(territory) {
		return this.#chains.get(territory) ?? this.#chains.get(HOST);
	}

	/** Connects to the running nodes that are not connected yet. */
	async connect() {
		for (const [territory, node] of this.#nodes) {
			if (node.isRunning && !this.#chains.has(territory)) {
				this.#chains.set(territory, await connect(node.url));
			}
		}
	}

	/** Ends the connection to an administration's own node. */
	async disconnect(territory) {
		const chain = this.#chains.get(territory);
		this.#chains.delete(territory);
		await chain?.close();
	}

	/** Ends all connections. */
	async close() {
		await Promise.all([...this.#chains.keys()].map((territory) => this.disconnect(territory)));
	}

	/** Waits until all connected nodes have a block of this number. */
	async reach(number) {
		await Promise.all([...this.#chains.values()].map((chain) => chain.reach(number)));
	}
}
