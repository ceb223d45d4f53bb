import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freeBase, isFree, portsOf } from '../network/nodes.mjs';

const MAIN = fileURLToPath(new URL('../main.mjs', import.meta.url));
const FAKE = fileURLToPath(new URL('../network/fixtures/fake-node.mjs', import.meta.url));

test('wrong command line should end with a sentence and exit code 2', () => {
	const { status, stderr } = spawnSync(process.execPath, [MAIN, 'walk'], { encoding: 'utf8' });
	assert.equal(status, 2, stderr);
	assert.match(stderr, /^There is no command walk(.*)\n(.*)--help(.*)\n$/);
});

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

for (const signal of SIGNALS) {
	test(`${signal} should leave no process`, { timeout: 60_000 }, async () => {
		const folder = mkdtempSync(join(tmpdir(), 'aeo-main-'));
		const base = await freeBase(5);
		const child = spawn(
			process.execPath,
			[MAIN, 'run', '--node', FAKE, '--aeo', FAKE, '--base-port', String(base), '--data', folder],
			{ stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, LANG: 'C' } },
		);
		let said = '';
		await new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
			child.stdout.on('data', (data) => {
				said += data;
				if (said.match(/is up after/g)?.length === 4) {
					resolve();
				}
			});
		});
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		assert.ok((await ended) > 128);
		for (const place of [0, 1, 2, 3]) {
			assert.ok(await isFree(portsOf(place, base).rpc), `node ${place} is gone`);
		}
		assert.match(readFileSync(join(folder, 'logs', 'mx.log'), 'utf8'), /--alice --validator/);
		rmSync(folder, { recursive: true });
	});
}
