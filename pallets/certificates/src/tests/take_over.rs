//! `propose_batch`, `confirm_batch` and `refuse_batch` of certificates that exist already (T0).

use super::*;
use crate::{BatchMode, TakenOver, TakenOverPeriod, TakenOverState, WrittenRows};

fn period(from: &str, state: TakenOverState) -> TakenOverPeriod {
	TakenOverPeriod {
		from: day(from),
		state,
		ground: Ground::Authority,
		document: document(),
	}
}

fn suspended(scope: SuspensionScope) -> TakenOverState {
	TakenOverState::Suspended(Suspension {
		scope,
		end: SuspensionEnd::Open,
	})
}

/// A certificate of 2024, suspended once and authorised again.
pub(super) fn row(programme: &str, text: &str, holder: &str) -> TakenOver {
	TakenOver {
		number: number(text),
		tin: tin(holder),
		publication_consent: document(),
		certificate_type: kind(programme, "FULL"),
		roles: roles(&[Role::Exporter]),
		valid_from: day("2024-03-01"),
		valid_until: Some(day("2027-02-28")),
		periods: vec![
			period("2024-03-01", TakenOverState::Authorised),
			period("2025-05-05", suspended(SuspensionScope::Full)),
			period("2025-06-06", TakenOverState::Authorised),
		]
		.try_into()
		.expect("few"),
		instrument: None,
	}
}

fn propose_with(origin: RuntimeOrigin, rows: Vec<TakenOver>, mode: BatchMode) -> DispatchResult {
	let rows = WrittenRows::from(rows);
	plain(Certificates::propose_batch(origin, rows, mode))
}

pub(super) fn propose_rows(rows: Vec<TakenOver>) -> DispatchResult {
	propose_with(by(MX), rows, BatchMode::AllOrNothing)
}

/// The hash of the batch of the last event.
pub(super) fn batch() -> H256 {
	match System::events().pop().map(|record| record.event) {
		Some(RuntimeEvent::Certificates(Event::BatchProposed { batch, .. })) => batch,
		other => panic!("no batch was proposed: {other:?}"),
	}
}

pub(super) fn confirm_batch(origin: RuntimeOrigin, batch: H256) -> DispatchResult {
	plain(Certificates::confirm_batch(origin, batch, number_of(batch)))
}

/// The number of the proposal of a batch, or of the last one where it waits no more.
fn number_of(batch: H256) -> u32 {
	crate::Batches::<Test>::get(Territory::MX, batch).map_or_else(last_proposal, |one| one.number)
}

/// What the last batch came to, and the rows that failed.
pub(super) fn outcome() -> (u32, u32, Vec<(u32, DispatchError)>) {
	let mut failures = Vec::new();
	let mut counts = None;
	for record in System::events() {
		match record.event {
			RuntimeEvent::Certificates(Event::RowFailed { row, error, .. }) => {
				failures.push((row, error));
			}
			RuntimeEvent::Certificates(Event::BatchDone { done, failed, .. }) => {
				counts = Some((done, failed));
			}
			_ => {}
		}
	}
	let (done, failed) = counts.expect("a batch is done with");
	(done, failed, failures)
}

#[test]
fn a_batch_should_be_taken_over_by_two_officers_with_its_dates_and_periods() {
	build_and_execute(|| {
		set_up();
		let mut second = row("OEA", "A-2", OTHER);
		second.periods = vec![period("2026-01-01", suspended(SuspensionScope::Customs))]
			.try_into()
			.expect("one");
		assert_ok!(propose_rows(vec![row("OEA", "a-1", TIN), second]));
		assert!(Told::get().is_empty());
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
		let first = record("A-1");
		assert_eq!(
			(first.version, first.periods, first.state),
			(1, 3, CertificateState::Authorised)
		);
		assert_eq!(
			record("A-2").state,
			suspended(SuspensionScope::Customs).into()
		);
		assert_eq!((record("A-2").ordinal, first.ordinal), (1, 0));
		let history = Certificates::history(Territory::MX, &number("A-1"), 0);
		let utc = |text: &str| day(text).first_moment(Default::default()) + 6 * 60 * 60 * 1000;
		assert_eq!(
			history.iter().map(|period| period.from).collect::<Vec<_>>(),
			[utc("2025-06-06"), utc("2025-05-05"), utc("2024-03-01")]
		);
		assert!(history.iter().all(|period| period.known_from == NOON));
		let told = Told::get();
		assert_eq!((told.len(), told[0].1.len()), (1, 2));
		assert_noop!(
			confirm_batch(by_second(MX), batch),
			Error::<Test>::UnknownProposal
		);
	});
}

#[test]
fn a_batch_should_be_taken_over_at_once_where_no_programme_needs_a_second_officer() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose_rows(vec![row("FAST", "A-1", TIN)]));
		assert_eq!(outcome(), (1, 0, vec![]));
		assert_ok!(propose_rows(vec![
			row("FAST", "A-2", OTHER),
			row("OEA", "A-3", OTHER)
		]));
		assert_ok!(confirm_batch(by_second(MX), batch()));
		assert_eq!(record("A-3").ordinal, 2);
	});
}

/// What a firm without another certificate and with one period takes is less than the most, and the rest is given back.
#[test]
fn a_batch_should_weigh_what_its_rows_took() {
	type Weights = crate::weights::SubstrateWeight<Test>;
	use crate::weights::WeightInfo;
	let short = |programme: &str, text: &str, holder: &str| TakenOver {
		periods: vec![period("2024-03-01", TakenOverState::Authorised)]
			.try_into()
			.expect("one"),
		..row(programme, text, holder)
	};
	let weight_of = |rows: Vec<TakenOver>| {
		let rows = WrittenRows::from(rows);
		let done = Certificates::propose_batch(by(MX), rows, BatchMode::SkipFailed);
		done.expect("it is done").actual_weight.expect("it is told")
	};
	build_and_execute(|| {
		set_up();
		// Telling of it weighs nothing here.
		let (any, plain) = (Weights::take_over(1), Weights::take_over_plain(1));
		assert_eq!(weight_of(vec![short("FAST", "A-1", TIN)]), plain);
		// Its firm has another one; it has three periods; its number is taken.
		assert_eq!(weight_of(vec![short("OEA", "A-2", TIN)]), any);
		assert_eq!(weight_of(vec![row("FAST", "A-3", OTHER)]), any);
		assert_eq!(weight_of(vec![short("FAST", "A-1", TIN)]), any);
		// The fixed parts of straight lines are noise.
		let (any, plain) = (Weights::take_over(400), Weights::take_over_plain(400));
		assert!(plain.ref_time() < any.ref_time());
	});
}

#[test]
fn what_expired_already_should_be_taken_over() {
	build_and_execute(|| {
		set_up();
		let mut old = row("FAST", "A-1", TIN);
		old.valid_until = Some(day("2025-12-31"));
		assert_ok!(propose_rows(vec![old, row("FAST", "A-2", TIN)]));
		assert_eq!(outcome(), (2, 0, vec![]));
	});
}

/// A batch in which each row but the first is wrong, with what is wrong.
fn faulty(programme: &str) -> Vec<(TakenOver, DispatchError)> {
	let right = || row(programme, "A-9", OTHER);
	let mut disordered = right();
	disordered.periods = vec![
		period("2025-05-05", TakenOverState::Authorised),
		period("2025-05-05", suspended(SuspensionScope::Full)),
	]
	.try_into()
	.expect("two");
	let mut future = right();
	future.periods = vec![period("2026-11-25", TakenOverState::Authorised)]
		.try_into()
		.expect("one");
	let mut empty = right();
	empty.periods = Default::default();
	let mut half = right();
	half.certificate_type = kind(programme, "C");
	half.periods = vec![period("2025-05-05", suspended(SuspensionScope::Security))]
		.try_into()
		.expect("one");
	let mut foreign = right();
	foreign.tin = tin("CR 3-101-123456");
	let mut inverted = right();
	inverted.valid_from = day("2027-03-01");
	let mut undocumented = right();
	undocumented.periods[1].document = H256::zero();
	let mut unknown = right();
	unknown.certificate_type = kind(programme, "NONE");
	let mut nameless = right();
	nameless.number = number("_");
	let mut applied = right();
	applied.number = number("APPLICATION-7");
	let mut clash = right();
	clash.tin = tin(TIN);
	let mut taken = right();
	taken.number = number("A-1");
	vec![
		(disordered, Error::<Test>::PeriodsNotInOrder.into()),
		(future, Error::<Test>::PeriodsNotInOrder.into()),
		(empty, Error::<Test>::PeriodsMissing.into()),
		(half, Error::<Test>::TypeLacksThisHalf.into()),
		(foreign, BAD_TIN),
		(inverted, Error::<Test>::EndsBeforeItBegins.into()),
		(undocumented, Error::<Test>::DocumentMissing.into()),
		(unknown, Error::<Test>::UnknownType.into()),
		(nameless, Error::<Test>::NumberNotUnderstood.into()),
		(applied, Error::<Test>::NumberReserved.into()),
		(clash, Error::<Test>::RoleAlreadyCertified.into()),
		(taken, Error::<Test>::NumberTaken.into()),
	]
}

#[test]
fn each_row_should_fail_with_its_own_error() {
	for mode in [BatchMode::AllOrNothing, BatchMode::SkipFailed] {
		for (wrong, error) in faulty("FAST") {
			build_and_execute(|| {
				set_up();
				let last = row("FAST", "A-3", "MXSAT970701NN3");
				let rows = vec![row("FAST", "A-1", TIN), wrong, last];
				assert_ok!(propose_with(by(MX), rows, mode));
				let taken_over = match mode {
					BatchMode::AllOrNothing => 0,
					BatchMode::SkipFailed => 2,
				};
				assert_eq!(outcome(), (taken_over, 1, vec![(1, error)]));
				assert_eq!(crate::Ordinals::<Test>::get(Territory::MX), taken_over);
				let told: usize = Told::get().iter().map(|(_, changes)| changes.len()).sum();
				assert_eq!(told as u32, taken_over);
			});
		}
	}
}

#[test]
fn the_maker_of_a_batch_should_hear_of_its_faults() {
	build_and_execute(|| {
		set_up();
		let (wrong, error) = faulty("OEA").swap_remove(0);
		let rows = || vec![row("OEA", "A-1", TIN), wrong.clone()];
		assert_ok!(propose_rows(rows()));
		assert_eq!(outcome(), (0, 1, vec![(1, error)]));
		assert_eq!(crate::OpenBatches::<Test>::get(Territory::MX).len(), 0);
		System::reset_events();
		assert_ok!(propose_with(by(MX), rows(), BatchMode::SkipFailed));
		// It waits, and what would fail is told already.
		let proposed = batch();
		let told = System::events().into_iter().filter(|record| {
			matches!(
				record.event,
				RuntimeEvent::Certificates(Event::RowFailed { row: 1, error: told, .. })
					if told == error
			)
		});
		assert_eq!(told.count(), 1);
		System::reset_events();
		assert_ok!(confirm_batch(by_second(MX), proposed));
		assert_eq!(outcome(), (1, 1, vec![(1, error)]));
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
		assert_ok!(propose_rows(vec![row("FAST", "A-1", TIN)]));
		System::reset_events();
		assert_ok!(confirm_batch(by_second(MX), batch));
		let error = Error::<Test>::NumberTaken.into();
		assert_eq!(outcome(), (0, 1, vec![(0, error)]));
		assert!(Certificates::certificate(Territory::MX, &number("A-2")).is_none());
	});
}

#[test]
fn propose_batch_should_fail_for_what_waits_or_is_too_much() {
	build_and_execute(|| {
		set_up();
		assert_noop!(propose_rows(vec![]), Error::<Test>::RowsMissing);
		assert_ok!(propose_rows(vec![row("OEA", "A-1", TIN)]));
		assert_noop!(
			propose_rows(vec![row("OEA", "A-1", TIN)]),
			Error::<Test>::SameBatchWaitsAlready
		);
		assert_ok!(propose_rows(vec![row("OEA", "A-2", TIN)]));
		assert_noop!(
			propose_rows(vec![row("OEA", "A-3", TIN)]),
			Error::<Test>::TooManyBatches
		);
	});
}

#[test]
fn confirm_batch_should_fail_when_it_comes_too_late() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose_rows(vec![row("OEA", "A-1", TIN)]));
		let batch = batch();
		pass(TIME_OUT + 1);
		assert_noop!(
			confirm_batch(by_second(MX), batch),
			Error::<Test>::ProposalLapsed
		);
		assert_ok!(Certificates::refuse_batch(by(MX), batch, 1));
	});
}

#[test]
fn refuse_batch_should_clear_the_batch_away() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose_rows(vec![row("OEA", "A-1", TIN)]));
		let batch = batch();
		assert_noop!(
			Certificates::refuse_batch(by(CR), batch, 1),
			Error::<Test>::UnknownProposal
		);
		assert_ok!(Certificates::refuse_batch(by_second(MX), batch, 1));
		expect_event(Event::BatchRefused {
			issuer: Territory::MX,
			batch,
			proposal: 1,
			maker: officer(MX, Scope::Certification),
			by: second_officer(MX, Scope::Certification),
		});
		assert_noop!(
			Certificates::refuse_batch(by(MX), batch, 1),
			Error::<Test>::UnknownProposal
		);
		assert_ok!(propose_rows(vec![row("OEA", "A-1", TIN)]));
	});
}

#[test]
fn a_batch_that_has_lapsed_should_make_room() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose_rows(vec![row("OEA", "A-1", TIN)]));
		assert_ok!(propose_rows(vec![row("OEA", "A-2", TIN)]));
		assert_noop!(
			propose_rows(vec![row("OEA", "A-3", TIN)]),
			Error::<Test>::TooManyBatches
		);
		pass(TIME_OUT + 1);
		assert_ok!(propose_rows(vec![row("OEA", "A-3", TIN)]));
		// The same batch anew, in the place of the one that has lapsed.
		assert_ok!(propose_rows(vec![row("OEA", "A-2", TIN)]));
		assert_eq!(last_proposal(), 4);
		assert_ok!(confirm_batch(by_second(MX), batch()));
	});
}

#[test]
fn confirm_batch_should_meet_only_the_proposal_that_it_names() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose_rows(vec![row("OEA", "A-1", TIN)]));
		let batch = batch();
		assert_ok!(Certificates::refuse_batch(by_second(MX), batch, 1));
		// The same rows, proposed again: what was signed for the first proposal never meets this one.
		assert_ok!(propose_rows(vec![row("OEA", "A-1", TIN)]));
		let confirm = |proposal| plain(Certificates::confirm_batch(by_second(MX), batch, proposal));
		assert_noop!(confirm(1), Error::<Test>::ProposalNumberDiffers);
		assert_ok!(confirm(2));
	});
}
