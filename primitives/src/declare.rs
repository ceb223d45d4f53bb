//! What a declaration writes to name a certified trader of another administration (domain
//! specification, sections 6 and 7).
//!
//! Each leg of an agreement has a format, [`DeclareAs`], as data: what its grantor's declarations
//! write, and where. [`declare`] is the whole rule. A wrong code is the commonest way to lose a
//! benefit, so there is either the right one or a reason that says what to do.

use alloc::string::String;
use core::fmt;

use crate::{
	alias::{declared_number_length, has_at_most, PARTY_LENGTH},
	AliasScheme, AliasValue, CertificateNumber, NormalisedTin, Territory, Text,
};

/// Most characters of a number that a declaration writes, an..35.
const NUMBER_LENGTH: u32 = 35;

value_types! {
	/// How a grantor's declarations name the foreign operator: a code where there is one, and a
	/// number.
	struct DeclareAs {
		/// The code that is written, such as `Y031`; empty where there is none.
		pub code: Text<35>,
		/// Where in the declaration, such as `box 44`.
		pub place: Text<35>,
		/// The number that is written.
		pub number: DeclaredNumber,
		/// What is written before the number, such as `AEO`; empty where nothing is.
		pub prefix: Text<16>,
		/// Where in the declaration, such as `box 2`.
		pub number_place: Text<35>,
		/// Where in the manifest the same number is written besides, such as `consignor's AEO code`;
		/// empty where it isn't.
		pub manifest_place: Text<35>,
	}

	/// Which number of a trader a declaration writes.
	#[derive(Copy)]
	enum DeclaredNumber {
		/// The TIN, the code of its territory included.
		#[codec(index = 0)]
		Tin,
		/// The TIN without the code of its territory.
		#[codec(index = 1)]
		NationalNumber,
		/// The number of the certificate.
		#[codec(index = 2)]
		CertificateNumber,
		/// What the grantor calls the trader under this scheme.
		#[codec(index = 3)]
		Alias(AliasScheme),
	}

	/// What a declaration must carry.
	struct Declaration {
		/// The code; empty where there is none.
		pub code: Text<35>,
		/// Where it is written.
		pub place: Text<35>,
		/// The number, with what goes before it.
		pub number: Text<35>,
		/// Where it is written.
		pub number_place: Text<35>,
		/// Where in the manifest the same number is written besides; empty where it isn't.
		pub manifest_place: Text<35>,
	}

	/// Why there is nothing yet that a declaration could carry. The display text says what to do.
	#[derive(Copy)]
	enum NotDeclared {
		/// The trader has no alias of this scheme at the grantor.
		#[codec(index = 0)]
		AliasMissing {
			/// The scheme.
			scheme: AliasScheme,
		},
		/// The trader declared its alias, and the grantor has not confirmed it.
		#[codec(index = 1)]
		AliasUnconfirmed {
			/// The scheme.
			scheme: AliasScheme,
		},
		/// The number does not fit.
		#[codec(index = 2)]
		TooLong {
			/// The characters that fit.
			most: u32,
		},
	}

	/// What is known of a trader's alias at a grantor.
	enum KnownAlias {
		/// There is none.
		#[codec(index = 0)]
		Missing,
		/// The trader declared one and the grantor has not confirmed it.
		#[codec(index = 1)]
		Unconfirmed,
		/// This one.
		#[codec(index = 2)]
		Known(AliasValue),
	}
}

impl fmt::Display for NotDeclared {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::AliasMissing { scheme } => write!(
				f,
				"the grantor knows no {} of this trader: its administration derives or declares one, or \
				 the grantor issues it",
				named(*scheme)
			),
			Self::AliasUnconfirmed { scheme } => write!(
				f,
				"the {} that the trader declared leads nowhere yet: an officer of the grantor confirms \
				 it",
				named(*scheme)
			),
			Self::TooLong { most } => write!(
				f,
				"the number has more than the {most} characters that a declaration takes: the parties \
				 amend the leg to declare an alias, which the grantor issues"
			),
		}
	}
}

impl Declaration {
	/// Refuses what the grantor's declarations have no room for ([`declared_number_length`]).
	///
	/// # Errors
	///
	/// [`NotDeclared::TooLong`] with the characters that fit.
	pub fn ensure_fits(&self, grantor: Territory) -> Result<(), NotDeclared> {
		match declared_number_length(grantor) {
			Some(most) if !has_at_most(&self.number, most) => Err(NotDeclared::TooLong { most }),
			_ => Ok(()),
		}
	}
}

/// Returns what customs call an alias of a scheme.
const fn named(scheme: AliasScheme) -> &'static str {
	match scheme {
		AliasScheme::Code => "code",
		AliasScheme::Mid => "MID",
		AliasScheme::Tcuin => "TCUIN",
		AliasScheme::Lei => "LEI",
		AliasScheme::Gln => "GLN",
		AliasScheme::Duns => "DUNS number",
	}
}

impl core::error::Error for NotDeclared {}

impl DeclareAs {
	/// Returns the scheme of the alias that is written, where it is one.
	pub fn alias(&self) -> Option<AliasScheme> {
		match self.number {
			DeclaredNumber::Alias(scheme) => Some(scheme),
			DeclaredNumber::Tin
			| DeclaredNumber::NationalNumber
			| DeclaredNumber::CertificateNumber => None,
		}
	}
}

/// Returns what a declaration must carry by `format` to name the trader with `tin` as the holder of
/// `certificate`. `alias` is its alias of the format's scheme at the grantor, and is not looked at
/// where the format writes none.
///
/// # Errors
///
/// The reason why nothing can be written yet.
pub fn declare(
	format: &DeclareAs,
	tin: &NormalisedTin,
	certificate: &CertificateNumber,
	alias: &KnownAlias,
) -> Result<Declaration, NotDeclared> {
	let number = match format.number {
		DeclaredNumber::Tin => party(tin)?,
		// A territory's code has two letters.
		DeclaredNumber::NationalNumber => party(tin.get(2..).unwrap_or_default())?,
		DeclaredNumber::CertificateNumber => certificate,
		DeclaredNumber::Alias(scheme) => match alias {
			KnownAlias::Missing => return Err(NotDeclared::AliasMissing { scheme }),
			KnownAlias::Unconfirmed => return Err(NotDeclared::AliasUnconfirmed { scheme }),
			KnownAlias::Known(alias) => alias,
		},
	};
	let number: String = [format.prefix.as_str(), number].concat();
	Ok(Declaration {
		code: format.code.clone(),
		place: format.place.clone(),
		number: number.try_into().map_err(|_| NotDeclared::TooLong {
			most: NUMBER_LENGTH,
		})?,
		number_place: format.number_place.clone(),
		manifest_place: format.manifest_place.clone(),
	})
}

/// Returns a number that identifies a party by itself; never cut.
fn party(number: &str) -> Result<&str, NotDeclared> {
	has_at_most(number, PARTY_LENGTH)
		.then_some(number)
		.ok_or(NotDeclared::TooLong { most: PARTY_LENGTH })
}
