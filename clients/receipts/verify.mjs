// Verifies receipts where there is WebAssembly: in a browser, in Node, in a worker. The module has no imports, so
// that it can reach nothing; it is made by `make receipts-wasm`.

/**
 * Opens the verifier, `bytes` of aeo_receipt_wasm.wasm. What it gives takes what is trusted, as `aeo trust`
 * writes it (trust.json: text or bytes), and a receipt (bytes); and tells what the receipt proves, or why it
 * proves nothing:
 *
 *     { Ok: { number, hash, time, specification, code, question, answer } }
 *     { Err: { error, details, stale } }
 *
 * `answer` is `{ certificate: … }` with the certificate as the state has it, or null where there is none; or
 * "values": the values from which benefits follow are proven, the benefits are not. Only `aeo receipt verify`
 * proves those, by the chain's own runtime. `error` is the name of a text: `unproven-Stale` in clients/texts.
 *
 * `now` is in milliseconds UTC; `mostSeconds` how old the block may be, 0 for what is usual.
 */
export async function openVerifier(bytes) {
	const module = await WebAssembly.compile(bytes);
	return (trust, receipt, { now = Date.now(), mostSeconds = 0 } = {}) => {
		// A new instance for each: nothing of one receipt is there when another one is read.
		const { exports } = /** @type {{ exports: any }} */ (new WebAssembly.Instance(module));
		const trusted = typeof trust === 'string' ? new TextEncoder().encode(trust) : trust;
		const verdict = exports.verify(
			...put(exports, trusted),
			...put(exports, receipt),
			BigInt(now),
			BigInt(mostSeconds),
		);
		const { buffer } = exports.memory;
		const length = new DataView(buffer).getUint32(verdict, true);
		const text = new TextDecoder().decode(new Uint8Array(buffer, verdict + 4, length));
		return JSON.parse(text);
	};
}

/** Puts bytes into the module's memory: where they are, and how many. */
function put(exports, bytes) {
	const place = exports.take(bytes.length);
	new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
	return [place, bytes.length];
}
