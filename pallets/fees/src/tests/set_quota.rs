//! `set_quota`.

use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;

#[test]
fn set_quota_should_replace_it() {
	build_and_execute(|| {
		assert_ok!(Fees::set_quota(council(), Territory::CR, MORE));
		System::assert_last_event(
			Event::QuotaChanged {
				administration: Territory::CR,
				quota: MORE,
			}
			.into(),
		);
		assert_eq!(budget(Territory::CR).quota, MORE);
		assert_eq!(left(CR), Some(5_000));
		assert_eq!(left(PE), Some(1_000));
	});
}

#[test]
fn set_quota_should_take_an_administration_in_quarantine() {
	for standing in [
		Standing::QuarantinedByItself,
		Standing::QuarantinedByCouncil,
	] {
		build_and_execute(|| {
			set_standing(Territory::CR, standing);
			assert_ok!(Fees::set_quota(council(), Territory::CR, MORE));
		});
	}
}

#[test]
fn set_quota_should_leave_none_when_it_is_below_what_is_used() {
	build_and_execute(|| {
		assert!(spend(MX, 600));
		let less = Quota {
			max: 500,
			recovery: 10,
		};
		assert_ok!(Fees::set_quota(council(), Territory::MX, less));
		assert_eq!(left(MX), Some(0));
		assert!(!spend(MX, 1));
		System::set_block_number(12);
		assert_eq!(left(MX), Some(110));
	});
}

/// What came back until then came back at the old rate.
#[test]
fn set_quota_should_settle_what_was_used() {
	build_and_execute(|| {
		assert!(spend(MX, 600));
		System::set_block_number(11);
		let slower = Quota {
			max: 1_000,
			recovery: 1,
		};
		assert_ok!(Fees::set_quota(council(), Territory::MX, slower));
		assert_eq!(left(MX), Some(500));
		System::set_block_number(21);
		assert_eq!(left(MX), Some(510));
	});
}

/// A motion that changes the quota of the very administration that closes it.
#[test]
fn set_quota_should_give_back_to_the_new_quota_what_its_own_transaction_did_not_use() {
	build_and_execute(|| {
		let paid = withdraw(MX, 300, 0).expect("there is enough");
		assert_ok!(Fees::set_quota(council(), Territory::MX, MORE));
		settle(MX, 100, 0, paid);
		assert_eq!(left(MX), Some(4_900));
	});
}

#[test]
fn set_quota_should_fail_when_nothing_changes() {
	build_and_execute(|| {
		assert_noop!(
			Fees::set_quota(council(), Territory::CR, InitialQuota::get()),
			Error::<Test>::NothingWouldChange
		);
	});
}

#[test]
fn set_quota_should_fail_for_one_that_is_not_admitted() {
	build_and_execute(|| {
		set_standing(Territory::CO, Standing::Withdrawn);
		for unknown in [Territory::CL, Territory::CO, Territory::EC] {
			assert_noop!(
				Fees::set_quota(council(), unknown, MORE),
				Error::<Test>::UnknownAdministration
			);
		}
	});
}
