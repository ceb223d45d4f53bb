// From the application to the certificate, each step with the key of the one who takes it (T1 to T3).

import assert from 'node:assert/strict';
import { commitmentTo, documentOf, grantOf } from '../../chain/calls.mjs';
import { proposalIn, takeDecision } from '../../chain/decisions.mjs';
import { accountOf } from '../../chain/keyring.mjs';
import { authorisation, authorisationOf, takenOver } from '../../firms/firms.mjs';
import { refusedAs, unpaid } from '../checks.mjs';
import { firmOf } from '../firms.mjs';
import { benefitsIn, certificateOf, changeIn, historyOf, notesOf, verdictAt } from './facts.mjs';

/** Through this day a firm is barred. */
const BAR = '2099-12-31';

/** Makes all these checks at the same time. */
export async function checkApplications(checks, world) {
	await Promise.all([
		checkAuthorised(checks, world),
		checkWithdrawn(checks, world),
		checkRejected(checks, world),
		checkRefused(checks, world),
	]);
}

/** The call by which a firm applies itself. */
function applicationOf({ tx }, row) {
	const { certificateType, roles } = takenOver(row);
	return tx.applications.apply(certificateType, roles, documentOf(`Application of ${row.tin}`));
}

/** The same by an officer, who has it on paper. */
function paperOf({ tx }, row) {
	const { number, tin, publicationConsent, certificateType, roles } = takenOver(row);
	const document = documentOf(`Application of ${row.tin} on paper`);
	const facts = [number, tin, publicationConsent, certificateType, roles, document];
	return tx.applications.enterApplication(...facts);
}

/** The number of the certificate that a submission is about. */
function numberIn(chain, submission) {
	return chain.eventOf(submission, 'certificates', 'CertificateChanged').number.toString();
}

/** A firm applies, is accepted, examined and authorised, and gives its certificate back. */
async function checkAuthorised(checks, world) {
	const desk = world.desk('MX');
	const firm = firmOf('MX', { roles: ['EX', 'IM'] });
	const holder = await world.enlist(desk, firm);
	const number = await checkApplied(checks, world, { firm, holder, officer: desk[0] });
	await checkExamined(checks, world, { firm, number, desk });
	await checkRelinquished(checks, world, { firm, number, holder, desk });
}

/** The firm applies with its own account (T1). Gives the application's number. */
async function checkApplied(checks, { chain }, { firm, holder, officer }) {
	let number;
	await checks.that('T1: a firm applies with its own account, and gets a number', async () => {
		const submission = await chain.submitWell(applicationOf(chain.api, firm), holder);
		number = numberIn(chain, submission);
		assert.match(number, /^APPLICATION-\d+$/);
		assert.deepEqual(changeIn(chain, submission), {
			from: null,
			to: 'Applied',
			version: 1,
			ground: 'HoldersRequest',
			by: [holder.address],
		});
		const { state, tin, obstacle } = await certificateOf(chain, firm, number);
		assert.deepEqual([state, tin, obstacle], ['Applied', firm.tin, 'NotAuthorised']);
		return number;
	});
	await checks.that('nobody has benefits from an application', async () => {
		assert.equal(await verdictAt(chain, 'CR', firm), 'NotAuthorised');
		assert.equal(await verdictAt(chain, 'MX', firm), 'NotAuthorised');
	});
	await checks.that('a second application for the same is refused', () => {
		const again = paperOf(chain.api, firm);
		return refusedAs(chain, again, officer, 'certificates.ApplicationOpenAlready');
	});
	return number;
}

/** An officer accepts the application (T2), two of them authorise (T3). */
async function checkExamined(checks, { chain }, { firm, number, desk }) {
	const { tx } = chain.api;
	const [maker, checker] = desk;
	const authorise = authorisationOf(firm);
	let proposal;
	await checks.that('T2: before an officer accepts it, it cannot be decided on', async () => {
		const propose = tx.certificates.propose(number, authorise);
		await refusedAs(chain, propose, maker, 'certificates.ApplicationNotAccepted');
		const accept = tx.applications.accept(number, documentOf(`Examination of ${firm.tin}`));
		const submission = await chain.submitWell(accept, maker);
		assert.deepEqual(changeIn(chain, submission), {
			from: 'Applied',
			to: 'Accepted',
			version: 2,
			ground: 'Administrative',
			by: [maker.address],
		});
	});
	await checks.that('T3: what one officer proposes gives nothing yet', async () => {
		const proposed = await chain.submitWell(tx.certificates.propose(number, authorise), maker);
		proposal = proposalIn(chain, proposed);
		assert.equal(await verdictAt(chain, 'CR', firm), 'NotAuthorised');
	});
	await checks.that(
		'T3: a second officer of Mexico authorises the exporter, and partners give benefits',
		async () => {
			const confirm = tx.certificates.confirm(number, proposal);
			const submission = await chain.submitWell(confirm, checker);
			assert.deepEqual(changeIn(chain, submission), {
				from: 'Accepted',
				to: 'Authorised',
				version: 3,
				ground: 'Authority',
				by: [maker.address, checker.address],
			});
			assert.deepEqual(benefitsIn(chain, submission), { begin: ['CR', 'PE'], end: [] });
			const { block } = submission;
			assert.equal(await verdictAt(chain, 'CR', firm, { at: block - 1 }), 'NotAuthorised');
			assert.equal(await verdictAt(chain, 'CR', firm, { at: block }), 'granted');
			assert.equal(await verdictAt(chain, 'CO', firm), 'NoAgreement');
		},
	);
}

/**
 * A certificate is given back: the holder asks, and one officer grants it who has not linked the
 * holder's account (T7).
 */
async function checkRelinquished(checks, world, { firm, number, holder, desk }) {
	const [linking, officer] = desk;
	const { chain } = world;
	const { tx } = chain.api;
	const from = world.day('MX');
	const wish = { Relinquishment: { from } };
	const document = documentOf(`Request of ${firm.tin} to give its certificate back`);
	await checks.that(
		'T7: a firm asks to give its certificate back, which changes nothing yet',
		async () => {
			const submission = await chain.submitWell(
				tx.applications.ask(number, wish, document),
				holder,
			);
			const event = chain.eventOf(submission, 'applications', 'HolderAsked');
			assert.equal(event.by.toHex(), accountOf(holder));
			assert.equal(event.wish.asRelinquishment.from.toString(), from);
			assert.equal((await notesOf(chain, firm, number)).relinquishment, from);
			const { version } = await certificateOf(chain, firm, number);
			assert.equal(version, 3);
			assert.equal(await verdictAt(chain, 'CR', firm), 'granted');
		},
	);
	const decision = { Relinquish: { from, document } };
	await checks.that(
		"T7: for the officer who linked the firm's account its wish is no other pair of eyes",
		async () => {
			const propose = tx.certificates.propose(number, decision);
			const proposal = proposalIn(chain, await chain.submitWell(propose, linking));
			assert.equal(await verdictAt(chain, 'CR', firm), 'granted');
			await chain.submitWell(tx.certificates.refuse(number, proposal), linking);
		},
	);
	await checks.that(
		'T7: for another officer it is, so that one officer takes it back, and benefits end',
		async () => {
			const submission = await chain.submitWell(
				tx.certificates.propose(number, decision),
				officer,
			);
			assert.deepEqual(changeIn(chain, submission), {
				from: 'Authorised',
				to: 'Relinquished',
				version: 4,
				ground: 'HoldersRequest',
				by: [holder.address, officer.address],
			});
			assert.deepEqual(benefitsIn(chain, submission), { begin: [], end: ['CR', 'PE'] });
			assert.equal(await verdictAt(chain, 'CR', firm), 'Relinquished');
			assert.equal(await verdictAt(chain, 'MX', firm), 'Relinquished');
		},
	);
	await checks.that(
		'the periods tell the whole life, from the application to the end',
		async () => {
			const states = (await historyOf(chain, firm, number)).map(({ state }) => state);
			const ended = { Relinquished: { from, suspension: null } };
			assert.deepEqual(states, ['Applied', 'Accepted', 'Authorised', ended]);
		},
	);
}

/** The holder takes an application back, and nobody else does. */
async function checkWithdrawn(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('PE');
	const [officer] = desk;
	const firm = firmOf('PE');
	const other = firmOf('PE');
	const [holder, stranger] = await Promise.all([
		world.enlist(desk, firm),
		world.enlist(desk.slice(1), other),
	]);
	const document = documentOf(`Withdrawal of the application of ${firm.tin}`);
	await checks.that('T2: only its own firm takes an application back', async () => {
		const applied = await chain.submitWell(applicationOf(chain.api, firm), holder);
		const number = numberIn(chain, applied);
		const withdraw = tx.applications.withdrawApplication(number, document);
		await refusedAs(chain, withdraw, stranger, 'applications.NotYourCertificate');
		const submission = await chain.submitWell(withdraw, holder);
		assert.deepEqual(changeIn(chain, submission), {
			from: 'Applied',
			to: 'ApplicationWithdrawn',
			version: 2,
			ground: 'HoldersRequest',
			by: [holder.address],
		});
		return refusedAs(chain, withdraw, officer, 'applications.NotAHolder');
	});
	await checks.that('T2: no firm takes the decisions of its administration', () => {
		const accept = tx.applications.accept(firm.certificate, document);
		return unpaid(chain, accept, holder);
	});
}

/** An application on paper is rejected, and an appeal puts it back (T13). */
async function checkRejected(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('PE');
	const [maker] = desk;
	const firm = firmOf('PE');
	const { certificate } = firm;
	const document = documentOf(`Decision on the application of ${firm.tin}`);
	await checks.that(
		'T1, T2: an officer enters an application on paper, and rejects it',
		async () => {
			const applied = await chain.submitWell(paperOf(chain.api, firm), maker);
			assert.deepEqual(changeIn(chain, applied), {
				from: null,
				to: 'Applied',
				version: 1,
				ground: 'HoldersRequest',
				by: [maker.address],
			});
			const rejected = await chain.submitWell(
				tx.applications.reject(certificate, document),
				maker,
			);
			const { from, to, version } = changeIn(chain, rejected);
			assert.deepEqual([from, to, version], ['Applied', 'Rejected', 2]);
			const accept = tx.applications.accept(certificate, document);
			return refusedAs(chain, accept, maker, 'certificates.NoApplicationToAccept');
		},
	);
	await checks.that('T13: without an appeal nothing is overturned', () => {
		const overturn = tx.certificates.propose(certificate, {
			Overturn: { from: null, document },
		});
		return refusedAs(chain, overturn, maker, 'certificates.NoAppealPending');
	});
	await checks.that(
		'T13: after an appeal two officers overturn it, and it is applied for again',
		async () => {
			await chain.submitWell(tx.applications.ask(certificate, 'Appeal', document), maker);
			const overturn = { Overturn: { from: null, document } };
			const submission = await takeDecision(chain, desk, certificate, overturn);
			const { from, to, version } = changeIn(chain, submission);
			assert.deepEqual([from, to, version], ['Rejected', 'Applied', 3]);
			const voids = (await historyOf(chain, firm)).map((period) => period.voids);
			assert.deepEqual(voids, [null, null, 1]);
			const accepted = await chain.submitWell(
				tx.applications.accept(certificate, document),
				maker,
			);
			assert.equal(changeIn(chain, accepted).to, 'Accepted');
		},
	);
}

/** An application is refused with a bar, and the appeal dismissed. */
async function checkRefused(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('PE');
	const [maker, checker] = desk;
	const firm = firmOf('PE');
	const holder = await world.enlist(desk, firm);
	const document = documentOf(`Decision on the application of ${firm.tin}`);
	let number;
	await checks.that('T2b: two officers refuse an application that was examined', async () => {
		const applied = await chain.submitWell(applicationOf(chain.api, firm), holder);
		number = numberIn(chain, applied);
		await chain.submitWell(tx.applications.accept(number, document), maker);
		const refusal = { RefuseApplication: { barUntil: BAR, document } };
		const submission = await takeDecision(chain, desk, number, refusal);
		assert.deepEqual(changeIn(chain, submission), {
			from: 'Accepted',
			to: 'Refused',
			version: 3,
			ground: 'Authority',
			by: [maker.address, checker.address],
		});
	});
	await checks.that(
		'T13: the firm appeals, an officer dismisses that, and the refusal stands',
		async () => {
			await chain.submitWell(tx.applications.ask(number, 'Appeal', document), holder);
			assert.equal((await notesOf(chain, firm, number)).appeal, true);
			const dismiss = tx.applications.dismissAppeal(number, document);
			const submission = await chain.submitWell(dismiss, checker);
			const event = chain.eventOf(submission, 'applications', 'AppealDismissed');
			assert.equal(event.by.toHex(), accountOf(checker));
			assert.equal((await notesOf(chain, firm, number)).appeal, false);
			const { state, version } = await certificateOf(chain, firm, number);
			assert.deepEqual([state, version], ['Refused', 3]);
			await refusedAs(chain, dismiss, checker, 'certificates.NoAppealPending');
		},
	);
	await checks.that('T2b: while it is barred, the firm is certified in no way', async () => {
		await refusedAs(chain, applicationOf(chain.api, firm), holder, 'certificates.TraderBarred');
		await refusedAs(chain, paperOf(chain.api, firm), maker, 'certificates.TraderBarred');
		return refusedAs(chain, authorisation(chain.api, firm), maker, 'certificates.TraderBarred');
	});
	await checks.that('and nothing is given to it', () => {
		const grant = grantOf(chain.api, commitmentTo('PE-REFUSED'), firm.tin, 'EX', 'Export');
		return refusedAs(chain, grant, world.story.cast.officer('PE', 1), 'benefits.NotAuthorised');
	});
}
