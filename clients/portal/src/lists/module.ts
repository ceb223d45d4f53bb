// The reader of `aeo list` as WebAssembly, made by `make lists-wasm`: memory in, what was read out.

import type { Told } from './rows';

/** How a list is read, as the module takes it. */
export interface How {
	language: string;
	/** The text of its `list.toml`; empty where there is none. */
	profile: string;
	/** What is said besides, in the words of a `list.toml`. */
	said: Record<string, string>;
	/** The day it is where a day ends last: what is over there is over at every issuer. */
	today: string;
	/** The hashes of files that rows may name. */
	documents: Record<string, string>;
}

/** What the module tells. */
export type Outcome = { Ok: Told } | { Err: { list: string } | { profile: string } };

interface Exports {
	memory: WebAssembly.Memory;
	take: (length: number) => number;
	read_list: (list: number, listLength: number, how: number, howLength: number) => number;
}

/** Reads a list. Fails where the module gives up on it, as readers of spreadsheets do on damaged ones. */
export async function readWith(wasm: BufferSource, list: Uint8Array, how: How): Promise<Outcome> {
	const module = await WebAssembly.compile(wasm);
	// Clocks and chance, which libraries would ask a browser for and which reading takes none of.
	const imports: WebAssembly.Imports = {};
	for (const { module: from, name } of WebAssembly.Module.imports(module)) {
		imports[from] = {
			...imports[from],
			[name]: () => {
				throw new Error(`The reader of lists asks for ${name}.`);
			},
		};
	}
	const instance = await WebAssembly.instantiate(module, imports);
	const { memory, take, read_list: read } = instance.exports as unknown as Exports;
	const put = (bytes: Uint8Array): [number, number] => {
		const place = take(bytes.length);
		new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
		return [place, bytes.length];
	};
	const outcome = read(...put(list), ...put(new TextEncoder().encode(JSON.stringify(how))));
	const length = new DataView(memory.buffer).getUint32(outcome, true);
	return JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, outcome + 4, length)));
}
