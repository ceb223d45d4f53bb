// Opens vectors of sealed lists, and works out what they are made of, from the design alone and with other
// libraries than the Rust crate: `node clients/sealed/main.mjs [FOLDER]`. With `--write` it makes own ones
// of a registry, for others to open.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRegistry } from '../firms/registry.mjs';
import { Misuse, parse } from '../network/options.mjs';
import { say } from '../network/text.mjs';
import { CLASSES, recordOf } from './records.mjs';
import { differencesOf, makeHolder, makeList, makeRefused } from './vectors.mjs';

const HELP = `Usage: node clients/sealed/main.mjs [FOLDER]
       node clients/sealed/main.mjs --write FOLDER

Opens the vectors in a folder (clients/sealing/vectors) and compares everything with what it works out.

  --write FOLDER   makes own vectors of Mexico's registry of the pilot there instead
  --help           this text
`;

const VECTORS = fileURLToPath(new URL('../sealing/vectors', import.meta.url));
const REGISTRY = fileURLToPath(new URL('../../chain-specs/pilot/registry/mx', import.meta.url));

/** The certificates of own vectors, by their ordinals: of the edges of pages, and one with many sites. */
const ORDINALS = [0, 49, 50, 80, 299];

/** The records of these certificates of the pilot's Mexico, as texts. */
function pilotRecords() {
	const registry = readRegistry(REGISTRY);
	const largest = registry.findIndex(({ sites }) => sites.Site.length === 64);
	const ordinals = [...new Set([...ORDINALS, largest])].sort((one, other) => one - other);
	return ordinals.flatMap((ordinal) => {
		const firm = registry[ordinal];
		return Object.keys(CLASSES)
			.filter((name) => firm[name] !== undefined)
			.map((name) => ({
				ordinal,
				record: recordOf('MX', firm.certificate, name, 1, firm[name]),
			}));
	});
}

async function write(folder) {
	const records = pilotRecords();
	const ofFirst = records.filter(({ ordinal }) => ordinal === 0).map(({ record }) => record);
	const vectors = {
		'list-of-many-sites.json': await makeList('MX', 'CR', 7, records),
		'list-of-one-record.json': await makeList('MX', 'PE', 1, records.slice(-1)),
		'list-of-nothing.json': await makeList('MX', 'CO', 2, []),
		'holder.json': await makeHolder('MX', ofFirst),
		'refused.json': makeRefused(ofFirst),
	};
	mkdirSync(folder, { recursive: true });
	for (const [name, vector] of Object.entries(vectors)) {
		writeFileSync(join(folder, name), `${JSON.stringify(vector, undefined, '\t')}\n`);
		say(join(folder, name));
	}
	return 0;
}

async function check(folder) {
	const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
	if (names.length === 0) {
		throw new Misuse(`There is no vector in ${folder}.`);
	}
	let isGood = true;
	for (const name of names.sort()) {
		const differences = await differencesOf(
			JSON.parse(readFileSync(join(folder, name), 'utf8')),
		);
		isGood &&= differences.length === 0;
		say(`${name}: ${differences.length === 0 ? 'as it is worked out' : 'differs'}`);
		differences.forEach(([what, stands, found]) => {
			say(`  ${what}: ${JSON.stringify(stands)} instead of ${JSON.stringify(found)}`);
		});
	}
	return isGood ? 0 : 1;
}

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = { write: { type: 'string' }, help: { type: 'boolean', default: false } };

async function run(args) {
	const { values, positionals } = parse({ args, options: OPTIONS, allowPositionals: true });
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	if (positionals.length > (values.write === undefined ? 1 : 0)) {
		throw new Misuse(`"${positionals.at(-1)}" is one folder too many.`);
	}
	return values.write === undefined ? check(positionals[0] ?? VECTORS) : write(values.write);
}

try {
	process.exitCode = await run(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`${error instanceof Misuse ? error.message : error.stack}\n`);
	process.exitCode = error instanceof Misuse ? 2 : 1;
}
