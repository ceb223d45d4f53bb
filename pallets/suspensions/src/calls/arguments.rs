//! What is typed, read; what is not understood is named.

use crate::{Config, Error, Pallet};

aeo_support::refusals!(
	DateError,
	DocumentMissing,
	NotACertificateNumber,
	NotASignedTransaction,
	NotConfirmable,
);

aeo_support::readers!(number, day);
