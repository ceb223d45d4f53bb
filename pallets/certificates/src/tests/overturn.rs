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
		assert_noop!(propose(overturn(None)), Error::<Test>::NoAppealPending);
		assert_ok!(propose(revoke()));
		assert_noop!(propose(overturn(None)), Error::<Test>::NoAppealPending);
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(Desk::dismiss_appeal(by(MX), number(NUMBER).into()));
		assert_noop!(propose(overturn(None)), Error::<Test>::NoAppealPending);
		assert_noop!(
			Desk::dismiss_appeal(by(MX), number(NUMBER).into()),
			Error::<Test>::NoAppealPending
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
			number("B").into(),
			as_written(authorise("FAST", TIN))
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
		assert_noop!(confirm(by(MX)), Error::<Test>::ConfirmingOfficerProposedIt);
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

/// What can be decided about a certificate that is in one of the states in which it can be appealed.
const DECISIONS: [&str; 8] = [
	"rectify",
	"suspend",
	"reinstate",
	"revoke soon",
	"relinquish soon",
	"annul",
	"renew",
	"refuse renewal",
];

/// How often Mexico has told that an appeal has lapsed.
fn told() -> usize {
	let is_end = |event: &RuntimeEvent| {
		matches!(
			event,
			RuntimeEvent::Certificates(Event::AppealLapsed { .. })
		)
	};
	let events = System::events();
	events.iter().filter(|one| is_end(&one.event)).count()
}

#[test]
fn no_decision_should_swallow_an_appeal_in_silence() {
	let mut lived = 0;
	for (state, steps) in super::states::STATES {
		for name in DECISIONS {
			build_and_execute(|| {
				set_up();
				link();
				for step in steps {
					assert_ok!(super::states::step(step));
				}
				if ask(Wish::Appeal).is_err() {
					return;
				}
				let first = record(NUMBER).asked.appeal;
				assert_eq!(first, Some(record(NUMBER).state.kind()), "{state}");
				if super::states::step(name).is_err() {
					assert_eq!(record(NUMBER).asked.appeal, first, "{name} on {state}");
					return;
				}
				// It lives on, or it is said in the same block that nothing is left of it.
				let is_pending = record(NUMBER).asked.appeal == first;
				assert_eq!(told(), usize::from(!is_pending), "{name} on {state}");
				assert_eq!(!is_pending, name == "reinstate", "{name} on {state}");
				lived += usize::from(is_pending);
				assert_eq!(
					propose(overturn(None)).is_ok(),
					is_pending,
					"{name} on {state}"
				);
			});
		}
	}
	assert!(lived >= 8, "{lived}");
}

/// Suspended, appealed against, and then this was decided.
fn appeal_against_a_suspension(then: Decision) {
	certify_fast();
	pass(1_000);
	assert_ok!(suspend(NUMBER, SuspensionScope::Full));
	pass(1_000);
	assert_ok!(ask(Wish::Appeal));
	pass(1_000);
	assert_ok!(propose(then));
	pass(1_000);
}

#[test]
fn an_appeal_should_live_on_against_what_takes_the_place_of_a_suspension() {
	let annul = || Decision::Annul {
		document: document(),
	};
	let relinquish = Decision::Relinquish {
		from: day("2026-11-25"),
		document: document(),
	};
	for later in [revoke(), relinquish, annul()] {
		build_and_execute(|| {
			appeal_against_a_suspension(later.clone());
			let suspended = Some(aeo_primitives::StateKind::Suspended);
			assert_eq!(record(NUMBER).asked.appeal, suspended);
			assert_noop!(ask(Wish::Appeal), Error::<Test>::HolderAskedAlready);
			// First the later decision, then the suspension that was contested from the beginning.
			assert_ok!(propose(overturn(None)));
			let CertificateState::Suspended(_) = record(NUMBER).state else {
				panic!("{:?}", record(NUMBER).state);
			};
			assert_eq!(record(NUMBER).asked.appeal, suspended);
			assert_eq!(record(NUMBER).bar, None);
			assert_ok!(propose(overturn(None)));
			assert_eq!(record(NUMBER).state, CertificateState::Authorised);
			assert_eq!(record(NUMBER).asked.appeal, None);
			for moment in [500, 1_500, 2_500, 3_500, 4_000] {
				let held = Some(CertificateState::Authorised);
				assert_eq!(state_at(NOON + moment), held, "{moment}");
			}
		});
	}
	// All three, one over the other.
	build_and_execute(|| {
		appeal_against_a_suspension(revoke());
		assert_ok!(propose(annul()));
		for expected in ["Revoked", "Suspended", "Authorised"] {
			assert!(record(NUMBER).asked.appeal.is_some(), "{expected}");
			assert_ok!(propose(overturn(None)));
			let state = format!("{:?}", record(NUMBER).state);
			assert!(state.starts_with(expected), "{state}");
		}
		assert_eq!(record(NUMBER).asked.appeal, None);
	});
	// Dismissed once, of whatever it was against.
	build_and_execute(|| {
		appeal_against_a_suspension(annul());
		assert_ok!(Desk::dismiss_appeal(by(MX), number(NUMBER).into()));
		assert_noop!(propose(overturn(None)), Error::<Test>::NoAppealPending);
	});
}

#[test]
fn an_appeal_should_not_reach_what_it_was_not_made_against() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_ok!(propose(revoke()));
		assert_ok!(ask(Wish::Appeal));
		// A longer suspension comes under the revocation, not over it.
		assert_ok!(reinstate(NUMBER, SuspensionScope::Full));
		assert_ok!(suspend(NUMBER, SuspensionScope::Customs));
		assert_ok!(propose(overturn(None)));
		let CertificateState::Suspended(_) = record(NUMBER).state else {
			panic!("what was suspended is suspended");
		};
		assert_eq!(record(NUMBER).asked.appeal, None);
		assert_noop!(propose(overturn(None)), Error::<Test>::NoAppealPending);
	});
}

#[test]
fn a_reinstatement_should_say_that_the_appeal_has_lapsed() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_ok!(ask(Wish::Appeal));
		// Of one half is left what can be overturned.
		assert_ok!(reinstate(NUMBER, SuspensionScope::Customs));
		assert!(record(NUMBER).asked.appeal.is_some());
		assert_eq!(told(), 0);
		assert_ok!(reinstate(NUMBER, SuspensionScope::Full));
		assert_eq!(record(NUMBER).asked.appeal, None);
		System::assert_has_event(RuntimeEvent::Certificates(Event::AppealLapsed {
			issuer: Territory::MX,
			number: number(NUMBER),
			by: Hands::one(1),
		}));
		assert_eq!(told(), 1);
	});
}

#[test]
fn a_revocation_of_two_officers_should_not_swallow_an_appeal() {
	build_and_execute(|| {
		certify();
		link();
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		// Proposed before the appeal, and confirmed after it: nothing overtakes a revocation.
		assert_ok!(propose(revoke()));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(confirm(by_second(MX)));
		assert!(record(NUMBER).asked.appeal.is_some());
		assert_ok!(propose(overturn(None)));
		assert_ok!(confirm(by_second(MX)));
		let CertificateState::Suspended(_) = record(NUMBER).state else {
			panic!("it was suspended before");
		};
	});
}
