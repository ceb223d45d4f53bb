// Something between a client and a node that can be cut.

import { connect, createServer } from 'node:net';

/** Passes on what it gets, until its end. */
export class Between {
	#server;
	#sockets = new Set();

	/** Its address. */
	url = '';

	/** One before the node at an address. */
	static async of(address) {
		const between = new Between();
		await between.#listen(Number(new URL(address).port));
		return between;
	}

	#listen(port) {
		this.#server = createServer((client) => {
			const node = connect(port, '127.0.0.1');
			client.pipe(node).pipe(client);
			for (const socket of [client, node]) {
				this.#sockets.add(socket);
				socket.on('error', () => socket.destroy());
				socket.on('close', () => this.#sockets.delete(socket));
			}
		});
		return new Promise((resolve, reject) => {
			this.#server.once('error', reject);
			this.#server.listen(0, '127.0.0.1', () => {
				this.url = `http://127.0.0.1:${this.#server.address().port}`;
				resolve(undefined);
			});
		});
	}

	/** Cuts all connections, and takes no more. */
	end() {
		this.#server.close();
		for (const socket of this.#sockets) {
			socket.destroy();
		}
	}
}
