//! What is typed, read; what is not understood is named.

use crate::{
	types::{SealedPeriod, WrittenPeriod},
	Config, Error, Pallet,
};
use aeo_primitives::{certificate_number, Date, Identifier, Written};

aeo_support::refusals!(DateError, DocumentMissing, NotACertificateNumber);

impl<T: Config> Pallet<T> {
	/// Returns the days that somebody has written.
	pub(crate) fn period(written: &WrittenPeriod) -> Result<SealedPeriod, Error<T>> {
		let day = |written: &Written| written.read::<Date>().map_err(Error::<T>::from);
		Ok(SealedPeriod {
			from: day(&written.from)?,
			until: day(&written.until)?,
		})
	}

	/// Refuses what can't be read. It names nobody, and that is another answer than a name that
	/// nobody has.
	pub(super) fn ensure_understood(identifier: &Identifier) -> Result<(), Error<T>> {
		if let Identifier::Certificate { number, .. } = identifier {
			certificate_number(number)?;
		}
		Ok(())
	}
}
