//! Confirming a batch that waits.

use crate::{Config, Error, Pallet, WeightInfo};
use aeo_primitives::{Maker, OnStandingChange, Scope, Territory};
use aeo_support::{clock::BlockTime, signers::Signers};
use frame_support::{
	pallet_prelude::{DispatchError, Get},
	weights::Weight,
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Returns what the largest batch weighs at most.
	pub(crate) fn largest_batch_weight() -> Weight {
		let rows = T::MaxBatch::get();
		T::WeightInfo::authorise_batch(rows)
			.max(T::WeightInfo::take_over(rows))
			.saturating_add(T::OnStandingChange::max_weight(rows))
	}

	/// Does what a batch says. Returns what that weighed at most.
	pub(crate) fn do_confirm_batch(
		issuer: Territory,
		checker: Maker<T::AccountId>,
		batch: H256,
		proposal: u32,
	) -> Result<Weight, DispatchError> {
		let pending = Self::proposed_batch(issuer, batch, proposal)?;
		let (content, hands) = pending
			.confirm(checker, T::Time::moment(), 0, |maker| {
				T::Administrations::is_officer_of(issuer, maker, Scope::Certification)
			})
			.map_err(Error::<T>::from)?;
		Self::close_batch(issuer, batch);
		Ok(Self::carry_out(issuer, batch, &content, &hands))
	}
}
