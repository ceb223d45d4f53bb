//! The ends of a certificate: T6, T7, T10; and the review, T11.

use super::*;
use aeo_primitives::{recognition::Denial, Ended, UtcOffset};

pub(super) fn revoke(from: &str, bar_until: Option<Date>) -> Decision {
	Decision::Revoke {
		from: day(from),
		bar_until,
		document: document(),
	}
}

fn relinquish(from: &str) -> Decision {
	Decision::Relinquish {
		from: day(from),
		document: document(),
	}
}

fn annul() -> Decision {
	Decision::Annul {
		document: document(),
	}
}

/// Why it is not in force now.
fn denial() -> Option<Denial> {
	let facts = record(NUMBER).facts(&number(NUMBER));
	let offset = UtcOffset::try_from(-360).expect("legal");
	facts
		.ensure_in_force(pallet_timestamp::Now::<Test>::get(), offset)
		.err()
}

#[test]
fn revoke_should_hold_from_its_day_to_the_millisecond() {
	build_and_execute(|| {
		certify_fast();
		assert_noop!(
			propose(revoke("2026-11-23", None)),
			Error::<Test>::DayPassed
		);
		assert_ok!(propose(revoke("2026-12-01", None)));
		for (moment, expected) in [
			(morning("2026-12-01") - 1, None),
			(morning("2026-12-01"), Some(Denial::Revoked)),
		] {
			Timestamp::set_timestamp(moment);
			assert_eq!(denial(), expected);
		}
	});
}

#[test]
fn a_suspension_should_bite_until_the_end_comes() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(revoke("2026-12-01", None)));
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		let CertificateState::Revoked(Ended { from, suspension }) = record(NUMBER).state else {
			panic!("its end is decided");
		};
		assert_eq!(from, day("2026-12-01"));
		assert!(suspension.is_some());
		assert_eq!(denial(), Some(Denial::Suspended));
		assert_ok!(reinstate(NUMBER, SuspensionScope::Customs));
		assert_eq!(denial(), None);
		assert_noop!(
			propose(revoke("2026-12-02", None)),
			Error::<Test>::EndDecidedAlready
		);
		assert_noop!(
			propose(relinquish("2026-12-02")),
			Error::<Test>::EndDecidedAlready
		);
		Timestamp::set_timestamp(morning("2026-12-01"));
		assert_noop!(
			suspend(NUMBER, SuspensionScope::Full),
			Error::<Test>::CertificateNotLive
		);
	});
}

#[test]
fn an_end_should_keep_the_suspension_until_then() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_ok!(propose(revoke("2026-12-01", None)));
		assert_eq!(denial(), Some(Denial::Suspended));
	});
}

#[test]
fn a_revoked_role_should_be_free_again_when_the_day_has_come() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(revoke("2026-12-01", None)));
		let again = || {
			plain(Certificates::propose(
				by(MX),
				number("B").into(),
				as_written(authorise("FAST", TIN)),
			))
		};
		assert_noop!(again(), Error::<Test>::RoleAlreadyCertified);
		Timestamp::set_timestamp(morning("2026-12-01"));
		assert_ok!(again());
	});
}

#[test]
fn a_revocation_should_bar() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(Decision::Revoke {
			from: day("2026-11-24"),
			bar_until: Some(day("2029-11-24")),
			document: document(),
		}));
		assert_eq!(denial(), Some(Denial::Revoked));
		let again = plain(Certificates::propose(
			by(MX),
			number("B").into(),
			as_written(authorise("FAST", TIN)),
		));
		assert_eq!(again, Err(Error::<Test>::TraderBarred.into()));
	});
}

#[test]
fn the_holder_should_be_the_other_pair_of_eyes() {
	build_and_execute(|| {
		certify();
		link();
		assert_ok!(ask(Wish::Relinquishment {
			from: day("2026-12-01")
		}));
		assert_noop!(
			ask(Wish::Relinquishment {
				from: day("2026-12-01")
			}),
			Error::<Test>::HolderAskedAlready
		);
		assert_ok!(propose(relinquish("2026-12-01")));
		assert!(matches!(
			record(NUMBER).state,
			CertificateState::Relinquished(_)
		));
		assert_eq!(record(NUMBER).asked, Default::default());
	});
}

#[test]
fn relinquish_should_take_four_eyes_where_the_holder_asked_for_another_day() {
	build_and_execute(|| {
		certify();
		link();
		assert_ok!(ask(Wish::Relinquishment {
			from: day("2026-12-01")
		}));
		assert_ok!(propose(relinquish("2026-11-30")));
		assert_eq!(record(NUMBER).state, CertificateState::Authorised);
		assert_ok!(confirm(by_second(MX)));
		assert!(matches!(
			record(NUMBER).state,
			CertificateState::Relinquished(_)
		));
	});
}

#[test]
fn annul_should_be_void_from_the_start_and_keep_what_was_believed() {
	build_and_execute(|| {
		certify_fast();
		pass(1_000);
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		pass(1_000);
		assert_ok!(propose(annul()));
		assert_eq!(denial(), Some(Denial::Annulled));
		for moment in [NOON, NOON + 1_500, NOON + 2_000] {
			assert_eq!(state_at(moment), Some(CertificateState::Annulled));
		}
		assert_eq!(state_at(NOON - 1), None);
		let believed: Vec<_> = Certificates::history(Territory::MX, &number(NUMBER), 0)
			.iter()
			.map(|period| (period.known_from, period.state))
			.collect();
		assert_eq!(believed.len(), 3);
		assert_eq!(believed[2], (NOON, CertificateState::Authorised));
	});
}

#[test]
fn a_wish_should_be_possible_and_new() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(ask(Wish::Suspension));
		assert_noop!(ask(Wish::Suspension), Error::<Test>::HolderAskedAlready);
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert!(!record(NUMBER).asked.suspension);
		assert_noop!(
			ask(Wish::Relinquishment {
				from: day("2026-11-23")
			}),
			Error::<Test>::DayPassed
		);
		let other = Desk::ask(
			signed(OTHER_HOLDER),
			number(NUMBER).into(),
			Wish::Suspension,
		);
		assert_eq!(other, Err(DispatchError::BadOrigin));
		// An officer has the holder's paper.
		assert_ok!(Desk::ask(by(MX), number(NUMBER).into(), Wish::Appeal));
		assert!(record(NUMBER).asked.appeal.is_some());
	});
}

#[test]
fn a_review_should_leave_the_certificate_what_it_is() {
	build_and_execute(|| {
		certify_fast();
		let review = |origin, on| {
			Certificates::set_review(origin, number(NUMBER).into(), review(on), document())
		};
		let risk = || signed(officer(MX, Scope::Risk));
		assert_noop!(review(by(MX), false), Error::<Test>::NothingWouldChange);
		let before = record(NUMBER);
		assert_ok!(review(risk(), true));
		assert!(record(NUMBER).under_review);
		assert_eq!(record(NUMBER).version, before.version);
		assert_eq!(denial(), None);
		assert_ok!(review(by(MX), false));
		assert_eq!(record(NUMBER), before);
		assert_ok!(propose(annul()));
		assert_noop!(review(risk(), true), Error::<Test>::CertificateNotLive);
	});
}

#[test]
fn an_officer_should_not_be_the_holders_pair_of_eyes_too() {
	build_and_execute(|| {
		certify();
		link();
		let paper = |origin, text| {
			let from = day("2026-12-01");
			let wish = Wish::Relinquishment { from };
			Desk::ask(origin, number(text).into(), wish)
		};
		assert_noop!(paper(by(MX), NUMBER), DispatchError::BadOrigin);
		// Also where the programme asks for no second officer: it may do so later.
		assert_ok!(Certificates::propose(
			by(MX),
			number("B").into(),
			as_written(authorise("FAST", OTHER))
		));
		assert_noop!(paper(by(MX), "B"), DispatchError::BadOrigin);
		// With the paper it is proposed, and a second officer sees it.
		assert_ok!(propose(relinquish("2026-12-01")));
		assert_eq!(record(NUMBER).state, CertificateState::Authorised);
		assert_noop!(confirm(by(MX)), Error::<Test>::ConfirmingOfficerProposedIt);
		assert_ok!(confirm(by_second(MX)));
	});
}

#[test]
fn an_account_should_be_no_hand_of_the_officer_who_linked_it() {
	let from = "2026-12-01";
	let wish = || Wish::Relinquishment { from: day(from) };
	let certifier = officer(MX, Scope::Certification);
	build_and_execute(|| {
		certify();
		link();
		// One person links an account of its own and asks with it.
		link_by(HOLDER, certifier);
		assert_ok!(ask(wish()));
		assert_ok!(propose(relinquish(from)));
		assert_eq!(record(NUMBER).state, CertificateState::Authorised);
		// Another officer is another hand.
		assert_ok!(plain(Certificates::propose(
			by_second(MX),
			number(NUMBER).into(),
			as_written(relinquish(from))
		)));
		let CertificateState::Relinquished(_) = record(NUMBER).state else {
			panic!("the holder asked and another officer decided");
		};
		let history = Certificates::history(Territory::MX, &number(NUMBER), 0);
		let hands = Hands::both(HOLDER, second_officer(MX, Scope::Certification));
		assert_eq!(history[0].decided.by, hands);
	});
	build_and_execute(|| {
		certify();
		link();
		// Nor is one of which nobody knows who linked it, or that is linked no more.
		LinkedBy::take();
		assert_ok!(ask(wish()));
		assert_ok!(propose(relinquish(from)));
		assert_eq!(record(NUMBER).state, CertificateState::Authorised);
		link();
		Linked::mutate(|linked| linked.remove(&HOLDER));
		assert_ok!(propose(relinquish(from)));
		assert_eq!(record(NUMBER).state, CertificateState::Authorised);
	});
	build_and_execute(|| {
		certify();
		link();
		// Nor one for which the officer itself has signed.
		let origin = RuntimeOrigin::signed(HOLDER);
		set_outer_signer(Some(certifier));
		assert_ok!(Desk::ask(origin, number(NUMBER).into(), wish()));
		assert_ok!(propose(relinquish(from)));
		assert_eq!(record(NUMBER).state, CertificateState::Authorised);
		// Its own word counts afterwards.
		assert_ok!(ask(wish()));
		assert_ok!(propose(relinquish(from)));
		assert!(matches!(
			record(NUMBER).state,
			CertificateState::Relinquished(_)
		));
		assert!(crate::Askers::<Test>::iter().next().is_none());
	});
}
