// A load: requests that are due at a rate, whether answers come or not, over connections that are kept.

import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** The value below which a share of sorted numbers is. */
export function quantile(sorted, share) {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Sends one request, and gives its status once all of the answer is there. */
function send(agent, url, headers, body) {
	return new Promise((resolve, reject) => {
		const sent = request(url, { agent, method: 'POST', headers }, (response) => {
			response.on('data', () => {});
			response.on('end', () => resolve(response.statusCode));
			response.on('error', reject);
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

/**
 * Sends `rate` requests a second for `seconds`, each with the body that `bodyOf` gives for its place. Gives how
 * many were answered a second, and the times from the moment when each was due, in milliseconds.
 */
export async function loadWith(url, headers, { rate, seconds, connections, bodyOf }) {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const times = [];
	const others = new Map();
	const count = rate * seconds;
	const start = performance.now();
	const sent = [];
	for (let place = 0; place < count; place += 1) {
		const due = start + (place * 1000) / rate;
		const early = due - performance.now();
		if (early > 1) {
			await sleep(early);
		}
		sent.push(
			send(agent, url, headers, bodyOf(place)).then((status) => {
				times.push(performance.now() - due);
				if (status !== 200) {
					others.set(status, (others.get(status) ?? 0) + 1);
				}
			}),
		);
	}
	await Promise.all(sent);
	const took = (performance.now() - start) / 1000;
	agent.destroy();
	times.sort((one, other) => one - other);
	return {
		rate: count / took,
		p50: quantile(times, 0.5),
		p99: quantile(times, 0.99),
		most: times[times.length - 1],
		others: Object.fromEntries(others),
	};
}
