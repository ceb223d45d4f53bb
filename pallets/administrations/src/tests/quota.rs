//! `QuotaOrFee`: who pays, how much, and who signed.

use super::*;
use crate::{
	quota::Payer, rules::quota::Purpose, Bucket, Quota, UsedByAccount, UsedByAdministration,
	UsedJointly, UsedOfReserve,
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
	call_for(Some(Purpose::Work))
}

/// A call for which the rules of the mock say this purpose.
fn call_for(purpose: Option<Purpose>) -> RuntimeCall {
	let remark = match purpose {
		Some(Purpose::Work) => vec![],
		Some(Purpose::Protection) => vec![1],
		Some(Purpose::GoesFirst) => vec![2],
		None => vec![3],
	};
	frame_system::Call::remark { remark }.into()
}

fn withdraw_for(
	call: &RuntimeCall,
	who: AccountId,
	fee: u128,
	tip: u128,
) -> Result<Paid, TransactionValidityError> {
	<Charge as OnChargeTransaction<Test>>::withdraw_fee(
		&who,
		call,
		&DispatchInfo::default(),
		fee + tip,
		tip,
	)
}

fn withdraw(who: AccountId, fee: u128, tip: u128) -> Result<Paid, TransactionValidityError> {
	withdraw_for(&remark(), who, fee, tip)
}

fn can_withdraw_for(
	call: &RuntimeCall,
	who: AccountId,
	fee: u128,
	tip: u128,
) -> Result<(), TransactionValidityError> {
	<Charge as OnChargeTransaction<Test>>::can_withdraw_fee(
		&who,
		call,
		&DispatchInfo::default(),
		fee + tip,
		tip,
	)
}

fn can_withdraw(who: AccountId, fee: u128, tip: u128) -> Result<(), TransactionValidityError> {
	can_withdraw_for(&remark(), who, fee, tip)
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
	spend_for(Purpose::Work, who, fee)
}

fn spend_for(purpose: Purpose, who: AccountId, fee: u128) -> bool {
	match withdraw_for(&call_for(Some(purpose)), who, fee, 0) {
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
			assert_eq!(Administrations::signer(&stranger), None);
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
fn quota_of_a_holder_should_be_small_and_within_the_joint_one() {
	build_and_execute(|| {
		HolderAccounts::set(vec![77, 78]);
		assert_eq!(
			Administrations::quota(&77),
			Some((100, AccountQuota::get()))
		);
		assert!(spend(77, 100));
		assert!(!spend(77, 1));
		// the other one has 100 of its own, and of the joint 150 there are 50 left
		assert_eq!(
			(left(77), left(78), left(MX)),
			(Some(0), Some(50), Some(1_000))
		);
		assert_eq!(Administrations::quota(&78), Some((50, JointQuota::get())));
		assert!(!spend(78, 51));
		assert!(spend(78, 50));
		assert_eq!(UsedByAdministration::<Test>::iter().count(), 0);
		System::set_block_number(3);
		assert_eq!((left(77), left(78)), (Some(2), Some(6)));
		let paid = withdraw(77, 2, 0).expect("it recovered");
		settle(77, 1, 0, paid);
		assert_eq!((left(77), left(78)), (Some(1), Some(5)));
	});
}

/// 3,000 offers are 3,000 small quotas, and together no more than the joint one.
#[test]
fn offers_should_mint_no_quota() {
	build_and_execute(|| {
		let offered: Vec<_> = (1_000..4_000).collect();
		OfferedHolders::set(offered.clone());
		HolderAccounts::set(vec![77]);
		for block in 1..5 {
			System::set_block_number(block);
			let spent = offered.iter().filter(|account| spend(**account, 1)).count();
			assert_eq!(spent, if block == 1 { 150 } else { 3 });
		}
		// nor do they touch what the officers have
		assert_eq!((left(MX), left(10)), (Some(1_000), Some(1_000)));
		assert!(spend_for(Purpose::GoesFirst, 11, 200));
	});
}

#[test]
fn nothing_should_be_paid_for_those_outside_an_administration_that_may_not_act() {
	for frozen in [0, 1, 2] {
		build_and_execute(|| {
			HolderAccounts::set(vec![77]);
			OfferedHolders::set(vec![78]);
			assert_ok!(match frozen {
				0 => Administrations::quarantine_own(signed(MX)),
				1 => Administrations::quarantine(enough(), Territory::MX),
				_ => Administrations::expel(enough(), Territory::MX),
			});
			for account in [77, 78] {
				assert_eq!(left(account), None);
				assert!(!spend(account, 1));
			}
		});
	}
}

#[test]
fn reserve_should_pay_for_protection_when_the_quota_is_empty_and_for_nothing_else() {
	build_and_execute(|| {
		assert!(spend(10, 990));
		// from the quota as long as it lasts
		assert!(spend_for(Purpose::Protection, MX, 10));
		assert_eq!(UsedOfReserve::<Test>::iter().count(), 0);
		assert!(!spend(MX, 1));
		assert!(spend_for(Purpose::Protection, MX, 200));
		assert!(
			!spend_for(Purpose::Protection, MX, 1),
			"half of it for one account"
		);
		assert!(spend_for(Purpose::Protection, 11, 200));
		assert!(
			!spend_for(Purpose::Protection, 10, 1),
			"and no more than all of it for all"
		);
		assert_eq!(UsedOfReserve::<Test>::get(Territory::MX).used, 400);
		// those of others are untouched
		assert!(spend_for(Purpose::GoesFirst, 21, 200));
	});
}

#[test]
fn suspensions_should_be_paid_from_the_reserve_only() {
	build_and_execute(|| {
		// neither a saved-up quota nor a balance buys more of what goes before everything else
		Balances::set_balance(&10, 10_000);
		assert!(spend_for(Purpose::GoesFirst, 10, 200));
		assert!(!spend_for(Purpose::GoesFirst, 10, 1));
		assert_eq!(left(10), Some(1_000));
		assert_eq!(Balances::balance(&10), 10_000);
		// one key that empties its share leaves another officer as much
		assert!(spend_for(Purpose::GoesFirst, 11, 200));
		System::set_block_number(2);
		assert!(spend_for(Purpose::GoesFirst, 10, 20));
		assert!(!spend_for(Purpose::GoesFirst, 10, 1));
		assert!(spend_for(Purpose::GoesFirst, 11, 20));
	});
}

/// What the council sets can't mute an administration.
#[test]
fn reserve_should_be_out_of_the_councils_reach() {
	build_and_execute(|| {
		let nothing = Quota {
			max: 1,
			recovery: 1,
		};
		assert_ok!(Administrations::set_quota(enough(), Territory::MX, nothing));
		for block in 1..50 {
			System::set_block_number(block);
			assert!(!spend(MX, 2));
			assert!(spend_for(Purpose::Protection, MX, 20));
			assert!(spend_for(Purpose::GoesFirst, 11, 20));
		}
	});
}

#[test]
fn calls_of_another_role_should_be_paid_from_the_balance() {
	build_and_execute(|| {
		let call = call_for(None);
		assert_eq!(
			withdraw_for(&call, MX, 1, 0).err(),
			Some(InvalidTransaction::Payment.into())
		);
		Balances::set_balance(&MX, 100);
		let paid = withdraw_for(&call, MX, 40, 0).expect("from the balance");
		settle(MX, 30, 0, paid);
		assert_eq!(Balances::balance(&MX), 70);
		assert_eq!(left(MX), Some(1_000));
	});
}

#[test]
fn what_the_rules_refuse_should_be_refused_whoever_pays() {
	build_and_execute(|| {
		let call: RuntimeCall = frame_system::Call::remark { remark: vec![7] }.into();
		Balances::set_balance(&STRANGER, 1_000);
		for account in [MX, 10, STRANGER] {
			let refusal: TransactionValidityError = InvalidTransaction::Custom(7).into();
			assert_noop!(withdraw_for(&call, account, 0, 0).map(|_| ()), refusal);
			let refusal = Err(InvalidTransaction::Custom(7).into());
			assert_eq!(can_withdraw_for(&call, account, 0, 0), refusal);
		}
	});
}

#[test]
fn quota_in_a_quarantine_should_be_the_reserve_and_for_the_keys_only() {
	for by_council in [true, false] {
		build_and_execute(|| {
			assert_ok!(Administrations::rotate_account(signed(MX), 12));
			// a signer of the multisig
			assert_ok!(Administrations::appoint_signatory(signed(MX), 13));
			assert!(spend(MX, 1_000));
			if by_council {
				assert_ok!(Administrations::quarantine(enough(), Territory::MX));
			} else {
				assert_ok!(Administrations::quarantine_own(signed(MX)));
			}
			for account in [MX, 12, 13] {
				let share = Reserve::get().share();
				assert_eq!(Administrations::quota(&account), Some((200, share)));
			}
			assert!(spend(MX, 200));
			assert!(!spend(MX, 1), "one key can't use it all");
			assert!(spend(12, 199));
			assert!(spend(13, 1));
			assert!(!spend(13, 1));
			for officer in [10, 11] {
				assert_eq!(Administrations::signer(&officer), None);
				assert!(!spend(officer, 1));
			}
		});
	}
}

#[test]
fn quota_should_be_given_back_to_the_buckets_that_paid_whatever_became_of_the_signer() {
	build_and_execute(|| {
		HolderAccounts::set(vec![77]);
		let paid = withdraw(77, 90, 0).expect("there is enough");
		// unlinked by its own call
		HolderAccounts::set(vec![]);
		settle(77, 30, 0, paid);
		assert_eq!(UsedByAccount::<Test>::get(77).used, 30);
		assert_eq!(UsedJointly::<Test>::get(Territory::MX).used, 30);

		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		let paid = withdraw(12, 500, 0).expect("there is enough");
		assert_ok!(Administrations::accept_account(signed(12)));
		settle(12, 100, 0, paid);
		assert_eq!(left(12), Some(900));

		let paid =
			withdraw_for(&call_for(Some(Purpose::GoesFirst)), 11, 200, 0).expect("there is enough");
		assert_ok!(Administrations::resign(signed(11)));
		settle(11, 50, 0, paid);
		assert_eq!(UsedOfReserve::<Test>::get(Territory::MX).used, 50);
		assert_eq!(UsedByAccount::<Test>::get(11).used, 50);
	});
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
		assert_eq!(left(MX), Some(110));
	});
}

/// What came back until then came back at the old rate.
#[test]
fn quota_should_be_settled_when_the_council_changes_it() {
	build_and_execute(|| {
		assert!(spend(MX, 600));
		System::set_block_number(11);
		let slower = Quota {
			max: 1_000,
			recovery: 1,
		};
		assert_ok!(Administrations::set_quota(enough(), Territory::MX, slower));
		assert_eq!(left(MX), Some(500));
		System::set_block_number(21);
		assert_eq!(left(MX), Some(510));
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
				for purpose in [
					Some(Purpose::Work),
					Some(Purpose::Protection),
					Some(Purpose::GoesFirst),
					None,
				] {
					let call = call_for(purpose);
					let root = sp_io::storage::root(StateVersion::V1);
					let can = can_withdraw_for(&call, account, fee, tip);
					assert_eq!(root, sp_io::storage::root(StateVersion::V1));
					let did = frame_support::storage::with_transaction(|| {
						let did = withdraw_for(&call, account, fee, tip).map(|_| ());
						sp_runtime::TransactionOutcome::Rollback(
							Ok::<_, sp_runtime::DispatchError>(did),
						)
					})
					.expect("rolled back");
					assert_eq!(can, did, "{account}: {fee} and {tip} for {purpose:?}");
				}
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

	/// All buckets against a plain model: what is there is filled up block by block, and everything
	/// that is taken is taken from each part of the purse.
	#[test]
	fn quota_should_be_what_a_plain_model_says(
		steps in prop::collection::vec((0u64..3, 0usize..7, 0usize..3, 0u128..300, 0u128..300), 1..60),
	) {
		new_test_ext().execute_with(|| {
			HolderAccounts::set(vec![77, 78]);
			OfferedHolders::set(vec![79]);
			let accounts = [MX, 10, 11, 77, 78, 79, 20];
			let full = |quota: Quota| (quota.max, quota);
			// own, reserve and joint of Mexico and Costa Rica, then the accounts
			let mut own = [full(InitialQuota::get()), full(InitialQuota::get())];
			let mut reserve = [full(Reserve::get()), full(Reserve::get())];
			let mut joint = full(JointQuota::get());
			let mut single = accounts.map(|account| match account {
				77..=79 => full(AccountQuota::get()),
				_ => full(Reserve::get().share()),
			});
			for (blocks, who, purpose, fee, actual) in steps {
				let actual = actual.min(fee);
				for _ in 0..blocks {
					let all = own.iter_mut().chain(&mut reserve).chain(&mut single);
					for (left, quota) in all.chain([&mut joint]) {
						*left = quota.max.min(*left + quota.recovery);
					}
				}
				System::set_block_number(System::block_number() + blocks);
				let account = accounts[who];
				let purpose =
					[Purpose::Work, Purpose::Protection, Purpose::GoesFirst][purpose];
				let of = usize::from(account == 20);
				let outside = (77..=79).contains(&account);
				let from_own = !outside && purpose != Purpose::GoesFirst && own[of].0 >= fee;
				let pays: Vec<&mut u128> = if outside {
					vec![&mut joint.0, &mut single[who].0]
				} else if from_own {
					vec![&mut own[of].0]
				} else if purpose == Purpose::Work {
					vec![]
				} else {
					vec![&mut reserve[of].0, &mut single[who].0]
				};
				// nobody has a balance, and what costs nothing needs none
				let can = pays.iter().all(|left| **left >= fee) && !pays.is_empty() || fee == 0;
				let paid = withdraw_for(&call_for(Some(purpose)), account, fee, 0);
				assert_eq!(paid.is_ok(), can, "{account} {purpose:?} {fee}");
				if let Ok(paid) = paid {
					settle(account, actual, 0, paid);
					for left in pays {
						*left -= actual;
					}
				}
				Administrations::do_try_state().expect("the invariants hold");
			}
			for (who, account) in accounts.into_iter().enumerate() {
				let expected = match account {
					77..=79 => single[who].0.min(joint.0),
					20 => own[1].0,
					_ => own[0].0,
				};
				assert_eq!(left(account), Some(expected), "{account}");
			}
		});
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
