use super::{
	ensure_few_ends,
	plan::{difference, Act, Difference, Step, Why},
	work::{stand, Stand, Waiting},
};
use aeo_client::{
	calls::Decision, AccountId32, Certificate, PendingDecision, PendingReinstatement,
};
use aeo_lists::{Life, Period, Row, Status};
use aeo_primitives::{
	CertificateState, Date, Ended, Maker, Role, Roles, Suspension, SuspensionEnd, SuspensionScope,
	Validity,
};
use primitive_types::H256;
use proptest::prelude::*;

const DOCUMENT: H256 = H256([7; 32]);

fn day(text: &str) -> Date {
	text.parse().expect("a day")
}

fn today() -> Date {
	day("2026-11-30")
}

fn roles(codes: &str) -> Roles {
	let codes = codes.split_whitespace();
	Roles::new(codes.map(|code| code.parse::<Role>().expect("a role"))).expect("some")
}

/// A row of a registry: number, roles, status, and last day.
fn row(number: &str, roles: &str, status: &str, until: &str) -> Row {
	rows(&[(number.into(), roles, status, until)]).remove(0)
}

/// A row with this life, from the first day on.
fn row_with(periods: &[(&str, Status)]) -> Row {
	let periods = periods.iter().map(|(from, status)| Period {
		from: day(from),
		status: *status,
	});
	Row {
		life: Life::new(periods.collect()).expect("a life"),
		..row("A-1", "EX", "Authorised", "2028-12-31")
	}
}

/// Rows of a registry, in their order.
fn rows(lines: &[(String, &str, &str, &str)]) -> Vec<Row> {
	let mut list = String::from(
		"tin,certificate,programme,type,roles,status,status_since,valid_from,valid_until\n",
	);
	for (place, (number, roles, status, until)) in lines.iter().enumerate() {
		// A type each, so that no two are about one role of the firm.
		list += &format!(
			"MXNWM9709244W4,{number},OEA,OEA{place},{roles},{status},2026-10-01,2024-01-01,{until}\n"
		);
	}
	let checked =
		aeo_lists::check(list.as_bytes(), &aeo_lists::Options::default()).expect("a list");
	assert_eq!(checked.report.errors(), 0, "{:?}", checked.report);
	let kind = aeo_primitives::CertificateType {
		programme: "OEA".parse().expect("short"),
		code: "OEA".parse().expect("short"),
	};
	let of_one_type = |row: Row| Row {
		certificate_type: kind.clone(),
		..row
	};
	checked.rows.into_iter().map(of_one_type).collect()
}

fn certificate(number: &str, codes: &str, state: CertificateState, until: &str) -> Certificate {
	let suspended = match state {
		CertificateState::Suspended(suspension) => Some(suspension.scope),
		_ => None,
	};
	Certificate {
		number: number.try_into().expect("short"),
		tin: "MXNWM9709244W4".into(),
		version: 3,
		certificate_type: aeo_primitives::CertificateType {
			programme: "OEA".parse().expect("short"),
			code: "OEA".parse().expect("short"),
		},
		roles: roles(codes),
		state,
		validity: Some(Validity {
			from: day("2024-01-01"),
			until: (!until.is_empty()).then(|| day(until)),
			renewal_pending: false,
		}),
		suspended,
		periods: 3,
	}
}

fn suspended(scope: SuspensionScope) -> CertificateState {
	CertificateState::Suspended(Suspension {
		scope,
		end: SuspensionEnd::Open,
	})
}

fn revoked() -> CertificateState {
	CertificateState::Revoked(Ended {
		from: day("2026-01-01"),
		suspension: None,
	})
}

fn between(rows: &[Row], certificates: &[Certificate]) -> Difference {
	difference(rows, certificates, today(), DOCUMENT)
}

/// The only step, and whether it takes something away.
fn step(row: Row, certificate: Certificate) -> Option<(Act, bool)> {
	let found = between(&[row], &[certificate]);
	assert!(found.doubts.is_empty(), "{:?}", found.doubts);
	let step = found.steps.into_iter().next()?;
	assert_eq!(step.version, 3);
	Some((step.act, step.ends))
}

#[test]
fn what_is_equal_should_be_left_alone() {
	use CertificateState::Authorised;
	let same = step(
		row("A-1", "EX", "Authorised", "2028-12-31"),
		certificate("A-1", "EX", Authorised, "2028-12-31"),
	);
	assert_eq!(same, None);
	let over = step(
		row("A-1", "EX", "Authorised", "2025-12-31"),
		certificate("A-1", "EX IM", Authorised, "2025-12-31"),
	);
	assert_eq!(over, None);
	let ended = step(
		row("A-1", "EX", "Revoked", "2028-12-31"),
		certificate("A-1", "EX", revoked(), "2028-12-31"),
	);
	assert_eq!(ended, None);
}

#[test]
fn each_difference_should_be_a_step() {
	use CertificateState::Authorised;
	let document = DOCUMENT;
	let of = |row: Row| step(row, certificate("A-1", "EX", Authorised, "2028-12-31"));
	assert_eq!(
		of(row("A-1", "EX", "Authorised", "2031-12-31")),
		Some((
			Act::Renew {
				valid_until: day("2031-12-31"),
				document
			},
			false
		))
	);
	let rectify = |codes: &str, until: &str| Act::Rectify {
		roles: roles(codes),
		valid_from: day("2024-01-01"),
		valid_until: Some(day(until)),
		document,
	};
	assert_eq!(
		of(row("A-1", "EX IM", "Authorised", "2028-12-31")),
		Some((rectify("EX IM", "2028-12-31"), false))
	);
	assert_eq!(
		of(row("A-1", "IM", "Authorised", "2028-12-31")),
		Some((rectify("IM", "2028-12-31"), true))
	);
	assert_eq!(
		of(row("A-1", "EX", "Authorised", "2027-12-31")),
		Some((rectify("EX", "2027-12-31"), true))
	);
	assert_eq!(
		of(row("A-1", "EX", "Suspended", "2028-12-31")),
		Some((
			Act::Suspend {
				scope: SuspensionScope::Full,
				end: SuspensionEnd::Open,
				document
			},
			true
		))
	);
	// Since when by the registry.
	let from = day("2026-10-01");
	for (word, act) in [
		("Revoked", Act::Revoke { from, document }),
		("Relinquished", Act::Relinquish { from, document }),
		("Annulled", Act::Annul { document }),
	] {
		assert_eq!(of(row("A-1", "EX", word, "2028-12-31")), Some((act, true)));
	}
	let reinstated = step(
		row("A-1", "EX", "Authorised", "2028-12-31"),
		certificate("A-1", "EX", suspended(SuspensionScope::Full), "2028-12-31"),
	);
	let act = Act::Reinstate {
		scope: SuspensionScope::Full,
		document,
	};
	assert_eq!(reinstated, Some((act, false)));
	let added = between(&[row("A-2", "EX", "Authorised", "")], &[]);
	assert!(matches!(
		added.steps.as_slice(),
		[Step {
			version: 0,
			ends: false,
			act: Act::Add { .. },
			..
		}]
	));
}

#[test]
fn a_later_first_day_should_count_as_an_end() {
	let later = |from: &str| Row {
		valid_from: day(from),
		..row("A-1", "EX", "Authorised", "2028-12-31")
	};
	let there = || certificate("A-1", "EX", CertificateState::Authorised, "2028-12-31");
	for (from, ends) in [
		("2023-01-01", false),
		("2026-11-30", false),
		("2026-12-01", true),
	] {
		let found = step(later(from), there());
		assert_eq!(found.map(|(_, ends)| ends), Some(ends), "{from}");
	}
}

#[test]
fn a_suspension_should_wait_for_its_day() {
	let suspended = Status::Suspended {
		scope: SuspensionScope::Full,
		until: None,
	};
	let there = || certificate("A-1", "EX", CertificateState::Authorised, "2028-12-31");
	let of = |day| {
		let life = [("2024-01-01", Status::Authorised), (day, suspended)];
		step(row_with(&life), there()).map(|(act, _)| act.name())
	};
	assert_eq!(of("2026-12-01"), None);
	assert_eq!(of("2026-11-30"), Some("suspend"));
	// An end is told to the chain with its day.
	let from = day("2027-01-01");
	let life = [
		("2024-01-01", Status::Authorised),
		("2027-01-01", Status::Revoked),
	];
	let revoke = Act::Revoke {
		from,
		document: DOCUMENT,
	};
	assert_eq!(step(row_with(&life), there()), Some((revoke, true)));
}

#[test]
fn what_protects_should_come_first() {
	use CertificateState::Authorised;
	let rows = [
		row("A-1", "EX", "Authorised", ""),
		row("A-2", "EX", "Authorised", "2031-12-31"),
		row("A-3", "EX", "Revoked", "2028-12-31"),
		row("A-4", "EX", "Suspended", "2028-12-31"),
	];
	let known =
		["A-2", "A-3", "A-4"].map(|number| certificate(number, "EX", Authorised, "2028-12-31"));
	let found = between(&rows, &known);
	let names: Vec<_> = found.steps.iter().map(|step| step.act.name()).collect();
	assert_eq!(names, ["suspend", "revoke", "renew", "add"]);
	assert_eq!(found.ends(), 2);
}

#[test]
fn what_a_person_has_to_decide_should_be_no_step() {
	use CertificateState::{Applied, Authorised};
	let doubt = |row: Row, certificate: Certificate| {
		let found = between(&[row], &[certificate]);
		assert!(found.steps.is_empty(), "{:?}", found.steps);
		found.doubts.first().map(|doubt| doubt.why)
	};
	let here = || row("A-1", "EX", "Authorised", "2028-12-31");
	let there = || certificate("A-1", "EX", Authorised, "2028-12-31");
	let other_trader = Certificate {
		tin: "MXABC010101AB9".into(),
		..there()
	};
	assert_eq!(doubt(here(), other_trader), Some(Why::OtherTrader));
	let other_type = Certificate {
		certificate_type: aeo_primitives::CertificateType {
			programme: "OEA".parse().expect("short"),
			code: "B".parse().expect("short"),
		},
		..there()
	};
	assert_eq!(doubt(here(), other_type), Some(Why::OtherType));
	let ended = certificate("A-1", "EX", revoked(), "2028-12-31");
	assert_eq!(doubt(here(), ended), Some(Why::EndedOnChain));
	let applied = certificate("A-1", "EX", Applied, "2028-12-31");
	assert_eq!(doubt(here(), applied), Some(Why::Application));
	let endless = row("A-1", "EX", "Authorised", "");
	assert_eq!(doubt(endless, there()), Some(Why::NoLastDay));
	let endless = certificate("A-1", "EX", Authorised, "");
	assert_eq!(
		doubt(row("A-1", "IM", "Authorised", ""), endless),
		Some(Why::NoLastDay)
	);
}

#[test]
fn a_registry_that_was_emptied_should_end_nothing() {
	use CertificateState::Authorised;
	let known: Vec<_> = (0..100)
		.map(|place| certificate(&format!("A-{place}"), "EX", Authorised, "2028-12-31"))
		.collect();
	let found = between(&[], &known);
	assert!(found.steps.is_empty() && found.doubts.is_empty());
	assert_eq!(found.absent.len(), 100);
	assert_eq!(found.live, 100);
}

#[test]
fn many_ends_should_have_to_be_allowed() {
	use CertificateState::Authorised;
	let ends = |count: usize, live: usize| {
		let known: Vec<_> = (0..live)
			.map(|place| certificate(&format!("A-{place}"), "EX", Authorised, "2028-12-31"))
			.collect();
		let lines: Vec<_> = (0..count)
			.map(|place| (format!("A-{place}"), "EX", "Suspended", "2028-12-31"))
			.collect();
		between(&rows(&lines), &known)
	};
	let is_refused = |found: &Difference, allowed| ensure_few_ends(found, allowed).is_err();
	assert!(!is_refused(&ends(10, 20), None));
	assert!(is_refused(&ends(11, 20), None));
	assert!(!is_refused(&ends(11, 20), Some(11)));
	assert!(is_refused(&ends(11, 20), Some(10)));
	assert!(is_refused(&ends(1, 20), Some(0)));
	assert!(!is_refused(&ends(12, 600), None));
	assert!(is_refused(&ends(13, 600), None));
}

#[test]
fn a_step_should_stand_as_the_chain_has_it() {
	use CertificateState::Authorised;
	let renew = Step {
		number: "A-1".try_into().expect("short"),
		version: 3,
		ends: false,
		act: Act::Renew {
			valid_until: day("2031-12-31"),
			document: DOCUMENT,
		},
	};
	let there = certificate("A-1", "EX", Authorised, "2028-12-31");
	let nothing = Waiting::default();
	let stand = |step: &Step, there: Option<&Certificate>, waiting: &Waiting| {
		stand(step, there, waiting, today())
	};
	assert_eq!(stand(&renew, Some(&there), &nothing), Stand::Due);
	let later = Certificate {
		version: 4,
		..there.clone()
	};
	assert_eq!(stand(&renew, Some(&later), &nothing), Stand::Overtaken);
	assert_eq!(stand(&renew, None, &nothing), Stand::Overtaken);
	let renewed = Certificate {
		version: 4,
		..certificate("A-1", "EX", Authorised, "2031-12-31")
	};
	assert_eq!(stand(&renew, Some(&renewed), &nothing), Stand::Done);
	let pending = |valid_until: &str| {
		let decision = Decision::Renew {
			valid_until: Some(day(valid_until)),
			document: DOCUMENT,
		};
		waiting(decision)
	};
	assert_eq!(
		stand(&renew, Some(&there), &pending("2031-12-31")),
		Stand::Waits
	);
	assert_eq!(
		stand(&renew, Some(&there), &pending("2030-12-31")),
		Stand::Due
	);
	let proposal = pending("2031-12-31").proposal(&renew, today());
	assert_eq!(proposal.map(|found| found.number), Some(9));
}

const MAKER: AccountId32 = AccountId32([1; 32]);

/// A decision about A-1 waits.
fn waiting(decision: Decision) -> Waiting {
	Waiting {
		decisions: vec![PendingDecision {
			number: "A-1".try_into().expect("short"),
			proposal: 9,
			decision,
			maker: Maker {
				officer: MAKER,
				signer: MAKER,
			},
			version: 3,
			expires: 0,
			expired: false,
			overtaken: false,
		}],
		..Waiting::default()
	}
}

fn step_of(act: Act) -> Step {
	Step {
		number: "A-1".try_into().expect("short"),
		version: 3,
		ends: false,
		act,
	}
}

#[test]
fn what_waits_should_not_be_proposed_again_for_its_document_or_day() {
	let there = certificate("A-1", "EX", CertificateState::Authorised, "2028-12-31");
	let revoke = |from: &str| {
		step_of(Act::Revoke {
			from: day(from),
			document: DOCUMENT,
		})
	};
	let waits = |from: &str, document| {
		waiting(Decision::Revoke {
			from: day(from),
			bar_until: None,
			document,
		})
	};
	let other = H256([8; 32]);
	let since = "2026-11-20";
	// (since by the registry, from as it waits, its document, first officer, second officer)
	let cases = [
		(since, "2026-11-30", DOCUMENT, Stand::Waits, true),
		(since, "2026-11-29", DOCUMENT, Stand::Waits, true),
		(since, since, DOCUMENT, Stand::Waits, true),
		(since, "2026-11-30", other, Stand::Waits, false),
		(since, "2026-11-19", DOCUMENT, Stand::Due, false),
		(since, "2026-12-01", DOCUMENT, Stand::Due, false),
		("2026-12-05", "2026-12-05", DOCUMENT, Stand::Waits, true),
		("2026-12-05", "2026-11-30", DOCUMENT, Stand::Due, false),
	];
	for (since, from, document, first, second) in cases {
		let (step, waiting) = (revoke(since), waits(from, document));
		assert_eq!(
			stand(&step, Some(&there), &waiting, today()),
			first,
			"{since} {from}"
		);
		let found = waiting.proposal(&step, today());
		assert_eq!(found.is_some(), second, "{since} {from}");
	}
	// What the registry has said before is taken back by who proposed it.
	let before = waits("2026-11-19", DOCUMENT);
	let outdated = |officer: AccountId32| {
		let step = revoke(since);
		let found: Vec<_> = before.outdated(&step, &officer, today()).collect();
		found
	};
	assert_eq!(outdated(MAKER), [9]);
	assert!(outdated(AccountId32([2; 32])).is_empty());
}

#[test]
fn a_reinstatement_should_be_confirmed_as_it_was_decided() {
	use aeo_primitives::Ground::{Authority, HoldersRequest};
	let scope = SuspensionScope::Full;
	let step = step_of(Act::Reinstate {
		scope,
		document: DOCUMENT,
	});
	for (ground, document, is_wanted) in [
		(Authority, DOCUMENT, true),
		(HoldersRequest, DOCUMENT, false),
		(Authority, H256([8; 32]), false),
	] {
		let waiting = Waiting {
			reinstatements: vec![PendingReinstatement {
				number: "A-1".try_into().expect("short"),
				proposal: 9,
				scope,
				ground,
				document,
				maker: MAKER,
				version: 3,
				expires: 0,
			}],
			..Waiting::default()
		};
		assert_eq!(
			waiting.proposal(&step, today()).is_some(),
			is_wanted,
			"{ground:?}"
		);
	}
}

#[test]
fn half_a_suspension_over_the_other_half_should_be_done() {
	let step = step_of(Act::Suspend {
		scope: SuspensionScope::Security,
		end: SuspensionEnd::Open,
		document: DOCUMENT,
	});
	let nothing = Waiting::default();
	for (scope, expected) in [
		(SuspensionScope::Full, Stand::Done),
		(SuspensionScope::Security, Stand::Done),
		(SuspensionScope::Customs, Stand::Due),
	] {
		let there = certificate("A-1", "EX", suspended(scope), "2028-12-31");
		assert_eq!(
			stand(&step, Some(&there), &nothing, today()),
			expected,
			"{scope:?}"
		);
	}
}

/// Does what a step says to the certificates, as the chain would.
fn carry_out(known: &mut Vec<Certificate>, step: &Step) {
	if let Act::Add { certificate: added } = &step.act {
		let mut certificate = certificate(
			&added.number,
			"EX",
			CertificateState::Authorised,
			"2028-12-31",
		);
		certificate.roles = added.roles;
		certificate.version = 1;
		certificate.validity = Some(Validity {
			from: added.valid_from,
			until: added.valid_until,
			renewal_pending: false,
		});
		let last = added.periods.last().expect("a period");
		if let aeo_client::calls::TakenOverState::Suspended { scope, end } = last.state {
			certificate.state = CertificateState::Suspended(Suspension { scope, end });
			certificate.suspended = Some(scope);
		}
		known.push(certificate);
		return;
	}
	let certificate = known
		.iter_mut()
		.find(|certificate| certificate.number == step.number)
		.expect("it is known");
	assert_eq!(certificate.version, step.version);
	certificate.version += 1;
	let validity = certificate.validity.as_mut().expect("it has days");
	match step.act {
		Act::Renew { valid_until, .. } => {
			assert!(validity.until < Some(valid_until));
			validity.until = Some(valid_until);
		}
		Act::Rectify {
			roles,
			valid_from,
			valid_until,
			..
		} => {
			validity.from = valid_from;
			validity.until = valid_until;
			certificate.roles = roles;
		}
		Act::Suspend { scope, end, .. } => {
			let scope = match certificate.suspended {
				Some(present) if present != scope => SuspensionScope::Full,
				_ => scope,
			};
			certificate.state = CertificateState::Suspended(Suspension { scope, end });
			certificate.suspended = Some(scope);
		}
		Act::Reinstate { scope, .. } => {
			use SuspensionScope::{Customs, Full, Security};
			let left = match (certificate.suspended.expect("it is suspended"), scope) {
				(Full, Customs) => Some(Security),
				(Full, Security) => Some(Customs),
				(present, scope) => {
					assert_eq!(present, scope);
					None
				}
			};
			certificate.suspended = left;
			certificate.state = left.map_or(CertificateState::Authorised, suspended);
		}
		Act::Revoke { .. } | Act::Relinquish { .. } | Act::Annul { .. } => {
			certificate.suspended = None;
			certificate.state = revoked();
		}
		Act::Add { .. } => unreachable!("it is done above"),
	}
}

fn any_row() -> impl Strategy<Value = (u8, &'static str, &'static str, &'static str)> {
	(
		0_u8..12,
		prop::sample::select(vec!["EX", "IM", "EX IM", "CB"]),
		prop::sample::select(vec![
			"Authorised",
			"Suspended",
			"Suspended (Customs)",
			"Suspended (Security)",
			"Revoked",
		]),
		prop::sample::select(vec!["2027-12-31", "2028-12-31", "2030-06-30"]),
	)
}

fn registry(drawn: &[(u8, &'static str, &'static str, &'static str)]) -> Vec<Row> {
	let mut seen = std::collections::BTreeSet::new();
	let lines: Vec<_> = drawn
		.iter()
		.filter(|(place, ..)| seen.insert(*place))
		.map(|(place, roles, status, until)| (format!("A-{place}"), *roles, *status, *until))
		.collect();
	if lines.is_empty() {
		// A list without rows is none.
		return Vec::new();
	}
	rows(&lines)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(32))]

	/// Whatever the registry said before, what it says now is reached in a few plans, after which a repeat has
	/// nothing to do; and what a registry doesn't name is never touched.
	#[test]
	fn plans_should_come_to_an_end(
		before in prop::collection::vec(any_row(), 0..12),
		now in prop::collection::vec(any_row(), 0..12),
	) {
		let mut known = Vec::new();
		for rows in [registry(&before), registry(&now)] {
			let named: Vec<_> = rows.iter().map(|row| row.number.clone()).collect();
			let untouched: Vec<_> = known
				.iter()
				.filter(|certificate: &&Certificate| !named.contains(&certificate.number))
				.cloned()
				.collect();
			let mut rounds = 0;
			loop {
				let found = between(&rows, &known);
				if found.steps.is_empty() {
					break;
				}
				rounds += 1;
				prop_assert!(rounds < 5, "{:?}", found.steps);
				for step in &found.steps {
					carry_out(&mut known, step);
				}
			}
			for certificate in untouched {
				prop_assert!(known.contains(&certificate));
			}
		}
	}
}
