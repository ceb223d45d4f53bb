// The story of `make run`: four administrations on one chain admit a fifth, and it validates.

import {
	admitChile,
	closeMotion,
	councilOf,
	hasVotedAye,
	newSessionKeys,
	openMotion,
	pendingProposal,
	proposeChile,
	setKeys,
	setValidating,
	stateOf,
	twoThirdsOf,
	voteAye,
} from './admission.mjs';
import { accountOf, connect } from './chain.mjs';
import { CHILE, FOUNDERS, openKeyring } from './participants.mjs';
import { countSlots, firstAuthoredBy } from './slots.mjs';
import { mebibytes, say, seconds, table } from './text.mjs';
import { waitFor } from './wait.mjs';

/** Changes of session after which a new validator must be active: two, and one for the wait. */
const SESSIONS_LIMIT = 3;

/** Without a new block for so long the chain stands still, in seconds. */
const STANDSTILL = 60;

/** How long finality may take to reach all nodes, in seconds. */
const FINALITY_LIMIT = 90;

/** Turns that a new validator gets to author its first block. */
const TURNS = 6;

/** Adds the founders' validators to a network, and gives them. */
export function addFounders(network) {
	return FOUNDERS.map(({ territory, country, flag }) => {
		return network.add({
			id: territory.toLowerCase(),
			name: `the node of ${country}`,
			options: [flag, '--validator'],
		});
	});
}

/** Adds Chile's node, whose keystore is empty, after the founders'. */
export function addChile(network) {
	return network.add({
		id: CHILE.territory.toLowerCase(),
		name: `the node of ${CHILE.country}`,
		options: ['--name', CHILE.country, '--validator'],
	});
}

/** Starts nodes together and says when each answers. */
export async function startNodes(nodes) {
	const start = performance.now();
	await Promise.all(
		nodes.map(async (node) => {
			await node.start();
			const elapsed = seconds((performance.now() - start) / 1000);
			say(`  ${node.name} is up after ${elapsed}: ${node.url}, log ${node.log}`);
		}),
	);
}

/** Waits until finality has begun on all these nodes beyond a block. */
export function waitForFinality(nodes, block, limit) {
	return waitFor(`block ${block} is final on ${nodes.length} nodes`, limit, async () => {
		const heights = await Promise.all(nodes.map((node) => node.finalised()));
		return heights.every((height) => height >= block) ? heights : undefined;
	});
}

/** Fails unless all nodes hold the same block at this height; gives its hash. */
export async function sameBlock(nodes, number) {
	const hashes = await Promise.all(
		nodes.map((node) => node.rpc('chain_getBlockHash', [number])),
	);
	if (hashes.some((hash) => hash === null || hash !== hashes[0])) {
		throw new Error(`The nodes disagree about block ${number}: ${hashes.join(', ')}.`);
	}
	return hashes[0];
}

/** Tells the story on a network of the founders' nodes and Chile's, none of them started. */
export async function tell(network) {
	const story = new Story(network);
	try {
		await story.begin();
		await story.admit();
		await story.validate();
		await story.sum();
	} finally {
		await story.chain?.close();
	}
}

class Story {
	#network;
	#founders;
	#chileanNode;
	#rows = [];

	constructor(network) {
		this.#network = network;
		this.#founders = network.nodes.slice(0, FOUNDERS.length);
		this.#chileanNode = network.nodes[FOUNDERS.length];
	}

	/** Four administrations on one chain. */
	async begin() {
		say('Four customs administrations start one validator each:');
		await startNodes(this.#founders);
		const pairOf = await openKeyring();
		this.members = FOUNDERS.map(({ key }) => pairOf(key));
		this.chile = pairOf(CHILE.key);
		this.chain = await connect(this.#founders[0].url);
		this.firstBlock = (await this.#founders[0].best()) + 1;
		const chain = await this.chain.api.rpc.system.chain();
		const { specName, specVersion } = this.chain.api.runtimeVersion;
		say(`They are one chain, "${chain}", runtime ${specName} ${specVersion}.`);
		// In a kept chain Chile validates already, and finality may need its vote.
		if ((await stateOf(this.chain, CHILE.territory)) === 'Admitted') {
			say('Chile was admitted when this chain ran last, so its node starts too:');
			await startNodes([this.#chileanNode]);
		}
		await waitForFinality(this.#founders, this.firstBlock, FINALITY_LIMIT);
		say(`Block ${this.firstBlock} is final on all four nodes.`);
		const seats = await councilOf(this.chain);
		say(`The council has ${seats.length} seats, one for each administration.`);
	}

	/** Chile is proposed, voted on and admitted. */
	async admit() {
		say();
		const { territory } = CHILE;
		if ((await stateOf(this.chain, territory)) === 'Admitted') {
			say('Chile is admitted already: nothing to vote on.');
			return;
		}
		const number = await this.#propose();
		const [mexico] = this.members;
		const seats = await councilOf(this.chain);
		const threshold = twoThirdsOf(seats.length);
		const call = admitChile(this.chain, number);

		const motion = await openMotion(this.chain, call, threshold, mexico);
		if (motion.submission === undefined) {
			say(`The motion to admit Chile is open already, as motion ${motion.index}.`);
		} else {
			await this.#step(
				'Mexico opens the motion in the council',
				`Mexico moves in the council that proposal ${number} be admitted; two thirds of` +
					` ${seats.length} seats are ${threshold} ayes`,
				motion.submission,
			);
		}
		await this.#vote(motion, threshold);
		const closing = await closeMotion(this.chain, motion, mexico);
		await this.#step('Mexico closes the motion', 'Mexico closes the motion', closing);
		if (closing.failure !== undefined) {
			throw new Error(`The council's decision could not be executed: ${closing.failure}`);
		}
		if ((await stateOf(this.chain, territory)) !== 'Admitted') {
			throw new Error('The motion was executed, but Chile is not admitted.');
		}
		const seated = await councilOf(this.chain);
		say(`Chile is admitted and has a seat: the council now has ${seated.length}.`);
	}

	async #propose() {
		const pending = await pendingProposal(this.chain, CHILE.territory);
		if (pending !== undefined) {
			say(`Chile is proposed already, as proposal ${pending}.`);
			return pending;
		}
		const [mexico] = this.members;
		const proposed = await proposeChile(this.chain, mexico, this.chile);
		await this.#step(
			'Mexico proposes Chile',
			`Mexico proposes Chile (territory CL, UTC−4, its account, encryption key and the hash of` +
				` the instrument): proposal ${proposed.number}`,
			proposed,
		);
		return proposed.number;
	}

	async #vote(motion, threshold) {
		const votes = this.members.slice(0, threshold).map(async (member, place) => {
			if (await hasVotedAye(this.chain, motion, member)) {
				return undefined;
			}
			const { country } = FOUNDERS[place];
			return { country, submission: await voteAye(this.chain, motion, member) };
		});
		for (const vote of (await Promise.all(votes)).filter((cast) => cast !== undefined)) {
			const text = `${vote.country} votes aye`;
			await this.#step(text, text, vote.submission);
		}
	}

	/** Chile's node is started, its keys are set, and two sessions later it authors blocks. */
	async validate() {
		say();
		if (!this.#chileanNode.isRunning) {
			say('Chile starts its node, with a keystore of its own:');
			await startNodes([this.#chileanNode]);
		}
		await this.#setKeys();
		const active = await this.#waitForSession();
		const block = await this.#waitForBlock(active);
		await waitForFinality(this.#network.nodes, block, FINALITY_LIMIT);
		const hash = await sameBlock(this.#network.nodes, block);
		say(`Block ${block} is final on all ${this.#network.nodes.length} nodes (${hash}).`);
	}

	async #setKeys() {
		const account = accountOf(this.chile);
		const registered = await this.chain.api.query.session.nextKeys(account);
		const held =
			registered.isSome &&
			(await this.#chileanNode.rpc('author_hasSessionKeys', [registered.unwrap().toHex()]));
		if (held) {
			say('Chile has set its session keys already.');
		} else {
			const keys = await newSessionKeys(this.#chileanNode, this.chile);
			await this.#step(
				'Chile sets its session keys',
				"Chile's node makes session keys, and Chile registers them with the proof that they" +
					' are its own',
				await setKeys(this.chain, keys, this.chile),
			);
		}
		const validating = await this.chain.api.query.administrations.validating();
		if (![...validating].some((territory) => territory.type === CHILE.territory)) {
			await this.#step(
				'Chile says that it validates',
				'Chile says that it wants to validate',
				await setValidating(this.chain, true, this.chile),
			);
		}
	}

	/** Waits until Chile is among the validators, and gives the block where that was seen. */
	async #waitForSession() {
		const account = accountOf(this.chile);
		const first = await this.#session();
		if (first.validators.includes(account)) {
			say('Chile is one of the validators.');
			return first.block;
		}
		say(`It is session ${first.index}; a change of the validators is active two sessions later.`);
		let last = first;
		while (last.index <= first.index + SESSIONS_LIMIT) {
			const from = last;
			last = await waitFor('a new block', STANDSTILL, async () => {
				const now = await this.#session();
				return now.block > from.block ? now : undefined;
			});
			if (last.index > from.index) {
				say(`Session ${last.index} began by block ${last.block}.`);
			}
			if (last.validators.includes(account)) {
				say(`Chile is one of the ${last.validators.length} validators.`);
				return last.block;
			}
		}
		throw new Error(`Session ${last.index} began, and Chile is still not among the validators.`);
	}

	async #session() {
		const hash = await this.chain.rpc('chain_getBlockHash');
		const at = await this.chain.api.at(hash);
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

	/** Waits for the first block after `active` that Chile authored, and gives its number. */
	async #waitForBlock(active) {
		const account = accountOf(this.chile);
		const enough = active + TURNS * this.#network.nodes.length;
		const number = await waitFor('a new block', STANDSTILL * TURNS, async () => {
			const best = await this.#founders[0].best();
			const block = firstAuthoredBy(account, await this.chain.blocks(active, best));
			if (block === undefined && best > enough) {
				throw new Error(`Chile authored none of the blocks ${active + 1} to ${best}.`);
			}
			return block?.number;
		});
		say(`Chile's node authored block ${number}.`);
		return number;
	}

	/** The figures. */
	async sum() {
		const { nodes } = this.#network;
		const final = await this.#founders[0].finalised();
		const blocks = await this.chain.blocks(this.firstBlock, final);
		const { authored, missed } = countSlots(blocks);
		const accounts = [...this.members, this.chile].map(accountOf);
		say();
		if (this.#rows.length > 0) {
			say(table(['step', 'block', 'included after', 'final after'], this.#rows));
			say();
		}
		const rows = accounts.map((account, place) => [
			nodes[place].name,
			authored.get(account) ?? 0,
			missed.get(account) ?? 0,
			mebibytes(nodes[place].memory()),
		]);
		say(table(['node', 'blocks authored', 'slots missed', 'resident memory'], rows));
		say(`Counted over blocks ${this.firstBlock + 1} to ${final}.`);
	}

	/** Tells a step and keeps its figures. */
	async #step(name, sentence, { block, inclusion, finality }) {
		const final = await finality;
		const where =
			final.block === block ? `block ${block}` : `block ${final.block} (first in ${block})`;
		say(
			`${sentence}: in ${where} after ${seconds(inclusion)}, final after` +
				` ${seconds(final.seconds)}.`,
		);
		this.#rows.push([name, final.block, seconds(inclusion), seconds(final.seconds)]);
	}
}
