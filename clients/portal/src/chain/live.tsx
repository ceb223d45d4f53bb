// The chain as it is now: who answers, the last final block, and questions that are asked again with it.

import {
	createContext,
	useContext,
	useEffect,
	useMemo,
	useRef,
	useState,
	type ReactNode,
} from 'react';
import { keep, kept } from '../kept';
import { open, type Api, type Connection, type Reached, type Source } from './connection';
import type { Network } from './network';

/** A block that can't be undone any more. */
export interface FinalBlock {
	number: number;
	hash: string;
	/** When this page heard of it, in milliseconds of this machine's clock. */
	heard: number;
}

interface Live {
	network: Network;
	source: Source;
	choose: (source: Source) => void;
	reached: Reached;
	connection: Connection | undefined;
	final: FinalBlock | undefined;
	/** Counts what this page has changed on the chain: then all is asked anew. */
	changes: number;
	changed: () => void;
}

const LiveContext = createContext<Live | null>(null);

/** How long an answer stands before a new final block has it asked again, in milliseconds. */
const STANDS = 5_000;

/** How long an answer may take before the same is asked once more, in milliseconds. */
const PATIENCE = 30_000;

/** How long the chain may be silent before what is shown is called old, in milliseconds. */
export const SILENT = 20_000;

function firstSource(network: Network): Source {
	const chosen = kept('source');
	if (chosen !== undefined && chosen !== 'light') {
		return { kind: 'node', address: chosen };
	}
	return network.chain === undefined
		? { kind: 'node', address: network.node }
		: { kind: 'light' };
}

/** Connects, and stays connected. */
export function Connected({ network, children }: { network: Network; children: ReactNode }) {
	const [source, setSource] = useState(() => firstSource(network));
	const [reached, setReached] = useState<Reached>('connecting');
	const [connection, setConnection] = useState<Connection>();
	const [final, setFinal] = useState<FinalBlock>();
	const [changes, setChanges] = useState(0);
	useEffect(() => {
		setReached('connecting');
		setFinal(undefined);
		let isWanted = true;
		let end = () => {};
		void open(network, source, (now) => isWanted && setReached(now)).then((opened) => {
			if (!isWanted) {
				opened?.close();
				return;
			}
			setConnection(opened);
			const heard = opened?.client.finalizedBlock$.subscribe({
				next: ({ number, hash }) => {
					setReached('connected');
					setFinal({ number, hash, heard: Date.now() });
				},
				error: () => setReached((now) => (now === 'connected' ? 'connecting' : now)),
			});
			end = () => {
				heard?.unsubscribe();
				opened?.close();
			};
		});
		return () => {
			isWanted = false;
			end();
			setConnection(undefined);
		};
	}, [network, source]);
	const live = useMemo<Live>(() => {
		const choose = (chosen: Source) => {
			keep('source', chosen.kind === 'light' ? 'light' : chosen.address);
			setSource(chosen);
		};
		const changed = () => setChanges((count) => count + 1);
		return { network, source, choose, reached, connection, final, changes, changed };
	}, [network, source, reached, connection, final, changes]);
	return <LiveContext value={live}>{children}</LiveContext>;
}

/** Who answers, and what is final. */
export function useLive(): Live {
	const live = useContext(LiveContext);
	if (live === null) {
		throw new Error('useLive outside of Connected');
	}
	return live;
}

/** What came of a question. */
export interface Asked<Answer> {
	/** The last answer; none before the first. */
	answer: Answer | undefined;
	/** Whether the last attempt failed; the answer before it stays. */
	failed: boolean;
	/** Asks again. */
	again: () => void;
}

/**
 * Asks the chain's last final state, and again as it goes on. `key` names the question: when it changes,
 * the answer to the one before is dropped. Nothing is asked where `key` is none.
 */
export function useAnswer<Answer>(
	key: string | undefined,
	ask: (api: Api) => Promise<Answer>,
): Asked<Answer> {
	const { connection, final, changes } = useLive();
	const [state, setState] = useState<{ key?: string; answer?: Answer; failed: boolean }>({
		failed: false,
	});
	const [again, setAgain] = useState(0);
	const turn = again + changes;
	const latest = useRef(ask);
	latest.current = ask;
	const last = useRef<{ key?: string; connection?: Connection; turn?: number; at: number; busy: boolean }>({
		at: 0,
		busy: false,
	});
	useEffect(() => {
		const before = last.current;
		const isSame =
			before.key === key && before.connection === connection && before.turn === turn;
		if (key === undefined || connection === undefined || final === undefined) {
			return;
		}
		if (isSame && Date.now() - before.at < (before.busy ? PATIENCE : STANDS)) {
			return;
		}
		const mine = { key, connection, turn, at: Date.now(), busy: true };
		last.current = mine;
		latest
			.current(connection.api)
			.then(
				(answer) => last.current === mine && setState({ key, answer, failed: false }),
				() =>
					last.current === mine &&
					setState((old) => ({ ...(old.key === key ? old : { key }), failed: true })),
			)
			.finally(() => {
				mine.busy = false;
			});
	}, [key, connection, final, turn]);
	const current = state.key === key ? state : { answer: undefined, failed: false };
	return {
		answer: current.answer,
		failed: current.failed,
		again: () => setAgain((count) => count + 1),
	};
}

/**
 * Asks once for each key, and not again with new blocks: for what takes long. Where the connection is another one
 * meanwhile, or it failed and `again` is said, it begins anew.
 */
export function useOnce<Answer>(key: string, ask: (api: Api) => Promise<Answer>): Asked<Answer> {
	const { connection, final } = useLive();
	const [state, setState] = useState<{ key?: string; answer?: Answer; failed: boolean }>({ failed: false });
	const [turn, setTurn] = useState(0);
	const latest = useRef(ask);
	latest.current = ask;
	const isThere = state.key === key && state.answer !== undefined;
	const isReady = final !== undefined;
	useEffect(() => {
		if (connection === undefined || !isReady || isThere) {
			return undefined;
		}
		let isWanted = true;
		latest.current(connection.api).then(
			(answer) => isWanted && setState({ key, answer, failed: false }),
			() => isWanted && setState({ key, failed: true }),
		);
		return () => {
			isWanted = false;
		};
	}, [key, connection, isReady, isThere, turn]);
	return {
		answer: isThere ? state.answer : undefined,
		failed: state.key === key && state.failed,
		again: () => setTurn((count) => count + 1),
	};
}
