//! The list of the decisions that wait.

use super::*;
use crate::{queries::WaitingDecision, WaitingCount};
use aeo_primitives::CertificateLookup;

/// Certificates about which a decision waits, in their places.
fn listed() -> Vec<String> {
	Certificates::do_try_state().expect("the list is without gaps");
	let (decisions, next_page) = Certificates::pending_decisions(Territory::MX, 0);
	assert_eq!(next_page, None);
	let name = |number: CertificateNumber| number.as_str().to_owned();
	decisions
		.into_iter()
		.map(|pending| name(pending.certificate))
		.collect()
}

fn propose_for(text: &str) -> DispatchResult {
	plain(Certificates::propose(
		by(MX),
		number(text).into(),
		as_written(authorise("OEA", TIN)),
	))
}

#[test]
fn a_decision_should_be_listed_until_it_is_settled() {
	build_and_execute(|| {
		set_up();
		assert!(listed().is_empty());
		for text in ["A", "B", "C", "D"] {
			assert_ok!(propose_for(text));
		}
		assert_eq!(listed(), ["A", "B", "C", "D"]);
		// The last one takes the place that is free.
		assert_ok!(Certificates::refuse(by(MX), number("B").into(), 2));
		assert_eq!(listed(), ["A", "D", "C"]);
		assert_ok!(plain(Certificates::confirm(
			by_second(MX),
			number("C").into(),
			3
		)));
		assert_eq!(listed(), ["A", "D"]);
		assert_ok!(Certificates::refuse(by(MX), number("A").into(), 1));
		assert_ok!(Certificates::refuse(by(MX), number("D").into(), 4));
		assert!(listed().is_empty());
		assert_eq!(WaitingCount::<Test>::get(Territory::MX), 0);
		// What was settled is listed anew.
		assert_ok!(plain(Certificates::propose(
			by(MX),
			number("B").into(),
			as_written(authorise("OEA", OTHER))
		)));
		assert_eq!(listed(), ["B"]);
	});
}

#[test]
fn what_expired_should_be_listed_until_it_is_refused() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose_for("A"));
		assert_ok!(propose_for("B"));
		pass(TIME_OUT);
		let marks = || {
			let (decisions, _) = Certificates::pending_decisions(Territory::MX, 0);
			let now = pallet_timestamp::Now::<Test>::get();
			let mark = |pending: &WaitingDecision<Test>| {
				let version =
					Certificates::version(Territory::MX, &pending.certificate).unwrap_or_default();
				(pending.is_expired(now), pending.is_overtaken(version))
			};
			decisions.iter().map(mark).collect::<Vec<_>>()
		};
		assert_eq!(marks(), [(false, false), (false, false)]);
		pass(1);
		assert_eq!(marks(), [(true, false), (true, false)]);
		assert_noop!(
			plain(Certificates::confirm(by_second(MX), number("A").into(), 1)),
			Error::<Test>::ProposalLapsed
		);
		assert_ok!(propose_for("A"));
		assert_eq!(listed(), ["A", "B", "A"]);
		assert_eq!(marks(), [(true, false), (true, false), (false, false)]);
		assert_ok!(Certificates::refuse(by(MX), number("A").into(), 1));
		assert_eq!(listed(), ["A", "B"]);
	});
}

#[test]
fn what_was_overtaken_should_be_listed_with_its_mark() {
	build_and_execute(|| {
		certify();
		assert_ok!(propose(super::rectify::wider()));
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_eq!(listed(), [NUMBER]);
		let (decisions, _) = Certificates::pending_decisions(Territory::MX, 0);
		assert!(decisions[0].is_overtaken(record(NUMBER).version));
		assert_noop!(confirm(by_second(MX)), Error::<Test>::ChangedSinceProposal);
		assert_ok!(propose(super::rectify::wider()));
		assert_eq!(listed(), [NUMBER, NUMBER]);
		let (decisions, _) = Certificates::pending_decisions(Territory::MX, 0);
		assert!(!decisions[1].is_overtaken(record(NUMBER).version));
	});
}

#[test]
fn a_decision_that_is_taken_at_once_should_not_be_listed() {
	build_and_execute(|| {
		certify_fast();
		assert!(listed().is_empty());
	});
}

#[test]
fn pending_decisions_should_come_in_pages() {
	build_and_execute(|| {
		set_up();
		for place in 0..100 {
			assert_ok!(propose_for(&format!("A-{place}")));
		}
		let page = |page| {
			let (decisions, next_page) = Certificates::pending_decisions(Territory::MX, page);
			(decisions.len(), next_page)
		};
		assert_eq!(page(0), (50, Some(1)));
		assert_eq!(page(1), (50, None));
		assert_eq!(page(2), (0, None));
		assert_eq!(page(u32::MAX), (0, None));
		let (none, next_page) = Certificates::pending_decisions(Territory::CR, 0);
		assert_eq!((none.len(), next_page), (0, None));
	});
}

#[test]
fn batches_that_wait_should_be_told_too() {
	build_and_execute(|| {
		set_up();
		assert!(Certificates::pending_batches(Territory::MX).is_empty());
		let row = |text| super::take_over::row("OEA", text, TIN);
		assert_ok!(super::take_over::propose_rows(vec![row("A-1")]));
		assert_ok!(super::take_over::propose_rows(vec![row("A-2")]));
		let waiting = Certificates::pending_batches(Territory::MX);
		assert_eq!(waiting.len(), 2);
		assert!(waiting
			.iter()
			.all(|(_, batch)| batch.content.rows.count() == 1 && batch.expires == NOON + TIME_OUT));
		assert!(Certificates::pending_batches(Territory::CR).is_empty());
	});
}
