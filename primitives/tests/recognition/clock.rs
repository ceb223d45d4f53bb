//! The edges of days: nothing but the clock moves.

use aeo_primitives::{
	recognition::{Denial, Facts, LegState},
	CertificateState, Date, Ended, Moment, Suspension, SuspensionEnd, SuspensionScope, UtcOffset,
	Validity,
};

use crate::world::{
	date, denial, ended, facts, facts_at_home, first_certificate, first_leg, trader, validity,
};

/// 2026-12-31T00:00:00Z.
const NEW_YEARS_EVE: Moment = 1_798_675_200_000;
const HOUR: Moment = 3_600_000;
const DAY: Moment = 24 * HOUR;

fn at(facts: &Facts, now: Moment) -> Option<Denial> {
	denial(&Facts {
		now,
		..facts.clone()
	})
}

fn utc() -> UtcOffset {
	UtcOffset::UTC
}

/// Scenario 16.
#[test]
fn a_certificate_should_grant_to_the_last_millisecond_of_its_issuers_day() {
	let facts = facts();
	// 2027-01-01T05:59:59.999Z.
	let last = 1_798_783_199_999;
	assert_eq!(at(&facts, last), None);
	assert_eq!(at(&facts, last + 1), Some(Denial::Expired));
	assert_eq!(at(&facts, Moment::MAX), Some(Denial::Expired));
}

#[test]
fn a_certificates_days_should_not_be_the_grantors() {
	let mut facts = facts();
	facts.grantor.utc_offset = UtcOffset::try_from(840).unwrap();
	assert_eq!(at(&facts, NEW_YEARS_EVE + DAY + 6 * HOUR - 1), None);
	trader(&mut facts).issuer.utc_offset = utc();
	assert_eq!(at(&facts, NEW_YEARS_EVE + DAY - 1), None);
	assert_eq!(at(&facts, NEW_YEARS_EVE + DAY), Some(Denial::Expired));
}

#[test]
fn a_certificate_should_not_grant_before_its_first_day() {
	let mut facts = facts();
	first_certificate(&mut facts).validity = validity("2026-12-31", "2027-12-31");
	assert_eq!(
		at(&facts, NEW_YEARS_EVE + 6 * HOUR - 1),
		Some(Denial::NotYetValid)
	);
	assert_eq!(at(&facts, NEW_YEARS_EVE + 6 * HOUR), None);
	assert_eq!(at(&facts, 0), Some(Denial::NotYetValid));
}

#[test]
fn a_renewal_filed_in_time_should_keep_the_certificate_in_force() {
	let mut facts = facts();
	let validity = first_certificate(&mut facts).validity.as_mut().unwrap();
	*validity = Validity {
		renewal_pending: true,
		..*validity
	};
	assert_eq!(at(&facts, NEW_YEARS_EVE + 400 * DAY), None);
}

#[test]
fn a_certificate_without_an_end_should_not_expire() {
	let mut facts = facts();
	first_certificate(&mut facts)
		.validity
		.as_mut()
		.unwrap()
		.until = None;
	assert_eq!(at(&facts, Moment::MAX), None);
}

#[test]
fn a_revocation_should_take_effect_with_its_day() {
	let mut facts = facts();
	for (state, expected) in [
		(
			CertificateState::Revoked(ended("2026-12-31")),
			Denial::Revoked,
		),
		(
			CertificateState::Relinquished(ended("2026-12-31")),
			Denial::Relinquished,
		),
	] {
		first_certificate(&mut facts).state = state;
		assert_eq!(at(&facts, NEW_YEARS_EVE + 6 * HOUR - 1), None);
		assert_eq!(at(&facts, NEW_YEARS_EVE + 6 * HOUR), Some(expected));
	}
}

#[test]
fn a_suspension_should_hold_until_a_revocation_takes_effect() {
	let mut facts = facts();
	let mut end = ended("2026-12-31");
	end.suspension = Some(Suspension {
		scope: SuspensionScope::Full,
		end: SuspensionEnd::Open,
	});
	first_certificate(&mut facts).state = CertificateState::Revoked(end);
	assert_eq!(
		at(&facts, NEW_YEARS_EVE + 6 * HOUR - 1),
		Some(Denial::Suspended)
	);
	assert_eq!(at(&facts, NEW_YEARS_EVE + 6 * HOUR), Some(Denial::Revoked));
}

#[test]
fn a_suspension_should_resume_only_where_its_order_says_so() {
	let mut facts = facts();
	first_certificate(&mut facts)
		.validity
		.as_mut()
		.unwrap()
		.until = None;
	let last = date("2026-12-31");
	for (end, after) in [
		(SuspensionEnd::ResumesAfter(last), None),
		(SuspensionEnd::DecisionAfter(last), Some(Denial::Suspended)),
		(SuspensionEnd::Open, Some(Denial::Suspended)),
	] {
		let scope = SuspensionScope::Full;
		first_certificate(&mut facts).state =
			CertificateState::Suspended(Suspension { scope, end });
		assert_eq!(
			at(&facts, NEW_YEARS_EVE + DAY + 6 * HOUR - 1),
			Some(Denial::Suspended)
		);
		assert_eq!(at(&facts, NEW_YEARS_EVE + DAY + 6 * HOUR), after);
	}
}

#[test]
fn a_leg_should_begin_with_its_grantors_day() {
	let mut facts = facts();
	facts.grantor.utc_offset = utc();
	first_leg(&mut facts).state = LegState::InForce {
		from: date("2026-12-31"),
	};
	assert_eq!(at(&facts, NEW_YEARS_EVE - 1), Some(Denial::NoAgreement));
	assert_eq!(at(&facts, NEW_YEARS_EVE), None);
}

/// Scenario 13 and invariant I24.
#[test]
fn a_leg_under_notice_should_grant_through_its_last_day() {
	let mut facts = facts();
	facts.grantor.utc_offset = utc();
	let (from, until) = (date("2026-01-01"), date("2026-12-30"));
	first_leg(&mut facts).state = LegState::NoticeGiven { from, until };
	assert_eq!(at(&facts, NEW_YEARS_EVE - 1), None);
	assert_eq!(at(&facts, NEW_YEARS_EVE), Some(Denial::NoAgreement));
}

#[test]
fn days_at_home_should_have_the_same_edges() {
	let facts = facts_at_home();
	assert_eq!(at(&facts, 1_798_783_199_999), None);
	assert_eq!(at(&facts, 1_798_783_200_000), Some(Denial::Expired));
}

/// UTC−6, UTC+0 and UTC+5:30.
const OFFSETS: [i16; 3] = [-360, 0, 330];

/// Days, each with its midnight in UTC: ordinary ones; 28 February before 1 March and before a leap
/// day, that day, and the one after it.
const DAYS: [(&str, Moment); 6] = [
	("2026-12-31", NEW_YEARS_EVE),
	("2027-06-15", 1_813_017_600_000),
	("2027-02-28", 1_803_772_800_000),
	("2028-02-28", 1_835_308_800_000),
	("2028-02-29", 1_835_395_200_000),
	("2028-03-01", 1_835_481_600_000),
];

/// What a day decides, where it is the day of the party in question.
type Edge = fn(&mut Facts, Date);

fn state(facts: &mut Facts, state: CertificateState) {
	first_certificate(facts).state = state;
}

fn ends(day: Date) -> Ended {
	Ended {
		from: day,
		suspension: None,
	}
}

/// An edge by name, and what holds before it and from it on.
type Named = (&'static str, Edge, Option<Denial>, Option<Denial>);

/// What begins with a day.
const BEGINNINGS: [Named; 4] = [
	(
		"first day",
		|facts, day| first_certificate(facts).validity.as_mut().unwrap().from = day,
		Some(Denial::NotYetValid),
		None,
	),
	(
		"revoked from",
		|facts, day| state(facts, CertificateState::Revoked(ends(day))),
		None,
		Some(Denial::Revoked),
	),
	(
		"relinquished from",
		|facts, day| state(facts, CertificateState::Relinquished(ends(day))),
		None,
		Some(Denial::Relinquished),
	),
	(
		"leg in force from",
		|facts, from| first_leg(facts).state = LegState::InForce { from },
		Some(Denial::NoAgreement),
		None,
	),
];

/// What a day ends.
const ENDS: [Named; 4] = [
	(
		"last day",
		|facts, day| first_certificate(facts).validity.as_mut().unwrap().until = Some(day),
		None,
		Some(Denial::Expired),
	),
	(
		"suspension that resumes",
		|facts, day| {
			let scope = SuspensionScope::Full;
			let end = SuspensionEnd::ResumesAfter(day);
			state(
				facts,
				CertificateState::Suspended(Suspension { scope, end }),
			);
		},
		Some(Denial::Suspended),
		None,
	),
	(
		"suspension that asks for a decision",
		|facts, day| {
			let scope = SuspensionScope::Full;
			let end = SuspensionEnd::DecisionAfter(day);
			state(
				facts,
				CertificateState::Suspended(Suspension { scope, end }),
			);
		},
		Some(Denial::Suspended),
		Some(Denial::Suspended),
	),
	(
		"leg under notice until",
		|facts, until| {
			let from = date("2026-01-01");
			first_leg(facts).state = LegState::NoticeGiven { from, until };
		},
		None,
		Some(Denial::NoAgreement),
	),
];

/// A day of the issuer for a certificate, of the grantor for a leg; the other's clocks stand at the
/// other end of the world.
#[test]
fn every_edge_should_be_at_midnight_of_the_party_whose_day_it_is() {
	let edges =
		(BEGINNINGS.iter().map(|edge| (edge, 0))).chain(ENDS.iter().map(|edge| (edge, DAY)));
	let mut looked_at = 0;
	for ((name, edge, before, after), later) in edges {
		for minutes in OFFSETS {
			for (day, midnight) in DAYS {
				let mut facts = facts();
				first_certificate(&mut facts)
					.validity
					.as_mut()
					.unwrap()
					.until = None;
				edge(&mut facts, date(day));
				let (own, others) = (minutes.try_into().unwrap(), 840.try_into().unwrap());
				if name.starts_with("leg") {
					(
						facts.grantor.utc_offset,
						trader(&mut facts).issuer.utc_offset,
					) = (own, others);
				} else {
					(
						facts.grantor.utc_offset,
						trader(&mut facts).issuer.utc_offset,
					) = (others, own);
				}
				let west = i64::from(-minutes) * 60_000;
				let moment = midnight.checked_add_signed(west).unwrap() + later;
				let seen = [moment - 1, moment, moment + 1].map(|now| at(&facts, now));
				let expected = [before.clone(), after.clone(), after.clone()];
				assert_eq!(seen, expected, "{name} {minutes} {day}");
				looked_at += 1;
			}
		}
	}
	assert_eq!(looked_at, 8 * 3 * 6);
}
