//! `refuse`.

use super::*;

#[test]
fn refuse_should_clear_the_decision_away() {
	build_and_execute(|| {
		set_up();
		for own in [by as fn(AccountId) -> RuntimeOrigin, by_second] {
			assert_ok!(propose(authorise("OEA", TIN)));
			let origin = own(MX);
			assert_ok!(Certificates::refuse(origin, number(NUMBER)));
			wait(WINDOW);
		}
		expect_event(Event::DecisionRefused {
			issuer: Territory::MX,
			number: number(NUMBER),
			by: second_officer(MX, Scope::Certification),
		});
		assert_noop!(
			Certificates::refuse(by(MX), number(NUMBER)),
			Error::<Test>::NothingPending
		);
	});
}

#[test]
fn a_signed_confirmation_should_never_meet_another_proposal() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("OEA", TIN)));
		assert_noop!(
			propose(authorise("OEA", OTHER)),
			Error::<Test>::DecisionPending
		);
		assert_ok!(Certificates::refuse(by(MX), number(NUMBER)));
		assert_ok!(propose(authorise("OEA", OTHER)));
		wait(WINDOW - 1);
		assert_noop!(confirm(by_second(MX)), Error::<Test>::TooSoon);
		wait(1);
		assert_ok!(confirm(by_second(MX)));
		// The confirmation of a third officer, signed at the same time, meets nothing either.
		assert_ok!(propose(super::rectify::wider()));
		assert_noop!(confirm(by_second(MX)), Error::<Test>::TooSoon);
		wait(WINDOW);
		assert_ok!(confirm(by_second(MX)));
	});
}
