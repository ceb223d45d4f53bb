// What the chain says of a firm and its certificate, as the scenarios compare it.

import assert from 'node:assert/strict';
import { evaluate, verdictOf } from '../../chain/ask.mjs';
import { handsOf } from '../../chain/decisions.mjs';

/** Who issued the certificate of a row. */
export function issuerOf({ tin }) {
	return tin.slice(0, 2);
}

/** What a grantor answers in whole about an exporter: `outcome`, `issuer_quarantined`, `priority`. */
export async function answerOf(chain, grantor, { tin }) {
	const { answer } = await chain.rpc('aeo_evaluate', [grantor, tin, 'EX', 'Import']);
	return answer;
}

/** `granted`, or the name of the denial; of a block, or of the latest. */
export async function verdictAt(chain, grantor, { tin }, question = {}) {
	const { role = 'EX', direction = 'Import', at } = question;
	return verdictOf(await evaluate(chain, grantor, tin, role, direction, at));
}

/** The benefits that an answer grants, each with the agreement under which; none at home. */
export function granted({ outcome }) {
	assert.ok(outcome.Granted, JSON.stringify(outcome));
	return outcome.Granted.map(({ benefit, basis }) => [benefit, basis.Agreement]);
}

/** A certificate and how it stands. */
export async function certificateOf(chain, row, number = row.certificate) {
	const { answer } = await chain.rpc('aeo_certificate', [issuerOf(row), number]);
	return answer;
}

/** The status periods of a certificate, from the earliest on. */
export async function historyOf(chain, row, number = row.certificate) {
	const { answer } = await chain.rpc('aeo_history', [issuerOf(row), number]);
	return answer.reverse();
}

/** The status period of a certificate at a moment, as far as a block knows; the latest without. */
export async function statusAt(chain, row, moment, ...at) {
	const parameters = [issuerOf(row), row.certificate, moment, ...at];
	const { answer } = await chain.rpc('aeo_statusAt', parameters);
	return answer.period;
}

/** A certificate as it is stored, to be compared and not to be read. */
export async function storedOf(chain, row, number = row.certificate) {
	const record = await chain.api.query.certificates.certificates(issuerOf(row), number);
	assert.ok(record.isSome, `there is no certificate ${number}`);
	return record.toHex();
}

/** What a certificate's holder has asked for, and whether it is under review. */
export async function notesOf(chain, row, number = row.certificate) {
	const { asked, under_review: underReview } = await certificateOf(chain, row, number);
	return { ...asked, underReview };
}

/** The change of a certificate that a submission tells: states, version, ground and whose hands. */
export function changeIn(chain, submission) {
	const event = chain.eventOf(submission, 'certificates', 'CertificateChanged');
	assert.ok(event, 'no certificate has changed');
	const { from, to, version, decided } = event;
	return {
		from: from.isSome ? from.unwrap().type : null,
		to: to.type,
		version: version.toNumber(),
		ground: decided.ground.type,
		by: handsOf(decided.by),
	};
}

/** For whom benefits begin and end with a submission. */
export function benefitsIn(chain, submission) {
	const event = chain.eventOf(submission, 'benefits', 'BenefitsChanged');
	const names = (territories = []) => [...territories].map(({ type }) => type).sort();
	return { begin: names(event?.begin), end: names(event?.end) };
}
