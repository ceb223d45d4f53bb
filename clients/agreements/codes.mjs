// The codes in an agreement, compared with the types in the metadata of the chain.

/** The type of a leg in the metadata. */
export const LEG_TYPE = 'PalletAgreementsLegTerms';

/** The code lists of an agreement: the name of the type, what a code is, and the codes. */
function codesOf({ parties, roles, directions, rows, consent, dataClasses }) {
	return [
		['Territory', 'territory', Object.keys(parties)],
		['Role', 'role', roles],
		['Direction', 'direction', directions],
		['Benefit', 'benefit', rows.map(({ benefit }) => benefit)],
		['Requires', 'half that a benefit can require', rows.map(({ requires }) => requires)],
		['ConsentNeed', 'need of a consent', [consent]],
		['DataClass', 'class of data', dataClasses],
	];
}

/** Fails with a sentence where the chain does not know a code, or cannot read a leg. */
export function ensureKnown(registry, agreement, legs) {
	for (const [type, what, codes] of codesOf(agreement)) {
		const known = variantsOf(registry, type);
		const unknown = codes.find((code) => !known.includes(code));
		if (unknown !== undefined) {
			const most = known.length > 20 ? '' : `; there are ${known.join(', ')}`;
			throw new Error(`${agreement.name}: ${unknown} is no ${what} of this chain${most}.`);
		}
	}
	try {
		legs.forEach((leg) => registry.createType(LEG_TYPE, leg));
	} catch (error) {
		throw new Error(`${agreement.name}: the chain cannot read its legs: ${error.message}`, {
			cause: error,
		});
	}
}

/** The names that an enum of aeo-primitives has in the metadata. */
function variantsOf(registry, name) {
	const found = registry.lookup.types.find(({ type }) => {
		const path = type.path.map((part) => part.toString());
		return path[0] === 'aeo_primitives' && path.at(-1) === name && type.def.isVariant;
	});
	if (found === undefined) {
		throw new Error(`The metadata of this chain have no ${name}: it is no aeo-chain.`);
	}
	return found.type.def.asVariant.variants.map((variant) => variant.name.toString());
}
