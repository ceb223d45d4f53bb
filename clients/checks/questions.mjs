// Questions by JSON-RPC: what comes with every answer, and how wrong ones are refused.

import assert from 'node:assert/strict';
import { nameOf } from '../chain/ask.mjs';

/** The code of JSON-RPC for parameters that cannot be meant. */
const INVALID_PARAMETERS = -32602;

/** The codes for a block that the node does not know, and for a grantor that there is not. */
const UNKNOWN = [9002, 9003];

/** The most requests of one batch, and the code of the refusal of a longer one. */
const LONGEST_BATCH = 100;
const BATCH_TOO_LONG = -32010;

/** A TIN of the pilot that is not suspended, a role and a direction. */
const ANY = ['EX', 'Import'];

/** Makes all these checks on the chain of a story that was told. */
export async function checkQuestions(checks, { stage, chosen, facts, cast }) {
	const chain = stage.chainOf('CR');
	const { tin, certificate } = chosen.other.firm;
	await checkAnswers(checks, chain, tin);
	await checkIdentifiers(checks, chain, chosen.other.firm);
	await checkReasons(checks, chain, { chosen, facts });
	await checkQuotas(checks, chain, { cast, chosen });
	await checkLimits(checks, stage.nodeOf('CR'), tin);
	const wrong = [
		['a territory that is none', 'aeo_evaluate', ['ZZ', tin, ...ANY], /grantor.*ZZ/],
		[
			'a territory without administration',
			'aeo_evaluate',
			['FR', tin, ...ANY],
			/FR is no administration/,
		],
		['a role that is none', 'aeo_evaluate', ['CR', tin, 'XX', 'Import'], /role.*XX/],
		[
			'a direction that is none',
			'aeo_evaluate',
			['CR', tin, 'EX', 'Sideways'],
			/direction.*Import/,
		],
		['a missing parameter', 'aeo_evaluate', ['CR', tin, 'EX'], /direction is missing/],
		['no parameter at all', 'aeo_certificate', [], /issuer is missing/],
		['a number instead of a text', 'aeo_certificate', ['MX', 5], /number/],
		['a TIN that is too long', 'aeo_usesOf', ['M'.repeat(257)], /tin/],
		['a page that is no number', 'aeo_usesOf', [tin, 'first'], /page/],
		['a moment that is no number', 'aeo_statusAt', ['MX', certificate, 'noon'], /moment/],
		['an account that is none', 'aeo_quota', ['5Nobody'], /account/],
		[
			'a block that does not exist',
			'aeo_certificatesOf',
			[tin, 4_000_000_000],
			/knows no block/,
		],
		[
			'a block hash that is unknown',
			'aeo_certificatesOf',
			[tin, `0x${'ab'.repeat(32)}`],
			/knows no block/,
		],
		['a block that is no block', 'aeo_certificatesOf', [tin, 'latest'], /at:/],
	];
	for (const [what, method, parameters, sentence] of wrong) {
		await checks.that(`${method}: ${what} is refused with a sentence`, () => {
			return refusedBySentence(chain, method, parameters, sentence);
		});
	}
	await checks.that('a block from before the story answers as of then', async () => {
		const { answer } = await chain.rpc('aeo_certificatesOf', [tin, 1]);
		assert.deepEqual(answer, []);
		const block = facts.takeOver.batches.MX.block;
		const then = await chain.rpc('aeo_certificatesOf', [tin, block]);
		assert.equal(then.block_number, block);
		assert.equal(then.answer.length, 1);
	});
}

/** What every answer says of its block. */
async function checkAnswers(checks, chain, tin) {
	await checks.that(
		'an answer has block, hash, time, finality and whether it is stale',
		async () => {
			const reply = await chain.rpc('aeo_evaluate', ['CR', tin, ...ANY]);
			const hash = await chain.rpc('chain_getBlockHash', [reply.block_number]);
			assert.equal(reply.block_hash, hash);
			assert.ok(Math.abs(Date.now() - reply.block_time) < 30_000, 'the block is of now');
			assert.deepEqual([reply.stale, reply.historical], [false, false]);
			assert.equal(typeof reply.finalised, 'boolean');
		},
	);
	await checks.that('an answer of an old block is final, historical and not stale', async () => {
		const reply = await chain.rpc('aeo_evaluate', ['CR', tin, ...ANY, 1]);
		assert.equal(reply.finalised, true);
		assert.equal(reply.historical, true);
		assert.equal(reply.stale, false);
		assert.equal(reply.block_number, 1);
	});
}

/** A firm is found by its TIN, written as people do, and by its certificate. */
async function checkIdentifiers(checks, chain, { tin, certificate }) {
	await checks.that('a firm is found by TIN, spaced or not, and by certificate', async () => {
		const spaced = `${tin.slice(0, 2)} ${tin.slice(2, 5)}-${tin.slice(5)}`.toLowerCase();
		const identifiers = [
			tin,
			spaced,
			{ Tin: tin },
			{ Certificate: { issuer: 'MX', number: certificate } },
		];
		for (const identifier of identifiers) {
			const { answer } = await chain.rpc('aeo_evaluate', ['CR', identifier, ...ANY]);
			assert.equal(
				answer.outcome.Granted?.[0].certificate,
				certificate,
				JSON.stringify(identifier),
			);
		}
	});
	await checks.that('a TIN is checked without registering it', async () => {
		const { answer } = await chain.rpc('aeo_tinCheck', [tin]);
		assert.equal(answer.tin, tin);
		assert.equal(answer.check, 'Passed');
		assert.equal(answer.registrar, 'MX');
	});
}

/** What stands behind an answer. */
async function checkReasons(checks, chain, { chosen, facts }) {
	const { tin, certificate } = chosen.other.firm;
	await checks.that('aeo_explain gives the facts, and the answer of aeo_evaluate', async () => {
		const { answer, block_number: block } = await chain.rpc('aeo_explain', ['CR', tin, ...ANY]);
		const evaluated = await chain.rpc('aeo_evaluate', ['CR', tin, ...ANY, block]);
		assert.deepEqual(answer.answer, evaluated.answer);
		const { certificates, legs } = answer.facts.trader.Found;
		assert.equal(certificates[0].number, certificate);
		assert.equal(legs[0].agreement, facts.sign.agreements[0].agreement);
	});
	await checks.that(
		'aeo_legs shows the leg from Mexico to Costa Rica, and none to Colombia',
		async () => {
			const { answer } = await chain.rpc('aeo_legs', ['MX', 'CR']);
			assert.equal(answer.length, 1);
			const [{ in_force: inForce, declare_as: format }] = answer;
			assert.deepEqual([inForce, format.code], [true, 'OEA']);
			assert.deepEqual((await chain.rpc('aeo_legs', ['MX', 'CO'])).answer, []);
		},
	);
	await checks.that('aeo_declareAs says what a declaration at Costa Rica writes', async () => {
		const { answer } = await chain.rpc('aeo_declareAs', ['MX', certificate, 'CR']);
		assert.equal(answer.length, 1);
		const [{ declaration, reason }] = answer;
		assert.deepEqual([declaration.code, declaration.number, reason], ['OEA', tin, null]);
	});
	await checks.that(
		'aeo_statusAt says authorised before the suspension, and suspended from it',
		async () => {
			const number = chosen.suspended.firm.certificate;
			const stateAt = async ({ time }) => {
				const { answer } = await chain.rpc('aeo_statusAt', ['MX', number, time]);
				return nameOf(answer.period.state);
			};
			assert.equal(await stateAt(facts.past.before), 'Authorised');
			assert.equal(await stateAt(facts.past.after), 'Suspended');
		},
	);
}

/** Who writes without a balance, and who does not. */
async function checkQuotas(checks, chain, { cast, chosen }) {
	const { pretended } = chosen;
	const quotaOf = async (pair) => (await chain.rpc('aeo_quota', [pair.address])).answer;
	await checks.that(
		'officers share the quota of their administration, a firm has its own',
		async () => {
			const [own, officer] = [
				await quotaOf(cast.own('MX')),
				await quotaOf(cast.officer('MX', 1)),
			];
			assert.equal(own.max, officer.max);
			const firm = await quotaOf(cast.firm(pretended.firm.tin));
			assert.ok(firm.max < own.max);
			assert.equal(await quotaOf(cast.firm('of nobody')), null);
		},
	);
}

/** How much one request may ask. */
async function checkLimits(checks, node, tin) {
	const question = { jsonrpc: '2.0', method: 'aeo_evaluate', params: ['CR', tin, ...ANY] };
	/** @returns {Promise<any>} */
	const batch = async (length) => {
		const body = Array.from({ length }, (_, id) => ({ ...question, id }));
		const response = await fetch(node.url.replace('ws:', 'http:'), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return response.json();
	};
	await checks.that(`a batch of ${LONGEST_BATCH} requests is answered`, async () => {
		const replies = await batch(LONGEST_BATCH);
		assert.equal(replies.filter(({ result }) => result !== undefined).length, LONGEST_BATCH);
	});
	await checks.that('a longer one is refused as a whole, with a sentence', async () => {
		const { error } = await batch(LONGEST_BATCH + 1);
		assert.equal(error.code, BATCH_TOO_LONG);
		return error.message;
	});
}

/** The question is refused as invalid, in words; gives them. */
async function refusedBySentence(chain, method, parameters, sentence) {
	try {
		await chain.rpc(method, parameters);
	} catch (error) {
		assert.ok([INVALID_PARAMETERS, ...UNKNOWN].includes(error.code), error.message);
		assert.match(error.message, sentence);
		return error.message;
	}
	return assert.fail('it was answered');
}
