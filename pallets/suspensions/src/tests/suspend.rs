//! `suspend`.

use super::*;
use aeo_primitives::WrittenTin;

fn suspend_until(end: SuspensionEnd) -> DispatchResult {
	let (subject, end) = (Subject::Number(written(NUMBER)), end.into());
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
			Subject::Number(written(" mx-1 ")),
			SuspensionScope::Security,
			end.into(),
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
				by: Hands::one(by),
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
		// All at once: who tells of it reads the legs of the issuer once.
		let told: Vec<_> = numbers.iter().cloned().map(|number| (number, 2)).collect();
		assert_eq!(Told::get(), [(Territory::MX, told)]);
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
fn suspend_should_fail_without_a_document() {
	build_and_execute(|| {
		certify();
		let (scope, end) = (SuspensionScope::Full, WrittenSuspensionEnd::Open);
		let subject = Subject::Number(written(NUMBER));
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
				Error::<Test>::DayPassed
			);
		}
		// In Mexico (UTC−6) the 31 December ends at 06:00 UTC of the next day.
		let last = SuspensionEnd::ResumesAfter(day("2026-12-31"));
		later(18 * 60 * 60 * 1000);
		assert_noop!(suspend_until(last), Error::<Test>::DayPassed);
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
		assert_noop!(confirm(NUMBER), Error::<Test>::ChangedSinceProposal);
	});
}

fn suspend_as_asked(subject: Subject) -> DispatchResult {
	let (scope, end) = (SuspensionScope::Full, WrittenSuspensionEnd::Open);
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
		let subject = || Subject::Number(written(NUMBER));
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

/// Suspending weighs what it suspends: a number is one certificate, a TIN all of its trader.
mod weight {
	use super::*;
	use crate::{weights::SubstrateWeight, Call, WeightInfo};
	use aeo_mocks::STRANGER;
	use aeo_primitives::MAX_CERTIFICATES;
	use frame_support::{
		dispatch::{extract_actual_weight, GetDispatchInfo},
		pallet_prelude::Weight,
	};
	use sp_runtime::traits::Dispatchable;

	type Weights = SubstrateWeight<Test>;

	fn call(subject: Subject, document: H256) -> RuntimeCall {
		let (scope, end) = (SuspensionScope::Full, WrittenSuspensionEnd::Open);
		let ground = Ground::Authority;
		RuntimeCall::Suspensions(Call::suspend {
			subject,
			scope,
			end,
			ground,
			document,
		})
	}

	fn one(text: &str) -> Subject {
		Subject::Number(written(text))
	}

	fn all(text: &str) -> Subject {
		Subject::Tin(text.try_into().expect("short enough"))
	}

	fn declared(call: &RuntimeCall) -> Weight {
		call.get_dispatch_info().call_weight
	}

	fn actual(call: RuntimeCall, signer: AccountId) -> Weight {
		let info = call.get_dispatch_info();
		extract_actual_weight(&call.dispatch(signed(signer)), &info)
	}

	/// What telling weighs in the mock.
	fn told() -> Weight {
		Weight::from_parts(1, 0)
	}

	/// A trader with as many certificates as it can have.
	fn certify_many() {
		for place in 0..MAX_CERTIFICATES {
			let number = number(&format!("MX-9{place}"));
			let tin = "MXOMP9212288J9";
			Certificates::put(Territory::MX, &number, certificate(tin, Halves::Both));
		}
	}

	#[test]
	fn suspend_should_declare_one_certificate_for_a_number() {
		let declared = declared(&call(one(NUMBER), document()));
		assert_eq!(declared, Weights::suspend(1) + push_weight(1));
	}

	#[test]
	fn suspend_should_declare_all_that_a_trader_can_have_for_a_tin() {
		let most = MAX_CERTIFICATES;
		let declared = declared(&call(all(TIN), document()));
		assert_eq!(declared, Weights::suspend(most) + push_weight(most));
	}

	#[test]
	fn suspend_should_weigh_what_it_looked_at_and_told() {
		build_and_execute(|| {
			certify();
			certify_many();
			let by = officer(MX, Scope::Suspension);
			for (subject, certificates) in [
				(one(NUMBER), 1),
				(all(OTHER), 3),
				(all("MXOMP9212288J9"), MAX_CERTIFICATES),
			] {
				let call = call(subject, document());
				let declared = declared(&call);
				let actual = actual(call, by);
				assert_eq!(actual, Weights::suspend(certificates) + told());
				assert!(actual.all_lte(declared));
			}
		});
	}

	#[test]
	fn what_is_refused_should_give_back_what_it_has_not_weighed() {
		build_and_execute(|| {
			certify();
			assert_ok!(suspend_one(BOTH, SuspensionScope::Full));
			let by = officer(MX, Scope::Suspension);
			let refused = |subject, document, signer, expected| {
				let call = call(subject, document);
				let declared = declared(&call);
				let actual = actual(call, signer);
				assert_eq!(actual, expected);
				assert!(actual.ref_time() < declared.ref_time());
			};
			let most = MAX_CERTIFICATES;
			refused(all(OTHER), document(), STRANGER, Weights::refused());
			refused(one(NUMBER), document(), STRANGER, Weights::refused());
			let of_one = Weights::suspend_refused(1);
			let of_all = Weights::suspend_refused(most);
			refused(one("MX-9"), document(), by, of_one);
			refused(one("MX_9"), document(), by, of_one);
			refused(one(NUMBER), H256::zero(), by, of_one);
			refused(all("MXOMP9212288J9"), document(), by, of_all);
			// Tried and undone, and nobody was told.
			refused(one(BOTH), document(), by, Weights::suspend(1));
		});
	}

	#[test]
	fn reinstatements_should_give_back_what_they_have_not_weighed() {
		build_and_execute(|| {
			certify();
			let (maker, checker) = (
				officer(MX, Scope::Suspension),
				second_officer(MX, Scope::Suspension),
			);
			let propose = |text| {
				RuntimeCall::Suspensions(Call::propose_reinstatement {
					number: written(text),
					scope: SuspensionScope::Full,
					ground: Ground::Authority,
					document: document(),
				})
			};
			let confirm = |proposal| {
				RuntimeCall::Suspensions(Call::confirm_reinstatement {
					number: written(NUMBER),
					proposal,
				})
			};
			let weighs = |call: RuntimeCall, signer, expected| {
				set_outer_signer(Some(signer));
				let declared = declared(&call);
				let actual = actual(call, signer);
				assert_eq!(actual, expected);
				assert!(actual.ref_time() < declared.ref_time());
			};
			let (proposing, confirming) = (
				Weights::propose_reinstatement(),
				Weights::confirm_reinstatement(),
			);
			weighs(propose(NUMBER), STRANGER, Weights::refused());
			weighs(confirm(1), STRANGER, Weights::refused());
			weighs(propose(NUMBER), maker, proposing);
			assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
			weighs(propose(NUMBER), maker, proposing);
			weighs(confirm(2), checker, confirming);
			weighs(confirm(1), maker, confirming);
			let decided = confirming + Weights::reinstate() + told();
			weighs(confirm(1), checker, decided);
		});
	}
}
