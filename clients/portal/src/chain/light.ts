// The light client: it takes headers, finality and proofs from nodes, and believes none of them.

import { createClient } from 'polkadot-api';
import { getSmProvider } from 'polkadot-api/sm-provider';
import { startFromWorker } from 'polkadot-api/smoldot/from-worker';
import LightClientWorker from 'polkadot-api/smoldot/worker?worker';
import { aeo } from '../../descriptors/dist';
import type { Connection, Reached } from './connection';
import type { Network } from './network';

/** What the light client prints into the browser's console: errors and warnings. */
const LOG_LEVEL = 2;

/** Starts the light client on the specification beside the page; `tell` hears how it stands. */
export function openLight(
	{ genesis, chain }: Network,
	tell: (reached: Reached) => void,
): Connection | undefined {
	if (chain === undefined) {
		tell('impossible');
		return undefined;
	}
	const worker = new LightClientWorker();
	const light = startFromWorker(worker, { maxLogLevel: LOG_LEVEL });
	const added = fetch(`./${chain}`, { cache: 'no-cache' })
		.then((response) => response.text())
		.then((chainSpec) => light.addChain({ chainSpec }));
	const client = createClient(getSmProvider(() => added));
	const close = () => {
		client.destroy();
		const end = () => worker.terminate();
		light.terminate().then(end, end);
	};
	// A specification that fails once fails for ever: the client must not try it again and again.
	added.catch(() => {
		tell('impossible');
		close();
	});
	client.getChainSpecData().then(
		({ genesisHash }) => {
			if (genesisHash !== genesis) {
				tell('foreign');
				close();
			}
		},
		() => {},
	);
	return { source: { kind: 'light' }, client, api: client.getTypedApi(aeo), close };
}
