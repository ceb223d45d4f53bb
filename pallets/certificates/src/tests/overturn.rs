//! Appeals (T13): the ways back.

use super::*;

const DAY: u64 = 24 * 60 * 60 * 1000;

fn overturn(from: Option<&str>) -> Decision {
	Decision::Overturn {
		from: from.map(day),
		document: document(),
	}
}

fn revoke() -> Decision {
	Decision::Revoke {
		from: day("2026-11-25"),
		bar_until: Some(day("2029-12-31")),
		document: document(),
	}
}

#[test]
fn overturn_should_need_an_appeal() {
	build_and_execute(|| {
		certify_fast();
		assert_noop!(ask(Wish::Appeal), Error::<Test>::NothingToOverturn);
		assert_noop!(propose(overturn(None)), Error::<Test>::NoAppeal);
		assert_ok!(propose(revoke()));
		assert_noop!(propose(overturn(None)), Error::<Test>::NoAppeal);
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(Certificates::dismiss_appeal(
			by(MX),
			number(NUMBER),
			document()
		));
		assert_noop!(propose(overturn(None)), Error::<Test>::NoAppeal);
		assert_noop!(
			Certificates::dismiss_appeal(by(MX), number(NUMBER), document()),
			Error::<Test>::NoAppeal
		);
	});
}

/// Scenario 26.
#[test]
fn a_revocation_overturned_from_the_start_should_tell_both_stories() {
	build_and_execute(|| {
		certify_fast();
		pass(DAY);
		assert_ok!(propose(revoke()));
		let revoked = record(NUMBER);
		pass(30 * DAY);
		assert_ok!(ask(Wish::Appeal));
		assert!(matches!(
			state_at(NOON + 2 * DAY),
			Some(CertificateState::Revoked(_))
		));
		assert_ok!(propose(overturn(None)));
		assert_eq!(state_at(NOON + 2 * DAY), Some(CertificateState::Authorised));
		assert_eq!(record(NUMBER).bar, None);
		let story: Vec<_> = Certificates::history(Territory::MX, &number(NUMBER), 0)
			.into_iter()
			.map(|period| (period.state, period.voids))
			.collect();
		assert_eq!(
			story,
			[
				(CertificateState::Authorised, Some(1)),
				(revoked.state, None),
				(CertificateState::Authorised, None),
			]
		);
	});
}

#[test]
fn a_revocation_overturned_from_a_day_should_have_held_until_then() {
	build_and_execute(|| {
		certify_fast();
		pass(DAY);
		assert_ok!(propose(revoke()));
		pass(30 * DAY);
		assert_ok!(ask(Wish::Appeal));
		assert_noop!(
			propose(overturn(Some("2026-12-26"))),
			Error::<Test>::DayNotCome
		);
		assert_ok!(propose(overturn(Some("2026-12-01"))));
		let back = morning("2026-12-01");
		assert!(matches!(
			state_at(back - 1),
			Some(CertificateState::Revoked(_))
		));
		assert_eq!(state_at(back), Some(CertificateState::Authorised));
		assert_eq!(state_at(NOON), Some(CertificateState::Authorised));
	});
}

#[test]
fn overturn_should_not_reach_back_before_the_decision() {
	build_and_execute(|| {
		certify_fast();
		pass(1_000);
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		pass(1_000);
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(overturn(Some("2026-11-24"))));
		let period = &Certificates::history(Territory::MX, &number(NUMBER), 0)[0];
		assert_eq!((period.from, period.voids), (NOON + 1_000, Some(1)));
	});
}

#[test]
fn an_annulment_overturned_should_restore_what_was() {
	build_and_execute(|| {
		certify_fast();
		pass(1_000);
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		let suspended = record(NUMBER);
		pass(1_000);
		assert_ok!(propose(Decision::Annul {
			document: document()
		}));
		pass(1_000);
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(overturn(None)));
		assert_eq!(record(NUMBER).state, suspended.state);
		assert_eq!(state_at(NOON), Some(CertificateState::Authorised));
		assert_eq!(state_at(NOON + 1_500), Some(suspended.state));
		assert_eq!(state_at(NOON + 2_500), Some(suspended.state));
		// And once more, with the whole story before it.
		assert_ok!(propose(Decision::Annul {
			document: document()
		}));
		assert_eq!(state_at(NOON), Some(CertificateState::Annulled));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(overturn(None)));
		assert_eq!(state_at(NOON), Some(CertificateState::Authorised));
		assert_eq!(state_at(NOON + 1_500), Some(suspended.state));
	});
}

#[test]
fn a_suspension_after_a_revocation_should_outlive_it() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(revoke()));
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(overturn(None)));
		assert!(matches!(
			record(NUMBER).state,
			CertificateState::Suspended(_)
		));
	});
}

#[test]
fn overturn_should_fail_where_the_role_is_certified_anew() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(Decision::Annul {
			document: document()
		}));
		assert_ok!(Certificates::propose(
			by(MX),
			number("B"),
			authorise("FAST", TIN)
		));
		assert_ok!(ask(Wish::Appeal));
		assert_noop!(propose(overturn(None)), Error::<Test>::RoleAlreadyCertified);
	});
}

#[test]
fn overturn_should_take_four_eyes() {
	build_and_execute(|| {
		certify();
		link();
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(overturn(None)));
		assert_noop!(confirm(by(MX)), Error::<Test>::SameOfficer);
		assert_ok!(confirm(by_second(MX)));
		assert_eq!(record(NUMBER).state, CertificateState::Authorised);
	});
}

#[test]
fn an_overturned_annulment_should_leave_the_bar_of_an_earlier_revocation() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(revoke()));
		assert_ok!(propose(Decision::Annul {
			document: document()
		}));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(overturn(None)));
		assert!(matches!(record(NUMBER).state, CertificateState::Revoked(_)));
		assert_eq!(record(NUMBER).bar, Some(day("2029-12-31")));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(overturn(None)));
		assert_eq!(record(NUMBER).state, CertificateState::Authorised);
		assert_eq!(record(NUMBER).bar, None);
	});
}
