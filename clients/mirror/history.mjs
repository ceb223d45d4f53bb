// Random histories: what officers decide about certificates, and partners about their agreements. Acts that the
// chain refuses, since the certificate is not in a state for them, are part of it.

import { documentOf, suspensionOf } from '../chain/calls.mjs';
import { authorisation, firmAt } from '../firms/firms.mjs';
import { today } from '../chain/clock.mjs';

/** How many acts an issuer's officers do in a round. */
const ACTS = 5;

/** The roles that certificates have and get. */
const ROLES = [
	['Exporter'],
	['Importer'],
	['Exporter', 'Importer'],
	['Manufacturer', 'CustomsBroker'],
];

const SCOPES = ['Full', 'Customs', 'Security'];

/** A day that is far. */
const FAR = '2099-12-31';

const DOCUMENT = documentOf('A decision of a random history');

/** The histories of the certificates of some issuers, as one grantor may give benefits for them. */
export class History {
	#chain;
	#keys;
	#draw;
	#grantor;
	#agreements;
	#firms;
	#isSuspended = new Map();
	#next = 500;
	#year = 2031;

	/** How many acts were done, and how many of them the chain refused. */
	done = 0;
	refused = 0;

	/** `agreements` are numbers by issuer, `firms` their rows by issuer; to these it adds. */
	constructor(chain, keys, draw, { grantor, agreements, firms }) {
		this.#chain = chain;
		this.#keys = keys;
		this.#draw = draw;
		this.#grantor = grantor;
		this.#agreements = agreements;
		this.#firms = firms;
	}

	/** A round: all issuers and the grantor at the same time. */
	async round() {
		await Promise.all([
			...[...this.#firms.keys()].map((issuer) => this.#decide(issuer)),
			this.#recognise(),
			this.#turn(),
		]);
	}

	#one(choices) {
		return choices[Math.floor(this.#draw() * choices.length)];
	}

	/** Two officers of an issuer: the first does and proposes, the second confirms. */
	async #decide(issuer) {
		const { utility, certificates, suspensions } = this.#chain.api.tx;
		const [maker, checker] = [1, 2].map((place) => this.#keys.officer(issuer, place));
		const acts = Array.from({ length: ACTS }, () => this.#act(issuer));
		const proposed = await this.#send(utility.forceBatch(acts), maker);
		const confirmations = proposed.events.flatMap(({ event: { section, method, data } }) => {
			const is = (pallet, name) => section === pallet && method === name;
			if (!data.issuer?.eq(issuer)) {
				return [];
			} else if (is('certificates', 'DecisionProposed')) {
				return [certificates.confirm(data.number, data.proposal)];
			} else if (is('suspensions', 'ReinstatementProposed')) {
				return [suspensions.confirmReinstatement(data.number, data.proposal)];
			}
			return [];
		});
		if (confirmations.length > 0) {
			await this.#send(utility.forceBatch(confirmations), checker);
		}
	}

	/** Something that an officer of an issuer does. */
	#act(issuer) {
		const { certificates, suspensions } = this.#chain.api.tx;
		const { certificate } = this.#one(this.#firms.get(issuer));
		const propose = (decision) => certificates.propose(certificate, decision);
		const consentFor = this.#one([{ Agreement: this.#agreements.get(issuer) ?? 0 }, 'All']);
		const acts = [
			() => suspensionOf(this.#chain.api, certificate),
			() => {
				const scope = this.#one(SCOPES);
				return suspensions.suspend({ Number: certificate }, scope, 'Open', 'Authority', DOCUMENT);
			},
			() => suspensions.proposeReinstatement(certificate, 'Full', 'Authority', DOCUMENT),
			() => suspensions.proposeReinstatement(certificate, 'Full', 'Authority', DOCUMENT),
			() => suspensions.proposeReinstatement(certificate, this.#one(SCOPES), 'Authority', DOCUMENT),
			() => propose({ Renew: { validUntil: `${(this.#year += 1)}-12-31`, document: DOCUMENT } }),
			() => {
				const facts = { roles: this.#one(ROLES), validFrom: '2025-01-01', validUntil: FAR };
				return propose({ Rectify: { ...facts, document: DOCUMENT } });
			},
			() => certificates.withdrawConsent(certificate, consentFor, DOCUMENT),
			() => certificates.giveConsent(certificate, consentFor, DOCUMENT),
			() => {
				const { programme } = this.#firms.get(issuer)[0];
				const firm = firmAt(issuer, (this.#next += 1), programme);
				this.#firms.get(issuer).push(firm);
				return authorisation(this.#chain.api, firm);
			},
		];
		if (this.#draw() < 0.05) {
			const from = today(issuer);
			return propose({ Revoke: { from, barUntil: null, document: DOCUMENT } });
		}
		return this.#one(acts)();
	}

	/** An officer of the grantor suspends its recognition of a certificate, or restores it. */
	async #recognise() {
		const { suspensions } = this.#chain.api.tx;
		const issuer = this.#one([...this.#agreements.keys()]);
		const { certificate } = this.#one(this.#firms.get(issuer));
		const call =
			this.#draw() < 0.5
				? suspensions.suspendRecognition(issuer, certificate, FAR, DOCUMENT)
				: suspensions.restoreRecognition(issuer, certificate, DOCUMENT);
		await this.#send(call, this.#keys.officer(this.#grantor, 2));
	}

	/** The grantor suspends an agreement for the firms of an issuer, or resumes it. */
	async #turn() {
		if (this.#draw() < 0.4) {
			return;
		}
		const issuer = this.#one([...this.#agreements.keys()]);
		const { suspendLeg, resumeLeg } = this.#chain.api.tx.agreements;
		const turn = this.#isSuspended.get(issuer) ? resumeLeg : suspendLeg;
		this.#isSuspended.set(issuer, !this.#isSuspended.get(issuer));
		const call = turn(this.#agreements.get(issuer), issuer, this.#grantor);
		await this.#send(call, this.#keys.own(this.#grantor));
	}

	async #send(call, pair) {
		const submission = await this.#chain.submit(call, pair);
		const failed = submission.events.filter(({ event }) => event.method === 'ItemFailed');
		const done = submission.events.filter(({ event }) => event.method === 'ItemCompleted');
		this.refused += failed.length + (submission.refusal === undefined ? 0 : 1);
		this.done += done.length + (submission.refusal === undefined && done.length === 0 ? 1 : 0);
		return submission;
	}
}
