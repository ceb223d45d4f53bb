// What partners do, as it happens: the node's feed, from where the page has heard it last. A node tells it; the light
// client has no feed, since nothing in it could be proven.

import { useEffect, useState } from 'react';

/** A line of the feed, as far as it is shown. */
export interface Told {
	id: string;
	op: 'put' | 'due' | 'retract' | 'resync';
	kind?: string;
	what?: string;
	issuer?: string;
	number?: string;
	tin?: string;
	effect?: string;
	early?: boolean;
	block: { number: number; time: number };
}

/** How it stands with the feed. */
export type FeedState = 'connecting' | 'open' | 'none';

/** How many lines are kept. */
const MOST = 50;

/** How long it takes until a feed that broke is opened again, in milliseconds: at first, and at most. */
const AGAIN = { first: 1_000, most: 30_000 };

/** How long a feed may be silent: it says something every ten seconds. */
const SILENT = 30_000;

/** A node that keeps no feed says that it knows no such method. */
const NO_METHOD = -32601;

/** What a node says that can't go on from a cursor: its feed begins later, or the cursor is none of its own. */
const LOST = [9004, 9005];

interface Message {
	id?: number;
	error?: { code: number };
	method?: string;
	params?: { result?: { entries: Told[]; cursor: string }; error?: { code: number } };
}

/** Hears what concerns a grantor through a node, as long as it is called; `tell` and `stand` hear of it. Gives how it ends. */
export function listen(
	address: string,
	grantor: string,
	tell: (lines: Told[]) => void,
	stand: (state: FeedState) => void,
): () => void {
	let socket: WebSocket | undefined;
	let cursor: string | undefined;
	let wait = AGAIN.first;
	let isOver = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const again = () => {
		clearTimeout(timer);
		if (!isOver) {
			stand('connecting');
			timer = setTimeout(begin, wait);
			wait = Math.min(2 * wait, AGAIN.most);
		}
	};
	const watch = () => {
		clearTimeout(timer);
		timer = setTimeout(() => socket?.close(), SILENT);
	};
	const hear = ({ error, params }: Message) => {
		if (error?.code === NO_METHOD) {
			isOver = true;
			stand('none');
			socket?.close();
			return;
		}
		const problem = error ?? params?.error;
		if (problem !== undefined) {
			if (LOST.includes(problem.code)) {
				// What was missed is among what waits to be acknowledged.
				cursor = undefined;
			}
			socket?.close();
			return;
		}
		watch();
		if (params?.result !== undefined) {
			stand('open');
			wait = AGAIN.first;
			cursor = params.result.cursor;
			tell(params.result.entries);
		}
	};
	const begin = () => {
		const opened = new WebSocket(address);
		socket = opened;
		watch();
		opened.onopen = () => {
			const params = cursor === undefined ? [grantor] : [grantor, { cursor }];
			opened.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'aeo_subscribeChanges', params }));
		};
		opened.onmessage = ({ data }) => hear(JSON.parse(String(data)) as Message);
		opened.onclose = again;
	};
	begin();
	return () => {
		isOver = true;
		clearTimeout(timer);
		socket?.close();
	};
}

/** The last lines of a grantor's feed, the latest first; nothing is asked where there is no address. */
export function useFeed(address: string | undefined, grantor: string): { lines: Told[]; state: FeedState } {
	const [lines, setLines] = useState<Told[]>([]);
	const [state, setState] = useState<FeedState>('connecting');
	useEffect(() => {
		setLines([]);
		if (address === undefined) {
			return undefined;
		}
		return listen(
			address,
			grantor,
			(told) => setLines((before) => [...[...told].reverse(), ...before].slice(0, MOST)),
			setState,
		);
	}, [address, grantor]);
	return { lines, state };
}
