//! Refusing a batch that waits, or taking it back.

use crate::{Config, Event, Pallet};
use aeo_primitives::{Maker, Territory};
use frame_support::pallet_prelude::DispatchResult;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Refuses the batch that waits under this hash and number.
	pub(crate) fn do_refuse_batch(
		issuer: Territory,
		officer: Maker<T::AccountId>,
		batch: H256,
		proposal: u32,
	) -> DispatchResult {
		let pending = Self::proposed_batch(issuer, batch, proposal)?;
		Self::close_batch(issuer, batch);
		Self::deposit_event(Event::BatchRefused {
			issuer,
			batch,
			proposal,
			maker: pending.maker.officer,
			by: officer.officer,
		});
		Ok(())
	}
}
