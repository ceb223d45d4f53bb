//! What a credential of a certificate is checked by: the key with which its issuer signs, who registers such numbers,
//! and how the certificate's credentials stand.
//!
//! All of it is what the chain's own runtime says. A receipt of a certificate that was made for it has the values that
//! the runtime reads for these questions, besides those of its own.

use crate::{certificate, certificate::Shown, file::Told, keys, run, Error, Proven, State, Values};
use aeo_primitives::{
	recognition::{NormalisedTin, Standing},
	tin::{Check, Reason, Scheme},
	CertificateNumber, CredentialKey, Did, Moment, PreviousKey, SuspensionScope, Territory,
	TraderId, UtcOffset,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeAll, Encode};

/// How many certificates the runtime puts on a page of statuses.
const PAGE: u32 = 1_000;

/// By what an administration issues credentials.
#[derive(Clone, Debug, Decode, Eq, PartialEq)]
pub struct Issuer {
	/// Its identifier.
	pub did: Did,
	/// The key with which its credentials are checked.
	pub key: CredentialKey,
	/// The key before, as long as what it signed passes too.
	pub previous: Option<PreviousKey>,
	/// Whether its word counts.
	pub standing: Standing,
	/// Where its clocks stand.
	pub utc_offset: UtcOffset,
}

/// How the credentials of a certificate stand at the block's time.
#[derive(Clone, Copy, Debug, Decode, Eq, PartialEq)]
pub struct Status {
	/// Which edition of them counts.
	pub edition: u16,
	/// Whether the certificate is over.
	pub ended: bool,
	/// What of it is suspended.
	pub suspended: Option<SuspensionScope>,
}

/// A certificate, with how its credentials stand.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Certified {
	/// The certificate.
	pub shown: Shown,
	/// The administration that registers such numbers.
	pub registrar: Option<Territory>,
	/// How its credentials stand.
	pub status: Status,
	/// The next moment at which the clock changes that.
	pub changes_at: Option<Moment>,
}

/// What a credential is checked by.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Credentials {
	/// By what the issuer issues credentials; none where it issues none.
	pub issuer: Option<Issuer>,
	/// The certificate; none where there is none.
	pub certificate: Option<Certified>,
}

/// An answer of the runtime, with its block.
#[derive(Decode)]
struct Dated<T> {
	#[allow(dead_code, reason = "the proof says it")]
	block: u32,
	#[allow(dead_code, reason = "the proof says it")]
	time: Moment,
	answer: T,
}

/// What the runtime says of a TIN.
#[derive(Decode)]
#[allow(dead_code, reason = "the form of the runtime")]
struct TinReport {
	tin: Option<NormalisedTin>,
	scheme: Option<Scheme>,
	check: Option<Check>,
	reason: Option<Reason>,
	fits_wco17: bool,
	personal: bool,
	registrar: Option<Territory>,
	trader: Option<TraderId>,
}

/// A page of what the runtime says of an issuer's certificates.
#[derive(Decode)]
#[allow(dead_code, reason = "the form of the runtime")]
struct StatusPage {
	ordinals: u32,
	statuses: Vec<Status>,
	changes_at: Option<Moment>,
}

/// Values among which one certificate of its issuer stands alone: the others are not there.
///
/// A page of statuses is about a thousand certificates, each by itself. So the rule says of this one what it says of it
/// among all, and the proof has no others.
struct Alone<'a> {
	values: &'a dyn Values,
	all: keys::Key,
	one: keys::Key,
}

impl Values for Alone<'_> {
	fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
		if key.starts_with(&self.all) && key != self.one {
			return Ok(None);
		}
		self.values.get(key)
	}
}

/// Asks the runtime what a credential of a certificate is checked by. The certificate itself is read from `state`; what the
/// runtime reads comes from `values`, which are those of the same state.
///
/// # Errors
///
/// A value is not there, the runtime does not answer, or in a form that is not known here.
pub fn ask(
	code: &[u8],
	state: &State,
	values: &dyn Values,
	issuer: Territory,
	number: &CertificateNumber,
) -> Result<Credentials, Error> {
	let by = put(code, values, "AeoApi_credential_issuer", issuer.encode())?;
	let certificate = certificate::shown(state, issuer, number)?
		.map(|shown| certified(code, values, shown))
		.transpose()?;
	Ok(Credentials {
		issuer: by,
		certificate,
	})
}

fn certified(code: &[u8], values: &dyn Values, shown: Shown) -> Result<Certified, Error> {
	let ordinal = shown.certificate.ordinal;
	let alone = Alone {
		values,
		all: keys::numbers(shown.issuer),
		one: keys::number(shown.issuer, ordinal),
	};
	let page = (shown.issuer, ordinal / PAGE).encode();
	let page: StatusPage = put(code, &alone, "AeoApi_credential_statuses", page)?;
	// With pages of another size it would be another certificate, or none.
	let [status] = page.statuses.as_slice() else {
		return Err(Error::UnknownForm);
	};
	let report: TinReport = put(code, values, "AeoApi_tin_check", shown.tin.encode())?;
	Ok(Certified {
		registrar: report.registrar,
		status: *status,
		changes_at: page.changes_at,
		shown,
	})
}

/// Puts a question to the runtime, and reads its answer.
fn put<T: Decode>(
	code: &[u8],
	values: &dyn Values,
	function: &str,
	arguments: Vec<u8>,
) -> Result<T, Error> {
	let question = Told {
		function: function.into(),
		arguments: arguments.into(),
	};
	let answer = run::ask(code, values, &question)?;
	let dated = Dated::<T>::decode_all(&mut answer.as_slice()).map_err(|_| Error::UnknownForm)?;
	Ok(dated.answer)
}

impl Proven {
	/// Returns what a credential of the certificate is checked by; `code` is the runtime that the state names, as it is
	/// stored.
	///
	/// # Errors
	///
	/// As [`Self::answer`]; [`Error::NotAQuestion`] where the receipt is of no certificate, and [`Error::NotProven`]
	/// where it was not made for this.
	pub fn credentials(&self, code: &[u8]) -> Result<Credentials, Error> {
		let crate::Question::Certificate { issuer, number } = &self.question else {
			return Err(Error::NotAQuestion);
		};
		self.answer(code)?;
		ask(code, &self.state, &self.state, *issuer, number)
	}
}
