//! Legs and agreements.

use crate::{v4, AgreementStatus, AmendmentStatus, EarlierVersion, PartyStatus};
use aeo_primitives::{AgreementId, CertificateType, Date, Territory};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use sp_core::H256;

/// What nobody looked for: no types that an issuer lacks, of which nothing is encoded.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq)]
pub struct NotLookedFor;

impl From<NotLookedFor> for Vec<CertificateType> {
	fn from(_: NotLookedFor) -> Self {
		Self::new()
	}
}

/// A leg, without the types that its issuer lacks.
pub type AgreedLeg = v4::AgreedLeg<NotLookedFor>;

/// A leg that waits for signatures, without them too.
pub type WaitingLeg = v4::WaitingLeg<NotLookedFor>;

earlier! {
	/// A party of an agreement, whose notice can't be withdrawn.
	Party => PartyStatus {
		party: Territory,
		signed: bool,
		in_force_from: Option<Date>,
		until: Option<Date>,
	} + {
		withdrawal_agreed: Vec::new(),
	}
}

/// An amendment that waits for signatures: it removes nothing, and changes no days of notice.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Amendment {
	/// The version that it makes.
	pub version: u32,
	/// blake2-256 of its text.
	pub text: H256,
	/// blake2-256 of everything that is signed.
	pub terms: H256,
	/// Who proposed it.
	pub proposer: Territory,
	/// The parties of that version.
	pub parties: Vec<Party>,
	/// Those among them that accede.
	pub acceding: Vec<Territory>,
}

impl Amendment {
	/// In the present form, of an agreement with so many days of notice.
	fn present(self, notice_days: u16) -> AmendmentStatus {
		AmendmentStatus {
			version: self.version,
			text: self.text,
			terms: self.terms,
			proposer: self.proposer,
			parties: self.parties.into_iter().map(Into::into).collect(),
			acceding: self.acceding,
			removed: Vec::new(),
			notice_days,
		}
	}
}

/// An agreement.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Agreement {
	/// Its number.
	pub agreement: AgreementId,
	/// Counts its amendments, from 1.
	pub version: u32,
	/// Whether all parties have signed.
	pub signed: bool,
	/// blake2-256 of its text.
	pub text: H256,
	/// blake2-256 of everything that is signed.
	pub terms: H256,
	/// The day on which the treaty was signed on paper, where it exists.
	pub signed_on: Option<Date>,
	/// Days between a party's notice and the end of its legs.
	pub notice_days: u16,
	/// Who proposed this version.
	pub proposer: Territory,
	/// Its parties.
	pub parties: Vec<Party>,
	/// The amendment that waits for signatures, where there is one.
	pub amendment: Option<Amendment>,
	/// The legs of the agreement, or of its amendment, that wait for signatures.
	pub proposed_legs: Vec<WaitingLeg>,
	/// The versions before this one.
	pub earlier: Vec<EarlierVersion>,
	/// How many milestones there are.
	pub milestones: u32,
}

impl From<Agreement> for AgreementStatus {
	fn from(old: Agreement) -> Self {
		let notice_days = old.notice_days;
		Self {
			agreement: old.agreement,
			version: old.version,
			signed: old.signed,
			text: old.text,
			terms: old.terms,
			signed_on: old.signed_on,
			notice_days,
			proposer: old.proposer,
			parties: old.parties.into_iter().map(Into::into).collect(),
			amendment: old.amendment.map(|open| open.present(notice_days)),
			proposed_legs: old.proposed_legs.into_iter().map(Into::into).collect(),
			earlier: old.earlier,
			milestones: old.milestones,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::ProposedLeg;
	use aeo_primitives::{
		recognition::{ConsentNeed, Offer},
		Code, DataClasses, DeclaredNumber, Direction, Directions, EligibleRoles, Role, Row, Rows,
		Text,
	};

	/// A leg of version 2 has no list of types, not even an empty one.
	#[test]
	fn a_leg_should_stay_what_it_was() {
		let text = |text: &str| Text::try_from(text).expect("short");
		let leg = WaitingLeg {
			issuer: Territory::MX,
			grantor: Territory::CR,
			offer: Offer {
				types: Default::default(),
				roles: EligibleRoles::new(Role::all()).expect("all"),
				directions: Directions::new(Direction::all()).expect("all"),
				rows: Rows::new(Row::all()).expect("all"),
			},
			consent: ConsentNeed::Needed,
			data_classes: DataClasses::default(),
			unknown_types: NotLookedFor,
			declare_as: v4::DeclareAs {
				code: text("AEO"),
				place: text("CPC"),
				number: DeclaredNumber::Tin,
				prefix: "BN".try_into().expect("short"),
				number_place: text("PC2"),
			},
		};
		let fields = (
			(leg.issuer, leg.grantor, leg.offer.clone(), leg.consent),
			(leg.data_classes, leg.declare_as.clone()),
		);
		assert_eq!(leg.encode(), fields.encode());
		assert!(ProposedLeg::from(leg).unknown_types.is_empty());
	}
}
