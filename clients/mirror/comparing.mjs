// A mirror against the chain's own answers: every firm in every role and direction, at one block.

import assert from 'node:assert/strict';
import { ROLES } from '../chain/calls.mjs';

const DIRECTIONS = ['Import', 'Export'];

/** Most questions that a node answers together. */
const MANY = 1_000;

/** What the chain says at a block: the benefits of each question, in order. */
async function answersAt(chain, grantor, questions, block) {
	const answers = [];
	for (let first = 0; first < questions.length; first += MANY) {
		const part = questions.slice(first, first + MANY);
		const reply = await chain.rpc('aeo_evaluateMany', [grantor, part, block]);
		answers.push(...reply.answer);
	}
	return answers.map(({ outcome }) => {
		const benefits = (outcome.Granted ?? []).map(({ benefit }) => benefit);
		return [...new Set(benefits)].sort();
	});
}

/** All questions about firms, by their TINs. */
function questionsAbout(tins) {
	return tins.flatMap((identifier) => {
		return Object.keys(ROLES).flatMap((role) => {
			return DIRECTIONS.map((direction) => ({ identifier, role, direction }));
		});
	});
}

/** What a mirror says to a question: what the firm's certificates earn together. */
function saidBy(rows, { identifier, role, direction }) {
	const own = rows.filter((row) => {
		return row.tin === identifier && row.role === role && row.direction === direction;
	});
	return [...new Set(own.flatMap(({ benefits }) => benefits.split(' ')))].sort();
}

/**
 * Compares what was read of a mirror with the chain's answers at a block: it says the same, or no more where
 * `how` is `no more`. Gives how many questions were asked, and how many of them earned something.
 */
export async function compare(chain, grantor, tins, { rows }, block, how = 'the same') {
	const questions = questionsAbout(tins);
	const answers = await answersAt(chain, grantor, questions, block);
	let earning = 0;
	for (const [place, question] of questions.entries()) {
		const said = saidBy(rows, question);
		const answer = answers[place];
		const expected = how === 'the same' ? answer : answer.filter((benefit) => said.includes(benefit));
		assert.deepEqual(said, expected, `${JSON.stringify(question)} at block ${block}`);
		earning += answer.length > 0 ? 1 : 0;
	}
	// Nobody else is in it.
	const strangers = rows.filter(({ tin }) => !tins.includes(tin));
	assert.deepEqual(strangers, []);
	return { asked: questions.length, earning };
}
