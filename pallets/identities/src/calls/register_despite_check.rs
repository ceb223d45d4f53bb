//! Registering a trader whose number fails its check and was legally issued.

use crate::{Config, Error, Pallet};
use aeo_primitives::{tin::Tin, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Registers a trader with a number for which its administration vouches: by its own account,
	/// or by two officers.
	pub(crate) fn do_register_despite_check(
		administration: Territory,
		tin: &Tin,
		publication_consent: H256,
		instrument: H256,
	) -> DispatchResult {
		ensure!(
			Self::find(tin.text()).is_none(),
			Error::<T>::RegisteredAlready
		);
		Self::register_new(administration, tin, publication_consent, Some(instrument))?;
		Ok(())
	}
}
