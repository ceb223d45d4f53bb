//! Recording the uses of a period sealed: the administration evaluates at its own node, and records
//! no more than a Merkle root, what the uses under it come to, and a sealed line for each holder.

use super::tally::Tally;
use crate::{
	rules::sealing::{ensure_fit, ensure_follows, NotSealable},
	types::{
		Counter, SealedCounter, SealedLine, SealedLog, SealedPeriod, SealedRecord, MAX_SEALED,
	},
	Config, Error, Event, Pallet, SealedLines, SealedLogs, SealedRecords, WeightInfo,
};
use aeo_primitives::{AdministrationLookup, Territory, UsesRecorded};
use aeo_support::clock::{BlockTime, Clock};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{
	ensure,
	pallet_prelude::{ConstU32, DispatchError, DispatchResult},
	weights::Weight,
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

/// The counters of a period.
type PeriodCounters = BoundedVec<SealedCounter, ConstU32<MAX_SEALED>>;

impl<T: Config> From<NotSealable> for Error<T> {
	fn from(why: NotSealable) -> Self {
		match why {
			NotSealable::Reversed => Self::EndsBeforeItBegins,
			NotSealable::SealedAlready => Self::DaysSealedAlready,
			NotSealable::NotCome => Self::DayNotCome,
			NotSealable::CounterTwice => Self::CounterTwice,
			NotSealable::CountersDontFit => Self::CountersDontFit,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Returns what it weighs to record a period with so many counters and lines. More than there
	/// may be weigh no more: they are refused.
	pub(crate) fn sealing(counters: usize, lines: usize) -> Weight {
		let most = |rows: usize| rows.saturated_into::<u32>().min(MAX_SEALED);
		T::WeightInfo::record_sealed(most(counters), most(lines))
	}

	/// Stores the record, its lines and what it comes to.
	pub(crate) fn do_record_sealed(
		grantor: Territory,
		by: T::AccountId,
		period: SealedPeriod,
		root: H256,
		leaves: u32,
		counters: PeriodCounters,
		lines: Vec<SealedLine>,
	) -> DispatchResult {
		let holders: u32 = lines.len().saturated_into();
		ensure!(holders <= MAX_SEALED, Error::<T>::TooManySealedRows);
		let chosen = T::Administrations::grantor(grantor).ok_or(DispatchError::Unavailable)?;
		ensure!(
			chosen.uses_recorded == UsesRecorded::Sealed,
			Error::<T>::UsesAreClear
		);
		ensure!(!root.is_zero(), Error::<T>::RootMissing);
		let today = Clock::of::<T::Time>(&chosen.administration)
			.today()
			.map_err(|_| DispatchError::Unavailable)?;
		let mut log = SealedLogs::<T>::get(grantor);
		ensure_follows(period, log, today).map_err(Error::<T>::from)?;
		ensure_fit(&counters, leaves).map_err(Error::<T>::from)?;
		let number = log.records;
		log = SealedLog {
			records: number.checked_add(1).ok_or(ArithmeticError::Overflow)?,
			leaves: log
				.leaves
				.checked_add(leaves.into())
				.ok_or(ArithmeticError::Overflow)?,
			until: Some(period.until),
		};
		let mut tally = Tally::<T>::new(grantor);
		for counted in &counters {
			tally.count([counted.key()], |counter| {
				let sealed = counter.sealed.checked_add(counted.count.into())?;
				Some(Counter { sealed, ..counter })
			})?;
		}
		tally.write()?;
		let lines = Self::keep_lines(grantor, number, lines)?;
		SealedLogs::<T>::insert(grantor, log);
		let record = SealedRecord {
			period,
			root,
			leaves,
			counters,
			lines,
			block: Self::block(),
			at: T::Time::moment(),
		};
		SealedRecords::<T>::insert(grantor, number, record);
		Self::deposit_event(Event::UsesSealed {
			grantor,
			record: number,
			period,
			root,
			leaves,
			lines,
			by,
		});
		Ok(())
	}

	/// Stores the holders' lines, each under its holder, and returns their number.
	fn keep_lines(
		grantor: Territory,
		record: u32,
		lines: Vec<SealedLine>,
	) -> Result<u32, DispatchError> {
		let count = lines.len().saturated_into();
		let mut known = BTreeSet::new();
		for SealedLine { holder, blob } in lines {
			ensure!(!holder.is_zero(), Error::<T>::HolderMissing);
			ensure!(known.insert(holder), Error::<T>::HolderTwice);
			let blob = BoundedVec::try_from(blob).map_err(|_| Error::<T>::LineTooLong)?;
			SealedLines::<T>::insert((grantor, holder, record), blob);
		}
		Ok(count)
	}
}
