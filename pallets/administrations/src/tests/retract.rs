//! `retract`.

use super::*;
use crate::{Error, Proposals, ProposalsOf};
use frame_support::assert_noop;

#[test]
fn retract_should_take_the_proposers_proposal_back() {
	build_and_execute(|| {
		let proposal = propose(Territory::CL, CL);
		assert_ok!(Administrations::retract(signed(MX), Territory::CL, 4));
		expect_event(Event::Retracted {
			territory: Territory::CL,
			proposal,
		});
		assert!(!Proposals::<Test>::contains_key(Territory::CL, proposal));
		assert!(!ProposalsOf::<Test>::contains_key(Territory::MX));
	});
}

#[test]
fn retract_should_be_open_to_the_council() {
	build_and_execute(|| {
		let proposal = propose(Territory::CL, CL);
		assert_ok!(Administrations::retract(enough(), Territory::CL, 4));
		expect_event(Event::Retracted {
			territory: Territory::CL,
			proposal,
		});
	});
}

#[test]
fn retract_should_be_open_to_the_council_when_the_proposer_is_quarantined() {
	build_and_execute(|| {
		propose(Territory::CL, CL);
		assert_ok!(Administrations::quarantine_own(signed(MX)));
		assert_noop!(
			Administrations::retract(signed(MX), Territory::CL, 4),
			Error::<Test>::AdministrationNotAdmitted
		);
		assert_ok!(Administrations::retract(council(2, 3), Territory::CL, 4));
	});
}

#[test]
fn retract_should_fail_for_another_administration() {
	build_and_execute(|| {
		propose(Territory::CL, CL);
		assert_noop!(
			Administrations::retract(signed(CR), Territory::CL, 4),
			Error::<Test>::ProposedByAnotherAdministration
		);
	});
}

#[test]
fn retract_should_leave_the_rivals() {
	build_and_execute(|| {
		let first = propose(Territory::CL, CL);
		let second = propose(Territory::CL, 66);
		assert_ok!(Administrations::retract(signed(MX), Territory::CL, first));
		assert!(Proposals::<Test>::contains_key(Territory::CL, second));
		assert_noop!(
			Administrations::retract(signed(MX), Territory::CL, first),
			Error::<Test>::UnknownProposal
		);
	});
}

#[test]
fn retract_should_fail_without_a_proposal() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::retract(signed(MX), Territory::CL, 4),
			Error::<Test>::UnknownProposal
		);
	});
}
