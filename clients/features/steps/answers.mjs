// Sentences about what an administration answers when it is asked about a firm.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { evaluate, verdictOf } from '../../chain/ask.mjs';
import { waitFor } from '../../network/wait.mjs';
import { sentence } from './speech.mjs';

/** How many blocks before the first one of a new day are asked about. */
const BLOCKS_BEFORE = 5;

/** How long the first block of a new day may take, in seconds. */
const LIMIT = 60;

/** The question about a code by which a grantor's declarations name a firm. */
function aliasOf(value) {
	return { Alias: { scheme: value.startsWith('PE') ? 'Mid' : 'Code', value } };
}

sentence(
	'{administration} da beneficios a {string}',
	'{administration} gives benefits to {string}',
	async function (grantor, name) {
		assert.equal(await this.verdict(grantor, this.firm(name).tin), 'granted');
	},
);

sentence(
	'{administration} da a {string} {benefits}',
	'{administration} gives to {string} {benefits}',
	async function (grantor, name, benefits) {
		const answer = await this.answer(grantor, name);
		assert.deepEqual([...answer.benefits].sort(), [...benefits].sort());
	},
);

sentence(
	'{administration} deniega beneficios a {string} porque {denial}',
	'{administration} denies benefits to {string} because {denial}',
	async function (grantor, name, denial) {
		assert.equal(await this.verdict(grantor, this.firm(name).tin), denial);
	},
);

sentence(
	'{administration} deniega beneficios a {string} como {role} porque {denial}',
	'{administration} denies benefits to {string} as {role} because {denial}',
	async function (grantor, name, role, denial) {
		assert.equal(await this.verdict(grantor, this.firm(name).tin, { role }), denial);
	},
);

sentence(
	'{administration} deniega beneficios a {string} en {direction} porque {denial}',
	'{administration} denies benefits to {string} in {direction} because {denial}',
	async function (grantor, name, direction, denial) {
		assert.equal(await this.verdict(grantor, this.firm(name).tin, { direction }), denial);
	},
);

sentence(
	'{administration} deniega beneficios a {string} y dice que sigue en {string}',
	'{administration} denies benefits to {string} and says that it goes on in {string}',
	async function (grantor, name, into) {
		const { whole } = await this.answer(grantor, name);
		const denial = { TraderNotActive: { merged_into: this.firm(into).tin } };
		assert.deepEqual(whole.outcome, { Denied: { denial, certificate: null } });
	},
);

sentence(
	'{administration} da beneficios a {string}, con la marca de que su aduana está en cuarentena',
	'{administration} gives benefits to {string}, with the mark that its administration is in quarantine',
	async function (grantor, name) {
		const { granted, whole } = await this.answer(grantor, name);
		assert.deepEqual([granted, whole.issuer_quarantined], [true, true]);
	},
);

sentence(
	'{administration} da beneficios al código {string}',
	'{administration} gives benefits to the code {string}',
	async function (grantor, value) {
		assert.equal(await this.verdict(grantor, aliasOf(value)), 'granted');
	},
);

sentence(
	'{administration} deniega beneficios al código {string} porque {denial}',
	'{administration} denies benefits to the code {string} because {denial}',
	async function (grantor, value, denial) {
		assert.equal(await this.verdict(grantor, aliasOf(value)), denial);
	},
);

/** Before and in the block of what was sent last, a grantor's answers are these. */
async function assertTurned(scene, grantor, name, before, after) {
	const { block } = scene.last;
	const at = (number) => scene.verdict(grantor, scene.firm(name).tin, { at: number });
	assert.deepEqual([await at(block - 1), await at(block)], [before, after]);
}

sentence(
	'en ese mismo bloque {administration} deniega beneficios a {string} porque {denial}',
	'in that same block {administration} denies benefits to {string} because {denial}',
	async function (grantor, name, denial) {
		await assertTurned(this, grantor, name, 'granted', denial);
	},
);

sentence(
	'en ese mismo bloque {administration} da beneficios a {string}',
	'in that same block {administration} gives benefits to {string}',
	async function (grantor, name) {
		await assertTurned(this, grantor, name, 'Suspended', 'granted');
	},
);

/** What was sent last has told these grantors, and no others, that benefits begin or end. */
function assertTold(scene, change, grantors) {
	const event = scene.event('benefits', 'BenefitsChanged');
	const named = (which) => [...event[which]].map(({ type }) => type).sort();
	const other = change === 'begin' ? 'end' : 'begin';
	assert.deepEqual([named(change), named(other)], [[...grantors].sort(), []]);
}

sentence(
	'se avisa que terminan los beneficios en {administrations}',
	'it is told that benefits end in {administrations}',
	function (grantors) {
		assertTold(this, 'end', grantors);
	},
);

sentence(
	'se avisa que empiezan los beneficios en {administrations}',
	'it is told that benefits begin in {administrations}',
	function (grantors) {
		assertTold(this, 'begin', grantors);
	},
);

sentence(
	'{administration} da beneficios a {string} hasta la medianoche de {administration}, y después los deniega porque {denial}',
	'{administration} gives benefits to {string} until midnight in {administration}, and then denies them because {denial}',
	async function (grantor, name, _administration, denial) {
		const { midnight } = this.parameters;
		const { tin } = this.firm(name);
		const ask = (...at) => evaluate(this.chain, grantor, tin, 'EX', 'Import', ...at);
		const today = await ask();
		assert.ok(today.time < midnight, 'the day was over before this could be asked');
		assert.equal(verdictOf(today), 'granted');
		await sleep(Math.max(midnight - Date.now(), 0));
		const latest = await waitFor('a block of the new day', LIMIT, async () => {
			const { block, time } = await ask();
			return time >= midnight ? block : undefined;
		});
		const first = Math.max(latest - BLOCKS_BEFORE - 1, today.block);
		const blocks = Array.from({ length: latest - first + 1 }, (_, place) => first + place);
		const answers = await Promise.all(blocks.map((block) => ask(block)));
		assert.ok(answers.some(({ time }) => time < midnight), 'no block of the day before');
		assert.deepEqual(
			answers.map(verdictOf),
			answers.map(({ time }) => (time < midnight ? 'granted' : denial)),
		);
	},
);
