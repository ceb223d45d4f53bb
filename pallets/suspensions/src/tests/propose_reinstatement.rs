//! `propose_reinstatement` and `refuse_reinstatement`.

use super::*;

#[test]
fn propose_reinstatement_should_wait_for_a_second_officer() {
	build_and_execute(|| {
		certify();
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		let before = state(NUMBER);
		assert_ok!(propose(NUMBER));
		assert_eq!(state(NUMBER), before);
		expect_event(Event::ReinstatementProposed {
			issuer: Territory::MX,
			number: number(NUMBER),
			scope: SuspensionScope::Full,
			by: officer(MX, Scope::Suspension),
			ground: Ground::Authority,
			document: document(),
			expires: NOW + TIME_OUT,
		});
		assert_noop!(propose(NUMBER), Error::<Test>::ProposalOpen);
	});
}

#[test]
fn propose_reinstatement_should_decide_at_once_where_one_officer_is_enough() {
	build_and_execute(|| {
		certify();
		change(NUMBER, |certificate| certificate.four_eyes = false);
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		assert_ok!(propose(NUMBER));
		assert_eq!(state(NUMBER), CertificateState::Authorised);
		expect_event(Event::Reinstated {
			issuer: Territory::MX,
			number: number(NUMBER),
			scope: SuspensionScope::Full,
			proposed_by: None,
			by: officer(MX, Scope::Suspension),
		});
	});
}

#[test]
fn propose_reinstatement_should_fail_without_document_signer_or_suspension() {
	build_and_execute(|| {
		certify();
		assert_noop!(propose(NUMBER), NOT_SUSPENDED);
		assert_noop!(propose("MX_1"), Error::<Test>::NumberNotUnderstood);
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		let call = |document| {
			let (scope, ground) = (SuspensionScope::Full, Ground::Authority);
			Suspensions::propose_reinstatement(by(MX), number(NUMBER), scope, ground, document)
				.map_err(|failed| failed.error)
		};
		assert_noop!(call(H256::zero()), Error::<Test>::DocumentMissing);
		set_outer_signer(None);
		assert_noop!(call(document()), Error::<Test>::SignerMissing);
	});
}

#[test]
fn what_follows_a_refusal_should_be_confirmed_when_older_confirmations_have_run_out() {
	build_and_execute(|| {
		certify();
		assert_noop!(refuse(NUMBER), Error::<Test>::NoProposal);
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		assert_ok!(propose(NUMBER));
		assert_ok!(refuse(NUMBER));
		expect_event(Event::ReinstatementRefused {
			issuer: Territory::MX,
			number: number(NUMBER),
			by: officer(MX, Scope::Suspension),
		});
		assert_noop!(refuse(NUMBER), Error::<Test>::NoProposal);
		assert_noop!(confirm(NUMBER), Error::<Test>::NoProposal);
		assert_ok!(propose(NUMBER));
		at_block(WINDOW);
		assert_noop!(confirm(NUMBER), Error::<Test>::TooSoon);
		at_block(1 + WINDOW);
		assert_ok!(confirm(NUMBER));
	});
}
