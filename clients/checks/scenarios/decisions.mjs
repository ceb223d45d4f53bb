// Decisions that end a certificate, and decisions that are refused (T6, T10).

import assert from 'node:assert/strict';
import { usesOf } from '../../chain/ask.mjs';
import { commitmentTo, documentOf, grantOf, suspensionOf } from '../../chain/calls.mjs';
import { proposalIn, takeDecision } from '../../chain/decisions.mjs';
import { accountOf } from '../../chain/keyring.mjs';
import { authorisation } from '../../firms/firms.mjs';
import { refusedAs } from '../checks.mjs';
import { firmOf } from '../firms.mjs';
import {
	benefitsIn,
	certificateOf,
	changeIn,
	historyOf,
	statusAt,
	storedOf,
	verdictAt,
} from './facts.mjs';

/** Through this day a firm is barred. */
const BAR = '2099-12-31';

/** Makes all these checks at the same time. */
export async function checkDecisions(checks, world) {
	await Promise.all([
		checkRevoked(checks, world),
		checkAnnulled(checks, world),
		checkRefusedDecisions(checks, world),
	]);
}

/** Certificates are taken away: one today, with a bar, and one from tomorrow on. */
async function checkRevoked(checks, world) {
	const { chain } = world;
	const desk = world.desk('PE');
	const [maker, checker] = desk;
	const [firm, later] = await world.certified(desk, [firmOf('PE'), firmOf('PE')]);
	const document = documentOf(`Revocation of ${firm.tin}`);
	const revoke = (from, barUntil) => ({ Revoke: { from, barUntil, document } });
	await checks.that(
		'T6: two officers revoke a certificate, and benefits end in that block',
		async () => {
			assert.equal(await verdictAt(chain, 'MX', firm), 'granted');
			const from = world.day('PE');
			const submission = await takeDecision(chain, desk, firm.certificate, revoke(from, BAR));
			assert.deepEqual(changeIn(chain, submission), {
				from: 'Authorised',
				to: 'Revoked',
				version: 2,
				ground: 'Authority',
				by: [maker.address, checker.address],
			});
			assert.ok(benefitsIn(chain, submission).end.includes('MX'));
			const { block } = submission;
			assert.equal(await verdictAt(chain, 'MX', firm, { at: block }), 'Revoked');
			const { state } = await certificateOf(chain, firm);
			assert.deepEqual(state, { Revoked: { from, suspension: null } });
		},
	);
	await checks.that(
		'T6: through the bar its firm is certified no more, nor suspended',
		async () => {
			const anew = authorisation(chain.api, {
				...firm,
				certificate: `${firm.certificate}-A`,
			});
			await refusedAs(chain, anew, maker, 'certificates.TraderBarred');
			const suspend = suspensionOf(chain.api, firm.certificate);
			return refusedAs(chain, suspend, maker, 'certificates.CertificateNotLive');
		},
	);
	await checks.that('T6: what is revoked from tomorrow on has benefits today', async () => {
		const from = world.day('PE', 1);
		const submission = await takeDecision(chain, desk, later.certificate, revoke(from, null));
		assert.equal(changeIn(chain, submission).to, 'Revoked');
		const { state, in_force: inForce } = await certificateOf(chain, later);
		assert.deepEqual(state, { Revoked: { from, suspension: null } });
		assert.equal(inForce, true);
		assert.equal(await verdictAt(chain, 'MX', later), 'granted');
	});
}

/** A certificate for which benefits were given is declared void from the start. */
async function checkAnnulled(checks, world) {
	const { chain, story } = world;
	const desk = world.desk('MX');
	const [firm] = await world.certified(desk, [firmOf('MX')]);
	const declaration = commitmentTo('CR-15');
	const document = documentOf(`Annulment of ${firm.tin}`);
	await checks.that('T10: two officers annul a certificate, and benefits end', async () => {
		const grant = grantOf(chain.api, declaration, firm.tin, 'EX', 'Import');
		await chain.submitWell(grant, story.cast.officer('CR', 1));
		const submission = await takeDecision(chain, desk, firm.certificate, {
			Annul: { document },
		});
		assert.deepEqual(changeIn(chain, submission), {
			from: 'Authorised',
			to: 'Annulled',
			version: 2,
			ground: 'Authority',
			by: desk.map(({ address }) => address),
		});
		assert.deepEqual(benefitsIn(chain, submission), { begin: [], end: ['CR', 'PE'] });
		assert.equal(await verdictAt(chain, 'CR', firm), 'Annulled');
	});
	await checks.that(
		'T10: it was void from its first day on, and what was given stays known, with a flag',
		async () => {
			const [authorised, annulled] = await historyOf(chain, firm);
			assert.equal(annulled.from, authorised.from);
			assert.deepEqual(await statusAt(chain, firm, authorised.from), annulled);
			const uses = await usesOf(chain, firm);
			assert.deepEqual(
				uses.map((use) => [use.declaration, use.annulled]),
				[[declaration, true]],
			);
		},
	);
}

/** What is proposed and refused has no effect. */
async function checkRefusedDecisions(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('PE');
	const [maker, checker] = desk;
	const [firm] = await world.certified(desk, [firmOf('PE')]);
	const number = firm.certificate;
	const document = documentOf(`Annulment of ${firm.tin}`);
	let refused;
	await checks.that(
		'a second officer refuses a decision, and the certificate is as before',
		async () => {
			const before = await storedOf(chain, firm);
			const annul = tx.certificates.propose(number, { Annul: { document } });
			const proposed = await chain.submitWell(annul, maker);
			refused = proposalIn(chain, proposed);
			const refuse = tx.certificates.refuse(number, refused);
			const submission = await chain.submitWell(refuse, checker);
			const event = chain.eventOf(submission, 'certificates', 'DecisionRefused');
			assert.equal(event.proposal.toNumber(), refused);
			assert.equal(event.maker.toHex(), accountOf(maker));
			assert.equal(event.by.toHex(), accountOf(checker));
			assert.equal(await storedOf(chain, firm), before);
			assert.equal(await verdictAt(chain, 'MX', firm), 'granted');
			const confirm = tx.certificates.confirm(number, refused);
			return refusedAs(chain, confirm, checker, 'certificates.UnknownProposal');
		},
	);
	await checks.that(
		'what follows a refused decision cannot be confirmed by a signature that was meant for that one',
		async () => {
			const annul = tx.certificates.propose(number, { Annul: { document } });
			const next = proposalIn(chain, await chain.submitWell(annul, maker));
			assert.notEqual(next, refused);
			const confirm = tx.certificates.confirm(number, refused);
			const refusal = await refusedAs(
				...[chain, confirm, checker, 'certificates.UnknownProposal'],
			);
			// Nothing has to wait: the next one is confirmed by its own number.
			const submission = await chain.submitWell(tx.certificates.confirm(number, next), checker);
			assert.equal(changeIn(chain, submission).to, 'Annulled');
			return refusal;
		},
	);
	await checks.that('what was proposed by an officer who was dismissed since is not confirmed', async () => {
		const [other] = await world.certified(desk, [firmOf('PE')]);
		const clerk = world.pairOf('//PE//officer//dismissed');
		const { appointOfficer, dismissOfficer } = tx.administrations;
		await chain.submitWell(appointOfficer(clerk.address, ['Certification']), world.own('PE'));
		const annul = tx.certificates.propose(other.certificate, { Annul: { document } });
		const proposal = proposalIn(chain, await chain.submitWell(annul, clerk));
		await chain.submitWell(dismissOfficer(clerk.address), world.own('PE'));
		const confirm = tx.certificates.confirm(other.certificate, proposal);
		return refusedAs(chain, confirm, checker, 'certificates.ProposingOfficerDismissed');
	});
}
