/// <reference lib="dom" />
// Somebody at the page, in a browser of their own: what they read and press, by the page's own words.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { PASSWORD } from './scene.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * How long what waits for blocks may take, and how long all else, in milliseconds: against what never comes, on a machine
 * where much else runs.
 */
const BLOCK_LIMIT = 120_000;
const LIMIT = 60_000;

/** What axe calls these is not allowed to be found. */
const SERIOUS = ['serious', 'critical'];

/** The sentences of the page in a language. */
function sentencesOf(language) {
	const bundle = new FluentBundle(language, { useIsolating: false });
	for (const file of ['portal', 'denials', 'errors', 'lists']) {
		const url = new URL(`../../texts/${language}/${file}.ftl`, import.meta.url);
		bundle.addResource(new FluentResource(readFileSync(url, 'utf8')));
	}
	return (id, values = {}) => {
		const message = bundle.getMessage(id);
		assert.ok(message?.value, `no sentence ${id} in ${language}`);
		return bundle.formatPattern(message.value, values);
	};
}

/** A visitor. */
export class Visitor {
	#errors = [];
	#reached = new Set();

	/**
	 * Opens the page in a new context of a browser. `source` is `light` or the address of a node, `width`
	 * that of the window in pixels, `shots` the folder of screenshots.
	 */
	static async arrive(browser, { url, language, source, width = 1000, shots, name }) {
		const context = await browser.newContext({
			locale: language,
			viewport: { width, height: 800 },
			serviceWorkers: 'block',
		});
		context.setDefaultTimeout(LIMIT);
		const page = await context.newPage();
		await page.addInitScript((chosen) => {
			if (localStorage.getItem('aeo.source') === null) {
				localStorage.setItem('aeo.source', chosen);
			}
			addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
				console.error(`content-security policy: ${violatedDirective} ${blockedURI}`);
			});
		}, source);
		const visitor = new Visitor(context, page, { url, language, shots, name });
		await visitor.goTo('');
		return visitor;
	}

	constructor(context, page, { url, language, shots, name }) {
		this.context = context;
		this.page = page;
		this.url = url;
		this.language = language;
		this.say = sentencesOf(language);
		this.clicks = 0;
		/** Bytes. */
		this.received = 0;
		this.shots = shots;
		this.name = `${name}-${language}`;
		page.on('pageerror', (error) => this.#errors.push(error.message));
		page.on('console', (line) => line.type() === 'error' && this.#errors.push(line.text()));
		page.on('request', (request) => this.#reached.add(new URL(request.url()).origin));
		page.on('requestfinished', (request) => void this.#weigh(request));
		page.on('websocket', (socket) => this.#reached.add(new URL(socket.url()).origin));
	}

	/** Adds what came from the page's server, as it was sent, but for the light client and the chain's specification. */
	async #weigh(request) {
		if (request.url().startsWith(this.url) && !/smoldot|chain\.json/.test(request.url())) {
			// Who has left in the meantime weighs nothing more.
			const { responseBodySize } = await request.sizes().catch(() => ({ responseBodySize: 0 }));
			this.received += responseBodySize;
		}
	}

	/** Shows a screen by its address. */
	async goTo(hash) {
		await this.page.goto(`${this.url}#/${hash}`);
		await this.page.getByRole('heading', { level: 1 }).waitFor();
	}

	/** The part of the page that has this text; what is typed stands there without its marks. */
	text(text) {
		return this.page.getByText(text.replaceAll('`', ''), { exact: false }).first();
	}

	/** Waits until a sentence of the page is there. */
	async reads(id, values, limit = BLOCK_LIMIT) {
		await this.readsText(this.say(id, values), limit);
	}

	/** Waits until a text is there. */
	async readsText(text, limit = BLOCK_LIMIT) {
		await this.text(text).waitFor({ timeout: limit });
	}

	/** Waits until what was sent stands in a final block. */
	async isFinal() {
		await this.page.locator('.sent.final').waitFor({ timeout: BLOCK_LIMIT });
	}

	/** Presses the button that says so. */
	async presses(id, values) {
		this.clicks += 1;
		await this.page.getByRole('button', { name: this.say(id, values), exact: true }).first().click();
	}

	/** Follows the link that says so. */
	async follows(id) {
		this.clicks += 1;
		await this.page.getByRole('link', { name: this.say(id), exact: true }).first().click();
	}

	/** Types a number into the first screen, and looks it up. */
	async looksUp(number) {
		await this.page.getByLabel(this.say('find-label')).fill(number);
		await this.presses('find-button');
	}

	/** Opens a key file. */
	async opensKey(path, password = PASSWORD) {
		await this.page.getByRole('navigation').getByRole('link').last().click();
		await this.page.getByLabel(this.say('key-file')).setInputFiles(path);
		await this.page.getByLabel(this.say('key-password')).fill(password);
		await this.page.getByRole('button', { name: this.say('key-open') }).click();
	}

	/** Fails where axe finds something serious in what is shown, or it is wider than the window; takes a picture. */
	async isAccessible(screen) {
		const { page } = this;
		await page.screenshot({ path: join(this.shots, `${this.name}-${screen}.png`), fullPage: true });
		// Evaluated by the debugger, which the page's policy does not reach.
		await page.evaluate(AXE);
		const found = await page.evaluate(async () => {
			const { violations } = await /** @type {any} */ (globalThis).axe.run();
			return violations.map(({ id, impact, nodes }) => {
				return { id, impact, where: nodes.map(({ html }) => html.slice(0, 200)) };
			});
		});
		const serious = found.filter(({ impact }) => SERIOUS.includes(impact));
		assert.deepEqual(serious, [], `${this.name} ${screen}`);
		const excess = await page.evaluate(() => {
			return document.documentElement.scrollWidth - document.documentElement.clientWidth;
		});
		assert.ok(excess <= 0, `${this.name} ${screen} is ${excess} pixels too wide`);
	}

	/** Goes; fails where the page complained, or asked anybody but these. */
	async leaves(allowed) {
		const origins = allowed.map((url) => new URL(url).origin);
		const others = [...this.#reached].filter((origin) => {
			return !origins.includes(origin) && !origin.startsWith('blob:');
		});
		await this.context.close();
		assert.deepEqual(others, [], `${this.name} asked others`);
		assert.deepEqual(this.#errors, [], `${this.name}: the page complained`);
	}
}
