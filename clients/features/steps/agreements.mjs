// Sentences about agreements.

import assert from 'node:assert/strict';
import { nameOf } from '../../chain/ask.mjs';
import { agreementWith, documentOf, together } from '../../chain/calls.mjs';
import { legsAmong } from '../ground.mjs';
import { sentence } from './speech.mjs';

/** What an agreement covers that is about imports of manufacturers and exporters only. */
const NARROW = { roles: ['Manufacturer', 'Exporter'], directions: ['Import'] };

/**
 * Parties sign an agreement: the first proposes it, the others sign. Each puts it in force from
 * today, or none does. Gives its number.
 */
async function sign(scene, parties, { offer = {}, inForce = true } = {}) {
	const [first, ...others] = parties;
	const dayOf = (party) => (inForce ? scene.today(party) : null);
	const legs = legsAmong(parties, offer);
	const proposal = agreementWith(scene.chain.api, parties, legs, dayOf(first));
	await scene.send(proposal, scene.cast.own(first));
	const { agreement, terms } = scene.event('agreements', 'AgreementProposed');
	await Promise.all(
		others.map((party) => {
			const call = scene.tx.agreements.sign(agreement, terms, dayOf(party));
			return scene.send(call, scene.cast.own(party));
		}),
	);
	scene.signed = { agreement: agreement.toNumber(), parties };
	return scene.signed.agreement;
}

/** The agreement under which a grantor recognises the firms of an issuer, or does not for now. */
async function agreementOf(scene, issuer, grantor, isInForce = true) {
	const legs = await scene.legs(issuer, grantor);
	const meant = legs.filter(({ state, in_force: inForce }) => {
		return isInForce ? inForce : nameOf(state) === 'Suspended';
	});
	assert.equal(meant.length, 1, `from ${issuer} to ${grantor} there are ${meant.length}`);
	return meant[0].agreement;
}

sentence(
	'que {administration} y {administration} tienen un acuerdo en vigor',
	'{administration} and {administration} have an agreement in force',
	async function (one, other) {
		for (const [issuer, grantor] of [[one, other], [other, one]]) {
			const legs = await this.legs(issuer, grantor);
			assert.ok(legs.some((leg) => leg.in_force), `none from ${issuer} to ${grantor}`);
		}
	},
);

sentence(
	'{administration} y {administration} firman un acuerdo que todavía no entra en vigor',
	'{administration} and {administration} sign an agreement that is not in force yet',
	async function (one, other) {
		await sign(this, [one, other], { inForce: false });
	},
);

sentence(
	'{administration} pone en vigor el acuerdo para las empresas de {administration}',
	'{administration} puts the agreement in force for the firms of {administration}',
	async function (grantor, issuer) {
		const { agreement } = this.signed;
		const call = this.tx.agreements.putInForce(agreement, issuer, this.today(grantor));
		await this.send(call, this.cast.own(grantor));
	},
);

sentence(
	'que {administration} y {administration} firmaron el acuerdo {string}, que da {benefits}',
	'{administration} and {administration} have signed the agreement {string}, which gives {benefits}',
	async function (one, other, name, benefits) {
		const rows = benefits.map((benefit) => ({ benefit, requires: 'Either' }));
		this.agreements.set(name, await sign(this, [one, other], { offer: { rows } }));
	},
);

sentence(
	'que {administration} y {administration} firmaron un acuerdo solo para importaciones de fabricantes y exportadores',
	'{administration} and {administration} have signed an agreement on imports of manufacturers and exporters only',
	async function (one, other) {
		await sign(this, [one, other], { offer: NARROW });
	},
);

sentence(
	'que {administrations} firmaron un acuerdo',
	'{administrations} have signed an agreement',
	async function (parties) {
		await sign(this, parties, { inForce: false });
	},
);

sentence(
	'{administrations} lo ponen en vigor entre sí',
	'{administrations} put it in force among themselves',
	async function (parties) {
		const { agreement } = this.signed;
		await Promise.all(
			parties.map((grantor) => {
				const issuers = parties.filter((party) => party !== grantor);
				const calls = issuers.map((issuer) => {
					return this.tx.agreements.putInForce(agreement, issuer, this.today(grantor));
				});
				return this.send(together(this.chain.api, calls), this.cast.own(grantor));
			}),
		);
	},
);

sentence(
	'el acuerdo está en vigor en {int} de sus {int} sentidos',
	'the agreement is in force in {int} of its {int} directions',
	async function (some, all) {
		const { agreement, parties } = this.signed;
		const legs = await Promise.all(
			parties.flatMap((issuer) => {
				const grantors = parties.filter((party) => party !== issuer);
				return grantors.map((grantor) => this.legs(issuer, grantor));
			}),
		);
		const own = legs.flat().filter((leg) => leg.agreement === agreement);
		assert.equal(own.length, all);
		assert.equal(own.filter((leg) => leg.in_force).length, some);
	},
);

sentence(
	'{administration} suspende el acuerdo {string} para las empresas de {administration}',
	'{administration} suspends the agreement {string} for the firms of {administration}',
	async function (grantor, name, issuer) {
		const call = this.tx.agreements.suspendLeg(this.agreements.get(name), issuer, grantor);
		await this.send(call, this.cast.own(grantor));
	},
);

sentence(
	'{administration} suspende el acuerdo para las empresas de {administration}',
	'{administration} suspends the agreement for the firms of {administration}',
	async function (grantor, issuer) {
		const agreement = await agreementOf(this, issuer, grantor);
		const call = this.tx.agreements.suspendLeg(agreement, issuer, grantor);
		await this.send(call, this.cast.own(grantor));
	},
);

sentence(
	'{administration} reanuda el acuerdo para las empresas de {administration}',
	'{administration} resumes the agreement for the firms of {administration}',
	async function (grantor, issuer) {
		const agreement = await agreementOf(this, issuer, grantor, false);
		const call = this.tx.agreements.resumeLeg(agreement, issuer, grantor);
		await this.send(call, this.cast.own(grantor));
	},
);

sentence(
	'{administration} y {administration} convienen en que hoy es el último día para las empresas de {administration}',
	'{administration} and {administration} agree that today is the last day for the firms of {administration}',
	async function (grantor, other, issuer) {
		const agreement = await agreementOf(this, issuer, grantor);
		const text = documentOf(`Protocol on the end of recognition of the firms of ${issuer}`);
		const removed = [{ issuer, grantor }];
		const amendment = [agreement, text, [], [], removed, null, null];
		const propose = this.tx.agreements.proposeAmendment(...amendment);
		await this.send(propose, this.cast.own(grantor));
		const { terms } = this.event('agreements', 'AmendmentProposed');
		const call = this.tx.agreements.signAmendment(agreement, terms, null);
		await this.send(call, this.cast.own(other));
	},
);
