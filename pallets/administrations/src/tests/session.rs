//! The session pallet's manager.

use super::*;
use crate::{BlocksPerSession, LastValidators, MinimumValidators, SessionLength, ValidatorIdOf};
use frame_support::traits::Get;
use pallet_session::SessionManager;
use sp_runtime::traits::Convert;

fn new_session(index: u32) -> Option<Vec<AccountId>> {
	<Administrations as SessionManager<AccountId>>::new_session(index)
}

#[test]
fn new_session_should_give_nothing_when_nothing_changed() {
	build_and_execute(|| {
		assert_eq!(new_session(0), Some(vec![MX]));
		assert_eq!(LastValidators::<Test>::get().into_inner(), vec![MX]);
		for index in 1..5 {
			assert_eq!(new_session(index), None);
		}
	});
}

#[test]
fn new_session_should_take_up_a_change_once() {
	build_and_execute(|| {
		assert_eq!(new_session(0), Some(vec![MX]));
		WithSessionKeys::set(vec![MX, CR]);
		assert_ok!(Administrations::start_validating(signed(CR)));
		assert_eq!(
			new_session(1),
			Some(vec![CR, MX]),
			"in the order of territories"
		);
		assert_eq!(new_session(2), None);
		assert_ok!(Administrations::stop_validating(signed(MX)));
		assert_eq!(new_session(3), Some(vec![CR]));
	});
}

#[test]
fn new_session_should_leave_out_those_without_keys() {
	build_and_execute(|| {
		WithSessionKeys::set(vec![MX, CR, PE]);
		for account in [CR, PE] {
			assert_ok!(Administrations::start_validating(signed(account)));
		}
		WithSessionKeys::set(vec![MX, PE]);
		assert_eq!(new_session(0), Some(vec![MX, PE]));
	});
}

#[test]
fn new_session_should_leave_the_set_when_too_few_would_be_left() {
	build_and_execute(|| {
		WithSessionKeys::set(vec![MX, CR]);
		assert_ok!(Administrations::start_validating(signed(CR)));
		assert_eq!(new_session(0), Some(vec![CR, MX]));
		MinimumValidators::<Test>::put(2);
		// the keys of one are gone; and leaving asks for no minimum
		WithSessionKeys::set(vec![MX]);
		assert_eq!(new_session(1), None);
		assert_eq!(LastValidators::<Test>::get().into_inner(), vec![CR, MX]);
		// never an empty set, whatever the genesis says
		MinimumValidators::<Test>::put(0);
		WithSessionKeys::set(vec![]);
		assert_eq!(new_session(2), None);
	});
}

#[test]
fn new_session_should_keep_a_quarantined_validator_and_drop_one_that_left() {
	build_and_execute(|| {
		WithSessionKeys::set(vec![MX, CR]);
		assert_ok!(Administrations::start_validating(signed(CR)));
		assert_ok!(Administrations::quarantine(enough(), Territory::CR));
		assert_eq!(new_session(0), Some(vec![CR, MX]));
		assert_ok!(Administrations::expel(council(3, 3), Territory::CR));
		assert_eq!(new_session(1), Some(vec![MX]));
	});
}

/// The session pallet asks twice at genesis, for sessions 0 and 1.
#[test]
fn new_session_genesis_should_give_the_founders_once() {
	build_and_execute(|| {
		assert_eq!(Administrations::new_session_genesis(0), Some(vec![MX]));
		assert_eq!(Administrations::new_session_genesis(1), None);
	});
}

#[test]
#[should_panic(expected = "the genesis names no administration: give \
	`administrations.administrations` and `session.keys`")]
fn new_session_genesis_should_be_refused_without_administrations() {
	sp_io::TestExternalities::default().execute_with(|| {
		Administrations::new_session_genesis(0);
	});
}

#[test]
#[should_panic(
	expected = "the genesis names too few validators: give `session.keys` for at \
	least `administrations.minimumValidators` administrations with `validating: true`"
)]
fn new_session_genesis_should_be_refused_without_session_keys() {
	new_test_ext().execute_with(|| {
		WithSessionKeys::set(vec![CR]);
		Administrations::new_session_genesis(0);
	});
}

#[test]
#[should_panic(expected = "the genesis names too few validators")]
fn new_session_genesis_should_be_refused_below_the_minimum() {
	new_test_ext().execute_with(|| {
		MinimumValidators::<Test>::put(2);
		Administrations::new_session_genesis(0);
	});
}

#[test]
fn validator_id_should_be_given_to_admitted_own_accounts_only() {
	build_and_execute(|| {
		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		propose(Territory::CL, CL);
		assert_ok!(Administrations::quarantine(enough(), Territory::CR));
		assert_ok!(Administrations::expel(council(3, 3), Territory::CR));
		assert_ok!(Administrations::quarantine_own(signed(CO)));
		let id = |account| ValidatorIdOf::<Test>::convert(account);
		assert_eq!([id(MX), id(PE)], [Some(MX), Some(PE)]);
		for account in [10, 12, CL, CR, CO, STRANGER] {
			assert_eq!(id(account), None);
		}
	});
}

#[test]
fn session_length_should_be_that_of_genesis_and_at_least_one_block() {
	build_and_execute(|| {
		assert_eq!(<SessionLength<Test> as Get<u64>>::get(), 10);
		BlocksPerSession::<Test>::put(0);
		assert_eq!(<SessionLength<Test> as Get<u64>>::get(), 1);
	});
}
