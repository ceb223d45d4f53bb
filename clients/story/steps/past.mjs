// Step 6: what an administration knew when.

import { evaluateDeclaration, verdictOf } from '../../chain/ask.mjs';
import { localClock } from '../../chain/clock.mjs';
import { phraseOf } from '../answers.mjs';

/** The same question at the block of the suspension and at the one before. */
export async function past(story, step) {
	const { stage, chosen, facts, say } = story;
	const { firm, declaration } = chosen.suspended;
	const chain = stage.chainOf('CR');
	const { block } = facts.suspend;
	const before = await evaluateDeclaration(chain, declaration, block - 1);
	const after = await evaluateDeclaration(chain, declaration, block);
	const values = (answer) => ({
		block: answer.block,
		time: localClock('CR', answer.time),
		reference: declaration.reference,
		firm: firm.name,
		answer: phraseOf(answer, say),
	});
	step.open('past.heading', { time: values(before).time });
	step.say('past.why');
	step.say('past.before', values(before));
	step.say('past.after', values(after));
	step.expect('granted', verdictOf(before));
	step.expect('Suspended', verdictOf(after));
	step.close('past.outcome', values(before));
	return { before, after };
}
