//! The end of a trader, which closing and merging have in common: who hears of it, and what that
//! weighs.

use crate::{Config, Pallet};
use aeo_primitives::{OnTraderEnded, Territory, TraderId};
use frame_support::weights::Weight;

impl<T: Config> Pallet<T> {
	/// Reports that a trader of `administration` goes on no more, and returns what a call weighs
	/// with that.
	pub(super) fn tell_ended(
		call: Weight,
		administration: Territory,
		trader: TraderId,
		counted: bool,
	) -> Weight {
		if counted {
			call.saturating_add(T::OnTraderEnded::on_ended(administration, &trader))
		} else {
			call
		}
	}

	/// Returns the most that a call weighs with that.
	pub(crate) fn telling_most(call: Weight) -> Weight {
		call.saturating_add(T::OnTraderEnded::max_weight())
	}
}
