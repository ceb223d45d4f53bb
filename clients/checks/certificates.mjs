// Certificates, after the story: four eyes, wrong keys, wrong scopes, malformed and repeated input,
// and days at their edges.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createKeyMulti, encodeAddress } from '@polkadot/util-crypto';
import { evaluate, verdictOf } from '../chain/ask.mjs';
import { suspensionOf } from '../chain/calls.mjs';
import { localDay } from '../chain/clock.mjs';
import { handsOf, proposalIn, takeDecision } from '../chain/decisions.mjs';
import { authorisation, authorisationOf, authorised } from '../firms/firms.mjs';
import { batchOf, confirmationOfBatch, takeOver, takeOverOf } from '../firms/taking-over.mjs';
import { notEntitled, refusedAs } from './checks.mjs';
import { firmOf } from './firms.mjs';

/** A day in milliseconds. */
const DAY = 86_400_000;

/** How long the checks of days may take, in milliseconds. */
const MARGIN = 60_000;

/** Rows that are refused: what is changed in a good one, and the error. */
const REFUSALS = [
	['a TIN of the wrong length', { tin: 'PE2050929087' }, 'identities.TinMalformed'],
	['a TIN of no territory', { tin: 'ZZ20509290874' }, 'identities.TinTerritoryUnknown'],
	['a TIN of another territory', { tin: 'CR3101000001' }, 'identities.NotYourTerritory'],
	["another administration's trader", { tin: 'CR3101569110' }, 'identities.NotYourTrader'],
	['a natural person', { tin: 'PE10000000006' }, 'identities.NumberOfANaturalPerson'],
	[
		'a number with other characters',
		{ certificate: 'PE OEA 1' },
		'certificates.NumberNotUnderstood',
	],
	['a type that the programme has not', { type: 'AEOF' }, 'certificates.UnknownType'],
	[
		'a last day before the first',
		{ valid_until: '2020-01-01' },
		'certificates.EndsBeforeItBegins',
	],
	['a day that the calendar has not', { valid_from: '2026-02-30' }, 'certificates.DateNotReal'],
	['a date in other words', { valid_from: '30 February' }, 'certificates.DateNotUnderstood'],
	['a number of 36 characters', { certificate: 'P'.repeat(36) }, 'certificates.NumberTooLong'],
];

/** Makes all these checks, once Mexico and Peru have taken over their lists in the story. */
export async function checkCertificates(checks, story) {
	const chain = story.stage.chainOf('CR');
	await checkFourEyes(checks, chain, story);
	await checkScopes(checks, chain, story);
	await checkMalformed(checks, chain, story);
	await checkBatches(checks, chain, story);
}

/** A decision takes two officers and two signatures. */
async function checkFourEyes(checks, chain, { cast }) {
	const { api } = chain;
	const row = firmOf('PE');
	const [maker, checker] = [cast.officer('PE', 1), cast.officer('PE', 2)];
	const shared = sharedAccount(api, [maker, cast.officer('PE', 3)]);
	const refusal = (call, pair, name) => refusedAs(chain, call, pair, name);
	await chain.submitWell(
		api.tx.administrations.appointOfficer(shared.address, ['Certification']),
		cast.own('PE'),
	);
	const proposed = await chain.submitWell(authorisation(api, row), maker);
	const proposal = proposalIn(chain, proposed);
	const confirm = api.tx.certificates.confirm(row.certificate, proposal);
	await checks.that('a proposed decision is no certificate yet', async () => {
		const { answer } = await chain.rpc('aeo_certificate', ['PE', row.certificate]);
		assert.equal(answer, null);
	});
	await checks.that('the same number for another certificate meets nothing', () => {
		const other = api.tx.certificates.confirm(`${row.certificate}-X`, proposal);
		return refusal(other, checker, 'certificates.ProposalNumberDiffers');
	});
	await checks.that('another number meets nothing', () => {
		const other = api.tx.certificates.confirm(row.certificate, proposal + 1_000);
		return refusal(other, checker, 'certificates.UnknownProposal');
	});
	await checks.that('what waits is shown with its number and who proposed it', async () => {
		const { answer } = await chain.rpc('aeo_pendingDecisions', ['PE', 0]);
		const pending = answer.decisions.find(({ number }) => number === row.certificate);
		assert.deepEqual([pending.proposal, pending.maker.officer], [proposal, maker.address]);
	});
	await checks.that('the officer who proposed cannot confirm', () => {
		return refusal(confirm, maker, 'certificates.ConfirmingOfficerProposedIt');
	});
	await checks.that('the same key cannot confirm through a multisig that is an officer', () => {
		const call = api.tx.multisig.asMultiThreshold1(shared.others, confirm);
		return refusal(call, maker, 'certificates.ConfirmingSignerSignedTheProposal');
	});
	await checks.that('an officer of another administration finds nothing to confirm', () => {
		return refusal(confirm, cast.officer('CO', 2), 'certificates.UnknownProposal');
	});
	await checks.that("an administration's own account is no officer", () => {
		return refusal(confirm, cast.own('PE'), 'administrations.NotAnOfficer');
	});
	await checks.that('a second officer confirms, and the certificate is there', async () => {
		const submission = await chain.submitWell(confirm, checker);
		const event = chain.eventOf(submission, 'certificates', 'CertificateChanged');
		assert.ok(event.from.isNone);
		assert.ok(event.to.isAuthorised);
		assert.deepEqual(handsOf(event.decided.by), [maker.address, checker.address]);
		const { answer } = await chain.rpc('aeo_certificatesOf', [row.tin]);
		assert.equal(answer[0].number, row.certificate);
	});
	await checks.that('it cannot be confirmed twice', () => {
		return refusal(confirm, checker, 'certificates.UnknownProposal');
	});
}

/** An officer may do what its scopes say. */
async function checkScopes(checks, chain, { cast, chosen }) {
	const { api } = chain;
	const clerk = cast.officer('MX', 3);
	const { certificate } = chosen.other.firm;
	await chain.submitWell(
		api.tx.administrations.appointOfficer(clerk.address, ['Identities']),
		cast.own('MX'),
	);
	await checks.that('an officer without the scope Suspension cannot suspend', () => {
		return notEntitled(chain, suspensionOf(api, certificate), clerk);
	});
	await checks.that('nor decide on certificates without Certification', () => {
		return refusedAs(
			chain,
			authorisation(api, firmOf('MX')),
			clerk,
			'administrations.OfficerLacksScope',
		);
	});
	await checks.that('after all that the certificate is as it was', async () => {
		const { answer } = await chain.rpc('aeo_certificate', ['MX', certificate]);
		assert.deepEqual([answer.state, answer.version], ['Authorised', 1]);
	});
}

/** What is no TIN, no date, no number. */
async function checkMalformed(checks, chain, { cast }) {
	const row = firmOf('PE');
	const wrong = (changes) => authorisation(chain.api, { ...row, ...changes });
	const refusals = [
		[
			'a TIN with a wrong check digit',
			{ tin: slipped(row.tin) },
			'identities.TinCheckDigitWrong',
		],
		...REFUSALS,
	];
	await Promise.all(
		refusals.map(([what, changes, name], place) => {
			const officer = cast.officer('PE', 1 + (place % 2));
			return checks.that(`${what} is refused, and it says what to do`, () => {
				return refusedAs(chain, wrong(changes), officer, name);
			});
		}),
	);
}

/** Batches that are repeated, or have a row that fails. */
async function checkBatches(checks, chain, { cast, pilot }) {
	const { api } = chain;
	const [maker, checker] = [cast.officer('PE', 1), cast.officer('PE', 2)];
	const [row] = [firmOf('PE')];
	const batch = (rows, mode) => takeOverOf(api, rows, mode);
	let waiting;
	await checks.that('the same batch cannot be open twice', async () => {
		const proposed = await chain.submitWell(batch([row], 'AllOrNothing'), maker);
		waiting = batchOf(chain, proposed);
		return refusedAs(chain, batch([row], 'AllOrNothing'), checker, 'certificates.SameBatchWaitsAlready');
	});
	await checks.that('the officer who proposed a batch cannot confirm it', () => {
		const call = confirmationOfBatch(api, waiting);
		return refusedAs(chain, call, maker, 'certificates.ConfirmingOfficerProposedIt');
	});
	await checks.that(
		'a batch of all or nothing is not even proposed where a row fails',
		async () => {
			const rows = [firmOf('PE'), pilot.lists.PE[0]];
			const submission = await chain.submitWell(batch(rows, 'AllOrNothing'), maker);
			assert.throws(
				() => batchOf(chain, submission),
				/refused for row 2, PE-2024-OEA-1001: certificates\.NumberTaken: /,
			);
		},
	);
	await checks.that('a batch is confirmed once', async () => {
		const call = confirmationOfBatch(api, waiting);
		await chain.submitWell(call, checker);
		return refusedAs(chain, call, checker, 'certificates.UnknownProposal');
	});
	await checks.that(
		'a batch that skips what fails takes the others over, and names the row',
		async () => {
			const rows = [pilot.lists.PE[0], firmOf('PE')];
			const proposed = await chain.submitWell(batch(rows, 'SkipFailed'), maker);
			const call = confirmationOfBatch(api, batchOf(chain, proposed));
			const submission = await chain.submitWell(call, checker);
			const failed = chain.eventOf(submission, 'certificates', 'RowFailed');
			assert.equal(failed.number.toString(), rows[0].certificate);
			const event = chain.eventOf(submission, 'certificates', 'BatchDone');
			assert.deepEqual([event.done.toNumber(), event.failed.toNumber()], [1, 1]);
		},
	);
	await checks.that('a batch certifies firms with one confirmation', async () => {
		const rows = [firmOf('PE'), firmOf('PE')];
		const call = api.tx.certificates.proposeBatch(
			{ Authorise: rows.map(authorised) },
			'AllOrNothing',
		);
		const proposed = await chain.submitWell(call, maker);
		const confirm = confirmationOfBatch(api, batchOf(chain, proposed));
		const submission = await chain.submitWell(confirm, checker);
		const event = chain.eventOf(submission, 'certificates', 'BatchDone');
		assert.deepEqual([event.done.toNumber(), event.failed.toNumber()], [2, 0]);
		const { answer } = await chain.rpc('aeo_certificatesOf', [rows[1].tin]);
		assert.equal(answer[0].number, rows[1].certificate);
	});
}

/** First and last days are those of the issuer's clock, west and east of Greenwich. */
export async function checkDays(checks, story) {
	const chain = story.stage.chainOf('CR');
	const places = [
		{ territory: 'PE', city: 'Lima', grantor: 'MX' },
		{ territory: 'KR', city: 'Seoul', grantor: 'CR' },
	];
	await Promise.all(places.map((place) => checkDaysIn(checks, chain, story, place)));
}

async function checkDaysIn(checks, chain, story, { territory, city, grantor }) {
	await awayFromMidnight(territory);
	const day = (shift) => localDay(territory, Date.now() + shift * DAY);
	const cases = [
		['whose last day was yesterday', { valid_until: day(-1) }, 'Expired'],
		['whose last day is today', { valid_until: day(0) }, 'granted'],
		['whose first day is today', { valid_from: day(0) }, 'granted'],
		['whose first day is tomorrow', { valid_from: day(1) }, 'NotYetValid'],
	].map(([what, days, verdict]) => ({ what, verdict, firm: firmOf(territory, days) }));
	const firms = cases.map(({ firm }) => firm);
	// No period can begin tomorrow, so that this one is certified and not taken over.
	const officers = [1, 2].map((place) => story.cast.officer(territory, place));
	const later = firms.at(-1);
	await takeOver(chain, officers, firms.slice(0, -1));
	await takeDecision(chain, officers, later.certificate, authorisationOf(later));
	for (const { what, verdict, firm } of cases) {
		await checks.that(`a certificate ${what} in ${city} is answered: ${verdict}`, async () => {
			const answer = await evaluate(chain, grantor, firm.tin, 'EX', 'Import');
			assert.equal(verdictOf(answer), verdict);
		});
	}
}

/** Waits where the local day would end before it is asked about. */
export async function awayFromMidnight(territory) {
	const tomorrow = localDay(territory, Date.now() + MARGIN);
	if (tomorrow !== localDay(territory, Date.now())) {
		await sleep(MARGIN);
	}
}

/** The account of which any one of these keys signs alone, and the others for its first key. */
function sharedAccount({ registry }, pairs) {
	const addresses = pairs.map(({ address }) => address);
	const account = createKeyMulti(addresses, 1);
	return { address: encodeAddress(account, registry.chainSS58), others: addresses.slice(1) };
}

/** A TIN with another last digit. */
function slipped(tin) {
	return tin.slice(0, -1) + ((Number(tin.at(-1)) + 1) % 10);
}
