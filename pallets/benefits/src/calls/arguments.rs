//! What is typed, read; what is not understood is named.

use crate::{
	types::{SealedPeriod, WrittenPeriod},
	Config, Error, Pallet,
};
use aeo_primitives::{certificate_number, Date, Identifier, TraderLookup, Written};
use frame_support::ensure;

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
		match identifier {
			Identifier::Tin(tin) => {
				ensure!(
					T::Traders::id_of(tin).is_some(),
					Error::<T>::TinNotUnderstood
				);
			}
			Identifier::Certificate { number, .. } => {
				certificate_number(number)?;
			}
			Identifier::Alias { .. } => {}
		}
		Ok(())
	}
}
