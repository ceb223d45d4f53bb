// Reads a list beside the page, which goes on meanwhile; for each list anew, so that nothing of one is there when
// another is read.

import wasm from 'aeo-lists-wasm?url';
import { readWith, type How, type Outcome } from './module';

/** What the page sends, and what it is sent. */
export interface Question {
	list: Uint8Array;
	how: How;
}
export type Answer = { outcome: Outcome } | { failed: 'Damaged' | 'Unreadable' };

async function answer({ list, how }: Question): Promise<Answer> {
	const response = await fetch(wasm);
	if (!response.ok) {
		return { failed: 'Unreadable' };
	}
	const module = await response.arrayBuffer();
	return readWith(module, list, how).then(
		(outcome) => ({ outcome }),
		() => ({ failed: 'Damaged' }),
	);
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
	void answer(data)
		.catch((): Answer => ({ failed: 'Unreadable' }))
		.then((told) => postMessage(told));
});
