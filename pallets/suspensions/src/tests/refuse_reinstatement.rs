//! `refuse_reinstatement`.

use super::*;

#[test]
fn refuse_reinstatement_should_take_away_the_proposal_that_it_names_with_both_names() {
	build_and_execute(|| {
		certify();
		assert_noop!(refuse(NUMBER), Error::<Test>::UnknownProposal);
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		assert_ok!(propose(NUMBER));
		let other = second_officer(MX, Scope::Suspension);
		let refuse_as =
			|proposal| Suspensions::refuse_reinstatement(signed(other), written(" mx-1"), proposal);
		assert_noop!(refuse_as(2), Error::<Test>::ProposalNumberDiffers);
		assert_ok!(refuse_as(1));
		expect_event(Event::ReinstatementRefused {
			issuer: Territory::MX,
			number: number(NUMBER),
			proposal: 1,
			maker: officer(MX, Scope::Suspension),
			by: other,
		});
		assert_noop!(refuse_as(1), Error::<Test>::UnknownProposal);
		assert_noop!(confirm_by(other, NUMBER, 1), Error::<Test>::UnknownProposal);
		// Nothing has to wait: the next one has another number.
		assert_ok!(propose(NUMBER));
		assert_ok!(confirm(NUMBER));
	});
}
