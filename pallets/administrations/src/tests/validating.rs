//! `start_validating`, `stop_validating`, `switch_off_validator`.

use super::*;
use crate::{Error, MinimumValidators, Validating};
use frame_support::assert_noop;

fn validating() -> Vec<Territory> {
	Validating::<Test>::get().into_iter().collect()
}

#[test]
fn validating_should_add_and_remove_the_administration() {
	build_and_execute(|| {
		WithSessionKeys::set(vec![MX, CR]);
		assert_ok!(Administrations::start_validating(signed(CR)));
		expect_event(Event::ValidatingChanged {
			administration: Territory::CR,
			validating: true,
			by_council: false,
		});
		assert!(validating().contains(&Territory::CR));
		assert_ok!(Administrations::stop_validating(signed(CR)));
		expect_event(Event::ValidatingChanged {
			administration: Territory::CR,
			validating: false,
			by_council: false,
		});
		assert_eq!(validating(), vec![Territory::MX]);
	});
}

#[test]
fn start_validating_should_fail_without_session_keys() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::start_validating(signed(CR)),
			Error::<Test>::SessionKeysMissing
		);
	});
}

#[test]
fn validating_should_fail_when_nothing_changes() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::start_validating(signed(MX)),
			Error::<Test>::NothingWouldChange
		);
		assert_noop!(
			Administrations::stop_validating(signed(CR)),
			Error::<Test>::NothingWouldChange
		);
	});
}

#[test]
fn stop_validating_should_fail_when_too_few_would_be_left() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::stop_validating(signed(MX)),
			Error::<Test>::ValidatorsWouldBeTooFew
		);
		MinimumValidators::<Test>::put(2);
		WithSessionKeys::set(vec![MX, CR]);
		assert_ok!(Administrations::start_validating(signed(CR)));
		assert_noop!(
			Administrations::stop_validating(signed(CR)),
			Error::<Test>::ValidatorsWouldBeTooFew
		);
	});
}

#[test]
fn start_validating_should_fail_when_there_are_too_many() {
	build_and_execute(|| {
		admit(Territory::CL, CL);
		admit(Territory::EC, 6);
		WithSessionKeys::set(vec![MX, CR, PE, CO, CL, 6]);
		for account in [CR, PE, CO, CL] {
			assert_ok!(Administrations::start_validating(signed(account)));
		}
		assert_noop!(
			Administrations::start_validating(signed(6)),
			Error::<Test>::TooManyValidators
		);
	});
}

#[test]
fn switch_off_validator_should_take_a_majority() {
	build_and_execute(|| {
		WithSessionKeys::set(vec![MX, CR]);
		assert_ok!(Administrations::start_validating(signed(CR)));
		assert_noop!(
			Administrations::switch_off_validator(council(2, 4), Territory::CR),
			sp_runtime::DispatchError::BadOrigin
		);
		assert_ok!(Administrations::switch_off_validator(
			council(3, 5),
			Territory::CR
		));
		expect_event(Event::ValidatingChanged {
			administration: Territory::CR,
			validating: false,
			by_council: true,
		});
		assert_eq!(validating(), vec![Territory::MX]);
		// it may switch itself on again
		assert_ok!(Administrations::start_validating(signed(CR)));
	});
}

#[test]
fn switch_off_validator_should_reach_a_quarantined_one() {
	build_and_execute(|| {
		WithSessionKeys::set(vec![MX, CR]);
		assert_ok!(Administrations::start_validating(signed(CR)));
		assert_ok!(Administrations::quarantine(enough(), Territory::CR));
		assert_ok!(Administrations::switch_off_validator(
			council(2, 3),
			Territory::CR
		));
		assert_eq!(validating(), vec![Territory::MX]);
	});
}

#[test]
fn switch_off_validator_should_fail_when_it_is_off_or_the_last() {
	build_and_execute(|| {
		for off in [Territory::CR, Territory::EC] {
			assert_noop!(
				Administrations::switch_off_validator(enough(), off),
				Error::<Test>::NothingWouldChange
			);
		}
		assert_noop!(
			Administrations::switch_off_validator(enough(), Territory::MX),
			Error::<Test>::ValidatorsWouldBeTooFew
		);
	});
}
