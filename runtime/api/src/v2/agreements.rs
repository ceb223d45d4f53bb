//! Legs and agreements.

use crate::{
	v4::DeclareAs, AgreementStatus, AmendmentStatus, EarlierVersion, LegStatus, PartyStatus,
	ProposedLeg,
};
use aeo_primitives::{
	recognition::{ConsentNeed, LegState, Offer},
	AgreementId, DataClasses, Date, Territory,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use sp_core::H256;

earlier! {
	/// A leg, without the types that its issuer lacks: nobody looked for them.
	AgreedLeg => LegStatus {
		agreement: AgreementId,
		state: LegState,
		in_force: bool,
		consent: ConsentNeed,
		offer: Offer,
		version: u32,
		until: Option<Date>,
		suspended_by: Vec<Territory>,
		declare_as: DeclareAs,
	} + {
		unknown_types: Vec::new(),
	}

	/// A party of an agreement, whose notice can't be withdrawn.
	Party => PartyStatus {
		party: Territory,
		signed: bool,
		in_force_from: Option<Date>,
		until: Option<Date>,
	} + {
		withdrawal_agreed: Vec::new(),
	}

	/// A leg that waits for signatures.
	WaitingLeg => ProposedLeg {
		issuer: Territory,
		grantor: Territory,
		offer: Offer,
		consent: ConsentNeed,
		data_classes: DataClasses,
		declare_as: DeclareAs,
	} + {
		unknown_types: Vec::new(),
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
