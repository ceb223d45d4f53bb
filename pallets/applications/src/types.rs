//! What the pallet stores.

use aeo_primitives::{CertificateNumber, Moment, Opinion};
use frame_support::stored;
use sp_core::H256;

/// Most agencies of one administration.
pub const MAX_AGENCIES: u32 = 64;

/// Most requests about one certificate that are open.
pub const MAX_OPEN_REQUESTS: u32 = 16;

/// The last opinion of an agency on an application.
#[stored]
pub struct OpinionRecord {
	/// The version of the application that it is on.
	pub version: u32,
	/// The opinion.
	pub opinion: Opinion,
	/// blake2-256 of its reasons.
	pub document: H256,
	/// When it was given.
	pub at: Moment,
}

/// The requests about one certificate, counted.
#[stored]
#[derive(Copy, Default)]
pub struct RequestCount {
	/// All that were ever made; the number of the latest.
	pub made: u32,
	/// Those that are open.
	pub open: u32,
}

/// Names a request among all of its issuer's.
#[stored]
pub struct RequestKey {
	/// The certificate that it is about.
	pub number: CertificateNumber,
	/// Its place among the requests about that certificate.
	pub request: u32,
}
