//! Each branch of the rule.

use crate::world::{classes, date, facts, kind, leg, validity, Facts, DAY};
use aeo_primitives::{
	recognition::{ConsentMode, ConsentNeed, LegState, Standing, Succession},
	CertificateState, DataClass, DataClasses, Ended, Suspension, SuspensionEnd, SuspensionScope,
	Territory, UtcOffset, SHARED_AFTER_END,
};
use DataClass::{Contact, Identity, Reason, Sites};

const NONE: &[DataClass] = &[];
const SOME: &[DataClass] = &[Identity, Sites];

/// Fails where the facts, changed so, do not share just these classes.
fn assert_shared(change: impl FnOnce(&mut Facts), expected: &[DataClass]) {
	let mut facts = facts();
	change(&mut facts);
	assert_eq!(facts.shared(), classes(expected), "{facts:?}");
}

fn suspension() -> Suspension {
	Suspension {
		scope: SuspensionScope::Full,
		end: SuspensionEnd::Open,
	}
}

fn ended(from: &str) -> Ended {
	Ended {
		from: date(from),
		suspension: Some(suspension()),
	}
}

#[test]
fn a_leg_in_force_should_share_its_classes() {
	assert_shared(|_| {}, SOME);
	assert_shared(|facts| facts.legs.clear(), NONE);
	assert_shared(|facts| facts.legs[0].classes = DataClasses::default(), NONE);
}

#[test]
fn an_issuer_should_read_all_of_its_own() {
	let all = DataClass::ALL;
	assert_shared(|facts| facts.reader = facts.issuer.clone(), all);
	// Whatever else may be.
	assert_shared(
		|facts| {
			facts.issuer.standing = Standing::Withdrawn;
			facts.reader = facts.issuer.clone();
			facts.certificate.state = CertificateState::Applied;
			facts.certificate.validity = None;
			facts.legs.clear();
		},
		all,
	);
}

#[test]
fn nothing_should_be_shared_where_one_of_both_does_not_count() {
	for (standing, expected) in [
		(Standing::Withdrawn, NONE),
		(Standing::QuarantinedByItself, NONE),
		(Standing::QuarantinedByCouncil, SOME),
		(Standing::Admitted, SOME),
	] {
		assert_shared(|facts| facts.issuer.standing = standing, expected);
		assert_shared(|facts| facts.reader.standing = standing, expected);
	}
}

#[test]
fn an_application_should_not_be_shared() {
	for state in [
		CertificateState::Applied,
		CertificateState::Accepted,
		CertificateState::Rejected,
		CertificateState::ApplicationWithdrawn,
		CertificateState::Refused,
	] {
		assert_shared(|facts| facts.certificate.state = state, NONE);
	}
	for state in [
		CertificateState::Authorised,
		CertificateState::Suspended(suspension()),
		CertificateState::Revoked(ended("2026-06-30")),
		CertificateState::Relinquished(ended("2026-06-30")),
		CertificateState::Annulled,
	] {
		assert_shared(|facts| facts.certificate.state = state, SOME);
		assert_shared(
			|facts| {
				facts.certificate.state = state;
				facts.certificate.validity = None;
			},
			NONE,
		);
	}
}

#[test]
fn a_suspended_certificate_should_go_on_being_shared() {
	let suspended = CertificateState::Suspended(suspension());
	assert_shared(|facts| facts.certificate.state = suspended, SOME);
	// And one that is not valid yet.
	assert_shared(
		|facts| {
			facts.certificate.validity = Some(aeo_primitives::Validity {
				from: date("2026-12-01"),
				until: None,
				renewal_pending: false,
			})
		},
		SOME,
	);
}

/// Through the last moment of the 365th day after the certificate's last one, where the issuer is.
#[test]
fn an_expired_certificate_should_be_shared_for_365_days() {
	let west = UtcOffset::try_from(-360).unwrap();
	let last = date("2025-06-30").last_moment(west);
	assert_eq!(
		last + SHARED_AFTER_END,
		date("2026-06-30").last_moment(west)
	);
	let at = |now| {
		move |facts: &mut Facts| {
			facts.certificate.validity = Some(validity(Some("2025-06-30")));
			facts.now = now;
		}
	};
	assert_shared(at(last + SHARED_AFTER_END), SOME);
	assert_shared(at(last + SHARED_AFTER_END + 1), NONE);
	assert_shared(
		|facts| {
			at(last + 2 * SHARED_AFTER_END)(facts);
			facts.certificate.validity = Some(validity(None));
		},
		SOME,
	);
	// A renewal that is pending keeps it in force.
	assert_shared(
		|facts| {
			at(last + 2 * SHARED_AFTER_END)(facts);
			if let Some(validity) = &mut facts.certificate.validity {
				validity.renewal_pending = true;
			}
		},
		SOME,
	);
}

#[test]
fn a_certificate_that_was_ended_should_be_shared_for_365_days() {
	let west = UtcOffset::try_from(-360).unwrap();
	let last = date("2025-06-30").last_moment(west);
	for state in [CertificateState::Revoked, CertificateState::Relinquished] {
		let at = |now, until| {
			move |facts: &mut Facts| {
				facts.certificate.state = state(ended("2025-07-01"));
				facts.certificate.validity = Some(validity(until));
				facts.now = now;
			}
		};
		for until in [None, Some("2025-06-30"), Some("2026-12-31")] {
			assert_shared(at(last + SHARED_AFTER_END, until), SOME);
			assert_shared(at(last + SHARED_AFTER_END + 1, until), NONE);
		}
		// One that was over before is over since then.
		assert_shared(at(last - DAY + SHARED_AFTER_END, Some("2025-06-29")), SOME);
		assert_shared(
			at(last - DAY + SHARED_AFTER_END + 1, Some("2025-06-29")),
			NONE,
		);
		// An end that is to come ends nothing.
		assert_shared(
			|facts| facts.certificate.state = state(ended("2026-12-01")),
			SOME,
		);
	}
}

#[test]
fn an_annulled_certificate_should_be_shared_for_365_days_since_the_chain_knows() {
	let after = |milliseconds| {
		move |facts: &mut Facts| {
			facts.certificate.state = CertificateState::Annulled;
			// Its dates say nothing any more.
			facts.certificate.validity = Some(validity(Some("2024-12-31")));
			facts.since = facts.now - milliseconds;
		}
	};
	assert_shared(after(SHARED_AFTER_END), SOME);
	assert_shared(after(SHARED_AFTER_END + 1), NONE);
}

/// The days of a leg are its reader's: here an hour east of Greenwich.
#[test]
fn a_leg_should_share_while_it_is_in_force_where_its_reader_is() {
	let from = date("2026-07-01");
	let east = UtcOffset::try_from(60).unwrap();
	for (state, now, expected) in [
		(LegState::Pending, 0, NONE),
		(LegState::Suspended, 0, NONE),
		(LegState::Ended, 0, NONE),
		(LegState::InForce { from }, from.first_moment(east), SOME),
		(
			LegState::InForce { from },
			from.first_moment(east) - 1,
			NONE,
		),
		(
			LegState::NoticeGiven { from, until: from },
			from.last_moment(east),
			SOME,
		),
		(
			LegState::NoticeGiven { from, until: from },
			from.last_moment(east) + 1,
			NONE,
		),
	] {
		assert_shared(
			|facts| {
				facts.legs[0].state = state;
				if now > 0 {
					facts.now = now;
				}
			},
			expected,
		);
	}
}

#[test]
fn a_leg_should_share_what_is_of_its_types() {
	assert_shared(|facts| facts.legs[0].types = Default::default(), NONE);
	let other = |facts: &mut Facts| facts.certificate.certificate_type = kind("AEOS");
	assert_shared(other, NONE);
	for (by, from, expected) in [
		("AEOF", "2026-07-01", SOME),
		("AEOF", "2026-07-02", NONE),
		("AEOC", "2026-07-01", NONE),
	] {
		assert_shared(
			|facts| {
				other(facts);
				facts.certificate.succeeded_by = Some(Succession {
					by: kind(by),
					from: date(from),
				});
			},
			expected,
		);
	}
}

#[test]
fn a_leg_that_needs_consent_should_share_where_it_is_given() {
	for (mode, exceptions, expected) in [
		(ConsentMode::Asked, vec![], NONE),
		(ConsentMode::Asked, vec![1], SOME),
		(ConsentMode::Asked, vec![2], NONE),
		(ConsentMode::Standing, vec![], SOME),
		(ConsentMode::Standing, vec![1], NONE),
		(ConsentMode::Standing, vec![2], SOME),
	] {
		let consent = |facts: &mut Facts| {
			facts.certificate.consent.mode = mode;
			facts.certificate.consent.exceptions = exceptions.clone().try_into().unwrap();
		};
		assert_shared(
			|facts| {
				consent(facts);
				facts.legs[0].consent = ConsentNeed::Needed;
			},
			expected,
		);
		assert_shared(consent, SOME);
	}
}

#[test]
fn legs_should_share_their_union() {
	assert_shared(
		|facts| {
			facts.legs.push(leg(2, &[Sites, Reason]));
			let mut needs = leg(3, &[Contact]);
			needs.consent = ConsentNeed::Needed;
			facts.legs.push(needs);
		},
		&[Identity, Sites, Reason],
	);
	assert_shared(
		|facts| {
			facts.legs.push(leg(2, &[Contact]));
			facts.legs[0].state = LegState::Suspended;
		},
		&[Contact],
	);
}

#[test]
fn who_is_no_party_should_read_nothing() {
	assert_shared(
		|facts| {
			facts.reader.territory = Territory::PE;
			facts.legs.clear();
		},
		NONE,
	);
}

#[test]
fn a_leg_should_disclose_only_in_force_and_something() {
	let facts = facts();
	let offset = facts.reader.utc_offset;
	assert!(facts.legs[0].discloses(facts.now, offset));
	for change in [
		(|leg: &mut aeo_primitives::DisclosedLeg| leg.state = LegState::Suspended)
			as fn(&mut aeo_primitives::DisclosedLeg),
		|leg| leg.classes = DataClasses::default(),
	] {
		let mut leg = facts.legs[0].clone();
		change(&mut leg);
		assert!(!leg.discloses(facts.now, offset));
	}
}
