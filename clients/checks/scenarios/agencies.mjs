// Agencies that give their opinion on applications, and requests that holders answer.

import assert from 'node:assert/strict';
import { documentOf, programmeOf } from '../../chain/calls.mjs';
import { accountOf } from '../../chain/keyring.mjs';
import { authorisationOf, takenOver } from '../../firms/firms.mjs';
import { refusedAs, unpaid } from '../checks.mjs';
import { firmOf } from '../firms.mjs';
import { certificateOf, changeIn, storedOf, verdictAt } from './facts.mjs';

/** The programme of Peru that asks an agency. */
const PROGRAMME = 'OEA-SALUD';

/** The agency that it asks. */
const AGENCY = 'SENASA';

/** An agency of Peru opines on an application with its own key (T3). */
export async function checkOpinions(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const [officer] = world.desk('PE');
	const agency = world.pairOf(`//PE//agency//${AGENCY}`);
	const firm = firmOf('PE', { programme: PROGRAMME, type: 'AEOF' });
	const number = firm.certificate;
	const document = documentOf(`Opinion of ${AGENCY} on ${firm.tin}`);
	const opine = (version, opinion) => tx.applications.opine(number, version, opinion, document);
	const authorise = tx.certificates.propose(number, authorisationOf(firm));
	await checks.that(
		'an administration registers an agency, which has no other role',
		async () => {
			const register = tx.applications.registerAgency(AGENCY, agency.address);
			const calls = [tx.certificates.setProgramme(PROGRAMME, programme()), register];
			const submission = await chain.submitWell(tx.utility.batchAll(calls), world.own('PE'));
			const event = chain.eventOf(submission, 'applications', 'AgencyRegistered');
			assert.equal(event.account.toHex(), accountOf(agency));
			const accept = tx.applications.accept(number, document);
			return unpaid(chain, accept, agency);
		},
	);
	await checks.that(
		'T3: without the opinion that its programme asks for nobody is authorised',
		async () => {
			await apply(chain, firm, officer, document);
			return refusedAs(chain, authorise, officer, 'certificates.OpinionMissing');
		},
	);
	await checks.that('T3: an unfavourable opinion keeps a firm out', async () => {
		await chain.submitWell(opine(2, 'Unfavourable'), agency);
		return refusedAs(chain, authorise, officer, 'certificates.OpinionUnfavourable');
	});
	await checks.that('T3: the agency changes its mind, and the firm is authorised', async () => {
		const submission = await chain.submitWell(opine(2, 'Favourable'), agency);
		const event = chain.eventOf(submission, 'applications', 'OpinionGiven');
		assert.deepEqual(
			[event.agency.toString(), event.before.unwrap().type, event.opinion.type],
			[AGENCY, 'Unfavourable', 'Favourable'],
		);
		assert.equal(event.by.toHex(), accountOf(agency));
		const authorised = await chain.submitWell(authorise, officer);
		assert.equal(changeIn(chain, authorised).to, 'Authorised');
	});
}

/** The programme, which certifies only who has applied, and whom the agency does not object to. */
function programme() {
	return {
		...programmeOf([{ code: 'AEOF', halves: 'Both' }], false),
		applications: 'Required',
		opinionsRequired: [AGENCY],
	};
}

/** An application on paper is entered and accepted. */
async function apply(chain, row, officer, document) {
	const { tx } = chain.api;
	const { number, tin, publicationConsent, certificateType, roles } = takenOver(row);
	const facts = [number, tin, publicationConsent, certificateType, roles, document];
	await chain.submitWell(tx.applications.enterApplication(...facts), officer);
	await chain.submitWell(tx.applications.accept(number, document), officer);
}

/** An officer asks the holder of a certificate for something, which answers with its own key. */
export async function checkRequests(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('MX');
	const [officer] = desk;
	const [firm] = await world.certified(desk, [firmOf('MX')]);
	const holder = await world.link(desk, firm);
	const number = firm.certificate;
	const document = documentOf(`Corrective action of ${firm.tin}`);
	const due = world.day('MX', 30);
	const before = await storedOf(chain, firm);
	let place;
	await checks.that('an officer asks a holder for corrective action until a day', async () => {
		const request = tx.applications.request(number, 'CorrectiveAction', due, document);
		const submission = await chain.submitWell(request, officer);
		const event = chain.eventOf(submission, 'applications', 'RequestMade');
		place = event.request.toNumber();
		assert.deepEqual([event.kind.type, event.due.toString()], ['CorrectiveAction', due]);
		assert.equal((await certificateOf(chain, firm)).open_requests, 1);
		const open = await openRequest(chain, firm);
		assert.deepEqual([open.place, open.overdue, open.request.answer], [place, false, null]);
	});
	await checks.that('the holder answers with its own key, once', async () => {
		const answer = tx.applications.answerRequest(number, place, document);
		const submission = await chain.submitWell(answer, holder);
		const event = chain.eventOf(submission, 'applications', 'RequestAnswered');
		assert.equal(event.by.toHex(), accountOf(holder));
		assert.equal((await openRequest(chain, firm)).request.answer.by, holder.address);
		return refusedAs(chain, answer, officer, 'applications.RequestAnsweredAlready');
	});
	await checks.that(
		'the officer closes the request, and the certificate is as before',
		async () => {
			const close = tx.applications.closeRequest(number, place, 'Met', document);
			const submission = await chain.submitWell(close, officer);
			const event = chain.eventOf(submission, 'applications', 'RequestClosed');
			assert.equal(event.outcome.type, 'Met');
			assert.equal(await openRequest(chain, firm), undefined);
			assert.equal(await storedOf(chain, firm), before);
			assert.equal(await verdictAt(chain, 'CR', firm), 'granted');
			return refusedAs(chain, close, officer, 'applications.RequestClosedAlready');
		},
	);
}

/** The open request about a certificate, if there is one. */
async function openRequest(chain, { certificate }) {
	const { answer } = await chain.rpc('aeo_requests', ['MX']);
	return answer.requests.find(({ number }) => number === certificate);
}
