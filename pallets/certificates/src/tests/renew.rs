//! Renewal (T9).

use super::*;

fn renew(until: Option<&str>) -> Decision {
	Decision::Renew {
		valid_until: until.map(day),
		document: document(),
	}
}

fn is_live() -> bool {
	let clock = Certificates::clock(Territory::MX);
	crate::rules::days::is_live(&record(NUMBER), clock)
}

#[test]
fn renew_should_make_it_end_later() {
	build_and_execute(|| {
		certify_fast();
		for until in [Some("2027-12-31"), Some("2027-12-30")] {
			assert_noop!(propose(renew(until)), Error::<Test>::RenewalNotLonger);
		}
		assert_ok!(propose(renew(Some("2030-12-31"))));
		assert_ok!(propose(renew(None)));
		assert_noop!(propose(renew(None)), Error::<Test>::RenewalNotLonger);
		let validity = record(NUMBER).validity.expect("it has dates");
		assert_eq!((validity.from, validity.until), (day("2026-11-24"), None));
		assert_eq!(record(NUMBER).version, 3);
	});
}

#[test]
fn renew_should_bring_back_what_has_expired() {
	build_and_execute(|| {
		certify_fast();
		Timestamp::set_timestamp(morning("2028-03-01"));
		assert!(!is_live());
		assert_noop!(propose(renew(Some("2028-02-29"))), Error::<Test>::DayPassed);
		assert_ok!(propose(renew(Some("2028-03-01"))));
		assert!(is_live());
	});
}

#[test]
fn renew_should_fail_where_the_role_is_certified_anew() {
	build_and_execute(|| {
		certify_fast();
		Timestamp::set_timestamp(morning("2028-03-01"));
		let mut decision = authorise("FAST", TIN);
		if let Decision::Authorise { valid_until, .. } = &mut decision {
			*valid_until = None;
		}
		assert_ok!(Certificates::propose(
			by(MX),
			number("B").into(),
			as_written(decision)
		));
		assert_noop!(propose(renew(None)), Error::<Test>::RoleAlreadyCertified);
	});
}

fn keep() -> DispatchResult {
	propose(Decision::KeepInForce {
		document: document(),
	})
}

#[test]
fn a_renewal_in_time_should_keep_it_in_force_where_the_programme_says_so() {
	for is_kept in [false, true] {
		build_and_execute(|| {
			certify_fast();
			set_fast(|programme| programme.until_renewed = kept(is_kept));
			let last = morning("2028-01-01") - 1;
			Timestamp::set_timestamp(last);
			assert_ok!(ask(Wish::Renewal));
			assert_noop!(ask(Wish::Renewal), Error::<Test>::HolderAskedAlready);
			// The wish alone does nothing.
			assert_eq!(record(NUMBER).version, 1);
			if is_kept {
				assert_ok!(keep());
				assert_noop!(keep(), Error::<Test>::NothingWouldChange);
			} else {
				assert_noop!(keep(), Error::<Test>::ProgrammeKeepsNoneInForce);
			}
			Timestamp::set_timestamp(last + 1);
			assert_eq!(is_live(), is_kept);
			assert_ok!(propose(Decision::RefuseRenewal {
				document: document()
			}));
			assert!(!is_live());
			assert_noop!(
				propose(Decision::RefuseRenewal {
					document: document()
				}),
				Error::<Test>::NoRenewalAsked
			);
		});
	}
}

#[test]
fn what_was_asked_for_in_time_should_be_kept_in_force_later_too() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.until_renewed = kept(true));
		assert_ok!(ask(Wish::Renewal));
		Timestamp::set_timestamp(morning("2028-01-01"));
		assert!(!is_live());
		assert_ok!(keep());
		assert!(is_live());
	});
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.until_renewed = kept(true));
		Timestamp::set_timestamp(morning("2028-01-01"));
		assert_noop!(keep(), Error::<Test>::CertificateNotLive);
	});
}

/// The officer with the paper, and the one who linked the holder's account, keep nothing in force
/// alone.
#[test]
fn to_keep_in_force_should_take_two_hands() {
	let keep_by = |origin| {
		let document = document();
		let decision = Decision::KeepInForce { document };
		plain(Certificates::propose(
			origin,
			number(NUMBER).into(),
			as_written(decision),
		))
	};
	let is_pending = || {
		record(NUMBER)
			.validity
			.is_some_and(|dates| dates.renewal_pending)
	};
	build_and_execute(|| {
		certify();
		link();
		super::terms::set_oea(|programme| programme.until_renewed = kept(true));
		// With the paper.
		assert_ok!(Desk::ask(by(MX), number(NUMBER).into(), Wish::Renewal));
		assert_ok!(keep_by(by(MX)));
		assert!(!is_pending());
		// By the holder's account, which this officer has linked.
		link_by(HOLDER, officer(MX, Scope::Certification));
		assert_ok!(ask(Wish::Renewal));
		assert_ok!(keep_by(by(MX)));
		assert!(!is_pending());
		// Which is another hand than the second officer's.
		assert_ok!(keep_by(by_second(MX)));
		assert!(is_pending());
	});
	build_and_execute(|| {
		certify();
		super::terms::set_oea(|programme| programme.until_renewed = kept(true));
		assert_ok!(keep_by(by(MX)));
		assert!(!is_pending());
		assert_ok!(confirm(by_second(MX)));
		assert!(is_pending() && record(NUMBER).asked.renewal);
	});
}

#[test]
fn a_renewal_that_comes_late_should_keep_nothing() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.until_renewed = kept(true));
		Timestamp::set_timestamp(morning("2028-01-01"));
		assert_noop!(ask(Wish::Renewal), Error::<Test>::CertificateNotLive);
	});
}

#[test]
fn a_rectification_should_leave_a_renewal_pending() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.until_renewed = kept(true));
		assert_ok!(keep());
		assert_ok!(propose(super::rectify::wider()));
		let validity = record(NUMBER).validity.expect("it has dates");
		assert!(validity.renewal_pending);
		assert_ok!(propose(renew(Some("2030-12-31"))));
		let validity = record(NUMBER).validity.expect("it has dates");
		assert!(!validity.renewal_pending && !record(NUMBER).asked.renewal);
	});
}

#[test]
fn renew_should_need_no_reinstatement_where_the_suspension_is_over_by_the_clock() {
	build_and_execute(|| {
		certify_fast();
		let suspension = Suspension {
			scope: SuspensionScope::Full,
			end: SuspensionEnd::ResumesAfter(day("2026-11-24")),
		};
		assert_ok!(Certificates::suspend(
			Territory::MX,
			&number(NUMBER),
			suspension,
			decided(1)
		));
		let next = morning("2026-11-25");
		Timestamp::set_timestamp(next - 1);
		assert_noop!(propose(renew(None)), Error::<Test>::CertificateNotRenewable);
		Timestamp::set_timestamp(next);
		assert_ok!(propose(renew(Some("2030-12-31"))));
		// And when it has expired since.
		Timestamp::set_timestamp(morning("2031-01-01"));
		assert!(!is_live());
		assert_ok!(propose(renew(None)));
		assert!(is_live());
	});
}

fn refuse_renewal() -> DispatchResult {
	propose(Decision::RefuseRenewal {
		document: document(),
	})
}

fn revoke(from: &str) -> Decision {
	Decision::Revoke {
		from: day(from),
		bar_until: None,
		document: document(),
	}
}

#[test]
fn a_renewal_asked_for_should_wait_behind_an_end() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.until_renewed = kept(true));
		assert_ok!(ask(Wish::Renewal));
		assert_ok!(keep());
		assert_ok!(ask(Wish::Suspension));
		assert_ok!(propose(revoke("2026-11-24")));
		assert!(record(NUMBER).asked.renewal && !record(NUMBER).asked.suspension);
		assert_noop!(refuse_renewal(), Error::<Test>::CertificateNotRenewable);
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(Decision::Overturn {
			from: None,
			document: document(),
		}));
		// What keeps it in force past its last day can be refused again.
		assert!(record(NUMBER)
			.validity
			.is_some_and(|dates| dates.renewal_pending));
		assert_ok!(refuse_renewal());
		Timestamp::set_timestamp(morning("2028-01-01"));
		assert!(!is_live());
	});
}

#[test]
fn refuse_renewal_should_fail_when_the_day_of_the_end_has_come() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(revoke("2026-12-01")));
		assert_ok!(ask(Wish::Renewal));
		Timestamp::set_timestamp(morning("2026-12-01"));
		assert_noop!(refuse_renewal(), Error::<Test>::CertificateNotRenewable);
		Timestamp::set_timestamp(morning("2026-12-01") - 1);
		assert_ok!(refuse_renewal());
	});
}

/// The trader of the usual certificate is barred from its programme by the end of another one.
fn bar(until: &str) {
	let mut other = authorise("FAST", TIN);
	if let Decision::Authorise { roles: named, .. } = &mut other {
		*named = roles(&[Role::Importer]);
	}
	assert_ok!(Certificates::propose(
		by(MX),
		number("B").into(),
		as_written(other)
	));
	let revoke = Decision::Revoke {
		from: day("2026-11-24"),
		bar_until: Some(day(until)),
		document: document(),
	};
	assert_ok!(Certificates::propose(
		by(MX),
		number("B").into(),
		as_written(revoke)
	));
}

fn rectify(until: Option<&str>) -> Decision {
	Decision::Rectify {
		roles: roles(&[Role::Carrier]),
		valid_from: day("2026-11-24"),
		valid_until: until.map(day),
		document: document(),
	}
}

#[test]
fn a_bar_should_stop_whatever_prolongs() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.until_renewed = kept(true));
		bar("2026-11-30");
		assert_ok!(ask(Wish::Renewal));
		let keep = || Decision::KeepInForce {
			document: document(),
		};
		let longer = Some("2030-12-31");
		for decision in [
			renew(longer),
			renew(None),
			keep(),
			rectify(longer),
			rectify(None),
		] {
			assert_noop!(propose(decision), Error::<Test>::TraderBarred);
		}
		// It holds on as long as it would.
		assert_ok!(propose(rectify(Some("2027-12-31"))));
		assert_ok!(propose(rectify(Some("2027-12-30"))));
		assert!(is_live());
		// After the last day of the bar.
		Timestamp::set_timestamp(morning("2026-12-01") - 1);
		assert_noop!(propose(renew(longer)), Error::<Test>::TraderBarred);
		Timestamp::set_timestamp(morning("2026-12-01"));
		assert_ok!(propose(keep()));
		assert_ok!(propose(renew(longer)));
	});
}

#[test]
fn a_bar_should_be_lifted_with_what_it_comes_from() {
	build_and_execute(|| {
		certify_fast();
		bar("2029-12-31");
		assert_noop!(
			propose(renew(Some("2030-12-31"))),
			Error::<Test>::TraderBarred
		);
		assert_ok!(Desk::ask(signed(HOLDER), number("B").into(), Wish::Appeal));
		assert_ok!(Certificates::propose(
			by(MX),
			number("B").into(),
			as_written(Decision::Overturn {
				from: None,
				document: document(),
			})
		));
		assert_ok!(propose(renew(Some("2030-12-31"))));
	});
}

#[test]
fn a_bar_should_stop_no_other_programme_and_no_other_trader() {
	build_and_execute(|| {
		certify();
		link();
		bar("2029-12-31");
		assert_ok!(propose(renew(Some("2030-12-31"))));
		assert_ok!(confirm(by_second(MX)));
		assert_ok!(Certificates::propose(
			by(MX),
			number("C").into(),
			as_written(authorise("FAST", OTHER))
		));
		assert_ok!(Certificates::propose(
			by(MX),
			number("C").into(),
			as_written(renew(Some("2030-12-31")))
		));
	});
}

#[test]
fn a_bar_should_stop_a_renewal_that_waits() {
	build_and_execute(|| {
		certify();
		link();
		assert_ok!(propose(renew(Some("2030-12-31"))));
		let renewal = last_proposal();
		let mut other = authorise("OEA", TIN);
		if let Decision::Authorise { roles: named, .. } = &mut other {
			*named = roles(&[Role::Importer]);
		}
		let revoke = Decision::Revoke {
			from: day("2026-11-24"),
			bar_until: Some(day("2029-12-31")),
			document: document(),
		};
		for decision in [other, revoke] {
			assert_ok!(Certificates::propose(
				by(MX),
				number("B").into(),
				as_written(decision)
			));
			assert_ok!(Certificates::confirm(
				by_second(MX),
				number("B").into(),
				last_proposal()
			));
		}
		let confirmed = Certificates::confirm(by_second(MX), number(NUMBER).into(), renewal);
		assert_noop!(plain(confirmed), Error::<Test>::TraderBarred);
	});
}
