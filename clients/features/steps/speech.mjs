// How sentences are understood: each in Spanish and in English.

import { Given, defineParameterType } from '@cucumber/cucumber';
import { BENEFITS, CHECKS, DENIALS, DIRECTIONS, NAMES, ROLES, wordOf, wordsOf } from '../words.mjs';

for (const type of [
	wordOf('administration', NAMES),
	wordsOf('administrations', NAMES),
	wordOf('role', ROLES),
	wordsOf('roles', ROLES),
	wordOf('direction', DIRECTIONS),
	wordsOf('benefits', BENEFITS),
	wordOf('denial', DENIALS),
	wordOf('check', CHECKS),
]) {
	defineParameterType({ ...type, useForSnippets: false });
}

/**
 * What a sentence does, in the words of both languages. Cucumber asks for no difference between what
 * is given, done and found.
 *
 * @param {string} spanish
 * @param {string} english
 * @param {(this: import('../scene.mjs').Scene, ...values: any[]) => any} work
 */
export function sentence(spanish, english, work) {
	Given(spanish, work);
	if (english !== spanish) {
		Given(english, work);
	}
}
