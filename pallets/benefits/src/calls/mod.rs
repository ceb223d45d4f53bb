//! The work of the calls, one file each; here what several of them share.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod arguments;
mod close_incident;
mod giving;
mod grant;
mod grant_many;
mod incident;
mod open_incident;
mod prune;
mod record_sealed;
pub(crate) mod tally;

use crate::{Config, Pallet};
use aeo_primitives::{Officers, Scope, Territory};
use frame_support::pallet_prelude::DispatchError;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Returns the administration for which the signer is an officer with this scope, and the
	/// signer.
	pub(crate) fn ensure_officer(
		origin: OriginFor<T>,
		scope: Scope,
	) -> Result<(Territory, T::AccountId), DispatchError> {
		let officer = ensure_signed(origin)?;
		let administration =
			T::Administrations::ensure_officer(&officer, scope).map_err(Into::into)?;
		Ok((administration, officer))
	}

	/// Returns the number of the block.
	fn block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}
}
