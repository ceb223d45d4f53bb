// Which network the page belongs to, as it is said by the files beside it.

/** The file `network.json` beside the page. */
export interface Network {
	/** The hash of the chain's first block: whatever answers for another chain is not listened to. */
	genesis: string;
	/** The address of a node, `ws://` or `wss://`. */
	node: string;
	/** The chain's specification for the light client, beside the page; without it there is none. */
	chain?: string;
}

/** Reads `network.json`. */
export async function readNetwork(): Promise<Network> {
	const response = await fetch('./network.json', { cache: 'no-cache' });
	if (!response.ok) {
		throw new Error(`network.json: ${response.status}`);
	}
	return (await response.json()) as Network;
}
