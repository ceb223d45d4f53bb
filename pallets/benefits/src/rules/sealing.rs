//! Which uses of a period can be recorded sealed.

use crate::types::{SealedCounter, SealedLog, SealedPeriod};
use aeo_primitives::Date;
use alloc::collections::BTreeSet;
use frame_support::ensure;

/// Why a period can't be recorded.
pub(crate) enum NotSealable {
	/// It ends before it begins.
	Reversed,
	/// It begins before the last one that is sealed is over.
	SealedAlready,
	/// It has a day that is to come.
	NotCome,
	/// Two counters are of the same agreement, benefit and direction.
	CounterTwice,
	/// The counters can't be those of so many uses.
	CountersDontFit,
}

/// Refuses a period that does not begin after the last one, or has a day that is to come.
pub(crate) fn ensure_follows(
	period: SealedPeriod,
	log: SealedLog,
	today: Date,
) -> Result<(), NotSealable> {
	ensure!(period.from <= period.until, NotSealable::Reversed);
	ensure!(
		log.until.is_none_or(|last| last < period.from),
		NotSealable::SealedAlready
	);
	ensure!(period.until <= today, NotSealable::NotCome);
	Ok(())
}

/// Refuses counters of which one comes twice, or that don't fit the uses: a use gives a benefit
/// once at most, and one at least.
pub(crate) fn ensure_fit(counters: &[SealedCounter], leaves: u32) -> Result<(), NotSealable> {
	let mut known = BTreeSet::new();
	let mut sum: u64 = 0;
	for counted in counters {
		ensure!(known.insert(counted.key()), NotSealable::CounterTwice);
		ensure!(
			(1..=leaves).contains(&counted.count),
			NotSealable::CountersDontFit
		);
		// A period has few counters, of 32 bits each.
		sum = sum
			.checked_add(counted.count.into())
			.ok_or(NotSealable::CountersDontFit)?;
	}
	ensure!(
		leaves > 0 && sum >= leaves.into(),
		NotSealable::CountersDontFit
	);
	Ok(())
}
