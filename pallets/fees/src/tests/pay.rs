//! `QuotaOrFee`: who pays, and how much.

use super::*;
use crate::{Bucket, OuterSigner, UsedByAccount, UsedJointly, UsedOfReserve};
use frame_support::{
	assert_noop,
	traits::fungible::{Inspect, Mutate},
};
use sp_runtime::StateVersion;

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
			(budget(Territory::MX).used, budget(Territory::MX).at),
			(1_000, 4)
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
fn quota_should_send_the_tip_to_the_balance() {
	build_and_execute(|| {
		assert_eq!(
			withdraw(one(MX), 100, 5).err(),
			Some(InvalidTransaction::Payment.into())
		);
		assert_eq!(
			left(one(MX)),
			Some(1_000),
			"what was not paid was not taken"
		);
		Balances::set_balance(&one(MX), 50);
		let paid = withdraw(one(MX), 100, 5).expect("the balance has the tip");
		assert_eq!(Balances::balance(&one(MX)), 45);
		assert_eq!(left(one(MX)), Some(900));
		settle(one(MX), 60, 5, paid);
		assert_eq!(Balances::balance(&one(MX)), 45, "the tip is kept");
		assert_eq!(left(one(MX)), Some(940), "the unused fee is not");
		assert_eq!(
			pallet_transaction_payment::Pallet::<Test>::remaining_txfee::<u128>(),
			0
		);
	});
}

#[test]
fn quota_should_give_way_to_the_balance() {
	build_and_execute(|| {
		Balances::set_balance(&one(MX), 500);
		assert!(spend(one(MX), 900));
		assert_eq!(Balances::balance(&one(MX)), 500);
		let paid = withdraw(one(MX), 200, 0).expect("from the balance");
		assert!(matches!(paid, Payer::Balance(_)));
		assert_eq!(Balances::balance(&one(MX)), 300);
		settle(one(MX), 150, 0, paid);
		assert_eq!(
			Balances::balance(&one(MX)),
			350,
			"what was not used comes back there"
		);
		assert_eq!(left(one(MX)), Some(100), "and nothing of it to the quota");
	});
}

#[test]
fn reserve_should_pay_for_protection_when_the_quota_is_empty_and_for_nothing_else() {
	build_and_execute(|| {
		assert!(spend(one(MX), 990));
		// from the quota as long as it lasts
		assert!(spend_for(Purpose::Protection, MX, 10));
		assert_eq!(UsedOfReserve::<Test>::iter().count(), 0);
		assert!(!spend(MX, 1));
		assert!(spend_for(Purpose::Protection, MX, 200));
		assert!(
			!spend_for(Purpose::Protection, MX, 1),
			"half of it for one account"
		);
		assert!(spend_for(Purpose::Protection, other(MX), 200));
		assert!(
			!spend_for(Purpose::Protection, one(MX), 1),
			"and no more than all of it for all"
		);
		assert_eq!(UsedOfReserve::<Test>::get(Territory::MX).used, 400);
		// those of others are untouched
		assert!(spend_for(Purpose::GoesFirst, other(CR), 200));
	});
}

#[test]
fn suspensions_should_be_paid_from_the_reserve_only() {
	build_and_execute(|| {
		// neither a saved-up quota nor a balance buys more of what goes before everything else
		Balances::set_balance(&one(MX), 10_000);
		assert!(spend_for(Purpose::GoesFirst, one(MX), 200));
		assert!(!spend_for(Purpose::GoesFirst, one(MX), 1));
		assert_eq!(left(one(MX)), Some(1_000));
		assert_eq!(Balances::balance(&one(MX)), 10_000);
		// one key that empties its share leaves another officer as much
		assert!(spend_for(Purpose::GoesFirst, other(MX), 200));
		System::set_block_number(2);
		assert!(spend_for(Purpose::GoesFirst, one(MX), 20));
		assert!(!spend_for(Purpose::GoesFirst, one(MX), 1));
		assert!(spend_for(Purpose::GoesFirst, other(MX), 20));
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
		assert_ok!(Fees::set_quota(council(), Territory::MX, nothing));
		for block in 1..50 {
			System::set_block_number(block);
			assert!(!spend(MX, 2));
			assert!(spend_for(Purpose::Protection, MX, 20));
			assert!(spend_for(Purpose::GoesFirst, other(MX), 20));
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
		for account in [MX, one(MX), STRANGER] {
			let refusal: TransactionValidityError = InvalidTransaction::Custom(7).into();
			assert_noop!(withdraw_for(&call, account, 0, 0).map(|_| ()), refusal);
			let refusal = Err(InvalidTransaction::Custom(7).into());
			assert_eq!(can_withdraw_for(&call, account, 0, 0), refusal);
		}
	});
}

#[test]
fn can_withdraw_fee_should_agree_with_withdraw_fee_and_change_nothing() {
	build_and_execute(|| {
		Balances::set_balance(&one(MX), 50);
		link(&[77]);
		for account in [MX, one(MX), 77, STRANGER] {
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
		assert_eq!(OuterSigner::<Test>::get(), None);
	});
}

#[test]
fn quota_should_be_shared_by_own_account_officers_and_offered_account() {
	build_and_execute(|| {
		let sharing = [MX, one(MX), other(MX), incoming(MX)];
		for (account, fee) in sharing.into_iter().zip([100, 200, 300, 400]) {
			assert!(spend(account, fee));
		}
		for account in sharing {
			assert_eq!(left(account), Some(0));
			assert!(!spend(account, 1));
		}
		// no other administration is affected
		for account in [CR, one(CR), PE, one(PE)] {
			assert_eq!(left(account), Some(1_000));
			assert!(UsedByAccount::<Test>::iter().next().is_none());
		}
	});
}

#[test]
fn quota_should_be_none_for_strangers_who_pay_or_are_refused() {
	build_and_execute(|| {
		set_standing(Territory::PE, Standing::Withdrawn);
		for stranger in [STRANGER, CL, PE, one(PE)] {
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
		link(&[77, 78]);
		assert_eq!(Fees::quota(&77), Some((100, AccountQuota::get())));
		assert!(spend(77, 100));
		assert!(!spend(77, 1));
		// the other one has 100 of its own, and of the joint 150 there are 50 left
		assert_eq!(
			(left(77), left(78), left(MX)),
			(Some(0), Some(50), Some(1_000))
		);
		assert_eq!(Fees::quota(&78), Some((50, JointQuota::get())));
		assert!(!spend(78, 51));
		assert!(spend(78, 50));
		assert_eq!(budget(Territory::MX).used, 0);
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
		let offered = 100_000..103_000;
		for account in offered.clone() {
			set_outside_kind(account, Some((OutsideKind::Offered, Territory::MX)));
		}
		for block in 1..5 {
			System::set_block_number(block);
			let spent = offered.clone().filter(|account| spend(*account, 1)).count();
			assert_eq!(spent, if block == 1 { 150 } else { 3 });
		}
		// nor do they touch what the officers have
		assert_eq!((left(MX), left(one(MX))), (Some(1_000), Some(1_000)));
		assert!(spend_for(Purpose::GoesFirst, other(MX), 200));
	});
}

#[test]
fn nothing_should_be_paid_for_those_outside_an_administration_that_may_not_act() {
	for standing in [
		Standing::QuarantinedByItself,
		Standing::QuarantinedByCouncil,
		Standing::Withdrawn,
	] {
		build_and_execute(|| {
			link(&[77]);
			set_standing(Territory::MX, standing);
			assert_eq!(left(77), None);
			assert!(!spend(77, 1));
		});
	}
}

#[test]
fn quota_in_a_quarantine_should_be_the_reserve_and_for_the_keys_only() {
	for standing in [
		Standing::QuarantinedByItself,
		Standing::QuarantinedByCouncil,
	] {
		build_and_execute(|| {
			assert!(spend(MX, 1_000));
			set_standing(Territory::MX, standing);
			for account in [MX, incoming(MX), signatory(MX)] {
				let share = Reserve::get().share();
				assert_eq!(Fees::quota(&account), Some((200, share)));
			}
			assert!(spend(MX, 200));
			assert!(!spend(MX, 1), "one key can't use it all");
			assert!(spend(incoming(MX), 199));
			assert!(spend(signatory(MX), 1));
			assert!(!spend(signatory(MX), 1));
			for officer in [one(MX), other(MX)] {
				assert_eq!(left(officer), None);
				assert!(!spend(officer, 1));
			}
		});
	}
}

#[test]
fn quota_should_be_given_back_to_the_buckets_that_paid_whatever_became_of_the_signer() {
	build_and_execute(|| {
		link(&[77]);
		let paid = withdraw(77, 90, 0).expect("there is enough");
		// unlinked by its own call
		set_outside_kind(77, None);
		settle(77, 30, 0, paid);
		assert_eq!(UsedByAccount::<Test>::get(77).used, 30);
		assert_eq!(UsedJointly::<Test>::get(Territory::MX).used, 30);

		let first = call_for(Some(Purpose::GoesFirst));
		let paid = withdraw_for(&first, other(MX), 200, 0).expect("there is enough");
		aeo_mocks::dismiss(other(MX));
		settle(other(MX), 50, 0, paid);
		assert_eq!(UsedOfReserve::<Test>::get(Territory::MX).used, 50);
		assert_eq!(UsedByAccount::<Test>::get(other(MX)).used, 50);
	});
}

#[test]
fn quota_should_be_refunded_to_the_purse_that_paid() {
	build_and_execute(|| {
		let paid = withdraw(MX, 800, 0).expect("there is enough");
		set_standing(Territory::MX, Standing::QuarantinedByItself);
		settle(MX, 300, 0, paid);
		assert_eq!(budget(Territory::MX).used, 300);
		assert_eq!(UsedByAccount::<Test>::get(MX), Bucket::default());
	});
}
