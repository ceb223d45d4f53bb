// Sentences about firms, their numbers and codes, and the benefits that they were given.

import assert from 'node:assert/strict';
import { usesOf } from '../../chain/ask.mjs';
import { documentOf, grantOf } from '../../chain/calls.mjs';
import { sentence } from './speech.mjs';

sentence(
	'{administration} registra el número {string}',
	'{administration} registers the number {string}',
	async function (territory, tin) {
		const consent = documentOf(`Consent of ${tin} to publication`);
		const call = this.tx.identities.register(tin, consent);
		this.last = await this.chain.submit(call, this.officer(territory));
	},
);

sentence(
	'el registro se rechaza porque el dígito verificador es incorrecto',
	'the registration is refused because the check digit is wrong',
	function () {
		assert.equal(this.last.refusal?.name, 'identities.TinCheckDigitWrong');
	},
);

sentence(
	'el registro se acepta y dice que {check}',
	'the registration is accepted and says that {check}',
	function (check) {
		assert.equal(this.last.refusal, undefined);
		assert.equal(this.event('identities', 'TraderRegistered').check.type, check);
	},
);

sentence(
	'{administration} deriva de {string} el código de {string} en {administration}',
	'{administration} derives from {string} the code of {string} in {administration}',
	async function (territory, written, name, grantor) {
		const call = this.tx.identities.deriveAlias(this.firm(name).tin, grantor, written);
		await this.send(call, this.officer(territory));
	},
);

sentence(
	'{administration} declara {string} como código de {string} en {administration}',
	'{administration} declares {string} as the code of {string} in {administration}',
	async function (territory, value, name, grantor) {
		const call = this.tx.identities.declareAlias(this.firm(name).tin, grantor, 'Mid', value);
		await this.send(call, this.officer(territory));
	},
);

sentence(
	'{administration} confirma {string} como código de {string}',
	'{administration} confirms {string} as the code of {string}',
	async function (grantor, value, name) {
		const call = this.tx.identities.confirmAlias(this.firm(name).tin, 'Mid', value);
		await this.send(call, this.officer(grantor));
	},
);

sentence(
	'{administration} fusiona a {string} en {string}',
	'{administration} merges {string} into {string}',
	async function (territory, name, into) {
		const [from, to] = [name, into].map((one) => this.firm(one).tin);
		const call = this.tx.identities.merge(from, to, documentOf(`Merger of ${from} into ${to}`));
		await this.send(call, this.officer(territory));
	},
);

sentence(
	'que {string} tiene su propia cuenta',
	'{string} has an account of its own',
	async function (name) {
		const { tin } = this.firm(name);
		const holder = this.cast.account(tin);
		const offer = this.tx.identities.offerAccount(tin, holder.address, null);
		await this.send(offer, this.officer(this.issuerOf(name)));
		await this.send(this.tx.identities.acceptAccount(tin), holder);
	},
);

sentence(
	'{string} ve su certificado autorizado y en vigor',
	'{string} sees its certificate authorised and in force',
	async function (name) {
		const { tin, certificate } = this.firm(name);
		const { answer } = await this.chain.rpc('aeo_certificatesOf', [tin]);
		assert.deepEqual(
			answer.map((one) => [one.number, one.state, one.in_force]),
			[[certificate, 'Authorised', true]],
		);
	},
);

/** Records that benefits were given to a declaration of a firm. */
async function record(scene, grantor, name, reference) {
	const { tin } = scene.firm(name);
	const declaration = scene.declaration(reference);
	const call = grantOf(scene.chain.api, declaration, tin, 'EX', 'Import');
	await scene.send(call, scene.officer(grantor));
}

sentence(
	'que {administration} dio beneficios a {string} en la declaración {string}',
	'{administration} has given benefits to {string} in the declaration {string}',
	async function (grantor, name, reference) {
		await record(this, grantor, name, reference);
		const { declaration } = this.event('benefits', 'BenefitsGranted');
		assert.equal(declaration.toHex(), this.declaration(reference));
	},
);

sentence(
	'{administration} vuelve a registrar la declaración {string} de {string}',
	'{administration} records the declaration {string} of {string} again',
	async function (grantor, reference, name) {
		await record(this, grantor, name, reference);
	},
);

sentence(
	'se responde que ya estaba registrada',
	'the answer is that it was recorded already',
	function () {
		this.event('benefits', 'AlreadyRecorded');
	},
);

sentence(
	'{string} tiene {int} uso registrado',
	'{string} has {int} recorded use',
	async function (name, count) {
		assert.equal((await usesOf(this.chain, this.firm(name))).length, count);
	},
);

sentence(
	'{string} ve el uso de la declaración {string} en {administration}',
	'{string} sees the use of the declaration {string} in {administration}',
	async function (name, reference, grantor) {
		const uses = await usesOf(this.chain, this.firm(name));
		assert.deepEqual(
			uses.map((use) => [use.grantor, use.declaration, use.annulled]),
			[[grantor, this.declaration(reference), false]],
		);
	},
);

sentence(
	'el beneficio de la declaración {string} queda señalado',
	'the benefit of the declaration {string} is flagged',
	async function (reference) {
		const question = ['CR', this.declaration(reference), 'EX'];
		const { answer } = await this.chain.rpc('aeo_grant', question);
		assert.equal(answer.annulled, true);
	},
);
