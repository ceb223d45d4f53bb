//! `QuotaOrFee`: who pays, how much, and who signed.

use super::*;
use crate::{
	quota::{Payer, Purse},
	Bucket, Quota, UsedByAccount, UsedByAdministration,
};
use aeo_primitives::OuterSigner;
use frame_support::{
	assert_noop,
	dispatch::{DispatchInfo, PostDispatchInfo},
	traits::fungible::{Inspect, Mutate},
};
use pallet_transaction_payment::{ChargeTransactionPayment, OnChargeTransaction};
use proptest::prelude::*;
use sp_runtime::{
	traits::DispatchTransaction,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	StateVersion,
};

type Charge = <Test as pallet_transaction_payment::Config>::OnChargeTransaction;
type Paid = <Charge as OnChargeTransaction<Test>>::LiquidityInfo;

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

fn withdraw(who: AccountId, fee: u128, tip: u128) -> Result<Paid, TransactionValidityError> {
	<Charge as OnChargeTransaction<Test>>::withdraw_fee(
		&who,
		&remark(),
		&DispatchInfo::default(),
		fee + tip,
		tip,
	)
}

fn can_withdraw(who: AccountId, fee: u128, tip: u128) -> Result<(), TransactionValidityError> {
	<Charge as OnChargeTransaction<Test>>::can_withdraw_fee(
		&who,
		&remark(),
		&DispatchInfo::default(),
		fee + tip,
		tip,
	)
}

fn settle(who: AccountId, actual: u128, tip: u128, paid: Paid) {
	assert_ok!(
		<Charge as OnChargeTransaction<Test>>::correct_and_deposit_fee(
			&who,
			&DispatchInfo::default(),
			&PostDispatchInfo::default(),
			actual + tip,
			tip,
			paid
		)
	);
}

/// A transaction that costs what was foreseen; whether it could be paid.
fn spend(who: AccountId, fee: u128) -> bool {
	match withdraw(who, fee, 0) {
		Ok(paid) => {
			settle(who, fee, 0, paid);
			true
		}
		Err(why) => {
			assert_eq!(why, InvalidTransaction::Payment.into());
			false
		}
	}
}

fn left(who: AccountId) -> Option<u128> {
	Administrations::quota_left(&who)
}

#[test]
fn quota_should_allow_exactly_its_maximum() {
	build_and_execute(|| {
		assert!(spend(MX, 999));
		assert!(!spend(MX, 2));
		assert!(spend(MX, 1));
		assert!(!spend(MX, 1));
		assert!(spend(MX, 0), "what costs nothing needs no quota");
		assert_eq!(left(MX), Some(0));
	});
}

#[test]
fn quota_should_recover_with_each_block_up_to_its_maximum() {
	build_and_execute(|| {
		assert!(spend(MX, 1_000));
		System::set_block_number(4);
		assert_eq!(left(MX), Some(30));
		assert!(!spend(MX, 31));
		assert!(spend(MX, 30));
		assert_eq!(
			UsedByAdministration::<Test>::get(Territory::MX),
			Bucket { used: 1_000, at: 4 }
		);
		System::set_block_number(5);
		assert_eq!(left(MX), Some(10));
		System::set_block_number(1_000);
		assert_eq!(left(MX), Some(1_000));
		assert!(!spend(MX, 1_001));
	});
}

#[test]
fn quota_should_get_back_what_was_not_used() {
	build_and_execute(|| {
		let paid = withdraw(MX, 800, 0).expect("there is enough");
		assert_eq!(left(MX), Some(200));
		settle(MX, 300, 0, paid);
		assert_eq!(left(MX), Some(700));
		// at no cost at all
		let paid = withdraw(MX, 700, 0).expect("there is enough");
		settle(MX, 0, 0, paid);
		assert_eq!(left(MX), Some(700));
	});
}

#[test]
fn quota_should_be_shared_by_own_account_officers_and_offered_account() {
	build_and_execute(|| {
		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		for (account, fee) in [(MX, 100), (10, 200), (11, 300), (12, 400)] {
			assert!(spend(account, fee));
		}
		for account in [MX, 10, 11, 12] {
			assert_eq!(left(account), Some(0));
			assert!(!spend(account, 1));
		}
		// no other administration is affected
		for account in [CR, 20, PE, 30] {
			assert_eq!(left(account), Some(1_000));
			assert!(UsedByAccount::<Test>::iter().next().is_none());
		}
	});
}

#[test]
fn quota_should_send_the_tip_to_the_balance() {
	build_and_execute(|| {
		assert_eq!(
			withdraw(10, 100, 5).err(),
			Some(InvalidTransaction::Payment.into())
		);
		assert_eq!(left(10), Some(1_000), "what was not paid was not taken");
		Balances::set_balance(&10, 50);
		let paid = withdraw(10, 100, 5).expect("the balance has the tip");
		assert_eq!(Balances::balance(&10), 45);
		assert_eq!(left(10), Some(900));
		settle(10, 60, 5, paid);
		assert_eq!(Balances::balance(&10), 45, "the tip is kept");
		assert_eq!(left(10), Some(940), "the unused fee is not");
		assert_eq!(
			pallet_transaction_payment::Pallet::<Test>::remaining_txfee::<u128>(),
			0
		);
	});
}

#[test]
fn quota_should_give_way_to_the_balance() {
	build_and_execute(|| {
		Balances::set_balance(&10, 500);
		assert!(spend(10, 900));
		assert_eq!(Balances::balance(&10), 500);
		let paid = withdraw(10, 200, 0).expect("from the balance");
		assert!(matches!(paid, Payer::Balance(_)));
		assert_eq!(Balances::balance(&10), 300);
		settle(10, 150, 0, paid);
		assert_eq!(
			Balances::balance(&10),
			350,
			"what was not used comes back there"
		);
		assert_eq!(left(10), Some(100), "and nothing of it to the quota");
	});
}

#[test]
fn quota_should_be_none_for_strangers_who_pay_or_are_refused() {
	build_and_execute(|| {
		propose(Territory::CL, CL);
		for stranger in [STRANGER, CL] {
			assert_eq!(Administrations::purse(&stranger), None);
			assert_eq!(left(stranger), None);
			assert!(!spend(stranger, 1));
			assert_eq!(
				can_withdraw(stranger, 1, 0),
				Err(InvalidTransaction::Payment.into())
			);
			Balances::set_balance(&stranger, 100);
			assert_ok!(can_withdraw(stranger, 60, 5));
			let paid = withdraw(stranger, 60, 5).expect("from the balance");
			settle(stranger, 40, 5, paid);
			assert_eq!(Balances::balance(&stranger), 55);
		}
	});
}

#[test]
fn quota_of_a_holder_should_be_small_and_its_own() {
	build_and_execute(|| {
		HolderAccounts::set(vec![77, 78]);
		assert_eq!(
			Administrations::purse(&77),
			Some((Purse::Account(77), AccountQuota::get()))
		);
		assert!(spend(77, 100));
		assert!(!spend(77, 1));
		assert_eq!(
			(left(77), left(78), left(MX)),
			(Some(0), Some(100), Some(1_000))
		);
		System::set_block_number(3);
		assert_eq!(left(77), Some(2));
		let paid = withdraw(77, 2, 0).expect("it recovered");
		settle(77, 1, 0, paid);
		assert_eq!(left(77), Some(1));
	});
}

#[test]
fn quota_of_an_offered_holder_should_be_a_holders() {
	build_and_execute(|| {
		OfferedHolders::set(vec![77]);
		assert_eq!(
			Administrations::purse(&77),
			Some((Purse::Account(77), AccountQuota::get()))
		);
	});
}

#[test]
fn quota_in_a_quarantine_should_be_small_and_for_the_keys_only() {
	for by_council in [true, false] {
		build_and_execute(|| {
			assert_ok!(Administrations::rotate_account(signed(MX), 12));
			// a signer of the multisig
			assert_ok!(Administrations::appoint_officer(
				signed(MX),
				13,
				BoundedVec::new()
			));
			assert!(spend(MX, 1_000));
			if by_council {
				assert_ok!(Administrations::quarantine(enough(), Territory::MX));
			} else {
				assert_ok!(Administrations::quarantine_own(signed(MX)));
			}
			for account in [MX, 12, 13] {
				assert_eq!(
					Administrations::purse(&account),
					Some((Purse::Account(account), AccountQuota::get()))
				);
				assert!(spend(account, 100));
				assert!(!spend(account, 1));
			}
			for officer in [10, 11] {
				assert_eq!(Administrations::purse(&officer), None);
				assert!(!spend(officer, 1));
			}
		});
	}
}

#[test]
fn quota_should_be_gone_with_the_administration() {
	build_and_execute(|| {
		assert_ok!(Administrations::expel(enough(), Territory::MX));
		for account in [MX, 10] {
			assert_eq!(left(account), None);
			assert!(!spend(account, 1));
		}
	});
}

#[test]
fn quota_should_be_refunded_to_the_purse_that_paid() {
	build_and_execute(|| {
		let paid = withdraw(MX, 800, 0).expect("there is enough");
		assert_ok!(Administrations::quarantine_own(signed(MX)));
		settle(MX, 300, 0, paid);
		assert_eq!(UsedByAdministration::<Test>::get(Territory::MX).used, 300);
		assert_eq!(UsedByAccount::<Test>::get(MX), Bucket::default());
	});
}

#[test]
fn quota_should_be_none_left_when_the_council_lowers_it_below_what_is_used() {
	build_and_execute(|| {
		assert!(spend(MX, 600));
		let less = Quota {
			max: 500,
			recovery: 10,
		};
		assert_ok!(Administrations::set_quota(enough(), Territory::MX, less));
		assert_eq!(left(MX), Some(0));
		assert!(!spend(MX, 1));
		System::set_block_number(12);
		assert_eq!(left(MX), Some(10));
	});
}

#[test]
fn can_withdraw_fee_should_agree_with_withdraw_fee_and_change_nothing() {
	build_and_execute(|| {
		Balances::set_balance(&10, 50);
		HolderAccounts::set(vec![77]);
		for account in [MX, 10, 77, STRANGER] {
			for (fee, tip) in [
				(0, 0),
				(1, 0),
				(100, 0),
				(101, 0),
				(1_000, 49),
				(1_001, 0),
				(30, 30),
			] {
				let root = sp_io::storage::root(StateVersion::V1);
				let can = can_withdraw(account, fee, tip);
				assert_eq!(root, sp_io::storage::root(StateVersion::V1));
				let did = frame_support::storage::with_transaction(|| {
					let did = withdraw(account, fee, tip).map(|_| ());
					sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(
						did,
					))
				})
				.expect("rolled back");
				assert_eq!(can, did, "{account}: {fee} and {tip}");
			}
		}
	});
}

#[test]
fn withdraw_fee_should_change_nothing_when_it_fails() {
	build_and_execute(|| {
		assert!(spend(MX, 1_000));
		assert_noop!(withdraw(MX, 1, 0).map(|_| ()), InvalidTransaction::Payment);
		assert_noop!(
			withdraw(STRANGER, 1, 0).map(|_| ()),
			InvalidTransaction::Payment
		);
		assert_eq!(Administrations::outer_signer(), None);
	});
}

/// Through the stock extension, as the runtime has it.
fn transact(
	who: AccountId,
	weight: u64,
	during: impl FnOnce() -> Option<u64>,
) -> Result<(), TransactionValidityError> {
	let info = DispatchInfo {
		call_weight: Weight::from_parts(weight, 0),
		..Default::default()
	};
	ChargeTransactionPayment::<Test>::from(0)
		.test_run(signed(who), &remark(), &info, 0, 0, |_| {
			Ok(PostDispatchInfo {
				actual_weight: during().map(|weight| Weight::from_parts(weight, 0)),
				..Default::default()
			})
		})
		.map(|_| ())
}

#[test]
fn outer_signer_should_be_known_during_the_dispatch_only() {
	build_and_execute(|| {
		Balances::set_balance(&STRANGER, 1_000);
		for account in [MX, 10, STRANGER] {
			assert_eq!(Administrations::outer_signer(), None);
			assert_ok!(transact(account, 100, || {
				assert_eq!(Administrations::outer_signer(), Some(account));
				None
			}));
			assert_eq!(Administrations::outer_signer(), None);
		}
		// also when the call costs nothing
		assert_ok!(transact(MX, 0, || {
			assert_eq!(Administrations::outer_signer(), Some(MX));
			None
		}));
		assert_eq!(Administrations::outer_signer(), None);
	});
}

#[test]
fn quota_should_be_counted_through_the_stock_extension() {
	build_and_execute(|| {
		assert_ok!(transact(MX, 400, || Some(150)));
		assert_eq!(left(MX), Some(850));
		assert_eq!(
			transact(10, 851, || panic!("it must not be dispatched")),
			Err(InvalidTransaction::Payment.into())
		);
		assert_ok!(transact(10, 850, || None));
		assert_eq!(left(MX), Some(0));
	});
}

proptest! {
	/// Over any window of blocks no more is taken than the maximum and what came back, and what
	/// is refused would have been too much.
	#[test]
	fn quota_should_never_be_exceeded(
		max in 0u128..2_000,
		recovery in 0u128..50,
		steps in prop::collection::vec((0u64..4, 0u128..800), 1..40),
	) {
		let quota = Quota { max, recovery };
		let mut bucket = Bucket { used: 0, at: 0u64 };
		let mut now = 0;
		// the same, the other way round: what is there, filled up block by block
		let mut saved = max;
		let mut taken: Vec<(u64, u128)> = vec![];
		for (blocks, fee) in steps {
			for _ in 0..blocks {
				now += 1;
				saved = max.min(saved + recovery);
			}
			let used = quota.take(quota.in_use(bucket, now), fee);
			prop_assert_eq!(used.is_some(), fee <= saved);
			if let Some(used) = used {
				bucket = Bucket { used, at: now };
				saved -= fee;
				taken.push((now, fee));
				prop_assert_eq!(max - used, saved);
			}
			for (from, _) in &taken {
				let sum: u128 =
					taken.iter().filter(|(at, _)| at >= from).map(|(_, fee)| fee).sum();
				prop_assert!(sum <= max + recovery * u128::from(now - from));
			}
		}
	}

	#[test]
	fn quota_should_survive_any_number(
		max: u128,
		recovery: u128,
		used: u128,
		at: u64,
		now: u64,
		fee: u128,
	) {
		let quota = Quota { max, recovery };
		let in_use = quota.in_use(Bucket { used, at }, now);
		prop_assert!(in_use <= used);
		prop_assert!(quota.take(in_use, fee).is_none_or(|used| used <= max && used >= fee));
	}
}
