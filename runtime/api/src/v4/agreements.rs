//! Legs, which say nothing of a manifest.

use crate::{
	AgreementStatus, AmendmentStatus, EarlierVersion, LegDeclaration, LegStatus, PartyStatus,
	ProposedLeg,
};
use aeo_primitives::{
	recognition::{ConsentNeed, LegState, Offer},
	AgreementId, CertificateType, DataClasses, Date, DeclaredNumber, NotDeclared, Territory, Text,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use sp_core::H256;

earlier! {
	/// How a grantor's declarations name the foreign operator.
	DeclareAs => aeo_primitives::DeclareAs {
		code: Text<35>,
		place: Text<35>,
		number: DeclaredNumber,
		prefix: Text<16>,
		number_place: Text<35>,
	} + {
		manifest_place: Text::default(),
	}

	/// What a declaration must carry.
	Declared => aeo_primitives::Declaration {
		code: Text<35>,
		place: Text<35>,
		number: Text<35>,
		number_place: Text<35>,
	} + {
		manifest_place: Text::default(),
	}

	/// A leg, and how it stands at the block's time.
	AgreedLeg<Types: Into<Vec<CertificateType>> = Vec<CertificateType>> => LegStatus {
		agreement: AgreementId,
		state: LegState,
		in_force: bool,
		consent: ConsentNeed,
		offer: Offer,
		version: u32,
		until: Option<Date>,
		suspended_by: Vec<Territory>,
		unknown_types: Types,
		declare_as: DeclareAs,
	}

	/// A leg that waits for signatures.
	WaitingLeg<Types: Into<Vec<CertificateType>> = Vec<CertificateType>> => ProposedLeg {
		issuer: Territory,
		grantor: Territory,
		offer: Offer,
		consent: ConsentNeed,
		data_classes: DataClasses,
		unknown_types: Types,
		declare_as: DeclareAs,
	}

	/// An agreement.
	Agreement => AgreementStatus {
		agreement: AgreementId,
		version: u32,
		signed: bool,
		text: H256,
		terms: H256,
		signed_on: Option<Date>,
		notice_days: u16,
		proposer: Territory,
		parties: Vec<PartyStatus>,
		amendment: Option<AmendmentStatus>,
		proposed_legs: Vec<WaitingLeg> => each,
		earlier: Vec<EarlierVersion>,
		milestones: u32,
	}
}

/// What a declaration writes under a leg.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct LegWritten {
	/// The agreement.
	pub agreement: AgreementId,
	/// The version of the agreement that brought the leg.
	pub version: u32,
	/// What the declaration must carry; none where nothing can be written yet.
	pub declaration: Option<Declared>,
	/// Why nothing can be written yet, where that is so.
	pub reason: Option<NotDeclared>,
}

impl From<LegWritten> for LegDeclaration {
	fn from(old: LegWritten) -> Self {
		Self {
			agreement: old.agreement,
			version: old.version,
			declaration: old.declaration.map(Into::into),
			reason: old.reason,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A format of version 4 is read, and says nothing of a manifest.
	#[test]
	fn a_format_should_stay_what_it_was() {
		let text = |text: &str| Text::try_from(text).expect("short");
		let old = DeclareAs {
			code: text("AEO"),
			place: text("CPC"),
			number: DeclaredNumber::Tin,
			prefix: "BN".try_into().expect("short"),
			number_place: text("PC2"),
		};
		let now = aeo_primitives::DeclareAs::from(old.clone());
		assert!(now.manifest_place.is_empty());
		// What comes first is encoded as ever.
		assert_eq!(now.encode(), [old.encode(), vec![0]].concat());
	}
}
