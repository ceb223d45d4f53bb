//! `give_notice` (M5), and the end that follows from the clock.

use super::*;
use aeo_primitives::recognition::Standing;

/// Sixty days of notice from today on: the 23rd of January is the last one.
const LAST: &str = "2027-01-23";

fn give_notice(origin: RuntimeOrigin, number: AgreementId) -> DispatchResult {
	Agreements::give_notice(origin, number)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

fn noticed(first: &str, last: &str) -> Option<LegState> {
	Some(LegState::NoticeGiven {
		from: day(first),
		until: day(last),
	})
}

/// The last millisecond of a day, so many minutes east of UTC.
fn last_moment(text: &str, minutes: i16) -> u64 {
	day(text).last_moment(minutes.try_into().expect("an offset"))
}

/// Scenario 13: the last day grants, the next not (I24).
#[test]
fn notice_of_sixty_days_should_leave_the_last_day_and_not_a_millisecond_more() {
	build_and_execute(|| {
		let number = conclude();
		assert_ok!(give_notice(signed(MX), number));
		assert_eq!(
			state(number, Territory::MX, Territory::CR),
			noticed(TODAY, LAST)
		);
		let end = last_moment(LAST, -360);
		// 23 January, 23:59:59.999 in Mexico and Costa Rica.
		assert_eq!(end, NOON + 60 * 24 * HOUR + 18 * HOUR - 1);
		for (moment, grants) in [(NOON, true), (end - 1, true), (end, true), (end + 1, false)] {
			Timestamp::set_timestamp(moment);
			assert_eq!(in_force(Territory::MX, Territory::CR), grants, "{moment}");
			assert_eq!(in_force(Territory::CR, Territory::MX), grants, "{moment}");
		}
		// Nothing was written for it, and whoever asks is told.
		let leg = &Agreements::legs_of(Territory::MX, Territory::CR)[0];
		assert_eq!(state_at(leg, end), leg.state());
		assert_eq!(state_at(leg, end + 1), LegState::Ended);
	});
}

/// The last day is counted and ends where the clocks of each leg's grantor stand.
#[test]
fn each_leg_should_end_with_its_grantors_day() {
	build_and_execute(|| {
		aeo_mocks::admit(21, Territory::JP, 540);
		let number = propose(signed(MX), &[Territory::MX, Territory::JP], Some(TODAY));
		assert_ok!(sign(21, number, None));
		// 18:00 UTC: noon of the 24th in Mexico, three in the morning of the 25th in Japan.
		Timestamp::set_timestamp(NOON + 6 * HOUR);
		assert_ok!(Agreements::put_in_force(
			by(21),
			number,
			Territory::MX,
			written("2026-11-25")
		));
		assert_ok!(give_notice(signed(21), number));
		assert_eq!(
			state(number, Territory::MX, Territory::JP),
			noticed("2026-11-25", "2027-01-24")
		);
		assert_eq!(
			state(number, Territory::JP, Territory::MX),
			noticed(TODAY, LAST)
		);
		let mexico = last_moment(LAST, -360);
		let japan = last_moment("2027-01-24", 540);
		assert_eq!(japan - mexico, 9 * HOUR);
		for (moment, to_mexico, to_japan) in [
			(mexico, true, true),
			(mexico + 1, false, true),
			(japan, false, true),
			(japan + 1, false, false),
		] {
			Timestamp::set_timestamp(moment);
			assert_eq!(in_force(Territory::MX, Territory::JP), to_japan, "{moment}");
			assert_eq!(
				in_force(Territory::JP, Territory::MX),
				to_mexico,
				"{moment}"
			);
		}
	});
}

#[test]
fn notice_should_be_told_with_the_last_day() {
	build_and_execute(|| {
		let number = conclude();
		System::reset_events();
		assert_ok!(give_notice(signed(CR), number));
		System::assert_has_event(RuntimeEvent::Agreements(Event::NoticeGiven {
			agreement: number,
			party: Territory::CR,
			until: day(LAST),
		}));
		for (issuer, grantor) in [
			(Territory::MX, Territory::CR),
			(Territory::CR, Territory::MX),
		] {
			System::assert_has_event(RuntimeEvent::Agreements(Event::LegChanged {
				agreement: number,
				version: 1,
				issuer,
				grantor,
				from: from(TODAY),
				to: LegState::NoticeGiven {
					from: day(TODAY),
					until: day(LAST),
				},
				until: Some(day(LAST)),
				by: Territory::CR,
			}));
		}
		assert_eq!(System::events().len(), 3);
	});
}

#[test]
fn notice_should_end_the_legs_of_the_one_that_gives_it() {
	build_and_execute(|| {
		let parties = [Territory::MX, Territory::CR, Territory::PE];
		let number = propose(signed(MX), &parties, Some(TODAY));
		for own in [CR, PE] {
			assert_ok!(sign(own, number, Some(TODAY)));
		}
		assert_ok!(give_notice(signed(PE), number));
		for issuer in parties {
			for grantor in parties {
				let expected = if issuer == grantor {
					None
				} else if [issuer, grantor].contains(&Territory::PE) {
					noticed(TODAY, LAST)
				} else {
					from(TODAY)
				};
				assert_eq!(state(number, issuer, grantor), expected);
			}
		}
	});
}

#[test]
fn notice_should_be_given_once_and_stand() {
	build_and_execute(|| {
		let number = conclude();
		assert_ok!(give_notice(signed(MX), number));
		assert_noop!(
			give_notice(signed(MX), number),
			Error::<Test>::NoticeGivenAlready
		);
		Timestamp::set_timestamp(NOON + 24 * HOUR);
		// The other one leaves too; the legs keep their last day.
		assert_ok!(give_notice(signed(CR), number));
		assert_eq!(
			state(number, Territory::MX, Territory::CR),
			noticed(TODAY, LAST)
		);
		expect_event(Event::NoticeGiven {
			agreement: number,
			party: Territory::CR,
			until: day("2027-01-24"),
		});
	});
}

/// The safe reading: what has not begun never will.
#[test]
fn a_pending_leg_should_be_over_with_the_notice() {
	build_and_execute(|| {
		let number = propose(signed(MX), &[Territory::MX, Territory::CR], Some(TODAY));
		assert_ok!(sign(CR, number, None));
		assert_ok!(give_notice(signed(MX), number));
		assert_eq!(
			state(number, Territory::MX, Territory::CR),
			Some(LegState::Ended)
		);
		// It has no last day, since it had no first one.
		System::assert_has_event(RuntimeEvent::Agreements(Event::LegChanged {
			agreement: number,
			version: 1,
			issuer: Territory::MX,
			grantor: Territory::CR,
			from: Some(LegState::Pending),
			to: LegState::Ended,
			until: None,
			by: Territory::MX,
		}));
		assert_noop!(
			Agreements::put_in_force(by(CR), number, Territory::MX, written(TODAY)),
			Error::<Test>::LegEnded
		);
		assert_noop!(
			Agreements::suspend_leg(by(CR), number, Territory::MX, Territory::CR),
			Error::<Test>::LegEnded
		);
		assert!(Agreements::summary(Territory::MX).is_empty());
		assert_eq!(Agreements::summary(Territory::CR).len(), 1);
	});
}

#[test]
fn a_suspended_leg_should_stay_suspended_under_notice() {
	build_and_execute(|| {
		let number = conclude();
		let (issuer, grantor) = (Territory::MX, Territory::CR);
		assert_ok!(Agreements::suspend_leg(by(CR), number, issuer, grantor));
		assert_ok!(give_notice(signed(MX), number));
		assert_eq!(state(number, issuer, grantor), Some(LegState::Suspended));
		assert_ok!(Agreements::resume_leg(by(CR), number, issuer, grantor));
		assert_eq!(state(number, issuer, grantor), noticed(TODAY, LAST));
		assert_ok!(Agreements::suspend_leg(by(MX), number, issuer, grantor));
		assert_eq!(state(number, issuer, grantor), Some(LegState::Suspended));
		// When it is over nobody resumes it.
		Timestamp::set_timestamp(last_moment(LAST, -360) + 1);
		assert_noop!(
			Agreements::resume_leg(by(MX), number, issuer, grantor),
			Error::<Test>::LegEnded
		);
		assert_noop!(
			Agreements::suspend_leg(by(CR), number, grantor, issuer),
			Error::<Test>::LegEnded
		);
	});
}

#[test]
fn notice_should_fail_for_all_but_parties_of_what_is_signed() {
	build_and_execute(|| {
		let proposed = propose(signed(MX), &[Territory::MX, Territory::CR], None);
		assert_noop!(
			give_notice(signed(MX), proposed),
			Error::<Test>::NotSignedYet
		);
		let number = conclude();
		assert_noop!(give_notice(signed(PE), number), Error::<Test>::NotAParty);
		assert_noop!(give_notice(signed(MX), 7), Error::<Test>::UnknownAgreement);
	});
}

/// A partner that has left the network or is in quarantine is no reason to be bound for longer.
#[test]
fn notice_should_be_given_to_who_is_not_admitted() {
	build_and_execute(|| {
		let number = conclude();
		aeo_mocks::set_standing(Territory::CR, Standing::Withdrawn);
		assert_ok!(give_notice(signed(MX), number));
		assert_eq!(
			state(number, Territory::MX, Territory::CR),
			noticed(TODAY, LAST)
		);
	});
}

#[test]
fn the_days_of_notice_should_be_bounded() {
	build_and_execute(|| {
		let propose = |notice_days| {
			let pair = vec![Territory::MX, Territory::CR];
			Agreements::propose(
				signed(MX),
				pair.clone().into(),
				text(),
				None,
				notice_days,
				mesh(&pair).into_iter().map(Into::into).collect(),
				Some(written(TODAY)),
			)
		};
		assert_noop!(propose(3_651), Error::<Test>::NoticeTooLong);
		// As polkadot.js leaves it.
		assert_noop!(propose(0), Error::<Test>::NoticeDaysMissing);
		for (number, days, last) in [(1, 3_650, "2036-11-21"), (2, 1, "2026-11-25")] {
			assert_ok!(propose(days));
			assert_ok!(sign(CR, number, Some(TODAY)));
			assert_ok!(give_notice(signed(MX), number));
			assert_eq!(
				state(number, Territory::CR, Territory::MX),
				noticed(TODAY, last)
			);
		}
	});
}
