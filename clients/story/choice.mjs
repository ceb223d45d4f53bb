// Which firms and declarations of the pilot the story is about. Pure functions over the lists, so
// that other lists tell the same story about other firms.

/** How many firms of each country link an account. */
const LINKED = 2;

/** Administrations whose certificates the story takes over at its beginning. */
export const FIRST = ['MX', 'CR', 'PE', 'CO'];

/** Administrations that the council admits. */
export const NEWCOMERS = ['CL', 'KR'];

/**
 * Chooses from a pilot (see firms/lists.mjs): `pretended` `{ firm, declaration, own }` (`own` are
 * the firm's own declarations), `suspended` `{ firm, declaration }`, `shipment` `{ firm, origin,
 * destination }`, `other` `{ firm, declaration }`, `named` `{ firm }`, `korean` `[{ firm, declaration }]`, `chilean` (a
 * firm) and `linked` (firms by territory).
 */
export function choose(pilot) {
	const pretended = choosePretended(pilot);
	const suspended = chooseSuspended(pilot, [pretended.firm]);
	const taken = [pretended.firm, suspended.firm];
	const shipment = chooseShipment(pilot, taken);
	const other = chooseOther(pilot, [...taken, shipment.firm]);
	const first = (territory, count) => pilot.lists[territory].filter(isExporter).slice(0, count);
	return {
		pretended,
		suspended,
		shipment,
		other,
		named: { firm: found(pilot.lists.MX.find(isNamed), 'an exporter whose name is looked for') },
		korean: chooseKorean(pilot),
		chilean: found(first('CL', 1)[0], 'an exporter of Chile'),
		linked: Object.fromEntries(
			FIRST.map((territory) => [
				territory,
				territory === 'MX' ? taken : first(territory, LINKED),
			]),
		),
	};
}

/** A firm whose number is used by somebody that it does not know. */
function choosePretended({ lists, declarations, cases }) {
	const isPretended = ({ reference }) => cases.get(reference)?.case === 'pretender';
	const declaration = found(declarations.find(isPretended), 'a declaration of a pretender');
	const firm = lists.MX.find(({ tin }) => tin === declaration.foreign_tin);
	const own = importsOf(declarations, firm).filter((row) => !isPretended(row));
	return { firm: found(firm, 'the firm of the pretender'), declaration, own };
}

/** The certified exporter with the most declarations: its suspension is felt most. */
function chooseSuspended({ lists, declarations }, taken) {
	const candidates = lists.MX.filter((firm) => isExporter(firm) && !taken.includes(firm))
		.map((firm) => ({ firm, imports: importsOf(declarations, firm) }))
		.sort((a, b) => b.imports.length - a.imports.length);
	const [{ firm, imports } = {}] = candidates;
	return {
		firm: found(firm, 'an exporter to suspend'),
		declaration: found(imports[0], 'an import of it'),
	};
}

/** An export at Mexico and the import at Costa Rica of the same goods between certified firms. */
function chooseShipment({ lists, declarations }, taken) {
	const exporters = certified(lists.MX, 'EX', taken);
	const importers = certified(lists.CR, 'IM', []);
	const pairs = declarations
		.filter(
			({ direction, administration }) => administration === 'MX' && direction === 'Export',
		)
		.filter((origin) => exporters.has(origin.domestic_tin) && importers.has(origin.foreign_tin))
		.map((origin) => ({
			firm: exporters.get(origin.domestic_tin),
			origin,
			destination: declarations.find((row) => isOtherEnd(origin, row)),
		}));
	return found(
		pairs.find(({ destination }) => destination !== undefined),
		'a shipment between certified firms',
	);
}

/** A certified firm that nothing happens to. */
function chooseOther({ lists, declarations }, taken) {
	const exporters = certified(lists.MX, 'EX', taken);
	const declaration = declarations.find((row) => {
		return row.administration === 'CR' && exporters.has(row.foreign_tin);
	});
	const firm = exporters.get(found(declaration, 'an import of another firm').foreign_tin);
	return { firm, declaration };
}

/** The declarations that name a certified Korean firm by its code. */
function chooseKorean({ lists, declarations }) {
	const byAlias = new Map(lists.KR.filter(isExporter).map((firm) => [firm.alias, firm]));
	const named = declarations
		.filter(({ foreign_alias: alias }) => byAlias.has(alias))
		.map((declaration) => ({ firm: byAlias.get(declaration.foreign_alias), declaration }));
	found(named[0], 'a declaration that names a Korean firm by its code');
	return named;
}

/** A firm of which somebody remembers how its name begins. */
function isNamed(firm) {
	return isExporter(firm) && firm.name.split(' ').some((word) => word.startsWith('Onde'));
}

function isExporter({ status, roles }) {
	return status === 'Authorised' && roles.includes('EX');
}

/** The certified firms of a list in a role, but for some, by TIN. */
function certified(list, role, except) {
	const firms = list.filter((firm) => {
		return firm.status === 'Authorised' && firm.roles.includes(role) && !except.includes(firm);
	});
	return new Map(firms.map((firm) => [firm.tin, firm]));
}

function importsOf(declarations, { tin }) {
	return declarations.filter(({ administration, direction, foreign_tin: foreign }) => {
		return administration === 'CR' && direction === 'Import' && foreign === tin;
	});
}

/** Whether two declarations are the export and the import of the same goods. */
function isOtherEnd(origin, row) {
	return (
		row.administration === origin.country &&
		row.direction === 'Import' &&
		row.foreign_tin === origin.domestic_tin &&
		row.domestic_tin === origin.foreign_tin &&
		row.goods === origin.goods &&
		row.value_usd === origin.value_usd
	);
}

/** What was looked for; fails with a sentence where the lists have none. */
function found(value, what) {
	if (value === undefined) {
		throw new Error(
			`There is no such thing in the lists of the pilot: ${what}. Write them again, see their README.`,
		);
	}
	return value;
}
