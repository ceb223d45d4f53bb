//! Removing grants that are older than they are kept. Nothing depends on it: what is counted stays
//! counted, and a grant that is not removed says what it said.

use super::tally::Tally;
use crate::{
	types::{Counter, CounterKey, MAX_BENEFITS, MAX_COUNTERS, MAX_PRUNED},
	Config, Error, Event, GrantLogs, GrantOrder, Grants, Pallet, Uses, WeightInfo,
};
use aeo_primitives::{Moment, Territory};
use aeo_support::clock::BlockTime;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, Get},
	weights::Weight,
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Returns the most that it weighs to remove so many grants.
	pub(crate) fn pruning_most(limit: u32) -> Weight {
		let limit = limit.min(MAX_PRUNED);
		let counters = limit.saturating_mul(MAX_BENEFITS).min(MAX_COUNTERS);
		Self::pruning(limit, counters)
	}

	/// Returns what it weighs to remove so many grants and to write so many counters.
	fn pruning(grants: u32, counters: u32) -> Weight {
		T::WeightInfo::prune(grants).saturating_add(T::WeightInfo::count(counters))
	}

	/// Removes the oldest grants, at most `limit`, and returns what that weighs.
	pub(crate) fn do_prune(
		grantor: Territory,
		by: T::AccountId,
		limit: u32,
	) -> Result<Weight, DispatchError> {
		ensure!(
			(1..=MAX_PRUNED).contains(&limit),
			Error::<T>::LimitOutOfRange
		);
		let mut log = GrantLogs::<T>::get(grantor);
		let mut tally = Tally::<T>::new(grantor);
		let (first, now) = (log.first, T::Time::moment());
		let mut count: u32 = 0;
		while count < limit && log.first < log.next {
			if !Self::prune_one(grantor, log.first, now, &mut tally)? {
				break;
			}
			log.first = log.first.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		}
		ensure!(count > 0, Error::<T>::NothingToPrune);
		GrantLogs::<T>::insert(grantor, log);
		Self::deposit_event(Event::GrantsPruned {
			grantor,
			first,
			count,
			by,
		});
		Ok(Self::pruning(count, tally.write()?.counters))
	}

	/// Removes the grant at this place where it is old enough, and returns whether it was.
	fn prune_one(
		grantor: Territory,
		place: u64,
		now: Moment,
		tally: &mut Tally<T>,
	) -> Result<bool, DispatchError> {
		let stored = GrantOrder::<T>::get(grantor, place)
			.and_then(|at| Grants::<T>::get(grantor, at).map(|grant| (at, grant)));
		let Some((at, grant)) = stored else {
			return Ok(false);
		};
		let is_kept = grant
			.at
			.checked_add(T::Retention::get())
			.is_none_or(|end| end >= now);
		if is_kept {
			return Ok(false);
		}
		let given = grant.entitlements.iter();
		tally.count(
			given.map(|given| CounterKey::of(given, grant.direction)),
			|counter| {
				let pruned = counter.pruned.checked_add(1)?;
				Some(Counter { pruned, ..counter })
			},
		)?;
		GrantOrder::<T>::remove(grantor, place);
		Grants::<T>::remove(grantor, at);
		Uses::<T>::remove(grant.trader, grant.place);
		Ok(true)
	}
}
