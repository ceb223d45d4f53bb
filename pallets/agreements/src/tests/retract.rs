//! `retract`.

use super::*;

#[test]
fn retract_should_remove_a_proposal() {
	build_and_execute(|| {
		let number = propose(signed(MX), &[Territory::MX, Territory::CR], Some(TODAY));
		assert_noop!(
			Agreements::retract(signed(CR), number),
			Error::<Test>::ProposedByAnotherAdministration
		);
		assert_ok!(Agreements::retract(by(MX), number));
		expect_event(Event::ProposalRetracted { agreement: number });
		assert!(!crate::ProposedLegs::<Test>::contains_key(number));
		assert_noop!(sign(CR, number, None), Error::<Test>::UnknownAgreement);
		// Its number is not given again.
		assert_eq!(
			propose(signed(MX), &[Territory::MX, Territory::CR], None),
			number + 1
		);
	});
}

#[test]
fn retract_should_fail_once_all_have_signed() {
	build_and_execute(|| {
		let number = conclude();
		assert_noop!(
			Agreements::retract(signed(MX), number),
			Error::<Test>::AgreementSignedAlready
		);
	});
}
