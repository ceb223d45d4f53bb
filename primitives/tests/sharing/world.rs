//! Mexico certifies and discloses to Costa Rica: facts to start from.

use aeo_primitives::{
	recognition::{
		Administration, Certificate, Consent, ConsentMode, ConsentNeed, LegState, Standing,
	},
	shared, CertificateState, CertificateType, DataClass, DataClasses, Date, DisclosedLeg, Halves,
	Moment, Role, Roles, Territory, UtcOffset, Validity,
};

/// 2026-07-01T12:00:00Z.
pub const NOON: Moment = 1_782_907_200_000;

/// One day in milliseconds.
pub const DAY: Moment = 86_400_000;

/// All that the rule looks at.
#[derive(Clone, Debug)]
pub struct Facts {
	pub now: Moment,
	pub issuer: Administration,
	pub reader: Administration,
	pub certificate: Certificate,
	pub since: Moment,
	pub legs: Vec<DisclosedLeg>,
}

impl Facts {
	pub fn shared(&self) -> DataClasses {
		shared(
			self.now,
			&self.issuer,
			&self.reader,
			&self.certificate,
			self.since,
			&self.legs,
		)
	}
}

pub fn date(text: &str) -> Date {
	text.parse().unwrap()
}

/// An administration whose clocks stand so many minutes east of UTC.
pub fn administration(territory: Territory, minutes: i16) -> Administration {
	Administration {
		territory,
		utc_offset: UtcOffset::try_from(minutes).unwrap(),
		standing: Standing::Admitted,
		admission: 7,
	}
}

pub fn kind(code: &str) -> CertificateType {
	CertificateType {
		programme: "AEO".parse().unwrap(),
		code: code.parse().unwrap(),
	}
}

pub fn classes(list: &[DataClass]) -> DataClasses {
	DataClasses::new(list.iter().copied()).unwrap()
}

/// A leg in force that covers AEOF and needs no consent.
pub fn leg(agreement: u32, list: &[DataClass]) -> DisclosedLeg {
	DisclosedLeg {
		agreement,
		state: LegState::InForce {
			from: date("2026-01-01"),
		},
		consent: ConsentNeed::NotNeeded,
		types: vec![kind("AEOF")].try_into().unwrap(),
		classes: classes(list),
	}
}

pub fn validity(until: Option<&str>) -> Validity {
	Validity {
		from: date("2024-01-01"),
		until: until.map(date),
		renewal_pending: false,
	}
}

/// A certificate in force, and one leg that discloses identity and sites.
pub fn facts() -> Facts {
	Facts {
		now: NOON,
		issuer: administration(Territory::MX, -360),
		reader: administration(Territory::CR, 60),
		certificate: Certificate {
			number: "MX-1".parse().unwrap(),
			certificate_type: kind("AEOF"),
			halves: Halves::Both,
			roles: Roles::new([Role::Exporter]).unwrap(),
			state: CertificateState::Authorised,
			validity: Some(validity(Some("2026-12-31"))),
			consent: Consent {
				mode: ConsentMode::Asked,
				exceptions: Default::default(),
			},
			recognition_suspended: false,
			succeeded_by: None,
		},
		since: NOON - DAY,
		legs: vec![leg(1, &[DataClass::Identity, DataClass::Sites])],
	}
}
