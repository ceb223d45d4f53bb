//! Every combination of what one path depends on, against the naive reading.

use std::collections::BTreeSet;

use aeo_primitives::{
	recognition::{evaluate, ConsentMode, ConsentNeed, Facts, LegState, Outcome, Standing},
	Benefit, CertificateState, Code, Direction, Directions, EligibleRoles, Ended, Halves, Requires,
	Role, Roles, Rows, Suspension, SuspensionEnd, SuspensionScope, Validity,
};

use crate::{
	naive,
	world::{
		certificate_type, date, facts, facts_at_home, first_certificate, first_leg, row, trader,
		validity,
	},
};

const YESTERDAY: &str = "2026-06-30";
const TODAY: &str = "2026-07-01";
const TOMORROW: &str = "2026-07-02";

/// The ways in which a certificate may be suspended, and not.
fn suspensions() -> Vec<Option<Suspension>> {
	let ends = [
		SuspensionEnd::Open,
		SuspensionEnd::DecisionAfter(date(YESTERDAY)),
		SuspensionEnd::ResumesAfter(date(YESTERDAY)),
		SuspensionEnd::ResumesAfter(date(TODAY)),
	];
	let all =
		SuspensionScope::all().flat_map(|scope| ends.map(|end| Some(Suspension { scope, end })));
	std::iter::once(None).chain(all).collect()
}

/// Every state of a certificate that the clock can be in any relation to.
fn states() -> Vec<(CertificateState, Option<Validity>)> {
	let current = validity("2024-01-01", "2026-12-31");
	let mut states = vec![
		(CertificateState::Applied, None),
		(CertificateState::Applied, current),
		(CertificateState::Accepted, current),
		(CertificateState::Rejected, current),
		(CertificateState::ApplicationWithdrawn, current),
		(CertificateState::Refused, current),
		(CertificateState::Authorised, None),
		(CertificateState::Authorised, validity(TODAY, TODAY)),
		(CertificateState::Authorised, validity(TOMORROW, TOMORROW)),
		(
			CertificateState::Authorised,
			validity("2024-01-01", YESTERDAY),
		),
		(CertificateState::Annulled, current),
	];
	let until = Some(date(YESTERDAY));
	let from = date("2024-01-01");
	let pending = Validity {
		from,
		until,
		renewal_pending: true,
	};
	let endless = Validity {
		from,
		until: None,
		renewal_pending: false,
	};
	states.push((CertificateState::Authorised, Some(pending)));
	states.push((CertificateState::Authorised, Some(endless)));
	for suspension in suspensions() {
		states.push((
			suspension.map_or(CertificateState::Authorised, CertificateState::Suspended),
			current,
		));
		for from in [TODAY, TOMORROW] {
			let ended = Ended {
				from: date(from),
				suspension,
			};
			states.push((CertificateState::Revoked(ended), current));
			states.push((CertificateState::Relinquished(ended), current));
		}
	}
	states
}

/// Certified or not, eligible or not.
fn roles() -> Vec<(Roles, EligibleRoles)> {
	let certified = [Role::Exporter, Role::Importer].map(|role| Roles::new([role]).unwrap());
	let eligible = [Role::Exporter, Role::Importer].map(|role| EligibleRoles::new([role]).unwrap());
	certified
		.into_iter()
		.flat_map(|one| eligible.map(|other| (one, other)))
		.collect()
}

/// What is declared, and what is covered.
fn directions() -> Vec<(Direction, Directions)> {
	let covered = [
		vec![Direction::Import],
		vec![Direction::Export],
		Direction::ALL.to_vec(),
	];
	Direction::all()
		.flat_map(|asked| {
			covered
				.clone()
				.map(|covered| (asked, Directions::new(covered).unwrap()))
		})
		.collect()
}

fn legs() -> Vec<LegState> {
	let (from, until) = (date("2026-01-01"), date(TODAY));
	vec![
		LegState::Pending,
		LegState::InForce { from: date(TODAY) },
		LegState::InForce {
			from: date(TOMORROW),
		},
		LegState::Suspended,
		LegState::NoticeGiven { from, until },
		LegState::NoticeGiven {
			from,
			until: date(YESTERDAY),
		},
		LegState::NoticeGiven {
			from: date(TOMORROW),
			until: date(TOMORROW),
		},
		LegState::Ended,
	]
}

const STANDINGS: [Standing; 4] = [
	Standing::Withdrawn,
	Standing::QuarantinedByItself,
	Standing::QuarantinedByCouncil,
	Standing::Admitted,
];

const HALVES: [Halves; 3] = [Halves::Customs, Halves::Security, Halves::Both];

fn only_row(benefit: Benefit, requires: Requires) -> Rows {
	Rows::new([row(benefit, requires)]).unwrap()
}

/// Counts what was compared, and which outcomes occurred.
#[derive(Default)]
struct Table {
	combinations: u32,
	outcomes: BTreeSet<String>,
}

impl Table {
	fn compare(&mut self, facts: &Facts) {
		let answer = evaluate(facts);
		assert_eq!(answer, naive::answer(facts), "{facts:#?}");
		self.combinations += 1;
		if self.outcomes.len() < 16 {
			self.outcomes.insert(match answer.outcome {
				Outcome::Granted(_) => "Granted".into(),
				Outcome::Denied { denial, .. } => format!("{denial:?}"),
			});
		}
	}

	fn ensure(&self, combinations: usize, outcomes: &str) {
		let found: Vec<_> = self.outcomes.iter().map(String::as_str).collect();
		assert_eq!(found.join(" "), outcomes);
		assert_eq!(usize::try_from(self.combinations).unwrap(), combinations);
		println!("{combinations} combinations");
	}
}

/// Certificate state × suspension scope × `requires` × role × direction × leg state × consent ×
/// recognition suspension × incident × quarantine.
#[test]
fn every_combination_abroad_should_have_the_answer_of_the_text() {
	let mut table = Table::default();
	let mut facts = facts();
	let (states, roles, directions, legs) = (states(), roles(), directions(), legs());
	for (state, validity) in &states {
		let certificate = first_certificate(&mut facts);
		(certificate.state, certificate.validity) = (*state, *validity);
		for requires in Requires::all() {
			// The benefit that an incident gives priority to.
			first_leg(&mut facts).offer.rows = only_row(Benefit::TradeRecovery, requires);
			for (certified, eligible) in &roles {
				first_certificate(&mut facts).roles = *certified;
				first_leg(&mut facts).offer.roles = *eligible;
				for (asked, covered) in &directions {
					facts.direction = *asked;
					first_leg(&mut facts).offer.directions = *covered;
					for leg in &legs {
						first_leg(&mut facts).state = *leg;
						compare_circumstances(&mut facts, &mut table);
					}
				}
			}
		}
	}
	table.ensure(
		states.len() * 3 * roles.len() * directions.len() * legs.len() * 3 * 2 * 2 * 4,
		"Annulled DirectionNotCovered Expired Granted IssuerUnverifiable NoAgreement NoConsent \
		 NotAuthorised NotYetValid RecognitionSuspended Relinquished Revoked RoleNotCertified \
		 RoleNotEligible Suspended",
	);
}

/// Consent × recognition suspension × incident × quarantine.
fn compare_circumstances(facts: &mut Facts, table: &mut Table) {
	for (need, mode) in [
		(ConsentNeed::Needed, ConsentMode::Asked),
		(ConsentNeed::Needed, ConsentMode::Standing),
		(ConsentNeed::NotNeeded, ConsentMode::Asked),
	] {
		first_leg(facts).consent = need;
		first_certificate(facts).consent.mode = mode;
		for recognition_suspended in [false, true] {
			first_certificate(facts).recognition_suspended = recognition_suspended;
			for incident_open in [false, true] {
				facts.incident_open = incident_open;
				for standing in STANDINGS {
					trader(facts).issuer.standing = standing;
					table.compare(facts);
				}
			}
		}
	}
}

/// What the table above holds still: every relation of the state to the clock, the halves of the
/// type, its eligibility, exceptions from the consent, the grantor's own standing.
#[test]
fn every_certificate_abroad_should_have_the_answer_of_the_text() {
	let mut table = Table::default();
	let mut facts = facts();
	for (state, validity) in states() {
		let certificate = first_certificate(&mut facts);
		(certificate.state, certificate.validity) = (state, validity);
		for halves in HALVES {
			first_certificate(&mut facts).halves = halves;
			for requires in Requires::all() {
				first_leg(&mut facts).offer.rows = only_row(Benefit::TradeRecovery, requires);
				for code in ["AEOF", "AEOC"] {
					first_certificate(&mut facts).certificate_type = certificate_type(code);
					for mode in [ConsentMode::Asked, ConsentMode::Standing] {
						for exceptions in [vec![], vec![7], vec![8]] {
							let consent = &mut first_certificate(&mut facts).consent;
							consent.mode = mode;
							consent.exceptions = exceptions.try_into().unwrap();
							for standing in STANDINGS {
								facts.grantor.standing = standing;
								table.compare(&facts);
							}
						}
					}
				}
			}
		}
	}
	table.ensure(
		states().len() * 3 * 3 * 2 * 2 * 3 * 4,
		"Annulled Expired Granted NoAgreement NoConsent NotAuthorised NotYetValid Relinquished \
		 Revoked Suspended TypeNotEligible",
	);
}

#[test]
fn every_combination_at_home_should_have_the_answer_of_the_text() {
	let mut table = Table::default();
	let mut facts = facts_at_home();
	for (state, validity) in states() {
		let certificate = first_certificate(&mut facts);
		(certificate.state, certificate.validity) = (state, validity);
		for (halves, code) in HALVES
			.into_iter()
			.flat_map(|half| [(half, "AEOF"), (half, "AEOC")])
		{
			first_certificate(&mut facts).halves = halves;
			first_certificate(&mut facts).certificate_type = certificate_type(code);
			for requires in Requires::all() {
				for (certified, eligible) in roles() {
					first_certificate(&mut facts).roles = certified;
					for (asked, covered) in directions() {
						facts.direction = asked;
						let offer = &mut trader(&mut facts).domestic.as_mut()[0];
						offer.rows = only_row(Benefit::TradeRecovery, requires);
						(offer.roles, offer.directions) = (eligible, covered);
						for incident_open in [false, true] {
							facts.incident_open = incident_open;
							for standing in STANDINGS {
								trader(&mut facts).issuer.standing = standing;
								// One administration: what it is as issuer, it is as grantor.
								facts.grantor.standing = standing;
								table.compare(&facts);
							}
						}
					}
				}
			}
		}
	}
	table.ensure(
		states().len() * 3 * 2 * 3 * 4 * 6 * 2 * 4,
		"Annulled DirectionNotCovered Expired Granted IssuerUnverifiable NotAuthorised \
		 NotYetValid Relinquished Revoked RoleNotCertified RoleNotEligible Suspended \
		 TypeNotEligible",
	);
}
