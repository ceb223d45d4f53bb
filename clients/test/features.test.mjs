import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadConfiguration, loadSources } from '@cucumber/cucumber/api';
import { clocksAt } from '../features/ground.mjs';

const CUCUMBER = fileURLToPath(
	new URL('../node_modules/@cucumber/cucumber/bin/cucumber.js', import.meta.url),
);

const FOLDER = fileURLToPath(new URL('../features/', import.meta.url));

/** Scenarios of the specification that are not told here; features/README.md says where they are. */
const ELSEWHERE = [6, 18, 19, 20];

/** The scenarios of a language, `{ number, steps }`, in the order of their numbers. */
async function scenariosOf(lang) {
	const { runConfiguration } = await loadConfiguration(
		{ file: false, provided: { paths: [join(FOLDER, lang)] } },
		{ cwd: FOLDER },
	);
	const { plan, errors } = await loadSources(runConfiguration.sources, { cwd: FOLDER });
	assert.deepEqual(errors, []);
	return plan
		.map(({ name, uri, location }) => {
			const lines = readFileSync(join(FOLDER, uri), 'utf8').split('\n').slice(location.line);
			const end = lines.findIndex((line) => line.trim() === '');
			const steps = lines.slice(0, end === -1 ? lines.length : end);
			return { number: Number.parseInt(name, 10), steps };
		})
		.sort((one, other) => one.number - other.number);
}

/** What a step says that is the same in both languages: names between quotes, and numbers. */
function namedIn(step) {
	return step.match(/"[^"]*"|\d+/g) ?? [];
}

test('both languages should tell the same scenarios with the same steps', async () => {
	const [spanish, english] = await Promise.all(['es', 'en'].map(scenariosOf));
	const outlineOf = (scenarios) => {
		return scenarios.map(({ number, steps }) => [number, steps.map(namedIn)]);
	};
	assert.deepEqual(outlineOf(spanish), outlineOf(english));
	assert.ok(spanish.every(({ steps }) => steps.length >= 3));
});

test('each scenario of the specification should be told, but for those that are elsewhere', async () => {
	const told = new Set((await scenariosOf('es')).map(({ number }) => number));
	const all = Array.from({ length: 27 }, (_, place) => place + 1);
	assert.deepEqual([...told], all.filter((number) => !ELSEWHERE.includes(number)));
	const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
	const listed = [...readme.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
	assert.deepEqual(listed, ELSEWHERE);
});

for (const lang of ['es', 'en']) {
	test(`each sentence should be understood, once: ${lang}`, () => {
		// Cucumber takes definitions from modules once in a process.
		const { status, stdout } = spawnSync(
			process.execPath,
			[CUCUMBER, '--dry-run', '--strict', '--import', 'steps/*.mjs', lang],
			{ cwd: FOLDER, encoding: 'utf8' },
		);
		assert.equal(status, 0, stdout);
		assert.match(stdout, /^24 scenarios \(24 skipped\)$/m);
	});
}

test('the day of Bolivia should end on a whole minute, soon, where its clock says so', () => {
	for (const now of [0, 1, 59_999, 1_764_000_000_000, 1_764_042_719_001]) {
		const { clocks, midnight } = clocksAt(now);
		assert.equal(midnight % 60_000, 0);
		assert.ok(midnight - now >= 180_000 && midnight - now < 240_000);
		assert.equal((midnight + clocks.BO * 60_000) % 86_400_000, 0);
		assert.ok(Math.abs(clocks.BO) <= 720);
	}
});
