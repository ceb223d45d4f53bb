// A light client beside the nodes: it believes none of them, and goes on from the validators of the chain's
// specification by what these have signed.

import { readFileSync } from 'node:fs';
import { createClient } from 'polkadot-api';
import { getSmProvider } from 'polkadot-api/sm-provider';
import { start } from 'polkadot-api/smoldot';
import { waitFor } from '../network/wait.mjs';
import { Broken } from './record.mjs';

/** Follows the chain of a raw specification, and finds its nodes by these addresses. */
export class LightClient {
	#smoldot = start({ maxLogLevel: 1 });
	#client;

	constructor(spec, bootNodes) {
		const chainSpec = JSON.stringify({ ...JSON.parse(readFileSync(spec, 'utf8')), bootNodes });
		this.#client = createClient(getSmProvider(() => this.#smoldot.addChain({ chainSpec })));
	}

	/** The last block that it knows to be final. */
	finalised() {
		return this.#client.getFinalizedBlock();
	}

	/** Waits until it knows a block of at least this number to be final, and fails where a node has another one there. */
	async agrees(node, number, limit) {
		const { number: height, hash } = await waitFor(`the light client follows to block ${number}`, limit, async () => {
			const block = await this.finalised();
			return block.number >= number ? block : undefined;
		});
		await waitFor(`${node.name} has made block ${height} final`, limit, async () => {
			return (await node.finalised()) >= height || undefined;
		});
		const there = await node.rpc('chain_getBlockHash', [height]);
		if (there !== hash) {
			throw new Broken(`At block ${height} the light client has ${hash}, and ${node.name} ${there}.`);
		}
		return height;
	}

	async stop() {
		this.#client.destroy();
		await this.#smoldot.terminate();
	}
}
