//! `expel`.

use super::*;
use crate::{AdministrationState::*, Coverage, Error, KeyVersions, Quarantine, Validating};
use frame_support::assert_noop;

#[test]
fn expel_should_do_what_leaving_does() {
	build_and_execute(|| {
		assert_ok!(Administrations::give_notice(signed(MX)));
		assert_ok!(Administrations::expel(enough(), Territory::MX));
		expect_event(Event::StateChanged {
			administration: Territory::MX,
			from: Admitted,
			to: Withdrawn,
			by_council: true,
		});
		assert_eq!(record(Territory::MX).notice, None);
		assert!(!Coverage::<Test>::contains_key(Territory::MX));
		assert!(!Validating::<Test>::get().contains(&Territory::MX));
		assert!(!Council::is_member(&MX));
		assert_eq!(Administrations::account_of(&MX), None);
	});
}

#[test]
fn expel_should_be_possible_from_a_quarantine() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine_own(signed(CR)));
		assert_ok!(Administrations::expel(council(3, 3), Territory::CR));
		expect_event(Event::StateChanged {
			administration: Territory::CR,
			from: Quarantined(Quarantine::Own(KeyVersions {
				account: 0,
				encryption_key: 0,
			})),
			to: Withdrawn,
			by_council: true,
		});
	});
}

#[test]
fn expel_should_need_three_quarters_of_the_seats() {
	build_and_execute(|| {
		for (ayes, seats) in [(2, 3), (2, 4), (5, 7), (7, 10)] {
			assert_noop!(
				Administrations::expel(council(ayes, seats), Territory::CR),
				sp_runtime::DispatchError::BadOrigin
			);
		}
		assert_ok!(Administrations::expel(council(3, 4), Territory::CR));
	});
}

#[test]
fn expel_should_fail_when_the_council_would_be_too_small() {
	build_and_execute(|| {
		assert_ok!(Administrations::expel(enough(), Territory::CR));
		assert_noop!(
			Administrations::expel(enough(), Territory::PE),
			Error::<Test>::CouncilWouldBeTooSmall
		);
	});
}

#[test]
fn expel_should_fail_for_one_that_left() {
	build_and_execute(|| {
		assert_ok!(Administrations::expel(enough(), Territory::CR));
		for unknown in [Territory::CR, Territory::EC] {
			assert_noop!(
				Administrations::expel(enough(), unknown),
				Error::<Test>::UnknownAdministration
			);
		}
	});
}
