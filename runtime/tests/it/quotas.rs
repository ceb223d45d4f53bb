//! Who pays, and what happens beyond the quota.

use crate::chain::{done, motion, send, signed_with, Chain, CR, MX, PE};
use aeo_primitives::Territory;
use aeo_runtime::{Administrations, Executive, Runtime, RuntimeCall, RuntimeEvent, System};
use frame_support::pallet_prelude::{InvalidTransaction, TransactionSource};
use pallet_administrations::{Call, Quota};
use sp_keyring::Sr25519Keyring;

fn remark() -> RuntimeCall {
	RuntimeCall::System(frame_system::Call::remark {
		remark: vec![0; 100],
	})
}

/// What the last transaction cost.
fn last_fee() -> u128 {
	System::events()
		.into_iter()
		.rev()
		.find_map(|record| match record.event {
			RuntimeEvent::TransactionPayment(
				pallet_transaction_payment::Event::TransactionFeePaid { actual_fee, .. },
			) => Some(actual_fee),
			_ => None,
		})
		.expect("a transaction was paid")
}

#[test]
fn exactly_the_quota_should_be_included_and_nobody_else_be_affected() {
	let mut chain = Chain::new("development");
	let fee = chain.block(|| {
		done(CR, remark());
		last_fee()
	});
	// ten transactions in all, and nothing comes back
	let quota = Quota {
		max: 10 * fee,
		recovery: 0,
	};
	let call = Call::<Runtime>::set_quota {
		administration: Territory::PE,
		quota,
	};
	chain.block(|| assert_eq!(motion(call, 3, &[MX, CR, PE]), Some(Ok(()))));
	// what Peru used before is recovered by its old quota only until now
	let left = chain.read(|| Administrations::quota_left(&PE.to_account_id()));
	let expected = left.expect("Peru has a quota") / fee;
	assert!((1..=10).contains(&expected), "{expected}");

	let (included, refused) = chain.block(|| {
		let first = System::account_nonce(PE.to_account_id());
		let pending: Vec<_> = (0..30)
			.map(|more| signed_with(PE, remark(), first + more))
			.collect();
		// the pool looks at each by itself, and finds the first valid
		let parent = System::parent_hash();
		Executive::validate_transaction(TransactionSource::External, pending[0].clone(), parent)
			.expect("valid by itself");
		let results: Vec<_> = pending
			.into_iter()
			.map(Executive::apply_extrinsic)
			.collect();
		let (included, refused): (Vec<_>, Vec<_>) =
			results.into_iter().partition(|result| result.is_ok());
		// all others go on
		done(CR, remark());
		done(MX, remark());
		(included, refused)
	});
	assert_eq!(included.len() as u128, expected);
	assert_eq!(refused[0], Err(InvalidTransaction::Payment.into()));
	assert_eq!(included.len() + refused.len(), 30);
}

#[test]
fn officers_should_share_their_administrations_quota() {
	let mut chain = Chain::new("development");
	let before = chain.read(|| Administrations::quota_left(&MX.to_account_id()));
	let officer = Sr25519Keyring::Ferdie;
	chain.block(|| {
		let scopes = Default::default();
		done(
			MX,
			Call::<Runtime>::appoint_officer {
				officer: officer.to_account_id(),
				scopes,
			},
		);
	});
	chain.block(|| done(officer, remark()));
	let (own, officers) = chain.read(|| {
		(
			Administrations::quota_left(&MX.to_account_id()),
			Administrations::quota_left(&officer.to_account_id()),
		)
	});
	assert_eq!(own, officers);
	assert!(own <= before);
}

#[test]
fn a_stranger_without_a_balance_should_be_turned_away() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		assert_eq!(
			send(Sr25519Keyring::Ferdie, remark()),
			Err(InvalidTransaction::Payment.into())
		);
	});
}

#[test]
fn a_quarantined_administration_should_still_be_able_to_change_its_keys() {
	let mut chain = Chain::new("development");
	chain.block(|| done(MX, Call::<Runtime>::quarantine_own {}));
	chain.block(|| {
		let account = Sr25519Keyring::Ferdie.to_account_id();
		done(MX, Call::<Runtime>::rotate_account { account });
		done(Sr25519Keyring::Ferdie, Call::<Runtime>::accept_account {});
		let key = sp_core::H256::repeat_byte(9);
		done(
			Sr25519Keyring::Ferdie,
			Call::<Runtime>::rotate_encryption_key { key },
		);
		done(
			Sr25519Keyring::Ferdie,
			Call::<Runtime>::end_own_quarantine {},
		);
	});
}

#[test]
fn a_batch_should_cost_what_it_weighs() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		done(MX, remark());
		let one = last_fee();
		let calls = vec![remark(); 50];
		done(MX, pallet_utility::Call::<Runtime>::batch_all { calls });
		let batch = last_fee();
		assert!(
			batch > one && batch < 50 * one,
			"{batch} for fifty, {one} for one"
		);
	});
}
