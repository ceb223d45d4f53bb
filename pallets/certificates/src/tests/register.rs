//! The certificates of an issuer in their order, and their counts (I22).

use super::*;
use crate::{Counts, Numbers};
use aeo_primitives::StateKind;

fn counted() -> Vec<(StateKind, u32)> {
	StateKind::ALL
		.iter()
		.map(|kind| (*kind, Counts::<Test>::get(Territory::MX, *kind)))
		.filter(|(_, count)| *count > 0)
		.collect()
}

#[test]
fn each_state_should_be_counted() {
	for (_, steps) in super::states::STATES {
		build_and_execute(|| {
			set_up();
			link();
			for step in steps {
				assert_ok!(super::states::step(step));
			}
			assert_eq!(counted(), [(record(NUMBER).state.kind(), 1)]);
		});
	}
}

#[test]
fn certificates_should_be_counted_by_issuer_and_state() {
	build_and_execute(|| {
		set_up();
		assert_ok!(super::take_over::propose_rows(vec![
			super::take_over::row("FAST", "A-1", TIN),
			super::take_over::row("FAST", "A-2", OTHER),
		]));
		assert_ok!(suspend("A-2", SuspensionScope::Full));
		assert_eq!(
			counted(),
			[(StateKind::Authorised, 1), (StateKind::Suspended, 1)]
		);
		// A rectification is a change in the same state.
		assert_ok!(suspend("A-1", SuspensionScope::Customs));
		assert_ok!(suspend("A-1", SuspensionScope::Full));
		assert_eq!(counted(), [(StateKind::Suspended, 2)]);
		assert_eq!(Counts::<Test>::get(Territory::CR, StateKind::Suspended), 0);
	});
}

#[test]
fn a_row_that_failed_should_leave_no_trace() {
	build_and_execute(|| {
		set_up();
		let rows = vec![
			super::take_over::row("FAST", "A-1", TIN),
			super::take_over::row("FAST", "A-1", OTHER),
		];
		assert_ok!(super::take_over::propose_rows(rows));
		assert!(counted().is_empty());
		assert_eq!(Numbers::<Test>::iter().count(), 0);
	});
}

#[test]
fn certificates_by_issuer_should_come_in_the_order_of_their_ordinals() {
	build_and_execute(|| {
		set_up();
		for place in 0..101 {
			// Each is over before the next is issued, and the numbers are in another order.
			let mut row = super::take_over::row("FAST", &format!("A-{}", 500 - place), TIN);
			row.valid_until = Some(day("2025-12-31"));
			assert_ok!(super::take_over::propose_rows(vec![row]));
		}
		let page = |page| {
			Certificates::certificates_by_issuer(Territory::MX, page)
				.into_iter()
				.map(|(number, record)| (number.as_str().to_owned(), record.ordinal))
				.collect::<Vec<_>>()
		};
		let expected = |from: u32, to: u32| {
			(from..to)
				.map(|ordinal| (format!("A-{}", 500 - ordinal), ordinal))
				.collect::<Vec<_>>()
		};
		assert_eq!(page(0), expected(0, 50));
		assert_eq!(page(1), expected(50, 100));
		assert_eq!(page(2), expected(100, 101));
		assert!(page(3).is_empty());
		assert!(page(u32::MAX).is_empty());
		assert!(Certificates::certificates_by_issuer(Territory::CR, 0).is_empty());
	});
}
