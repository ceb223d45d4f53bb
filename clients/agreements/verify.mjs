// The outcome, asked from the chain on one block: which legs are in force, and who recognises whom.

import { askAll, nameOf } from '../chain/ask.mjs';
import { dayAt } from '../chain/clock.mjs';
import { say, table } from '../network/text.mjs';
import { waitFor } from '../network/wait.mjs';
import { tinOf } from './firms.mjs';
import { arrow, isOperational, isStaggered, pairsOf } from './legs.mjs';

/** How long finality may take, in seconds. */
const FINALITY_LIMIT = 90;

/** Most pairs that are named in a line. */
const NAMED_PAIRS = 12;

/**
 * Checks agreements `[{ agreement, number }]`, shows what was found, and gives whether all is as
 * the files say.
 */
export async function verify(world, agreements) {
	const { chain } = world;
	const block = await finalBlock(chain);
	say();
	say(`Asked on block ${block.number}, which is final:`);
	const found = await ask(world, agreements, block.hash);
	const reports = agreements.map(({ agreement, number }) => judge(agreement, number, found));
	say();
	const columns = ['agreement', 'number', 'legs', 'in force', 'granted', 'denied', 'by others'];
	say(table(columns, reports.map(rowOf)));
	say();
	for (const { name, inForce, staggered } of reports) {
		if (staggered && inForce.length <= NAMED_PAIRS) {
			say(`In force of ${name}, and nothing else: ${inForce.map(arrow).join(', ')}`);
		}
	}
	const mistakes = reports.flatMap((report) => report.mistakes);
	mistakes.forEach((mistake) => say(`!! ${mistake}`));
	say(mistakes.length === 0 ? 'All is as the files say.' : `${mistakes.length} differ.`);
	return mistakes.length === 0;
}

/** The best block, once it is final. */
async function finalBlock(chain) {
	const number = await chain.best();
	await waitFor(`block ${number} is final`, FINALITY_LIMIT, async () => {
		const last = await chain.rpc('chain_getHeader', [await chain.rpc('chain_getFinalizedHead')]);
		return Number(last.number) >= number ? number : undefined;
	});
	return { number, hash: await chain.rpc('chain_getBlockHash', [number]) };
}

/**
 * By pair: the grantor's day, the numbers of the agreements whose legs are in force on it, and what the
 * grantor gives.
 */
async function ask({ chain, administrations }, agreements, hash) {
	const pairs = new Map(
		agreements.flatMap(({ agreement }) => pairsOf(agreement).map((pair) => [arrow(pair), pair])),
	);
	const names = [...pairs.keys()];
	const askAbout = async (name) => {
		const { issuer, grantor } = pairs.get(name);
		const question = [grantor, tinOf(administrations, issuer), 'EX', 'Import', hash];
		const [legs, evaluation] = await Promise.all([
			chain.rpc('aeo_legs', [issuer, grantor, hash]),
			chain.rpc('aeo_evaluate', question),
		]);
		const inForce = legs.answer.filter((leg) => leg.in_force).map((leg) => leg.agreement);
		const today = dayAt(administrations[grantor].utcOffset, legs.block_time);
		return [name, { today, inForce, outcome: evaluation.answer.outcome }];
	};
	const answers = await askAll(names, askAbout, (asked) => {
		say(`  ${asked} of ${names.length} pairs`);
	});
	say(`  ${names.length} pairs of issuer and grantor`);
	return new Map(answers);
}

/** Compares what was found with what an agreement says. */
export function judge(agreement, number, found) {
	const pairs = pairsOf(agreement);
	const report = {
		name: agreement.name,
		number,
		legs: pairs.length,
		staggered: isStaggered(agreement),
		inForce: [],
		granted: 0,
		denied: 0,
		byOthers: 0,
		mistakes: [],
	};
	pairs.forEach((pair) => judgePair(report, agreement, pair, found.get(arrow(pair))));
	return report;
}

function judgePair(report, agreement, pair, { today, inForce, outcome }) {
	const operates = inForce.includes(report.number);
	const wanted = isOperational(agreement, pair, today);
	const complain = (what) => report.mistakes.push(`${agreement.name}, ${arrow(pair)}: ${what}.`);
	if (operates) {
		report.inForce.push(pair);
	}
	if (operates !== wanted) {
		complain(`the leg is ${operates ? '' : 'not '}in force, and should ${wanted ? '' : 'not '}be`);
	} else if (operates) {
		report.granted += 1;
		if (!isGrantedBy(outcome, inForce)) {
			complain(`a certified exporter gets no benefits: ${denialIn(outcome)}`);
		}
	} else if (inForce.length > 0) {
		report.byOthers += 1;
	} else {
		report.denied += 1;
		if (denialIn(outcome) !== 'NoAgreement') {
			complain(`denied NoAgreement was expected, and came: ${denialIn(outcome)}`);
		}
	}
}

/** Whether benefits are given, each under one of these agreements. */
function isGrantedBy({ Granted: granted }, agreements) {
	return granted?.every(({ basis }) => agreements.includes(basis.Agreement)) ?? false;
}

function denialIn({ Denied: denied }) {
	return denied === undefined ? 'granted' : nameOf(denied.denial);
}

function rowOf({ name, number, legs, inForce, granted, denied, byOthers }) {
	return [name, number, legs, inForce.length, granted, denied, byOthers];
}
