//! What traders and certificates are called.

use primitive_types::H256;

use crate::{tin::TIN_LENGTH, AliasScheme, Territory, Text, Written};

/// The id of a trader: blake2-256 of a domain tag and its TIN.
pub type TraderId = H256;

/// A TIN as people write it, with spaces, `.`, `-` and `/` or without: `MX NWM-970924-4W4`.
pub type WrittenTin = Written;

/// What a grantor's declaration system calls a trader. Up to 35 characters, in the normal form of a
/// TIN.
pub type AliasValue = Text<TIN_LENGTH>;

value_types! {
	/// What a declaration says of a foreign trader.
	enum Identifier {
		/// Its TIN.
		#[codec(index = 0)]
		Tin(WrittenTin),
		/// One of its certificates.
		#[codec(index = 1)]
		Certificate {
			/// The administration that issued it.
			issuer: Territory,
			/// Its number.
			number: Written,
		},
		/// What the grantor calls it.
		#[codec(index = 2)]
		Alias {
			/// The scheme.
			scheme: AliasScheme,
			/// The alias.
			value: Written,
		},
	}

	/// Which of one's own certificates are meant.
	enum Subject {
		/// This one.
		#[codec(index = 0)]
		Number(Written),
		/// All live ones of the trader with this TIN.
		#[codec(index = 1)]
		Tin(WrittenTin),
	}
}
