//! `suspend`.

use super::*;
use aeo_primitives::WrittenTin;

fn suspend_until(end: SuspensionEnd) -> DispatchResult {
	let subject = Subject::Number(number(NUMBER));
	let (scope, ground) = (SuspensionScope::Full, Ground::Authority);
	Suspensions::suspend(by(MX), subject, scope, end, ground, document())
		.map(|_| ())
		.map_err(|failed| failed.error)
}

fn suspend_trader(text: &str, scope: SuspensionScope) -> DispatchResult {
	let tin: WrittenTin = text.try_into().expect("short enough");
	suspend(Subject::Tin(tin), scope)
}

fn suspended(scope: SuspensionScope) -> CertificateState {
	let end = SuspensionEnd::Open;
	CertificateState::Suspended(Suspension { scope, end })
}

/// The events of this pallet since the last call of this.
fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

#[test]
fn suspend_should_suspend_in_the_same_block_with_one_officer() {
	build_and_execute(|| {
		certify();
		set_outer_signer(None);
		let end = SuspensionEnd::ResumesAfter(day("2027-01-31"));
		assert_ok!(Suspensions::suspend(
			by(MX),
			Subject::Number(number(" mx-1 ")),
			SuspensionScope::Security,
			end,
			Ground::Administrative,
			document(),
		));
		let scope = SuspensionScope::Security;
		let by = officer(MX, Scope::Suspension);
		let certificate = mexican(NUMBER);
		assert_eq!(
			certificate.state,
			CertificateState::Suspended(Suspension { scope, end })
		);
		assert_eq!(
			certificate.decided,
			Some(Decided {
				by,
				ground: Ground::Administrative,
				document: document(),
			})
		);
		expect_event(Event::Suspended {
			issuer: Territory::MX,
			numbers: vec![number(NUMBER)].try_into().expect("one"),
			scope,
			end,
			by,
		});
	});
}

#[test]
fn suspend_should_only_reach_certificates_of_the_officers_administration() {
	build_and_execute(|| {
		certify();
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		let (issuer, text) = COSTA_RICAN;
		let foreign = Certificates::get(issuer, &number(text)).expect("it exists");
		assert_eq!(foreign.state, CertificateState::Authorised);
		assert_noop!(
			suspend_trader("CR3101123456", SuspensionScope::Full),
			NOT_LIVE
		);
	});
}

#[test]
fn suspend_by_tin_should_suspend_all_of_the_trader_and_no_others() {
	build_and_execute(|| {
		certify();
		events();
		assert_ok!(suspend_trader(OTHER, SuspensionScope::Full));
		for text in [CUSTOMS, SECURITY, BOTH] {
			assert_eq!(state(text), suspended(SuspensionScope::Full));
		}
		assert_eq!(state(NUMBER), CertificateState::Authorised);
		let numbers = [CUSTOMS, SECURITY, BOTH].map(number).to_vec();
		assert_eq!(
			events(),
			[Event::Suspended {
				issuer: Territory::MX,
				numbers: numbers.try_into().expect("three"),
				scope: SuspensionScope::Full,
				end: SuspensionEnd::Open,
				by: officer(MX, Scope::Suspension),
			}]
		);
	});
}

#[test]
fn suspend_by_tin_should_leave_alone_and_name_what_lacks_the_half_or_is_suspended_so() {
	build_and_execute(|| {
		certify();
		assert_ok!(suspend_one(BOTH, SuspensionScope::Security));
		events();
		assert_ok!(suspend_trader(OTHER, SuspensionScope::Security));
		assert_eq!(state(CUSTOMS), CertificateState::Authorised);
		assert_eq!(state(SECURITY), suspended(SuspensionScope::Security));
		let issuer = Territory::MX;
		assert_eq!(
			events(),
			[
				Event::LeftAlone {
					issuer,
					number: number(CUSTOMS),
					error: NOT_APPLICABLE,
				},
				Event::LeftAlone {
					issuer,
					number: number(BOTH),
					error: ALREADY_SUSPENDED,
				},
				Event::Suspended {
					issuer,
					numbers: vec![number(SECURITY)].try_into().expect("one"),
					scope: SuspensionScope::Security,
					end: SuspensionEnd::Open,
					by: officer(MX, Scope::Suspension),
				},
			]
		);
	});
}

#[test]
fn suspend_by_tin_should_fail_with_the_first_refusal_when_nothing_can_be_suspended() {
	build_and_execute(|| {
		certify();
		assert_ok!(suspend_trader(OTHER, SuspensionScope::Security));
		assert_noop!(
			suspend_trader(OTHER, SuspensionScope::Security),
			NOT_APPLICABLE
		);
		assert_ok!(suspend_trader(OTHER, SuspensionScope::Full));
		assert_noop!(
			suspend_trader(OTHER, SuspensionScope::Full),
			ALREADY_SUSPENDED
		);
	});
}

#[test]
fn suspend_by_tin_should_undo_what_a_refused_certificate_has_written() {
	build_and_execute(|| {
		certify();
		change(SECURITY, |certificate| certificate.is_full = true);
		let before = mexican(SECURITY);
		assert_ok!(suspend_trader(OTHER, SuspensionScope::Full));
		assert_eq!(mexican(SECURITY), before);
		assert_eq!(state(BOTH), suspended(SuspensionScope::Full));
		System::assert_has_event(RuntimeEvent::Suspensions(Event::LeftAlone {
			issuer: Territory::MX,
			number: number(SECURITY),
			error: TOO_MANY_PERIODS,
		}));
	});
}

#[test]
fn suspend_should_take_more_of_what_is_suspended_in_one_half() {
	build_and_execute(|| {
		certify();
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Customs));
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Security));
		assert_eq!(state(NUMBER), suspended(SuspensionScope::Full));
	});
}

#[test]
fn suspend_should_pass_on_what_the_certificates_refuse() {
	build_and_execute(|| {
		certify();
		let full = SuspensionScope::Full;
		assert_noop!(suspend_one("MX-9", full), NOT_LIVE);
		assert_noop!(
			suspend_one(CUSTOMS, SuspensionScope::Security),
			NOT_APPLICABLE
		);
		assert_ok!(suspend_one(NUMBER, full));
		assert_noop!(suspend_one(NUMBER, full), ALREADY_SUSPENDED);
		change(BOTH, |certificate| certificate.is_full = true);
		assert_noop!(suspend_one(BOTH, full), TOO_MANY_PERIODS);
		change(BOTH, |certificate| certificate.is_live = false);
		assert_noop!(suspend_one(BOTH, full), NOT_LIVE);
	});
}

#[test]
fn suspend_should_fail_with_a_number_that_is_none() {
	build_and_execute(|| {
		certify();
		for text in ["", "  ", "MX_1", "MX-Ñ"] {
			assert_noop!(
				suspend_one(text, SuspensionScope::Full),
				Error::<Test>::NumberNotUnderstood
			);
		}
	});
}

#[test]
fn suspend_should_fail_without_a_document() {
	build_and_execute(|| {
		certify();
		let (scope, end) = (SuspensionScope::Full, SuspensionEnd::Open);
		let subject = Subject::Number(number(NUMBER));
		assert_noop!(
			Suspensions::suspend(by(MX), subject, scope, end, Ground::Authority, H256::zero())
				.map_err(|failed| failed.error),
			Error::<Test>::DocumentMissing
		);
	});
}

#[test]
fn suspend_should_fail_with_an_end_that_is_over_in_the_issuers_offset() {
	build_and_execute(|| {
		certify();
		for end in [SuspensionEnd::DecisionAfter, SuspensionEnd::ResumesAfter] {
			assert_noop!(
				suspend_until(end(day("2026-12-30"))),
				Error::<Test>::EndOver
			);
		}
		// In Mexico (UTC−6) the 31 December ends at 06:00 UTC of the next day.
		let last = SuspensionEnd::ResumesAfter(day("2026-12-31"));
		later(18 * 60 * 60 * 1000);
		assert_noop!(suspend_until(last), Error::<Test>::EndOver);
	});
	build_and_execute(|| {
		certify();
		later(18 * 60 * 60 * 1000 - 1);
		assert_ok!(suspend_until(SuspensionEnd::ResumesAfter(day(
			"2026-12-31"
		))));
	});
}

#[test]
fn suspend_should_bite_while_a_reinstatement_is_proposed() {
	build_and_execute(|| {
		certify();
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Customs));
		assert_ok!(propose(NUMBER));
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Security));
		assert_eq!(state(NUMBER), suspended(SuspensionScope::Full));
		assert_noop!(confirm(NUMBER), Error::<Test>::ChangedMeanwhile);
	});
}

fn suspend_as_asked(subject: Subject) -> DispatchResult {
	let (scope, end) = (SuspensionScope::Full, SuspensionEnd::Open);
	Suspensions::suspend(
		by(MX),
		subject,
		scope,
		end,
		Ground::HoldersRequest,
		document(),
	)
	.map(|_| ())
	.map_err(|failed| failed.error)
}

#[test]
fn suspend_by_the_holders_request_should_fail_when_the_holder_has_not_asked() {
	build_and_execute(|| {
		certify();
		let subject = || Subject::Number(number(NUMBER));
		assert_noop!(suspend_as_asked(subject()), NOT_ASKED_FOR);
		change(NUMBER, |certificate| certificate.is_asked_for = true);
		assert_ok!(suspend_as_asked(subject()));
		let certificate = mexican(NUMBER);
		assert_eq!(certificate.state, suspended(SuspensionScope::Full));
		assert!(!certificate.is_asked_for);
		let ground = certificate.decided.map(|decided| decided.ground);
		assert_eq!(ground, Some(Ground::HoldersRequest));
	});
}

#[test]
fn suspend_by_the_holders_request_should_take_only_what_it_asked_for_of_a_trader() {
	build_and_execute(|| {
		certify();
		let subject = || Subject::Tin(OTHER.try_into().expect("short enough"));
		assert_noop!(suspend_as_asked(subject()), NOT_ASKED_FOR);
		change(SECURITY, |certificate| certificate.is_asked_for = true);
		events();
		assert_ok!(suspend_as_asked(subject()));
		assert_eq!(state(SECURITY), suspended(SuspensionScope::Full));
		assert_eq!(state(CUSTOMS), CertificateState::Authorised);
		assert_eq!(state(BOTH), CertificateState::Authorised);
		let left_alone = |text| Event::LeftAlone {
			issuer: Territory::MX,
			number: number(text),
			error: NOT_ASKED_FOR,
		};
		assert_eq!(
			events(),
			[
				left_alone(CUSTOMS),
				left_alone(BOTH),
				Event::Suspended {
					issuer: Territory::MX,
					numbers: vec![number(SECURITY)].try_into().expect("one"),
					scope: SuspensionScope::Full,
					end: SuspensionEnd::Open,
					by: officer(MX, Scope::Suspension),
				},
			]
		);
	});
}
