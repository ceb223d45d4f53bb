//! Section 7 of the domain specification, read sentence by sentence.
//!
//! Written apart from the implementation and in another shape: it narrows lists down, certificate
//! by certificate, where the implementation walks paths; it does its own arithmetic with dates; and
//! it sorts at the end what the implementation compares on its way.

use aeo_primitives::{
	recognition::{
		Answer, Basis, Certificate, ConsentMode, ConsentNeed, Denial, Entitlement, Facts, Leg,
		LegState, Offer, Outcome, Resolution, Standing, TraderState,
	},
	Benefit, CertificateState, Date, Halves, Requires, Row, SuspensionEnd, SuspensionScope,
	UtcOffset,
};

/// Milliseconds since 1970, which may be before it, of the local midnight that begins `date`.
fn midnight(date: Date, offset: UtcOffset) -> i128 {
	let text = date.to_string();
	let part = |range| {
		text.get::<std::ops::Range<usize>>(range)
			.unwrap()
			.parse::<i128>()
			.unwrap()
	};
	let (year, month, day) = (part(0..4), part(5..7), part(8..10));
	// The day number of the civil calendar with March as the first month (Zeller's congruence).
	let (y, m) = if month < 3 {
		(year - 1, month + 12)
	} else {
		(year, month)
	};
	let number = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m - 457) / 5 + day - 719_469;
	number * 86_400_000 - i128::from(offset.minutes()) * 60_000
}

fn has_begun(date: Date, facts: &Facts, offset: UtcOffset) -> bool {
	i128::from(facts.now) >= midnight(date, offset)
}

fn is_over(date: Date, facts: &Facts, offset: UtcOffset) -> bool {
	i128::from(facts.now) >= midnight(date, offset) + 86_400_000
}

/// Check 4: `NotAuthorised`, `Annulled`, `Revoked`, `Relinquished`, `NotYetValid`, `Expired` or
/// `Suspended`; and the scope that is suspended of a certificate that is in force.
fn standing(
	certificate: &Certificate,
	facts: &Facts,
	offset: UtcOffset,
) -> Result<Option<SuspensionScope>, Denial> {
	let mut suspension = None;
	match certificate.state {
		CertificateState::Annulled => return Err(Denial::Annulled),
		CertificateState::Authorised => {}
		CertificateState::Suspended(one) => suspension = Some(one),
		CertificateState::Revoked(end) if has_begun(end.from, facts, offset) => {
			return Err(Denial::Revoked)
		}
		CertificateState::Relinquished(end) if has_begun(end.from, facts, offset) => {
			return Err(Denial::Relinquished)
		}
		CertificateState::Revoked(end) | CertificateState::Relinquished(end) => {
			suspension = end.suspension
		}
		_ => return Err(Denial::NotAuthorised),
	}
	let Some(validity) = certificate.validity else {
		return Err(Denial::NotAuthorised);
	};
	if !has_begun(validity.from, facts, offset) {
		return Err(Denial::NotYetValid);
	}
	if let Some(last) = validity.until {
		if is_over(last, facts, offset) && !validity.renewal_pending {
			return Err(Denial::Expired);
		}
	}
	let scope = suspension.and_then(|one| match one.end {
		SuspensionEnd::ResumesAfter(last) if is_over(last, facts, offset) => None,
		_ => Some(one.scope),
	});
	match (scope, certificate.halves) {
		(Some(SuspensionScope::Full), _)
		| (Some(SuspensionScope::Customs), Halves::Customs)
		| (Some(SuspensionScope::Security), Halves::Security) => Err(Denial::Suspended),
		_ => Ok(scope),
	}
}

fn leg_in_force(leg: &Leg, facts: &Facts) -> bool {
	let offset = facts.grantor.utc_offset;
	let operates = match leg.state {
		LegState::InForce { from } => has_begun(from, facts, offset),
		LegState::NoticeGiven { from, until } => {
			has_begun(from, facts, offset) && !is_over(until, facts, offset)
		}
		_ => false,
	};
	let grantor = facts.grantor.standing;
	let Resolution::Found(trader) = &facts.trader else {
		panic!("no trader")
	};
	let is_signed_anew = leg.signed_in.issuer != trader.issuer.admission
		|| leg.signed_in.grantor != facts.grantor.admission;
	!is_signed_anew
		&& operates
		&& (grantor == Standing::Admitted || grantor == Standing::QuarantinedByCouncil)
}

/// One certificate: the rows it is given, or the check it failed at with its place in the text.
fn certificate_rows(
	certificate: &Certificate,
	facts: &Facts,
) -> Result<Vec<(Row, Basis)>, (u32, Denial)> {
	let Resolution::Found(trader) = &facts.trader else {
		panic!("no trader")
	};
	let issuer = &trader.issuer;
	if matches!(
		issuer.standing,
		Standing::Withdrawn | Standing::QuarantinedByItself
	) {
		return Err((1, Denial::IssuerUnverifiable));
	}
	let scope = standing(certificate, facts, issuer.utc_offset).map_err(|denial| (2, denial))?;
	if !certificate.roles.iter().any(|role| role == facts.role) {
		return Err((3, Denial::RoleNotCertified));
	}
	let domestic = facts.grantor.territory == issuer.territory;
	let mut offers: Vec<(&Offer, Basis, bool)> = if domestic {
		trader
			.domestic
			.iter()
			.map(|offer| (offer, Basis::Domestic, true))
			.collect()
	} else {
		let in_force: Vec<_> = trader
			.legs
			.iter()
			.filter(|leg| leg_in_force(leg, facts))
			.collect();
		if in_force.is_empty() {
			return Err((4, Denial::NoAgreement));
		}
		let consent = |leg: &Leg| match (leg.consent, certificate.consent.mode) {
			(ConsentNeed::NotNeeded, _) => true,
			(ConsentNeed::Needed, mode) => {
				let excepted = certificate.consent.exceptions.contains(&leg.agreement);
				(mode == ConsentMode::Standing) != excepted
			}
		};
		in_force
			.into_iter()
			.map(|leg| (&leg.offer, Basis::Agreement(leg.agreement), consent(leg)))
			.collect()
	};
	let mut types = vec![&certificate.certificate_type];
	if let Some(succession) = &certificate.succeeded_by {
		if has_begun(succession.from, facts, issuer.utc_offset) {
			types.push(&succession.by);
		}
	}
	offers.retain(|(offer, ..)| offer.types.iter().any(|named| types.contains(&named)));
	if offers.is_empty() {
		return Err((5, Denial::TypeNotEligible));
	}
	offers.retain(|(offer, ..)| offer.roles.iter().any(|role| role == facts.role));
	if offers.is_empty() {
		return Err((6, Denial::RoleNotEligible));
	}
	offers.retain(|(offer, ..)| offer.directions.iter().any(|way| way == facts.direction));
	if offers.is_empty() {
		return Err((7, Denial::DirectionNotCovered));
	}
	offers.retain(|(.., consent)| *consent);
	if offers.is_empty() {
		return Err((8, Denial::NoConsent));
	}
	if !domestic && certificate.recognition_suspended {
		return Err((9, Denial::RecognitionSuspended));
	}
	let mut rows: Vec<(Row, Basis)> = Vec::new();
	for (offer, basis, _) in offers {
		rows.extend(offer.rows.iter().map(|row| (row, basis)));
	}
	rows.retain(|(row, _)| {
		!matches!(
			(scope, row.requires),
			(Some(SuspensionScope::Customs), Requires::Customs)
				| (Some(SuspensionScope::Security), Requires::Security)
		)
	});
	if rows.is_empty() {
		return Err((10, Denial::Suspended));
	}
	Ok(rows)
}

/// The answer that the text gives.
pub fn answer(facts: &Facts) -> Answer {
	let denied = |denial, certificate| Outcome::Denied {
		denial,
		certificate,
	};
	let trader = match &facts.trader {
		Resolution::NoMatch => return unmarked(denied(Denial::NoMatch, None)),
		Resolution::NotANumber(reason) => {
			return unmarked(denied(Denial::NotANumber { reason: *reason }, None));
		}
		Resolution::AliasUnconfirmed => return unmarked(denied(Denial::AliasUnconfirmed, None)),
		Resolution::Found(trader) => trader,
	};
	let mut answer = unmarked(denied(Denial::NotAuthorised, None));
	answer.issuer_quarantined = trader.issuer.standing == Standing::QuarantinedByCouncil;
	answer.other_number = trader.other_number.clone();
	match &trader.state {
		TraderState::Active => {}
		TraderState::Closed => {
			answer.outcome = denied(Denial::TraderNotActive { merged_into: None }, None);
			return answer;
		}
		TraderState::Merged { into } => {
			let merged_into = Some(into.clone());
			answer.outcome = denied(Denial::TraderNotActive { merged_into }, None);
			return answer;
		}
	}
	if matches!(
		trader.issuer.standing,
		Standing::Withdrawn | Standing::QuarantinedByItself
	) {
		answer.outcome = denied(Denial::IssuerUnverifiable, None);
	}

	// "ties: later valid_until, then certificate number": the first of the list speaks first.
	let mut certificates: Vec<&Certificate> = trader.certificates.iter().collect();
	certificates.sort_by_key(|certificate| certificate.number.to_string());
	certificates.sort_by_key(|certificate| match certificate.validity {
		None => 1,
		Some(validity) => validity
			.until
			.map_or(i128::MIN, |day| -midnight(day, UtcOffset::UTC)),
	});
	let mut furthest = 0;
	let mut entitlements: Vec<Entitlement> = Vec::new();
	for certificate in certificates {
		match certificate_rows(certificate, facts) {
			Ok(rows) => entitlements.extend(rows.into_iter().map(|(row, basis)| Entitlement {
				benefit: row.benefit,
				certificate: certificate.number.clone(),
				basis,
			})),
			Err((place, denial)) if place > furthest => {
				furthest = place;
				answer.outcome = denied(denial, Some(certificate.number.clone()));
			}
			Err(_) => {}
		}
	}
	if entitlements.is_empty() {
		return answer;
	}
	answer.priority = facts.incident_open
		&& entitlements
			.iter()
			.any(|one| one.benefit == Benefit::TradeRecovery);
	let mut union: Vec<Entitlement> = Vec::new();
	for benefit in Benefit::ALL {
		let mut of_benefit: Vec<_> = entitlements
			.iter()
			.filter(|one| one.benefit == *benefit)
			.cloned()
			.collect();
		if let Some(first) = of_benefit.first().map(|one| one.certificate.clone()) {
			of_benefit.retain(|one| one.certificate == first);
			union.extend(of_benefit.into_iter().min_by_key(|one| one.basis));
		}
	}
	answer.outcome = Outcome::Granted(union.try_into().unwrap());
	answer
}

fn unmarked(outcome: Outcome) -> Answer {
	Answer {
		outcome,
		issuer_quarantined: false,
		other_number: None,
		priority: false,
	}
}
