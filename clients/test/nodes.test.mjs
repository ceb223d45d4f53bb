import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
	Network,
	ensurePortsFree,
	freeBase,
	isFree,
	lastLines,
	metricOf,
	nodeKeyOf,
	peerIdOf,
	portsOf,
} from '../network/nodes.mjs';

const FAKE = fileURLToPath(new URL('../network/fixtures/fake-node.mjs', import.meta.url));

let folder;
let network;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'aeo-nodes-'));
	network = new Network({
		binary: FAKE,
		data: join(folder, 'data'),
		logs: join(folder, 'logs'),
		base: await freeBase(3),
		chain: ['--chain', 'local'],
	});
});

afterEach(async () => {
	await network.stop();
	rmSync(folder, { recursive: true });
});

function add(id, ...options) {
	return network.add({ id, name: `the node of ${id}`, options });
}

test('usual ports of five nodes should not collide', () => {
	const ports = [0, 1, 2, 3, 4].flatMap((place) => Object.values(portsOf(place)));
	assert.equal(new Set(ports).size, ports.length);
	assert.deepEqual(portsOf(0), { p2p: 30333, websocket: 30343, rpc: 9944, prometheus: 9615 });
});

test('ports of ten nodes on one base should not collide and stay within it', () => {
	const places = Array.from({ length: 10 }, (_, place) => place);
	const ports = places.flatMap((place) => Object.values(portsOf(place, 2000)));
	assert.equal(new Set(ports).size, 40);
	assert.equal(Math.min(...ports), 2000);
	assert.equal(Math.max(...ports), 2039);
});

test('peer id should be that of the known key', () => {
	// The key 0…01 and its peer id are in the documentation of many development networks.
	assert.equal(
		peerIdOf(nodeKeyOf(0)),
		'12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp',
	);
	assert.notEqual(peerIdOf(nodeKeyOf(1)), peerIdOf(nodeKeyOf(0)));
});

test('nodes should start with their own ports and know the earlier ones', async () => {
	const nodes = [add('mx', '--alice'), add('cr', '--bob')];
	await Promise.all(nodes.map((node) => node.start()));
	assert.ok(nodes.every((node) => node.isRunning));
	const second = readFileSync(nodes[1].log, 'utf8');
	assert.match(second, /--chain local --bob/);
	assert.match(second, new RegExp(`--bootnodes /ip4/127.0.0.1/tcp/\\d+/p2p/${nodes[0].peerId}`));
	assert.doesNotMatch(readFileSync(nodes[0].log, 'utf8'), /bootnodes/);
	await network.stop();
	assert.ok(nodes.every((node) => !node.isRunning));
	assert.ok(await isFree(nodes[0].ports.rpc));
});

test('node that dies at its start should be reported with its last words', async () => {
	const node = add('mx', '--die');
	await assert.rejects(node.start(), /the node of mx ended unexpectedly \(exit code 3\)/);
	await assert.rejects(network.death, /the last word/);
});

test('program that is not there should be reported', async () => {
	const other = new Network({ ...network.settings, binary: '/no/such/program' });
	const node = other.add({ id: 'mx', name: 'the node of mx', options: [] });
	await assert.rejects(node.start(), /ENOENT/);
});

test('node that dies later should fail the network', async () => {
	const node = add('mx');
	await node.start();
	await node.rpc('die').catch(() => {});
	await assert.rejects(network.death, /exit code 4(.|\n)*the last word/);
});

test('killed and stopped nodes should not fail the network, and may start again', async () => {
	const node = add('mx');
	await node.start();
	await node.kill();
	assert.equal(node.isRunning, false);
	await node.start();
	await node.stop();
	const silence = new Promise((resolve) => setTimeout(resolve, 200, 'alive'));
	assert.equal(await Promise.race([network.death, silence]), 'alive');
	assert.equal(readFileSync(node.log, 'utf8').match(/arguments:/g)?.length, 2);
});

test('node that ignores SIGTERM should be killed', { timeout: 20_000 }, async () => {
	const node = add('mx', '--deaf');
	await node.start();
	await node.stop();
	assert.equal(node.isRunning, false);
});

test('question that is refused should fail with the method and the message', async () => {
	const node = add('mx');
	await node.start();
	await assert.rejects(node.rpc('no_such'), /no_such: Method not found/);
});

test('memory should be known while a node runs', { skip: !existsSync('/proc') }, async () => {
	const node = add('mx');
	assert.equal(node.memory(), undefined);
	await node.start();
	assert.ok(node.memory() > 1_000_000);
});

test('busy port should be named, with its use and what to do', async () => {
	const node = add('mx');
	await ensurePortsFree([node]);
	const server = createServer().listen(node.ports.rpc, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	try {
		await assert.rejects(
			ensurePortsFree([node]),
			new RegExp(`Port ${node.ports.rpc} \\(rpc of the node of mx\\)(.|\\n)*--base-port`),
		);
	} finally {
		server.close();
	}
});

test('forgetting should delete the data of the nodes and nothing else', () => {
	const node = add('mx');
	const other = join(folder, 'data', 'letters');
	mkdirSync(node.folder, { recursive: true });
	mkdirSync(other);
	network.forget();
	assert.ok(!existsSync(node.folder));
	assert.ok(existsSync(other));
});

test('last lines should be the last ones, and none of a file that is not there', () => {
	const path = join(folder, 'log');
	writeFileSync(path, Array.from({ length: 30 }, (_, line) => `${line}\n`).join(''));
	assert.equal(lastLines(path).length, 20);
	assert.equal(lastLines(path).at(-1), '29');
	assert.deepEqual(lastLines(join(folder, 'none')), []);
});

test('a metric should be read by its whole name, with labels or without', () => {
	const metrics = [
		'# TYPE found gauge',
		'found{chain="aeo-local"} 3',
		'found_before{chain="aeo-local"} 7',
		'blocks 12',
	].join('\n');
	assert.equal(metricOf(metrics, 'found'), 3);
	assert.equal(metricOf(metrics, 'blocks'), 12);
	assert.equal(metricOf(metrics, 'lost'), 0);
});
