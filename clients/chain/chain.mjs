// The chain as one of its users sees it through polkadot.js: connecting, and submitting with the times
// to inclusion and to finality.

import { ApiPromise, WsProvider } from '@polkadot/api';
import { stopwatch, waitFor, withLimit } from '../network/wait.mjs';
import { explained, refusalOf } from './refusals.mjs';
import { slotOf } from './slots.mjs';

/** How long a transaction may wait for a block, in seconds. */
const INCLUSION_LIMIT = 60;

/** How long a transaction may wait for finality, in seconds. */
const FINALITY_LIMIT = 120;

/** How long connecting may take, in seconds. */
const CONNECTION_LIMIT = 60;

/** How long a block of one node may be on its way to another, in seconds. */
const ARRIVAL_LIMIT = 60;

/**
 * Connects to a node; no custom types are given, the metadata has everything. `Kind` is the class of
 * the connection.
 */
export async function connect(url, Kind = Chain) {
	const provider = new WsProvider(url, 1_000);
	const api = await withLimit(
		`a connection to ${url}`,
		CONNECTION_LIMIT,
		ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true }),
	);
	return new Kind(api, provider);
}

/** A connection to one node. */
export class Chain {
	#provider;
	#lastOf = new Map();

	constructor(api, provider) {
		this.api = api;
		this.#provider = provider;
	}

	/** Ends the connection. */
	async close() {
		await this.api.disconnect();
	}

	/** A question in plain JSON-RPC, for methods that polkadot.js has no definition of. */
	rpc(method, params = []) {
		return this.#provider.send(method, params);
	}

	/**
	 * Signs and submits a call, and gives at inclusion: `call` (its name), `block` (number),
	 * `events`, `refusal` when the call failed in the block, `inclusion` (seconds), and `finality`,
	 * a promise of `{ block, seconds }`. Fails when the pool refuses the call or gives it up. Calls
	 * of one account wait for each other's inclusion, so that their nonces are right.
	 */
	submit(call, pair) {
		const previous = this.#lastOf.get(pair.address) ?? Promise.resolve();
		const submission = previous.then(() => this.#submitNow(call, pair));
		this.#lastOf.set(
			pair.address,
			submission.catch(() => {}),
		);
		return submission;
	}

	/**
	 * Hands a signed call to the pool without watching it, and gives the pool's refusal as text, or
	 * `undefined` when the pool took it.
	 */
	async poolRefusal(call, pair) {
		const signed = await call.signAsync(pair, { nonce: -1 });
		return this.rawRefusal(signed.toHex());
	}

	/** Hands bytes in hex to the pool, and gives its refusal as text, or `undefined`. */
	async rawRefusal(extrinsic) {
		try {
			await this.rpc('author_submitExtrinsic', [extrinsic]);
			return undefined;
		} catch (error) {
			return explained(error.message);
		}
	}

	/** Like `submit`, but a call that fails in the block is a failure here too. */
	async submitWell(call, pair) {
		const submission = await this.submit(call, pair);
		if (submission.refusal !== undefined) {
			throw new Error(`${submission.call} was refused: ${submission.refusal}`);
		}
		return submission;
	}

	async #submitNow(call, pair) {
		const elapsed = stopwatch();
		const included = deferred();
		const final = deferred();
		const fail = (error) => {
			included.reject(error);
			final.reject(error);
		};
		const name = `${call.method.section}.${call.method.method}`;
		const what = `${name} of ${pair.address}`;
		const sent = call.signAndSend(pair, { nonce: -1 }, (result) => {
			if (result.isError || result.internalError) {
				const why = result.internalError?.message ?? `it is ${result.status.type}`;
				fail(new Error(`The pool gave ${what} up: ${why}.`));
			} else if (result.status.isInBlock || result.status.isFinalized) {
				const block = result.blockNumber.toNumber();
				const { events, dispatchError } = result;
				const refusal = dispatchError && refusalOf(this.api.registry, dispatchError);
				// Only the first report counts; news of inclusion may be overtaken by finality.
				included.resolve({ block, events, refusal, inclusion: elapsed() });
				if (result.status.isFinalized) {
					final.resolve({ block, seconds: elapsed() });
				}
			}
		});
		const unsubscribe = await sent.catch((error) => {
			error.message = explained(error.message);
			throw error;
		});
		const finality = withLimit(`${what} is final`, FINALITY_LIMIT, final.promise).finally(
			unsubscribe,
		);
		finality.catch(() => {});
		const inclusion = await withLimit(
			`${what} is in a block`,
			INCLUSION_LIMIT,
			included.promise,
		);
		return { call: name, ...inclusion, finality };
	}

	/** Ends when the block of a number is final; without one, when the best block of now is. */
	async untilFinal(number) {
		const block = number ?? (await this.#numberOf());
		await waitFor(`block ${block} is final`, FINALITY_LIMIT, async () => {
			const last = await this.#numberOf(await this.rpc('chain_getFinalizedHead'));
			return last >= block || undefined;
		});
	}

	async #numberOf(hash = null) {
		const { number } = await this.rpc('chain_getHeader', [hash]);
		return Number(number);
	}

	/** The data of the first event of this name among a submission's events. */
	eventOf(submission, section, method) {
		const record = submission.events.find(({ event }) => {
			return event.section === section && event.method === method;
		});
		return record?.event.data;
	}

	/**
	 * Why a call failed that another call made: the refusal in the `result` of the first event of
	 * this name, or `undefined` when it went well. Fails when there is no such event.
	 */
	failureIn(submission, section, method) {
		const event = this.eventOf(submission, section, method);
		if (event === undefined) {
			throw new Error(`Block ${submission.block} has no event ${section}.${method}.`);
		}
		return event.result.isErr ? refusalOf(this.api.registry, event.result.asErr) : undefined;
	}

	/** The number of the best block. */
	async best() {
		const { number } = await this.rpc('chain_getHeader');
		return Number(number);
	}

	/** Waits until the node of this connection has a block of this number. */
	async reach(number) {
		await waitFor(`block ${number} arrives`, ARRIVAL_LIMIT, async () => {
			return (await this.best()) >= number ? number : undefined;
		});
	}

	/** Waits for so many blocks. */
	async passBlocks(count) {
		const first = await this.best();
		for (let passed = 1; passed <= count; passed += 1) {
			await this.reach(first + passed);
		}
	}

	/** Blocks `from` to `to` of the best chain, as slots.mjs wants them. */
	async blocks(from, to) {
		const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
		return Promise.all(numbers.map((number) => this.#block(number)));
	}

	async #block(number) {
		const hash = await this.rpc('chain_getBlockHash', [number]);
		const [header, validators] = await Promise.all([
			this.rpc('chain_getHeader', [hash]),
			this.rpc('state_getStorage', [this.api.query.session.validators.key(), hash]),
		]);
		const accounts = this.api.createType('Vec<AccountId32>', validators);
		return {
			number,
			slot: slotOf(header.digest.logs),
			validators: accounts.map((account) => account.toHex()),
		};
	}
}

function deferred() {
	const parts = {};
	parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
	parts.promise.catch(() => {});
	return parts;
}
