// What `run` does: the network stands, the story is told on it, and the figures are given.

import { stateOf } from '../chain/admission.mjs';
import { accountOf, openKeyring } from '../chain/keyring.mjs';
import { countSlots } from '../chain/slots.mjs';
import { Stage } from '../chain/stage.mjs';
import { CHILE, FOUNDERS } from '../network/participants.mjs';
import { mebibytes, say as print, table } from '../network/text.mjs';
import {
	FINALITY_LIMIT,
	addChile,
	addFounders,
	startNodes,
	waitForFinality,
} from '../network/together.mjs';
import { isTold, openStory, tellStory } from './telling.mjs';
import { texts } from './text.mjs';

/** Those who run a node, in the order of the nodes. */
const VALIDATORS = [...FOUNDERS, CHILE];

/** The run on a network, to which it adds the nodes. */
export class Run {
	#stage;
	#lang;
	#say;
	#aeo;

	/** `aeo` is the path of the program that offices use. */
	constructor(network, lang, aeo) {
		const nodes = [...addFounders(network), addChile(network)];
		const places = new Map();
		VALIDATORS.forEach(({ territory }, place) => places.set(territory, nodes[place]));
		this.#stage = new Stage(places);
		this.#lang = lang;
		this.#aeo = aeo;
		this.#say = texts(lang).say;
	}

	/**
	 * Starts the network and tells the story, unless a kept chain holds it. Gives why it failed, or
	 * nothing.
	 */
	async play(data) {
		try {
			const firstBlock = await this.#begin();
			if (await isTold(this.#stage.chainOf('CR'))) {
				print(this.#say('run.told'));
				return undefined;
			}
			const failure = await this.#tell(data);
			await this.#sum(firstBlock);
			return failure;
		} finally {
			await this.#stage.close();
		}
	}

	/** Says how to go on with the network. */
	sayHowToGoOn(logs, portal) {
		const [first] = this.#stage.nodes;
		print(this.#say('run.goesOn'));
		print(`  ${this.#say('run.connect', { url: appsOf(first) })}`);
		if (portal !== undefined) {
			print(`  ${this.#say('run.portal', { url: portal })}`);
		}
		print(`  ${this.#say('run.logs', { logs })}`);
		print(`  ${this.#say('run.stop')}`);
	}

	/** Four administrations on one chain. Gives the first block of this run. */
	async #begin() {
		const founders = FOUNDERS.map(({ territory }) => this.#stage.nodeOf(territory));
		print(this.#say('run.founders'));
		await this.#start(FOUNDERS);
		const firstBlock = (await founders[0].best()) + 1;
		// In a kept chain Chile validates already, and finality may need its vote.
		if ((await stateOf(this.#stage.chainOf('CR'), CHILE.territory)) === 'Admitted') {
			print(this.#say('run.again'));
			await this.#start([CHILE]);
		}
		await waitForFinality(founders, firstBlock, FINALITY_LIMIT);
		const chain = await this.#stage.chainOf('CR').api.rpc.system.chain();
		print(this.#say('run.chain', { chain, block: firstBlock }));
		return firstBlock;
	}

	async #start(administrations) {
		const nodes = new Map(
			administrations.map(({ territory }) => [this.#stage.nodeOf(territory), territory]),
		);
		await startNodes([...nodes.keys()], (node, seconds) => {
			const country = this.#say(`country.${nodes.get(node)}`);
			const { url, log } = node;
			print(`  ${this.#say('run.up', { country, seconds: seconds.toFixed(1), url, log })}`);
		});
		await this.#stage.connect();
	}

	/** Tells the story. Gives why it failed, or nothing. */
	async #tell(data) {
		const pairOf = await openKeyring();
		const settings = { stage: this.#stage, pairOf, lang: this.#lang, print };
		const story = openStory({ ...settings, aeo: this.#aeo, data });
		return tellStory(story, data);
	}

	/** The figures of the validators. */
	async #sum(firstBlock) {
		const say = this.#say;
		const chain = this.#stage.chainOf('CR');
		const last = await this.#stage.nodeOf('CR').finalised();
		const counts = countSlots(await chain.blocks(firstBlock, last));
		const pairOf = await openKeyring();
		const rows = VALIDATORS.map(async ({ territory, key }) => {
			const account = accountOf(pairOf(key));
			return [
				say(`country.${territory}`),
				counts.authored.get(account) ?? 0,
				counts.missed.get(account) ?? 0,
				mebibytes(this.#stage.nodeOf(territory).memory()),
				await quotaOf(chain, account),
			];
		});
		const columns = ['node', 'authored', 'missed', 'memory', 'quota'];
		print();
		print(
			table(
				columns.map((column) => say(`run.${column}`)),
				await Promise.all(rows),
			),
		);
		print(say('run.counted', { from: firstBlock + 1, to: last }));
	}
}

/** What is left of the quota of an account's administration. */
async function quotaOf(chain, account) {
	const { answer } = await chain.rpc('aeo_quota', [account]);
	return answer === null ? '–' : `${((100 * answer.left) / answer.max).toFixed(1)} %`;
}

function appsOf({ url }) {
	return `https://polkadot.js.org/apps/?rpc=${url}`;
}
