// A connection to the chain: by the light client, which checks what it is told, or by a node, which is
// believed. What is asked is the same.

import { createClient, type PolkadotClient, type TypedApi } from 'polkadot-api';
import { getWsProvider } from 'polkadot-api/ws';
import { aeo } from '../../descriptors/dist';
import type { Network } from './network';

/** Who answers. */
export type Source = { kind: 'light' } | { kind: 'node'; address: string };

/** The chain's questions, storage and calls. */
export type Api = TypedApi<typeof aeo>;

/** How it stands with a connection. */
export type Reached =
	/** Nothing was heard yet, or not any more. */
	| 'connecting'
	| 'connected'
	/** Another chain answers at the address. */
	| 'foreign'
	/** The address is none, or the light client can't begin with the specification. */
	| 'impossible';

/** A connection. */
export interface Connection {
	source: Source;
	client: PolkadotClient;
	api: Api;
	close: () => void;
}

/**
 * How long a connection that is open may bring nothing until it is given up, in milliseconds: over a slow line
 * one message, the chain's metadata, takes that long. What is silent is told to the reader before.
 */
const HEARTBEAT = 90_000;

/** Opens a connection; `tell` hears how it stands. */
export async function open(
	network: Network,
	source: Source,
	tell: (reached: Reached) => void,
): Promise<Connection | undefined> {
	if (source.kind === 'node') {
		return openNode(network, source, tell);
	}
	// Who asks a node loads nothing of the light client.
	const { openLight } = await import('./light');
	return openLight(network, tell);
}

function openNode(
	{ genesis }: Network,
	source: { kind: 'node'; address: string },
	tell: (reached: Reached) => void,
): Connection | undefined {
	if (!/^wss?:\/\/[^\s/]/.test(source.address)) {
		tell('impossible');
		return undefined;
	}
	let isForeign = false;
	const provider = getWsProvider(source.address, {
		heartbeatTimeout: HEARTBEAT,
		onStatusChanged: ({ type }) => {
			if (!isForeign && type !== 'CONNECTED') {
				tell('connecting');
			}
		},
	});
	const client = createClient(provider);
	client.getChainSpecData().then(
		({ genesisHash }) => {
			isForeign = genesisHash !== genesis;
			if (isForeign) {
				tell('foreign');
				client.destroy();
			}
		},
		() => {},
	);
	return { source, client, api: client.getTypedApi(aeo), close: () => client.destroy() };
}
