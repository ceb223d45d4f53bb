// What people do at the portal, each from arriving to leaving.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { suspensionOf } from '../../chain/calls.mjs';
import { connect } from '../../chain/chain.mjs';
import { Keys, openKeyring } from '../../chain/keyring.mjs';
import { stopwatch } from '../../network/wait.mjs';
import { checkAlone } from './receipts.mjs';
import { FIRMS, PARTNER, WAITING } from './scene.mjs';
import { Visitor } from './visitor.mjs';

/** How long the first status should take on a cold cache, in seconds: on a machine that does nothing else. */
const FIRST_STATUS = { light: 8, node: 2 };

/** How many times as long it may take here, where a node makes blocks beside and others work. */
const MERCY = 4;

/** A slow line: its latency in milliseconds, its bytes a second; how long the first status may take over it. */
const SLOW = { latency: 400, bytes: 30_000, limit: 120_000 };

/** How often it is measured. */
const VISITS = 3;

/**
 * The figures of browsers that have never seen the page: seconds to the first status by the light client or by
 * a node, from the shortest to the longest.
 */
export async function firstStatus(world, source) {
	const took = [];
	let weight = 0;
	for (let visit = 0; visit < VISITS; visit += 1) {
		const { seconds: one, bytes } = await arrivesAtStatus(world, source);
		took.push(one);
		weight = bytes;
	}
	took.sort((one, other) => one - other);
	const aim = FIRST_STATUS[source === 'light' ? 'light' : 'node'];
	assert.ok((took[0] ?? 0) <= aim * MERCY, `it took ${took[0]} s, and should take ${aim} s`);
	const seconds = took.map((one) => one.toFixed(1)).join(', ');
	const kilobytes = `${Math.round(weight / 1_000)} kB`;
	return `${seconds} s at a load of ${loadavg()[0]?.toFixed(0)}, of ${kilobytes}; the aim is ${aim} s`;
}

async function arrivesAtStatus(world, source) {
	const elapsed = stopwatch();
	const visitor = await world.arrive('first', 'en', { source });
	await visitor.goTo(`tin/${FIRMS.exporter.tin}`);
	await visitor.reads('state-InForce');
	const seconds = elapsed();
	const { received: bytes } = visitor;
	await world.leave(visitor);
	return { seconds, bytes };
}

/** Anybody looks a firm up. */
export async function lookUp(world, language, width) {
	const visitor = await world.arrive(`public-${width}`, language, { source: 'light', width });
	const { page } = visitor;
	const { exporter, suspended } = FIRMS;
	const number = page.getByLabel(visitor.say('find-label'));
	await number.fill('MXNWM9709244W5');
	await visitor.readsText(visitor.say('denial-NotANumber', { reason: 'CheckDigit' }));
	await visitor.isAccessible('find-wrong');
	await visitor.presses('find-button');
	await visitor.reads('number-none', { number: 'MXNWM9709244W5' });
	await visitor.isAccessible('none');
	await visitor.follows('find-again');
	await number.fill(`urn:tin:${exporter.tin.toLowerCase()}`);
	await visitor.reads('check-Passed');
	await visitor.isAccessible('find');
	visitor.clicks = 0;
	await visitor.presses('find-button');
	await visitor.reads('state-InForce');
	const { clicks } = visitor;
	const partner = page.locator('.grantors details').first();
	await partner.locator('summary').click();
	await visitor.reads('declare-code', { code: 'OEA', place: '44' });
	await visitor.reads('paths-counted', { count: 4 });
	await page.locator('.grantors details').nth(1).locator('summary').click();
	await visitor.reads('change-NoAgreement');
	await visitor.isAccessible('certificate');
	await visitor.follows('find-again');
	// Now by the number of a certificate, of one that is suspended: said as such, with its day.
	await visitor.looksUp(suspended.certificate);
	await visitor.reads('state-Suspended');
	const standing = await page.locator('.standing').innerText();
	assert.match(standing, /\b20\d\d\b/);
	await visitor.isAccessible('suspended');
	await visitor.follows('nav-agreements');
	await page.locator('button.leg').first().click();
	await visitor.reads('leg-benefits');
	await visitor.reads('leg-declare');
	// The picture has an arrow for each place of the table, and the one that was chosen stands out.
	const legs = await page.locator('button.leg.InForce').count();
	assert.equal(await page.locator('.network .edge.InForce').count(), legs);
	assert.equal(await page.locator('.network .edge.chosen').count(), 1);
	await visitor.isAccessible('agreements');
	await visitor.follows('nav-council');
	await visitor.reads('motion-Administrations-quarantine');
	await visitor.isAccessible('council');
	await visitor.follows('source-change');
	await visitor.isAccessible('source');
	await world.leave(visitor);
	return `${clicks} click`;
}

/** An officer suspends a firm's certificate. */
export async function suspend(world, language, width) {
	const visitor = await world.arrive(`suspend-${width}`, language, { source: 'light', width });
	const { page } = visitor;
	await visitor.opensKey(world.keys.maker, 'not the password');
	await visitor.reads('key-WrongPassword');
	await visitor.isAccessible('key-wrong');
	await page.getByLabel(visitor.say('key-password')).fill('');
	await visitor.opensKey(world.keys.maker);
	await page.locator('.facts code').waitFor();
	await visitor.follows('nav-work');
	await visitor.reads('work-decisions');
	await page.locator('.waiting-list').waitFor();
	await visitor.reads('feed-light');
	await visitor.isAccessible('work');
	await visitor.follows('nav-find');
	await visitor.looksUp(FIRMS[language].tin);
	await visitor.reads('state-InForce');
	visitor.clicks = 0;
	await visitor.presses('open-suspend');
	// Before it is signed: the partners for which benefits end, and home.
	await visitor.reads('suspend-partners', { count: 2 });
	const ending = await page.locator('.ending').innerText();
	assert.match(ending, /\(CR\)/);
	assert.match(ending, /\(MX\)/);
	// It is tried by the chain's own rules, here in the page.
	await visitor.reads('tried-well');
	const text = page.getByLabel(visitor.say('document-text'));
	const typed = `${await text.inputValue()} ÑÇ 42`;
	await text.fill(typed);
	await visitor.isAccessible('suspend');
	// What was typed outlives the dialog.
	await visitor.presses('portal-cancel');
	await visitor.presses('open-suspend');
	assert.equal(await text.inputValue(), typed);
	visitor.clicks = 1;
	await visitor.presses('suspend-sign');
	await visitor.isFinal();
	const { clicks } = visitor;
	await visitor.isAccessible('suspended');
	// The office keeps the text whose hash it has signed.
	const saving = page.waitForEvent('download');
	await visitor.follows('document-keep');
	assert.equal(readFileSync(await (await saving).path(), 'utf8'), typed);
	await visitor.presses('portal-close');
	await visitor.reads('state-Suspended');
	await visitor.presses('open-reinstate');
	await page.locator('dialog fieldset').waitFor();
	await visitor.isAccessible('reinstate');
	await visitor.presses('reinstate-sign');
	await visitor.isFinal();
	await world.leave(visitor);
	// Another officer confirms it, and it is in force again.
	const other = await world.arrive(`reinstate-${width}`, language, { source: world.node.url, width });
	await other.opensKey(world.keys.checker);
	await other.page.locator('.facts code').waitFor();
	await other.follows('nav-work');
	await openDecision(other, FIRMS[language].certificate);
	await other.isAccessible('decision');
	await other.presses('work-confirm');
	await other.isFinal();
	await other.goTo(`certificate/MX/${FIRMS[language].certificate}`);
	await other.reads('state-InForce');
	await world.leave(other);
	return `${clicks} clicks`;
}

/** What one officer proposed, the same can't confirm, and another does. */
export async function confirm(world, language) {
	const number = WAITING[language];
	const first = await world.arrive('proposer', language, { source: world.node.url });
	await first.opensKey(world.keys.maker);
	await first.follows('nav-work');
	await openDecision(first, number);
	await first.readsText(first.say('certificates-ConfirmingOfficerProposedIt'));
	assert.ok(await first.page.getByRole('button', { name: first.say('work-confirm') }).isDisabled());
	await first.isAccessible('own');
	await world.leave(first);
	const second = await world.arrive('confirmer', language, { source: world.node.url });
	await second.opensKey(world.keys.checker);
	await second.page.locator('.facts code').waitFor();
	second.clicks = 0;
	await second.follows('nav-work');
	await openDecision(second, number);
	second.clicks += 1;
	await second.isAccessible('decision');
	await second.presses('work-confirm');
	await second.isFinal();
	const { clicks } = second;
	await second.presses('portal-close');
	await second.goTo(`certificate/MX/${number}`);
	await second.reads('state-InForce');
	await world.leave(second);
	return `${clicks} clicks`;
}

export async function openDecision(visitor, number) {
	const row = visitor.page.locator('.waiting-list li', { hasText: number });
	await row.getByRole('button').click();
	await visitor.page.locator('dialog .facts').waitFor();
}

/** A trader sees who gave it benefits, and withdraws a consent. */
export async function withdraw(world, language, width) {
	const visitor = await arriveAsTrader(world, language, width);
	await changesConsent(visitor, 'withdraw');
	await visitor.isFinal();
	await visitor.presses('portal-close');
	const give = visitor.page.getByRole('button', { name: visitor.say('sharing-give') });
	await give.first().waitFor();
	await world.leave(visitor);
}

/** A trader that has just withdrawn a consent hears how long it rests. */
export async function giveTooSoon(world, language, width) {
	const visitor = await arriveAsTrader(world, language, width);
	await changesConsent(visitor, 'give');
	await visitor.readsText(visitor.say('certificates-WithdrawnJustNow'));
	await world.leave(visitor);
}

export async function arriveAsTrader(world, language, width, name = 'trader') {
	const visitor = await world.arrive(`${name}-${width}`, language, { source: world.node.url, width });
	await visitor.opensKey(world.keys.holder);
	await visitor.follows('nav-mine');
	await visitor.reads('uses-title');
	await visitor.reads('uses-report');
	await visitor.isAccessible('mine');
	return visitor;
}

async function changesConsent(visitor, kind) {
	await visitor.presses(`sharing-${kind}`);
	await visitor.page.locator('dialog fieldset').waitFor();
	await visitor.isAccessible(kind);
	await visitor.presses('portal-sign');
}

/** A member of the council votes. */
export async function vote(world) {
	const visitor = await world.arrive('council', 'en', { source: world.node.url });
	await visitor.opensKey(world.keys.member);
	await visitor.reads('key-own', { administration: 'Mexico (MX)' });
	visitor.clicks = 0;
	await visitor.follows('nav-council');
	await visitor.presses('motion-aye');
	await visitor.isFinal();
	const { clicks } = visitor;
	await visitor.reads('motion-count', { ayes: 1, needed: 3 });
	await visitor.isAccessible('voted');
	// The same vote again is refused by the chain, in words.
	await visitor.page.reload();
	await visitor.opensKey(world.keys.member);
	await visitor.page.locator('.facts code').waitFor();
	await visitor.follows('nav-council');
	await visitor.presses('motion-aye');
	await visitor.readsText(visitor.say('council-DuplicateVote'));
	await world.leave(visitor);
	return `${clicks} clicks`;
}

/** A member whose key is in a browser extension declines first, and then votes. */
export async function byExtension(world) {
	const chain = await connect(world.node.url);
	try {
		await votesByExtension(world, chain);
	} finally {
		await chain.close();
	}
}

async function votesByExtension(world, chain) {
	const pair = new Keys(await openKeyring()).own('CO');
	const visitor = await world.arrive('extension', 'es', { source: world.node.url });
	const { page, context } = visitor;
	let asked = 0;
	await context.exposeFunction('signPayload', (payload) => {
		asked += 1;
		if (asked === 1) {
			throw new Error('Cancelled');
		}
		// As the extension does it: from what the page says, by the chain's own types.
		const { registry } = chain.api;
		registry.setSignedExtensions(payload.signedExtensions);
		const { version } = payload;
		return registry.createType('ExtrinsicPayload', payload, { version }).sign(pair).signature;
	});
	await page.addInitScript((address) => {
		const account = { address, name: 'Colombia', type: 'sr25519' };
		/** @type {any} */
		const anything = globalThis;
		const enable = async () => ({
			accounts: {
				get: async () => [account],
				subscribe: (tell) => {
					tell([account]);
					return () => {};
				},
			},
			signer: {
				signPayload: async (payload) => {
					return { id: 1, signature: await anything.signPayload(payload) };
				},
				signRaw: async () => {
					throw new Error('The page signs transactions alone.');
				},
			},
		});
		anything.injectedWeb3 = { 'an-extension': { version: '1', enable } };
	}, pair.address);
	await page.reload();
	await visitor.goTo('key');
	await visitor.isAccessible('key');
	await visitor.presses('key-extension', { extension: 'an-extension' });
	await page.locator('.accounts button').click();
	await visitor.reads('key-role');
	await page.locator('.facts code').waitFor();
	await visitor.isAccessible('seat');
	await visitor.follows('nav-council');
	await visitor.presses('motion-nay');
	await visitor.reads('portal-declined');
	await visitor.isAccessible('declined');
	await visitor.presses('motion-nay');
	await visitor.isFinal();
	await world.leave(visitor);
}

/** Who has no role is told so when it signs; the chain's refusal is a sentence. */
export async function withoutRole(world) {
	const visitor = await world.arrive('nobody', 'es', { source: world.node.url });
	await visitor.opensKey(world.keys.nobody);
	await visitor.reads('key-nobody');
	await visitor.goTo('work');
	await visitor.reads('work-no-officer');
	await visitor.isAccessible('work');
	await world.leave(visitor);
}

/** Over a slow line it takes its time, and what came stays. */
export async function slowNetwork(world) {
	const visitor = await world.arrive('slow', 'es', { source: world.node.url });
	const line = await visitor.context.newCDPSession(visitor.page);
	await line.send('Network.enable');
	await line.send('Network.emulateNetworkConditions', {
		...{ offline: false, latency: SLOW.latency },
		...{ downloadThroughput: SLOW.bytes, uploadThroughput: SLOW.bytes },
	});
	const elapsed = stopwatch();
	await visitor.page.reload();
	await visitor.goTo(`tin/${FIRMS.exporter.tin}`);
	await visitor.reads('state-InForce', {}, SLOW.limit);
	const took = elapsed();
	await visitor.isAccessible('status');
	await world.leave(visitor);
	return `${took.toFixed(1)} s`;
}

/** The node goes and comes back; what was typed and shown stays, and the feed goes on. */
export async function nodeGone(world) {
	const { node } = world;
	const visitor = await world.arrive('gone', 'en', { source: node.url });
	const officer = await world.arrive('listener', 'es', { source: node.url });
	await officer.opensKey(world.keys.maker);
	await officer.page.locator('.facts code').waitFor();
	await officer.follows('nav-work');
	await officer.reads('feed-open');
	const { page } = visitor;
	await visitor.looksUp(FIRMS.exporter.tin);
	await visitor.reads('state-InForce');
	await visitor.goTo('');
	const number = page.getByLabel(visitor.say('find-label'));
	await number.fill('MX typed before');
	await node.stop();
	await visitor.reads('reached-connecting', { kind: 'node' });
	await officer.reads('feed-connecting');
	assert.equal(await number.inputValue(), 'MX typed before');
	await visitor.isAccessible('gone');
	await checkAlone(visitor, world.receipts.certificate);
	await page.reload();
	await visitor.reads('reached-connecting', { kind: 'node' });
	assert.equal(await number.inputValue(), 'MX typed before');
	await node.start();
	await page.locator('.source.node').waitFor();
	await number.fill(FIRMS.exporter.tin);
	await visitor.presses('find-button');
	await visitor.reads('state-InForce');
	await visitor.context.close();
	await officer.reads('feed-open');
	const took = await suspendPartner(node);
	await officer.reads('told-certificate-Suspended');
	await officer.reads('effect-ends');
	const heard = took();
	await officer.isAccessible('feed');
	await officer.context.close();
	return `heard ${heard.toFixed(1)} s after the suspension was sent`;
}

/** Costa Rica suspends a certificate. Gives the clock since then. */
async function suspendPartner(node) {
	const chain = await connect(node.url);
	try {
		const call = suspensionOf(chain.api, PARTNER.certificate);
		const elapsed = stopwatch();
		await chain.submitWell(call, new Keys(await openKeyring()).officer('CR', 1));
		return elapsed;
	} finally {
		await chain.close();
	}
}

/** Another chain answers at the address than the one the page belongs to. */
export async function foreignChain(world) {
	const visitor = await world.arrive('foreign', 'es', { source: world.node.url, foreign: true });
	await visitor.reads('reached-foreign');
	await visitor.goTo(`tin/${FIRMS.exporter.tin}`);
	await visitor.isAccessible('foreign');
	await visitor.reads('portal-not-reached');
	assert.equal(await visitor.page.locator('.standing').count(), 0);
	await visitor.context.close();
}

/** A world in which visitors arrive: a browser, a node, and the page served for it. */
export class World {
	/**
	 * @param {{ browser: any, node: any, portals: Record<string, { url: string }>, keys: Record<string, string>,
	 *   own: Record<string, string>, receipts: Record<string, Buffer>, shots: string }} parts
	 */
	constructor({ browser, node, portals, keys, own, receipts, shots }) {
		this.browser = browser;
		this.node = node;
		this.portals = portals;
		this.keys = keys;
		this.own = own;
		this.receipts = receipts;
		this.shots = shots;
	}

	/** Somebody arrives. */
	arrive(name, language, { source, width = 1000, foreign = false }) {
		const { url } = foreign ? this.portals.foreign : this.portals.own;
		return Visitor.arrive(this.browser, { url, language, source, width, shots: this.shots, name });
	}

	/** Takes a picture of what everybody sees who is still there, where a journey went wrong. */
	async picture(name) {
		const pages = this.browser.contexts().flatMap((context) => context.pages());
		for (const [place, page] of pages.entries()) {
			const path = join(this.shots, `failed-${name}-${place}.png`);
			await page.screenshot({ path, fullPage: true }).catch(() => {});
		}
	}

	/** Somebody leaves: they have asked nobody but the page's server and the node. */
	leave(visitor) {
		const { url, ports } = this.node;
		return visitor.leaves([this.portals.own.url, url, `ws://127.0.0.1:${ports.websocket}`]);
	}
}
