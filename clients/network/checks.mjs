// Checks: each is a sentence, and says whether it holds, what was expected and what came.

import { say } from './text.mjs';

/** Counts checks and prints each with its outcome; several may be under way at a time. */
export class Checks {
	made = 0;
	failed = 0;

	async that(sentence, check) {
		this.made += 1;
		const number = this.made;
		try {
			const remark = await check();
			say(`ok ${number} - ${sentence}${remark === undefined ? '' : ` (${remark})`}`);
		} catch (error) {
			this.failed += 1;
			say(`not ok ${number} - ${sentence}`);
			say(`    ${(error.stack ?? String(error)).replaceAll('\n', '\n    ')}`);
		}
	}
}
