// One number, one answer: what the library's program `tin_check`, the node's `aeo_tinCheck`, the
// runtime itself and the texts of the clients say of every vector, and of each with a mistake in it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { askAll } from '../chain/ask.mjs';
import { connect } from '../chain/chain.mjs';
import { say } from '../network/text.mjs';
import { LANGUAGES, textOf } from '../texts/text.mjs';

const VECTORS = JSON.parse(
	readFileSync(new URL('../../primitives/tests/data/tin_vectors.json', import.meta.url), 'utf8'),
);

/** Least number of reasons that must occur, so that they are compared at all. */
const LEAST_REASONS = 8;

/** What people make of a number. */
const MISTAKES = [
	(number) => number,
	(number) => `${number.slice(0, 2)} ${number.slice(2)}`.toLowerCase(),
	(number) => number.slice(0, -1),
	(number) => `0${number}`,
	(number) => number.replace('0', 'O'),
	(number) => `${number}0`,
	(number) => number.replace(/(.)(.)$/, '$2$1'),
	(number) => number.replace(/\d/g, '0'),
];

/** The schemes whose numbers begin with their territory's code: it stands once in a TIN. */
const WITH_CODE = ['EORI', 'UID'];

/**
 * The questions about a vector, itself first: of each a TIN as one text, and the line that asks
 * `tin_check` the same. `scheme` is that of the territory.
 */
export function questionsOf({ country, tin }, scheme) {
	const number = tin.slice(country.length);
	return MISTAKES.map((mistake, place) => {
		const written = `${country}${mistake(number)}`;
		const asked = WITH_CODE.includes(scheme) ? written : mistake(number);
		return { tin: written, line: `${country} - ${asked}`, isVector: place === 0 };
	});
}

/** What the program answers to lines, in their order. */
function programAnswers(program, lines) {
	const output = execFileSync(program, { input: `${lines.join('\n')}\n`, encoding: 'utf8' });
	return output.trim().split('\n').map((line) => JSON.parse(line));
}

/** The name of a reason of the chain, and what it carries: `"CheckDigit"`, `{ CheckDigitMissing: … }`. */
function nameOf(reason) {
	return typeof reason === 'object' ? Object.keys(reason)[0] : reason;
}

/** A reason of the library without the scheme's form, which stands in parentheses behind it. */
function sentenceOf({ reason }) {
	return reason.replace(/ \([^()]+ of [A-Z]{2}: .*$/s, '');
}

/** Compares what the chain says with what the program says, but for the reason. */
export function compare({ tin }, program, chain) {
	assert.equal(chain.check ?? 'Failed', program.check, tin);
	assert.equal(chain.reason === null, program.reason === null, tin);
	if (chain.tin !== null) {
		assert.equal(chain.fits_wco17, program.fits_wco17, tin);
		assert.ok(chain.tin.endsWith(program.normalised), `${chain.tin}, ${program.normalised}`);
	}
}

/** Sees to it that a reason of the chain always is one of the library, and the reverse. */
class Reasons {
	constructor() {
		this.sentences = new Map();
		this.codes = new Map();
	}

	/** Compares a reason of the chain with the library's sentence. */
	compare(reason, sentence) {
		const code = JSON.stringify(reason);
		assert.equal(this.sentences.get(code) ?? sentence, sentence, code);
		assert.equal(this.codes.get(sentence) ?? code, code, sentence);
		this.sentences.set(code, sentence);
		this.codes.set(sentence, code);
	}

	/** The names that occurred. */
	get names() {
		return new Set([...this.sentences.keys()].map((code) => nameOf(JSON.parse(code))));
	}
}

/** Fails unless each reason has a sentence of its own in every language. */
function ensureTold(names) {
	for (const language of LANGUAGES) {
		const told = [...names].map((reason) => {
			return textOf(language, 'denial-NotANumber', { reason }).why;
		});
		assert.equal(new Set(told).size, told.length, language);
	}
}

/**
 * Asks all on the chain of `node`, which is started, and the program `tin_check`. Gives whether there
 * is one answer.
 */
export async function checkNumbers(node, tinCheck) {
	const bare = programAnswers(tinCheck, VECTORS.map(({ country }) => `${country} - 1`));
	const questions = VECTORS.flatMap((vector, place) => questionsOf(vector, bare[place].scheme));
	const program = programAnswers(tinCheck, questions.map(({ line }) => line));
	assert.equal(program.length, questions.length);
	await node.start();
	const chain = await connect(node.url);
	try {
		// The runtime itself is asked about the vectors only: its tests ask it about more.
		const ask = async ({ tin, isVector }) => {
			const { answer } = await chain.rpc('aeo_tinCheck', [tin]);
			const runtime = isVector ? (await chain.api.call.aeoApi.tinCheck(tin)).answer : undefined;
			return { node: answer, runtime };
		};
		const asked = await askAll(questions, ask, () => {});
		const reasons = new Reasons();
		questions.forEach((question, place) => {
			const { node: told, runtime } = asked[place];
			compare(question, program[place], told);
			if (runtime !== undefined) {
				const words = inWords(runtime);
				compare(question, program[place], words);
				assert.equal(words.reason, told.reason && nameOf(told.reason), question.tin);
			}
			if (told.reason !== null) {
				reasons.compare(told.reason, sentenceOf(program[place]));
			}
		});
		const { names } = reasons;
		assert.ok(names.size >= LEAST_REASONS, `only ${[...names].join(', ')}`);
		ensureTold(names);
		say(
			`${questions.length} numbers have one answer of program, node and runtime;` +
				` ${names.size} reasons, told in ${LANGUAGES.length} languages.`,
		);
		return true;
	} finally {
		await chain.close();
	}
}

/** A report of the runtime as the node writes it, but for what the reason carries. */
function inWords({ tin, check, reason, fitsWco17 }) {
	return {
		tin: tin.isSome ? tin.unwrap().toString() : null,
		check: check.isSome ? check.unwrap().type : null,
		reason: reason.isSome ? reason.unwrap().type : null,
		fits_wco17: fitsWco17.isTrue,
	};
}
