//! The end of a trader, which closing and merging have in common: who hears of it, and what that
//! weighs.

use crate::{Config, Pallet};
use aeo_primitives::{OnTraderEnded, Territory, TraderId};
use frame_support::{pallet_prelude::Get, weights::Weight};

impl<T: Config> Pallet<T> {
	/// Reports that a trader of `administration` goes on no more, and returns what a call weighs
	/// with that.
	pub(super) fn tell_ended(
		call: Weight,
		administration: Territory,
		trader: TraderId,
		counted: bool,
	) -> Weight {
		let reads = if counted {
			T::OnTraderEnded::on_ended(administration, &trader)
		} else {
			0
		};
		call.saturating_add(T::DbWeight::get().reads(reads.into()))
	}

	/// Returns the most that a call weighs with that.
	pub(crate) fn telling_most(call: Weight) -> Weight {
		call.saturating_add(T::DbWeight::get().reads(T::OnTraderEnded::max_reads().into()))
	}
}
