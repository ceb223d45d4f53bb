//! The questions that receipts answer.

use crate::{file::Told, Error};
use aeo_primitives::{CertificateNumber, Direction, Identifier, Role, Territory};
use codec::{Decode, DecodeAll, Encode};
use serde::Serialize;
use serde_bytes::ByteBuf;

const CERTIFICATE: &str = "AeoApi_certificate";
const EVALUATE: &str = "AeoApi_evaluate";

/// A question.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Question {
	/// How a certificate stands.
	Certificate {
		/// Who issued it.
		issuer: Territory,
		/// Its number.
		number: CertificateNumber,
	},
	/// Which benefits a trader gets.
	Evaluate {
		/// Who gives them.
		grantor: Territory,
		/// Whom the declaration names.
		identifier: Identifier,
		/// What it does in the declaration.
		role: Role,
		/// The kind of the declaration.
		direction: Direction,
	},
}

/// Reads what is encoded in one way only.
fn read<T: Decode + Encode>(bytes: &[u8]) -> Result<T, Error> {
	let value = T::decode_all(&mut &*bytes).map_err(|_| Error::NotAQuestion)?;
	if value.encode() == bytes {
		Ok(value)
	} else {
		Err(Error::NotAQuestion)
	}
}

impl Question {
	/// Reads a question.
	///
	/// # Errors
	///
	/// It is none of these, or not written as they are.
	pub fn read(told: &Told) -> Result<Self, Error> {
		let arguments = told.arguments.as_slice();
		match told.function.as_str() {
			CERTIFICATE => {
				let (issuer, number): (Territory, CertificateNumber) = read(arguments)?;
				// Small letters would name the same certificate, and be another receipt.
				if aeo_primitives::certificate_number(&number).as_ref() != Ok(&number) {
					return Err(Error::NotAQuestion);
				}
				Ok(Self::Certificate { issuer, number })
			}
			EVALUATE => {
				let (grantor, identifier, role, direction) = read(arguments)?;
				Ok(Self::Evaluate {
					grantor,
					identifier,
					role,
					direction,
				})
			}
			_ => Err(Error::NotAQuestion),
		}
	}

	/// Returns how it is put to the runtime.
	pub fn told(&self) -> Told {
		let (function, arguments) = match self {
			Self::Certificate { issuer, number } => (CERTIFICATE, (issuer, number).encode()),
			Self::Evaluate {
				grantor,
				identifier,
				role,
				direction,
			} => (EVALUATE, (grantor, identifier, role, direction).encode()),
		};
		Told {
			function: function.into(),
			arguments: ByteBuf::from(arguments),
		}
	}

	/// For how many seconds a receipt of it is fresh, where nobody says otherwise: a certificate for a day,
	/// benefits, which a declaration asks for, for ten minutes.
	pub const fn usual_age(&self) -> u64 {
		match self {
			Self::Certificate { .. } => 24 * 60 * 60,
			Self::Evaluate { .. } => 10 * 60,
		}
	}
}
