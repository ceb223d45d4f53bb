/// <reference lib="dom" />
// What officers decide besides: to correct and annul, on an appeal, on applications.

import assert from 'node:assert/strict';
import { documentOf } from '../../chain/calls.mjs';
import { connect } from '../../chain/chain.mjs';
import { Keys, openKeyring } from '../../chain/keyring.mjs';
import { arriveAs, confirms } from './office.mjs';
import { APPLICANTS, CORRECTED } from './scene.mjs';

/** Signs what a dialog shows, and closes it. */
async function signs(visitor, button) {
	await visitor.reads('tried-well');
	await visitor.presses(button);
	await visitor.isFinal();
	await visitor.presses('portal-close');
}

/** The holder's appeal comes on paper. */
async function appeals(node, number) {
	const chain = await connect(node.url);
	try {
		const officer = new Keys(await openKeyring()).officer('MX', 3);
		const call = chain.api.tx.applications.ask(number, 'Appeal', documentOf('the appeal'));
		const { finality } = await chain.submitWell(call, officer);
		await finality;
	} finally {
		await chain.close();
	}
}

/** Two officers correct and annul; an appeal is dismissed in English, and changes the decision in Spanish. */
export async function correct(world, language, width) {
	const { certificate } = CORRECTED[language];
	const maker = await arriveAs(world, 'otherMaker', 'correct', language, width);
	const checker = await arriveAs(world, 'otherChecker', 'corrected', language, width);
	const { page } = maker;
	const look = (screen, test) => async () => {
		await test(checker.page.locator('dialog'));
		await checker.isAccessible(screen);
	};
	await maker.goTo(`certificate/MX/${certificate}`);
	await maker.reads('state-InForce');
	maker.clicks = 0;
	await maker.presses('open-rectify');
	await maker.reads('rectify-same');
	await page.getByLabel(maker.say('role-Carrier'), { exact: true }).check();
	maker.clicks += 1;
	await page.getByLabel(maker.say('fact-until')).fill('2029-06-30');
	// What differs is shown, and nothing else.
	assert.equal(await page.locator('dialog del').count(), 2);
	await maker.reads('tried-well');
	await maker.isAccessible('rectify');
	await signs(maker, 'renew-sign');
	const clicks = maker.clicks - 1;
	await confirms(checker, certificate, look('rectified', async (dialog) => {
		assert.equal(await dialog.locator('ins').count(), 2);
		assert.match(await dialog.locator('ins').first().innerText(), new RegExp(checker.say('role-Carrier')));
	}));
	await maker.presses('open-annul');
	await maker.reads('suspend-partners', { count: 2 });
	await maker.isAccessible('annul');
	await signs(maker, 'renew-sign');
	await confirms(checker, certificate, look('annulment', async (dialog) => {
		assert.equal(await dialog.locator('del').innerText(), checker.say('state-InForce'));
		assert.equal(await dialog.locator('ins').innerText(), checker.say('state-Annulled'));
	}));
	await maker.reads('state-Annulled');
	await appeals(world.node, certificate);
	await maker.reads('certificate-asked', { asked: maker.say('wish-Appeal') });
	await maker.isAccessible('appeal');
	if (language === 'en') {
		await maker.presses('open-dismiss');
		await maker.isAccessible('dismiss');
		await signs(maker, 'portal-sign');
		await page.getByText(maker.say('certificate-asked', { asked: maker.say('wish-Appeal') })).waitFor({ state: 'detached' });
		await maker.reads('state-Annulled');
	} else {
		await maker.presses('open-overturn');
		await maker.isAccessible('overturn');
		await signs(maker, 'renew-sign');
		await confirms(checker, certificate);
		await maker.reads('state-InForce');
	}
	await world.leave(maker);
	await world.leave(checker);
	return `${clicks} clicks to correct, one of them a role`;
}

/** One application is certified; another is rejected in English, and refused after examination in Spanish. */
export async function decideApplications(world, language, width) {
	const [wanted, unwanted] = APPLICANTS[language];
	const maker = await arriveAs(world, 'otherMaker', 'applications', language, width);
	const checker = await arriveAs(world, 'otherChecker', 'applied', language, width);
	const { page } = maker;
	await maker.follows('nav-work');
	await maker.reads('work-asked');
	await page.getByRole('link', { name: wanted.certificate, exact: true }).waitFor();
	await maker.isAccessible('work');
	await page.getByRole('link', { name: wanted.certificate, exact: true }).click();
	await maker.presses('open-accept');
	await maker.isAccessible('accept');
	await signs(maker, 'portal-sign');
	await maker.reads('state-Accepted');
	await maker.isAccessible('accepted');
	await maker.presses('open-grant');
	// The form is filled in with what was applied for.
	assert.equal(await page.locator('#certify-number').inputValue(), wanted.certificate);
	assert.equal(await page.locator('#certify-tin').inputValue(), wanted.tin);
	assert.ok(await page.getByLabel(maker.say('role-Importer'), { exact: true }).isChecked());
	for (const place of [0, 1]) {
		const document = page.locator('fieldset.document').nth(place);
		await document.getByLabel(maker.say('document-text')).fill(`document ${place}`);
	}
	await maker.reads('tried-well');
	await maker.isAccessible('grant');
	await maker.presses('certify-sign');
	await maker.isFinal();
	await confirms(checker, wanted.certificate);
	await maker.goTo(`certificate/MX/${wanted.certificate}`);
	await maker.reads('state-InForce');
	await maker.goTo(`certificate/MX/${unwanted.certificate}`);
	if (language === 'en') {
		await maker.presses('open-reject');
		await maker.isAccessible('reject');
		await signs(maker, 'portal-sign');
		await maker.reads('state-Rejected');
	} else {
		await maker.presses('open-accept');
		await signs(maker, 'portal-sign');
		await maker.presses('open-unapply');
		await maker.isAccessible('unapply');
		await signs(maker, 'renew-sign');
		await confirms(checker, unwanted.certificate, async () => {
			assert.equal(await checker.page.locator('dialog ins').innerText(), checker.say('state-Refused'));
		});
		await maker.reads('state-Refused');
	}
	await world.leave(maker);
	await world.leave(checker);
}
