//! An upgrade of the runtime: authorised by the council, applied by anybody, unsigned.

use crate::chain::{emitted, motion, Chain, CR, MX, PE};
use aeo_runtime::{Executive, Hash, Runtime, RuntimeCall, UncheckedExtrinsic, VERSION};
use codec::Encode;
use frame_support::pallet_prelude::InvalidTransaction;
use pallet_administrations::Call;
use sp_core::storage::well_known_keys::CODE;
use sp_crypto_hashing::blake2_256;
use sp_version::RuntimeVersion;

/// Add a custom section to a wasm module.
fn section(module: &mut Vec<u8>, name: &str, content: &[u8]) {
	let leb128 = |mut number: usize| {
		let mut bytes = Vec::new();
		loop {
			let low = u8::try_from(number & 0x7f).expect("seven bits");
			number >>= 7;
			bytes.push(if number == 0 { low } else { low | 0x80 });
			if number == 0 {
				return bytes;
			}
		}
	};
	let mut body = leb128(name.len());
	body.extend_from_slice(name.as_bytes());
	body.extend_from_slice(content);
	module.push(0);
	module.extend(leb128(body.len()));
	module.extend(body);
}

/// A runtime of two megabytes that says to be of this version.
fn code(spec_version: u32) -> Vec<u8> {
	let mut module = b"\0asm\x01\0\0\0".to_vec();
	let apis: Vec<u8> = VERSION
		.apis
		.iter()
		.flat_map(|(id, version)| id.iter().copied().chain(version.to_le_bytes()))
		.collect();
	let version = RuntimeVersion {
		spec_version,
		apis: Default::default(),
		..VERSION
	};
	section(&mut module, "runtime_version", &version.encode());
	section(&mut module, "runtime_apis", &apis);
	let noise: Vec<u8> = (0..62_500_u32)
		.flat_map(|block| blake2_256(&block.encode()))
		.collect();
	section(&mut module, "noise", &noise);
	module
}

fn apply(code: Vec<u8>) -> sp_runtime::ApplyExtrinsicResult {
	let call = RuntimeCall::System(frame_system::Call::apply_authorized_upgrade { code });
	Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(call))
}

fn authorise(code: &[u8]) {
	let call = Call::<Runtime>::authorise_upgrade {
		code_hash: Hash::from(blake2_256(code)),
	};
	assert_eq!(motion(call, 3, &[MX, CR, PE]), Some(Ok(())));
}

#[test]
fn an_authorised_upgrade_of_two_megabytes_should_be_applied_by_a_bare_extrinsic() {
	let mut chain = Chain::new("development");
	let new = code(VERSION.spec_version + 1);
	assert!(new.len() >= 2_000_000);
	chain.block(|| authorise(&new));
	chain.block(|| {
		apply(new.clone()).expect("valid").expect("applied");
		assert!(emitted(frame_system::Event::<Runtime>::CodeUpdated {
			hash: Hash::from(blake2_256(&new))
		}));
	});
	assert_eq!(
		chain.read(|| sp_io::storage::get(CODE)).as_deref(),
		Some(new.as_slice())
	);
}

#[test]
fn a_runtime_with_another_hash_should_be_refused() {
	let mut chain = Chain::new("development");
	chain.block(|| authorise(&code(VERSION.spec_version + 1)));
	chain.block(|| {
		let other = code(VERSION.spec_version + 2);
		assert_eq!(apply(other), Err(InvalidTransaction::Call.into()));
	});
}

#[test]
fn nothing_should_be_applied_that_was_not_authorised() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		assert_eq!(
			apply(code(VERSION.spec_version + 1)),
			Err(InvalidTransaction::Call.into())
		);
	});
}

#[test]
fn a_runtime_without_a_higher_spec_version_should_be_refused() {
	let mut chain = Chain::new("development");
	let before = chain.read(|| sp_io::storage::get(CODE));
	let old = code(VERSION.spec_version);
	chain.block(|| authorise(&old));
	chain.block(|| {
		apply(old.clone())
			.expect("valid")
			.expect("the caller is not to blame");
		assert!(emitted(
			frame_system::Event::<Runtime>::RejectedInvalidAuthorizedUpgrade {
				code_hash: Hash::from(blake2_256(&old)),
				error: frame_system::Error::<Runtime>::SpecVersionNeedsToIncrease.into(),
			}
		));
	});
	assert_eq!(chain.read(|| sp_io::storage::get(CODE)), before);
}
