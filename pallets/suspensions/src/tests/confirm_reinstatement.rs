//! `confirm_reinstatement`.

use super::*;

/// A suspended certificate, with a reinstatement that waits.
fn set_up() {
	certify();
	assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
	assert_ok!(propose(NUMBER));
}

#[test]
fn confirm_reinstatement_should_reinstate_with_a_second_officer() {
	build_and_execute(|| {
		set_up();
		assert_ok!(confirm(" mx-1"));
		let by = second_officer(MX, Scope::Suspension);
		let certificate = mexican(NUMBER);
		assert_eq!(certificate.state, CertificateState::Authorised);
		assert_eq!(
			certificate.decided,
			Some(Decided {
				by,
				ground: Ground::Authority,
				document: document(),
			})
		);
		expect_event(Event::Reinstated {
			issuer: Territory::MX,
			number: number(NUMBER),
			scope: SuspensionScope::Full,
			proposed_by: Some(officer(MX, Scope::Suspension)),
			by,
		});
		assert_noop!(confirm(NUMBER), Error::<Test>::NoProposal);
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
		assert_noop!(confirm_by(maker, NUMBER), Error::<Test>::SameOfficer);
		let checker = signed(second_officer(MX, Scope::Suspension));
		let nested = || Suspensions::confirm_reinstatement(checker.clone(), number(NUMBER));
		set_outer_signer(Some(maker));
		assert_noop!(nested(), Error::<Test>::SameSigner);
		set_outer_signer(None);
		assert_noop!(nested(), Error::<Test>::SignerMissing);
	});
}

#[test]
fn confirm_reinstatement_should_fail_when_the_certificate_was_changed() {
	build_and_execute(|| {
		set_up();
		change(NUMBER, |_| ());
		assert_noop!(confirm(NUMBER), Error::<Test>::ChangedMeanwhile);
	});
}

#[test]
fn confirm_reinstatement_should_fail_when_it_is_too_late() {
	build_and_execute(|| {
		set_up();
		later(TIME_OUT + 1);
		assert_noop!(confirm(NUMBER), Error::<Test>::ProposalExpired);
	});
	build_and_execute(|| {
		set_up();
		later(TIME_OUT);
		assert_ok!(confirm(NUMBER));
	});
}

/// A confirmation that was signed for the first proposal must not hit the second.
#[test]
fn confirm_reinstatement_should_wait_when_the_proposal_replaced_a_dead_one() {
	for kill in [|| change(NUMBER, |_| ()), || later(TIME_OUT + 1)] {
		build_and_execute(|| {
			set_up();
			kill();
			at_block(10);
			assert_ok!(propose(NUMBER));
			at_block(9 + WINDOW);
			assert_noop!(confirm(NUMBER), Error::<Test>::TooSoon);
			at_block(10 + WINDOW);
			assert_ok!(confirm(NUMBER));
		});
	}
}

/// Two officers sign a confirmation of the same proposal: the later one must not hit the next.
#[test]
fn confirm_reinstatement_should_wait_when_the_last_proposal_was_confirmed() {
	build_and_execute(|| {
		set_up();
		assert_ok!(confirm(NUMBER));
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		assert_ok!(propose(NUMBER));
		assert_noop!(confirm(NUMBER), Error::<Test>::TooSoon);
		at_block(1 + WINDOW);
		assert_ok!(confirm(NUMBER));
	});
}
