//! Registering a trader whose number fails its check and was legally issued.

use crate::{
	rules::{check::is_overridable, trader::trader_id},
	types::TinCheck,
	Config, Error, Pallet, Traders,
};
use aeo_primitives::{tin::Tin, Territory};
use aeo_support::refusals::ensure_document;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Registers a trader with a number for which the administration's own account vouches.
	pub(crate) fn do_register_despite_check(
		administration: Territory,
		tin: &Tin,
		publication_consent: H256,
		instrument: H256,
	) -> DispatchResult {
		ensure!(
			!Traders::<T>::contains_key(trader_id(tin.text())),
			Error::<T>::RegisteredAlready
		);
		Self::ensure_overridable(tin)?;
		ensure_document::<Error<T>>(instrument)?;
		let check = TinCheck::Overridden { instrument };
		Self::store(administration, tin, check, publication_consent)?;
		Ok(())
	}

	/// Refuses a number that passes, or fails in a way in which no legally issued one does.
	fn ensure_overridable(tin: &Tin) -> DispatchResult {
		match tin.check() {
			Err(reason) if is_overridable(reason) => Ok(()),
			Err(reason) => Err(Error::<T>::from(reason).into()),
			Ok(_) => Err(Error::<T>::TinCheckPasses.into()),
		}
	}
}
