//! T4 and T5 by the role, as the pallet that decides on them asks.

use super::*;
use aeo_primitives::Subject;

fn live(subject: Subject) -> Result<Vec<CertificateNumber>, DispatchError> {
	Certificates::live(Territory::MX, &subject).map(frame_support::BoundedVec::into_inner)
}

fn state(scope: SuspensionScope, end: SuspensionEnd) -> CertificateState {
	CertificateState::Suspended(Suspension { scope, end })
}

#[test]
fn suspend_and_reinstate_should_change_state_and_version() {
	build_and_execute(|| {
		certify();
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_eq!(
			record(NUMBER).state,
			state(SuspensionScope::Full, SuspensionEnd::Open)
		);
		assert_noop!(
			suspend(NUMBER, SuspensionScope::Customs),
			Error::<Test>::CertificateSuspendedAlready
		);
		assert_ok!(reinstate(NUMBER, SuspensionScope::Customs));
		assert_eq!(
			record(NUMBER).state,
			state(SuspensionScope::Security, SuspensionEnd::Open)
		);
		assert_ok!(reinstate(NUMBER, SuspensionScope::Full));
		let record = record(NUMBER);
		assert_eq!(
			(record.state, record.version, record.periods),
			(CertificateState::Authorised, 4, 4)
		);
		assert_noop!(
			reinstate(NUMBER, SuspensionScope::Full),
			Error::<Test>::CertificateNotSuspended
		);
		// Who suspends tells of it.
		assert_eq!(Told::get().len(), 1);
	});
}

#[test]
fn suspend_should_fail_with_what_is_wrong() {
	build_and_execute(|| {
		certify();
		assert_noop!(
			suspend("NONE", SuspensionScope::Full),
			Error::<Test>::UnknownCertificate
		);
		let suspension = Suspension {
			scope: SuspensionScope::Full,
			end: SuspensionEnd::Open,
		};
		let undocumented = Decided {
			document: H256::zero(),
			..decided(1)
		};
		assert_noop!(
			Certificates::suspend(Territory::MX, &number(NUMBER), suspension, undocumented),
			Error::<Test>::DocumentMissing
		);
		// 400 days later the certificate is over.
		pass(405 * 24 * 60 * 60 * 1000);
		assert_noop!(
			suspend(NUMBER, SuspensionScope::Full),
			Error::<Test>::CertificateNotLive
		);
		assert_noop!(
			reinstate(NUMBER, SuspensionScope::Full),
			Error::<Test>::CertificateNotLive
		);
	});
}

#[test]
fn suspend_should_ask_for_a_half_that_the_type_has() {
	build_and_execute(|| {
		set_up();
		let mut decision = authorise("FAST", TIN);
		if let Decision::Authorise {
			certificate_type, ..
		} = &mut decision
		{
			certificate_type.code = "C".try_into().expect("short");
		}
		assert_ok!(propose(decision));
		assert_noop!(
			suspend(NUMBER, SuspensionScope::Security),
			Error::<Test>::TypeLacksThisHalf
		);
		assert_ok!(suspend(NUMBER, SuspensionScope::Customs));
	});
}

#[test]
fn a_suspension_that_is_over_by_the_clock_should_count_as_none() {
	build_and_execute(|| {
		certify();
		let end = SuspensionEnd::ResumesAfter(day("2026-11-24"));
		let suspension = Suspension {
			scope: SuspensionScope::Full,
			end,
		};
		assert_ok!(Certificates::suspend(
			Territory::MX,
			&number(NUMBER),
			suspension,
			decided(1)
		));
		// Mexico's 24 November ends at 06:00 UTC of the 25th.
		let ask = || {
			let full = SuspensionScope::Full;
			Certificates::reinstatable(Territory::MX, &number(NUMBER), full)
				.map(|found| (found.version, found.four_eyes))
		};
		pass(18 * 60 * 60 * 1000 - 1);
		assert_eq!(ask(), Ok((2, true)));
		pass(1);
		assert_eq!(ask(), Err(Error::<Test>::CertificateNotSuspended.into()));
		assert_noop!(
			reinstate(NUMBER, SuspensionScope::Full),
			Error::<Test>::CertificateNotSuspended
		);
		assert_ok!(suspend(NUMBER, SuspensionScope::Security));
		assert_eq!(
			record(NUMBER).state,
			state(SuspensionScope::Security, SuspensionEnd::Open)
		);
	});
}

fn subject(text: &str) -> Subject {
	Subject::Number(written(text))
}

#[test]
fn live_should_name_one_certificate_or_all_of_a_trader() {
	build_and_execute(|| {
		certify();
		let mut second = authorise("FAST", TIN);
		if let Decision::Authorise { valid_until, .. } = &mut second {
			*valid_until = Some(day("2026-11-24"));
		}
		assert_ok!(Certificates::propose(
			by(MX),
			number("A-2").into(),
			as_written(second)
		));
		let both = vec![number(NUMBER), number("A-2")];
		assert_eq!(live(Subject::Tin(tin(TIN))), Ok(both));
		assert_eq!(live(subject("a-2")), Ok(vec![number("A-2")]));
		pass(24 * 60 * 60 * 1000);
		assert_eq!(live(Subject::Tin(tin(TIN))), Ok(vec![number(NUMBER)]));
		for (subject, error) in [
			(subject("A-2"), Error::<Test>::CertificateNotLive),
			(subject("NONE"), Error::<Test>::UnknownCertificate),
			(subject("_"), Error::<Test>::NumberNotUnderstood),
			(Subject::Tin(tin(OTHER)), Error::<Test>::UnknownTrader),
			(Subject::Tin(tin("?")), Error::<Test>::UnknownTrader),
		] {
			assert_eq!(live(subject), Err(error.into()));
		}
		assert_eq!(
			Certificates::live(Territory::CR, &Subject::Tin(tin(TIN))),
			Err(Error::<Test>::UnknownTrader.into())
		);
		pass(405 * 24 * 60 * 60 * 1000);
		assert_eq!(
			live(Subject::Tin(tin(TIN))),
			Err(Error::<Test>::TraderHasNoLiveCertificate.into())
		);
	});
}

#[test]
fn reinstatable_should_tell_version_and_four_eyes() {
	build_and_execute(|| {
		certify();
		let ask = |text, scope| {
			Certificates::reinstatable(Territory::MX, &number(text), scope)
				.map(|found| (found.version, found.four_eyes))
		};
		assert_eq!(
			ask(NUMBER, SuspensionScope::Full),
			Err(Error::<Test>::CertificateNotSuspended.into())
		);
		assert_ok!(suspend(NUMBER, SuspensionScope::Customs));
		assert_eq!(ask(NUMBER, SuspensionScope::Full), Ok((2, true)));
		assert_eq!(
			ask(NUMBER, SuspensionScope::Security),
			Err(Error::<Test>::CertificateNotSuspended.into())
		);
		assert_ok!(Certificates::propose(
			by(MX),
			number("A-2").into(),
			as_written(authorise("FAST", OTHER))
		));
		assert_ok!(suspend("A-2", SuspensionScope::Full));
		assert_eq!(ask("A-2", SuspensionScope::Full), Ok((2, false)));
	});
}

/// By the holder's request, as far as the certificates know.
fn suspend_as_asked(scope: SuspensionScope) -> DispatchResult {
	let end = SuspensionEnd::Open;
	let requested = Decided {
		ground: Ground::HoldersRequest,
		..decided(1)
	};
	let suspension = Suspension { scope, end };
	Certificates::suspend(Territory::MX, &number(NUMBER), suspension, requested).map(|_| ())
}

#[test]
fn suspend_by_the_holders_request_should_fail_when_it_was_not_asked_for() {
	build_and_execute(|| {
		certify_fast();
		let full = SuspensionScope::Full;
		assert_noop!(suspend_as_asked(full), Error::<Test>::HolderHasNotAsked);
		// Another wish is not this one.
		assert_ok!(ask(Wish::Renewal));
		assert_noop!(suspend_as_asked(full), Error::<Test>::HolderHasNotAsked);
		assert_ok!(suspend(NUMBER, full));
	});
}

#[test]
fn suspend_should_fulfil_the_holders_wish_in_every_state() {
	build_and_execute(|| {
		certify_fast();
		// The holder asks, or an officer who has its paper.
		assert_ok!(ask(Wish::Suspension));
		assert_ok!(suspend_as_asked(SuspensionScope::Customs));
		assert!(!record(NUMBER).asked.suspension);
		assert_noop!(
			suspend_as_asked(SuspensionScope::Security),
			Error::<Test>::HolderHasNotAsked
		);
		assert_ok!(Desk::ask(by(MX), number(NUMBER).into(), Wish::Suspension));
		// Suspended already, in the other half.
		assert_ok!(suspend_as_asked(SuspensionScope::Security));
		assert!(!record(NUMBER).asked.suspension);
		assert_eq!(
			record(NUMBER).state,
			state(SuspensionScope::Full, SuspensionEnd::Open)
		);
		// Revoked from a day to come.
		assert_ok!(reinstate(NUMBER, SuspensionScope::Full));
		assert_ok!(propose(Decision::Revoke {
			from: day("2026-11-30"),
			bar_until: None,
			document: document(),
		}));
		assert_ok!(ask(Wish::Suspension));
		assert_ok!(suspend_as_asked(SuspensionScope::Full));
		assert!(!record(NUMBER).asked.suspension);
		// The authority's own decision fulfils it too.
		assert_ok!(Certificates::propose(
			by(MX),
			number("A-2").into(),
			as_written(authorise("FAST", OTHER))
		));
		assert_ok!(Desk::ask(
			signed(OTHER_HOLDER),
			number("A-2").into(),
			Wish::Suspension
		));
		assert_ok!(suspend("A-2", SuspensionScope::Full));
		assert!(!record("A-2").asked.suspension);
	});
}

#[test]
fn an_appeal_should_leave_an_earlier_suspension_that_is_over_its_story() {
	build_and_execute(|| {
		certify_fast();
		let first = Suspension {
			scope: SuspensionScope::Full,
			end: SuspensionEnd::ResumesAfter(day("2026-11-24")),
		};
		assert_ok!(Certificates::suspend(
			Territory::MX,
			&number(NUMBER),
			first,
			decided(1)
		));
		let suspended_at = NOON;
		pass(10 * 24 * 60 * 60 * 1000);
		assert_ok!(suspend(NUMBER, SuspensionScope::Customs));
		let again = NOON + 10 * 24 * 60 * 60 * 1000;
		pass(1_000);
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(Decision::Overturn {
			from: None,
			document: document(),
		}));
		let earlier = Some(CertificateState::Suspended(first));
		assert_eq!(state_at(suspended_at), earlier);
		// The second never held: what held before it is the first, which is over by the clock.
		assert_eq!(state_at(again), earlier);
		assert_eq!(record(NUMBER).state, CertificateState::Authorised);
		assert_eq!(state_at(again + 1_000), Some(CertificateState::Authorised));
	});
}

/// By the holder's request, as far as the certificates know.
fn reinstate_as_asked(scope: SuspensionScope) -> DispatchResult {
	let requested = Decided {
		ground: Ground::HoldersRequest,
		..decided(1)
	};
	Certificates::reinstate(Territory::MX, &number(NUMBER), scope, requested).map(|_| ())
}

fn holder_asked() -> Result<bool, DispatchError> {
	let full = SuspensionScope::Full;
	Certificates::reinstatable(Territory::MX, &number(NUMBER), full).map(|found| found.holder_asked)
}

#[test]
fn reinstate_by_the_holders_request_should_fail_when_it_was_not_asked_for() {
	build_and_execute(|| {
		certify_fast();
		let full = SuspensionScope::Full;
		// There is nothing to give back.
		assert_noop!(
			ask(Wish::Reinstatement),
			Error::<Test>::CertificateNotSuspended
		);
		assert_ok!(ask(Wish::Suspension));
		assert_ok!(suspend_as_asked(full));
		assert_eq!(holder_asked(), Ok(false));
		assert_noop!(reinstate_as_asked(full), Error::<Test>::HolderHasNotAsked);
		// Other wishes are not this one.
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(ask(Wish::Suspension));
		assert_noop!(reinstate_as_asked(full), Error::<Test>::HolderHasNotAsked);
		assert_ok!(ask(Wish::Reinstatement));
		assert_noop!(ask(Wish::Reinstatement), Error::<Test>::HolderAskedAlready);
		assert_eq!(holder_asked(), Ok(true));
		// One half answers it; the other one is asked for anew.
		assert_ok!(reinstate_as_asked(SuspensionScope::Customs));
		assert_eq!(holder_asked(), Ok(false));
		assert_noop!(reinstate_as_asked(full), Error::<Test>::HolderHasNotAsked);
		assert_ok!(Desk::ask(
			by(MX),
			number(NUMBER).into(),
			Wish::Reinstatement
		));
		// On its own authority an administration reinstates as ever, and answers it too.
		assert_ok!(reinstate(NUMBER, full));
		assert!(!record(NUMBER).asked.reinstatement);
	});
}

#[test]
fn a_wish_to_be_reinstated_should_end_with_the_suspension_that_it_is_about() {
	build_and_execute(|| {
		certify_fast();
		let until = |day| SuspensionEnd::ResumesAfter(day);
		let suspend_until = |end| {
			let scope = SuspensionScope::Full;
			let suspension = Suspension { scope, end };
			Certificates::suspend(Territory::MX, &number(NUMBER), suspension, decided(1))
		};
		assert_ok!(suspend_until(until(day("2026-11-24"))));
		assert_ok!(ask(Wish::Reinstatement));
		// A longer one is the same suspension still.
		assert_ok!(suspend_until(until(day("2026-11-26"))));
		assert_eq!(holder_asked(), Ok(true));
		// Over by the clock, and another one.
		pass(4 * 24 * 60 * 60 * 1000);
		assert_noop!(
			ask(Wish::Reinstatement),
			Error::<Test>::CertificateNotSuspended
		);
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_eq!(holder_asked(), Ok(false));
		// An end that has not come leaves what is suspended until then, and the wish is made anew.
		assert_ok!(ask(Wish::Reinstatement));
		assert_ok!(propose(Decision::Revoke {
			from: day("2026-12-24"),
			bar_until: None,
			document: document(),
		}));
		assert_eq!(holder_asked(), Ok(false));
		assert_ok!(ask(Wish::Reinstatement));
		assert_ok!(reinstate_as_asked(SuspensionScope::Full));
		assert_noop!(
			ask(Wish::Reinstatement),
			Error::<Test>::CertificateNotSuspended
		);
	});
}
