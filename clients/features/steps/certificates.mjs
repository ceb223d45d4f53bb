// Sentences about certificates.

import assert from 'node:assert/strict';
import { documentOf } from '../../chain/calls.mjs';
import { proposalIn, takeDecision } from '../../chain/decisions.mjs';
import { authorisationOf, takenOver } from '../../firms/firms.mjs';
import { batchOf, confirmationOfBatch, takeOverOf } from '../../firms/taking-over.mjs';
import { rolesOf } from '../scene.mjs';
import { sentence } from './speech.mjs';

/** Until this day a firm cannot be certified again. */
const BAR = '2099-12-31';

/** Two officers certify a firm of this name. */
async function certify(scene, territory, name, facts) {
	const firm = scene.invent(territory, facts);
	scene.firms.set(name, firm);
	const { certificate } = firm;
	scene.last = await takeDecision(
		scene.chain,
		scene.desk(territory),
		certificate,
		authorisationOf(firm),
	);
}

/** Two officers decide on the certificate of a firm. */
async function decide(scene, territory, name, decision) {
	const { certificate } = scene.firm(name);
	scene.last = await takeDecision(scene.chain, scene.desk(territory), certificate, decision);
}

/** One officer suspends the certificate of a firm. */
async function suspend(scene, territory, name, scope) {
	const { certificate } = scene.firm(name);
	const document = documentOf(`Suspension of certificate ${certificate}`);
	const subject = { Number: certificate };
	const call = scene.tx.suspensions.suspend(subject, scope, 'Open', 'Authority', document);
	await scene.send(call, scene.officer(territory));
}

sentence(
	'que {administration} certificó a {string} como {roles}',
	'{administration} has certified {string} as {roles}',
	async function (territory, name, roles) {
		await certify(this, territory, name, { roles });
	},
);

sentence(
	'que {administration} certificó a {string} como {roles} hasta el día de hoy',
	'{administration} has certified {string} as {roles} until today',
	async function (territory, name, roles) {
		await certify(this, territory, name, { roles, valid_until: this.today(territory) });
	},
);

sentence(
	'que {administration} certificó a {string} como {roles}, con el número {string}',
	'{administration} has certified {string} as {roles}, with the number {string}',
	async function (territory, name, roles, tin) {
		await certify(this, territory, name, { roles, tin });
	},
);

sentence(
	'un funcionario de {administration} suspende el certificado de {string}',
	'an officer of {administration} suspends the certificate of {string}',
	async function (territory, name) {
		await suspend(this, territory, name, 'Full');
	},
);

sentence(
	'un funcionario de {administration} suspende la mitad de seguridad del certificado de {string}',
	'an officer of {administration} suspends the security half of the certificate of {string}',
	async function (territory, name) {
		await suspend(this, territory, name, 'Security');
	},
);

sentence(
	'dos funcionarios de {administration} rehabilitan el certificado de {string}',
	'two officers of {administration} reinstate the certificate of {string}',
	async function (territory, name) {
		const { certificate, tin } = this.firm(name);
		const [maker, checker] = this.desk(territory);
		const { suspensions } = this.tx;
		const document = documentOf(`Measures of ${tin}`);
		const propose = suspensions.proposeReinstatement(certificate, 'Full', 'Authority', document);
		const proposed = await this.send(propose, maker);
		const proposal = proposalIn(this.chain, proposed);
		await this.send(suspensions.confirmReinstatement(certificate, proposal), checker);
	},
);

sentence(
	'dos funcionarios de {administration} anulan el certificado de {string}',
	'two officers of {administration} annul the certificate of {string}',
	async function (territory, name) {
		await decide(this, territory, name, { Annul: { document: documentOf(`Annul ${name}`) } });
	},
);

sentence(
	'dos funcionarios de {administration} revocan el certificado de {string}',
	'two officers of {administration} revoke the certificate of {string}',
	async function (territory, name) {
		const document = documentOf(`Revocation of ${name}`);
		const from = this.today(territory);
		await decide(this, territory, name, { Revoke: { from, barUntil: BAR, document } });
	},
);

sentence(
	'{string} apela con su propia cuenta',
	'{string} appeals with its own account',
	async function (name) {
		const { certificate, tin } = this.firm(name);
		const call = this.tx.applications.ask(certificate, 'Appeal', documentOf(`Appeal of ${tin}`));
		await this.send(call, this.cast.account(tin));
	},
);

sentence(
	'dos funcionarios de {administration} dejan sin efecto la revocación de {string}',
	'two officers of {administration} overturn the revocation of {string}',
	async function (territory, name) {
		const document = documentOf(`Decision on the appeal of ${name}`);
		await decide(this, territory, name, { Overturn: { from: null, document } });
	},
);

sentence(
	'dos funcionarios de {administration} rectifican el certificado de {string} y lo dejan como {roles}',
	'two officers of {administration} rectify the certificate of {string} and leave it as {roles}',
	async function (territory, name, roles) {
		const { validFrom, validUntil } = takenOver(this.firm(name));
		const document = documentOf(`Rectification of ${name}`);
		const facts = { roles: rolesOf(roles), validFrom, validUntil, document };
		await decide(this, territory, name, { Rectify: facts });
	},
);

sentence(
	'el certificado de {string} no ha cambiado',
	'the certificate of {string} has not changed',
	async function (name) {
		const { state, version } = await this.certificate(name);
		assert.deepEqual([state, version], ['Authorised', 1]);
	},
);

sentence(
	'la historia del certificado de {string} dice: autorizado como {roles}, y luego autorizado como {roles}',
	'the history of the certificate of {string} says: authorised as {roles}, and then authorised as {roles}',
	async function (name, before, after) {
		const periods = await this.history(name);
		assert.deepEqual(
			periods.map(({ state, roles }) => [state, [...roles].sort()]),
			[before, after].map((roles) => ['Authorised', rolesOf(roles)]),
		);
	},
);

sentence(
	'la historia del certificado de {string} dice: autorizado, y luego revocado, y luego autorizado',
	'the history of the certificate of {string} says: authorised, and then revoked, and then authorised',
	async function (name) {
		const periods = await this.history(name);
		assert.deepEqual(
			periods.map(({ state }) => state),
			['Authorised', 'Revoked', 'Authorised'],
		);
	},
);

sentence(
	'{administration} suspende su reconocimiento del certificado de {string}',
	'{administration} suspends its recognition of the certificate of {string}',
	async function (grantor, name) {
		const subject = [this.issuerOf(name), this.firm(name).certificate];
		const document = documentOf(`Findings about ${name}`);
		const call = this.tx.suspensions.suspendRecognition(...subject, BAR, document);
		await this.send(call, this.officer(grantor));
	},
);

sentence(
	'{administration} restablece su reconocimiento del certificado de {string}',
	'{administration} restores its recognition of the certificate of {string}',
	async function (grantor, name) {
		const subject = [this.issuerOf(name), this.firm(name).certificate];
		const document = documentOf(`Review of the findings about ${name}`);
		const call = this.tx.suspensions.restoreRecognition(...subject, document);
		await this.send(call, this.officer(grantor));
	},
);

sentence(
	'que {administration} tiene una lista de {int} empresas certificadas con sus fechas',
	'{administration} has a list of {int} certified firms with their dates',
	function (territory, count) {
		this.list = Array.from({ length: count }, (_, place) => {
			const day = `2025-0${1 + (place % 9)}-${10 + (place % 18)}`;
			return this.invent(territory, { valid_from: day, status_since: day });
		});
	},
);

sentence(
	'un funcionario de {administration} propone el lote y otro lo confirma',
	'an officer of {administration} proposes the batch and another confirms it',
	async function (territory) {
		const [maker, checker] = this.desk(territory);
		const proposed = await this.send(takeOverOf(this.chain.api, this.list), maker);
		const batch = batchOf(this.chain, proposed);
		await this.send(confirmationOfBatch(this.chain.api, batch), checker);
		const { done, failed } = this.event('certificates', 'BatchDone');
		assert.deepEqual([done.toNumber(), failed.toNumber()], [this.list.length, 0]);
	},
);

sentence(
	'las {int} empresas tienen su certificado con las fechas de la lista',
	'the {int} firms have their certificates with the dates of the list',
	async function (count) {
		const found = await Promise.all(
			this.list.map(async ({ tin }) => {
				const { answer } = await this.chain.rpc('aeo_certificatesOf', [tin]);
				const [{ number, state, validity }] = answer;
				return [number, state, validity.from, validity.until];
			}),
		);
		assert.equal(found.length, count);
		assert.deepEqual(
			found,
			this.list.map((row) => {
				return [row.certificate, 'Authorised', row.valid_from, row.valid_until];
			}),
		);
	},
);

sentence(
	'{administration} da beneficios a la primera y a la última empresa de la lista',
	'{administration} gives benefits to the first and to the last firm of the list',
	async function (grantor) {
		for (const { tin } of [this.list[0], this.list.at(-1)]) {
			assert.equal(await this.verdict(grantor, tin), 'granted');
		}
	},
);
