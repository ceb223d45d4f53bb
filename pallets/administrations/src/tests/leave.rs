//! `give_notice`, `withdraw_notice`, `leave`.

use super::*;
use crate::{AdministrationState::*, Coverage, Error, Quarantine, Seats, Validating};
use frame_support::assert_noop;

#[test]
fn give_notice_should_set_the_first_moment_of_leaving() {
	build_and_execute(|| {
		assert_ok!(Administrations::give_notice(signed(CR)));
		let until = NOW + NOTICE;
		expect_event(Event::NoticeGiven {
			administration: Territory::CR,
			until,
		});
		assert_eq!(record(Territory::CR).notice, Some(until));
		assert_eq!(state(Territory::CR), Admitted);
	});
}

#[test]
fn give_notice_should_fail_when_it_was_given() {
	build_and_execute(|| {
		assert_ok!(Administrations::give_notice(signed(CR)));
		assert_noop!(
			Administrations::give_notice(signed(CR)),
			Error::<Test>::NoticeGivenAlready
		);
	});
}

#[test]
fn give_notice_should_fail_at_the_end_of_time() {
	build_and_execute(|| {
		Timestamp::set_timestamp(u64::MAX - NOTICE + 1);
		assert_noop!(
			Administrations::give_notice(signed(CR)),
			sp_runtime::ArithmeticError::Overflow
		);
	});
}

#[test]
fn withdraw_notice_should_make_leaving_impossible() {
	build_and_execute(|| {
		assert_ok!(Administrations::give_notice(signed(CR)));
		assert_ok!(Administrations::withdraw_notice(signed(CR)));
		expect_event(Event::NoticeWithdrawn {
			administration: Territory::CR,
		});
		Timestamp::set_timestamp(NOW + NOTICE);
		assert_noop!(
			Administrations::leave(signed(CR)),
			Error::<Test>::NoticeNotGiven
		);
	});
}

#[test]
fn withdraw_notice_should_fail_without_one() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::withdraw_notice(signed(CR)),
			Error::<Test>::NoticeNotGiven
		);
	});
}

#[test]
fn leave_should_fail_without_notice() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::leave(signed(CR)),
			Error::<Test>::NoticeNotGiven
		);
	});
}

#[test]
fn leave_should_fail_one_millisecond_before_the_end_of_the_notice() {
	build_and_execute(|| {
		assert_ok!(Administrations::give_notice(signed(CR)));
		Timestamp::set_timestamp(NOW + NOTICE - 1);
		assert_noop!(
			Administrations::leave(signed(CR)),
			Error::<Test>::NoticeNotOver
		);
		Timestamp::set_timestamp(NOW + NOTICE);
		assert_ok!(Administrations::leave(signed(CR)));
	});
}

#[test]
fn leave_should_take_seat_coverage_and_validator_and_keep_the_history() {
	build_and_execute(|| {
		assert_ok!(Administrations::give_notice(signed(MX)));
		Timestamp::set_timestamp(NOW + NOTICE);
		assert_ok!(Administrations::leave(signed(MX)));
		expect_event(Event::StateChanged {
			administration: Territory::MX,
			from: Admitted,
			to: Withdrawn,
			by_council: false,
		});
		let history = record(Territory::MX);
		assert_eq!((history.state, history.notice), (Withdrawn, None));
		assert_eq!((history.details.account, history.officers), (MX, 2));
		assert!(!Coverage::<Test>::contains_key(Territory::MX));
		assert!(!Validating::<Test>::get().contains(&Territory::MX));
		assert!(!Seats::<Test>::get().contains(&MX));
		assert!(!Council::is_member(&MX));
		for account in [MX, 10, 11] {
			assert_eq!(Administrations::account_of(&account), None);
			assert_eq!(
				System::providers(&account),
				1,
				"given once, never taken back"
			);
		}
	});
}

#[test]
fn leave_should_be_possible_from_a_quarantine() {
	build_and_execute(|| {
		assert_ok!(Administrations::give_notice(signed(CR)));
		assert_ok!(Administrations::quarantine(enough(), Territory::CR));
		Timestamp::set_timestamp(NOW + NOTICE);
		assert_ok!(Administrations::leave(signed(CR)));
		expect_event(Event::StateChanged {
			administration: Territory::CR,
			from: Quarantined(Quarantine::Council),
			to: Withdrawn,
			by_council: false,
		});
	});
}

/// Else three seats would be two, which can decide nothing, not even to admit a third.
#[test]
fn leave_should_fail_when_the_council_would_be_too_small() {
	build_and_execute(|| {
		for account in [CR, PE] {
			assert_ok!(Administrations::give_notice(signed(account)));
		}
		Timestamp::set_timestamp(NOW + NOTICE);
		assert_ok!(Administrations::leave(signed(CR)));
		assert_noop!(
			Administrations::leave(signed(PE)),
			Error::<Test>::CouncilWouldBeTooSmall
		);
		// somebody else comes, and it may go
		admit(Territory::CL, CL);
		assert_ok!(Administrations::leave(signed(PE)));
		assert_eq!(Seats::<Test>::get().len(), 3);
	});
}

#[test]
fn leave_should_fail_from_a_quarantine_in_which_the_seat_was_kept() {
	build_and_execute(|| {
		assert_ok!(Administrations::expel(enough(), Territory::CR));
		assert_ok!(Administrations::give_notice(signed(PE)));
		assert_ok!(Administrations::quarantine_own(signed(PE)));
		Timestamp::set_timestamp(NOW + NOTICE);
		assert_noop!(
			Administrations::leave(signed(PE)),
			Error::<Test>::CouncilWouldBeTooSmall
		);
	});
}
