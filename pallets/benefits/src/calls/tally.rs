//! Counting what was given, by agreement, benefit and direction (invariant I22).

use crate::{
	types::{Counter, CounterKey, MAX_COUNTERS},
	Config, CounterCount, CounterKeys, Counters, Error,
};
use aeo_primitives::Territory;
use alloc::{collections::BTreeMap, vec::Vec};
use core::marker::PhantomData;
use frame_support::ensure;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

/// What a call counts for one administration: each counter is read once, and written once at the end,
/// however many grants it counts.
pub(crate) struct Tally<T> {
	administration: Territory,
	counters: BTreeMap<CounterKey, Counted>,
	config: PhantomData<T>,
}

/// A counter, with what the call has counted already.
#[derive(Clone, Copy)]
struct Counted {
	counter: Counter,
	/// Whether nothing was counted by this key before.
	is_first: bool,
}

/// How many counters were written.
pub(crate) struct Written {
	pub counters: u32,
	/// Of them, those by which nothing was counted before.
	pub new: u32,
}

impl<T: Config> Tally<T> {
	/// Begins to count, with nothing.
	pub fn new(administration: Territory) -> Self {
		Self {
			administration,
			counters: BTreeMap::new(),
			config: PhantomData,
		}
	}

	/// Changes each of the counters, or none where one can't be changed. A key comes once.
	pub fn count(
		&mut self,
		keys: impl IntoIterator<Item = CounterKey>,
		change: impl Fn(Counter) -> Option<Counter>,
	) -> Result<(), Error<T>> {
		let mut changed = Vec::new();
		let mut further: u32 = 0;
		for key in keys {
			let counted = match self.counters.get(&key) {
				Some(counted) => *counted,
				None => {
					further = further.saturating_add(1);
					self.stored(key)
				}
			};
			let counter = change(counted.counter).ok_or(Error::<T>::TooManyUses)?;
			changed.push((key, Counted { counter, ..counted }));
		}
		let known: u32 = self.counters.len().saturated_into();
		ensure!(
			known.saturating_add(further) <= MAX_COUNTERS,
			Error::<T>::TooManyCounters
		);
		self.counters.extend(changed);
		Ok(())
	}

	/// Returns a counter as it is stored.
	fn stored(&self, key: CounterKey) -> Counted {
		let stored = Counters::<T>::get(self.administration, key);
		Counted {
			counter: stored.unwrap_or_default(),
			is_first: stored.is_none(),
		}
	}

	/// Writes what was counted.
	pub fn write(self) -> Result<Written, ArithmeticError> {
		let counters = self.counters.len().saturated_into();
		let before = CounterCount::<T>::get(self.administration);
		let mut count = before;
		for (key, counted) in self.counters {
			Counters::<T>::insert(self.administration, key, counted.counter);
			if counted.is_first {
				CounterKeys::<T>::insert(self.administration, count, key);
				count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			}
		}
		if count != before {
			CounterCount::<T>::insert(self.administration, count);
		}
		Ok(Written {
			counters,
			new: count.saturating_sub(before),
		})
	}
}
