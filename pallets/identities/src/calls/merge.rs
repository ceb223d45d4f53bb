//! Merging a trader into another.

use crate::{types::Trader, weights::WeightInfo, Config, Error, Event, Pallet, Traders};
use aeo_primitives::{recognition::TraderState, TraderId, WrittenTin};
use aeo_support::refusals::ensure_document;
use frame_support::{dispatch::DispatchResultWithPostInfo, ensure};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Merges a trader into another, and returns what that weighed with telling of it: `counted`
	/// says whether what was certified for it has counted until now.
	pub(crate) fn do_merge(
		trader: TraderId,
		mut record: Trader,
		counted: bool,
		into: &WrittenTin,
		document: H256,
	) -> DispatchResultWithPostInfo {
		ensure_document::<Error<T>>(document)?;
		let (other, mut successor) = Self::active(into)?;
		ensure!(other != trader, Error::<T>::MergedIntoItself);
		let administration = record.administration;
		Self::vouch(administration, other, &mut successor)?;
		let into = successor.tin;
		record.state = TraderState::Merged { into: into.clone() };
		Traders::<T>::insert(trader, record);
		Self::deposit_event(Event::TraderMerged {
			trader,
			into,
			document,
		});
		let weight = T::WeightInfo::merge();
		Ok(Some(Self::tell_ended(weight, administration, trader, counted)).into())
	}
}
