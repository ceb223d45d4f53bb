// The flood: transactions signed with the nonces that follow, handed to the pool as fast as it
// answers, and what it said to each.

/** Accounts that wait for an answer of the pool at one time. */
const AT_ONCE = 48;

/** What the pool says where a transaction with the same nonce waits, and how many are passed by. */
const IS_WAITING = /^1014: /;
const STEPS = 30;

/** Signs and sends for attackers, and counts. */
export class Flood {
	#nonces = new Map();

	/** `chain` is a connection of its own, so that nobody else waits behind the flood. */
	constructor(chain, signer) {
		this.chain = chain;
		this.signer = signer;
		/** How many were handed to the pool, how many it took, and its refusals by their text. */
		this.sent = 0;
		this.taken = 0;
		this.refused = new Map();
		/** Everybody who sent something, as addresses. */
		this.senders = new Set();
	}

	/** Forgets the nonces, so that they are asked again: after transactions were dropped. */
	forget() {
		this.#nonces.clear();
	}

	/** Hands these calls, `[call, pair]`, to the pool: those of one account in turn. */
	async send(calls) {
		const queues = [...groups(calls).values()];
		const work = async () => {
			for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
				for (const [call, pair] of queue) {
					await this.#sendOne(call, pair);
				}
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, work));
	}

	async #sendOne(call, pair) {
		let nonce = await this.#nonceOf(pair);
		this.sent += 1;
		this.senders.add(pair.address);
		let refusal = await this.chain.rawRefusal(this.signer.sign(call, pair, nonce));
		for (let step = 0; step < STEPS && IS_WAITING.test(refusal); step += 1) {
			nonce += 1;
			refusal = await this.chain.rawRefusal(this.signer.sign(call, pair, nonce));
		}
		if (refusal === undefined) {
			this.taken += 1;
			this.#nonces.set(pair.address, nonce + 1);
		} else {
			const why = kindOf(refusal);
			this.refused.set(why, (this.refused.get(why) ?? 0) + 1);
		}
	}

	async #nonceOf({ address }) {
		const known = this.#nonces.get(address);
		if (known !== undefined) {
			return known;
		}
		const nonce = await this.chain.rpc('system_accountNextIndex', [address]);
		this.#nonces.set(address, nonce);
		return nonce;
	}
}

/** A refusal without the figures that are other ones each time. */
export function kindOf(refusal) {
	return refusal.replace(/ \(\d+ vs \d+\):?/, '').replaceAll(/0x[0-9a-f]{64}/g, '…');
}

/** The calls of each account, in their order. */
export function groups(calls) {
	const queues = new Map();
	for (const entry of calls) {
		const [, { address }] = entry;
		queues.set(address, [...(queues.get(address) ?? []), entry]);
	}
	return queues;
}
