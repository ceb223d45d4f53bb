// Writes clients/test/agreement-types.json, from which the tests know the codes and the form of a
// leg without a chain: the type of a leg, and all that it is made of, out of the metadata of a
// running node. To be written anew when a leg changes:
//
//     node clients/agreements/types.mjs ws://127.0.0.1:9944

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connect } from '../chain/chain.mjs';

const FILE = fileURLToPath(new URL('../test/agreement-types.json', import.meta.url));

/** The path of a leg's type. */
const LEG_PATH = 'pallet_agreements::types::LegTerms';

/** The ids of the types that a type is made of. */
function partsOf({ def }) {
	const [[kind, content]] = Object.entries(def);
	const partsByKind = {
		composite: () => content.fields.map(({ type }) => type),
		variant: () => content.variants.flatMap(({ fields }) => fields.map(({ type }) => type)),
		sequence: () => [content.type],
		array: () => [content.type],
		compact: () => [content.type],
		tuple: () => content,
		primitive: () => [],
	};
	return partsByKind[kind]();
}

/** A type and all that it is made of, by id. */
function closureOf(types, id, found = new Map()) {
	if (!found.has(id)) {
		const type = types[id];
		found.set(id, type);
		partsOf(type).forEach((part) => closureOf(types, part, found));
	}
	return found;
}

/** Without documentation, which the tests don't need. */
function undocumented(value) {
	if (Array.isArray(value)) {
		return value.map(undocumented);
	}
	if (typeof value !== 'object' || value === null) {
		return value;
	}
	const entries = Object.entries(value).filter(([key]) => key !== 'docs');
	return Object.fromEntries(entries.map(([key, part]) => [key, undocumented(part)]));
}

const chain = await connect(process.argv[2]);
const types = chain.api.registry.lookup.types.map(({ type }) => type.toJSON());
const leg = types.findIndex(({ path }) => path.join('::') === LEG_PATH);
const closure = [...closureOf(types, leg)].sort(([one], [other]) => one - other);
const lines = closure.map(([id, type]) => `\t${JSON.stringify([id, undocumented(type)])}`);
writeFileSync(FILE, `[\n${lines.join(',\n')}\n]\n`);
await chain.close();
