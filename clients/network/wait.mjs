// Waiting with a limit, so that nothing here can hang.

import { setTimeout as sleep } from 'node:timers/promises';

/** How often a condition is looked at, in milliseconds. */
const INTERVAL = 400;

/** Gives the function that tells how many seconds have passed since. */
export function stopwatch() {
	const start = performance.now();
	return () => (performance.now() - start) / 1000;
}

/**
 * Asks `condition` until it gives something other than `undefined`, and gives that.
 * Fails after `limit` seconds with a sentence that names `what` was waited for.
 */
export async function waitFor(what, limit, condition) {
	const deadline = performance.now() + limit * 1000;
	for (;;) {
		const value = await condition();
		if (value !== undefined) {
			return value;
		}
		if (performance.now() > deadline) {
			throw new Error(`Waited ${limit} s in vain: ${what}.`);
		}
		await sleep(INTERVAL);
	}
}

/** Gives what `promise` gives, or fails after `limit` seconds with a sentence that names `what`. */
export async function withLimit(what, limit, promise) {
	const stop = new AbortController();
	const timeout = sleep(limit * 1000, undefined, { signal: stop.signal }).then(() => {
		throw new Error(`Waited ${limit} s in vain: ${what}.`);
	});
	try {
		return await Promise.race([promise, timeout]);
	} finally {
		stop.abort();
		timeout.catch(() => {});
	}
}
