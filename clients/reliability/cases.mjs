// What may happen to validators, and what must hold then. After each case all nodes go on, and `record.verify` looks
// whether every promise is kept.

import { execFileSync } from 'node:child_process';
import { closeSync, cpSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { blake2AsHex } from '@polkadot/util-crypto';
import {
	admissionOf,
	decide,
	newSessionKeys,
	proposeNewcomer,
	setKeys,
	setValidating,
	stateOf,
	twoThirdsOf,
} from '../chain/admission.mjs';
import { connect } from '../chain/chain.mjs';
import { accountOf } from '../chain/keyring.mjs';
import { upgrade } from '../chain/upgrade.mjs';
import { CHILE, FOUNDERS } from '../network/participants.mjs';
import { startNodes, waitForFinality } from '../network/together.mjs';
import { waitFor } from '../network/wait.mjs';
import { Broken } from './record.mjs';

/** How long validators are apart, or away, in milliseconds. */
const SPELL = 24_000;

/** How long nodes that can may take to make further blocks final, in seconds. */
const LIMIT = 180;

/** Blocks that have to become final where nothing hinders it. */
const SOME = 4;

/** How long two changes of session may take where most slots are used, and where half of them are, in seconds. */
const SESSIONS = 300;
const SLOW_SESSIONS = 900;

/** Fewest validators that the development network allows. */
const FEWEST = 3;

/** Blocks from the beginning of a session until those who are left make blocks final: no branch is longer here. */
const DELAY = 20;

/** A line that is slow and loses packets. */
const SLOW = { kilobits: 512, oneOf: 16 };

/** By how many seconds a clock is wrong. */
const WRONG = 20;

/** A quota like any other. */
const QUOTA = { max: '20000000000000', recovery: '100000000000' };

/** How large the file system is that is filled up, in MiB. */
export const SMALL = 160;

/** Fails unless these nodes make further blocks final. */
async function goOn(nodes, from) {
	const since = from ?? Math.max(...(await Promise.all(nodes.map((node) => node.finalised()))));
	await waitForFinality(nodes, since + SOME, LIMIT);
}

/** Fails where one of these nodes makes a block final in a spell that begins once votes under way have arrived. */
async function standStill(nodes) {
	await sleep(SPELL / 3);
	const before = await Promise.all(nodes.map((node) => node.finalised()));
	await sleep(SPELL);
	const after = await Promise.all(nodes.map((node) => node.finalised()));
	if (after.some((height, place) => height !== before[place])) {
		throw new Broken(`Finality went from ${before} to ${after} without two thirds of the validators.`);
	}
}

/** Writes a file until nothing more fits beside it. */
function fillUp(path) {
	const file = openSync(path, 'w');
	const piece = Buffer.alloc(2 ** 20);
	try {
		for (;;) {
			writeSync(file, piece);
		}
	} catch (error) {
		if (error.code !== 'ENOSPC') {
			throw error;
		}
	} finally {
		closeSync(file);
	}
}

/** Does something with a connection to a node, and closes it. */
async function connected(node, work) {
	const chain = await connect(node.url);
	try {
		return await work(chain);
	} finally {
		await chain.close();
	}
}

/** The nodes of the administrations that may validate, by territory. */
function nodesOf({ validators, late }) {
	const nodes = [...validators, late];
	return new Map([...FOUNDERS, CHILE].map(({ territory }, place) => [territory, nodes[place]]));
}

/** Waits until the validators in office are those of these territories and no others; gives the block. */
function waitForOffice(chain, keys, territories, limit) {
	const wanted = territories.map((territory) => accountOf(keys.own(territory))).sort();
	return waitFor(`${territories.join(', ')} are in office`, limit, async () => {
		const inOffice = /** @type {any} */ (await chain.api.query.session.validators());
		const accounts = inOffice.map((account) => account.toHex()).sort();
		return accounts.join() === wanted.join() ? chain.best() : undefined;
	});
}

/** The territories that want to validate, as the chain has it. */
async function wanting(chain) {
	const all = /** @type {any} */ (await chain.api.query.administrations.validating());
	return [...all].map((territory) => territory.type);
}

/** The council decides by these members of its seats; fails where its call did. */
function councilDecides(chain, call, keys, territories) {
	return councilDecidesBy(chain, call, territories.map((territory) => keys.own(territory)));
}

/** The council decides by the votes of these accounts; fails where its call did. */
async function councilDecidesBy(chain, call, members) {
	const { failure } = await decide(chain, call, members.length, members);
	if (failure !== undefined) {
		throw new Error(`The council's call failed: ${failure}`);
	}
}

/** Chile is admitted by the council, where it is not, and validates. Gives the territories in office, and since when. */
async function letChileValidate(chain, { late, keys }) {
	const own = keys.own(CHILE.territory);
	if (!late.isRunning) {
		await startNodes([late], () => {});
	}
	if ((await stateOf(chain, CHILE.territory)) === undefined) {
		const { number } = await proposeNewcomer(chain, keys.own('MX'), CHILE, own);
		await councilDecides(chain, admissionOf(chain, CHILE, number), keys, ['MX', 'CR', 'PE']);
		await setKeys(chain, await newSessionKeys(late, own), own);
	}
	await setValidating(chain, true, own);
	const territories = await wanting(chain);
	return { territories, block: await waitForOffice(chain, keys, territories, SESSIONS) };
}

/** The cases by their names: each does something to the validators of a world, and undoes it. */
export const CASES = {
	async kills({ validators, draw, kills }) {
		for (let kill = 0; kill < kills; kill += 1) {
			// Every fourth time two of them, with which finality stops.
			const places = new Set([Math.floor(draw() * 4), ...(kill % 4 === 3 ? [Math.floor(draw() * 4)] : [])]);
			const chosen = [...places].map((place) => validators[place]);
			await Promise.all(chosen.map((node) => node.kill()));
			await sleep(draw() * 4_000);
			await startNodes(chosen, () => {});
			await sleep(draw() * 3_000);
		}
		return `${kills} times, one or two of four, at drawn moments`;
	},

	async alone({ validators, machines }) {
		const [one, ...three] = validators;
		machines.split([0]);
		await goOn(three);
		await standStill([one]);
		machines.join();
		await goOn(validators);
		return 'three made blocks final, the one that was cut off none; then it followed';
	},

	async halves({ validators, machines }) {
		machines.split([0, 1]);
		await standStill(validators);
		const best = await Promise.all(validators.map((node) => node.best()));
		machines.join();
		await goOn(validators, Math.min(...best));
		return 'neither half made a block final; together they did';
	},

	async wires({ validators, machines, draw }) {
		const end = performance.now() + 2 * SPELL;
		while (performance.now() < end) {
			const place = Math.floor(draw() * 4);
			machines.plug(place, false);
			await sleep(draw() * 1_500);
			machines.plug(place, true);
			await sleep(draw() * 500);
		}
		await goOn(validators);
		return `${(2 * SPELL) / 1000} s in which one wire or another was out`;
	},

	async slow({ validators, machines }) {
		const places = [2, 3];
		places.forEach((place) => machines.slow(place, SLOW));
		await sleep(2 * SPELL);
		await goOn(validators);
		places.forEach((place) => machines.hasten(place));
		await goOn(validators);
		const { kilobits, oneOf } = SLOW;
		return `two of four on lines of ${kilobits} kbit/s that lost one packet in ${oneOf}: finality went on`;
	},

	async stutter({ validators, draw }) {
		const [, , , slow] = validators;
		const end = performance.now() + SPELL;
		while (performance.now() < end) {
			slow.pause();
			await sleep(500 + draw() * 1_500);
			slow.resume();
			await sleep(draw() * 500);
		}
		await goOn(validators);
		return 'one validator ran a fifth of the time';
	},

	async clocks({ validators, data }) {
		const library = join(data, 'clock.so');
		const source = fileURLToPath(new URL('clock.c', import.meta.url));
		execFileSync('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl']);
		const [one] = validators;
		for (const seconds of [WRONG, -WRONG]) {
			await one.stop();
			one.environment = { LD_PRELOAD: library, AEO_CLOCK_OFFSET: String(seconds) };
			await startNodes([one], () => {});
			await goOn(validators.slice(1));
		}
		await one.stop();
		one.environment = {};
		await startNodes([one], () => {});
		await goOn(validators);
		return `a clock ${WRONG} s ahead and one ${WRONG} s behind: the other three went on`;
	},

	async disk({ validators }) {
		const [, , full, ...others] = validators;
		const filler = join(full.folder, 'filler');
		full.expectEnd();
		fillUp(filler);
		await sleep(SPELL);
		await goOn([validators[0], validators[1], ...others]);
		const how = full.isRunning ? 'it went on as far as it could' : 'it ended';
		await full.kill();
		rmSync(filler);
		await startNodes([full], () => {});
		await goOn(validators);
		return `${how}; with room again it followed`;
	},

	async late({ validators, late }) {
		await startNodes([late], () => {});
		await goOn([...validators, late]);
		return 'a fifth node followed the chain from its first block';
	},

	async copy({ validators, late, copied }) {
		mkdirSync(copied.folder, { recursive: true });
		cpSync(late.folder, copied.folder, { recursive: true });
		try {
			await startNodes([copied], () => {});
			await goOn([...validators, copied]);
			return 'a database that was copied while its node wrote it was started from, and followed';
		} finally {
			await copied.stop();
		}
	},

	async together({ validators }) {
		await Promise.all(validators.map((node) => node.kill()));
		await startNodes(validators, () => {});
		await goOn(validators);
		return 'all four at one moment, as in a power cut';
	},

	async twins({ validators, twin, keys }) {
		await startNodes([twin], () => {});
		try {
			return await connected(validators[0], async (chain) => {
				const { api } = chain;
				const from = await chain.best();
				const block = await waitFor('a mark of who signed twice', LIMIT, async () => {
					const mark = /** @type {any} */ (await api.query.administrations.equivocations('CO'));
					return mark.isSome ? chain.best() : undefined;
				});
				await twin.stop();
				const off = api.tx.administrations.switchOffValidator('CO');
				await councilDecides(chain, off, keys, ['MX', 'CR', 'PE']);
				await goOn(validators);
				return `two nodes with one key: marked within ${block - from} blocks, and switched off by the council`;
			});
		} finally {
			await twin.stop();
		}
	},

	async voted(world) {
		const { validators, late, keys } = world;
		return connected(validators[0], async (chain) => {
			const before = await wanting(chain);
			const { block } = await letChileValidate(chain, world);
			const nodes = nodesOf(world);
			await goOn([...before, CHILE.territory].map((territory) => nodes.get(territory)));
			await setValidating(chain, false, keys.own(CHILE.territory));
			const left = await waitForOffice(chain, keys, before, SESSIONS);
			await goOn([...validators, late]);
			return `a fifth administration was admitted, its validator in office by block ${block} and out by block ${left}`;
		});
	},

	async upgrade({ validators, late, next }) {
		const [first] = validators;
		const block = await connected(first, (chain) => upgrade(chain, next));
		const following = [...validators, late].filter((node) => node.isRunning);
		await goOn(following);
		const versions = await Promise.all(following.map((node) => node.rpc('state_getRuntimeVersion')));
		if (versions.some(({ specVersion }) => specVersion !== next.version + 1)) {
			throw new Error(`Not all nodes have runtime ${next.version + 1}.`);
		}
		return `runtime ${next.version} became ${next.version + 1} by block ${block}`;
	},

	/** As docs/operator/operations.md says: finality has stalled, and those who are away will not come back. */
	async stalled(world) {
		const { validators, keys } = world;
		const nodes = nodesOf(world);
		return connected(validators[0], async (chain) => {
			const { api } = chain;
			const { territories } = await letChileValidate(chain, world);
			const dead = territories.filter((territory) => !['MX', 'CR'].includes(territory)).slice(-2);
			const living = territories.filter((territory) => !dead.includes(territory));
			const running = [...nodes].filter(([territory]) => !dead.includes(territory)).map(([, node]) => node);
			await Promise.all(dead.map((territory) => nodes.get(territory).kill()));
			await standStill(running);
			const seats = ['MX', 'CR', 'PE', 'CO'];
			if (living.length < FEWEST) {
				const [another] = seats.filter((territory) => !territories.includes(territory));
				await setValidating(chain, true, keys.own(another));
				living.push(another);
			}
			for (const territory of dead) {
				const off = api.tx.administrations.switchOffValidator(territory);
				await councilDecides(chain, off, keys, seats.slice(0, FEWEST));
			}
			await waitForOffice(chain, keys, living, SLOW_SESSIONS);
			const final = Math.max(...(await Promise.all(running.map((node) => node.finalised()))));
			const note = api.tx.administrations.noteStalled(DELAY, final);
			await councilDecides(chain, note, keys, seats.slice(0, twoThirdsOf(seats.length + 1)));
			await waitForFinality(running, final + SOME, SLOW_SESSIONS);
			await startNodes(dead.map((territory) => nodes.get(territory)), () => {});
			await goOn([...nodes.values()]);
			return `${dead.join(' and ')} died, finality stood at ${final}; the council let ${living.join(', ')} go on from there`;
		});
	},

	/** Somebody has stolen all that Peru has: its own account, its encryption key, the session keys of its validator. */
	async keys({ validators, keys, another, lightClient }) {
		const [first, , node] = validators;
		const own = keys.own('PE');
		const light = await lightClient();
		await light.agrees(first, 1, LIMIT);
		await node.stop();
		// Only what is in this network can ask for keys.
		node.arguments.push('--rpc-methods', 'unsafe');
		await startNodes([node], () => {});
		const [block, height] = await connected(first, async (chain) => {
			const { administrations } = chain.api.tx;
			const key = blake2AsHex('another encryption key');
			await chain.submitWell(administrations.rotateEncryptionKey(key), own);
			await chain.submitWell(administrations.rotateAccount(another.address), own);
			await chain.submitWell(administrations.acceptAccount(), another);
			await setKeys(chain, await newSessionKeys(node, another), another);
			await setValidating(chain, true, another).catch(() => 'it still does');
			const since = await waitFor('its validator has other keys', SESSIONS, async () => {
				const inOffice = /** @type {any} */ (await chain.api.query.session.validators());
				const accounts = inOffice.map((account) => account.toHex());
				const isOther = accounts.includes(accountOf(another)) && !accounts.includes(accountOf(own));
				return isOther ? chain.best() : undefined;
			});
			const stolen = await chain.submitWell(administrations.rotateEncryptionKey(key), own).then(
				() => 'was taken',
				() => undefined,
			);
			if (stolen !== undefined) {
				throw new Broken('The account that Peru had before still acts for it.');
			}
			await councilDecidesBy(chain, chain.api.tx.fees.setQuota('PE', QUOTA), [another, keys.own('MX'), keys.own('CR')]);
			await goOn(validators);
			return [since, await light.agrees(first, since + SOME, LIMIT)];
		}).finally(() => light.stop());
		return (
			`Peru has another account, encryption key and session keys; its validator in office with them by block ${block}; ` +
			`a light client that knew the validators before had the same block ${height}`
		);
	},
};
