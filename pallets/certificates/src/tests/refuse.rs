//! `refuse`.

use super::*;

#[test]
fn refuse_should_clear_the_decision_away() {
	build_and_execute(|| {
		set_up();
		for own in [by as fn(AccountId) -> RuntimeOrigin, by_second] {
			assert_ok!(propose(authorise("OEA", TIN)));
			let origin = own(MX);
			assert_ok!(refuse(origin));
		}
		expect_event(Event::DecisionRefused {
			issuer: Territory::MX,
			number: number(NUMBER),
			proposal: 2,
			maker: officer(MX, Scope::Certification),
			by: second_officer(MX, Scope::Certification),
		});
		assert_noop!(refuse(by(MX)), Error::<Test>::UnknownProposal);
	});
}
