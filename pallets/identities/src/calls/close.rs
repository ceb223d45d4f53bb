//! Closing a trader.

use crate::{types::Trader, weights::WeightInfo, Config, Error, Event, Pallet, Traders};
use aeo_primitives::{recognition::TraderState, TraderId};
use aeo_support::refusals::ensure_document;
use frame_support::dispatch::DispatchResultWithPostInfo;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Closes a trader, and returns what that weighed with telling of it: `counted` says whether
	/// what was certified for it has counted until now.
	pub(crate) fn do_close(
		trader: TraderId,
		mut record: Trader,
		counted: bool,
		document: H256,
	) -> DispatchResultWithPostInfo {
		ensure_document::<Error<T>>(document)?;
		let administration = record.administration;
		record.state = TraderState::Closed;
		Traders::<T>::insert(trader, record);
		Self::deposit_event(Event::TraderClosed { trader, document });
		let weight = T::WeightInfo::close();
		Ok(Some(Self::tell_ended(weight, administration, trader, counted)).into())
	}
}
