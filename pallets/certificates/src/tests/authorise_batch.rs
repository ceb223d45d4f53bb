//! `propose_batch` and `confirm_batch` of traders to certify (T3).

use super::{
	take_over::{batch, confirm_batch, outcome},
	*,
};
use crate::{Authorisation, BatchMode, WrittenRows};

/// To certify a company as an exporter, as `authorise` does.
pub(super) fn row(programme: &str, text: &str, holder: &str) -> Authorisation {
	Authorisation {
		number: number(text),
		tin: tin(holder),
		publication_consent: document(),
		certificate_type: kind(programme, "FULL"),
		roles: roles(&[Role::Exporter]),
		valid_from: day("2026-11-24"),
		valid_until: Some(day("2027-12-31")),
		document: document(),
		instrument: None,
	}
}

fn propose_with(rows: Vec<Authorisation>, mode: BatchMode) -> DispatchResult {
	let rows = WrittenRows::from(rows);
	plain(Certificates::propose_batch(by(MX), rows, mode))
}

fn propose_rows(rows: Vec<Authorisation>) -> DispatchResult {
	propose_with(rows, BatchMode::AllOrNothing)
}

/// A third Mexican company.
const THIRD: &str = "MXSAT970701NN3";

#[test]
fn a_batch_should_certify_by_two_officers() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose_rows(vec![
			row("OEA", "a-1", TIN),
			row("OEA", "A-2", OTHER)
		]));
		assert!(Certificates::certificate(Territory::MX, &number("A-1")).is_none());
		let batch = batch();
		assert_noop!(
			confirm_batch(by(MX), batch),
			Error::<Test>::ConfirmingOfficerProposedIt
		);
		assert_noop!(
			confirm_batch(by_second(CR), batch),
			Error::<Test>::UnknownProposal
		);
		assert_ok!(confirm_batch(by_second(MX), batch));
		assert_eq!(outcome(), (2, 0, vec![]));
		let told = Told::get();
		assert_eq!((told.len(), told[0].1.len()), (1, 2));
		let history = Certificates::history(Territory::MX, &number("A-1"), 0);
		assert_eq!(history[0].decided, decided_by_both());
	});
}

/// Who vouches for a number that fails its check is two, whatever the programme says.
#[test]
fn a_number_that_fails_its_check_should_take_two_officers() {
	build_and_execute(|| {
		set_up();
		let despite = |text| Authorisation {
			instrument: Some(document()),
			..row("FAST", text, THIRD)
		};
		assert_ok!(propose_rows(vec![row("FAST", "A-1", TIN), despite("A-2")]));
		assert!(Certificates::certificate(Territory::MX, &number("A-1")).is_none());
		let batch = batch();
		assert_noop!(
			confirm_batch(by(MX), batch),
			Error::<Test>::ConfirmingOfficerProposedIt
		);
		assert_ok!(confirm_batch(by_second(MX), batch));
		assert!(Certificates::certificate(Territory::MX, &number("A-2")).is_some());
		// Without a document one officer decides on it at once.
		assert_ok!(propose_rows(vec![row("FAST", "A-3", OTHER)]));
		assert!(Certificates::certificate(Territory::MX, &number("A-3")).is_some());
	});
}

/// The certificate, its periods, the index, the log and what others are told are the same.
#[test]
fn a_row_should_do_what_a_decision_does() {
	let results: Vec<_> = [false, true]
		.into_iter()
		.map(|in_batch| {
			let mut result = None;
			build_and_execute(|| {
				set_up();
				set_fast(|programme| {
					programme.validity_months = ValidityMonths::Usually(36);
					programme.review_months = Some(12);
				});
				accept(NUMBER, TIN);
				Told::take();
				let open = |mut row: Authorisation| {
					row.valid_until = None;
					row
				};
				let rows = [row("FAST", NUMBER, TIN), row("FAST", "A-2", OTHER)].map(open);
				if in_batch {
					assert_ok!(propose_rows(rows.to_vec()));
				} else {
					for row in rows {
						let at = row.number.clone();
						assert_ok!(Certificates::propose(
							by(MX),
							at.into(),
							as_written(row.into())
						));
					}
				}
				let told: Vec<_> = Told::take()
					.into_iter()
					.flat_map(|(_, changes)| changes)
					.collect();
				let histories = [NUMBER, "A-2"]
					.map(|text| Certificates::history(Territory::MX, &number(text), 0));
				let changes: Vec<_> = crate::Changes::<Test>::iter().collect();
				let records = [record(NUMBER), record("A-2")];
				let until = records[0].validity.and_then(|validity| validity.until);
				assert_eq!(until, Some(day("2029-11-23")));
				result = Some((records, histories, changes, told));
			});
			result.expect("it was run")
		})
		.collect();
	assert_eq!(results[0], results[1]);
}

#[test]
fn a_batch_should_certify_at_once_where_no_programme_needs_a_second_officer() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose_rows(vec![row("FAST", "A-1", TIN)]));
		assert_eq!(outcome(), (1, 0, vec![]));
	});
}

/// Rows that are wrong, each with what is wrong; nothing else is.
fn faulty() -> Vec<(Authorisation, DispatchError)> {
	let right = || row("FAST", "A-9", OTHER);
	let with = |change: fn(&mut Authorisation)| {
		let mut row = right();
		change(&mut row);
		row
	};
	vec![
		(
			with(|row| row.number = number("_")),
			Error::<Test>::NumberNotUnderstood.into(),
		),
		(
			with(|row| row.number = number("A-1")),
			Error::<Test>::NumberTaken.into(),
		),
		(
			with(|row| row.tin = tin(TIN)),
			Error::<Test>::RoleAlreadyCertified.into(),
		),
		(with(|row| row.tin = tin("CR 3-101-123456")), BAD_TIN),
		(
			with(|row| row.certificate_type = kind("NONE", "FULL")),
			Error::<Test>::UnknownProgramme.into(),
		),
		(
			with(|row| row.certificate_type = kind("FAST", "NONE")),
			Error::<Test>::UnknownType.into(),
		),
		(
			with(|row| row.valid_from = day("2028-01-01")),
			Error::<Test>::EndsBeforeItBegins.into(),
		),
		(
			with(|row| {
				row.valid_from = day("2026-01-01");
				row.valid_until = Some(day("2026-11-23"));
			}),
			Error::<Test>::DayPassed.into(),
		),
		(
			with(|row| row.document = H256::zero()),
			Error::<Test>::DocumentMissing.into(),
		),
		(
			with(|row| {
				row.valid_from = day("2190-01-01");
				row.valid_until = None;
			}),
			Error::<Test>::DayBeyondCalendar.into(),
		),
	]
}

#[test]
fn each_row_should_fail_with_its_own_error() {
	for mode in [BatchMode::AllOrNothing, BatchMode::SkipFailed] {
		for (wrong, error) in faulty() {
			build_and_execute(|| {
				set_up();
				set_fast(|programme| programme.validity_months = ValidityMonths::Usually(600));
				let last = row("FAST", "A-3", THIRD);
				let rows = vec![row("FAST", "A-1", TIN), wrong, last];
				assert_ok!(propose_with(rows, mode));
				let done = match mode {
					BatchMode::AllOrNothing => 0,
					BatchMode::SkipFailed => 2,
				};
				assert_eq!(outcome(), (done, 1, vec![(1, error)]));
				assert_eq!(crate::Ordinals::<Test>::get(Territory::MX), done);
				let told: usize = Told::get().iter().map(|(_, changes)| changes.len()).sum();
				assert_eq!(told as u32, done);
			});
		}
	}
}

/// Applications, bars and opinions count for each row by itself.
#[test]
fn a_row_should_meet_every_guard_of_a_decision() {
	build_and_execute(|| {
		set_up();
		link();
		set_fast(|programme| {
			programme.applications = applied(true);
			programme.opinions_required = agencies(&["HEALTH"]);
		});
		accept("A-1", TIN);
		accept("A-2", OTHER);
		opine_on("HEALTH", "A-1", 2, Opinion::Favourable);
		opine_on("HEALTH", "A-2", 2, Opinion::Unfavourable);
		let rows = || {
			vec![
				row("FAST", "A-1", TIN),
				row("FAST", "A-2", OTHER),
				row("FAST", "A-3", THIRD),
				row("FAST", "A-1", OTHER),
			]
		};
		let differs = Error::<Test>::ApplicationDiffers;
		assert_ok!(propose_rows(rows()));
		assert_eq!(
			outcome(),
			(
				0,
				3,
				vec![
					(1, Error::<Test>::OpinionUnfavourable.into()),
					(2, Error::<Test>::ApplicationMissing.into()),
					// The row before has certified it, or would have.
					(3, Error::<Test>::NumberTaken.into()),
				]
			)
		);
		System::reset_events();
		assert_ok!(propose_rows(vec![row("FAST", "A-1", OTHER)]));
		assert_eq!(outcome(), (0, 1, vec![(0, differs.into())]));
		System::reset_events();
		assert_ok!(propose_with(rows(), BatchMode::SkipFailed));
		let (done, failed, _) = outcome();
		assert_eq!((done, failed), (1, 3));
		assert_eq!(record("A-1").state, CertificateState::Authorised);
		// What is refused with a bar keeps out of a batch too.
		assert_ok!(plain(Certificates::propose(
			by(MX),
			number("A-2").into(),
			as_written(Decision::RefuseApplication {
				bar_until: Some(day("2027-12-31")),
				document: document(),
			}),
		)));
		set_fast(|programme| {
			programme.applications = applied(false);
			programme.opinions_required = Default::default();
		});
		System::reset_events();
		assert_ok!(propose_rows(vec![row("FAST", "A-4", OTHER)]));
		let error = Error::<Test>::TraderBarred.into();
		assert_eq!(outcome(), (0, 1, vec![(0, error)]));
	});
}

#[test]
fn a_batch_should_fail_at_the_checker_where_the_facts_have_changed() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose_rows(vec![
			row("OEA", "A-1", TIN),
			row("OEA", "A-2", OTHER)
		]));
		let batch = batch();
		assert_ok!(propose_rows(vec![row("FAST", "A-1", THIRD)]));
		System::reset_events();
		assert_ok!(confirm_batch(by_second(MX), batch));
		let error = Error::<Test>::NumberTaken.into();
		assert_eq!(outcome(), (0, 1, vec![(0, error)]));
		assert!(Certificates::certificate(Territory::MX, &number("A-2")).is_none());
	});
}

#[test]
fn a_batch_should_overtake_a_pending_decision() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("OEA", TIN)));
		assert_ok!(propose_rows(vec![row("FAST", NUMBER, OTHER)]));
		assert_noop!(confirm(by_second(MX)), Error::<Test>::ChangedSinceProposal);
	});
}

#[test]
fn an_empty_batch_should_be_refused() {
	build_and_execute(|| {
		set_up();
		assert_noop!(propose_rows(vec![]), Error::<Test>::RowsMissing);
	});
}

/// Rows that say the same of two kinds are two batches.
#[test]
fn the_hash_should_name_kind_rows_and_mode() {
	build_and_execute(|| {
		set_up();
		let mut hashes = std::collections::BTreeSet::new();
		assert_ok!(propose_rows(vec![row("OEA", "A-1", TIN)]));
		hashes.insert(batch());
		assert_ok!(propose_with(
			vec![row("OEA", "A-1", TIN)],
			BatchMode::SkipFailed
		));
		hashes.insert(batch());
		assert_ok!(Certificates::refuse_batch(by(MX), batch(), last_proposal()));
		assert_ok!(super::take_over::propose_rows(vec![super::take_over::row(
			"OEA", "A-1", TIN
		)]));
		hashes.insert(batch());
		assert_eq!(hashes.len(), 3);
	});
}
