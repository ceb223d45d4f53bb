//! Calls, made of the types of `aeo-primitives`, so that nothing can be written in them that the chain
//! doesn't read.

mod administrations;
mod agreements;
mod applications;
mod batches;
mod benefits;
mod certificates;
mod identities;
mod suspensions;

pub use crate::programmes::set_programme;
pub use administrations::*;
pub use agreements::*;
pub use applications::*;
pub use batches::*;
pub use benefits::*;
pub use certificates::*;
pub use identities::*;
pub use suspensions::*;

use crate::api;
use aeo_primitives::{CertificateNumber, ConsentFor, Territory};
use subxt::{
	transactions::Payload,
	utils::{Static, H256},
};

/// A list to publish.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NewList {
	/// Who can open it; the issuer itself, for its own.
	pub reader: Territory,
	/// The last one of this reader plus one; 1 for the first.
	pub sequence: u32,
	/// The X25519 public key of the reader to which its files are sealed.
	pub sealed_to: H256,
	/// The root over its pages; zeros where it has none.
	pub root: H256,
	/// How many pages it has.
	pub pages: u32,
}

/// Publishes lists that were made on the final block of number `as_of`, all of them or none.
pub fn publish(as_of: u32, lists: &[NewList]) -> impl Payload {
	let lists = lists
		.iter()
		.map(
			|list| api::runtime_types::pallet_disclosures::types::NewList {
				reader: Static(list.reader),
				sequence: list.sequence,
				sealed_to: list.sealed_to,
				root: list.root,
				pages: list.pages,
			},
		)
		.collect();
	api::transactions().disclosures().publish(as_of, lists)
}

/// Gives the holder's consent to sharing a certificate; `document` is the hash of the holder's paper, and may
/// be zero where the holder itself signs.
pub fn give_consent(
	number: &CertificateNumber,
	consent_for: ConsentFor,
	document: H256,
) -> impl Payload {
	let calls = api::transactions().certificates();
	calls.give_consent(number.to_string(), Static(consent_for), document)
}

/// Withdraws it.
pub fn withdraw_consent(
	number: &CertificateNumber,
	consent_for: ConsentFor,
	document: H256,
) -> impl Payload {
	let calls = api::transactions().certificates();
	calls.withdraw_consent(number.to_string(), Static(consent_for), document)
}
