//! Suspending a leg (M4).

use crate::{Config, Pallet};
use aeo_primitives::{AgreementId, Territory};
use frame_support::pallet_prelude::DispatchResult;
use frame_system::pallet_prelude::OriginFor;

impl<T: Config> Pallet<T> {
	/// Suspends a leg at the end at which the signer's administration is.
	pub(crate) fn do_suspend_leg(
		origin: OriginFor<T>,
		number: AgreementId,
		issuer: Territory,
		grantor: Territory,
	) -> DispatchResult {
		Self::set_suspended(origin, number, issuer, grantor, true)
	}
}
