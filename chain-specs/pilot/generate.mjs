// Writes the lists of the pilot, and the check characters of invented numbers, into this folder:
// `node chain-specs/pilot/generate.mjs TIN_CHECK`, which is where the example `tin_check` of the library
// is. Everything follows from the seed, so it always writes the same. README.md has the columns. What is
// written is committed; with `--check` it is compared instead.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COUNTRIES, drawRoles } from './countries.mjs';
import { KNOWN, bodyOf } from './invented.mjs';
import { charactersOf, checksOf } from './numbers.mjs';
import { Chance } from './random.mjs';
import { REGISTRY_COLUMNS, drawRegistry } from './registry.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const load = createRequire(new URL('../../clients/package.json', import.meta.url));
const { stringify } = load('csv-stringify/sync');

const [tinCheck] = process.argv.slice(2);
const isComparing = process.argv.includes('--check');

/** The file of check characters. */
const CHARACTERS = 'check-characters.json';

const SEED = 20_261_123;

/** The day of the lists and of the declarations. */
const TODAY = '2026-11-23';

/** Certificates last so long here, so that the story can be played for some years. */
const YEARS = 5;

const LIST_COLUMNS = [
	'tin',
	'name',
	'street',
	'city',
	'certificate',
	'programme',
	'type',
	'roles',
	'status',
	'valid_from',
	'valid_until',
	'status_since',
];

const ALIAS_COLUMNS = [...LIST_COLUMNS, 'alias_scheme', 'alias'];

const DECLARATION_COLUMNS = [
	'reference',
	'time',
	'administration',
	'direction',
	'role',
	'foreign_tin',
	'foreign_alias',
	'domestic_tin',
	'goods',
	'value_usd',
	'country',
];

const CASE_COLUMNS = ['reference', 'case', 'meant_tin'];

/** How Costa Rica's declarations name a Korean firm: a code that Costa Rica issued. */
const ALIAS_SCHEME = 'Code';

/** Changes in Mexico since last month. */
const NEWLY_SUSPENDED = 3;
const NEWLY_CERTIFIED = 6;

/** The declarations of the day: 500 in all. */
const COUNTS = {
	suspended: 19,
	certifiedSince: 11,
	roleSince: 5,
	mistyped: 8,
	unknown: 14,
	pretender: 1,
	alias: 4,
	usual: 272,
	mexicanExport: 130,
	mexicanImport: 36,
};

const GOODS = [
	'wiring harnesses',
	'brake parts',
	'cotton yarn',
	'medical catheters',
	'frozen fruit',
	'coffee',
	'plastic preforms',
	'steel tubes',
	'ceramic tiles',
	'surgical masks',
	'avocados',
	'paper board',
	'fertiliser',
	'electric motors',
	'tyres',
	'printed circuits',
	'footwear',
	'glass jars',
];

/** All firms of a country's list, in the order of their certificates. */
function drawList(chance, territory) {
	const country = COUNTRIES[territory];
	const { stems, ends } = country.coins;
	const coins = chance.shuffled(stems.flatMap((stem) => ends.map((end) => stem + end)));
	const used = new Set();
	const starts = coins.slice(0, country.rows).map(() => chance.day('2024-07-01', '2026-09-30'));
	return starts.sort().map((from, place) => {
		const roles = drawRoles(chance, territory);
		const trade = chance.pick(country.trades[roles.split(' ')[0]]);
		const name = country.nameOf(trade, coins[place], chance.pick(country.forms));
		const serial = String(1001 + place * 7);
		return {
			tin: territory + drawNumber(chance, territory, name, used),
			name,
			street: `${chance.pick(country.streets)} ${chance.whole(3, 4890)}`,
			city: chance.pick(country.cities),
			certificate: country.certificateOf(from.slice(0, 4), serial),
			programme: country.programme,
			type: country.typeOf(roles),
			roles,
			status: 'Authorised',
			...validFrom(from),
		};
	});
}

/** A number that passes its check, and that is not used yet. */
function drawNumber(chance, territory, name, used) {
	const { bodyOf: drawBody, isChecked } = COUNTRIES[territory];
	const body = drawUnused(used, () => drawBody(chance, name));
	return isChecked ? body + charactersOf(tinCheck, territory, [body])[0] : body;
}

function drawUnused(used, draw) {
	let value = draw();
	while (used.has(value)) {
		value = draw();
	}
	used.add(value);
	return value;
}

/** The dates of a certificate from this day on: the last day is the eve of its anniversary. */
function validFrom(from) {
	const end = new Date(from);
	end.setUTCFullYear(end.getUTCFullYear() + YEARS);
	end.setUTCDate(end.getUTCDate() - 1);
	return { valid_from: from, valid_until: end.toISOString().slice(0, 10), status_since: from };
}

function suspend(row, scope, since) {
	Object.assign(row, { status: `Suspended (${scope})`, status_since: since });
}

/** A few suspensions, each before last month. */
function suspendSome(list) {
	const [full, security] = [Math.floor(list.length / 3), Math.floor(list.length / 2)];
	suspend(list[full], 'Full', '2026-10-06');
	suspend(list[security], 'Security', '2026-10-12');
}

const hasRole = (row, role) => row.roles.split(' ').includes(role);

const isGood = (row) => row.status === 'Authorised';

/** Mexico's list of last month and of today, and the firms that differ. */
function drawMexico(chance) {
	const list = drawList(chance, 'MX');
	suspendSome(list);
	const exporters = chance.shuffled(list.filter((row) => isGood(row) && hasRole(row, 'EX')));
	const suspended = exporters.splice(0, NEWLY_SUSPENDED);
	const since = exporters.splice(0, NEWLY_CERTIFIED);
	const changedPlace = exporters.findIndex((row) => row.roles === 'MF IM EX');
	const [changed] = exporters.splice(changedPlace, 1);
	since.forEach((row) => {
		Object.assign(row, validFrom(chance.day('2026-10-26', '2026-11-16')));
		row.certificate = row.certificate.replace(/-\d{4}-/, '-2026-');
	});
	const before = list
		.filter((row) => !since.includes(row))
		.map((row) => (row === changed ? { ...row, roles: 'MF IM' } : { ...row }));
	suspended.forEach((row) => suspend(row, 'Full', chance.day('2026-10-28', '2026-11-17')));
	return { list, before, suspended, since, changed, usual: exporters };
}

function drawAliases(chance, list) {
	return list.map((row) => ({
		...row,
		alias_scheme: ALIAS_SCHEME,
		alias: `KR${chance.digits(2)}${row.tin.slice(-4)}${chance.digits(4)}`,
	}));
}

/** A number with one typing error: two neighbours swapped, or one digit hit beside. */
function mistype(chance, tin) {
	const characters = [...tin];
	const places = characters.flatMap((character, place) => (/\d/.test(character) ? [place] : []));
	const place = chance.pick(places.slice(1));
	if (/\d/.test(characters[place - 1]) && characters[place - 1] !== characters[place]) {
		[characters[place - 1], characters[place]] = [characters[place], characters[place - 1]];
	} else {
		characters[place] = String((Number(characters[place]) + chance.whole(1, 9)) % 10);
	}
	return characters.join('');
}

/** Numbers of Mexican firms that have no certificate. */
function drawUnknown(chance, list) {
	const used = new Set(list.map((row) => row.tin.slice(2, -1)));
	return `MX${drawNumber(chance, 'MX', 'Comercial Sinlista, S.A. de C.V.', used)}`;
}

/** Big shippers lodge more often than small ones. */
function skewed(chance, firms) {
	return firms[Math.floor((chance.whole(0, 999) * chance.whole(0, 999) * firms.length) / 1e6)];
}

/** What a declaration says besides numbers. */
function drawGoods(chance) {
	return { goods: chance.pick(GOODS), value_usd: String(chance.whole(12, 2400) * 100) };
}

/** An import lodged at Costa Rica that names a Mexican exporter. */
function costaRicanImport(chance, importers, tin) {
	return {
		administration: 'CR',
		direction: 'Import',
		role: 'EX',
		foreign_tin: tin,
		domestic_tin: skewed(chance, importers).tin,
		country: 'MX',
		...drawGoods(chance),
	};
}

/** The export at Mexico that goes with an import at Costa Rica: the same firms and goods. */
function mirrored({ foreign_tin, domestic_tin, goods, value_usd }) {
	return {
		administration: 'MX',
		direction: 'Export',
		role: 'IM',
		foreign_tin: domestic_tin,
		domestic_tin: foreign_tin,
		goods,
		value_usd,
		country: 'CR',
	};
}

function drawDeclarations(chance, mexico, costaRica, korea) {
	const importers = costaRica.filter((row) => isGood(row) && hasRole(row, 'IM'));
	const exporters = costaRica.filter((row) => isGood(row) && hasRole(row, 'EX'));
	const enter = (tin) => costaRicanImport(chance, importers, tin);
	const some = (kind, draw) => Array.from({ length: COUNTS[kind] }, (_, place) => draw(place));
	const special = (kind, firms) =>
		some(kind, (place) => {
			const { tin } = firms[place % firms.length];
			return { ...enter(tin), case: kind, meant_tin: tin };
		});
	const usual = some('usual', () => enter(skewed(chance, mexico.usual).tin));
	const all = [
		...usual,
		...usual.slice(0, COUNTS.mexicanExport).map(mirrored),
		...special('suspended', mexico.suspended),
		...special('certifiedSince', mexico.since),
		...special('roleSince', [mexico.changed]),
		...some('mistyped', () => {
			const { tin } = skewed(chance, mexico.usual);
			return { ...enter(mistype(chance, tin)), case: 'mistyped', meant_tin: tin };
		}),
		...some('unknown', () => {
			return { ...enter(drawUnknown(chance, mexico.list)), case: 'unknown', meant_tin: '' };
		}),
		...some('pretender', () => {
			const [{ tin }] = mexico.usual;
			// A firm of Costa Rica that is on no list, and that the exporter has never heard of.
			return {
				...enter(tin),
				domestic_tin: 'CR3101990417',
				case: 'pretender',
				meant_tin: tin,
			};
		}),
		...some('alias', () => {
			const firm = chance.pick(korea.filter((row) => isGood(row) && hasRole(row, 'EX')));
			const entry = { ...enter(''), foreign_alias: firm.alias, country: 'KR' };
			return { ...entry, case: 'alias', meant_tin: firm.tin };
		}),
		...some('mexicanImport', () => ({
			...enter(skewed(chance, exporters).tin),
			administration: 'MX',
			domestic_tin: chance.pick(mexico.usual).tin,
			country: 'CR',
		})),
	];
	return lodge(chance, all);
}

/** Puts the declarations into the order of the day and numbers them for each administration. */
function lodge(chance, declarations) {
	const numbers = { CR: 0, MX: 0 };
	const times = declarations.map(() => chance.whole(7 * 60, 18 * 60 - 1)).sort((a, b) => a - b);
	return chance.shuffled(declarations).map((declaration, place) => {
		const { administration } = declaration;
		numbers[administration] += 1;
		const serial = String(numbers[administration]).padStart(4, '0');
		const time = [Math.floor(times[place] / 60), times[place] % 60];
		return {
			reference: `${administration}-${TODAY}-${serial}`,
			time: time.map((part) => String(part).padStart(2, '0')).join(':'),
			foreign_alias: '',
			...declaration,
		};
	});
}

/** All files of the pilot: name and content. */
function generate() {
	const lists = {};
	const chanceOf = (place) => {
		// The first draws of neighbouring seeds are alike, so some are thrown away.
		const chance = new Chance(SEED + place * 7919);
		chance.digits(20);
		return chance;
	};
	const mexico = drawMexico(chanceOf(1));
	['CR', 'PE', 'CO', 'CL', 'KR'].forEach((territory, place) => {
		lists[territory] = drawList(chanceOf(2 + place), territory);
		suspendSome(lists[territory]);
	});
	const korea = drawAliases(chanceOf(8), lists.KR);
	const declarations = drawDeclarations(chanceOf(9), mexico, lists.CR, korea);
	const cases = declarations.filter((declaration) => declaration.case !== undefined);
	const certified = { ...lists, MX: mexico.list, KR: korea };
	const registries = Object.entries(certified).map(([territory, list], place) => {
		return registryFiles(chanceOf(20 + place), territory, list);
	});
	return {
		'mx.csv': write(LIST_COLUMNS, mexico.list),
		'mx-last-month.csv': write(LIST_COLUMNS, mexico.before),
		'cr.csv': write(LIST_COLUMNS, lists.CR),
		'pe.csv': write(LIST_COLUMNS, lists.PE),
		'co.csv': write(LIST_COLUMNS, lists.CO),
		'cl.csv': write(LIST_COLUMNS, lists.CL),
		'kr.csv': write(ALIAS_COLUMNS, korea),
		'declarations.csv': write(DECLARATION_COLUMNS, declarations),
		'cases.csv': write(CASE_COLUMNS, cases),
		...Object.assign({}, ...registries),
		[CHARACTERS]: checkCharacters(),
	};
}

/** The files of the registry of an administration. */
function registryFiles(chance, territory, list) {
	const registry = drawRegistry(chance, territory, list);
	const files = Object.entries(REGISTRY_COLUMNS).map(([name, columns]) => {
		const path = `registry/${territory.toLowerCase()}/${name}.csv`;
		return [path, write(columns, registry[name])];
	});
	return Object.fromEntries(files);
}

/** The check characters of invented numbers by territory, place by place. */
function checkCharacters() {
	const committed = isComparing ? JSON.parse(readFileSync(join(HERE, CHARACTERS), 'utf8')) : {};
	const characters = Object.entries(KNOWN).map(([territory, count]) => {
		const bodies = Array.from({ length: count }, (_, place) => bodyOf(territory, place));
		// To find them takes a minute, to see that they pass some seconds.
		const found = isComparing
			? passing(territory, bodies, committed[territory])
			: charactersOf(tinCheck, territory, bodies);
		return [territory, found.join('')];
	});
	return `${JSON.stringify(Object.fromEntries(characters), undefined, '\t')}\n`;
}

function write(columns, rows) {
	return stringify(rows, { header: true, columns });
}

/** Those of these check characters with which the numbers of a territory pass. */
function passing(territory, bodies, characters) {
	const numbers = bodies.map((body, place) => `${body}${characters[place]}`);
	const checks = checksOf(tinCheck, territory, numbers);
	return [...characters].filter((_, place) => checks[place] === 'Passed');
}

/** The files in a folder here and in those below it, as paths from here. */
function below(folder) {
	return readdirSync(join(HERE, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = posix.join(folder, entry.name);
		return entry.isDirectory() ? below(path) : [path];
	});
}

/** Whether all that is committed is what was made. */
function isCommitted(files) {
	const committed = below('').filter((name) => /\.(csv|json)$/.test(name));
	const names = new Set([...Object.keys(files), ...committed]);
	const differing = [...names].filter((name) => {
		return !committed.includes(name) || readFileSync(join(HERE, name), 'utf8') !== files[name];
	});
	differing.forEach((name) => process.stderr.write(`${name} is not what is made.\n`));
	return differing.length === 0;
}

const files = generate();
if (isComparing) {
	process.exitCode = isCommitted(files) ? 0 : 1;
} else {
	Object.entries(files).forEach(([name, content]) => {
		mkdirSync(dirname(join(HERE, name)), { recursive: true });
		writeFileSync(join(HERE, name), content);
	});
}
