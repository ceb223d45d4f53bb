//! Signing for programs that hold the runtime's own types: the generator of load, the node's benchmarks and tests.

use crate::{
	configs::fees::SuspensionsFirst, Balance, Hash, Nonce, RuntimeCall, Signature, SignedPayload,
	UncheckedExtrinsic, VERSION,
};
use codec::Encode;
use sp_core::{sr25519, Pair};
use sp_runtime::{generic::Era, AccountId32};

/// Signs a call for ever, with a tip in fee units, for the chain with this genesis and this very runtime.
pub fn signed(
	pair: &sr25519::Pair,
	call: RuntimeCall,
	nonce: Nonce,
	tip: Balance,
	genesis: Hash,
) -> UncheckedExtrinsic {
	let extension = (
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckEra::from(Era::Immortal),
		frame_system::CheckNonce::from(nonce),
		frame_system::CheckWeight::new(),
		SuspensionsFirst::from(tip),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	let implicit = (
		(),
		VERSION.spec_version,
		VERSION.transaction_version,
		genesis,
		genesis,
		(),
		(),
		(),
		None,
		(),
	);
	let payload = SignedPayload::from_raw(call, extension, implicit);
	let signature = payload.using_encoded(|bytes| pair.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(
		call,
		AccountId32::from(pair.public()).into(),
		Signature::Sr25519(signature),
		extension,
	)
}
