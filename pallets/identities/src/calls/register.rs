//! Registering a trader.

use crate::{types::Trader, Config, Error, Pallet, Traders};
use aeo_primitives::{tin::Tin, Territory, TraderId};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Registers the trader with a TIN, for the first time or again.
	pub(crate) fn do_register(
		administration: Territory,
		tin: &Tin,
		publication_consent: H256,
	) -> DispatchResult {
		if let Some((trader, record)) = Self::find(tin.text()) {
			return Self::register_again(administration, trader, record, publication_consent);
		}
		Self::register_new(administration, tin, publication_consent, None)?;
		Ok(())
	}

	/// Registers a trader again that another administration registered before, or the same in
	/// another admission: with the company's consent to the administration of now.
	fn register_again(
		administration: Territory,
		trader: TraderId,
		mut record: Trader,
		publication_consent: H256,
	) -> DispatchResult {
		let before = (record.administration, record.admission);
		ensure!(
			Self::vouch(administration, trader, &mut record).is_ok()
				&& before != (record.administration, record.admission),
			Error::<T>::RegisteredAlready
		);
		Self::ensure_active(&record)?;
		Self::ensure_consent(publication_consent)?;
		record.publication_consent = publication_consent;
		Traders::<T>::insert(trader, record);
		Ok(())
	}
}
