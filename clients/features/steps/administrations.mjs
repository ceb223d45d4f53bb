// Sentences about administrations: their council, quarantines and incidents.

import assert from 'node:assert/strict';
import { decide } from '../../chain/admission.mjs';
import { documentOf, suspensionOf } from '../../chain/calls.mjs';
import { newEncryptionKey } from '../../chain/keyring.mjs';
import { COUNCIL } from '../ground.mjs';
import { sentence } from './speech.mjs';

/** What the pool answers to a suspension of somebody who may not suspend. */
const NOT_ENTITLED = /Custom error: 101\b/;

/** Two thirds of the council vote for a call. Gives why it failed all the same, if it did. */
async function vote(scene, call) {
	const members = COUNCIL.map((member) => scene.cast.own(member));
	const { failure } = await decide(scene.chain, call, members.length, members);
	return failure;
}

sentence(
	'{administration} se pone en cuarentena',
	'{administration} quarantines itself',
	async function (territory) {
		await this.send(this.tx.administrations.quarantineOwn(), this.cast.own(territory));
	},
);

sentence(
	'{administration} cambia sus claves y termina su cuarentena',
	'{administration} changes its keys and ends its quarantine',
	async function (territory) {
		const { administrations, utility } = this.tx;
		const next = this.cast.account(`the next account of ${territory}`);
		await this.send(administrations.rotateAccount(next.address), this.cast.own(territory));
		await this.send(administrations.acceptAccount(), next);
		const rotate = administrations.rotateEncryptionKey(newEncryptionKey());
		await this.send(utility.batchAll([rotate, administrations.endOwnQuarantine()]), next);
	},
);

sentence(
	'el consejo pone a {administration} en cuarentena',
	'the council quarantines {administration}',
	async function (territory) {
		assert.equal(await vote(this, this.tx.administrations.quarantine(territory)), undefined);
	},
);

sentence(
	'el consejo termina la cuarentena de {administration}',
	'the council ends the quarantine of {administration}',
	async function (territory) {
		assert.equal(await vote(this, this.tx.administrations.endQuarantine(territory)), undefined);
	},
);

sentence(
	'{administration} no puede suspender el certificado de {string}',
	'{administration} cannot suspend the certificate of {string}',
	async function (territory, name) {
		const call = suspensionOf(this.chain.api, this.firm(name).certificate);
		const refusal = await this.chain.poolRefusal(call, this.officer(territory));
		assert.match(refusal ?? 'taken', NOT_ENTITLED);
	},
);

sentence(
	'el consejo vota por revocar el certificado de {string}',
	'the council votes to revoke the certificate of {string}',
	async function (name) {
		const document = documentOf(`Decision of the council on ${name}`);
		const from = this.today(this.issuerOf(name));
		const revoke = { Revoke: { from, barUntil: null, document } };
		const call = this.tx.certificates.propose(this.firm(name).certificate, revoke);
		this.failure = await vote(this, call);
	},
);

sentence(
	'la moción fracasa porque el consejo no tiene esa facultad',
	'the motion fails because the council has no such power',
	function () {
		assert.equal(this.failure?.name, 'BadOrigin');
	},
);

sentence(
	'{administration} declara el cierre de su frontera',
	'{administration} declares its border closed',
	async function (territory) {
		const call = this.tx.benefits.openIncident('BorderClosure', documentOf('Border closed'));
		await this.send(call, this.officer(territory));
		this.incident = this.event('benefits', 'IncidentOpened').incident;
	},
);

sentence(
	'{administration} declara abierta su frontera',
	'{administration} declares its border open',
	async function (territory) {
		const call = this.tx.benefits.closeIncident(this.incident, documentOf('Border open'));
		await this.send(call, this.officer(territory));
	},
);

sentence(
	'{administration} atiende primero a {string}',
	'{administration} serves {string} first',
	async function (grantor, name) {
		const { granted, whole } = await this.answer(grantor, name);
		assert.deepEqual([granted, whole.priority], [true, true]);
	},
);

sentence(
	'{administration} no atiende primero a {string}',
	'{administration} does not serve {string} first',
	async function (grantor, name) {
		const { granted, whole } = await this.answer(grantor, name);
		assert.deepEqual([granted, whole.priority], [true, false]);
	},
);
