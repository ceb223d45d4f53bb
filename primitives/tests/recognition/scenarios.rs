//! The acceptance scenarios that the rule alone can show, by their numbers, and the precedence.

use aeo_primitives::{
	recognition::{
		evaluate, Admissions, Basis, ConsentMode, Denial, Facts, LegState, Outcome, Resolution,
		Standing, Succession, TraderState,
	},
	tin::Reason,
	Benefit, CertificateState, Direction, Halves, Requires, Role, Roles, SuspensionScope,
	Territory,
};

use crate::world::{
	benefits, certificate, certificate_type, date, denial, ended, facts, facts_at_home,
	first_certificate, first_leg, leg, row, sources, suspended, trader, validity,
};

/// The certificate that the denial is about.
fn nearest(facts: &Facts) -> (Denial, Option<String>) {
	match evaluate(facts).outcome {
		Outcome::Denied {
			denial,
			certificate,
		} => (denial, certificate.map(Into::into)),
		Outcome::Granted(_) => panic!("granted"),
	}
}

fn two_certificates() -> Facts {
	let mut facts = facts();
	trader(&mut facts).certificates = vec![certificate("MX-1"), certificate("MX-2")]
		.try_into()
		.unwrap();
	facts
}

#[test]
fn scenario_1_a_leg_in_force_should_give_benefits() {
	let mut facts = facts();
	assert_eq!(
		sources(&evaluate(&facts)),
		[
			(
				Benefit::FewerInspections,
				"MX-1".into(),
				Basis::Agreement(7)
			),
			(Benefit::TradeRecovery, "MX-1".into(), Basis::Agreement(7)),
		]
	);
	first_leg(&mut facts).state = LegState::InForce {
		from: date("2026-07-02"),
	};
	assert_eq!(denial(&facts), Some(Denial::NoAgreement));
}

#[test]
fn scenario_2_a_suspension_should_stop_benefits_and_a_reinstatement_restore_them() {
	let mut facts = facts();
	first_certificate(&mut facts).state = suspended(SuspensionScope::Full);
	assert_eq!(nearest(&facts), (Denial::Suspended, Some("MX-1".into())));
	first_certificate(&mut facts).state = CertificateState::Authorised;
	assert_eq!(denial(&facts), None);
}

#[test]
fn scenario_3_a_suspended_half_should_drop_the_rows_that_require_it() {
	for mut facts in [facts(), facts_at_home()] {
		first_certificate(&mut facts).state = suspended(SuspensionScope::Security);
		assert_eq!(benefits(&evaluate(&facts)), [Benefit::TradeRecovery]);
		first_certificate(&mut facts).state = suspended(SuspensionScope::Customs);
		assert_eq!(benefits(&evaluate(&facts)).len(), 2);
	}
}

#[test]
fn a_certificate_with_one_half_should_be_suspended_with_it() {
	let mut facts = facts();
	first_certificate(&mut facts).halves = Halves::Security;
	first_certificate(&mut facts).state = suspended(SuspensionScope::Security);
	assert_eq!(denial(&facts), Some(Denial::Suspended));
}

#[test]
fn scenario_4_a_suspended_recognition_should_stop_one_grantor() {
	let mut facts = facts();
	first_certificate(&mut facts).recognition_suspended = true;
	assert_eq!(denial(&facts), Some(Denial::RecognitionSuspended));
	let mut at_home = facts_at_home();
	first_certificate(&mut at_home).recognition_suspended = true;
	assert_eq!(denial(&at_home), None, "it is about foreign certificates");
}

#[test]
fn scenario_5_a_second_agreement_should_go_on_giving() {
	let mut facts = facts();
	let second = leg(9, &[row(Benefit::TradeRecovery, Requires::Either)]);
	trader(&mut facts).legs.try_insert(0, second).unwrap();
	assert_eq!(
		sources(&evaluate(&facts)),
		[
			(
				Benefit::FewerInspections,
				"MX-1".into(),
				Basis::Agreement(7)
			),
			(Benefit::TradeRecovery, "MX-1".into(), Basis::Agreement(7)),
		]
	);
	trader(&mut facts).legs.as_mut()[1].state = LegState::Suspended;
	assert_eq!(
		sources(&evaluate(&facts)),
		[(Benefit::TradeRecovery, "MX-1".into(), Basis::Agreement(9))]
	);
}

#[test]
fn scenario_6_a_withdrawn_consent_should_stop_benefits() {
	let mut facts = facts();
	first_certificate(&mut facts).consent.exceptions = vec![7].try_into().unwrap();
	assert_eq!(denial(&facts), Some(Denial::NoConsent));
	first_certificate(&mut facts).consent.mode = ConsentMode::Asked;
	assert_eq!(denial(&facts), None, "given for this agreement");
}

#[test]
fn scenario_7_a_broker_should_not_be_eligible_where_none_is() {
	let mut facts = facts();
	facts.role = Role::CustomsBroker;
	assert_eq!(denial(&facts), Some(Denial::RoleNotCertified));
	first_certificate(&mut facts).roles = Roles::new([Role::CustomsBroker]).unwrap();
	assert_eq!(denial(&facts), Some(Denial::RoleNotEligible));
}

#[test]
fn scenario_8_an_export_should_not_be_covered_by_an_imports_only_leg() {
	let mut facts = facts();
	facts.direction = Direction::Export;
	assert_eq!(denial(&facts), Some(Denial::DirectionNotCovered));
}

#[test]
fn scenario_11_an_unconfirmed_alias_should_yield_nothing() {
	let mut facts = facts();
	for (resolution, expected) in [
		(Resolution::AliasUnconfirmed, Denial::AliasUnconfirmed),
		(Resolution::NoMatch, Denial::NoMatch),
		(
			Resolution::NotANumber(Reason::ZeroMissing),
			Denial::NotANumber {
				reason: Reason::ZeroMissing,
			},
		),
	] {
		facts.trader = resolution;
		assert_eq!(nearest(&facts), (expected, None));
	}
}

#[test]
fn scenario_14_a_quarantine_should_deny_by_itself_and_mark_by_the_council() {
	let mut facts = facts();
	trader(&mut facts).issuer.standing = Standing::QuarantinedByItself;
	assert_eq!(
		nearest(&facts),
		(Denial::IssuerUnverifiable, Some("MX-1".into()))
	);
	trader(&mut facts).issuer.standing = Standing::QuarantinedByCouncil;
	let answer = evaluate(&facts);
	assert!(answer.issuer_quarantined);
	assert_eq!(benefits(&answer).len(), 2);
}

#[test]
fn a_leg_should_count_only_while_its_grantor_does() {
	let mut facts = facts();
	for (standing, expected) in [
		(Standing::Withdrawn, Some(Denial::NoAgreement)),
		(Standing::QuarantinedByItself, Some(Denial::NoAgreement)),
		(Standing::QuarantinedByCouncil, None),
	] {
		facts.grantor.standing = standing;
		assert_eq!(denial(&facts), expected);
		assert!(!evaluate(&facts).issuer_quarantined);
	}
}

#[test]
fn scenario_21_an_open_incident_should_give_priority() {
	let mut facts = facts();
	facts.incident_open = true;
	assert!(evaluate(&facts).priority);
	first_leg(&mut facts).offer.rows = leg(7, &[row(Benefit::ReducedData, Requires::Either)])
		.offer
		.rows;
	assert!(!evaluate(&facts).priority);
}

#[test]
fn scenario_27_a_merged_trader_should_say_into_whom() {
	let mut facts = facts();
	let into = "MXABC010101AB9".parse().ok();
	trader(&mut facts).state = TraderState::Merged {
		into: into.clone().unwrap(),
	};
	let merged = Denial::TraderNotActive { merged_into: into };
	assert_eq!(nearest(&facts), (merged, None));
	trader(&mut facts).state = TraderState::Closed;
	assert_eq!(
		denial(&facts),
		Some(Denial::TraderNotActive { merged_into: None })
	);
}

#[test]
fn a_trader_without_certificates_should_not_be_authorised() {
	let mut facts = facts();
	trader(&mut facts).certificates = Default::default();
	assert_eq!(nearest(&facts), (Denial::NotAuthorised, None));
	trader(&mut facts).issuer.standing = Standing::Withdrawn;
	assert_eq!(nearest(&facts), (Denial::IssuerUnverifiable, None));
}

#[test]
fn at_home_the_programmes_own_rows_should_count() {
	let mut facts = facts_at_home();
	let answer = evaluate(&facts);
	assert!(sources(&answer)
		.iter()
		.all(|(.., basis)| *basis == Basis::Domestic));
	assert_eq!(
		benefits(&answer),
		[Benefit::FewerInspections, Benefit::TradeRecovery]
	);
	facts.direction = Direction::Export;
	assert_eq!(denial(&facts), Some(Denial::DirectionNotCovered));
	trader(&mut facts).domestic = Default::default();
	assert_eq!(denial(&facts), Some(Denial::TypeNotEligible));
}

#[test]
fn certificates_should_add_up() {
	let mut facts = two_certificates();
	let certificates = trader(&mut facts).certificates.as_mut();
	certificates[0].state = suspended(SuspensionScope::Security);
	certificates[1].certificate_type = certificate_type("OTHER");
	assert_eq!(benefits(&evaluate(&facts)), [Benefit::TradeRecovery]);
	trader(&mut facts).certificates.as_mut()[1].certificate_type = certificate_type("AEOF");
	assert_eq!(
		sources(&evaluate(&facts)),
		[
			(
				Benefit::FewerInspections,
				"MX-2".into(),
				Basis::Agreement(7)
			),
			(Benefit::TradeRecovery, "MX-1".into(), Basis::Agreement(7)),
		]
	);
}

#[test]
fn a_benefit_should_name_the_certificate_that_is_valid_longest() {
	let mut facts = two_certificates();
	let named = |facts: &Facts| sources(&evaluate(facts)).remove(0).1;
	assert_eq!(named(&facts), "MX-1", "the smaller number");
	trader(&mut facts).certificates.as_mut()[1].validity = validity("2024-01-01", "2027-01-01");
	assert_eq!(named(&facts), "MX-2");
	first_certificate(&mut facts)
		.validity
		.as_mut()
		.unwrap()
		.until = None;
	assert_eq!(named(&facts), "MX-1", "valid without an end");
}

#[test]
fn the_later_check_should_win_over_the_later_date() {
	let mut facts = two_certificates();
	let certificates = trader(&mut facts).certificates.as_mut();
	certificates[0].validity = validity("2020-01-01", "2099-12-31");
	certificates[0].state = suspended(SuspensionScope::Full);
	certificates[1].recognition_suspended = true;
	assert_eq!(
		nearest(&facts),
		(Denial::RecognitionSuspended, Some("MX-2".into()))
	);
}

#[test]
fn of_two_at_one_check_the_longer_valid_should_speak_then_the_smaller_number() {
	let mut facts = two_certificates();
	let certificates = trader(&mut facts).certificates.as_mut();
	certificates[0].state = CertificateState::Revoked(ended("2026-01-01"));
	certificates[1].state = CertificateState::Annulled;
	assert_eq!(nearest(&facts), (Denial::Revoked, Some("MX-1".into())));
	trader(&mut facts).certificates.as_mut()[1].validity = validity("2024-01-01", "2027-06-30");
	assert_eq!(nearest(&facts), (Denial::Annulled, Some("MX-2".into())));
	first_certificate(&mut facts).validity = None;
	trader(&mut facts).certificates.as_mut().swap(0, 1);
	assert_eq!(nearest(&facts), (Denial::Annulled, Some("MX-2".into())));
}

#[test]
fn of_several_legs_the_one_that_got_furthest_should_speak() {
	let mut facts = facts();
	let mut other = leg(9, &[row(Benefit::TradeRecovery, Requires::Either)]);
	other.offer.types = Default::default();
	trader(&mut facts).legs.try_push(other).unwrap();
	facts.direction = Direction::Export;
	assert_eq!(denial(&facts), Some(Denial::DirectionNotCovered));
	trader(&mut facts).legs.remove(0);
	assert_eq!(denial(&facts), Some(Denial::TypeNotEligible));
}

/// Nobody but its parties brings an agreement back: not the council that admits one again.
#[test]
fn a_leg_should_count_only_in_the_admissions_in_which_both_ends_signed_it() {
	let granted = evaluate(&facts());
	for end in [Territory::MX, Territory::CR] {
		let mut facts = facts();
		let administration = match end {
			Territory::MX => &mut trader(&mut facts).issuer,
			_ => &mut facts.grantor,
		};
		administration.admission = 8;
		assert_eq!(denial(&facts), Some(Denial::NoAgreement));
		// Both sign anew.
		let signed_in = Admissions::of(&trader(&mut facts).issuer.clone(), &facts.grantor);
		first_leg(&mut facts).signed_in = signed_in;
		assert_eq!(evaluate(&facts), granted);
	}
}

/// The European Union's new status takes the place of a type of AEO: nothing is converted.
#[test]
fn a_type_should_count_as_its_successor_once_that_day_has_begun() {
	let with = |from: &str, named: &str| {
		let mut facts = facts();
		first_certificate(&mut facts).succeeded_by = Some(Succession {
			by: certificate_type("TRUST"),
			from: date(from),
		});
		first_leg(&mut facts).offer.types = vec![certificate_type(named)].try_into().unwrap();
		matches!(evaluate(&facts).outcome, Outcome::Granted(_))
	};
	// Partners that name the old type go on, before and after; the others follow.
	for from in ["2024-01-01", "2032-01-01"] {
		assert!(with(from, "AEOF"));
		assert!(!with(from, "AEOC"));
	}
	assert!(with("2024-01-01", "TRUST"));
	assert!(!with("2032-01-01", "TRUST"));
}

/// The day begins where the issuer is, to the millisecond.
#[test]
fn a_succession_should_begin_with_its_issuers_day() {
	let mut facts = facts();
	let from = date("2026-11-25");
	first_certificate(&mut facts).succeeded_by = Some(Succession {
		by: certificate_type("TRUST"),
		from,
	});
	first_leg(&mut facts).offer.types = vec![certificate_type("TRUST")].try_into().unwrap();
	let Resolution::Found(trader) = &facts.trader else {
		panic!("there is a trader")
	};
	let begin = from.first_moment(trader.issuer.utc_offset);
	for (now, is_granted) in [(begin - 1, false), (begin, true)] {
		facts.now = now;
		let granted = matches!(evaluate(&facts).outcome, Outcome::Granted(_));
		assert_eq!(granted, is_granted);
	}
}
