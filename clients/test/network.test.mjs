import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mebibytes, seconds, table } from '../network/text.mjs';
import { waitFor, withLimit } from '../network/wait.mjs';

test('table should align its columns', () => {
	assert.equal(
		table(['step', 'block'], [['vote', 7], ['a close', 12]]),
		['step     block', '-------  -----', 'vote         7', 'a close     12'].join('\n'),
	);
});

test('figures should be readable', () => {
	assert.equal(seconds(2.06), '2.1 s');
	assert.equal(mebibytes(152 * 1_048_576), '152 MiB');
	assert.equal(mebibytes(undefined), 'unknown');
});

test('waiting should give the value, and end with what was waited for', async () => {
	let asked = 0;
	const value = await waitFor('three', 5, async () => {
		asked += 1;
		return asked === 2 ? 'here' : undefined;
	});
	assert.equal(value, 'here');
	await assert.rejects(
		waitFor('rain', 0.1, async () => undefined),
		/Waited 0.1 s in vain: rain\./,
	);
});

test('limit should end a promise that never comes, and let others pass', async () => {
	assert.equal(await withLimit('now', 5, Promise.resolve(1)), 1);
	await assert.rejects(withLimit('never', 0.05, new Promise(() => {})), /in vain: never/);
	await assert.rejects(withLimit('bad', 5, Promise.reject(new Error('no'))), /^Error: no$/);
});
