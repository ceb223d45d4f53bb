//! What a programme says where a decision doesn't: last days, days of review, time-outs.

use super::*;
use crate::{BatchMode, WrittenRows};

const DAY: u64 = 24 * 60 * 60 * 1000;

/// A decision without its last day.
fn open(mut decision: Decision) -> Decision {
	match &mut decision {
		Decision::Authorise { valid_until, .. }
		| Decision::Rectify { valid_until, .. }
		| Decision::Renew { valid_until, .. } => *valid_until = None,
		_ => panic!("it has no last day"),
	}
	decision
}

/// To certify from this day on.
fn authorise_from(from: &str) -> Decision {
	let mut decision = authorise("FAST", TIN);
	if let Decision::Authorise { valid_from, .. } = &mut decision {
		*valid_from = day(from);
	}
	decision
}

fn renew(until: Option<&str>) -> Decision {
	Decision::Renew {
		valid_until: until.map(day),
		document: document(),
	}
}

fn until() -> Option<Date> {
	record(NUMBER).validity.expect("it has dates").until
}

pub(super) fn set_oea(change: impl FnOnce(&mut Programme)) {
	let code = || aeo_primitives::ProgrammeCode::try_from("OEA").expect("short");
	let mut programme = crate::Programmes::<Test>::get(Territory::MX, code()).expect("it is there");
	change(&mut programme);
	assert_ok!(Certificates::set_programme(
		signed(MX),
		written(&code()),
		programme.into()
	));
}

#[test]
fn authorise_should_end_with_the_programmes_months_where_it_gives_no_last_day() {
	for (from, months, expected) in [
		("2026-11-24", Some(36), Some("2029-11-23")),
		("2027-03-01", Some(12), Some("2028-02-29")),
		("2028-02-29", Some(12), Some("2029-02-28")),
		("2027-01-31", Some(1), Some("2027-02-28")),
		("2026-11-24", None, None),
	] {
		build_and_execute(|| {
			set_up();
			set_fast(|programme| {
				programme.validity_months =
					months.map_or(ValidityMonths::NoEnd, ValidityMonths::Usually);
			});
			assert_ok!(propose(open(authorise_from(from))));
			assert_eq!(until(), expected.map(day), "{from} and {months:?} months");
		});
	}
}

#[test]
fn an_explicit_last_day_should_win() {
	build_and_execute(|| {
		set_up();
		set_fast(|programme| programme.validity_months = ValidityMonths::Usually(36));
		assert_ok!(propose(authorise("FAST", TIN)));
		assert_eq!(until(), Some(day("2027-12-31")));
		assert_ok!(propose(renew(Some("2028-06-30"))));
		assert_eq!(until(), Some(day("2028-06-30")));
	});
}

#[test]
fn authorise_should_fail_where_the_programmes_months_are_over_already() {
	build_and_execute(|| {
		set_up();
		set_fast(|programme| programme.validity_months = ValidityMonths::Usually(12));
		assert_noop!(
			propose(open(authorise_from("2025-11-24"))),
			Error::<Test>::DayPassed
		);
		assert_ok!(propose(open(authorise_from("2025-11-25"))));
	});
}

#[test]
fn a_day_beyond_the_calendar_should_be_refused() {
	build_and_execute(|| {
		set_up();
		set_fast(|programme| programme.validity_months = ValidityMonths::Usually(1_200));
		assert_noop!(
			propose(open(authorise_from("2100-01-02"))),
			Error::<Test>::DayBeyondCalendar
		);
		assert_ok!(propose(open(authorise_from("2099-12-31"))));
		assert_eq!(until(), Some(day("2199-12-30")));
		assert_noop!(propose(renew(None)), Error::<Test>::DayBeyondCalendar);
		assert_ok!(propose(renew(Some("2199-12-31"))));
		assert_noop!(propose(renew(None)), Error::<Test>::DayBeyondCalendar);
	});
}

#[test]
fn renew_should_count_from_the_day_after_the_last_one() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.validity_months = ValidityMonths::Usually(12));
		for expected in ["2028-12-31", "2029-12-31"] {
			assert_ok!(propose(renew(None)));
			assert_eq!(until(), Some(day(expected)));
		}
		assert_ok!(propose(renew(Some("2032-02-28"))));
		assert_ok!(propose(renew(None)));
		assert_eq!(until(), Some(day("2033-02-28")));
		set_fast(|programme| programme.validity_months = ValidityMonths::NoEnd);
		assert_ok!(propose(renew(None)));
		assert_eq!(until(), None);
		set_fast(|programme| programme.validity_months = ValidityMonths::Usually(12));
		assert_noop!(propose(renew(None)), Error::<Test>::RenewalNotLonger);
	});
}

#[test]
fn renew_should_fail_where_the_months_ended_before_today() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.validity_months = ValidityMonths::Usually(12));
		Timestamp::set_timestamp(morning("2029-01-01"));
		assert_noop!(propose(renew(None)), Error::<Test>::DayPassed);
		assert_ok!(propose(renew(Some("2029-12-31"))));
	});
}

#[test]
fn rectify_should_count_from_its_first_day() {
	build_and_execute(|| {
		certify();
		set_oea(|programme| programme.validity_months = ValidityMonths::Usually(12));
		let rectify = |from| Decision::Rectify {
			roles: roles(&[Role::Exporter]),
			valid_from: day(from),
			valid_until: None,
			document: document(),
		};
		assert_ok!(propose(rectify("2026-11-24")));
		assert_eq!(until(), Some(day("2027-12-31")));
		assert_ok!(confirm(by_second(MX)));
		assert_eq!(until(), Some(day("2027-11-23")));
		assert_ok!(propose(rectify("2026-11-20")));
		assert_ok!(confirm(by_second(MX)));
		assert_eq!(until(), Some(day("2027-11-19")));
	});
}

#[test]
fn what_is_proposed_should_have_its_last_day_whatever_becomes_of_the_programme() {
	build_and_execute(|| {
		set_up();
		set_oea(|programme| programme.validity_months = ValidityMonths::Usually(36));
		assert_ok!(propose(open(authorise("OEA", TIN))));
		let pending =
			crate::Pendings::<Test>::get(Territory::MX, last_proposal()).expect("it waits");
		let mut expected = authorise("OEA", TIN);
		if let Decision::Authorise { valid_until, .. } = &mut expected {
			*valid_until = Some(day("2029-11-23"));
		}
		assert_eq!(pending.proposal.content, expected);
		expect_event(Event::DecisionProposed {
			issuer: Territory::MX,
			number: number(NUMBER),
			proposal: 1,
			decision: expected,
			by: officer(MX, Scope::Certification),
			expires: NOON + TIME_OUT,
		});
		set_oea(|programme| programme.validity_months = ValidityMonths::Usually(12));
		assert_ok!(confirm(by_second(MX)));
		assert_eq!(until(), Some(day("2029-11-23")));
	});
}

#[test]
fn what_is_proposed_without_an_end_should_stay_so() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(open(authorise("OEA", TIN))));
		set_oea(|programme| programme.validity_months = ValidityMonths::Usually(12));
		assert_ok!(confirm(by_second(MX)));
		assert_eq!(until(), None);
	});
}

#[test]
fn a_review_should_be_due_after_the_programmes_months() {
	build_and_execute(|| {
		set_up();
		set_fast(|programme| programme.review_months = Some(12));
		assert_ok!(propose(authorise("FAST", TIN)));
		assert_eq!(record(NUMBER).review_due, Some(day("2027-11-23")));
		// A change of the programme touches no certificate.
		set_fast(|programme| programme.review_months = Some(6));
		assert_eq!(record(NUMBER).review_due, Some(day("2027-11-23")));
		let review =
			|on| Certificates::set_review(by(MX), number(NUMBER).into(), review(on), document());
		Timestamp::set_timestamp(morning("2027-06-30"));
		assert_ok!(review(true));
		assert_eq!(record(NUMBER).review_due, Some(day("2027-11-23")));
		assert_ok!(review(false));
		assert_eq!(record(NUMBER).review_due, Some(day("2027-12-29")));
		expect_event(Event::ReviewSet {
			issuer: Territory::MX,
			number: number(NUMBER),
			under_review: false,
			review_due: Some(day("2027-12-29")),
			by: officer(MX, Scope::Certification),
			document: document(),
		});
		Timestamp::set_timestamp(morning("2027-08-31"));
		assert_ok!(propose(renew(Some("2030-12-31"))));
		// February 2028 has 29 days.
		assert_eq!(record(NUMBER).review_due, Some(day("2028-02-29")));
		set_fast(|programme| programme.review_months = None);
		assert_ok!(propose(renew(Some("2031-12-31"))));
		assert_eq!(record(NUMBER).review_due, None);
	});
}

#[test]
fn a_review_should_be_due_after_an_application_was_authorised() {
	build_and_execute(|| {
		set_up();
		set_fast(|programme| programme.review_months = Some(24));
		accept(NUMBER, TIN);
		assert_eq!(record(NUMBER).review_due, None);
		assert_ok!(propose(authorise("FAST", TIN)));
		assert_eq!(record(NUMBER).review_due, Some(day("2028-11-23")));
	});
}

#[test]
fn what_is_taken_over_should_have_no_day_of_review_until_it_is_reviewed() {
	build_and_execute(|| {
		set_up();
		set_fast(|programme| programme.review_months = Some(12));
		assert_ok!(super::take_over::propose_rows(vec![super::take_over::row(
			"FAST", NUMBER, TIN
		)]));
		assert_eq!(record(NUMBER).review_due, None);
		for on in [true, false] {
			assert_ok!(Certificates::set_review(
				by(MX),
				number(NUMBER).into(),
				review(on),
				document()
			));
		}
		assert_eq!(record(NUMBER).review_due, Some(day("2027-11-23")));
	});
}

#[test]
fn a_review_should_be_overdue_when_its_day_is_over_and_nothing_depend_on_it() {
	build_and_execute(|| {
		set_up();
		set_fast(|programme| programme.review_months = Some(1));
		assert_ok!(propose(authorise("FAST", TIN)));
		let offset = aeo_primitives::UtcOffset::try_from(-360).expect("legal");
		let is_overdue = |moment| record(NUMBER).review_overdue(moment, offset);
		let end = morning("2026-12-24");
		assert!(!is_overdue(end - 1));
		assert!(is_overdue(end));
		Timestamp::set_timestamp(end);
		let facts = record(NUMBER).facts(&number(NUMBER));
		assert!(facts.ensure_in_force(end, offset).is_ok());
		set_fast(|programme| programme.review_months = None);
		assert_eq!(record(NUMBER).review_due, Some(day("2026-12-23")));
	});
}

#[test]
fn a_proposal_should_be_open_for_the_programmes_days() {
	for days in [1, 365] {
		build_and_execute(|| {
			set_up();
			set_oea(|programme| programme.decision_days = days);
			assert_ok!(propose(authorise("OEA", TIN)));
			// What is proposed keeps its time.
			set_oea(|programme| programme.decision_days = 14);
			pass(u64::from(days) * DAY + 1);
			assert_noop!(confirm(by_second(MX)), Error::<Test>::ProposalLapsed);
			Timestamp::set_timestamp(NOON + u64::from(days) * DAY);
			assert_ok!(confirm(by_second(MX)));
		});
	}
}

#[test]
fn a_batch_should_be_open_for_the_shortest_of_its_programmes_days() {
	build_and_execute(|| {
		set_up();
		set_oea(|programme| programme.decision_days = 30);
		set_fast(|programme| programme.decision_days = 3);
		let row = super::take_over::row;
		let propose = |rows: Vec<_>| {
			let rows = WrittenRows::from(rows);
			Certificates::propose_batch(by(MX), rows, BatchMode::SkipFailed)
		};
		let unknown = row("NONE", "A-9", OTHER);
		for (rows, days) in [
			(vec![row("OEA", "A-1", TIN), unknown.clone()], 30),
			(vec![row("OEA", "A-2", TIN), row("FAST", "A-3", OTHER)], 3),
		] {
			assert_ok!(propose(rows));
			let batch = super::take_over::batch();
			let waiting = crate::Batches::<Test>::get(Territory::MX, batch).expect("it waits");
			assert_eq!(waiting.expires, NOON + days * DAY);
		}
	});
}

fn at_most(months: u16) {
	set_fast(|programme| programme.validity_months = ValidityMonths::AtMost(months));
}

/// To certify from this day through that one.
fn authorise_through(from: &str, until: &str) -> Decision {
	let mut decision = authorise_from(from);
	if let Decision::Authorise { valid_until, .. } = &mut decision {
		*valid_until = Some(day(until));
	}
	decision
}

fn rectify(from: &str, until: Option<&str>) -> Decision {
	Decision::Rectify {
		roles: roles(&[Role::Exporter]),
		valid_from: day(from),
		valid_until: until.map(day),
		document: document(),
	}
}

#[test]
fn authorise_should_not_be_longer_than_the_programme_allows() {
	let too_long = || Error::<Test>::LongerThanTheProgramme;
	for (from, last, beyond) in [
		("2026-11-24", "2027-11-23", "2027-11-24"),
		("2027-03-01", "2028-02-29", "2028-03-01"),
		("2028-02-29", "2029-02-28", "2029-03-01"),
	] {
		build_and_execute(|| {
			set_up();
			at_most(12);
			assert_noop!(propose(authorise_through(from, beyond)), too_long());
			assert_ok!(propose(authorise_through(from, last)));
			assert_eq!(until(), Some(day(last)));
		});
		build_and_execute(|| {
			set_up();
			at_most(12);
			// One that is left out is the last that is allowed; a sooner one may be given.
			assert_ok!(propose(open(authorise_from(from))));
			assert_eq!(until(), Some(day(last)));
		});
	}
	// Where the programme does not say so, any is right.
	build_and_execute(|| {
		set_up();
		set_fast(|programme| programme.validity_months = ValidityMonths::Usually(12));
		assert_ok!(propose(authorise_through("2026-11-24", "2040-11-24")));
		assert_ok!(propose(renew(Some("2060-12-31"))));
	});
	// Months that go beyond the calendar allow every day of it.
	build_and_execute(|| {
		set_up();
		at_most(1_200);
		assert_ok!(propose(authorise_through("2150-01-01", "2199-12-31")));
	});
}

#[test]
fn an_application_should_not_be_authorised_for_longer_either() {
	build_and_execute(|| {
		set_up();
		at_most(12);
		accept(NUMBER, TIN);
		assert_noop!(
			propose(authorise("FAST", TIN)),
			Error::<Test>::LongerThanTheProgramme
		);
		assert_ok!(propose(authorise_through("2026-11-24", "2027-11-23")));
	});
}

#[test]
fn renew_should_not_add_more_than_the_programme_allows() {
	build_and_execute(|| {
		certify_fast();
		at_most(12);
		assert_noop!(
			propose(renew(Some("2029-01-01"))),
			Error::<Test>::LongerThanTheProgramme
		);
		assert_ok!(propose(renew(Some("2028-12-31"))));
		assert_ok!(propose(renew(None)));
		assert_eq!(until(), Some(day("2029-12-31")));
		// Of one that is over the months count from today.
		Timestamp::set_timestamp(morning("2032-06-15"));
		assert_noop!(
			propose(renew(Some("2033-06-15"))),
			Error::<Test>::LongerThanTheProgramme
		);
		assert_ok!(propose(renew(Some("2033-06-14"))));
	});
}

#[test]
fn rectify_should_not_prolong_beyond_what_the_programme_allows() {
	build_and_execute(|| {
		certify_fast();
		at_most(12);
		let too_long = || Error::<Test>::LongerThanTheProgramme;
		// Through 2027-12-31 it was authorised when the programme said nothing: that stays.
		assert_ok!(propose(rectify("2026-11-23", Some("2027-12-31"))));
		assert_noop!(
			propose(rectify("2026-11-23", Some("2028-01-01"))),
			too_long()
		);
		assert_ok!(propose(rectify("2026-11-23", Some("2027-01-01"))));
		// Now only as far as from the first day.
		assert_noop!(
			propose(rectify("2026-11-23", Some("2027-11-23"))),
			too_long()
		);
		assert_ok!(propose(rectify("2026-11-23", Some("2027-11-22"))));
		assert_ok!(propose(rectify("2026-11-24", None)));
		assert_eq!(until(), Some(day("2027-11-23")));
	});
}

#[test]
fn what_has_no_end_should_get_none_where_the_programme_allows_no_more_than_months() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(open(authorise("OEA", TIN))));
		set_oea(|programme| {
			programme.validity_months = ValidityMonths::AtMost(12);
		});
		// The most that is allowed is looked at when it is decided.
		assert_noop!(
			confirm(by_second(MX)),
			Error::<Test>::LongerThanTheProgramme
		);
		assert_ok!(propose(open(authorise("OEA", TIN))));
		assert_ok!(confirm(by_second(MX)));
		assert_eq!(until(), Some(day("2027-11-23")));
	});
}

#[test]
fn a_row_should_not_be_longer_than_its_programme_allows() {
	build_and_execute(|| {
		set_up();
		at_most(12);
		let row = |text: &str, until: Option<&str>| crate::Authorisation {
			number: number(text),
			tin: tin(TIN),
			publication_consent: document(),
			certificate_type: kind("FAST", "FULL"),
			roles: roles(&[match text {
				"A-1" => Role::Exporter,
				"A-2" => Role::Importer,
				_ => Role::Carrier,
			}]),
			valid_from: day("2026-11-24"),
			valid_until: until.map(day),
			document: document(),
			instrument: None,
		};
		let rows = vec![
			row("A-1", Some("2027-11-23")),
			row("A-2", Some("2027-11-24")),
			row("A-3", None),
		];
		let rows = WrittenRows::from(rows);
		assert_ok!(Certificates::propose_batch(
			by(MX),
			rows,
			BatchMode::SkipFailed
		));
		let failed = System::events()
			.into_iter()
			.find_map(|one| match one.event {
				RuntimeEvent::Certificates(Event::RowFailed { row, error, .. }) => {
					Some((row, error))
				}
				_ => None,
			});
		assert_eq!(
			failed,
			Some((1, Error::<Test>::LongerThanTheProgramme.into()))
		);
		for text in ["A-1", "A-3"] {
			let validity = record(text).validity.expect("it has dates");
			assert_eq!(validity.until, Some(day("2027-11-23")));
		}
		assert!(Certificates::certificate(Territory::MX, &number("A-2")).is_none());
	});
}

#[test]
fn what_is_taken_over_should_keep_its_dates_whatever_the_programme_allows() {
	build_and_execute(|| {
		set_up();
		at_most(1);
		let row = super::take_over::row("FAST", NUMBER, TIN);
		let expected = row.valid_until;
		assert_ok!(super::take_over::propose_rows(vec![row]));
		assert_eq!(until(), expected);
		assert!(expected.is_none_or(|day| day > super::day("2027-01-01")));
	});
}
