// The feed in the portal: it goes on from where it was, and says where there is none.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import test from 'node:test';
import { WebSocket, WebSocketServer } from 'ws';
import { moduleOf } from './portal-modules.mjs';

/** A node that answers each subscription by `answer`, and notes what was asked. */
async function nodeThat(answer) {
	const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
	await once(server, 'listening');
	const asked = [];
	server.on('connection', (socket) => {
		socket.on('message', (data) => {
			const { params } = JSON.parse(String(data));
			asked.push(params);
			answer(socket, asked.length);
		});
	});
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return { server, asked, address: `ws://127.0.0.1:${port}` };
}

const send = (socket, message) => socket.send(JSON.stringify({ jsonrpc: '2.0', ...message }));
const batch = (entries, cursor) => ({ method: 'aeo_change', params: { subscription: 's', result: { entries, cursor } } });

/** Listens until `isOver`, of what was told and how it stood. */
async function listenTo({ server, address }, isOver) {
	const { listen } = await moduleOf('chain/feed.ts');
	Object.assign(globalThis, { WebSocket });
	const told = [];
	const states = [];
	await new Promise((resolve) => {
		const look = () => isOver(told, states) && resolve(undefined);
		const end = listen(
			address,
			'MX',
			(lines) => {
				told.push(...lines);
				look();
			},
			(state) => {
				states.push(state);
				look();
			},
		);
		server.on('close', end);
	});
	server.clients.forEach((socket) => socket.terminate());
	await new Promise((resolve) => server.close(resolve));
	return { told, states };
}

test('a feed that breaks should go on from its cursor', async () => {
	const node = await nodeThat((socket, turn) => {
		send(socket, { id: 1, result: 's' });
		send(socket, batch([{ id: `line ${turn}` }], `cursor ${turn}`));
		if (turn === 1) {
			socket.close();
		}
	});
	const { told, states } = await listenTo(node, (lines) => lines.length === 2);
	assert.deepEqual(told.map(({ id }) => id), ['line 1', 'line 2']);
	assert.deepEqual(node.asked, [['MX'], ['MX', { cursor: 'cursor 1' }]]);
	assert.ok(states.includes('connecting'));
});

test('a feed that can\'t go on from its cursor should begin anew', async () => {
	const node = await nodeThat((socket, turn) => {
		send(socket, { id: 1, result: 's' });
		if (turn === 1) {
			send(socket, batch([], 'cursor 1'));
			socket.close();
		} else if (turn === 2) {
			send(socket, { method: 'aeo_change', params: { subscription: 's', error: { code: 9005 } } });
		} else {
			send(socket, batch([{ id: 'line' }], 'cursor 3'));
		}
	});
	await listenTo(node, (lines) => lines.length === 1);
	assert.deepEqual(node.asked, [['MX'], ['MX', { cursor: 'cursor 1' }], ['MX']]);
});

test('a feed that the node can\'t tell yet should go on from its cursor, and not be open until it says something', async () => {
	const node = await nodeThat((socket, turn) => {
		if (turn === 2) {
			send(socket, { id: 1, error: { code: 9007, message: 'ask again in a moment' } });
			return;
		}
		send(socket, { id: 1, result: 's' });
		send(socket, batch(turn === 1 ? [] : [{ id: 'line' }], `cursor ${turn}`));
		if (turn === 1) {
			socket.close();
		}
	});
	const { states } = await listenTo(node, (lines) => lines.length === 1);
	assert.deepEqual(node.asked, [['MX'], ['MX', { cursor: 'cursor 1' }], ['MX', { cursor: 'cursor 1' }]]);
	assert.deepEqual(states, ['open', 'connecting', 'connecting', 'open']);
});

test('a node without a feed should be asked once', async () => {
	const node = await nodeThat((socket) => send(socket, { id: 1, error: { code: -32601, message: 'no feed' } }));
	const { told, states } = await listenTo(node, (_, all) => all.includes('none'));
	assert.deepEqual([told, states], [[], ['none']]);
	assert.equal(node.asked.length, 1);
});
