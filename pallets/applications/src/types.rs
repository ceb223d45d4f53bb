//! What the pallet stores.

use aeo_primitives::{CertificateNumber, Moment, Opinion};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;

/// Most agencies of one administration.
pub const MAX_AGENCIES: u32 = 64;

/// Most requests about one certificate that are open.
pub const MAX_OPEN_REQUESTS: u32 = 16;

/// Most entries on a page of a list.
pub const PAGE: u32 = 50;

/// The last opinion of an agency on an application.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
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
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct RequestCount {
	/// All that were ever made; the number of the latest.
	pub made: u32,
	/// Those that are open.
	pub open: u32,
}

/// Names a request among all of its issuer's.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct RequestKey {
	/// The certificate that it is about.
	pub number: CertificateNumber,
	/// Its place among the requests about that certificate.
	pub request: u32,
}
