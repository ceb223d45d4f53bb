// Step 5: a pretender uses a firm's number, and the firm sees it.

import { evaluateDeclaration, usesOf } from '../../chain/ask.mjs';
import { commitmentTo, grantOf, together } from '../../chain/calls.mjs';
import { stopwatch } from '../../network/wait.mjs';
import { phraseOf } from '../answers.mjs';

/** Costa Rica gives benefits to the firm's own declarations and to the pretender's. */
export async function pretend(story, step) {
	const { stage, chosen, say } = story;
	const { firm, declaration, own } = chosen.pretended;
	step.open('pretend.heading');
	step.say('pretend.why');
	const answer = await evaluateDeclaration(stage.chainOf('CR'), declaration);
	step.say('pretend.answer', {
		reference: declaration.reference,
		answer: phraseOf(answer, say),
	});
	// The firm and its customers share the salts of their own declarations.
	const known = own.map(({ reference }) => commitmentTo(reference));
	const foreign = commitmentTo(declaration.reference);
	const elapsed = stopwatch();
	const block = await record(story, step, known, foreign);
	const uses = await usesOf(stage.chainOf('MX'), firm);
	const seconds = elapsed();
	const unknown = uses.filter((use) => !known.includes(use.declaration));
	tellTheUses(story, step, uses, unknown);
	step.close('pretend.outcome', { seconds: seconds.toFixed(1) });
	return { answer, block, uses, unknown, foreign, disowned: [declaration.reference] };
}

/** Costa Rica records the benefits. Gives the block of the pretender's. */
async function record({ chosen, country, cast }, step, known, foreign) {
	const { firm, declaration, own } = chosen.pretended;
	const { role, direction, reference } = declaration;
	const grant = (api, commitment) => grantOf(api, commitment, firm.tin, role, direction);
	const [, { block }] = await step.send(
		{
			what: ['pretend.own', { country: country('CR'), count: own.length, firm: firm.name }],
			by: 'CR',
			call: (api) => {
				const grants = known.map((commitment) => grant(api, commitment));
				return together(api, grants);
			},
			pair: cast.officer('CR', 1),
		},
		{
			what: ['pretend.use', { country: country('CR'), reference }],
			by: 'CR',
			call: (api) => grant(api, foreign),
			pair: cast.officer('CR', 2),
		},
	);
	return block;
}

/** The firm reads the uses of its status, of which one is not its own. */
function tellTheUses({ chosen, country }, step, uses, unknown) {
	step.expect(1, unknown.length);
	const [use] = unknown;
	step.say('pretend.seen', {
		firm: chosen.pretended.firm.name,
		uses: uses.length,
		known: uses.length - unknown.length,
		country: country(use.grantor),
		block: use.block,
		commitment: use.declaration,
	});
}
