// How an administration that was admitted becomes a validator: its node starts with an empty
// keystore, its keys are set, and two sessions later it authors blocks.

import { newSessionKeys, setKeys, setValidating } from '../chain/admission.mjs';
import { accountOf } from '../chain/keyring.mjs';
import { firstAuthoredBy } from '../chain/slots.mjs';
import { FINALITY_LIMIT, sameBlock, waitForFinality } from '../network/together.mjs';
import { waitFor } from '../network/wait.mjs';

/** Changes of session after which a new validator must be active: two, and one for the wait. */
const SESSIONS_LIMIT = 3;

/** How long a new node may take to fetch the chain, in seconds. */
const SYNC_LIMIT = 120;

/** Without a new block for so long the chain stands still, in seconds. */
const STANDSTILL = 60;

/** Turns that a new validator gets to author its first block. */
const TURNS = 6;

/** Starts the node of an administration, and waits until it has the chain. */
export async function startNode({ stage, country }, step, territory) {
	const node = stage.nodeOf(territory);
	step.progress('run.starts', { country: country(territory) });
	await node.start();
	await stage.connect();
	await waitFor(`${node.name} has the chain`, SYNC_LIMIT, async () => {
		const { isSyncing, peers } = await node.rpc('system_health');
		return isSyncing || peers === 0 ? undefined : true;
	});
	// Its pool judges transactions by the state of the first block that comes after that.
	await stage.chainOf(territory).reach((await stage.nodeOf('CR').best()) + 1);
}

/** Sets the session keys of an administration's node, and waits until it has authored a block. */
export async function becomeValidator({ stage, country, cast }, step, territory) {
	const node = stage.nodeOf(territory);
	const chain = stage.chainOf(territory);
	const pair = cast.own(territory);
	const keys = await newSessionKeys(node, pair);
	await step.noteAll([await setKeys(chain, keys, pair)], () => [
		'join.keys',
		{ country: country(territory) },
	]);
	await step.noteAll([await setValidating(chain, true, pair)], () => [
		'join.validating',
		{ country: country(territory) },
	]);
	const active = await waitForSession(step, chain, accountOf(pair));
	const block = await waitForBlock(stage, chain, accountOf(pair), active);
	await waitForFinality(stage.nodes, block, FINALITY_LIMIT);
	await sameBlock(stage.nodes, block);
	step.say('join.authored', { country: country(territory), block, nodes: stage.nodes.length });
}

/** Waits until an account is among the validators, and gives the block where that was seen. */
async function waitForSession(step, chain, account) {
	const first = await sessionOf(chain);
	step.progress('run.sessionWait', { session: first.index });
	let last = first;
	while (last.index <= first.index + SESSIONS_LIMIT) {
		const from = last;
		last = await waitFor('a new block', STANDSTILL, async () => {
			const now = await sessionOf(chain);
			return now.block > from.block ? now : undefined;
		});
		if (last.index > from.index) {
			step.progress('run.session', { session: last.index, block: last.block });
		}
		if (last.validators.includes(account)) {
			return last.block;
		}
	}
	throw new Error(`Session ${last.index} began, and the newcomer is not among the validators.`);
}

async function sessionOf(chain) {
	const hash = await chain.rpc('chain_getBlockHash');
	const at = await chain.api.at(hash);
	const [number, index, validators] = await Promise.all([
		at.query.system.number(),
		at.query.session.currentIndex(),
		at.query.session.validators(),
	]);
	return {
		block: number.toNumber(),
		index: index.toNumber(),
		validators: validators.map((validator) => validator.toHex()),
	};
}

/** Waits for the first block after `active` that an account authored, and gives its number. */
async function waitForBlock(stage, chain, account, active) {
	const enough = active + TURNS * stage.nodes.length;
	return waitFor('a new block', STANDSTILL * TURNS, async () => {
		const best = await chain.best();
		const block = firstAuthoredBy(account, await chain.blocks(active, best));
		if (block === undefined && best > enough) {
			throw new Error(`The newcomer authored none of the blocks ${active + 1} to ${best}.`);
		}
		return block?.number;
	});
}
