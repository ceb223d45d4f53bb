import assert from 'node:assert/strict';
import { isAbsolute } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Misuse } from '../network/options.mjs';
import { HELP, readOptions } from '../options.mjs';

const FAKE = fileURLToPath(new URL('../network/fixtures/fake-node.mjs', import.meta.url));

function refused(message, ...args) {
	assert.throws(
		() => readOptions(args, {}),
		(error) => error instanceof Misuse && message.test(error.message),
		args.join(' '),
	);
}

test('help should be asked for in any place and name every option', () => {
	for (const args of [[], ['--help'], ['-h'], ['help'], ['run', '--help'], ['test', '--help']]) {
		assert.deepEqual(readOptions(args, {}), { help: true });
	}
	for (const option of ['node', 'base-port', 'data', 'logs', 'help', 'once', 'keep', 'tin-check']) {
		assert.ok(HELP.includes(`--${option}`), option);
	}
});

test('wrong command lines should be refused with a sentence', () => {
	refused(/^There is no command walk; there are run, test, faults, numbers and metadata-hash\.$/, 'walk');
	refused(/^There is no command toString/, 'toString');
	refused(/^Unknown option '--twice'\.$/, 'run', '--twice');
	refused(/^Unknown option '--once'\.$/, 'test', '--once');
	refused(/^Unknown option '--keep'\.$/, 'faults', '--keep');
	refused(/^Unexpected argument 'now'\.$/, 'run', 'now');
	refused(/argument missing\.$/, 'run', '--data');
	refused(/^There is no program \/no\/node\./, 'run', '--node', '/no/node');
	for (const port of ['80', '65497', 'x', '', '20000.5']) {
		refused(/ is not a number from 1024 to 65496\.$/, 'run', '--node', FAKE, '--base-port', port);
	}
});

test('options should be read', () => {
	const args = ['run', '--node', FAKE, '--aeo', FAKE, '--base-port', '1024', '--data', 'd', '--logs', 'l'];
	const options = readOptions([...args, '--once'], { LANG: 'es_CR.UTF-8' });
	assert.ok(isAbsolute(options.node));
	assert.deepEqual(
		{ ...options, node: undefined, aeo: undefined },
		{
			command: 'run',
			node: undefined,
			aeo: undefined,
			base: 1024,
			data: 'd',
			logs: 'l',
			once: true,
			keep: false,
			lang: 'es_CR.UTF-8',
		},
	);
});

test('the program that checks numbers should be named for that alone', () => {
	const args = ['numbers', '--node', FAKE, '--tin-check'];
	assert.equal(readOptions([...args, FAKE], {}).tinCheck, FAKE);
	refused(/^There is no program \/no\/program\./, ...args, '/no/program');
	refused(/^Unknown option '--tin-check'\.$/, 'test', '--tin-check', FAKE);
});

test('chain should be kept by option or by environment', () => {
	const keep = (args, environment) => readOptions(['run', '--node', FAKE, '--aeo', FAKE, ...args], environment).keep;
	assert.equal(keep([], {}), false);
	assert.equal(keep([], { KEEP: '1' }), true);
	assert.equal(keep(['--keep'], {}), true);
});
