// From the terms of an agreement to its legs: one from each party to each other. Pure functions.

/** The pairs of an agreement, `{ issuer, grantor }`: n parties have n(n−1). */
export function pairsOf({ parties }) {
	const territories = Object.keys(parties);
	return territories.flatMap((issuer) => {
		return territories
			.filter((grantor) => grantor !== issuer)
			.map((grantor) => ({ issuer, grantor }));
	});
}

/** The legs of an agreement as `agreements.propose` takes them. */
export function legsOf(agreement, administrations) {
	const { parties, roles, directions, rows, consent, dataClasses } = agreement;
	return pairsOf(agreement).map(({ issuer, grantor }) => {
		const { programme } = administrations[issuer];
		const types = parties[issuer].map((code) => ({ programme, code }));
		const offer = { types, roles, directions, rows };
		const declareAs = formatOf(agreement, grantor);
		return { issuer, grantor, ...offer, consent, dataClasses, declareAs };
	});
}

/** How the declarations of a grantor name the foreign operator; all fields are there. */
function formatOf({ declareAs, declareAsAt = {} }, grantor) {
	const { manifestPlace = '', ...format } = declareAsAt[grantor] ?? declareAs;
	return { ...format, manifestPlace };
}

/** The day from which a party operates: empty where from the beginning, undefined where later. */
function dayOf({ operational }, party) {
	if (Array.isArray(operational)) {
		return operational.includes(party) ? '' : undefined;
	}
	return operational[party];
}

/**
 * The first day of a leg, the later one of its ends': empty where it operates from the beginning,
 * undefined while one of its ends has none.
 */
export function firstDayOfLeg(agreement, { issuer, grantor }) {
	const days = [issuer, grantor].map((party) => dayOf(agreement, party));
	return days.includes(undefined) ? undefined : days.sort().at(-1);
}

/** Whether a leg of an agreement operates on a day: when both its ends do. */
export function isOperational(agreement, pair, day) {
	const first = firstDayOfLeg(agreement, pair);
	return first !== undefined && first <= day;
}

/** Whether some parties operate later than others. */
export function isStaggered(agreement) {
	const days = pairsOf(agreement).map((pair) => firstDayOfLeg(agreement, pair));
	return new Set(days).size > 1;
}

/** A pair as it is told: `CR → PE`. */
export function arrow({ issuer, grantor }) {
	return `${issuer} → ${grantor}`;
}
