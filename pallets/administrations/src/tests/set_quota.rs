//! `set_quota`.

use super::*;
use crate::{Error, Quota};
use frame_support::assert_noop;

const MORE: Quota = Quota {
	max: 5_000,
	recovery: 50,
};

#[test]
fn set_quota_should_replace_it() {
	build_and_execute(|| {
		assert_ok!(Administrations::set_quota(enough(), Territory::CR, MORE));
		expect_event(Event::QuotaChanged {
			administration: Territory::CR,
			quota: MORE,
		});
		assert_eq!(record(Territory::CR).quota, MORE);
		assert_eq!(Administrations::quota_left(&CR), Some(5_000));
		assert_eq!(Administrations::quota_left(&PE), Some(1_000));
	});
}

#[test]
fn set_quota_should_take_an_administration_in_quarantine() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine_own(signed(CR)));
		assert_ok!(Administrations::set_quota(
			council(2, 3),
			Territory::CR,
			MORE
		));
	});
}

#[test]
fn set_quota_should_fail_when_nothing_changes() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::set_quota(enough(), Territory::CR, InitialQuota::get()),
			Error::<Test>::NothingWouldChange
		);
	});
}

#[test]
fn set_quota_should_fail_for_one_that_is_not_admitted() {
	build_and_execute(|| {
		propose(Territory::CL, CL);
		assert_ok!(Administrations::expel(enough(), Territory::CO));
		for unknown in [Territory::CL, Territory::CO, Territory::EC] {
			assert_noop!(
				Administrations::set_quota(enough(), unknown, MORE),
				Error::<Test>::UnknownAdministration
			);
		}
	});
}
