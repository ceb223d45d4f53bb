// Certificates that are renewed, reviewed and rectified (T9, T11, T12).

import assert from 'node:assert/strict';
import { documentOf, suspensionOf } from '../../chain/calls.mjs';
import { proposalIn, takeDecision } from '../../chain/decisions.mjs';
import { accountOf } from '../../chain/keyring.mjs';
import { takenOver } from '../../firms/firms.mjs';
import { notEntitled, refusedAs } from '../checks.mjs';
import { firmOf } from '../firms.mjs';
import {
	answerOf,
	benefitsIn,
	certificateOf,
	changeIn,
	notesOf,
	verdictAt,
} from './facts.mjs';

/** Makes all these checks at the same time. */
export async function checkChanges(checks, world) {
	await Promise.all([
		checkRenewed(checks, world),
		checkReview(checks, world),
		checkRectified(checks, world),
	]);
}

/** A firm asks for a renewal; it is granted to one and refused to another. */
async function checkRenewed(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('MX');
	const [maker, checker] = desk;
	const [firm, other] = await world.certified(desk, [firmOf('MX'), firmOf('MX')]);
	const [holder, otherHolder] = await Promise.all([
		world.link(desk, firm),
		world.link(desk.slice(1), other),
	]);
	const document = documentOf(`Review of ${firm.tin}`);
	const renewal = ({ certificate }) => tx.applications.ask(certificate, 'Renewal', document);
	const validUntil = '2031-12-31';
	await checks.that('T9: a firm asks for a renewal of its own certificate only', async () => {
		await Promise.all([
			chain.submitWell(renewal(firm), holder),
			chain.submitWell(renewal(other), otherHolder),
		]);
		assert.equal((await notesOf(chain, firm)).renewal, true);
		assert.equal((await certificateOf(chain, firm)).version, 1);
		await refusedAs(chain, renewal(firm), holder, 'certificates.HolderAskedAlready');
		await refusedAs(chain, renewal(firm), otherHolder, 'applications.NotYourCertificate');
	});
	await checks.that('T9: two officers renew it: the next version, valid longer', async () => {
		const submission = await takeDecision(chain, desk, firm.certificate, {
			Renew: { validUntil, document },
		});
		assert.deepEqual(changeIn(chain, submission), {
			from: 'Authorised',
			to: 'Authorised',
			version: 2,
			ground: 'Authority',
			by: [maker.address, checker.address],
		});
		const { validity } = await certificateOf(chain, firm);
		assert.deepEqual(validity, {
			from: firm.valid_from,
			until: validUntil,
			renewal_pending: false,
		});
		assert.equal((await notesOf(chain, firm)).renewal, false);
		assert.deepEqual(benefitsIn(chain, submission), { begin: [], end: [] });
		const again = tx.certificates.propose(firm.certificate, {
			Renew: { validUntil, document },
		});
		await refusedAs(chain, again, maker, 'certificates.RenewalNotLonger');
	});
	await checks.that(
		'T9: a renewal is refused, and the certificate ends when it was to end',
		async () => {
			const submission = await takeDecision(chain, desk, other.certificate, {
				RefuseRenewal: { document },
			});
			assert.equal(changeIn(chain, submission).to, 'Authorised');
			const { validity, version } = await certificateOf(chain, other);
			assert.deepEqual([validity.until, version], [other.valid_until, 2]);
			assert.equal((await notesOf(chain, other)).renewal, false);
			assert.equal(await verdictAt(chain, 'CR', other), 'granted');
		},
	);
}

/** A review by the issuer's own risk unit. */
async function checkReview(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('MX');
	const [firm] = await world.certified(desk, [firmOf('MX')]);
	const risk = world.story.cast.officer('MX', 4);
	const document = documentOf(`Review of ${firm.tin}`);
	const review = (isUnder) => {
		const state = isUnder ? 'UnderReview' : 'Reviewed';
		return tx.certificates.setReview(firm.certificate, state, document);
	};
	await checks.that('T11: the risk unit begins a review, and nothing else changes', async () => {
		const appoint = tx.administrations.appointOfficer(risk.address, ['Risk']);
		await chain.submitWell(appoint, world.own('MX'));
		const before = await certificateOf(chain, firm);
		const answer = await answerOf(chain, 'CR', firm);
		const submission = await chain.submitWell(review(true), risk);
		const event = chain.eventOf(submission, 'certificates', 'ReviewSet');
		assert.deepEqual([event.underReview.isTrue, event.by.toHex()], [true, accountOf(risk)]);
		assert.equal((await notesOf(chain, firm)).underReview, true);
		const reviewed = { ...before, under_review: true };
		assert.deepEqual(await certificateOf(chain, firm), reviewed);
		assert.deepEqual(await answerOf(chain, 'CR', firm), answer);
		await refusedAs(chain, review(true), risk, 'certificates.NothingWouldChange');
	});
	await checks.that(
		'T11: it may do no more, and an officer for certificates ends the review',
		async () => {
			const suspend = suspensionOf(chain.api, firm.certificate);
			await notEntitled(chain, suspend, risk);
			await chain.submitWell(review(false), desk[0]);
			assert.equal((await notesOf(chain, firm)).underReview, false);
		},
	);
}

/** Roles are taken away and added by two officers. */
async function checkRectified(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('PE');
	const [maker, checker] = desk;
	const [firm] = await world.certified(desk, [firmOf('PE', { roles: ['EX', 'IM'] })]);
	const { validFrom, validUntil } = takenOver(firm);
	const document = documentOf(`Rectification of ${firm.tin}`);
	const rectified = (...roles) => ({ Rectify: { roles, validFrom, validUntil, document } });
	const rectify = (...roles) => tx.certificates.propose(firm.certificate, rectified(...roles));
	const verdicts = () => {
		return Promise.all(
			['EX', 'IM', 'MF'].map((role) => verdictAt(chain, 'MX', firm, { role })),
		);
	};
	let narrower;
	await checks.that('T12: two officers take a role away: the next version', async () => {
		assert.deepEqual(await verdicts(), ['granted', 'granted', 'RoleNotCertified']);
		narrower = await takeDecision(chain, desk, firm.certificate, rectified('Exporter'));
		assert.deepEqual(changeIn(chain, narrower), {
			from: 'Authorised',
			to: 'Authorised',
			version: 2,
			ground: 'Administrative',
			by: [maker.address, checker.address],
		});
		assert.deepEqual(await verdicts(), ['granted', 'RoleNotCertified', 'RoleNotCertified']);
		await refusedAs(chain, rectify('Exporter'), maker, 'certificates.NothingWouldChange');
	});
	await checks.that(
		'T12: a role is added by two officers, and not before the second',
		async () => {
			const proposed = await chain.submitWell(rectify('Exporter', 'Manufacturer'), maker);
			const proposal = proposalIn(chain, proposed);
			assert.equal((await certificateOf(chain, firm)).version, 2);
			assert.deepEqual(await verdicts(), ['granted', 'RoleNotCertified', 'RoleNotCertified']);
			const confirm = tx.certificates.confirm(firm.certificate, proposal);
			await chain.submitWell(confirm, checker);
			assert.deepEqual(await verdicts(), ['granted', 'RoleNotCertified', 'granted']);
		},
	);
}
