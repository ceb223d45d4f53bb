//! A certificate, as the state has it.
//!
//! It is read from the stored value by whoever can't run the chain's runtime: a browser. The types are those
//! of the pallet, which may only change together with the form that it says its values are of.

use crate::{keys, Error, State};
use aeo_primitives::{
	recognition::{Consent, NormalisedTin},
	CertificateNumber, CertificateState, CertificateType, Date, Halves, Roles, StateKind,
	Territory, TraderId, Validity,
};
use codec::Decode;
use serde::Serialize;

/// The forms of the values that are known here.
const FORMS: [(&str, u16); 2] = [("Certificates", 3), ("Identities", 1)];

/// A certificate, as it is stored.
#[derive(Clone, Debug, Decode, Eq, PartialEq, Serialize)]
pub struct Certificate {
	/// The id of its trader.
	pub trader: TraderId,
	/// Its place among the issuer's certificates, from 0.
	pub ordinal: u32,
	/// Counts its changes, from 1.
	pub version: u32,
	/// Number of its status periods.
	pub periods: u32,
	/// The place of the period in which its suspension began.
	pub suspended_since: u32,
	/// The place of the period in which it ended.
	pub ended_since: u32,
	/// Its type.
	pub certificate_type: CertificateType,
	/// The halves of that type.
	pub halves: Halves,
	/// What its trader is certified as.
	pub roles: Roles,
	/// What was last decided.
	pub state: CertificateState,
	/// When it is valid.
	pub validity: Option<Validity>,
	/// With whom it may be shared.
	pub consent: Consent,
	/// Through this day its trader can't be certified anew.
	pub bar: Option<Date>,
	/// What its holder has asked for.
	pub asked: Asked,
	/// Whether its issuer reviews it.
	pub under_review: bool,
	/// Through this day it is to be reviewed.
	pub review_due: Option<Date>,
}

/// What a holder has asked for.
#[derive(Clone, Debug, Decode, Eq, PartialEq, Serialize)]
pub struct Asked {
	/// A renewal.
	pub renewal: bool,
	/// An appeal, and against what.
	pub appeal: Option<StateKind>,
	/// A suspension.
	pub suspension: bool,
	/// To give it back from this day on.
	pub relinquishment: Option<Date>,
	/// A reinstatement.
	pub reinstatement: bool,
}

/// A certificate with what it is called.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Shown {
	/// Who issued it.
	pub issuer: Territory,
	/// Its number.
	pub number: CertificateNumber,
	/// The TIN of its trader.
	pub tin: NormalisedTin,
	/// How it is stored.
	#[serde(flatten)]
	pub certificate: Certificate,
}

/// Returns a certificate of the state; none where there is none.
pub fn shown(
	state: &State,
	issuer: Territory,
	number: &CertificateNumber,
) -> Result<Option<Shown>, Error> {
	for (pallet, form) in FORMS {
		if state.read(&keys::form(pallet))? != Some(form) {
			return Err(Error::UnknownForm);
		}
	}
	let Some(certificate) = state.read::<Certificate>(&keys::certificate(issuer, number))? else {
		return Ok(None);
	};
	let trader = state.get(&keys::trader(&certificate.trader))?;
	let trader = trader.ok_or(Error::UnknownForm)?;
	// It begins with its TIN.
	let tin = NormalisedTin::decode(&mut trader.as_slice()).map_err(|_| Error::UnknownForm)?;
	Ok(Some(Shown {
		issuer,
		number: number.clone(),
		tin,
		certificate,
	}))
}
