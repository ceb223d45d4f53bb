import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { answerOf } from '../chain/ask.mjs';
import { commitmentTo } from '../chain/calls.mjs';
import { localClock, localDay } from '../chain/clock.mjs';
import { openKeyring } from '../chain/keyring.mjs';
import { takenOver, typesOf } from '../firms/firms.mjs';
import { readPilot } from '../firms/lists.mjs';
import { evaluateAll, phraseOf } from '../story/answers.mjs';
import { choose } from '../story/choice.mjs';
import { openStory, tablesOf } from '../story/telling.mjs';
import { texts } from '../story/text.mjs';

/** @type {any} */
const pilot = readPilot(fileURLToPath(new URL('../../chain-specs/pilot/', import.meta.url)));

/** A stage without nodes: each submission is in block 7, and final or not. */
function stageOf(finality, isNetwork) {
	const chain = {
		api: {},
		submitWell: (call) => ({
			call,
			block: 7,
			inclusion: 2.04,
			events: [],
			finality: finality(),
		}),
	};
	return { isNetwork, chainOf: () => chain, reach: async () => {} };
}

async function storyOf({
	finality = async () => ({ block: 8, seconds: 5 }),
	lang = 'en',
	isNetwork = true,
} = {}) {
	const printed = [];
	const story = openStory({
		stage: stageOf(finality, isNetwork),
		pairOf: await openKeyring(),
		lang,
		print: (text = '') => printed.push(text),
	});
	return { story, printed };
}

const ORDER = {
	what: ['sign.sign', { country: 'A', partner: 'B' }],
	by: 'CR',
	call: () => 'agreements.sign',
};

test('firms of the story should be those that it needs', () => {
	const { pretended, suspended, shipment, other, korean, chilean, linked } = choose(pilot);
	const firms = [pretended.firm, suspended.firm, shipment.firm, other.firm];
	assert.equal(new Set(firms.map(({ tin }) => tin)).size, firms.length);
	firms.forEach((firm) => assert.equal(firm.status, 'Authorised'));
	assert.equal(pilot.cases.get(pretended.declaration.reference).case, 'pretender');
	assert.equal(pretended.own.length, 9);
	assert.ok(!pretended.own.includes(pretended.declaration));
	assert.equal(shipment.origin.goods, shipment.destination.goods);
	assert.equal(shipment.origin.administration, 'MX');
	assert.equal(shipment.destination.foreign_tin, shipment.firm.tin);
	assert.equal(korean.length, 4);
	korean.forEach(({ firm, declaration }) => {
		assert.equal(firm.alias, declaration.foreign_alias);
		assert.equal(firm.tin, pilot.cases.get(declaration.reference).meant_tin);
	});
	assert.equal(chilean.tin.slice(0, 2), 'CL');
	assert.deepEqual(linked.MX, [pretended.firm, suspended.firm]);
	assert.ok(Object.values(linked).every((list) => list.length === 2));
});

test('lists without a pretender should be refused with a sentence', () => {
	assert.throws(
		() => choose({ ...pilot, cases: new Map() }),
		/no such thing in the lists of the pilot: a declaration of a pretender/,
	);
});

test('row should be taken over with its dates and periods', () => {
	const row = pilot.lists.MX.find(({ tin }) => tin === 'MXCPN0306084QA');
	const taken = takenOver(row);
	assert.deepEqual(taken.roles, ['Manufacturer', 'Importer', 'Exporter']);
	assert.deepEqual(taken.certificateType, { programme: 'OEA', code: 'OEA' });
	assert.equal(taken.validFrom, row.valid_from);
	const [first, last, ...none] = taken.periods;
	assert.deepEqual(none, []);
	assert.deepEqual([first.state, first.from], ['Authorised', row.valid_from]);
	assert.deepEqual(last.state, { Suspended: { scope: 'Security', end: 'Open' } });
	assert.equal(last.from, row.status_since);
	assert.match(last.document, /^0x[0-9a-f]{64}$/);
	assert.notEqual(last.document, first.document);
	assert.equal(takenOver(pilot.lists.MX[0]).periods.length, 1);
});

test('types of a list should be found once each', () => {
	assert.deepEqual(typesOf(pilot.lists.CR), [{ programme: 'PROFAC', code: 'OEA' }]);
	assert.equal(typesOf(pilot.lists.KR).length, 7);
});

test('commitments should differ by salt and by reference', () => {
	assert.notEqual(commitmentTo('CR-1'), commitmentTo('CR-1'));
	const salt = Buffer.alloc(32, 1);
	assert.equal(commitmentTo('CR-1', salt), commitmentTo('CR-1', salt));
	assert.notEqual(commitmentTo('CR-1', salt), commitmentTo('CR-2', salt));
});

test('days and clocks should be local ones', () => {
	const moment = Date.parse('2026-12-31T03:04:05Z');
	assert.equal(localDay('MX', moment), '2026-12-30');
	assert.equal(localDay('KR', moment), '2026-12-31');
	assert.equal(localClock('CR', moment), '21:04:05');
	assert.equal(localClock('KR', moment), '12:04:05');
});

test('answers should be read and put into words', () => {
	const reply = (outcome) => ({
		answer: { outcome, issuer_quarantined: false, priority: false },
		block_number: 3,
		block_time: 9,
		finalised: true,
		stale: false,
	});
	const { say } = texts('es');
	const granted = answerOf(
		reply({
			Granted: [
				{ benefit: 'FewerInspections', certificate: 'C1', basis: { Agreement: 0 } },
				{ benefit: 'PriorityClearance', certificate: 'C1', basis: { Agreement: 0 } },
			],
		}),
	);
	assert.equal(granted.certificate, 'C1');
	assert.equal(granted.denial, null);
	assert.equal(phraseOf(granted, say), 'otorgado (menos inspección física, despacho expedito)');
	const denied = answerOf(reply({ Denied: { denial: 'Suspended', certificate: 'C1' } }));
	assert.equal(phraseOf(denied, say), 'denegado (el certificado está suspendido)');
	const merged = { TraderNotActive: { merged_into: 'MX1' } };
	const gone = answerOf(reply({ Denied: { denial: merged, certificate: null } }));
	assert.equal(phraseOf(gone, say), 'denegado (la empresa está cerrada o fusionada)');
	assert.deepEqual([denied.block, denied.time, denied.final, denied.stale], [3, 9, true, false]);
});

test('all declarations should be asked, each where it was lodged, and progress be told', async () => {
	const asked = [];
	const chainOf = (territory) => ({
		rpc: async (method, [grantor, identifier]) => {
			assert.deepEqual([method, grantor], ['aeo_evaluate', territory]);
			asked.push(identifier);
			const outcome = { Denied: { denial: 'NoMatch', certificate: null } };
			return { answer: { outcome }, block_number: 1 };
		},
	});
	const told = [];
	const answers = await evaluateAll(chainOf, pilot.declarations, (count) => told.push(count));
	assert.deepEqual(
		answers.map(({ reference }) => reference),
		pilot.declarations.map(({ reference }) => reference),
	);
	assert.deepEqual(told, [100, 200, 300, 400, 500]);
	assert.equal(asked.filter((identifier) => typeof identifier === 'object').length, 4);
});

test('step should be told and gathered, with finality', async () => {
	const { story, printed } = await storyOf();
	await story.play('sign', async (_, step) => {
		step.open('sign.heading');
		step.say('sign.why');
		await step.send(ORDER, ORDER);
		step.close('sign.outcome');
		return { found: 1 };
	});
	assert.deepEqual(story.facts, { sign: { found: 1 } });
	const [{ number, transactions, outcome, paragraphs }] = story.steps;
	assert.equal(number, 1);
	assert.equal(paragraphs.length, 1);
	assert.equal(outcome.reached, true);
	assert.deepEqual(transactions[1], {
		what: 'A signs the arrangement with B',
		call: 'agreements.sign',
		block: 8,
		inclusion_s: 2.04,
		finality_s: 5,
	});
	assert.match(printed.join('\n'), /block 7, after 2\.0 s: A signs/);
	assert.match(printed.join('\n'), /final after at most 5\.0 s/);
});

test('step that fails should be marked, and fail', async () => {
	const { story, printed } = await storyOf({ lang: 'es' });
	const play = story.play('sign', async (_, step) => {
		step.open('sign.heading');
		await step.send(ORDER);
		throw new Error('agreements.sign was refused: it rains');
	});
	await assert.rejects(play, /it rains/);
	const [{ outcome, transactions }] = story.steps;
	assert.deepEqual(outcome, { reached: false, text: 'agreements.sign was refused: it rains' });
	assert.equal(transactions.length, 1);
	assert.match(printed.join('\n'), /^!! No se logró\. agreements\.sign/m);
	assert.equal(story.facts.sign, undefined);
});

test('step whose transaction does not become final should fail', async () => {
	const finality = () => Promise.reject(new Error('Waited 120 s in vain.'));
	const { story } = await storyOf({ finality });
	const play = story.play('sign', async (_, step) => {
		step.open('sign.heading');
		await step.send(ORDER);
		step.close('sign.outcome');
	});
	await assert.rejects(play, /in vain/);
	assert.equal(story.steps[0].outcome.reached, false);
	assert.equal(story.steps[0].transactions[0].finality_s, null);
});

test('step on one node should not wait for finality', async () => {
	const { story } = await storyOf({ finality: () => new Promise(() => {}), isNetwork: false });
	await story.play('sign', async (_, step) => {
		step.open('sign.heading');
		await step.send(ORDER);
		step.close('sign.outcome');
	});
	assert.equal(story.steps[0].outcome.reached, true);
});

test('table of wrong benefits should wait for the pretender', async () => {
	const { story } = await storyOf();
	assert.deepEqual(tablesOf(story), []);
});
