// Who receives webhooks: it checks the signature of each message by the standard's own library.

import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** Listens for messages, each checked; `end` ends it. */
export async function openReceiver(secret) {
	const webhook = new Webhook(secret);
	const messages = [];
	const refused = [];
	let status = 200;
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (bytes) => (body += bytes));
		request.on('end', () => {
			try {
				/** @type {any} */
				const headers = request.headers;
				const message = webhook.verify(body, headers);
				messages.push({ id: request.headers['webhook-id'], status, message });
			} catch (error) {
				refused.push(error);
			}
			response.writeHead(status).end();
		});
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	/** @type {any} */
	const address = server.address();
	return {
		url: `http://127.0.0.1:${address.port}/hook`,
		messages,
		refused,
		answer: (code) => (status = code),
		end: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
