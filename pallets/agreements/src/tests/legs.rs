//! `put_in_force` (M3), `suspend_leg` and `resume_leg` (M4).

use super::*;
use aeo_primitives::recognition::Standing;

fn suspend(own: AccountId, number: AgreementId) -> DispatchResult {
	Agreements::suspend_leg(by(own), number, Territory::MX, Territory::CR)
}

fn resume(own: AccountId, number: AgreementId) -> DispatchResult {
	Agreements::resume_leg(by(own), number, Territory::MX, Territory::CR)
}

/// An agreement in which Costa Rica has given no day.
fn pending() -> AgreementId {
	let number = propose(signed(MX), &[Territory::MX, Territory::CR], Some(TODAY));
	assert_ok!(sign(CR, number, None));
	number
}

#[test]
fn put_in_force_should_give_a_day() {
	build_and_execute(|| {
		let number = pending();
		let put = |origin, day_text| {
			Agreements::put_in_force(origin, number, Territory::MX, written(day_text))
		};
		assert_noop!(put(by(CR), "2026-11-23"), Error::<Test>::DayPassed);
		assert_ok!(put(by(CR), "2026-12-01"));
		assert_eq!(
			state(number, Territory::MX, Territory::CR),
			from("2026-12-01")
		);
		expect_event(Event::LegChanged {
			agreement: number,
			version: 1,
			issuer: Territory::MX,
			grantor: Territory::CR,
			from: Some(LegState::Pending),
			to: LegState::InForce {
				from: day("2026-12-01"),
			},
			until: None,
			by: Territory::CR,
		});
		assert_noop!(put(by(CR), TODAY), Error::<Test>::LegPutInForceAlready);
	});
}

#[test]
fn put_in_force_should_be_the_grantors_alone() {
	build_and_execute(|| {
		let number = pending();
		for own in [MX, PE] {
			// To another than the grantor the leg is another one, which is not there.
			assert_noop!(
				Agreements::put_in_force(by(own), number, Territory::MX, written(TODAY)),
				Error::<Test>::UnknownLeg
			);
		}
		aeo_mocks::set_standing(Territory::MX, Standing::QuarantinedByCouncil);
		assert_noop!(
			Agreements::put_in_force(by(CR), number, Territory::MX, written(TODAY)),
			Error::<Test>::AdministrationNotAdmitted
		);
		aeo_mocks::set_standing(Territory::MX, Standing::Admitted);
		assert_ok!(Agreements::put_in_force(
			signed(CR),
			number,
			Territory::MX,
			written(TODAY)
		));
	});
}

#[test]
fn a_leg_should_be_suspended_by_either_end_and_resumed_by_the_same() {
	build_and_execute(|| {
		let number = conclude();
		for (one, other) in [(MX, CR), (CR, MX)] {
			assert_ok!(suspend(one, number));
			assert_eq!(
				state(number, Territory::MX, Territory::CR),
				Some(LegState::Suspended)
			);
			// The other direction goes on.
			assert_eq!(state(number, Territory::CR, Territory::MX), from(TODAY));
			assert_noop!(suspend(one, number), Error::<Test>::LegSuspendedAlready);
			assert_noop!(resume(other, number), Error::<Test>::LegNotSuspended);
			assert_ok!(resume(one, number));
			assert_eq!(state(number, Territory::MX, Territory::CR), from(TODAY));
			assert_noop!(resume(one, number), Error::<Test>::LegNotSuspended);
		}
	});
}

#[test]
fn a_leg_should_be_in_force_when_neither_end_has_suspended_it() {
	build_and_execute(|| {
		let number = conclude();
		assert_ok!(suspend(MX, number));
		assert_ok!(suspend(CR, number));
		assert_ok!(resume(MX, number));
		assert_eq!(
			state(number, Territory::MX, Territory::CR),
			Some(LegState::Suspended)
		);
		assert_ok!(resume(CR, number));
		assert_eq!(state(number, Territory::MX, Territory::CR), from(TODAY));
	});
}

#[test]
fn a_leg_should_be_let_alone_by_all_others_and_while_it_is_pending() {
	build_and_execute(|| {
		let number = pending();
		assert_noop!(suspend(MX, number), Error::<Test>::LegPending);
		assert_noop!(resume(MX, number), Error::<Test>::LegPending);
		assert_noop!(suspend(PE, number), Error::<Test>::NotAParty);
		assert_noop!(suspend(MX, 7), Error::<Test>::UnknownLeg);
		let proposed = propose(by(MX), &[Territory::MX, Territory::CR], None);
		assert_noop!(suspend(MX, proposed), Error::<Test>::UnknownLeg);
	});
}
