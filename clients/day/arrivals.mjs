// What comes in on a working day, hour by hour.

/**
 * The parts of a day that come in each of its hours: declarations are handed in at night too, offices are at
 * work from eight to six. Assumptions, as are the numbers below; each can be changed here.
 */
const DECLARATIONS = [1, 1, 1, 1, 2, 3, 4, 6, 7, 8, 8, 7, 6, 7, 8, 7, 6, 5, 4, 3, 2, 1, 1, 1];
const OFFICES = [0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 3, 2, 1, 2, 3, 2, 1, 1, 0, 0, 0, 0, 0, 0];

/**
 * What comes in on a day at an administration with so many partners' certificates to ask for. A declaration in five
 * names a certified firm of a partner; each is asked for twice (domain: one or two a declaration), and has its
 * benefits once. In a year of 250 working days three certificates in a hundred are suspended, one is
 * taken away, and each is decided on every fourth year.
 */
export function dayOf(certificates) {
	const partOf = (share) => Math.max(1, Math.round(certificates * share));
	return {
		questions: partOf(0.8),
		grants: partOf(0.4),
		decisions: partOf(1 / 4 / 250),
		suspensions: partOf(0.03 / 250),
	};
}

/** Of so many in a day, how many come in an hour: all hours together have all of them. */
export function ofHour(shares, count, hour) {
	const all = shares.reduce((sum, share) => sum + share, 0);
	const until = (hours) => {
		const share = shares.slice(0, hours).reduce((sum, one) => sum + one, 0);
		return Math.round((count * share) / all);
	};
	return until(hour + 1) - until(hour);
}

/** What comes in in an hour, from 0 to 23. */
export function arrivals(certificates, hour) {
	const { questions, grants, decisions, suspensions } = dayOf(certificates);
	return {
		questions: ofHour(DECLARATIONS, questions, hour),
		grants: ofHour(DECLARATIONS, grants, hour),
		decisions: ofHour(OFFICES, decisions, hour),
		suspensions: ofHour(OFFICES, suspensions, hour),
	};
}
