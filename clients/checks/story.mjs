// The story of `make run`, step by step, with checks on states, events and reasons; and between the
// steps what others try, and must not reach.

import assert from 'node:assert/strict';
import { evaluate, unacknowledgedBy } from '../chain/ask.mjs';
import { commitmentTo, grantOf, suspensionOf } from '../chain/calls.mjs';
import { handsOf } from '../chain/decisions.mjs';
import { agreementOf } from '../firms/offers.mjs';
import { batchOf, takeOverOf } from '../firms/taking-over.mjs';
import { say } from '../network/text.mjs';
import { notEntitled, refusedAs, unpaid } from './checks.mjs';

/** Lines of the story are told below the check to which they belong. */
const INDENTED = (text) => say(text.replaceAll(/^(?=.)/gm, '    '));

/**
 * Plays the story, as `telling` tells it; gives it, with the facts of all steps. A step waits for what
 * `before` has under its name; what `after` has there begins once the checks of the step are made. Checks
 * go on beside the steps that follow.
 */
export async function checkStory(checks, { stage, pairOf, telling, offices, before, after }) {
	const { STEPS, openStory, tablesOf } = telling;
	const story = openStory({ stage, pairOf, lang: 'en', print: INDENTED, ...offices });
	const checksOf = {
		yesterday: checkYesterday,
		takeOver: checkTakeOver,
		sign: checkSignatures,
		suspend: checkSuspension,
		pretend: (...found) => checkPretender(tablesOf, ...found),
		past: checkPast,
		join: checkNewcomers,
	};
	const beside = [];
	for (const [name, play] of Object.entries(STEPS)) {
		await before[name];
		await checks.that(`story: step ${name} comes to its end`, () => story.play(name, play));
		assert.ok(story.facts[name], `after ${name} failed the other checks mean nothing`);
		const checked = checkStep(checksOf[name], after[name], checks, story, name);
		// What fails is heard of below.
		checked.catch(() => {});
		beside.push(checked);
	}
	await Promise.all(beside);
	return story;
}

async function checkStep(check, next, checks, story, name) {
	await check?.(checks, story, story.facts[name]);
	await next?.(story);
}

async function checkYesterday(checks, _story, { suspended, since, count }) {
	await checks.that('the list of last month gives 19 benefits wrongly and denies 16', () => {
		assert.equal(suspended.length, 3);
		assert.equal(since.length, 6);
		assert.deepEqual(
			[count.counted, count.given, count.wronglyGiven, count.wronglyDenied, count.mistyped],
			// Nobody knows of the pretender yet.
			[330, 292, 19, 16, 8],
		);
	});
}

async function checkTakeOver(checks, story, { batches, linked }) {
	const { stage, pilot, cast } = story;
	const chain = stage.chainOf('CR');
	await checks.that('300 certificates of Mexico are taken over by one batch', () => {
		assert.deepEqual([batches.MX.taken, batches.MX.failed], [300, 0]);
		assert.deepEqual(
			['CR', 'PE', 'CO'].map((territory) => batches[territory].taken),
			[60, 120, 90],
		);
	});
	await checks.that(
		'each certificate is on the chain with roles, state and dates of its list',
		async () => {
			for (const row of pilot.lists.MX.filter((_, place) => place % 10 === 0)) {
				await assertAsListed(chain, 'MX', row);
			}
			for (const row of pilot.lists.MX.filter(({ status }) => status === 'Suspended')) {
				await assertAsListed(chain, 'MX', row);
			}
		},
	);
	await checks.that('a suspended one has both periods, from the days of its list', async () => {
		const row = pilot.lists.MX.find(({ status }) => status === 'Suspended');
		const { answer } = await chain.rpc('aeo_history', ['MX', row.certificate]);
		assert.equal(answer.length, 2);
		const [latest, first] = answer;
		assert.deepEqual(latest.state.Suspended, { scope: row.scope, end: 'Open' });
		assert.equal(first.state, 'Authorised');
		// Mexico's day begins at 06:00 UTC.
		assert.equal(latest.from, Date.parse(`${row.status_since}T06:00:00Z`));
		assert.equal(first.from, Date.parse(`${row.valid_from}T06:00:00Z`));
		assert.equal(latest.block, batches.MX.block);
	});
	await checks.that('the same batch again is refused: its certificates are there', async () => {
		const call = takeOverOf(chain.api, pilot.lists.MX);
		const submission = await chain.submitWell(call, cast.officer('MX', 1));
		assert.throws(() => batchOf(chain, submission), /for row 1, .*certificates\.NumberTaken: /);
	});
	await checks.that('eight firms see their own certificate, authorised and in force', () => {
		assert.equal(linked.length, 8);
		for (const { firm, certificate } of linked) {
			assert.equal(certificate.number, firm.certificate);
			assert.equal(certificate.tin, firm.tin);
			assert.equal(certificate.state, 'Authorised');
			assert.equal(certificate.in_force, true);
		}
	});
	await checks.that("a firm's account can be linked to no other TIN", () => {
		const [{ firm }] = linked;
		const call = chain.api.tx.identities.acceptAccount(linked[1].firm.tin);
		return unpaid(chain, call, cast.firm(firm.tin));
	});
	await checks.that('a firm is no officer: it cannot suspend its competitor', () => {
		const [{ firm }] = linked;
		const call = suspensionOf(chain.api, linked[1].firm.certificate);
		return notEntitled(chain, call, cast.firm(firm.tin));
	});
}

async function assertAsListed(chain, issuer, row) {
	const { answer } = await chain.rpc('aeo_certificate', [issuer, row.certificate]);
	assert.equal(answer.tin, row.tin, row.certificate);
	assert.equal(answer.roles.length, row.roles.length, row.certificate);
	assert.equal(answer.validity.from, row.valid_from, row.certificate);
	assert.equal(answer.validity.until, row.valid_until, row.certificate);
	const state =
		row.status === 'Authorised'
			? 'Authorised'
			: { Suspended: { scope: row.scope, end: 'Open' } };
	assert.deepEqual(answer.state, state, row.certificate);
	assert.equal(answer.version, 1, row.certificate);
}

async function checkSignatures(checks, story, facts) {
	const { stage, cast, chosen, pilot } = story;
	const chain = stage.chainOf('CR');
	const { firm, destination } = chosen.shipment;
	await checks.that('no agreement before the signatures, benefits after them', () => {
		assert.equal(facts.before.denial, 'NoAgreement');
		assert.equal(facts.atDestination.granted, true);
		assert.deepEqual(facts.atDestination.benefits, [
			'FewerDocumentChecks',
			'FewerInspections',
			'PriorityInspection',
			'PriorityClearance',
		]);
		assert.equal(facts.atOrigin.granted, true);
		assert.ok(facts.atOrigin.benefits.includes('ReducedData'));
	});
	await checks.that('two transactions made each agreement complete', () => {
		assert.deepEqual(
			facts.agreements.map(({ complete }) => complete),
			[true, true],
		);
		assert.notEqual(facts.agreements[0].agreement, facts.agreements[1].agreement);
	});
	await checks.that('the benefits are recorded at both ends, with their declaration', () => {
		for (const { event, territory, commitment } of facts.grants) {
			assert.equal(event.grantor.type, territory);
			assert.equal(event.declaration.toHex(), commitment);
			assert.ok(event.benefits.size > 0, 'nothing was given');
		}
	});
	await checks.that('the same declaration for another firm is refused', () => {
		const { commitment } = facts.grants[1];
		const call = grantOf(chain.api, commitment, chosen.other.firm.tin, 'EX', 'Import');
		return refusedAs(chain, call, cast.officer('CR', 1), 'benefits.DeclarationDiffers');
	});
	await checks.that('a third administration has no agreement, and cannot grant', async () => {
		const answer = await evaluate(chain, 'CO', firm.tin, 'EX', 'Import');
		assert.equal(answer.denial, 'NoAgreement');
		const call = grantOf(chain.api, commitmentTo('CO-1'), firm.tin, 'EX', 'Import');
		return refusedAs(chain, call, cast.officer('CO', 1), 'benefits.NoAgreement');
	});
	await checks.that('a third administration cannot sign what others agreed', async () => {
		const call = agreementOf(chain.api, ['MX', 'PE'], pilot.lists, null);
		const proposed = await chain.submitWell(call, cast.own('MX'));
		const event = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
		const sign = chain.api.tx.agreements.sign(event.agreement, event.terms, null);
		const refusal = await refusedAs(chain, sign, cast.own('CO'), 'agreements.NotAParty');
		await chain.submitWell(chain.api.tx.agreements.retract(event.agreement), cast.own('MX'));
		return refusal;
	});
	await checks.that('an officer cannot sign, whatever its scopes', () => {
		const [{ agreement, terms }] = facts.agreements;
		const sign = chain.api.tx.agreements.sign(agreement, terms, null);
		return refusedAs(chain, sign, cast.officer('CR', 1), 'administrations.SignerNotOwnAccount');
	});
	await checks.that(
		'an officer of another administration grants for its own, not for Costa Rica',
		async () => {
			const commitment = commitmentTo(destination.reference);
			const call = grantOf(chain.api, commitment, firm.tin, 'EX', 'Import');
			const submission = await chain.submitWell(call, cast.officer('PE', 1));
			const event = chain.eventOf(submission, 'benefits', 'BenefitsGranted');
			assert.equal(event.grantor.type, 'PE');
		},
	);
}

async function checkSuspension(checks, story, facts) {
	const { stage, chosen, cast } = story;
	const { firm } = chosen.suspended;
	const chain = stage.chainOf('CR');
	await checks.that(
		"Costa Rica's feed heard of the suspension, and for whom benefits end",
		() => {
			const heard = (section, method) => {
				return facts.heard.find(
					(event) => event.section === section && event.method === method,
				);
			};
			const { data } = heard('certificates', 'CertificateChanged');
			assert.equal(data.issuer.type, 'MX');
			assert.equal(data.number.toString(), firm.certificate);
			assert.equal(data.version.toNumber(), 2);
			assert.ok(data.from.unwrap().isAuthorised);
			assert.ok(data.to.isSuspended);
			assert.deepEqual(handsOf(data.decided.by), [cast.officer('MX', 1).address]);
			assert.ok(heard('suspensions', 'Suspended'));
			const { data: benefits } = heard('benefits', 'BenefitsChanged');
			assert.deepEqual([...benefits.end].map(({ type }) => type).sort(), ['CR', 'PE']);
			assert.equal(benefits.begin.length, 0);
		},
	);
	await checks.that('Peru, under an agreement of its own, denies too; others go on', () => {
		assert.equal(facts.peruBefore.granted, true);
		assert.equal(facts.peru.denial, 'Suspended');
		assert.equal(facts.others.granted, true);
	});
	await checks.that('Costa Rica had it to acknowledge, and then not', () => {
		const isMeant = ({ number, version }) => number === firm.certificate && version === 2;
		assert.ok(facts.open.some(isMeant));
		assert.ok(!facts.done.some(isMeant));
	});
	await checks.that('new certificates are told too, of all issuers, with TIN, type and days', () => {
		const issuers = new Set(facts.open.map(({ issuer }) => issuer));
		assert.deepEqual(['CO', 'MX', 'PE'].filter((issuer) => !issuers.has(issuer)), []);
		const isNew = ({ number, told }) => number === firm.certificate && told === 'Issued';
		const row = facts.open.find(isNew);
		assert.equal(row.tin, firm.tin);
		assert.ok(row.certificate_type.code && row.after.roles.length && row.after.validity.from);
		assert.ok(row.block > 0 && row.known_from > 0);
	});
	await checks.that(
		'it cannot be acknowledged twice, nor a version that is not reached',
		async () => {
			const acknowledge = (version) => {
				return chain.api.tx.suspensions.acknowledge('MX', firm.certificate, version);
			};
			const officer = cast.officer('CR', 1);
			await refusedAs(chain, acknowledge(2), officer, 'suspensions.VersionAcknowledgedAlready');
			return refusedAs(chain, acknowledge(3), officer, 'suspensions.VersionNotReached');
		},
	);
	await checks.that(
		'all that Mexico told is acknowledged in one call, and only upwards',
		async () => {
			const officer = cast.officer('CR', 1);
			const { through } = await unacknowledgedBy(chain, 'CR');
			const { changes, ordinals } = through.get('MX');
			assert.ok(changes >= 1 && ordinals >= 300);
			const acknowledge = (...read) => chain.api.tx.suspensions.acknowledgeThrough('MX', ...read);
			await chain.submitWell(acknowledge(changes, ordinals), officer);
			const left = (await unacknowledgedBy(chain, 'CR')).told;
			assert.ok(left.length > 0 && left.every(({ issuer }) => issuer !== 'MX'));
			for (const [call, error] of [
				[acknowledge(changes, ordinals), 'NothingWouldChange'],
				[acknowledge(changes - 1, ordinals), 'AcknowledgedFurtherAlready'],
				[acknowledge(changes, ordinals + 1_000_000), 'BeyondWhatWasTold'],
			]) {
				await refusedAs(chain, call, officer, `suspensions.${error}`);
			}
		},
	);
	await checks.that('to grant is refused with the reason', () => {
		const call = grantOf(chain.api, commitmentTo('CR-X'), firm.tin, 'EX', 'Import');
		return refusedAs(chain, call, cast.officer('CR', 1), 'benefits.Suspended');
	});
	await checks.that('to suspend it again is refused', () => {
		const call = suspensionOf(chain.api, firm.certificate);
		return refusedAs(chain, call, cast.officer('MX', 2), 'certificates.CertificateSuspendedAlready');
	});
	await checks.that(
		"an officer of Costa Rica finds no certificate of Mexico's to suspend",
		() => {
			const call = suspensionOf(chain.api, chosen.other.firm.certificate);
			return refusedAs(chain, call, cast.officer('CR', 1), 'certificates.UnknownCertificate');
		},
	);
}

async function checkPretender(tablesOf, checks, story, { uses, unknown, foreign, block }) {
	const { chosen, lang, pilot, facts } = story;
	await checks.that('the firm sees ten uses of its status and knows nine', () => {
		assert.equal(uses.length, chosen.pretended.own.length + 1);
		assert.equal(unknown.length, 1);
		assert.equal(unknown[0].declaration, foreign);
		assert.equal(unknown[0].grantor, 'CR');
		assert.equal(unknown[0].role, 'Exporter');
		assert.equal(unknown[0].block, block);
	});
	await checks.that(
		'by the chain one benefit is given wrongly, to the pretender; none is denied',
		() => {
			const [{ rows }] = tablesOf({ facts, pilot, lang });
			const figures = Object.fromEntries(rows.map(([what, ...counts]) => [what, counts]));
			assert.deepEqual(figures['benefits wrongly given'], ['20', '1']);
			assert.deepEqual(figures['benefits wrongly denied'], ['16', '0']);
			assert.deepEqual(figures['not recognised: mistyped number'], ['8', '8']);
			return JSON.stringify(figures);
		},
	);
}

async function checkPast(checks, { facts }, { before, after }) {
	await checks.that('the block before the suspension still knows the benefits', () => {
		assert.equal(before.block, facts.suspend.block - 1);
		assert.equal(before.granted, true);
		assert.equal(after.block, facts.suspend.block);
		assert.equal(after.denial, 'Suspended');
		assert.ok(before.time < after.time);
	});
}

async function checkNewcomers(checks, story, facts) {
	const { stage, chosen, cast } = story;
	const chain = stage.chainOf('CR');
	await checks.that('Chile and Korea are admitted, and took over their lists', () => {
		assert.deepEqual(facts.admissions, { CL: 'Admitted', KR: 'Admitted' });
		assert.deepEqual([facts.batches.CL.taken, facts.batches.KR.taken], [70, 40]);
	});
	await checks.that('Costa Rica gives benefits to a firm of Chile', () => {
		assert.equal(facts.chilean.granted, true);
	});
	await checks.that(
		'Korean firms are recognised by their codes only once these are issued',
		() => {
			assert.deepEqual(
				[...new Set(facts.korean.before.map(({ denial }) => denial))],
				['NoMatch'],
			);
			assert.ok(facts.korean.after.every(({ granted }) => granted));
			for (const { certificate } of facts.korean.after) {
				assert.ok(facts.korean.certificates.includes(certificate));
			}
		},
	);
	await checks.that('a code is taken once; another firm cannot have it', () => {
		const [{ firm }] = chosen.korean;
		const call = chain.api.tx.identities.issueAlias(chosen.other.firm.tin, 'Code', firm.alias);
		return refusedAs(chain, call, cast.officer('CR', 1), 'identities.AliasTaken');
	});
	await checks.that('the code means nothing to Peru', async () => {
		const [{ firm }] = chosen.korean;
		const alias = { Alias: { scheme: 'Code', value: firm.alias } };
		assert.equal((await evaluate(chain, 'PE', alias, 'EX', 'Import')).denial, 'NoMatch');
	});
}
