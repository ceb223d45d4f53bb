//! What is written in a call, read as what it means. Whatever is wrong with it is said here, and
//! not by the decoder.

use crate::{Config, Error, Pallet};
use aeo_primitives::{Wish, WrittenWish};
use frame_support::pallet_prelude::DispatchError;

aeo_support::refusals!(
	DateError,
	DocumentMissing,
	NotACertificateNumber,
	NotACode,
	NotASignedTransaction,
);

aeo_support::readers!(number, day, roles, code, certificate_type);

impl<T: Config> Pallet<T> {
	/// Reads what a holder wants.
	pub(crate) fn wish(written: WrittenWish) -> Result<Wish, DispatchError> {
		written.try_map(Self::day)
	}
}
