//! `confirm`: four eyes.

use super::*;
use aeo_mocks::signatory;

#[test]
fn confirm_should_decide() {
	build_and_execute(|| {
		certify();
		assert_eq!(record(NUMBER).state, CertificateState::Authorised);
		let history = Certificates::history(Territory::MX, &number(NUMBER), 0);
		assert_eq!(history[0].decided, decided_by_both());
		assert_eq!(Told::get().len(), 1);
		assert_noop!(confirm(by_second(MX)), Error::<Test>::UnknownProposal);
	});
}

#[test]
fn confirm_should_fail_by_the_maker_however_it_signs() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("OEA", TIN)));
		let (maker, checker) = (
			officer(MX, Scope::Certification),
			second_officer(MX, Scope::Certification),
		);
		assert_noop!(confirm(by(MX)), Error::<Test>::ConfirmingOfficerProposedIt);
		// The maker's officer, signed by another.
		let origin = signed(maker);
		set_outer_signer(Some(signatory(MX)));
		assert_noop!(confirm(origin), Error::<Test>::ConfirmingOfficerProposedIt);
		// The second officer's origin, nested in what the maker signed.
		let origin = signed(checker);
		set_outer_signer(Some(maker));
		assert_noop!(
			confirm(origin),
			Error::<Test>::ConfirmingSignerSignedTheProposal
		);
		let origin = signed(checker);
		set_outer_signer(None);
		assert_noop!(confirm(origin), Error::<Test>::NotASignedTransaction);
		assert_ok!(confirm(by_second(MX)));
	});
}

#[test]
fn confirm_should_fail_when_the_same_signer_proposed_through_a_multisig() {
	build_and_execute(|| {
		set_up();
		// An officer that is a multisig: signatory 1 999 signs the proposal for it.
		let origin = signed(officer(MX, Scope::Certification));
		set_outer_signer(Some(second_officer(MX, Scope::Certification)));
		assert_ok!(Certificates::propose(
			origin,
			number(NUMBER).into(),
			as_written(authorise("OEA", TIN))
		));
		assert_noop!(
			confirm(by_second(MX)),
			Error::<Test>::ConfirmingOfficerProposedIt
		);
	});
}

#[test]
fn confirm_should_fail_when_it_comes_too_late() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("OEA", TIN)));
		pass(TIME_OUT + 1);
		assert_noop!(confirm(by_second(MX)), Error::<Test>::ProposalLapsed);
		// Another one waits for nothing.
		assert_ok!(propose(authorise("OEA", OTHER)));
		assert_ok!(confirm(by_second(MX)));
	});
}

#[test]
fn confirm_should_be_in_time_at_the_last_moment() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("OEA", TIN)));
		pass(TIME_OUT);
		assert_ok!(confirm(by_second(MX)));
	});
}

#[test]
fn confirm_should_fail_when_the_facts_have_changed() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("OEA", TIN)));
		// The number is taken meanwhile by a batch of another programme.
		let row = super::take_over::row("FAST", NUMBER, OTHER);
		assert_ok!(super::take_over::propose_rows(vec![row]));
		assert_noop!(confirm(by_second(MX)), Error::<Test>::ChangedSinceProposal);
		assert_ok!(refuse(by(MX)));
	});
}

#[test]
fn a_suspension_should_undo_a_pending_rectification() {
	build_and_execute(|| {
		certify();
		assert_ok!(propose(super::rectify::wider()));
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_noop!(confirm(by_second(MX)), Error::<Test>::ChangedSinceProposal);
	});
}

#[test]
fn confirm_should_fail_where_nothing_is_pending() {
	build_and_execute(|| {
		set_up();
		assert_noop!(confirm(by_second(MX)), Error::<Test>::UnknownProposal);
		assert_ok!(propose(authorise("OEA", TIN)));
		// Another administration has nothing of this number.
		assert_noop!(confirm(by_second(CR)), Error::<Test>::UnknownProposal);
	});
}

#[test]
fn confirm_should_meet_only_the_proposal_that_it_names() {
	build_and_execute(|| {
		certify();
		let confirm = |text, proposal| {
			plain(Certificates::confirm(
				by_second(MX),
				number(text).into(),
				proposal,
			))
		};
		assert_ok!(propose(super::rectify::wider()));
		let first = last_proposal();
		assert_ok!(propose(super::ends::revoke("2026-12-01", None)));
		let second = last_proposal();
		assert_eq!(second, first + 1);
		for wrong in [0, first - 1, second + 1, u32::MAX] {
			assert_noop!(confirm(NUMBER, wrong), Error::<Test>::UnknownProposal);
		}
		assert_noop!(confirm("A-2", first), Error::<Test>::ProposalNumberDiffers);
		assert_noop!(
			Certificates::refuse(by(MX), number("A-2").into(), first),
			Error::<Test>::ProposalNumberDiffers
		);
		// A confirmation that was signed for the first one never meets the second.
		assert_ok!(Certificates::refuse(by(MX), number(NUMBER).into(), first));
		assert_noop!(confirm(NUMBER, first), Error::<Test>::UnknownProposal);
		assert_ok!(confirm(NUMBER, second));
	});
}

#[test]
fn confirm_should_fail_when_the_maker_was_dismissed() {
	build_and_execute(|| {
		certify();
		assert_ok!(propose(super::ends::revoke("2026-12-01", None)));
		let row = super::take_over::row("OEA", "A-2", OTHER);
		assert_ok!(super::take_over::propose_rows(vec![row]));
		let batch = super::take_over::batch();
		aeo_mocks::dismiss(officer(MX, Scope::Certification));
		assert_noop!(
			Certificates::confirm(by_second(MX), number(NUMBER).into(), last_proposal() - 1),
			Error::<Test>::ProposingOfficerDismissed
		);
		assert_noop!(
			super::take_over::confirm_batch(by_second(MX), batch),
			Error::<Test>::ProposingOfficerDismissed
		);
		// Another officer clears it away.
		assert_ok!(Certificates::refuse(
			by_second(MX),
			number(NUMBER).into(),
			last_proposal() - 1
		));
		assert_ok!(Certificates::refuse_batch(
			by_second(MX),
			batch,
			last_proposal()
		));
	});
}

#[test]
fn several_decisions_about_a_certificate_should_wait_and_the_first_confirmed_hold() {
	build_and_execute(|| {
		certify();
		// A bogus proposal stands in nobody's way.
		assert_ok!(propose(super::rectify::wider()));
		let bogus = last_proposal();
		assert_ok!(propose(super::ends::revoke("2026-12-01", None)));
		assert_ok!(confirm(by_second(MX)));
		assert!(matches!(record(NUMBER).state, CertificateState::Revoked(_)));
		assert_noop!(
			Certificates::confirm(by_second(MX), number(NUMBER).into(), bogus),
			Error::<Test>::ChangedSinceProposal
		);
	});
}

#[test]
fn a_revocation_should_be_confirmable_whatever_else_has_changed() {
	build_and_execute(|| {
		certify();
		assert_ok!(propose(super::ends::revoke("2026-12-01", None)));
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_ok!(confirm(by_second(MX)));
		assert_ok!(propose(Decision::Annul {
			document: document()
		}));
		assert_ok!(confirm(by_second(MX)));
		assert_eq!(record(NUMBER).state, CertificateState::Annulled);
	});
}

#[test]
fn what_waits_should_be_bounded_for_each_officer_alone() {
	build_and_execute(|| {
		set_up();
		let propose = |origin, place: u32| {
			plain(Certificates::propose(
				origin,
				number(&format!("A-{place}")).into(),
				as_written(authorise("OEA", TIN)),
			))
		};
		for place in 0..crate::MAX_WAITING {
			assert_ok!(propose(by(MX), place));
		}
		assert_noop!(propose(by(MX), 999), Error::<Test>::TooManyProposals);
		assert_ok!(propose(by_second(MX), 999));
		// What lapses makes room, and so does what is refused.
		assert_ok!(Certificates::refuse(by(MX), number("A-7").into(), 8));
		assert_ok!(propose(by(MX), 1_000));
		assert_noop!(propose(by(MX), 1_001), Error::<Test>::TooManyProposals);
		pass(TIME_OUT + 1);
		assert_ok!(propose(by(MX), 1_001));
		let count = crate::WaitingCount::<Test>::get(Territory::MX);
		assert_eq!(count, crate::MAX_WAITING + 1);
	});
}
