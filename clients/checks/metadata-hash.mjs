// What a release build must have: the hash of its metadata in the runtime (RFC 78), which a hardware
// wallet signs with a transaction, so that what its screen shows is what the chain understands. The
// hash is computed here from the metadata that the node gives, by another program than the one that
// put it into the runtime.

import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata';
import { connect } from '../chain/chain.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { say } from '../network/text.mjs';

/** The version of metadata that is hashed. */
const METADATA_VERSION = 15;

/** The hash of the metadata of a chain, as 0x and hex. */
async function hashOf(api) {
	const metadata = await api.call.metadata.metadataAtVersion(METADATA_VERSION);
	const [token] = api.registry.chainTokens;
	const merkleized = merkleizeMetadata(metadata.unwrap().toHex(), {
		base58Prefix: api.registry.chainSS58,
		decimals: api.registry.chainDecimals[0],
		specName: api.runtimeVersion.specName.toString(),
		specVersion: api.runtimeVersion.specVersion.toNumber(),
		tokenSymbol: token,
	});
	return `0x${Buffer.from(merkleized.digest()).toString('hex')}`;
}

/** Another hash than this one. */
function otherThan(hash) {
	return hash.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
}

/**
 * Signs transactions with the hash of the metadata on the chain of `node`, which is started. Gives
 * whether the chain takes the true hash, and refuses another.
 */
export async function checkMetadataHash(node) {
	await node.start();
	const chain = await connect(node.url);
	try {
		const { api } = chain;
		const officer = new Keys(await openKeyring()).officer('MX', 1);
		const metadataHash = await hashOf(api);
		const refusalOf = async (hash) => {
			const options = { nonce: -1, mode: 1, metadataHash: hash };
			// One that its quota pays for; it refuses nothing, since nothing waits.
			const call = api.tx.certificates.refuse('NONE', 1);
			const signed = await call.signAsync(officer, options);
			return chain.rawRefusal(signed.toHex());
		};
		const wrong = await refusalOf(otherThan(metadataHash));
		const right = await refusalOf(metadataHash);
		say(`Hash of the metadata: ${metadataHash}`);
		say(`A transaction signed with it: ${right ?? 'taken'}`);
		say(`A transaction signed with another: ${wrong ?? 'taken'}`);
		return right === undefined && wrong !== undefined;
	} finally {
		await chain.close();
	}
}
