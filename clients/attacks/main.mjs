// `make attacks`: floods one node, case by case, and says what honest officers still get in.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../chain/chain.mjs';
import { ensurePortsFree, freeBase } from '../network/nodes.mjs';
import { inFolder, openNetwork, runProgram, succeed, whileAlive } from '../network/program.mjs';
import { developmentSpec } from '../network/spec.mjs';
import { mebibytes, say, seconds } from '../network/text.mjs';
import { stopwatch } from '../network/wait.mjs';
import { Bytes } from './cases/bytes.mjs';
import { Drain } from './cases/drain.mjs';
import { Offered } from './cases/offered.mjs';
import { State } from './cases/state.mjs';
import { openCast, specFor } from './cast.mjs';
import { Field } from './field.mjs';
import { Flood } from './flood.mjs';
import * as commandLine from './options.mjs';
import { MOST_ROUNDS, ROUNDS, STEP, preparationOf, probe, worstOf } from './probes.mjs';
import { jsonOf, missed, remarksOf, tableOf } from './report.mjs';
import { Signer } from './signer.mjs';

/** The cases by their numbers. */
const CASES = { 1: Offered, 2: Bytes, 3: Drain, 4: State };

/** Blocks in which an attack is under way before the first probe. */
const WARM = 2;

/** Calls that one connection may make in a minute: the attack is on the pool, not on this limit. */
const RATE = '10000000';

/** The node of one case, on a chain of its own. */
async function nodeFor(number, spec, { node, base, data, logs }) {
	const network = openNetwork({
		binary: node,
		data,
		logs,
		base: base ?? (await freeBase(1)),
		chain: ['--chain', spec, '--alice', '--validator', '--force-authoring'],
	});
	const only = network.add({
		id: `case-${number}`,
		name: `the node of case ${number}`,
		options: ['--rpc-rate-limit', RATE],
	});
	await ensurePortsFree([only]);
	network.forget();
	await only.start();
	return { network, only };
}

/** Makes an attack, sends the probes under it, and gives the result. */
async function attack(number, cast, node) {
	const [watching, flooding] = await Promise.all([connect(node.url), connect(node.url)]);
	const field = new Field(node, watching);
	const flood = new Flood(flooding, new Signer(flooding.api, cast.own));
	try {
		await field.open();
		await prepareProbes(watching, cast);
		const memoryBefore = node.memory();
		field.counted = flood.senders;
		const attacking = new CASES[number](cast, flood, field);
		await attacking.prepare();
		const results = await probeUnder(attacking, cast, flood, field);
		await field.reach(field.best + 1);
		const { price } = (await attacking.finish?.()) ?? {};
		await field.close();
		const { memory, pool, included, failed } = field;
		const { sent, taken, refused } = flood;
		const { title, remark } = attacking;
		const figures = { memoryBefore, memory, pool, sent, taken, refused, included, failed };
		return { number, title, remark, worst: worstOf(results), price, ...figures, probes: results };
	} finally {
		await Promise.all([watching.close(), flooding.close()]);
	}
}

/** Honest officers take over what they are to suspend. */
async function prepareProbes(chain, cast) {
	await Promise.all(
		preparationOf(chain.api, cast).map(async ([call, pair]) => {
			const submission = await chain.submitWell(call, pair);
			const { done } = chain.eventOf(submission, 'certificates', 'BatchDone');
			if (done.toNumber() !== MOST_ROUNDS) {
				throw new Error(`The certificates of the probes were refused: ${done} are done.`);
			}
		}),
	);
}

/** Floods in each block until all probes are in, or were given up. */
async function probeUnder(attacking, cast, flood, field) {
	let isOver = false;
	const flooding = (async () => {
		for (let round = 0; !isOver; round += 1) {
			const { best } = field;
			flood.forget();
			await flood.send(attacking.wave(round));
			await field.reach(best + 1);
		}
	})();
	const probing = (async () => {
		await field.reach(field.best + WARM);
		const rounds = [];
		const { rounds: count = ROUNDS } = attacking;
		for (let round = 0; round < count; round += 1) {
			const { best } = field;
			rounds.push(probe(field, cast, round));
			await field.reach(best + STEP);
		}
		return (await Promise.all(rounds)).flat();
	})();
	try {
		return await Promise.race([probing, flooding.then(() => probing)]);
	} finally {
		isOver = true;
		await flooding;
	}
}

/** The cases that are asked for, one after another. */
async function attacks(options) {
	const elapsed = stopwatch();
	const cast = await openCast();
	const spec = join(options.data, 'spec.json');
	mkdirSync(options.data, { recursive: true });
	writeFileSync(spec, JSON.stringify(specFor(developmentSpec(options.node), cast)));
	const results = [];
	for (const number of options.only) {
		const { network, only } = await nodeFor(number, spec, options);
		const watch = stopwatch();
		const result = await whileAlive(attack(number, cast, only));
		await network.stop();
		results.push(result);
		const memory = mebibytes(result.memory);
		say(`Case ${number}, ${result.title}: ${seconds(watch())}, memory ${memory}`);
		remarksOf(result).slice(1).forEach(say);
	}
	say();
	say(tableOf(results));
	results.forEach(({ number, remark }) => remark !== '' && say(`  case ${number}: ${remark}`));
	if (options.json !== undefined) {
		writeFileSync(options.json, `${jsonOf(results)}\n`);
	}
	const isGood = results.every((result) => missed(result).length === 0);
	say(`${isGood ? 'All goals are met' : 'Goals are missed'}, in ${seconds(elapsed())}.`);
	return isGood;
}

await runProgram('clients/attacks/main.mjs', commandLine, async (options) => {
	const code = await inFolder(options, attacks);
	succeed();
	return code;
});
