// What a certified firm asks of its administration, and answers.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { arriveAsTrader } from './journeys.mjs';
import { FIRMS } from './scene.mjs';

async function signs(visitor) {
	await visitor.presses('portal-sign');
	await visitor.isFinal();
	await visitor.presses('portal-close');
}

/** A firm answers a request, asks for a renewal and takes it back, applies and takes that back, reports a use. */
export async function asks(world, language, width) {
	const visitor = await arriveAsTrader(world, language, width, 'asks');
	const { page } = visitor;
	const saving = page.waitForEvent('download');
	await visitor.follows('uses-report');
	assert.match(readFileSync(await (await saving).path(), 'utf8'), new RegExp(FIRMS.holder.tin));
	// The document of an answer is the holder's own: nothing is proposed.
	await visitor.presses('request-answer');
	const sign = page.getByRole('button', { name: visitor.say('portal-sign'), exact: true });
	assert.ok(await sign.isDisabled());
	await page.getByLabel(visitor.say('document-file')).setInputFiles({
		...{ name: 'answer.pdf', mimeType: 'application/pdf' },
		buffer: Buffer.from(`the answer, ${language}`),
	});
	await visitor.reads('tried-well');
	await visitor.isAccessible('answer');
	await signs(visitor);
	const wish = visitor.say('wish-Renewal');
	await visitor.presses('ask-Renewal');
	await visitor.reads('tried-well');
	await visitor.isAccessible('renewal');
	await signs(visitor);
	await visitor.reads('asks-waits', { wish });
	await visitor.presses('asks-back');
	await signs(visitor);
	// Those of the journeys before this one are there already.
	const withdrawn = page.getByText(visitor.say('state-ApplicationWithdrawn'));
	const before = await withdrawn.count();
	await visitor.presses('apply-open');
	await page.getByLabel(visitor.say('role-Manufacturer'), { exact: true }).check();
	await visitor.reads('tried-well');
	await visitor.isAccessible('apply');
	await signs(visitor);
	await visitor.reads('state-Applied');
	await visitor.isAccessible('applied');
	await visitor.presses('apply-back');
	await signs(visitor);
	await withdrawn.nth(before).waitFor();
	await world.leave(visitor);
}
