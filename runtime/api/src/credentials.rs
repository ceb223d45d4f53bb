//! Answers about the credentials that issuers give to holders of certificates.

use aeo_primitives::{
	recognition::Standing, CredentialKey, Did, Moment, PreviousKey, SuspensionScope, UtcOffset,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

answers! {
	/// By what an administration issues credentials.
	struct CredentialIssuerStatus {
		/// Its identifier.
		pub did: Did,
		/// The key with which its credentials are checked.
		pub key: CredentialKey,
		/// The key before, as long as what it signed passes too.
		pub previous: Option<PreviousKey>,
		/// Whether its word counts. In a quarantine of its own it signs nothing.
		pub standing: Standing,
		/// Where its clocks stand: the days of its certificates are its own.
		pub utc_offset: UtcOffset,
	}

	/// How the credentials of a certificate stand at the block's time.
	struct CredentialStatus {
		/// Which edition of them counts; those of an earlier one are void.
		pub edition: u16,
		/// Whether the certificate is over: revoked, relinquished, annulled, its days are over, or its trader is
		/// no more.
		pub ended: bool,
		/// What of it is suspended; all where the issuer does not vouch for its trader now.
		pub suspended: Option<SuspensionScope>,
	}

	/// A page of the certificates of an issuer.
	struct CredentialStatusPage {
		/// How many certificates the issuer has in all, applications too.
		pub ordinals: u32,
		/// Those on this page, in the order of their ordinals without a gap.
		pub statuses: Vec<CredentialStatus>,
		/// The next moment at which the clock changes one of them, where nothing is decided before.
		pub changes_at: Option<Moment>,
	}
}
