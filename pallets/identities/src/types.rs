//! What the pallet stores of a trader.

use aeo_primitives::{
	recognition::TraderState, AliasScheme, AliasValue, NormalisedTin, Territory, TraderId,
	WrittenTin,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;

/// What is known of a trader's number.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum TinCheck {
	/// Its form is right; the scheme has no public check digit.
	FormatOnly,
	/// Its form and its check digit are right.
	Passed,
	/// Its check digit is wrong, and the administration's own account vouches for it.
	Overridden {
		/// blake2-256 of the document that shows that it was legally issued.
		instrument: H256,
	},
}

/// A legal entity in one customs territory, known by its TIN.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Trader {
	/// The TIN in normal form.
	pub tin: NormalisedTin,
	/// The administration that registered it, and issues all its certificates.
	pub administration: Territory,
	/// What is known of the number.
	pub check: TinCheck,
	/// blake2-256 of the company's consent to being public.
	pub publication_consent: H256,
	/// Whether it still exists under its TIN.
	pub state: TraderState,
	/// Number of linked accounts.
	pub accounts: u32,
	/// Number of aliases, self-declared ones included.
	pub aliases: u32,
}

/// An account and its trader: linked, or offered to be.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Link {
	/// The trader.
	pub trader: TraderId,
	/// blake2-256 of a document, signed under the national PKI, that binds the account.
	pub instrument: Option<H256>,
}

/// An alias, as its grantor knows it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AliasKey {
	/// The administration whose declarations it is written in.
	pub grantor: Territory,
	/// What kind of name it is.
	pub scheme: AliasScheme,
	/// The alias, in normal form.
	pub value: AliasValue,
}

/// Where an alias comes from.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum AliasSource {
	/// The trader says so: it leads nowhere until it is confirmed.
	SelfDeclared,
	/// The trader declared it, and the grantor has confirmed it.
	Confirmed,
	/// It follows from what the trader's administration calls it.
	Derived {
		/// That number or code.
		written: WrittenTin,
	},
	/// The grantor made it.
	Issued,
}
