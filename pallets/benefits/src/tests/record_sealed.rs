//! `record_sealed`.

use super::*;
use crate::{
	SealedCounter, SealedLine, SealedLines, SealedLog, SealedLogs, SealedPeriod, SealedRecord,
	SealedRecords, WrittenPeriod,
};
use aeo_primitives::Written;

/// Five uses under agreement 1.
fn counters() -> Vec<SealedCounter> {
	let counter = |benefit, count| SealedCounter {
		basis: Basis::Agreement(1),
		benefit,
		direction: Direction::Import,
		count,
	};
	vec![counter(BOTH[0], 5), counter(BOTH[1], 2)]
}

fn line(holder: u8, text: &[u8]) -> SealedLine {
	SealedLine {
		holder: H256::repeat_byte(holder),
		blob: text.to_vec(),
	}
}

fn period(from: &str, until: &str) -> SealedPeriod {
	SealedPeriod {
		from: day(from),
		until: day(until),
	}
}

fn record(period: SealedPeriod, leaves: u32, counters: Vec<SealedCounter>) -> DispatchResult {
	record_with(period, leaves, counters, vec![])
}

fn record_with(
	period: SealedPeriod,
	leaves: u32,
	counters: Vec<SealedCounter>,
	lines: Vec<SealedLine>,
) -> DispatchResult {
	Benefits::record_sealed(by(CR), period.into(), document(), leaves, counters, lines)
}

#[test]
fn record_sealed_should_keep_root_counters_and_lines() {
	build_and_execute(|| {
		let week = period("2026-11-16", "2026-11-22");
		let lines = vec![line(1, b"sealed"), line(2, b"")];
		assert_ok!(record_with(week, 5, counters(), lines));
		System::assert_last_event(RuntimeEvent::Benefits(Event::UsesSealed {
			grantor: Territory::CR,
			record: 0,
			period: week,
			root: document(),
			leaves: 5,
			lines: 2,
			by: officer(CR, Scope::Clearance),
		}));
		let expected = SealedRecord {
			period: week,
			root: document(),
			leaves: 5,
			counters: counters().try_into().expect("two"),
			lines: 2,
			block: 1,
			at: NOON,
		};
		assert_eq!(SealedRecords::<Test>::get(Territory::CR, 0), Some(expected));
		let line = |holder| SealedLines::<Test>::get((Territory::CR, H256::repeat_byte(holder), 0));
		assert_eq!(line(1).expect("it is there").as_slice(), b"sealed");
		assert!(line(3).is_none());
	});
}

/// One table for both kinds of uses; which part is sealed stays known.
#[test]
fn sealed_counters_should_be_added_beside_the_granted() {
	build_and_execute(|| {
		set_up();
		assert_ok!(grant(1, TIN));
		aeo_mocks::record_uses_sealed(Territory::CR);
		assert_ok!(record(period("2026-11-01", "2026-11-01"), 5, counters()));
		assert_ok!(record(period("2026-11-02", "2026-11-24"), 5, counters()));
		let counter = |benefit| counted(1, benefit, Direction::Import);
		let expected = |granted, sealed| Counter {
			granted,
			pruned: 0,
			sealed,
		};
		assert_eq!(counter(BOTH[0]), expected(1, 10));
		assert_eq!(counter(BOTH[1]), expected(1, 4));
		let (counters, _) = Benefits::utilisation(Territory::CR, 0);
		assert_eq!(counters.len(), 2);
		assert_eq!(
			Benefits::uses_recorded(Territory::CR).1,
			SealedLog {
				records: 2,
				leaves: 10,
				until: Some(day("2026-11-24")),
			}
		);
	});
}

/// The setting decides, and either way is closed to the other.
#[test]
fn record_sealed_should_fail_where_uses_are_clear() {
	build_and_execute(|| {
		set_up();
		let today = period("2026-11-24", "2026-11-24");
		assert_noop!(record(today, 5, counters()), Error::<Test>::UsesAreClear);
		aeo_mocks::record_uses_sealed(Territory::CR);
		assert_ok!(record(today, 5, counters()));
		assert_noop!(grant(1, TIN), Error::<Test>::UsesAreSealed);
	});
}

#[test]
fn periods_should_follow_each_other() {
	build_and_execute(|| {
		let record = |from, until| record(period(from, until), 5, counters());
		assert_noop!(
			record("2026-11-03", "2026-11-02"),
			Error::<Test>::EndsBeforeItBegins
		);
		assert_ok!(record("2026-11-03", "2026-11-05"));
		for (from, until) in [
			("2026-11-05", "2026-11-06"),
			("2026-11-04", "2026-11-04"),
			("2026-10-01", "2026-10-31"),
			("2026-10-01", "2026-11-24"),
		] {
			assert_noop!(record(from, until), Error::<Test>::DaysSealedAlready);
		}
		// There may be days without.
		assert_ok!(record("2026-11-08", "2026-11-08"));
		assert_eq!(SealedLogs::<Test>::get(Territory::CR).records, 2);
	});
}

/// Days are the grantor's: at NOON it is 24 November in Costa Rica.
#[test]
fn a_period_should_not_be_to_come() {
	build_and_execute(|| {
		let today = period("2026-11-24", "2026-11-24");
		let tomorrow = period("2026-11-25", "2026-11-25");
		assert_ok!(record(today, 5, counters()));
		assert_noop!(record(tomorrow, 5, counters()), Error::<Test>::DayNotCome);
		// UTC−6: the next day begins at six in the morning UTC.
		pass(18 * 60 * 60 * 1_000 - 1);
		assert_noop!(record(tomorrow, 5, counters()), Error::<Test>::DayNotCome);
		pass(1);
		assert_ok!(record(tomorrow, 5, counters()));
	});
}

#[test]
fn counters_should_fit_the_leaves() {
	build_and_execute(|| {
		let week = period("2026-11-16", "2026-11-22");
		let twice = [counters(), counters()].concat();
		assert_noop!(record(week, 5, twice), Error::<Test>::CounterTwice);
		let with = |count| {
			let mut counters = counters();
			counters[0].count = count;
			counters
		};
		// None, more than there are uses, and fewer benefits than uses.
		for (leaves, counters) in [
			(5, with(0)),
			(5, with(6)),
			(8, counters()),
			(5, vec![]),
			(0, vec![]),
			(0, counters()),
		] {
			assert_noop!(
				record(week, leaves, counters),
				Error::<Test>::CountersDontFit
			);
		}
		assert_ok!(record(week, 7, counters()));
	});
}

#[test]
fn record_sealed_should_need_a_root_and_one_line_for_a_holder() {
	build_and_execute(|| {
		let week = period("2026-11-16", "2026-11-22");
		let counters = counters();
		assert_noop!(
			Benefits::record_sealed(
				by(CR),
				week.into(),
				H256::zero(),
				5,
				counters.clone(),
				vec![]
			),
			Error::<Test>::RootMissing
		);
		let lines = vec![line(1, b"a"), line(1, b"b")];
		assert_noop!(
			record_with(week, 5, counters.clone(), lines),
			Error::<Test>::HolderTwice
		);
		let nobody = vec![line(0, b"a")];
		assert_noop!(
			record_with(week, 5, counters.clone(), nobody),
			Error::<Test>::HolderMissing
		);
		let long = vec![line(1, &[0; 257])];
		assert_noop!(
			record_with(week, 5, counters.clone(), long),
			Error::<Test>::LineTooLong
		);
		// In another period the same holder has another line.
		assert_ok!(record_with(week, 5, counters.clone(), vec![line(1, b"a")]));
		let next = period("2026-11-23", "2026-11-23");
		assert_ok!(record_with(next, 5, counters.clone(), vec![line(1, b"b")]));
		let holder = H256::repeat_byte(1);
		let own = SealedLines::<Test>::iter_prefix((Territory::CR, holder)).count();
		assert_eq!(own, 2);
	});
}

/// The bounds are the runtime's to say, and not the decoder's.
#[test]
fn more_rows_than_a_period_takes_should_be_refused() {
	build_and_execute(|| {
		let week = period("2026-11-16", "2026-11-22");
		let many = |count: usize| {
			let lines = (1..=count).map(|place| SealedLine {
				holder: H256::from_low_u64_be(place as u64),
				blob: vec![],
			});
			lines.collect::<Vec<_>>()
		};
		let counters_of = |count: u32| {
			let counters = (0..count).map(|agreement| SealedCounter {
				basis: Basis::Agreement(agreement),
				..counters()[0]
			});
			counters.collect::<Vec<_>>()
		};
		let too_many = Error::<Test>::TooManySealedRows;
		assert_noop!(record_with(week, 5, counters(), many(513)), too_many);
		let too_many = Error::<Test>::TooManySealedRows;
		assert_noop!(record(week, 5, counters_of(513)), too_many);
		assert_ok!(record_with(week, 5, counters_of(512), many(512)));
	});
}

#[test]
fn days_should_be_written_so_that_they_are_understood() {
	build_and_execute(|| {
		let record = |from: &str, until: &str| {
			let written = |text: &str| Written::try_from(text).expect("short enough");
			let period = WrittenPeriod {
				from: written(from),
				until: written(until),
			};
			Benefits::record_sealed(by(CR), period, document(), 5, counters(), vec![])
		};
		let good = "2026-11-16";
		for bad in [
			"",
			"16/11/2026",
			"2026-11-3",
			"16.11.26",
			"today",
			"2026-11-16T00",
		] {
			assert_noop!(record(bad, good), Error::<Test>::DateNotUnderstood);
			assert_noop!(record(good, bad), Error::<Test>::DateNotUnderstood);
		}
		assert_noop!(record("2026-02-30", good), Error::<Test>::DateNotReal);
		assert_noop!(record(good, "2026-11-31"), Error::<Test>::DateNotReal);
		assert_ok!(record(" 2026-11-16", "2026-11-16 \n"));
		let record = SealedRecords::<Test>::get(Territory::CR, 0).expect("it is recorded");
		assert_eq!(record.period, period(good, good));
	});
}
