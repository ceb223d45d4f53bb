//! What the pallet stores.

use aeo_primitives::{
	CertificateNumber, Date, Ground, Moment, SuspensionScope, Territory, MAX_CERTIFICATES,
	MAX_GRANTORS,
};
use aeo_support::proposals::Proposal;
use frame_support::{stored, traits::ConstU32, BoundedBTreeSet, BoundedVec};
use sp_core::H256;

/// The certificates that one suspension takes: at most all of one trader.
pub type Numbers = BoundedVec<CertificateNumber, ConstU32<MAX_CERTIFICATES>>;

/// A foreign certificate: the administration that issued it, and its number.
pub type ForeignCertificate = (Territory, CertificateNumber);

/// The grantors that do something with one certificate.
pub type Grantors = BoundedBTreeSet<Territory, ConstU32<MAX_GRANTORS>>;

/// What one officer proposed, and another is to confirm.
#[stored]
#[derive(Copy)]
pub struct Reinstatement {
	/// What is to be reinstated.
	pub scope: SuspensionScope,
	/// Why.
	pub ground: Ground,
	/// blake2-256 of the decision.
	pub document: H256,
}

/// A reinstatement that waits for a second officer.
pub type Waiting<AccountId> = Proposal<AccountId, Reinstatement>;

/// A grantor's suspension of its recognition of one foreign certificate.
#[stored(no_skip_type_params)]
pub struct RecognitionSuspension<AccountId> {
	/// When it began.
	pub since: Moment,
	/// The day on which its review is due, the grantor's local day. It lasts beyond it.
	pub review_on: Date,
	/// The officer who decided last.
	pub by: AccountId,
	/// blake2-256 of the last decision.
	pub document: H256,
}

/// What a partner has taken into its risk engine.
#[stored(no_skip_type_params)]
pub struct Acknowledgement<BlockNumber> {
	/// The version of the certificate.
	pub version: u32,
	/// The block of the acknowledgement.
	pub block: BlockNumber,
}

/// Up to where a partner has acknowledged what an issuer told.
#[stored]
#[derive(Copy, Default)]
pub struct Watermarks {
	/// How many of the issuer's changes, from its first one on.
	pub changes: u32,
	/// How many of its certificates, from its first one on.
	pub ordinals: u32,
}

/// An irregularity of a certificate that a grantor reported to its issuer.
#[stored(no_skip_type_params)]
pub struct Irregularity<AccountId> {
	/// Who reported it.
	pub grantor: Territory,
	/// The number of the certificate.
	pub number: CertificateNumber,
	/// Its version when it was reported.
	pub version: u32,
	/// blake2-256 of the report.
	pub document: H256,
	/// When it was reported.
	pub at: Moment,
	/// The grantor's officer.
	pub by: AccountId,
	/// What the issuer answered; none as long as it has not.
	pub answer: Option<IrregularityAnswer<AccountId>>,
}

/// An issuer's answer to a report.
#[stored(no_skip_type_params)]
pub struct IrregularityAnswer<AccountId> {
	/// blake2-256 of the answer.
	pub document: H256,
	/// When it was given.
	pub at: Moment,
	/// The issuer's officer.
	pub by: AccountId,
}
