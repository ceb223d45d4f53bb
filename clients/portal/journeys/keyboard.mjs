/// <reference lib="dom" />
// Officers and a member of the council without a mouse: every step by keys, the files by the browser's own dialog.

import assert from 'node:assert/strict';
import { FIRMS, KEYED, NEW_BY_KEYS, PASSWORD } from './scene.mjs';

/** How many steps of the tabulator a screen may take. */
const MOST_STEPS = 90;

/** How often a key is pressed that was swallowed, and after how many milliseconds it was. */
const MOST_PRESSES = 5;
const SWALLOWED = 10_000;

/** Goes on by the tabulator until the focus is on an element. */
async function tabTo(visitor, element) {
	const { page } = visitor;
	await element.waitFor();
	for (let steps = 0; steps < MOST_STEPS; steps += 1) {
		if (await element.evaluate((one) => one === document.activeElement)) {
			return;
		}
		await page.keyboard.press('Tab');
	}
	assert.fail(`${visitor.name}: the tabulator does not lead to ${element}`);
}

const button = (visitor, id) => {
	return visitor.page.getByRole('button', { name: visitor.say(id), exact: true }).first();
};

/** Goes to a button and presses it. */
async function pressesByKey(visitor, element) {
	await tabTo(visitor, element);
	await visitor.page.keyboard.press('Enter');
}

/** Goes to a field and types into it. */
async function types(visitor, element, text) {
	await tabTo(visitor, element);
	await visitor.page.keyboard.type(text);
}

/** Chooses a file in the browser's dialog, which Enter opens. A page that is still being built may swallow a key. */
async function choosesFile(visitor, element, file) {
	const { page } = visitor;
	for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
		await tabTo(visitor, element);
		const choosing = page.waitForEvent('filechooser', { timeout: SWALLOWED }).catch(() => undefined);
		await page.keyboard.press('Enter');
		const chooser = await choosing;
		if (chooser !== undefined) {
			await chooser.setFiles(file);
			return;
		}
	}
	assert.fail(`${visitor.name}: Enter opens no dialog for ${element}`);
}

/** Arrives, and opens a key. */
async function arrives(world, key, name, language) {
	const visitor = await world.arrive(`keys-${name}`, language, { source: world.node.url });
	const { page } = visitor;
	await pressesByKey(visitor, page.getByRole('navigation').getByRole('link').last());
	await choosesFile(visitor, page.getByLabel(visitor.say('key-file')), world.keys[key]);
	await types(visitor, page.getByLabel(visitor.say('key-password')), PASSWORD);
	await page.keyboard.press('Enter');
	await page.locator('.facts code').waitFor();
	return visitor;
}

/** Signs in the dialog that is open, and leaves it by Escape. */
async function signs(visitor, id) {
	const { page } = visitor;
	// The dialog has the focus, and keeps it.
	assert.ok(await page.evaluate(() => document.querySelector('dialog')?.contains(document.activeElement)));
	await pressesByKey(visitor, button(visitor, id));
	await visitor.isFinal();
	await page.keyboard.press('Escape');
	await page.locator('dialog').waitFor({ state: 'detached' });
}

/** An officer certifies and suspends, and another one confirms. */
export async function officerByKeys(world, language) {
	const { tin, certificate } = NEW_BY_KEYS[language];
	const maker = await arrives(world, 'otherMaker', 'maker', language);
	const { page } = maker;
	await pressesByKey(maker, page.getByRole('navigation').getByRole('link', { name: maker.say('nav-work') }));
	await pressesByKey(maker, page.getByRole('link', { name: maker.say('certify-open') }));
	await types(maker, page.locator('#certify-number'), certificate);
	await tabTo(maker, page.locator('#certify-tin'));
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type(tin);
	await maker.reads('check-Passed');
	await tabTo(maker, page.getByLabel(maker.say('role-Exporter'), { exact: true }));
	await page.keyboard.press('Space');
	for (const place of [0, 1]) {
		const document = page.locator('fieldset.document').nth(place);
		await types(maker, document.getByLabel(maker.say('document-text')), `document ${place}`);
	}
	await maker.reads('tried-well');
	await pressesByKey(maker, button(maker, 'certify-sign'));
	await maker.isFinal();
	const checker = await arrives(world, 'otherChecker', 'checker', language);
	await pressesByKey(checker, checker.page.getByRole('navigation').getByRole('link', { name: checker.say('nav-work') }));
	const row = checker.page.locator('.waiting-list li', { hasText: certificate });
	await pressesByKey(checker, row.getByRole('button'));
	await checker.readsText(tin);
	await signs(checker, 'work-confirm');
	await world.leave(checker);
	await pressesByKey(maker, page.getByRole('navigation').getByRole('link', { name: maker.say('nav-find') }));
	await types(maker, page.locator('#number'), KEYED[language].tin);
	await page.keyboard.press('Enter');
	await maker.reads('state-InForce');
	await pressesByKey(maker, button(maker, 'open-suspend'));
	await maker.reads('suspend-partners', { count: 2 });
	await maker.reads('tried-well');
	await signs(maker, 'suspend-sign');
	await maker.reads('state-Suspended');
	await world.leave(maker);
}

/** A member of the council votes. */
export async function voteByKeys(world, language) {
	const member = await arrives(world, 'otherMember', 'member', language);
	const { page } = member;
	await pressesByKey(member, page.getByRole('navigation').getByRole('link', { name: member.say('nav-council') }));
	await pressesByKey(member, button(member, 'motion-nay'));
	await member.isFinal();
	await world.leave(member);
}

/** Somebody without a mouse looks a firm up. */
export async function byKeyboard(world) {
	const visitor = await world.arrive('keyboard', 'en', { source: world.node.url });
	const { page } = visitor;
	await page.keyboard.press('Tab');
	assert.equal(await page.locator(':focus').innerText(), visitor.say('portal-skip'));
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.type(FIRMS.exporter.tin);
	await page.keyboard.press('Enter');
	await visitor.reads('state-InForce');
	// The new screen has the focus; what follows is in it.
	await pressesByKey(visitor, page.locator('.grantors summary').first());
	await visitor.reads('declare-title');
	await world.leave(visitor);
}
