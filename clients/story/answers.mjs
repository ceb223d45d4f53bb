// The chain's answers in the words of the story.

import { askAll, evaluateDeclaration } from '../chain/ask.mjs';

/** Asks about all these declarations, and tells from time to time how many are answered. */
export function evaluateAll(chainOf, declarations, tell) {
	const ask = async (declaration) => {
		const answer = await evaluateDeclaration(chainOf(declaration.administration), declaration);
		return { reference: declaration.reference, ...answer };
	};
	return askAll(declarations, ask, tell);
}

/** An answer as a phrase: `granted (…)` or `denied (…)`. */
export function phraseOf({ granted, benefits, denial }, say) {
	if (!granted) {
		return say('answer.denied', { reason: say(`denial.${denial}`) });
	}
	return say('answer.granted', {
		benefits: benefits.map((benefit) => say(`benefit.${benefit}`)).join(', '),
	});
}
