// Signing many calls, or long ones, without the library's copies of each. What goes with a call into
// the signature is taken from a short one that the library signs, so that nothing here knows the
// chain's extensions.

import { compactAddLength, compactStripLength, u8aConcat } from '@polkadot/util';
import { blake2AsU8a } from '@polkadot/util-crypto';

/** A signed transaction of version 4, and an account as its signer. */
const SIGNED = Uint8Array.of(0x84, 0x00);

/** Bytes of an account, and of a signature with its type. */
const ACCOUNT = 32;
const SIGNATURE = 65;

/** Longer payloads are hashed before they are signed. */
const LONGEST_PAYLOAD = 256;

/** Signs for one chain; `pair` is any. */
export class Signer {
	#api;
	#additional;
	#methods = new WeakMap();

	constructor(api, pair) {
		const { extrinsicVersion: version, genesisHash, registry, runtimeVersion } = api;
		const { signedExtensions } = registry;
		const hashes = { blockHash: genesisHash, genesisHash };
		const options = { era: 0, ...hashes, nonce: 0, runtimeVersion, signedExtensions, version };
		const call = api.tx.system.remark('0x');
		const [, body] = compactStripLength(call.sign(pair, options).toU8a());
		const extra = body.length - SIGNED.length - ACCOUNT - SIGNATURE - call.method.encodedLength;
		this.#api = api;
		this.#additional = this.#payload(0).length - extra;
	}

	/** A signed transaction as hex, which no era ends. */
	sign(call, pair, nonce) {
		const payload = this.#payload(nonce);
		const extra = payload.slice(0, payload.length - this.#additional);
		const method = this.#methodOf(call);
		const whole = u8aConcat(method, payload);
		const signed = whole.length > LONGEST_PAYLOAD ? blake2AsU8a(whole) : whole;
		const signature = pair.sign(signed, { withType: true });
		const body = u8aConcat(SIGNED, pair.publicKey, signature, extra, method);
		return `0x${Buffer.from(compactAddLength(body)).toString('hex')}`;
	}

	/** What is signed besides the call: what goes into the transaction, and what does not. */
	#payload(nonce) {
		const { genesisHash, registry, runtimeVersion } = this.#api;
		const { specVersion, transactionVersion } = runtimeVersion;
		const content = { blockHash: genesisHash, era: '0x00', genesisHash, method: '0x', nonce, tip: 0 };
		const payload = registry.createType(
			...['ExtrinsicPayload', { ...content, specVersion, transactionVersion }, { version: 4 }],
		);
		return payload.toU8a({ method: true });
	}

	/** The bytes of a call, which may be signed often. */
	#methodOf(call) {
		const known = this.#methods.get(call);
		if (known !== undefined) {
			return known;
		}
		const method = call.method.toU8a();
		this.#methods.set(call, method);
		return method;
	}
}
