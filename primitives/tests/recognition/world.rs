//! Mexico certifies, Costa Rica grants: facts to start from, and short ways to write them.

use aeo_primitives::{
	recognition::{
		evaluate, Administration, Admissions, Answer, Basis, Certificate, Consent, ConsentMode,
		ConsentNeed, Denial, Facts, Leg, LegState, Offer, Outcome, Resolution, Standing, Trader,
		TraderState,
	},
	Benefit, CertificateState, CertificateType, Date, Direction, Directions, EligibleRoles, Ended,
	Halves, Moment, Requires, Role, Roles, Row, Rows, Suspension, SuspensionEnd, SuspensionScope,
	Territory, UtcOffset, Validity,
};

/// 2026-07-01T12:00:00Z.
pub const NOON: Moment = 1_782_907_200_000;

pub fn date(text: &str) -> Date {
	text.parse().unwrap()
}

pub fn administration(territory: Territory) -> Administration {
	Administration {
		territory,
		utc_offset: UtcOffset::try_from(-360).unwrap(),
		standing: Standing::Admitted,
		admission: 7,
	}
}

pub fn certificate_type(code: &str) -> CertificateType {
	CertificateType {
		programme: "AEO".parse().unwrap(),
		code: code.parse().unwrap(),
	}
}

pub fn row(benefit: Benefit, requires: Requires) -> Row {
	Row { benefit, requires }
}

pub fn offer(rows: &[Row]) -> Offer {
	Offer {
		types: vec![certificate_type("AEOF")].try_into().unwrap(),
		roles: EligibleRoles::new([Role::Manufacturer, Role::Exporter]).unwrap(),
		directions: Directions::new([Direction::Import]).unwrap(),
		rows: Rows::new(rows.iter().copied()).unwrap(),
	}
}

pub fn leg(agreement: u32, rows: &[Row]) -> Leg {
	Leg {
		agreement,
		signed_in: Admissions {
			issuer: 7,
			grantor: 7,
		},
		state: LegState::InForce {
			from: date("2026-01-01"),
		},
		consent: ConsentNeed::Needed,
		offer: offer(rows),
	}
}

pub fn validity(from: &str, until: &str) -> Option<Validity> {
	Some(Validity {
		from: date(from),
		until: Some(date(until)),
		renewal_pending: false,
	})
}

pub fn certificate(number: &str) -> Certificate {
	Certificate {
		number: number.parse().unwrap(),
		certificate_type: certificate_type("AEOF"),
		halves: Halves::Both,
		roles: Roles::new([Role::Importer, Role::Exporter]).unwrap(),
		state: CertificateState::Authorised,
		validity: validity("2024-01-01", "2026-12-31"),
		consent: Consent {
			mode: ConsentMode::Standing,
			exceptions: Default::default(),
		},
		recognition_suspended: false,
		succeeded_by: None,
	}
}

/// A Mexican exporter's goods come to Costa Rica under agreement 7, which gives fewer inspections
/// where the security half stands, and priority after a disruption in any case.
pub fn facts() -> Facts {
	Facts {
		now: NOON,
		grantor: administration(Territory::CR),
		role: Role::Exporter,
		direction: Direction::Import,
		incident_open: false,
		trader: Resolution::Found(Trader {
			state: TraderState::Active,
			other_number: None,
			issuer: administration(Territory::MX),
			certificates: vec![certificate("MX-1")].try_into().unwrap(),
			legs: vec![leg(
				7,
				&[
					row(Benefit::FewerInspections, Requires::Security),
					row(Benefit::TradeRecovery, Requires::Either),
				],
			)]
			.try_into()
			.unwrap(),
			domestic: Default::default(),
		}),
	}
}

/// The same goods leave Mexico, which gives its own exporters the same.
pub fn facts_at_home() -> Facts {
	let mut facts = facts();
	facts.grantor = administration(Territory::MX);
	let trader = trader(&mut facts);
	trader.domestic = vec![trader.legs.remove(0).offer].try_into().unwrap();
	facts
}

pub fn trader(facts: &mut Facts) -> &mut Trader {
	match &mut facts.trader {
		Resolution::Found(trader) => trader,
		_ => panic!("no trader"),
	}
}

pub fn first_certificate(facts: &mut Facts) -> &mut Certificate {
	&mut trader(facts).certificates.as_mut()[0]
}

pub fn first_leg(facts: &mut Facts) -> &mut Leg {
	&mut trader(facts).legs.as_mut()[0]
}

pub fn suspended(scope: SuspensionScope) -> CertificateState {
	CertificateState::Suspended(Suspension {
		scope,
		end: SuspensionEnd::Open,
	})
}

pub fn ended(from: &str) -> Ended {
	Ended {
		from: date(from),
		suspension: None,
	}
}

/// The denial, or none where something is granted.
pub fn denial(facts: &Facts) -> Option<Denial> {
	match evaluate(facts).outcome {
		Outcome::Denied { denial, .. } => Some(denial),
		Outcome::Granted(_) => None,
	}
}

/// The benefits that are granted.
pub fn benefits(answer: &Answer) -> Vec<Benefit> {
	sources(answer)
		.into_iter()
		.map(|(benefit, ..)| benefit)
		.collect()
}

/// The benefits that are granted, with certificate and basis.
pub fn sources(answer: &Answer) -> Vec<(Benefit, String, Basis)> {
	match &answer.outcome {
		Outcome::Denied { .. } => Vec::new(),
		Outcome::Granted(entitlements) => entitlements
			.iter()
			.map(|one| (one.benefit, one.certificate.to_string(), one.basis))
			.collect(),
	}
}
