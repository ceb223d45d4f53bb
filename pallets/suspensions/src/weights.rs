//! Weights of the calls.
//!
//! Estimates, on the safe side: the storage accesses counted for the worst case, each at the price
//! of the database, and a guess for the rest. What the certificates read and write is counted from
//! their description: per suspended or reinstated certificate 8 reads (certificate, clock, offset,
//! count of changes, counts of two states, two to spare) and 6 writes (certificate, status period,
//! change, count of changes, counts of two states). They are to be replaced by what the benchmarks measure. What telling everybody of the
//! change reads is added by the calls.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call costs at most.
pub trait WeightInfo {
	/// Suspend so many certificates of one trader.
	fn suspend(certificates: u32) -> Weight;
	/// Propose a reinstatement, for a second officer.
	fn propose_reinstatement() -> Weight;
	/// Decide on a reinstatement: comes on top of proposing or confirming it.
	fn reinstate() -> Weight;
	/// Confirm a reinstatement, without what it does.
	fn confirm_reinstatement() -> Weight;
	/// Refuse a reinstatement.
	fn refuse_reinstatement() -> Weight;
	/// Suspend recognition.
	fn suspend_recognition() -> Weight;
	/// Restore recognition.
	fn restore_recognition() -> Weight;
	/// Acknowledge a version.
	fn acknowledge() -> Weight;
	/// Report an irregularity.
	fn report_irregularity() -> Weight;
	/// Answer a report.
	fn answer_irregularity() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn suspend(certificates: u32) -> Weight {
		let certificates = u64::from(certificates);
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(certificates))
			.saturating_add(
				T::DbWeight::get()
					.reads_writes(8, 6)
					.saturating_mul(certificates),
			)
	}

	fn propose_reinstatement() -> Weight {
		Weight::from_parts(50_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 1))
	}

	fn reinstate() -> Weight {
		Weight::from_parts(60_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 6))
	}

	fn confirm_reinstatement() -> Weight {
		Weight::from_parts(45_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 1))
	}

	fn refuse_reinstatement() -> Weight {
		Weight::from_parts(25_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}

	fn suspend_recognition() -> Weight {
		Weight::from_parts(35_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 1))
	}

	fn restore_recognition() -> Weight {
		Weight::from_parts(25_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}

	fn acknowledge() -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	// Reads: account, administration, certificate, clock, both counts, one to spare. Writes: the
	// report, its place among those sent, both counts.
	fn report_irregularity() -> Weight {
		Weight::from_parts(40_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	// Reads: account, administration, report, clock, one to spare. Writes: the report.
	fn answer_irregularity() -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 1))
	}
}
