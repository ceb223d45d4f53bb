//! Weights of the calls.
//!
//! Estimates, on the safe side: the storage accesses counted for the worst case, each at the price
//! of the database, and a guess for the rest. What the certificates read and write is counted from
//! their description: per suspended or reinstated certificate 8 reads (certificate, who asked, clock,
//! offset, count of changes, counts of two states, one to spare) and 6 writes (certificate, status period,
//! change, count of changes, counts of two states). They are to be replaced by what the benchmarks
//! measure. What telling everybody of the change reads is added by the calls.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call costs at most.
pub trait WeightInfo {
	/// Suspends so many certificates of one trader.
	fn suspend(certificates: u32) -> Weight;
	/// Refuses to suspend, where so many certificates can be looked at.
	fn suspend_refused(certificates: u32) -> Weight;
	/// Refuses an account that is no officer with the scope.
	fn refused() -> Weight;
	/// Proposes a reinstatement, for a second officer.
	fn propose_reinstatement() -> Weight;
	/// Decides on a reinstatement: comes on top of proposing or confirming it.
	fn reinstate() -> Weight;
	/// Confirms a reinstatement, without what it does.
	fn confirm_reinstatement() -> Weight;
	/// Refuses a reinstatement.
	fn refuse_reinstatement() -> Weight;
	/// Suspends recognition.
	fn suspend_recognition() -> Weight;
	/// Restores recognition.
	fn restore_recognition() -> Weight;
	/// Acknowledges a version.
	fn acknowledge() -> Weight;
	/// Acknowledges all that an issuer told up to two places.
	fn acknowledge_through() -> Weight;
	/// Reports an irregularity.
	fn report_irregularity() -> Weight;
	/// Answers a report.
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

	// Reads: account, administration, clock, offset, trader, index, two to spare; each certificate.
	fn suspend_refused(certificates: u32) -> Weight {
		let certificates = u64::from(certificates);
		Weight::from_parts(40_000_000, 0)
			.saturating_add(Weight::from_parts(2_000_000, 0).saturating_mul(certificates))
			.saturating_add(T::DbWeight::get().reads(certificates.saturating_add(8)))
	}

	// Reads: account, administration.
	fn refused() -> Weight {
		Weight::from_parts(10_000_000, 0).saturating_add(T::DbWeight::get().reads(2))
	}

	// Reads: account, administration, certificate, clock, offset, programme, signer, proposal, count,
	// one to spare. Writes: proposal, count.
	fn propose_reinstatement() -> Weight {
		Weight::from_parts(50_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 2))
	}

	fn reinstate() -> Weight {
		Weight::from_parts(60_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 6))
	}

	// Reads: account, administration, signer, proposal, certificate, clock, the maker's account, one to
	// spare. Writes: the proposal.
	fn confirm_reinstatement() -> Weight {
		Weight::from_parts(45_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 1))
	}

	fn refuse_reinstatement() -> Weight {
		Weight::from_parts(25_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}

	// Both write the suspension, and the certificate's one value of grantors.
	fn suspend_recognition() -> Weight {
		Weight::from_parts(40_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 2))
	}

	fn restore_recognition() -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	fn acknowledge() -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	// Reads: account, administration, both lengths, what was acknowledged, one to spare. Writes: what is
	// acknowledged.
	fn acknowledge_through() -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 1))
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
