// A grantor reports to an issuer what is wrong with one of its certificates, and the issuer answers.

import assert from 'node:assert/strict';
import { documentOf } from '../../chain/calls.mjs';
import { accountOf } from '../../chain/keyring.mjs';
import { refusedAs } from '../checks.mjs';
import { answerOf, storedOf } from './facts.mjs';

/** Costa Rica doubts a certificate of Mexico. */
export async function checkIrregularity(checks, { chain, story }) {
	const { tx } = chain.api;
	const { firm } = story.chosen.shipment;
	const [reporter, answerer] = ['CR', 'MX'].map((territory) => story.cast.officer(territory, 2));
	const document = documentOf(`Seals of ${firm.tin} that were broken at Limón`);
	const reply = documentOf(`Inquiry of Mexico at ${firm.tin}`);
	const before = await Promise.all([storedOf(chain, firm), answerOf(chain, 'CR', firm)]);
	let report;
	await checks.that(
		'a grantor reports an irregularity to the issuer, and the certificate stays what it is',
		async () => {
			const call = tx.suspensions.reportIrregularity('MX', firm.certificate, document);
			const submission = await chain.submitWell(call, reporter);
			const event = chain.eventOf(submission, 'suspensions', 'IrregularityReported');
			report = event.report.toNumber();
			assert.deepEqual([event.grantor.type, event.by.toHex()], ['CR', accountOf(reporter)]);
			const after = await Promise.all([storedOf(chain, firm), answerOf(chain, 'CR', firm)]);
			assert.deepEqual(after, before);
			const { answer, number, grantor } = await received(chain, report);
			assert.deepEqual([answer, number, grantor], [null, firm.certificate, 'CR']);
		},
	);
	await checks.that('the issuer answers it, once, and both see report and answer', async () => {
		const call = tx.suspensions.answerIrregularity(report, reply);
		await refusedAs(chain, call, reporter, 'suspensions.UnknownReport');
		await chain.submitWell(call, answerer);
		const at = await received(chain, report);
		assert.deepEqual([at.document, at.by], [document, reporter.address]);
		assert.deepEqual([at.answer.document, at.answer.by], [reply, answerer.address]);
		const { answer: sent } = await chain.rpc('aeo_reportedIrregularities', ['CR']);
		assert.deepEqual(sent[0], at);
		return refusedAs(chain, call, answerer, 'suspensions.ReportAnsweredAlready');
	});
}

/** A report that Mexico has received. */
async function received(chain, report) {
	const { answer } = await chain.rpc('aeo_irregularities', ['MX']);
	return answer.find((one) => one.report === report);
}
