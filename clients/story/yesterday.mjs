// What a day of declarations gets by a list that is a month old, and by the chain, measured by the
// list as it is today. Pure functions.

/** What the counting knows about one declaration, in the order in which they are told. */
export const FINDINGS = [
	'givenToSuspended',
	'givenWithoutRole',
	'givenToPretender',
	'givenToOthers',
	'deniedCertifiedSince',
	'deniedRoleSince',
	'deniedMistyped',
	'deniedOthers',
	'right',
	'notCounted',
];

/**
 * What is counted: `lastMonth` and `present` are lists of one issuer (see firms/lists.mjs); of the
 * `declarations` those are counted that were lodged at `holder` on this `day` and name a number of
 * that issuer. `disowned` are the references of declarations that a firm said are not its own:
 * nobody finds them in a list, they are known from the chain.
 *
 * Gives `{ counted, given, wronglyGiven, wronglyDenied, mistyped, by, references }`: `by` has how
 * many there are of each of FINDINGS, `references` the declarations.
 */
export function countByList(facts) {
	const old = byTin(facts.lastMonth);
	return count(facts, ({ foreign_tin: tin, role }) => {
		return standing(old.get(tin), role, facts.day) === 'good';
	});
}

/**
 * Counts the same over the answers of the chain, `[{ reference, granted, denial }]`, one for each
 * declaration that is counted. A declaration without an answer is an error: it would look right.
 */
export function countByChain(answers, facts) {
	const grants = new Map(answers.map(({ reference, granted }) => [reference, granted]));
	return count(facts, ({ reference }) => {
		if (!grants.has(reference)) {
			throw new Error(
				`The chain was not asked about declaration ${reference}. Ask it first.`,
			);
		}
		return grants.get(reference);
	});
}

/** The declarations that are counted: lodged at the holder, with a number of the list's issuer. */
export function concerned({ declarations, present, holder }) {
	const issuer = present[0].tin.slice(0, 2);
	return declarations.filter(({ administration, foreign_tin: tin }) => {
		return administration === holder && tin !== null && tin.startsWith(issuer);
	});
}

function count(facts, isGranted) {
	const lists = { old: byTin(facts.lastMonth), known: byTin(facts.present) };
	const disowned = new Set(facts.disowned ?? []);
	/** @type {Record<string, string[]>} */
	const references = Object.fromEntries(FINDINGS.map((finding) => [finding, []]));
	const counted = concerned(facts);
	let given = 0;
	for (const declaration of counted) {
		const isGiven = isGranted(declaration);
		const isDisowned = disowned.has(declaration.reference);
		const finding = find(isGiven, declaration, lists, facts.day, isDisowned);
		given += isGiven ? 1 : 0;
		references[finding].push(declaration.reference);
	}
	const by = Object.fromEntries(FINDINGS.map((finding) => [finding, references[finding].length]));
	return { counted: counted.length, given, ...sums(by), by, references };
}

function sums(by) {
	return {
		wronglyGiven:
			by.givenToSuspended + by.givenWithoutRole + by.givenToPretender + by.givenToOthers,
		wronglyDenied: by.deniedCertifiedSince + by.deniedRoleSince + by.deniedOthers,
		mistyped: by.deniedMistyped,
	};
}

/** What became of one declaration. */
function find(isGiven, { foreign_tin: tin, role }, { old, known }, day, isDisowned) {
	const truth = standing(known.get(tin), role, day);
	if (truth === 'partly suspended') {
		// Which benefits are left is a matter of the agreement, not of the list.
		return 'notCounted';
	}
	if (isGiven) {
		return findGiven(truth, isDisowned);
	}
	if (truth === 'unknown') {
		return isMistyped(tin, known) ? 'deniedMistyped' : 'right';
	}
	return truth === 'good' ? findDenied(standing(old.get(tin), role, day)) : 'right';
}

function findGiven(truth, isDisowned) {
	if (truth === 'good') {
		return isDisowned ? 'givenToPretender' : 'right';
	}
	const findings = { suspended: 'givenToSuspended', 'role missing': 'givenWithoutRole' };
	return findings[truth] ?? 'givenToOthers';
}

/** Why a certified firm was denied, from what last month's list said about it. */
function findDenied(before) {
	const findings = { unknown: 'deniedCertifiedSince', 'role missing': 'deniedRoleSince' };
	return findings[before] ?? 'deniedOthers';
}

/** What a list says about a number in a role on a day. */
function standing(certificate, role, day) {
	if (certificate === undefined) {
		return 'unknown';
	}
	if (certificate.status === 'Suspended') {
		return certificate.scope === 'Full' ? 'suspended' : 'partly suspended';
	}
	if (day < certificate.valid_from || day > certificate.valid_until) {
		return 'not valid';
	}
	return certificate.roles.includes(role) ? 'good' : 'role missing';
}

/** Whether one typing error leads from a listed number to this one. */
function isMistyped(tin, known) {
	return [...known.keys()].some((listed) => isOneSlip(listed, tin));
}

/** Whether two texts differ by one character, or by two neighbours that have changed places. */
export function isOneSlip(right, written) {
	if (right.length !== written.length) {
		return false;
	}
	const places = [...right].flatMap((character, place) => {
		return character === written[place] ? [] : [place];
	});
	if (places.length === 1) {
		return true;
	}
	const [first, second] = places;
	return (
		places.length === 2 &&
		second === first + 1 &&
		right[first] === written[second] &&
		right[second] === written[first]
	);
}

function byTin(list) {
	return new Map(list.map((row) => [row.tin, row]));
}
