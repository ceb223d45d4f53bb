// Looks for bytes in all that a chain keeps: its state, and its blocks with their events.

/** How many keys are asked for at once. */
const KEYS = 1_000;

/** Where one of these byte strings stands: keys of the state, and numbers of blocks. */
export async function placesOf(chain, words) {
	const has = (hex) => {
		const bytes = Buffer.from(hex.slice(2), 'hex');
		return words.some((word) => bytes.includes(word));
	};
	const places = [];
	for await (const [key, value] of state(chain)) {
		if (has(key) || has(value)) {
			places.push(key);
		}
	}
	const last = await chain.best();
	for (let number = 0; number <= last; number += 1) {
		const hash = await chain.rpc('chain_getBlockHash', [number]);
		const { block } = await chain.rpc('chain_getBlock', [hash]);
		const events = await chain.rpc('state_getStorage', [chain.api.query.system.events.key(), hash]);
		if ([...block.extrinsics, events ?? '0x'].some(has)) {
			places.push(`block ${number}`);
		}
	}
	return places;
}

/** All keys and values of the best block's state. */
async function* state(chain) {
	const at = await chain.rpc('chain_getBlockHash');
	let start = '0x';
	for (;;) {
		const keys = await chain.rpc('state_getKeysPaged', ['0x', KEYS, start, at]);
		if (keys.length === 0) {
			return;
		}
		const [{ changes }] = await chain.rpc('state_queryStorageAt', [keys, at]);
		for (const [key, value] of changes) {
			// The code of the runtime is long, and not of this chain's data.
			if (key !== '0x3a636f6465') {
				yield [key, value ?? '0x'];
			}
		}
		start = keys.at(-1);
	}
}
