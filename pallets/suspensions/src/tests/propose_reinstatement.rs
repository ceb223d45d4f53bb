//! `propose_reinstatement`.

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
			proposal: 1,
			scope: SuspensionScope::Full,
			by: officer(MX, Scope::Suspension),
			ground: Ground::Authority,
			document: document(),
			expires: NOW + TIME_OUT,
		});
		assert_noop!(propose(NUMBER), Error::<Test>::ReinstatementProposedAlready);
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
			by: Hands::one(officer(MX, Scope::Suspension)),
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
			Suspensions::propose_reinstatement(by(MX), written(NUMBER), scope, ground, document)
				.map_err(|failed| failed.error)
		};
		assert_noop!(call(H256::zero()), Error::<Test>::DocumentMissing);
		set_outer_signer(None);
		assert_noop!(call(document()), Error::<Test>::NotASignedTransaction);
	});
}

#[test]
fn a_proposal_should_take_the_place_of_one_that_can_not_be_confirmed_any_more() {
	let die: [fn(); 2] = [
		|| {
			change(NUMBER, |_| ());
		},
		|| later(TIME_OUT + 1),
	];
	for die in die {
		build_and_execute(|| {
			certify();
			assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
			assert_ok!(propose(NUMBER));
			assert_noop!(propose(NUMBER), Error::<Test>::ReinstatementProposedAlready);
			die();
			assert_ok!(propose(NUMBER));
			assert_eq!(waiting(NUMBER), 2);
		});
	}
}

/// A reinstatement by the holder's request, in full, which the first officer of Mexico proposes.
fn propose_as_asked(text: &str) -> DispatchResult {
	set_outer_signer(Some(officer(MX, Scope::Suspension)));
	let (scope, ground) = (SuspensionScope::Full, Ground::HoldersRequest);
	Suspensions::propose_reinstatement(by(MX), written(text), scope, ground, document())
		.map(|_| ())
		.map_err(|failed| failed.error)
}

#[test]
fn propose_reinstatement_by_the_holders_request_should_fail_when_the_holder_has_not_asked() {
	for four_eyes in [true, false] {
		build_and_execute(|| {
			certify();
			change(NUMBER, |certificate| certificate.four_eyes = four_eyes);
			assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
			assert_noop!(propose_as_asked(NUMBER), Error::<Test>::HolderHasNotAsked);
			change(NUMBER, |certificate| certificate.is_asked_back = true);
			assert_ok!(propose_as_asked(NUMBER));
			if four_eyes {
				assert_ok!(confirm(NUMBER));
			}
			let decided = mexican(NUMBER).decided.map(|decided| decided.ground);
			assert_eq!(decided, Some(Ground::HoldersRequest));
			// It has what it asked for.
			assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
			assert_noop!(propose_as_asked(NUMBER), Error::<Test>::HolderHasNotAsked);
		});
	}
}

/// The programme says within how many days a decision is taken; a reinstatement has no others.
#[test]
fn a_proposal_should_lapse_after_the_days_of_its_programme() {
	for days in [1, 14, 120] {
		build_and_execute(|| {
			certify();
			change(NUMBER, |certificate| certificate.decision_days = days);
			assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
			assert_ok!(propose(NUMBER));
			later(u64::from(days) * DAY + 1);
			assert_noop!(confirm(NUMBER), Error::<Test>::ProposalLapsed);
			later(u64::from(days) * DAY);
			assert_ok!(confirm(NUMBER));
		});
	}
}
