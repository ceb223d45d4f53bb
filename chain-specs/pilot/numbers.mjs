// Numbers that pass their checks. Only the library knows how: its example `tin_check` is asked which of
// the numbers that begin alike does.

import { execFileSync } from 'node:child_process';

/** What a check character may be. */
const CHARACTERS = [...'0123456789AK'];

/** Most numbers that are asked about at a time. */
const AT_A_TIME = 5_000;

/** The check of each of these numbers of a territory, as the program at `tinCheck` finds it. */
export function checksOf(tinCheck, territory, numbers) {
	const input = numbers.map((number) => `${territory} - ${number}\n`).join('');
	const answers = execFileSync(tinCheck, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
	return answers
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line).check);
}

/** The check characters of numbers of a territory, all of which lack it. */
export function charactersOf(tinCheck, territory, bodies) {
	const found = [];
	for (let first = 0; first < bodies.length; first += AT_A_TIME) {
		const part = bodies.slice(first, first + AT_A_TIME);
		const numbers = part.flatMap((body) => CHARACTERS.map((character) => body + character));
		const checks = checksOf(tinCheck, territory, numbers);
		part.forEach((body, place) => {
			const start = place * CHARACTERS.length;
			const right = CHARACTERS.filter((_, other) => checks[start + other] === 'Passed');
			if (right.length !== 1) {
				throw new Error(`${territory}${body}: ${right.length} check characters pass.`);
			}
			found.push(right[0]);
		});
	}
	return found;
}
