//! Questions about certificates, on a chain of real blocks with signed extrinsics.

use crate::{
	chain::{done, Chain},
	scenarios::{last_proposal, written},
};
use aeo_primitives::{
	recognition::Denial, CertificateNumber, CertificateState, CertificateType, Date, Ground,
	RequestKind, RequestOutcome, Role, Roles, StateKind, Subject, SuspensionScope, Territory, Wish,
	WrittenSuspensionEnd,
};
use aeo_runtime::{queries, Decision, Timestamp};
use pallet_certificates::{BatchMode, Call, TakenOver, TakenOverPeriod, TakenOverState};
use sp_core::H256;

const TIN: &str = "MX NWM-970924-4W4";
const OTHER: &str = "MX CFE-370814-QI0";
const NUMBER: &str = "MX-OEA-0001";
const MX1: &str = "//MX//officer//1";
const MX2: &str = "//MX//officer//2";

/// 24 November 2026, 12:00 UTC.
const NOON: u64 = 1_795_521_600_000;
const DAY: u64 = 24 * 60 * 60 * 1_000;

fn number(text: &str) -> CertificateNumber {
	text.parse().expect("short")
}

fn day(text: &str) -> Date {
	text.parse().expect("a day")
}

fn document() -> H256 {
	H256::repeat_byte(7)
}

fn kind() -> CertificateType {
	CertificateType {
		programme: "OEA".parse().expect("short"),
		code: "OEA".parse().expect("short"),
	}
}

fn propose(text: &str, decision: Decision) {
	let number = number(text);
	done(
		MX1,
		Call::propose {
			number: number.into(),
			decision: crate::chain::as_written(decision),
		},
	);
}

fn confirm(text: &str) {
	let (number, proposal) = (number(text), last_proposal(Territory::MX));
	done(
		MX2,
		Call::confirm {
			number: number.into(),
			proposal,
		},
	);
}

fn authorise(holder: &str) -> Decision {
	Decision::Authorise {
		tin: holder.parse().expect("short"),
		publication_consent: document(),
		certificate_type: kind(),
		roles: Roles::new([Role::Exporter]).expect("one"),
		valid_from: day("2026-11-24"),
		valid_until: Some(day("2027-12-31")),
		document: document(),
	}
}

fn taken_over(text: &str, holder: &str) -> TakenOver {
	let period = TakenOverPeriod {
		from: day("2024-03-01"),
		state: TakenOverState::Authorised,
		ground: Ground::Authority,
		document: document(),
	};
	TakenOver {
		number: number(text),
		tin: holder.parse().expect("short"),
		publication_consent: document(),
		certificate_type: kind(),
		roles: Roles::new([Role::Exporter]).expect("one"),
		valid_from: day("2024-03-01"),
		valid_until: None,
		periods: vec![period].try_into().expect("one"),
		instrument: None,
	}
}

/// A chain on which Mexico has certified an exporter.
fn chain() -> Chain {
	let mut chain = Chain::new("development");
	chain.skip_to(NOON);
	chain.block(|| {
		propose(NUMBER, authorise(TIN));
		confirm(NUMBER);
	});
	chain
}

#[test]
fn the_past_should_be_told_as_it_is_known_now_and_as_it_was_known_then() {
	let mut chain = chain();
	chain.skip_to(NOON + DAY);
	chain.block(|| {
		done(
			MX1,
			pallet_suspensions::Call::suspend {
				subject: Subject::Number(written(NUMBER)),
				scope: SuspensionScope::Security,
				end: WrittenSuspensionEnd::Open,
				ground: Ground::Authority,
				document: document(),
			},
		);
	});
	let at = |moment| queries::status_at(Territory::MX, &number(NUMBER), moment);
	let known_before = chain.read(|| {
		assert_eq!(at(NOON - DAY), None);
		let first = at(NOON + DAY / 2).expect("it was there");
		assert_eq!(
			(first.in_force, first.obstacle.clone(), first.suspended),
			(true, None, None)
		);
		let second = at(NOON + 2 * DAY).expect("it is there");
		assert_eq!(
			(second.in_force, second.suspended),
			(true, Some(SuspensionScope::Security))
		);
		let over = at(NOON + 500 * DAY).expect("it is there");
		assert_eq!(
			(over.in_force, over.obstacle),
			(false, Some(Denial::Expired))
		);
		first
	});
	chain.block(|| {
		propose(
			NUMBER,
			Decision::Annul {
				document: document(),
			},
		);
	});
	chain.block(|| confirm(NUMBER));
	chain.read(|| {
		let known_now = at(NOON + DAY / 2).expect("it was there");
		assert_eq!(known_now.period.state, CertificateState::Annulled);
		assert_eq!(known_now.obstacle, Some(Denial::Annulled));
		assert_eq!(known_before.period.state, CertificateState::Authorised);
	});
}

#[test]
fn what_waits_should_be_listed_with_the_batches() {
	let mut chain = chain();
	chain.block(|| {
		propose("MX-OEA-0002", authorise(OTHER));
		done(
			MX1,
			Call::propose_batch {
				rows: pallet_certificates::WrittenRows::from(vec![taken_over(
					"MX-OEA-0003",
					OTHER,
				)]),
				mode: BatchMode::AllOrNothing,
			},
		);
		propose(
			NUMBER,
			Decision::Renew {
				valid_until: None,
				document: document(),
			},
		);
	});
	let waiting = |page| queries::pending_decisions(Territory::MX, page);
	chain.read(|| {
		let first = waiting(0);
		assert_eq!(first.next_page, None);
		let numbers: Vec<_> = first
			.decisions
			.iter()
			.map(|pending| (pending.number.as_str(), pending.version))
			.collect();
		assert_eq!(numbers, [("MX-OEA-0002", 0), (NUMBER, 1)]);
		assert_eq!(first.decisions[0].decision, authorise(OTHER));
		assert!(first
			.decisions
			.iter()
			.all(|pending| !pending.expired && !pending.overtaken));
		assert_eq!(first.batches.len(), 1);
		assert_eq!(first.batches[0].rows, 1);
		assert!(!first.batches[0].expired);
		assert!(waiting(1).decisions.is_empty() && waiting(1).batches.is_empty());
	});
	chain.block(|| {
		done(
			MX1,
			pallet_suspensions::Call::suspend {
				subject: Subject::Number(written(NUMBER)),
				scope: SuspensionScope::Full,
				end: WrittenSuspensionEnd::Open,
				ground: Ground::Authority,
				document: document(),
			},
		);
	});
	chain.skip_to(NOON + 15 * DAY);
	chain.block(|| ());
	chain.read(|| {
		let later = waiting(0);
		let marks: Vec<_> = later
			.decisions
			.iter()
			.map(|pending| (pending.expired, pending.overtaken))
			.collect();
		assert_eq!(marks, [(true, false), (true, true)]);
		assert!(later.batches[0].expired);
	});
}

#[test]
fn a_request_should_be_listed_until_it_is_closed() {
	let mut chain = chain();
	chain.block(|| {
		for kind in [RequestKind::Visit, RequestKind::Information] {
			done(
				MX1,
				pallet_applications::Call::request {
					number: number(NUMBER).into(),
					kind,
					due: day("2026-11-30").into(),
					document: document(),
				},
			);
		}
		done(
			MX2,
			pallet_applications::Call::answer_request {
				number: number(NUMBER).into(),
				request: 1,
				document: document(),
			},
		);
		done(
			MX2,
			pallet_applications::Call::ask {
				number: number(NUMBER).into(),
				wish: Wish::Suspension,
				document: document(),
			},
		);
	});
	let listed = || {
		let page = queries::requests(Territory::MX, 0);
		assert_eq!(page.next_page, None);
		page.requests
			.into_iter()
			.map(|open| (open.place, open.overdue))
			.collect::<Vec<_>>()
	};
	let status = || queries::certificate(Territory::MX, &number(NUMBER)).expect("it is there");
	chain.read(|| {
		assert_eq!(listed(), [(2, false), (1, false)]);
		let status = status();
		assert_eq!((status.open_requests, status.periods), (2, 1));
		assert!(status.asked.suspension && !status.asked.appeal);
		assert_eq!((status.bar, status.under_review), (None, false));
	});
	// The last day is over in Mexico, at six o'clock in UTC.
	chain.skip_to(NOON + 7 * DAY - DAY / 4 - 3_000);
	chain.block(|| assert_eq!(listed(), [(2, false), (1, false)]));
	chain.block(|| {
		assert_eq!(Timestamp::get(), NOON + 7 * DAY - DAY / 4);
		assert_eq!(listed(), [(2, true), (1, false)]);
		done(
			MX1,
			pallet_applications::Call::close_request {
				number: number(NUMBER).into(),
				request: 2,
				outcome: RequestOutcome::NotMet,
				document: document(),
			},
		);
		assert_eq!(listed(), [(1, false)]);
		assert_eq!(status().open_requests, 1);
	});
}

#[test]
fn certificates_should_be_listed_and_counted_by_issuer() {
	let mut chain = chain();
	chain.block(|| {
		propose("MX-OEA-0002", authorise(OTHER));
		confirm("MX-OEA-0002");
		done(
			MX1,
			pallet_suspensions::Call::suspend {
				subject: Subject::Number(written(NUMBER)),
				scope: SuspensionScope::Full,
				end: WrittenSuspensionEnd::Open,
				ground: Ground::Authority,
				document: document(),
			},
		);
	});
	chain.read(|| {
		let listed: Vec<_> = queries::certificates_by_issuer(Territory::MX, 0)
			.into_iter()
			.map(|status| (status.ordinal, status.number, status.in_force))
			.collect();
		assert_eq!(
			listed,
			[(0, number(NUMBER), false), (1, number("MX-OEA-0002"), true)]
		);
		assert!(queries::certificates_by_issuer(Territory::MX, 1).is_empty());
		let counts = queries::counts(Territory::MX);
		assert_eq!(counts.ordinals, 2);
		assert_eq!(counts.states.len(), StateKind::ALL.len());
		for count in counts.states {
			let expected = match count.state {
				StateKind::Authorised | StateKind::Suspended => 1,
				_ => 0,
			};
			assert_eq!(count.count, expected, "{:?}", count.state);
		}
		assert_eq!(queries::counts(Territory::CR).ordinals, 0);
	});
}
