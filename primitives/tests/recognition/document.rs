//! `docs/recognition.md` is written by this test from what the rule answers:
//!
//! ```sh
//! UPDATE=1 cargo test -p aeo-primitives --test recognition
//! ```

use std::{env, fmt::Write, fs, path::Path};

use aeo_primitives::{
	recognition::{
		evaluate, Answer, ConsentMode, Denial, Facts, LegState, Outcome, Resolution, Standing,
		Succession, TraderState,
	},
	tin::Reason,
	Benefit, CertificateState, Code, Direction, Ended, Halves, Requires, Role, Roles, Rows,
	Suspension, SuspensionEnd, SuspensionScope,
};

use crate::world::{
	benefits, certificate_type, date, ended, facts, facts_at_home, first_certificate, first_leg,
	row, suspended, trader, validity,
};

#[path = "../../examples/recognise.rs"]
#[allow(dead_code)] // its `main` is cargo's to call
mod recognise;

/// One way in which a check fails.
struct Failure {
	step: u32,
	check: &'static str,
	example: &'static str,
	change: fn(&mut Facts),
}

const fn failure(
	step: u32,
	check: &'static str,
	example: &'static str,
	change: fn(&mut Facts),
) -> Failure {
	Failure {
		step,
		check,
		example,
		change,
	}
}

fn set_state(facts: &mut Facts, state: CertificateState) {
	first_certificate(facts).state = state;
}

/// The checks in their order, each with an example that fails at it.
const FAILURES: [Failure; 28] = [
	failure(
		1,
		"the identifier is a trader's",
		"an unknown TIN",
		|facts| {
			facts.trader = Resolution::NoMatch;
		},
	),
	failure(
		1,
		"the identifier is a trader's",
		"a TIN whose check digit is wrong",
		|facts| {
			facts.trader = Resolution::NotANumber(Reason::CheckDigit);
		},
	),
	failure(
		1,
		"the identifier is a trader's",
		"an alias not yet confirmed",
		|facts| {
			facts.trader = Resolution::AliasUnconfirmed;
		},
	),
	failure(2, "the trader is active", "closed", |facts| {
		trader(facts).state = TraderState::Closed;
	}),
	failure(
		2,
		"the trader is active",
		"merged into MXABC010101AB9",
		|facts| {
			trader(facts).state = TraderState::Merged {
				into: "MXABC010101AB9".parse().unwrap(),
			};
		},
	),
	failure(3, "the issuer's word counts", "withdrawn", |facts| {
		trader(facts).issuer.standing = Standing::Withdrawn;
	}),
	failure(
		3,
		"the issuer's word counts",
		"quarantined by itself",
		|facts| {
			trader(facts).issuer.standing = Standing::QuarantinedByItself;
		},
	),
	failure(
		4,
		"the certificate is in force",
		"applied for only",
		|facts| {
			set_state(facts, CertificateState::Applied);
		},
	),
	failure(4, "the certificate is in force", "annulled", |facts| {
		set_state(facts, CertificateState::Annulled);
	}),
	failure(
		4,
		"the certificate is in force",
		"revoked from today",
		|facts| {
			set_state(facts, CertificateState::Revoked(ended("2026-07-01")));
		},
	),
	failure(
		4,
		"the certificate is in force",
		"relinquished from today",
		|facts| {
			set_state(facts, CertificateState::Relinquished(ended("2026-07-01")));
		},
	),
	failure(
		4,
		"the certificate is in force",
		"valid from tomorrow",
		|facts| {
			first_certificate(facts).validity = validity("2026-07-02", "2026-12-31");
		},
	),
	failure(
		4,
		"the certificate is in force",
		"valid until yesterday",
		|facts| {
			first_certificate(facts).validity = validity("2024-01-01", "2026-06-30");
		},
	),
	failure(
		4,
		"the certificate is in force",
		"suspended in full",
		|facts| {
			set_state(facts, suspended(SuspensionScope::Full));
		},
	),
	failure(
		4,
		"the certificate is in force",
		"suspended in its only half",
		|facts| {
			first_certificate(facts).halves = Halves::Security;
			set_state(facts, suspended(SuspensionScope::Security));
		},
	),
	failure(
		5,
		"the certificate has the role",
		"certified as carrier only",
		|facts| {
			first_certificate(facts).roles = Roles::new([Role::Carrier]).unwrap();
		},
	),
	failure(
		6,
		"a leg to the grantor is in force",
		"in force from tomorrow",
		|facts| {
			first_leg(facts).state = LegState::InForce {
				from: date("2026-07-02"),
			};
		},
	),
	failure(
		6,
		"a leg to the grantor is in force",
		"suspended",
		|facts| {
			first_leg(facts).state = LegState::Suspended;
		},
	),
	failure(
		6,
		"a leg to the grantor is in force",
		"the grantor has withdrawn",
		|facts| {
			facts.grantor.standing = Standing::Withdrawn;
		},
	),
	failure(
		6,
		"a leg to the grantor is in force",
		"the grantor has left since it was signed, and was admitted again",
		|facts| {
			facts.grantor.admission = 8;
		},
	),
	failure(
		7,
		"the type is eligible",
		"a type that the leg does not name",
		|facts| {
			first_certificate(facts).certificate_type = certificate_type("AEOC");
		},
	),
	failure(
		7,
		"the type is eligible",
		"a type that will be succeeded by the one that the leg names, before that day",
		|facts| {
			let certificate = first_certificate(facts);
			let by = std::mem::replace(&mut certificate.certificate_type, certificate_type("AEOC"));
			let from = date("2032-01-01");
			certificate.succeeded_by = Some(Succession { by, from });
		},
	),
	failure(
		8,
		"the role is eligible",
		"an importer, where exporters are",
		|facts| {
			facts.role = Role::Importer;
		},
	),
	failure(
		9,
		"the direction is covered",
		"an export, where imports are",
		|facts| {
			facts.direction = Direction::Export;
		},
	),
	failure(
		10,
		"consent is given, or none is needed",
		"asked, not given",
		|facts| {
			first_certificate(facts).consent.mode = ConsentMode::Asked;
		},
	),
	failure(
		10,
		"consent is given, or none is needed",
		"withdrawn for agreement 7",
		|facts| {
			first_certificate(facts).consent.exceptions = vec![7].try_into().unwrap();
		},
	),
	failure(
		11,
		"the grantor recognises the certificate",
		"recognition suspended",
		|facts| {
			first_certificate(facts).recognition_suspended = true;
		},
	),
	failure(
		12,
		"a row requires nothing suspended",
		"security half suspended, every row requires it",
		|facts| {
			set_state(facts, suspended(SuspensionScope::Security));
			first_leg(facts).offer.rows =
				Rows::new([row(Benefit::FewerInspections, Requires::Security)]).unwrap();
		},
	),
];

/// The denial by name, or the codes of the benefits.
fn in_short(answer: &Answer) -> String {
	match &answer.outcome {
		Outcome::Denied {
			denial: Denial::TraderNotActive { merged_into },
			..
		} => {
			let into = merged_into
				.as_ref()
				.map_or("none".into(), ToString::to_string);
			format!("TraderNotActive (merged into: {into})")
		}
		Outcome::Denied { denial, .. } => format!("{denial:?}"),
		Outcome::Granted(_) => {
			let codes: Vec<_> = benefits(answer)
				.iter()
				.map(|benefit| benefit.code())
				.collect();
			codes.join(", ")
		}
	}
}

fn changed(change: impl FnOnce(&mut Facts)) -> Answer {
	let mut facts = facts();
	change(&mut facts);
	evaluate(&facts)
}

/// The step of the text at which each denial is.
#[test]
fn every_denial_should_be_in_the_document() {
	let denials: Vec<_> = FAILURES
		.iter()
		.map(|failure| in_short(&changed(failure.change)))
		.collect();
	for denial in [
		"NoMatch",
		"NotANumber",
		"AliasUnconfirmed",
		"TraderNotActive",
		"IssuerUnverifiable",
		"NotYetValid",
		"Suspended",
		"Expired",
		"Revoked",
		"Relinquished",
		"Annulled",
		"NotAuthorised",
		"RoleNotCertified",
		"NoAgreement",
		"TypeNotEligible",
		"RoleNotEligible",
		"DirectionNotCovered",
		"NoConsent",
		"RecognitionSuspended",
	] {
		assert!(
			denials.iter().any(|one| one.starts_with(denial)),
			"{denial}"
		);
	}
}

#[test]
fn of_two_failing_checks_the_earlier_should_be_the_denial() {
	for earlier in &FAILURES {
		for later in FAILURES.iter().filter(|later| later.step > earlier.step) {
			let both = changed(|facts| {
				(later.change)(facts);
				(earlier.change)(facts);
			});
			let alone = changed(earlier.change);
			assert_eq!(
				in_short(&both),
				in_short(&alone),
				"{} {}",
				earlier.example,
				later.example
			);
		}
	}
}

const HEAD: &str = "\
<!-- Written by the tests: UPDATE=1 cargo test -p aeo-primitives --test recognition -->
# Recognition

Is this certificate recognised here, now, and with which benefits? One pure function answers,
`aeo_primitives::recognition::evaluate`. Every answer in this document is one that it gave.

A **path** is one certificate under one offer. Abroad, the offers are the legs of agreements from
the certificate's issuer to the grantor; at home, where the grantor is the issuer, they are the
programme's own rows. A path goes through the checks in their order, until one fails or its rows
give benefits.

* The benefits of all paths are united. Each names its certificate and its agreement; where several
  paths give the same one, that of the certificate which is valid longest (without an end:
  longest of all), then of the smaller number, then of the agreement with the smaller number.
* Where no path gives anything, the denial is that of the path which got furthest; of several at
  the same check, that of the certificate which is valid longest, then of the smaller number.
* Nothing is stored about what the clock decides. Days are local: the issuer's for a certificate,
  the grantor's for a leg; a last day counts to its last millisecond.
* What an administration may read of a certified trader's confidential data is another rule,
  `aeo_primitives::shared`, over the same legs, types and consents: [section 8](specification.md#section-8).

## The checks

The example is a Mexican exporter with certificate MX-1 (an AEOF, importer and exporter), valid
until 2026-12-31. Its goods come to Costa Rica on 2026-07-01 under agreement 7, which gives B02
where the security half stands, and B07 in any case: the answer is ";

const TAIL: &str = "\
At home, checks 6, 10 and 11 do not apply, and 7 to 9 look at the programme's own rows. A trader
without any certificate is `NotAuthorised`.

Three marks go with an answer. `issuer_quarantined`: the council has quarantined the issuer, which
changes no outcome, and each grantor decides for itself. `other_number`: the trader was asked for by a
former number or a branch's, and this is its own. `priority`: an incident is open at the grantor and B07
is among the benefits.

## Try it

Save the facts as `facts.json`; `now` is in milliseconds since 1970 (`date +%s%3N`).

```sh
cargo run -p aeo-primitives --example recognise < facts.json
```

";

fn heading(text: &mut String, title: &str, columns: &[&str]) {
	writeln!(text, "\n## {title}\n").unwrap();
	table(text, columns);
}

fn table(text: &mut String, columns: &[&str]) {
	line(text, columns);
	line(text, &vec!["---"; columns.len()]);
}

fn line(text: &mut String, cells: &[&str]) {
	writeln!(text, "| {} |", cells.join(" | ")).unwrap();
}

fn checks(text: &mut String) {
	writeln!(text, "{}.\n", in_short(&changed(|_| {}))).unwrap();
	table(text, &["#", "check", "for example", "answer"]);
	for Failure {
		step,
		check,
		example,
		change,
	} in &FAILURES
	{
		line(
			text,
			&[
				&step.to_string(),
				check,
				example,
				&in_short(&changed(change)),
			],
		);
	}
}

fn suspensions(text: &mut String) {
	let columns = ["type has", "suspended", "Either", "Customs", "Security"];
	heading(
		text,
		"What a suspension leaves, by what a row requires",
		&columns,
	);
	for halves in Halves::all() {
		for scope in SuspensionScope::all().filter(|scope| scope.applies_to(halves)) {
			let answers = Requires::ALL.iter().map(|requires| {
				in_short(&changed(|facts| {
					first_certificate(facts).halves = halves;
					set_state(facts, suspended(scope));
					first_leg(facts).offer.rows =
						Rows::new([row(Benefit::FewerInspections, *requires)]).unwrap();
				}))
			});
			let mut cells = vec![format!("{halves:?}"), format!("{scope:?}")];
			cells.extend(answers);
			line(text, &cells.iter().map(String::as_str).collect::<Vec<_>>());
		}
	}
}

fn states(text: &mut String) {
	heading(
		text,
		"States and the clock",
		&["state on 2026-07-01", "answer"],
	);
	let full = |end| Suspension {
		scope: SuspensionScope::Full,
		end,
	};
	let (yesterday, today) = (date("2026-06-30"), date("2026-07-01"));
	for (name, state) in [
		("Applied", CertificateState::Applied),
		("Accepted", CertificateState::Accepted),
		("Rejected", CertificateState::Rejected),
		(
			"ApplicationWithdrawn",
			CertificateState::ApplicationWithdrawn,
		),
		("Refused", CertificateState::Refused),
		("Authorised", CertificateState::Authorised),
		(
			"Suspended",
			CertificateState::Suspended(full(SuspensionEnd::Open)),
		),
		(
			"Suspended, decision due after 2026-06-30",
			CertificateState::Suspended(full(SuspensionEnd::DecisionAfter(yesterday))),
		),
		(
			"Suspended, resumes after 2026-07-01",
			CertificateState::Suspended(full(SuspensionEnd::ResumesAfter(today))),
		),
		(
			"Suspended, resumes after 2026-06-30",
			CertificateState::Suspended(full(SuspensionEnd::ResumesAfter(yesterday))),
		),
		(
			"Revoked from 2026-07-01",
			CertificateState::Revoked(ended("2026-07-01")),
		),
		(
			"Revoked from 2026-07-02",
			CertificateState::Revoked(ended("2026-07-02")),
		),
		(
			"Revoked from 2026-07-02 while suspended",
			CertificateState::Revoked(Ended {
				suspension: Some(full(SuspensionEnd::Open)),
				..ended("2026-07-02")
			}),
		),
		(
			"Relinquished from 2026-07-01",
			CertificateState::Relinquished(ended("2026-07-01")),
		),
		(
			"Relinquished from 2026-07-02",
			CertificateState::Relinquished(ended("2026-07-02")),
		),
		("Annulled", CertificateState::Annulled),
	] {
		line(
			text,
			&[name, &in_short(&changed(|facts| set_state(facts, state)))],
		);
	}
	for (name, from, until, renewal_pending) in [
		(
			"Authorised, valid from 2026-07-02",
			"2026-07-02",
			Some("2026-12-31"),
			false,
		),
		(
			"Authorised, valid until 2026-07-01",
			"2024-01-01",
			Some("2026-07-01"),
			false,
		),
		(
			"Authorised, valid until 2026-06-30",
			"2024-01-01",
			Some("2026-06-30"),
			false,
		),
		(
			"the same, renewal filed in time",
			"2024-01-01",
			Some("2026-06-30"),
			true,
		),
		(
			"Authorised, valid without an end",
			"2024-01-01",
			None,
			false,
		),
	] {
		let answer = changed(|facts| {
			let validity = first_certificate(facts).validity.as_mut().unwrap();
			validity.from = date(from);
			validity.until = until.map(date);
			validity.renewal_pending = renewal_pending;
		});
		line(text, &[name, &in_short(&answer)]);
	}
}

fn legs(text: &mut String) {
	heading(text, "Legs and the clock", &["leg on 2026-07-01", "answer"]);
	let (from, yesterday) = (date("2026-01-01"), date("2026-06-30"));
	let (today, tomorrow) = (date("2026-07-01"), date("2026-07-02"));
	for (name, state) in [
		("Pending", LegState::Pending),
		("InForce from 2026-07-01", LegState::InForce { from: today }),
		(
			"InForce from 2026-07-02",
			LegState::InForce { from: tomorrow },
		),
		("Suspended", LegState::Suspended),
		(
			"NoticeGiven until 2026-07-01",
			LegState::NoticeGiven { from, until: today },
		),
		(
			"NoticeGiven until 2026-06-30",
			LegState::NoticeGiven {
				from,
				until: yesterday,
			},
		),
		("Ended", LegState::Ended),
	] {
		line(
			text,
			&[
				name,
				&in_short(&changed(|facts| first_leg(facts).state = state)),
			],
		);
	}
}

fn standings(text: &mut String) {
	let columns = [
		"administration",
		"as issuer",
		"marked",
		"as grantor",
		"at home",
	];
	heading(text, "Standing of an administration", &columns);
	for standing in [
		Standing::Admitted,
		Standing::QuarantinedByCouncil,
		Standing::QuarantinedByItself,
		Standing::Withdrawn,
	] {
		let issuer = changed(|facts| trader(facts).issuer.standing = standing);
		let grantor = changed(|facts| facts.grantor.standing = standing);
		let mut at_home = facts_at_home();
		at_home.grantor.standing = standing;
		trader(&mut at_home).issuer.standing = standing;
		line(
			text,
			&[
				&format!("{standing:?}"),
				&in_short(&issuer),
				if issuer.issuer_quarantined {
					"yes"
				} else {
					"no"
				},
				&in_short(&grantor),
				&in_short(&evaluate(&at_home)),
			],
		);
	}
	text.push('\n');
}

/// Facts to try by hand, and what the example says to them.
fn trial(text: &mut String) {
	let mut facts = facts();
	facts.incident_open = true;
	first_certificate(&mut facts).state = suspended(SuspensionScope::Security);
	let facts = serde_json::to_string_pretty(&facts).unwrap();
	let answer = recognise::recognise(&facts).unwrap();
	writeln!(text, "```json\n{facts}\n```\n").unwrap();
	writeln!(
		text,
		"The security half is suspended, so that B02 is not given:\n"
	)
	.unwrap();
	writeln!(text, "```json\n{answer}\n```").unwrap();
}

#[test]
fn the_document_should_say_what_the_rule_does() {
	let mut text = String::from(HEAD);
	checks(&mut text);
	suspensions(&mut text);
	states(&mut text);
	legs(&mut text);
	standings(&mut text);
	text.push_str(TAIL);
	trial(&mut text);
	let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/recognition.md");
	if env::var_os("UPDATE").is_some() {
		fs::create_dir_all(path.parent().unwrap()).unwrap();
		fs::write(&path, &text).unwrap();
	}
	let written = fs::read_to_string(&path).unwrap_or_default();
	assert!(
		written == text,
		"docs/recognition.md differs from the rule; UPDATE=1 writes it anew"
	);
}

#[test]
fn the_example_should_say_what_is_wrong_with_its_input() {
	let good = serde_json::to_string(&facts()).unwrap();
	for (bad, expected) in [
		(String::new(), "EOF while parsing"),
		("{}".into(), "missing field `now`"),
		(good.replace("\"CR\"", "\"EL\""), "Greece is GR"),
		(good.replace("2026-12-31", "2026-02-30"), "no such day"),
		(good.replace("\"now\"", "\"then\""), "unknown field `then`"),
		(
			good.replace("\"Importer\",", "\"Baker\","),
			"unknown variant `Baker`",
		),
		(
			good.replace("[\"Importer\",\"Exporter\"]", "[]"),
			"too few codes",
		),
		(
			good.replace("MX-1", "MX-1-which-is-longer-than-35-characters"),
			"longer than its bound",
		),
		(good.replace("-360", "900"), "-720 to 840"),
	] {
		let error = recognise::recognise(&bad).unwrap_err();
		assert!(error.starts_with("facts not understood: "), "{error}");
		assert!(error.contains(expected), "{error}");
		assert!(error.contains("line 1"), "{error}");
	}
}
