// What every step of the story needs: the pilot, who acts, the words; and the step itself, which is
// told as it goes and gathered for the page.

import { join } from 'node:path';
import { Keys } from '../chain/keyring.mjs';
import { Office } from '../network/office.mjs';
import { stopwatch } from '../network/wait.mjs';
import { choose } from './choice.mjs';
import { underlined, wrap } from './page.mjs';
import { texts } from './text.mjs';

/** A telling of the story. */
export class Story {
	/** What each step has found, by its name, for the later steps and for tests. */
	facts = {};
	/** The steps as the page wants them. */
	steps = [];

	/**
	 * `stage` has the nodes (see chain/stage.mjs), `pilot` the lists (see firms/lists.mjs), `pairOf`
	 * makes keys, `lang` is as LANG, and `print` takes text for the reader; `aeo` is the path of the
	 * offices' program, and what they keep goes into the folder `data`.
	 */
	constructor({ stage, pilot, pairOf, lang, print, aeo, data }) {
		this.stage = stage;
		this.pilot = pilot;
		this.chosen = choose(pilot);
		this.cast = new Keys(pairOf);
		this.lang = lang;
		this.say = texts(lang).say;
		this.print = print;
		this.pairOf = pairOf;
		/** The folder of what is kept. */
		this.data = data;
		/** The name of a country. */
		this.country = (territory) => this.say(`country.${territory}`);
		/** The office of an administration. */
		this.office = (territory) => {
			const folder = join(data, 'offices', territory.toLowerCase());
			return new Office(aeo, folder, territory, stage.nodeFor(territory));
		};
	}

	/**
	 * Plays a step; its facts are kept under its name. In a network, it waits until its transactions are
	 * final. Gives whether it came to its end.
	 */
	async play(name, play) {
		const step = new Step(this, this.steps.length + 1);
		this.steps.push(step.record);
		try {
			this.facts[name] = await play(this, step);
		} catch (error) {
			step.fail(error);
			throw error;
		} finally {
			if (this.stage.isNetwork) {
				await step.settle();
			}
		}
	}
}

/** A step under way. */
class Step {
	#story;
	#finality = [];

	constructor(story, number) {
		this.#story = story;
		const outcome = { reached: false, text: '' };
		/** @type {Record<string, any>} what page.mjs has as a step of a report */
		this.record = { number, heading: '', paragraphs: [], transactions: [], outcome };
	}

	/** Gives the step its heading. */
	open(key, values) {
		const { say, print } = this.#story;
		this.record.heading = say(key, values);
		const number = say('page.step', { number: this.record.number });
		print(`\n${underlined(`${number}. ${this.record.heading}`, '-')}\n`);
	}

	/** Tells a paragraph. */
	say(key, values) {
		const paragraph = this.#story.say(key, values);
		this.record.paragraphs.push(paragraph);
		this.#story.print(wrap(paragraph));
	}

	/** Tells how it goes on; the page does without it. */
	progress(key, values) {
		this.#story.print(`  ${this.#story.say(key, values)}`);
	}

	/**
	 * Submits calls at the same time, and fails when one is refused. Each is `{ what: [key, values],
	 * by: territory, call: (api) => call, pair }`: `by` says through whose node. Gives the
	 * submissions, see chain/chain.mjs.
	 */
	async send(...orders) {
		const submissions = await Promise.all(
			orders.map(({ by, call, pair }) => {
				const chain = this.#story.stage.chainOf(by);
				return chain.submitWell(call(chain.api), pair);
			}),
		);
		await this.noteAll(submissions, (place) => orders[place].what);
		return submissions;
	}

	/**
	 * An act that an office types at its command line. It is `{ what: [key, values], by: territory, command, as }`:
	 * `as` is the path of the key that signs, where it is not the own account's. Gives its `block`, and what was said.
	 */
	async type({ what, by, command, as = this.#story.cast.own(by).meta.path }) {
		const chain = this.#story.stage.chainOf(by);
		const elapsed = stopwatch();
		const said = await this.#story.office(by).act(command, as);
		const { number } = await chain.rpc('chain_getHeader', [said.block]);
		const block = Number(number);
		const inclusion = elapsed();
		const finality = chain.untilFinal(block).then(() => ({ block, seconds: elapsed() }));
		// settle() hears of its failure.
		finality.catch(() => {});
		await this.noteAll([{ call: `aeo ${command[0]}`, block, inclusion, finality }], () => what);
		return { ...said, block };
	}

	/** Waits until what the step has done so far is final. */
	async finality() {
		await Promise.all(this.#finality);
	}

	/** Tells submissions, `what(place)` of each, and waits until all nodes have their blocks. */
	async noteAll(submissions, what) {
		submissions.forEach((submission, place) => this.#note(submission, ...what(place)));
		// What comes next may go through another node.
		await this.#story.stage.reach(Math.max(...submissions.map(({ block }) => block)));
	}

	/** Tells a transaction that is in a block. */
	#note({ call, block, inclusion, finality }, key, values) {
		const what = this.#story.say(key, values);
		const transaction = { what, call, block, inclusion_s: inclusion, finality_s: null };
		this.record.transactions.push(transaction);
		const final = finality.then((last) => {
			transaction.block = last.block;
			transaction.finality_s = last.seconds;
		});
		// settle() hears of its failure.
		final.catch(() => {});
		this.#finality.push(final);
		this.progress('run.transaction', { what, call, block, seconds: inclusion.toFixed(1) });
	}

	/** Fails the step unless what came is what the story tells. */
	expect(wanted, came) {
		if (came !== wanted) {
			throw new Error(this.#story.say('run.unexpected', { wanted, came }));
		}
	}

	/** Tells the outcome: the step has come to its end. */
	close(key, values) {
		this.#end(true, this.#story.say(key, values));
	}

	/** Says why the step failed. */
	fail(error) {
		this.#end(false, error.message);
	}

	/** Waits until all transactions of the step are final, as far as they get there. */
	async settle() {
		const settled = await Promise.allSettled(this.#finality);
		const [late] = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
		if (late !== undefined && this.record.outcome.reached) {
			this.fail(late);
			throw late;
		}
		if (this.record.transactions.length > 0) {
			const longest = Math.max(...this.record.transactions.map((one) => one.finality_s ?? 0));
			this.progress('run.final', { seconds: longest.toFixed(1) });
		}
	}

	#end(reached, text) {
		const { say, print } = this.#story;
		this.record.outcome = { reached, text };
		const label = say(reached ? 'page.outcome' : 'page.failed');
		print(wrap(`${reached ? '=>' : '!!'} ${label}. ${text}`));
	}
}
