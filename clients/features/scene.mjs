// One scenario: its firms by their names, who acts in it, and what was said last.

import assert from 'node:assert/strict';
import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { World } from '@cucumber/cucumber';
import { answerOf, evaluate, nameOf, verdictOf } from '../chain/ask.mjs';
import { Chain, connect } from '../chain/chain.mjs';
import { dayAt } from '../chain/clock.mjs';
import { commitmentTo, roleOf } from '../chain/calls.mjs';
import { waitFor } from '../network/wait.mjs';
import { firmWith } from '../firms/firms.mjs';
import { tinOf } from '../firms/numbers.mjs';
import { openCast, typeOf } from './ground.mjs';

/** Who plays: scenarios are played at the same time by processes that count from 0. */
const PLAYER = Number(process.env.CUCUMBER_WORKER_ID ?? 0);

/** Places of firms that one process may invent. */
const FIRMS = 500;

/** How long another process may keep an account to itself, in seconds. */
const LIMIT = 120;

/** How many firms this process has invented. */
let invented = 0;

/**
 * A connection that shares the accounts with other processes: one that sends has the account to itself
 * until its call is in a block, or nonces would be taken twice.
 */
class SharedChain extends Chain {
	async submit(call, pair) {
		const taken = join(playing.folder, pair.address);
		await waitFor(`${pair.address} is free`, LIMIT, async () => take(taken));
		try {
			return await super.submit(call, pair);
		} finally {
			rmdirSync(taken);
		}
	}
}

/** Makes a folder, which only one process can; `undefined` where it is there. */
function take(folder) {
	try {
		mkdirSync(folder);
		return true;
	} catch (error) {
		if (error.code === 'EEXIST') {
			return undefined;
		}
		throw error;
	}
}

/**
 * What all scenarios of this process have in common: a connection, and keys.
 *
 * @type {Record<string, any>}
 */
const playing = {};

/** Begins to play on the node at an address; `folder` is where processes agree on who signs. */
export async function open({ url, folder }) {
	playing.folder = folder;
	playing.cast = await openCast();
	playing.chain = await connect(url, SharedChain);
}

/** Ends the connection. */
export async function close() {
	await playing.chain?.close();
}

/** What the steps of one scenario know. */
export class Scene extends World {
	/** Firms by their names, as rows of a list. */
	firms = new Map();
	/** Agreements by the names that the scenario gives them. */
	agreements = new Map();
	/** @type {any} The agreement that was signed last, with its parties. */
	signed;
	/** @type {any} A list of certified firms, as rows. */
	list;
	/** @type {any} The incident that is open. */
	incident;
	/** @type {any} Why the last motion failed. */
	failure;
	/** @type {any} What was sent last. */
	last;

	/** The connection of this process. */
	get chain() {
		return playing.chain;
	}

	/** The keys of all who take part. */
	get cast() {
		return playing.cast;
	}

	/** The calls of the chain. */
	get tx() {
		return this.chain.api.tx;
	}

	/** The two officers of an administration who act in this scenario. */
	desk(territory) {
		return [0, 1].map((place) => this.cast.officer(territory, 2 * PLAYER + place));
	}

	/** The first of them. */
	officer(territory) {
		return this.desk(territory)[0];
	}

	/** Sends a call, which must go well. */
	async send(call, pair) {
		this.last = await this.chain.submitWell(call, pair);
		return this.last;
	}

	/** The data of an event of what was sent last. */
	event(section, method) {
		const data = this.chain.eventOf(this.last, section, method);
		assert.ok(data, `${this.last.call} has told no ${section}.${method}`);
		return data;
	}

	/** The local day of an administration. */
	today(territory) {
		return dayAt(this.parameters.clocks[territory], Date.now());
	}

	/** A firm that is not certified yet. */
	invent(territory, facts = {}) {
		invented += 1;
		const place = (PLAYER + 1) * FIRMS + invented;
		const tin = facts.tin ?? tinOf(territory, place);
		return firmWith({ certificate: `${territory}-${place}`, ...typeOf(territory), ...facts, tin });
	}

	/** The firm of this name. */
	firm(name) {
		assert.ok(this.firms.has(name), `nobody has told of the firm "${name}"`);
		return this.firms.get(name);
	}

	/** Who issues the certificate of a firm. */
	issuerOf(name) {
		return this.firm(name).tin.slice(0, 2);
	}

	/** The commitment of a declaration of this scenario. */
	declaration(reference) {
		return commitmentTo(reference, Buffer.from(this.firm([...this.firms.keys()][0]).tin));
	}

	/** What a grantor answers about a firm: `granted`, or the name of the denial. */
	async verdict(grantor, identifier, { role = 'EX', direction = 'Import', at = undefined } = {}) {
		return verdictOf(await evaluate(this.chain, grantor, identifier, role, direction, at));
	}

	/** That answer with all that comes with it. */
	async answer(grantor, name, role = 'EX', direction = 'Import') {
		const question = [grantor, this.firm(name).tin, role, direction];
		const reply = await this.chain.rpc('aeo_evaluate', question);
		return { ...answerOf(reply), whole: reply.answer };
	}

	/** A firm's certificate and how it stands. */
	async certificate(name) {
		const { certificate } = this.firm(name);
		const { answer } = await this.chain.rpc('aeo_certificate', [this.issuerOf(name), certificate]);
		return answer;
	}

	/** The status periods of a firm's certificate from the earliest on. */
	async history(name) {
		const { certificate } = this.firm(name);
		const { answer } = await this.chain.rpc('aeo_history', [this.issuerOf(name), certificate]);
		return answer.reverse().map(({ state, roles }) => ({ state: nameOf(state), roles }));
	}

	/** The legs from an issuer to a grantor, the latest agreement last. */
	async legs(issuer, grantor) {
		const { answer } = await this.chain.rpc('aeo_legs', [issuer, grantor]);
		return answer;
	}
}

/** The names of roles as answers have them, by their codes. */
export function rolesOf(codes) {
	return codes.map(roleOf).sort();
}
