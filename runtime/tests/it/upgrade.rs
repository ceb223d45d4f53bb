//! An upgrade of the runtime: authorised by the council, seen by all for three days, then applied by
//! anybody, unsigned, within fourteen.

use crate::chain::{emitted, motion, Chain, CR, MX, PE};
use aeo_runtime::{
	Executive, Hash, Runtime, RuntimeCall, UncheckedExtrinsic, SLOT_DURATION, VERSION,
};
use codec::Encode;
use frame_support::pallet_prelude::InvalidTransaction;
use pallet_administrations::{AuthorisedUpgrade, Call, Event};
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

/// From when, and until when, the authorised runtime can be applied.
fn span(chain: &mut Chain) -> (u64, u64) {
	chain.read(|| {
		let authorised = AuthorisedUpgrade::<Runtime>::get().expect("one is");
		(authorised.from, authorised.until)
	})
}

/// A chain on which a runtime is authorised, and in the next block can be applied.
fn open(code: &[u8]) -> Chain {
	let mut chain = Chain::new("development");
	chain.block(|| authorise(code));
	let (from, _) = span(&mut chain);
	chain.skip_to(from + SLOT_DURATION);
	chain.block(|| ());
	chain
}

fn refused(code: &[u8]) {
	assert_eq!(apply(code.to_vec()), Err(InvalidTransaction::Call.into()));
}

#[test]
fn an_authorised_upgrade_of_two_megabytes_should_be_applied_by_a_bare_extrinsic() {
	let new = code(VERSION.spec_version + 1);
	assert!(new.len() >= 2_000_000);
	let mut chain = open(&new);
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
fn an_upgrade_should_be_refused_until_its_wait_is_over() {
	let mut chain = Chain::new("development");
	let new = code(VERSION.spec_version + 1);
	chain.block(|| {
		authorise(&new);
		refused(&new);
	});
	let (from, until) = span(&mut chain);
	let day = 24 * 60 * 60 * 1_000;
	assert_eq!(until - from, 14 * day);
	let now = chain.read(pallet_timestamp::Now::<Runtime>::get);
	assert_eq!(from - now, 3 * day);
	chain.block(|| refused(&new));
	chain.skip_to(from - SLOT_DURATION);
	chain.block(|| refused(&new));
	// the block of the moment itself begins with the clock of the one before
	chain.skip_to(from);
	chain.block(|| refused(&new));
	chain.block(|| {
		apply(new.clone()).expect("valid").expect("applied");
	});
}

#[test]
fn an_upgrade_should_be_refused_after_its_time() {
	let new = code(VERSION.spec_version + 1);
	let mut chain = open(&new);
	let (_, until) = span(&mut chain);
	chain.skip_to(until + SLOT_DURATION);
	chain.block(|| ());
	chain.block(|| {
		assert!(emitted(Event::<Runtime>::UpgradeLapsed {
			code_hash: Hash::from(blake2_256(&new))
		}));
		refused(&new);
	});
	chain.read(|| assert_eq!(AuthorisedUpgrade::<Runtime>::get(), None));
}

#[test]
fn an_upgrade_should_be_applied_until_the_last_block_of_its_time() {
	let new = code(VERSION.spec_version + 1);
	let mut chain = open(&new);
	let (_, until) = span(&mut chain);
	chain.skip_to(until - SLOT_DURATION);
	chain.block(|| {
		apply(new.clone()).expect("valid").expect("applied");
	});
}

#[test]
fn a_withdrawn_upgrade_should_be_refused() {
	let new = code(VERSION.spec_version + 1);
	let code_hash = Hash::from(blake2_256(&new));
	let withdraw = || Call::<Runtime>::withdraw_upgrade { code_hash };
	// while it can be applied
	let mut chain = open(&new);
	chain.block(|| {
		assert_eq!(motion(withdraw(), 3, &[MX, CR, PE]), Some(Ok(())));
		refused(&new);
	});
	chain.block(|| refused(&new));
	// and while it waits
	let mut chain = Chain::new("development");
	chain.block(|| authorise(&new));
	let (from, _) = span(&mut chain);
	chain.block(|| assert_eq!(motion(withdraw(), 3, &[MX, CR, PE]), Some(Ok(()))));
	chain.skip_to(from + SLOT_DURATION);
	chain.block(|| ());
	chain.block(|| refused(&new));
}

/// The second waits as long as the first: members see each.
#[test]
fn an_upgrade_should_be_refused_once_another_is_authorised() {
	let (first, second) = (
		code(VERSION.spec_version + 1),
		code(VERSION.spec_version + 2),
	);
	let mut chain = open(&first);
	chain.block(|| {
		authorise(&second);
		refused(&first);
		refused(&second);
	});
	chain.block(|| {
		refused(&first);
		refused(&second);
	});
}

#[test]
fn a_runtime_with_another_hash_should_be_refused() {
	let mut chain = open(&code(VERSION.spec_version + 1));
	chain.block(|| refused(&code(VERSION.spec_version + 2)));
}

#[test]
fn nothing_should_be_applied_that_was_not_authorised() {
	let mut chain = Chain::new("development");
	chain.block(|| refused(&code(VERSION.spec_version + 1)));
}

#[test]
fn a_runtime_without_a_higher_spec_version_should_be_refused() {
	let old = code(VERSION.spec_version);
	let mut chain = open(&old);
	let before = chain.read(|| sp_io::storage::get(CODE));
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
	// it is over: the council must authorise again
	chain.block(|| refused(&old));
	chain.read(|| assert_eq!(AuthorisedUpgrade::<Runtime>::get(), None));
}
