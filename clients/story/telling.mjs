// Tells the story on a running network, or on one node, and writes it as a page.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPilot } from '../firms/lists.mjs';
import { renderHtml, renderTables, renderText, wrongBenefits } from './page.mjs';
import { guard } from './steps/guard.mjs';
import { join } from './steps/join.mjs';
import { names } from './steps/names.mjs';
import { partners } from './steps/partners.mjs';
import { past } from './steps/past.mjs';
import { pretend } from './steps/pretend.mjs';
import { sign } from './steps/sign.mjs';
import { suspend } from './steps/suspend.mjs';
import { takeOver } from './steps/take-over.mjs';
import { factsOf, yesterday } from './steps/yesterday.mjs';
import { Story } from './story.mjs';
import { countByChain, countByList } from './yesterday.mjs';

/** The lists of the pilot. */
const PILOT = fileURLToPath(new URL('../../chain-specs/pilot/', import.meta.url));

/** The steps in their order; the later ones build upon the earlier. */
export const STEPS = { yesterday, takeOver, sign, suspend, names, pretend, past, join, partners, guard };

/** A story on a stage, see story.mjs, with the lists of the pilot. */
export function openStory(settings) {
	return new Story({ ...settings, pilot: readPilot(PILOT) });
}

/** Whether a chain holds a story already: Mexico has taken over its list. */
export async function isTold(chain) {
	const next = await chain.api.query.certificates.ordinals('MX');
	return next.toNumber() > 0;
}

/**
 * Plays all steps, up to the first that fails, and writes `story.html` and `story.txt` into the
 * folder `data`. Gives why a step failed, or nothing.
 */
export async function tellStory(story, data) {
	let failure;
	for (const [name, play] of Object.entries(STEPS)) {
		try {
			await story.play(name, play);
		} catch (error) {
			failure = error;
			break;
		}
	}
	const report = await reportOf(story);
	mkdirSync(data, { recursive: true });
	const [html, text] = ['story.html', 'story.txt'].map((name) => joinPath(data, name));
	writeFileSync(html, renderHtml(report));
	writeFileSync(text, renderText(report));
	story.print(`\n${renderTables(report)}`);
	story.print(`\n${story.say('run.page', { html, text })}`);
	return failure;
}

/** What page.mjs renders, as far as the story came. */
export async function reportOf(story) {
	const { say, lang, steps } = story;
	return {
		lang,
		title: say('title'),
		subtitle: say('subtitle'),
		notice: say('notice'),
		network: await networkOf(story),
		steps,
		tables: tablesOf(story),
		generated_at: new Date().toISOString(),
	};
}

/** The wrong benefits by the list and by the chain, once both are known. */
export function tablesOf({ facts, pilot, lang }) {
	if (facts.sign === undefined || facts.pretend === undefined) {
		return [];
	}
	// Nobody finds the pretender in a list: what is known of it is known from the chain.
	const known = factsOf(pilot, facts.pretend.disowned);
	return [wrongBenefits(countByList(known), countByChain(facts.sign.answers, known), lang)];
}

async function networkOf({ stage, say }) {
	const chain = stage.chainOf('CR');
	const { specName, specVersion } = chain.api.runtimeVersion;
	const [name, version, validators] = await Promise.all([
		chain.api.rpc.system.chain(),
		chain.api.rpc.system.version(),
		chain.api.query.session.validators(),
	]);
	return [
		{ label: say('network.chain'), value: name.toString() },
		{ label: say('network.runtime'), value: `${specName} ${specVersion}` },
		{ label: say('network.validators'), value: validators.length },
		{ label: say('network.genesis'), value: chain.api.genesisHash.toHex() },
		{ label: say('network.node'), value: version.toString() },
	];
}
