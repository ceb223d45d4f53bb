//! Rejecting an application that can't be examined (T2).

use crate::{Config, Pallet};
use aeo_primitives::ApplicationStep;
use frame_support::pallet_prelude::{DispatchError, Weight};
use frame_system::pallet_prelude::OriginFor;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Rejects an application. Returns what telling of it weighed.
	pub(crate) fn do_reject(
		origin: OriginFor<T>,
		number: &str,
		document: H256,
	) -> Result<Weight, DispatchError> {
		Self::examine(origin, number, ApplicationStep::Reject, document)
	}
}
