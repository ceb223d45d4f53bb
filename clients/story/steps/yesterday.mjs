// Step 1: what a day of declarations gets by a list that is a month old.

import { concerned, countByList } from '../yesterday.mjs';

/** The day of the declarations. */
export const DAY = '2026-11-23';

/** What is counted: Mexico's firms at Costa Rica. */
export function factsOf({ lastMonth, lists, declarations }, disowned = []) {
	return { lastMonth, present: lists.MX, declarations, holder: 'CR', day: DAY, disowned };
}

/** Tells what the list does wrong. */
export async function yesterday({ pilot, country }, step) {
	const { lists, lastMonth, declarations } = pilot;
	const before = new Map(lastMonth.map((firm) => [firm.tin, firm]));
	const suspended = lists.MX.filter(({ tin, status }) => {
		return status === 'Suspended' && before.get(tin)?.status === 'Authorised';
	});
	const since = lists.MX.filter(({ tin }) => !before.has(tin));
	const facts = factsOf(pilot);
	const count = countByList(facts);
	step.open('yesterday.heading');
	step.say('yesterday.list', {
		country: country('MX'),
		listed: lastMonth.length,
		present: lists.MX.length,
	});
	step.say('yesterday.suspended', {
		suspended: suspended.length,
		names: suspended.map(({ name }) => name).join('; '),
	});
	step.say('yesterday.since', { since: since.length });
	step.say('yesterday.day', {
		declarations: declarations.length,
		counted: concerned(facts).length,
		country: country('MX'),
		given: count.given,
	});
	step.close('yesterday.outcome', count);
	return { suspended, since, count };
}
