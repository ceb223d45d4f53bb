// Who may import whom: README.md beside the folders has the table.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CLIENTS = fileURLToPath(new URL('..', import.meta.url));

/** The folders by their floors; `.` are the programs beside the folders. */
const FLOORS = [
	['network', 'texts'],
	['chain'],
	['firms'],
	[
		...['acts', 'agreements', 'attacks', 'bench', 'checks', 'credentials', 'day', 'examples'],
		...['features', 'founding', 'gateway', 'hostile', 'loading', 'mirror', 'offices', 'portal', 'receipts', 'reliability'],
		...['sealed', 'story', 'transcripts'],
	],
	['.'],
	['test'],
];

/** What is imported, and from where; what is imported when it runs counts too. */
const IMPORT = /^(?:import|export) ([^;'"]*?)from ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)|^import ['"]([^'"]+)['"]/gm;

const EXPORT = /^export (?:async )?(?:function\*?|class|const|let) (\w+)/gm;

/** All modules, as paths within the folder. */
function modules() {
	return readdirSync(CLIENTS, { withFileTypes: true })
		.filter(({ name }) => name !== 'node_modules')
		.flatMap((entry) => (entry.isDirectory() ? below(entry.name) : [entry.name]))
		.filter((path) => path.endsWith('.mjs'));
}

function below(folder) {
	return readdirSync(join(CLIENTS, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? below(path) : [path];
	});
}

/** The imports of one's own modules, `{ from, to, names }`, as paths within the folder. */
function importsOf(from, source) {
	return [...source.matchAll(IMPORT)]
		.map(([, what = '', ...paths]) => ({ what, path: paths.find((path) => path !== undefined) }))
		.filter(({ path }) => path.startsWith('.'))
		.map(({ what, path }) => ({
			from,
			to: normalize(join(dirname(from), path)),
			names: namesIn(what),
		}));
}

/** The names between braces, as the imported module has them. */
function namesIn(what) {
	const [, listed = ''] = /\{([^}]*)\}/.exec(what) ?? [];
	return listed
		.split(',')
		.map((name) => name.trim().split(/\s+as\s+/)[0])
		.filter((name) => name !== '');
}

/** The folder to which a module belongs. */
function folderOf(path) {
	return path.includes('/') ? path.slice(0, path.indexOf('/')) : '.';
}

function floorOf(path) {
	return FLOORS.findIndex((folders) => folders.includes(folderOf(path)));
}

/** The modules of a circle, from the first to itself again, if there is one. */
function circleIn(imports) {
	const targets = new Map();
	imports.forEach(({ from, to }) => targets.set(from, [...(targets.get(from) ?? []), to]));
	const done = new Set();
	const search = (module, path) => {
		if (path.includes(module)) {
			return [...path.slice(path.indexOf(module)), module];
		}
		if (done.has(module)) {
			return undefined;
		}
		for (const target of targets.get(module) ?? []) {
			const circle = search(target, [...path, module]);
			if (circle !== undefined) {
				return circle;
			}
		}
		done.add(module);
		return undefined;
	};
	for (const module of targets.keys()) {
		const circle = search(module, []);
		if (circle !== undefined) {
			return circle;
		}
	}
	return undefined;
}

const sources = new Map(
	modules().map((path) => [path, readFileSync(join(CLIENTS, path), 'utf8')]),
);
const all = [...sources].flatMap(([path, source]) => importsOf(path, source));
/** Those between modules of these folders; the lists of the pilot are elsewhere. */
const imports = all.filter(({ to }) => !to.startsWith('..'));

test('every folder should have its floor', () => {
	const folders = new Set([...sources.keys()].map(folderOf));
	assert.deepEqual([...folders].sort(), FLOORS.flat().sort());
});

test('what is imported should exist', () => {
	const missing = all.filter(({ to }) => !existsSync(join(CLIENTS, to)));
	assert.deepEqual(missing, []);
	const unknown = imports.flatMap(({ from, to, names }) => {
		const exported = [...(sources.get(to) ?? '').matchAll(EXPORT)].map(([, name]) => name);
		return names.filter((name) => !exported.includes(name)).map((name) => ({ from, to, name }));
	});
	assert.deepEqual(unknown, []);
	assert.ok(imports.length > 200, 'otherwise this test shows nothing');
});

test('imports should go downwards, or stay within their folder', () => {
	const wrong = imports.filter(({ from, to }) => {
		return folderOf(from) !== folderOf(to) && floorOf(from) <= floorOf(to);
	});
	assert.deepEqual(
		wrong.map(({ from, to }) => `${from} imports ${to}`),
		[],
	);
});

test('no module should import itself by a circle', () => {
	assert.equal(circleIn(imports)?.join(' -> '), undefined);
	const circle = [
		{ from: 'a', to: 'b' },
		{ from: 'b', to: 'c' },
		{ from: 'c', to: 'b' },
	];
	assert.deepEqual(circleIn(circle), ['b', 'c', 'b']);
});

test('the table of the README should be that of this test', () => {
	const readme = readFileSync(join(CLIENTS, 'README.md'), 'utf8');
	const rows = [...readme.matchAll(/^\| (\d) \| ([^|]*) \|/gm)];
	const folders = rows.map(([, floor, cell]) => {
		return [Number(floor), [...cell.matchAll(/`(\w+)\/`/g)].map(([, name]) => name).sort()];
	});
	const floors = FLOORS.map((names, floor) => [floor, names.filter((name) => name !== '.').sort()]);
	assert.deepEqual(folders.reverse(), floors);
});

test('what is outside should be imported by firms and tests alone', () => {
	const outside = all.filter(({ to }) => to.startsWith('..'));
	const wrong = outside.filter(({ from }) => !['firms', 'test'].includes(folderOf(from)));
	assert.deepEqual(wrong, []);
	assert.ok(outside.every(({ to }) => to.startsWith('../chain-specs/')));
});
