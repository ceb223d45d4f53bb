//! `retract_amendment`.

use super::*;
use aeo_primitives::recognition::Standing;

/// Mexico proposes that Peru accedes.
fn proposed() -> AgreementId {
	let number = conclude();
	let legs = mesh(&[Territory::MX, Territory::PE]);
	assert_ok!(amend_with(signed(MX), number, &[Territory::PE], legs, None));
	number
}

#[test]
fn retract_amendment_should_leave_the_agreement_as_it_was() {
	build_and_execute(|| {
		let number = proposed();
		let before = crate::Agreements::<Test>::get(number);
		for own in [CR, PE] {
			assert_noop!(
				Agreements::retract_amendment(signed(own), number),
				Error::<Test>::ProposedByAnotherAdministration
			);
		}
		assert_noop!(
			Agreements::retract_amendment(signed(CO), number),
			Error::<Test>::NotAParty
		);
		assert_ok!(Agreements::retract_amendment(signed(MX), number));
		expect_event(Event::AmendmentRetracted {
			agreement: number,
			version: 2,
			by: Territory::MX,
		});
		assert_eq!(crate::Agreements::<Test>::get(number), before);
		assert!(!crate::ProposedLegs::<Test>::contains_key(number));
		assert_eq!(state(number, Territory::MX, Territory::CR), from(TODAY));
		for own in [MX, CR] {
			assert_noop!(
				Agreements::retract_amendment(signed(own), number),
				Error::<Test>::UnknownAmendment
			);
		}
		assert_noop!(
			sign_amendment_with(signed(CR), number, terms(number), None),
			Error::<Test>::UnknownAmendment
		);
	});
}

/// Who can't act must not keep the others from amending.
#[test]
fn any_party_should_retract_what_one_proposed_that_is_not_admitted() {
	build_and_execute(|| {
		let number = proposed();
		aeo_mocks::set_standing(Territory::MX, Standing::Withdrawn);
		assert_noop!(
			Agreements::retract_amendment(signed(CO), number),
			Error::<Test>::NotAParty
		);
		assert_ok!(Agreements::retract_amendment(signed(CR), number));
		expect_event(Event::AmendmentRetracted {
			agreement: number,
			version: 2,
			by: Territory::CR,
		});
	});
}

#[test]
fn retract_should_not_take_an_amended_agreement_back() {
	build_and_execute(|| {
		let number = proposed();
		assert_noop!(
			Agreements::retract(signed(MX), number),
			Error::<Test>::AgreementSignedAlready
		);
	});
}
