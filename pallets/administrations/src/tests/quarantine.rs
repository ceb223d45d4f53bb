//! `quarantine`, `end_quarantine`, `quarantine_own`, `end_own_quarantine`.

use super::*;
use crate::{
	AdministrationState::{Admitted, Quarantined},
	Error, KeyVersions, Quarantine, Seats, Validating,
};
use frame_support::assert_noop;

const NEVER_ROTATED: KeyVersions = KeyVersions {
	account: 0,
	encryption_key: 0,
};

fn has_seat(account: AccountId) -> bool {
	let council = Council::is_member(&account);
	assert_eq!(
		council,
		Seats::<Test>::get().contains(&account),
		"seats are the council's"
	);
	council
}

#[test]
fn quarantine_should_take_the_seat_and_leave_the_validator() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine(enough(), Territory::MX));
		expect_event(Event::StateChanged {
			administration: Territory::MX,
			from: Admitted,
			to: Quarantined(Quarantine::Council),
			by_council: true,
		});
		assert_eq!(state(Territory::MX), Quarantined(Quarantine::Council));
		assert!(!has_seat(MX));
		assert!(Validating::<Test>::get().contains(&Territory::MX));
	});
}

#[test]
fn quarantine_should_be_added_to_the_administrations_own() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine_own(signed(CR)));
		assert_ok!(Administrations::quarantine(council(2, 3), Territory::CR));
		expect_event(Event::StateChanged {
			administration: Territory::CR,
			from: Quarantined(Quarantine::Own(NEVER_ROTATED)),
			to: Quarantined(Quarantine::Both(NEVER_ROTATED)),
			by_council: true,
		});
	});
}

#[test]
fn quarantine_should_fail_when_the_council_would_be_too_small() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine(enough(), Territory::CO));
		assert_noop!(
			Administrations::quarantine(enough(), Territory::PE),
			Error::<Test>::CouncilWouldBeTooSmall
		);
		// nor when Peru has kept its seat
		assert_ok!(Administrations::quarantine_own(signed(PE)));
		assert_noop!(
			Administrations::quarantine(enough(), Territory::PE),
			Error::<Test>::CouncilWouldBeTooSmall
		);
	});
}

#[test]
fn quarantine_should_fail_for_one_that_was_never_admitted() {
	build_and_execute(|| {
		propose(Territory::CL, CL);
		for unknown in [Territory::CL, Territory::EC] {
			assert_noop!(
				Administrations::quarantine(enough(), unknown),
				Error::<Test>::UnknownAdministration
			);
			assert_noop!(
				Administrations::end_quarantine(enough(), unknown),
				Error::<Test>::UnknownAdministration
			);
		}
	});
}

#[test]
fn quarantine_should_need_two_thirds_of_the_seats() {
	build_and_execute(|| {
		let refused = sp_runtime::DispatchError::BadOrigin;
		assert_noop!(
			Administrations::quarantine(too_few(), Territory::CR),
			refused
		);
		assert_ok!(Administrations::quarantine(enough(), Territory::CR));
		assert_noop!(
			Administrations::end_quarantine(council(1, 3), Territory::CR),
			refused
		);
		assert_ok!(Administrations::end_quarantine(
			council(2, 3),
			Territory::CR
		));
	});
}

#[test]
fn end_quarantine_should_give_the_seat_back() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine(enough(), Territory::CR));
		assert_ok!(Administrations::end_quarantine(
			council(2, 3),
			Territory::CR
		));
		expect_event(Event::StateChanged {
			administration: Territory::CR,
			from: Quarantined(Quarantine::Council),
			to: Admitted,
			by_council: true,
		});
		assert!(has_seat(CR));
	});
}

#[test]
fn end_quarantine_should_leave_the_administrations_own() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine(enough(), Territory::CR));
		assert_ok!(Administrations::quarantine_own(signed(CR)));
		assert_ok!(Administrations::end_quarantine(
			council(2, 3),
			Territory::CR
		));
		expect_event(Event::StateChanged {
			administration: Territory::CR,
			from: Quarantined(Quarantine::Both(NEVER_ROTATED)),
			to: Quarantined(Quarantine::Own(NEVER_ROTATED)),
			by_council: true,
		});
		assert!(!has_seat(CR));
	});
}

#[test]
fn end_quarantine_should_fail_when_the_seat_was_given_away() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine(enough(), Territory::CO));
		let more = [
			Territory::AR,
			Territory::BO,
			Territory::BR,
			Territory::CL,
			Territory::EC,
			Territory::PY,
			Territory::UY,
		];
		for (account, territory) in (105..).zip(more) {
			admit(territory, account);
		}
		assert_noop!(
			Administrations::end_quarantine(enough(), Territory::CO),
			Error::<Test>::TooManyAdministrations
		);
	});
}

#[test]
fn quarantine_own_should_take_the_seat_and_note_the_keys() {
	build_and_execute(|| {
		rotate(CR, 22);
		let then = KeyVersions {
			account: 1,
			encryption_key: 0,
		};
		assert_ok!(Administrations::quarantine_own(signed(22)));
		expect_event(Event::StateChanged {
			administration: Territory::CR,
			from: Admitted,
			to: Quarantined(Quarantine::Own(then)),
			by_council: false,
		});
		assert!(!has_seat(22));
	});
}

/// Keys may be gone all at once: no floor keeps an administration from saying so, and the council
/// stays able to decide.
#[test]
fn quarantine_own_should_be_possible_for_everybody_and_leave_three_seats() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine_own(signed(MX)));
		assert!(!has_seat(MX));
		for (account, administration) in [
			(CR, Territory::CR),
			(PE, Territory::PE),
			(CO, Territory::CO),
		] {
			assert_ok!(Administrations::quarantine_own(signed(account)));
			expect_event(Event::SeatKept { administration });
			assert!(has_seat(account));
			assert_eq!(
				state(administration),
				Quarantined(Quarantine::Own(NEVER_ROTATED))
			);
		}
		assert_eq!(Seats::<Test>::get().len(), 3);
	});
}

/// The seat is not lost to whoever has the old keys.
#[test]
fn a_kept_seat_should_move_to_the_new_account_and_stay_after_the_quarantine() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine_own(signed(MX)));
		assert_ok!(Administrations::quarantine_own(signed(CR)));
		rotate(CR, 22);
		assert!(has_seat(22) && !has_seat(CR));
		assert_ok!(Administrations::rotate_encryption_key(signed(22), key(22)));
		assert_ok!(Administrations::end_own_quarantine(signed(22)));
		assert_eq!(state(Territory::CR), Admitted);
		assert!(has_seat(22));
	});
}

/// As soon as the council has grown, it may take the seat of one that quarantined itself.
#[test]
fn a_kept_seat_should_be_taken_by_the_councils_quarantine_or_an_expulsion() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine_own(signed(CO)));
		assert_ok!(Administrations::quarantine_own(signed(CR)));
		assert_ok!(Administrations::quarantine_own(signed(PE)));
		admit(Territory::CL, CL);
		assert_ok!(Administrations::quarantine(enough(), Territory::CR));
		assert!(!has_seat(CR));
		assert_noop!(
			Administrations::expel(enough(), Territory::PE),
			Error::<Test>::CouncilWouldBeTooSmall
		);
		admit(Territory::EC, 6);
		assert_ok!(Administrations::expel(enough(), Territory::PE));
		assert!(!has_seat(PE));
		// the end of the council's quarantine gives none back while the own one goes on
		assert_ok!(Administrations::end_quarantine(enough(), Territory::CR));
		assert!(!has_seat(CR));
	});
}

#[test]
fn a_change_of_seats_should_give_back_the_weight_of_motions_that_are_not_open() {
	use crate::weights::WeightInfo;
	build_and_execute(|| {
		let weighed = Administrations::quarantine(enough(), Territory::CR).expect("it is in");
		let none = crate::weights::SubstrateWeight::<Test>::quarantine(0);
		assert_eq!(weighed.actual_weight, Some(none));
		assert!(
			none.ref_time() < crate::weights::SubstrateWeight::<Test>::quarantine(10).ref_time()
		);
	});
}

#[test]
fn quarantine_own_should_be_added_to_the_councils() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine(enough(), Territory::CR));
		assert_ok!(Administrations::quarantine_own(signed(CR)));
		expect_event(Event::StateChanged {
			administration: Territory::CR,
			from: Quarantined(Quarantine::Council),
			to: Quarantined(Quarantine::Both(NEVER_ROTATED)),
			by_council: false,
		});
	});
}

#[test]
fn end_own_quarantine_should_give_the_seat_to_the_new_account() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine_own(signed(CR)));
		rotate(CR, 22);
		assert_ok!(Administrations::rotate_encryption_key(signed(22), key(22)));
		assert!(!has_seat(22));
		assert_ok!(Administrations::end_own_quarantine(signed(22)));
		expect_event(Event::StateChanged {
			administration: Territory::CR,
			from: Quarantined(Quarantine::Own(NEVER_ROTATED)),
			to: Admitted,
			by_council: false,
		});
		assert!(has_seat(22));
		assert!(!has_seat(CR));
	});
}

#[test]
fn end_own_quarantine_should_leave_the_councils() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine_own(signed(CR)));
		assert_ok!(Administrations::quarantine(council(2, 3), Territory::CR));
		rotate(CR, 22);
		assert_ok!(Administrations::rotate_encryption_key(signed(22), key(22)));
		assert_ok!(Administrations::end_own_quarantine(signed(22)));
		expect_event(Event::StateChanged {
			administration: Territory::CR,
			from: Quarantined(Quarantine::Both(NEVER_ROTATED)),
			to: Quarantined(Quarantine::Council),
			by_council: false,
		});
		assert!(!has_seat(22));
	});
}

#[test]
fn end_own_quarantine_should_fail_until_both_keys_are_new() {
	build_and_execute(|| {
		// rotations of before do not count
		rotate(CR, 22);
		assert_ok!(Administrations::rotate_encryption_key(signed(22), key(22)));
		assert_ok!(Administrations::quarantine_own(signed(22)));
		let refused = || Error::<Test>::KeysNotRotated;
		assert_noop!(Administrations::end_own_quarantine(signed(22)), refused());
		assert_ok!(Administrations::rotate_encryption_key(signed(22), key(23)));
		assert_noop!(Administrations::end_own_quarantine(signed(22)), refused());
		rotate(22, 23);
		assert_ok!(Administrations::end_own_quarantine(signed(23)));

		assert_ok!(Administrations::quarantine_own(signed(23)));
		rotate(23, 24);
		assert_noop!(
			Administrations::end_own_quarantine(signed(24)),
			Error::<Test>::KeysNotRotated
		);
	});
}

#[test]
fn quarantine_should_freeze_every_call_but_those_of_the_keys() {
	use crate::{Call, Settings};
	use aeo_primitives::UsesRecorded;
	use sp_runtime::traits::Dispatchable;
	build_and_execute(|| {
		assert_ok!(Administrations::give_notice(signed(CR)));
		assert_ok!(Administrations::quarantine_own(signed(CR)));
		WithSessionKeys::mutate(|accounts| accounts.push(CR));
		let frozen: [Call<Test>; 10] = [
			Call::propose {
				territory: Territory::CL,
				territories: Default::default(),
				utc_offset: offset(0),
				account: CL,
				encryption_key: key(7),
				instrument: None,
				signatories: Default::default(),
			},
			Call::give_notice {},
			Call::withdraw_notice {},
			Call::appoint_officer {
				officer: 50,
				scopes: vec![aeo_primitives::Scope::Risk].into(),
			},
			Call::dismiss_officer { officer: 20 },
			Call::appoint_signatory { signatory: 50 },
			Call::start_validating {},
			Call::stop_validating {},
			Call::change_settings {
				settings: Settings {
					uses_recorded: UsesRecorded::Clear,
				},
			},
			Call::change_settings {
				settings: Settings::default(),
			},
		];
		for call in frozen {
			assert_noop!(
				RuntimeCall::from(call)
					.dispatch(signed(CR))
					.map_err(|failed| failed.error),
				Error::<Test>::AdministrationNotAdmitted
			);
		}
		Timestamp::set_timestamp(1_800_000_000_000 + NOTICE);
		assert_ok!(Administrations::resign(signed(20)));
		assert_ok!(Administrations::rotate_encryption_key(signed(CR), key(22)));
		rotate(CR, 22);
		assert_ok!(Administrations::rotate_account(signed(22), 23));
		assert_ok!(Administrations::resign(signed(23)));
		assert_ok!(Administrations::leave(signed(22)));
	});
}
