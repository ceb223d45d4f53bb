//! Answers about who may read what of certified traders.

use aeo_primitives::{
	recognition::ConsentNeed, AgreementId, CertificateNumber, DataClasses, ListStanding, Moment,
	Territory, Text,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;

answers! {
	/// What of a certificate's data a reader may read at the block's time.
	struct SharedCertificate {
		/// Its place among the issuer's certificates, from 0.
		pub ordinal: u32,
		/// Its number.
		pub number: CertificateNumber,
		/// The classes of data; none where it is not shared with the reader.
		pub classes: DataClasses,
	}

	/// The last list of an issuer for a reader.
	struct ListStatus {
		/// Whose certificates it is about.
		pub issuer: Territory,
		/// Who can open it.
		pub reader: Territory,
		/// Counts the lists of this issuer for this reader, from 1.
		pub sequence: u32,
		/// The X25519 public key to which it is sealed.
		pub sealed_to: H256,
		/// The root over its pages; zeros where it has none.
		pub root: H256,
		/// How many pages it has.
		pub pages: u32,
		/// The number of the block on whose state it was made.
		pub as_of: u32,
		/// The number of the block in which it was published.
		pub block: u32,
		/// The time of that block.
		pub at: Moment,
		/// Where the issuer's files are fetched; none where it doesn't say.
		pub source: Option<Text<128>>,
		/// Whether it is what its reader can open, and may have.
		pub standing: ListStanding,
	}

	/// The lists of an administration.
	struct ListReport {
		/// Those that it has published, by reader; its own among them.
		pub given: Vec<ListStatus>,
		/// Those that are for it, by issuer; its own among them.
		pub received: Vec<ListStatus>,
	}

	/// A leg under which a certificate may be shared.
	struct LegSharing {
		/// The agreement.
		pub agreement: AgreementId,
		/// Who reads under it.
		pub reader: Territory,
		/// What it discloses, of certificates that it covers.
		pub classes: DataClasses,
		/// Whether it is in force at the block's time.
		pub in_force: bool,
		/// Whether it needs the holder's consent.
		pub consent: ConsentNeed,
		/// Whether the consent is given, needed or not.
		pub given: bool,
		/// When the holder last said something that covers it; none where the programme's word holds,
		/// with which the certificate was issued.
		pub since: Option<Moment>,
		/// Whether an officer said so, with the holder's paper.
		pub on_paper: bool,
		/// What is shared under it at the block's time.
		pub shared: DataClasses,
	}
}
