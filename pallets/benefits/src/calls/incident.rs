//! Incidents: while one is open at an administration, it serves first whoever has the benefit of
//! trade recovery. What opening and closing one share.

use crate::{types::Step, Config, Error, Pallet};
use aeo_support::{clock::BlockTime, refusals::ensure_document};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Returns a step that is taken now.
	pub(super) fn step(document: H256) -> Result<Step, Error<T>> {
		ensure_document::<Error<T>>(document)?;
		Ok(Step {
			document,
			block: Self::block(),
			at: T::Time::moment(),
		})
	}
}
