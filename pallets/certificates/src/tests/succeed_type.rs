//! `succeed_type`, `withdraw_succession`, and what they change.

use super::{authorise_batch::row, take_over, *};
use crate::{rules::succession::Flaw, BatchMode, SuccessionList, Successions, WrittenRows};
use aeo_primitives::{
	recognition::{TypeSuccession, MAX_SUCCESSIONS},
	CertificateLookup,
};

/// The type of the usual certificate, and one that succeeds it.
fn old() -> CertificateType {
	kind("OEA", "FULL")
}

fn new() -> CertificateType {
	kind("FAST", "FULL")
}

fn succeed(of: CertificateType, by: CertificateType, from: &str) -> DispatchResult {
	let from = written(from);
	Certificates::succeed_type(signed(MX), of.into(), by.into(), from, document())
}

fn withdraw(of: CertificateType) -> DispatchResult {
	Certificates::withdraw_succession(signed(MX), of.into(), document())
}

#[test]
fn succeed_type_should_be_stored_and_told() {
	build_and_execute(|| {
		set_up();
		assert_ok!(succeed(old(), new(), "2032-01-01"));
		let expected = TypeSuccession {
			of: old(),
			by: new(),
			from: day("2032-01-01"),
		};
		assert_eq!(
			Certificates::successions(Territory::MX).into_inner(),
			vec![expected]
		);
		assert_eq!(
			Certificates::successions(Territory::CR).into_inner(),
			vec![]
		);
		expect_event(Event::SuccessionDecided {
			administration: Territory::MX,
			of: old(),
			by: new(),
			from: day("2032-01-01"),
			document: document(),
		});
		// Another type can have the same successor.
		assert_ok!(succeed(kind("OEA", "C"), new(), "2032-01-01"));
	});
}

#[test]
fn succeed_type_should_fail_where_it_says_nothing_that_holds() {
	build_and_execute(|| {
		set_up();
		let today = "2026-11-24";
		for (of, by, from, error) in [
			(old(), old(), today, Error::<Test>::TypeSucceedsItself),
			(old(), new(), "2026-11-23", Error::<Test>::DayPassed),
			(old(), new(), "soon", Error::<Test>::DateNotUnderstood),
			(old(), new(), "2026-02-30", Error::<Test>::DateNotReal),
			(kind("OEA", "X"), new(), today, Error::<Test>::UnknownType),
			(old(), kind("OEA", "X"), today, Error::<Test>::UnknownType),
			(
				old(),
				kind("X", "FULL"),
				today,
				Error::<Test>::UnknownProgramme,
			),
			(old(), kind("OEA", ""), today, Error::<Test>::CodeMissing),
		] {
			assert_noop!(succeed(of, by, from), error);
		}
		assert_noop!(
			Certificates::succeed_type(
				signed(MX),
				old().into(),
				new().into(),
				written(today),
				H256::zero()
			),
			Error::<Test>::DocumentMissing
		);
	});
}

#[test]
fn no_type_should_stand_at_both_ends_or_have_two_successors() {
	build_and_execute(|| {
		set_up();
		let other = || kind("OEA", "C");
		assert_ok!(succeed(old(), new(), "2032-01-01"));
		for (of, by, error) in [
			(old(), other(), Error::<Test>::SuccessionDecidedAlready),
			(new(), other(), Error::<Test>::SuccessionsChained),
			(other(), old(), Error::<Test>::SuccessionsChained),
			(new(), old(), Error::<Test>::SuccessionsChained),
		] {
			assert_noop!(succeed(of, by, "2032-01-01"), error);
		}
	});
}

#[test]
fn there_should_be_room_for_64_successions() {
	let named = |place: u32| kind("P", &format!("T{place}"));
	let mut all = SuccessionList::new();
	let mut add = |place| {
		let new = TypeSuccession {
			of: named(place),
			by: new(),
			from: day("2032-01-01"),
		};
		crate::rules::succession::add(&mut all, new)
	};
	for place in 0..MAX_SUCCESSIONS {
		assert_eq!(add(place), Ok(()));
	}
	assert_eq!(add(MAX_SUCCESSIONS), Err(Flaw::TooManySuccessions));
}

#[test]
fn withdraw_succession_should_hold_before_the_day_only() {
	build_and_execute(|| {
		set_up();
		assert_noop!(withdraw(old()), Error::<Test>::UnknownSuccession);
		assert_ok!(succeed(old(), new(), "2026-11-25"));
		assert_noop!(
			Certificates::withdraw_succession(signed(MX), old().into(), H256::zero()),
			Error::<Test>::DocumentMissing
		);
		assert_ok!(withdraw(old()));
		expect_event(Event::SuccessionWithdrawn {
			administration: Territory::MX,
			of: old(),
			document: document(),
		});
		assert!(!Successions::<Test>::contains_key(Territory::MX));
		assert_ok!(succeed(old(), new(), "2026-11-24"));
		assert_noop!(withdraw(old()), Error::<Test>::SuccessionBegun);
	});
}

/// Of the old type nothing new is certified once the day has begun; what there is goes on.
#[test]
fn the_old_type_should_not_be_authorised_after_the_day() {
	build_and_execute(|| {
		certify();
		assert_ok!(succeed(old(), new(), "2026-11-25"));
		let another = || {
			Certificates::propose(
				by(MX),
				number("A-2").into(),
				as_written(authorise("OEA", OTHER)),
			)
		};
		// Its day has not begun.
		assert_ok!(another());
		assert_ok!(Certificates::refuse(
			by(MX),
			number("A-2").into(),
			last_proposal()
		));
		Timestamp::set_timestamp(morning("2026-11-25"));
		let refused = another().map(|_| ()).map_err(|failed| failed.error);
		assert_eq!(refused, Err(Error::<Test>::TypeSucceeded.into()));
		// It is reviewed, and its number and type stay.
		assert_ok!(Certificates::set_review(
			by(MX),
			number(NUMBER).into(),
			Review::UnderReview,
			document()
		));
		let renewal = Decision::Renew {
			valid_until: Some(day("2030-12-31")),
			document: document(),
		};
		assert_ok!(propose(renewal));
		assert_ok!(confirm(by_second(MX)));
		let renewed = record(NUMBER);
		assert_eq!(renewed.certificate_type, old());
		assert_eq!(renewed.state, CertificateState::Authorised);
		let until = renewed.validity.and_then(|validity| validity.until);
		assert_eq!(until, Some(day("2030-12-31")));
	});
}

/// A row is refused for the reason for which a decision is; one of the new type beside it is not.
#[test]
fn a_row_of_the_old_type_should_fail_after_the_day() {
	build_and_execute(|| {
		set_up();
		assert_ok!(succeed(old(), new(), "2026-11-24"));
		let rows = ["OEA", "FAST"].map(|programme| row(programme, programme, OTHER));
		let rows = WrittenRows::from(rows.to_vec());
		assert_ok!(Certificates::propose_batch(
			by(MX),
			rows,
			BatchMode::SkipFailed
		));
		assert_ok!(take_over::confirm_batch(by_second(MX), take_over::batch()));
		// Told to the maker and to the checker.
		let failed = (0, Error::<Test>::TypeSucceeded.into());
		assert_eq!(take_over::outcome(), (1, 1, vec![failed; 2]));
		assert_eq!(record("FAST").certificate_type, new());
	});
}
