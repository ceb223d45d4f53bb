//! `confirm_reinstatement`.

use super::*;

/// A suspended certificate, with a reinstatement that waits.
fn set_up() {
	certify();
	assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
	assert_ok!(propose(NUMBER));
}

#[test]
fn confirm_reinstatement_should_reinstate_with_a_second_officer_and_keep_both_names() {
	build_and_execute(|| {
		set_up();
		Told::take();
		assert_ok!(confirm(" mx-1"));
		let maker = officer(MX, Scope::Suspension);
		let by = Hands::both(maker, second_officer(MX, Scope::Suspension));
		let certificate = mexican(NUMBER);
		assert_eq!(certificate.state, CertificateState::Authorised);
		assert_eq!(
			certificate.decided,
			Some(Decided {
				by: by.clone(),
				ground: Ground::Authority,
				document: document(),
			})
		);
		expect_event(Event::Reinstated {
			issuer: Territory::MX,
			number: number(NUMBER),
			scope: SuspensionScope::Full,
			by,
		});
		assert_eq!(
			Told::get(),
			[(Territory::MX, vec![(number(NUMBER), certificate.version)])]
		);
		assert_noop!(confirm(NUMBER), Error::<Test>::UnknownProposal);
	});
}

#[test]
fn confirm_reinstatement_should_reinstate_one_half() {
	build_and_execute(|| {
		certify();
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		let maker = officer(MX, Scope::Suspension);
		assert_ok!(propose_by(maker, NUMBER, SuspensionScope::Customs));
		assert_ok!(confirm(NUMBER));
		let (scope, end) = (SuspensionScope::Security, SuspensionEnd::Open);
		assert_eq!(
			state(NUMBER),
			CertificateState::Suspended(Suspension { scope, end })
		);
	});
}

#[test]
fn confirm_reinstatement_should_fail_without_a_second_pair_of_eyes() {
	build_and_execute(|| {
		set_up();
		let maker = officer(MX, Scope::Suspension);
		assert_noop!(
			confirm_by(maker, NUMBER, 1),
			Error::<Test>::ConfirmingOfficerProposedIt
		);
		let checker = signed(second_officer(MX, Scope::Suspension));
		let nested = || {
			Suspensions::confirm_reinstatement(checker.clone(), written(NUMBER), 1)
				.map_err(|failed| failed.error)
		};
		set_outer_signer(Some(maker));
		assert_noop!(nested(), Error::<Test>::ConfirmingSignerSignedTheProposal);
		set_outer_signer(None);
		assert_noop!(nested(), Error::<Test>::NotASignedTransaction);
	});
}

#[test]
fn confirm_reinstatement_should_fail_when_the_maker_was_dismissed() {
	build_and_execute(|| {
		set_up();
		aeo_mocks::dismiss(officer(MX, Scope::Suspension));
		assert_noop!(confirm(NUMBER), Error::<Test>::ProposingOfficerDismissed);
		// Another officer takes it away, and its place.
		let other = second_officer(MX, Scope::Suspension);
		assert_ok!(Suspensions::refuse_reinstatement(
			signed(other),
			written(NUMBER),
			1
		));
		assert_ok!(propose_by(other, NUMBER, SuspensionScope::Full));
	});
}

#[test]
fn confirm_reinstatement_should_fail_when_the_certificate_was_changed() {
	build_and_execute(|| {
		set_up();
		change(NUMBER, |_| ());
		assert_noop!(confirm(NUMBER), Error::<Test>::ChangedSinceProposal);
	});
}

#[test]
fn confirm_reinstatement_should_fail_when_it_is_too_late() {
	build_and_execute(|| {
		set_up();
		later(TIME_OUT + 1);
		assert_noop!(confirm(NUMBER), Error::<Test>::ProposalLapsed);
	});
	build_and_execute(|| {
		set_up();
		later(TIME_OUT);
		assert_ok!(confirm(NUMBER));
	});
}

/// A confirmation that was signed for one proposal meets no other, however late it comes; and the
/// right one need not wait.
#[test]
fn confirm_reinstatement_should_meet_no_other_proposal_than_the_one_it_names() {
	let checker = second_officer(MX, Scope::Suspension);
	let settle: [fn(); 4] = [
		|| {
			change(NUMBER, |_| ());
		},
		|| later(TIME_OUT + 1),
		|| {
			assert_ok!(refuse(NUMBER));
		},
		|| {
			assert_ok!(confirm(NUMBER));
			assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		},
	];
	for settle in settle {
		build_and_execute(|| {
			set_up();
			settle();
			assert_ok!(propose(NUMBER));
			for other in [0, 1, 3] {
				assert_noop!(
					confirm_by(checker, NUMBER, other),
					Error::<Test>::ProposalNumberDiffers
				);
			}
			assert_ok!(confirm_by(checker, NUMBER, 2));
		});
	}
}

#[test]
fn confirm_reinstatement_should_meet_no_proposal_for_another_certificate() {
	build_and_execute(|| {
		set_up();
		assert_ok!(suspend_one(BOTH, SuspensionScope::Full));
		assert_ok!(propose(BOTH));
		assert_eq!((waiting(NUMBER), waiting(BOTH)), (1, 2));
		let checker = second_officer(MX, Scope::Suspension);
		assert_noop!(
			confirm_by(checker, BOTH, 1),
			Error::<Test>::ProposalNumberDiffers
		);
		assert_noop!(
			confirm_by(checker, NUMBER, 2),
			Error::<Test>::ProposalNumberDiffers
		);
		assert_noop!(
			confirm_by(checker, "MX-9", 1),
			Error::<Test>::UnknownProposal
		);
		assert_noop!(
			confirm_by(checker, "MX_1", 1),
			Error::<Test>::NumberNotUnderstood
		);
	});
}
