// Throughput: transactions signed beforehand, handed to the pool, and counted in the blocks.

import { say } from '../network/text.mjs';
import { waitFor } from '../network/wait.mjs';

/** Milliseconds of a slot. */
const SLOT = 3_000;

/** Transactions that are on their way to the node at one time. */
const AT_ONCE = 200;

/** How long all transactions of a run may take to get into blocks, in seconds. */
const LIMIT = 600;

/** Signs calls, `[call, pair]`, with the nonces that follow. Gives the transactions as hex. */
export async function sign({ api }, calls) {
	const nonces = new Map();
	const options = { era: 0, blockHash: api.genesisHash };
	const signed = [];
	for (const [call, pair] of calls) {
		if (!nonces.has(pair.address)) {
			nonces.set(pair.address, (await api.rpc.system.accountNextIndex(pair.address)).toNumber());
		}
		const nonce = nonces.get(pair.address);
		nonces.set(pair.address, nonce + 1);
		signed.push((await call.signAsync(pair, { ...options, nonce })).toHex());
	}
	return signed;
}

/**
 * Submits transactions and waits until all are in blocks. Gives how many there were a second from
 * the first block that holds one to the last, and how full the fullest block was. Fails where one of
 * them fails.
 */
export async function run(chain, what, calls) {
	const transactions = await sign(chain, calls);
	const before = await chain.best();
	for (let first = 0; first < transactions.length; first += AT_ONCE) {
		const chunk = transactions.slice(first, first + AT_ONCE);
		await Promise.all(chunk.map((hex) => chain.rpc('author_submitExtrinsic', [hex])));
	}
	const blocks = [];
	let next = before + 1;
	let left = transactions.length;
	await waitFor(`${what}: all transactions are in blocks`, LIMIT, async () => {
		for (; next <= (await chain.best()); next += 1) {
			const block = await look(chain, next);
			left -= block.transactions;
			blocks.push(block);
		}
		return left <= 0 ? true : undefined;
	});
	const used = blocks.slice(
		blocks.findIndex(({ transactions: count }) => count > 0),
		blocks.findLastIndex(({ transactions: count }) => count > 0) + 1,
	);
	const seconds = (used.length * SLOT) / 1_000;
	const fullness = Math.max(...used.map((block) => block.fullness));
	const rate = transactions.length / seconds;
	say(`  ${what}: ${transactions.length} in ${used.length} blocks, ${rate.toFixed(1)} tx/s`);
	return { rate, fullness, blocks: used.length };
}

/** The numbers of the proposals that wait for an issuer's second officers, by certificate. */
export async function pendingOf(chain, issuer) {
	const waiting = new Map();
	for (let page = 0; page !== null; ) {
		const { answer } = await chain.rpc('aeo_pendingDecisions', [issuer, page]);
		answer.decisions.forEach(({ number, proposal }) => waiting.set(number, proposal));
		page = answer.next_page;
	}
	return waiting;
}

/** The transactions of a block but for the clock's, and how full it is. */
async function look(chain, number) {
	const hash = await chain.rpc('chain_getBlockHash', [number]);
	const { block } = await chain.rpc('chain_getBlock', [hash]);
	const at = await chain.api.at(hash);
	const events = await at.query.system.events();
	const failed = events.find(({ event }) => event.section === 'system' && event.method === 'ExtrinsicFailed');
	if (failed !== undefined) {
		const error = failed.event.data.dispatchError;
		const name = error.isModule ? chain.api.registry.findMetaError(error.asModule).name : error.type;
		throw new Error(`A transaction failed in block ${number}: ${name}. The figure would be wrong.`);
	}
	const weight = await at.query.system.blockWeight();
	const most = chain.api.consts.system.blockWeights.maxBlock.refTime.toBigInt();
	const used = ['normal', 'operational', 'mandatory'].reduce((sum, kind) => {
		return sum + weight[kind].refTime.toBigInt();
	}, 0n);
	return { transactions: block.extrinsics.length - 1, fullness: Number((used * 1000n) / most) / 1000 };
}
