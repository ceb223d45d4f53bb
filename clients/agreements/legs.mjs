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
	const { parties, roles, directions, rows, consent, dataClasses, declareAs } = agreement;
	return pairsOf(agreement).map(({ issuer, grantor }) => {
		const { programme } = administrations[issuer];
		const types = parties[issuer].map((code) => ({ programme, code }));
		const offer = { types, roles, directions, rows };
		return { issuer, grantor, ...offer, consent, dataClasses, declareAs };
	});
}

/** Whether a leg of an agreement operates from the beginning: when both its ends do. */
export function isOperational({ operational }, { issuer, grantor }) {
	return operational.includes(issuer) && operational.includes(grantor);
}

/** Whether some parties operate later than others. */
export function isStaggered({ parties, operational }) {
	return operational.length < Object.keys(parties).length;
}

/** A pair as it is told: `CR → PE`. */
export function arrow({ issuer, grantor }) {
	return `${issuer} → ${grantor}`;
}
