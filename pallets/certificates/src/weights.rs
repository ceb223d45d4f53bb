//! Weights of the calls.
//!
//! Estimates, on the safe side: the storage accesses counted in the code for the worst case, each at
//! the price of the database, and a guess for the rest. They are to be replaced by what the
//! benchmarks measure. What is told to other pallets is added by the calls.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call costs at most.
pub trait WeightInfo {
	/// Set a programme.
	fn set_programme() -> Weight;
	/// Set what is given at home.
	fn set_domestic_offers() -> Weight;
	/// Propose, or decide at once, for a trader with a full index.
	fn propose() -> Weight;
	/// Confirm, for a trader with a full index.
	fn confirm() -> Weight;
	/// Refuse.
	fn refuse() -> Weight;
	/// Take over a batch of so many rows, each of a trader with a full index and with as many
	/// periods as allowed.
	fn take_over(rows: u32) -> Weight;
	/// Authorise a batch of so many rows, each an application of a trader with a full index, and
	/// with as many opinions as a programme can require.
	fn authorise_batch(rows: u32) -> Weight;
	/// Refuse a batch.
	fn refuse_batch() -> Weight;
	/// Apply, for a trader with a full index.
	fn apply() -> Weight;
	/// A step that changes a certificate and looks at no other.
	fn step() -> Weight;
	/// Register an agency.
	fn register_agency() -> Weight;
	/// Remove one.
	fn remove_agency() -> Weight;
	/// Give an opinion.
	fn opine() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> SubstrateWeight<T> {
	fn weight(picoseconds: u64, reads: u64, writes: u64) -> Weight {
		Weight::from_parts(picoseconds, 0)
			.saturating_add(T::DbWeight::get().reads_writes(reads, writes))
	}
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn set_programme() -> Weight {
		Self::weight(30_000_000, 2, 1)
	}

	fn set_domestic_offers() -> Weight {
		Self::weight(40_000_000, 2, 1)
	}

	// Officer, signer, administration, pending, programme, certificate, trader, registrar, index with
	// 16 certificates, ordinal, eight opinions, log's count; trader, certificate, period, index,
	// ordinal, pending, log and its count.
	fn propose() -> Weight {
		Self::weight(150_000_000, 36, 8)
	}

	fn confirm() -> Weight {
		Self::weight(150_000_000, 36, 8)
	}

	fn refuse() -> Weight {
		Self::weight(30_000_000, 4, 1)
	}

	// A row: programme, certificate, trader, registrar, index with 16 certificates, ordinal; trader,
	// certificate, index, ordinal and nine periods.
	fn take_over(rows: u32) -> Weight {
		let row = Self::weight(120_000_000, 21, 13);
		Self::weight(100_000_000, 6, 2).saturating_add(row.saturating_mul(rows.into()))
	}

	// A row: programme, certificate, trader, registrar, index with 16 certificates, ordinal, eight
	// opinions; trader, certificate, index, ordinal, period, log. The log's count once.
	fn authorise_batch(rows: u32) -> Weight {
		let row = Self::weight(120_000_000, 30, 6);
		Self::weight(100_000_000, 7, 3).saturating_add(row.saturating_mul(rows.into()))
	}

	fn refuse_batch() -> Weight {
		Self::weight(60_000_000, 5, 2)
	}

	// As `propose`, without the pending decision; the ordinal twice.
	fn apply() -> Weight {
		Self::weight(150_000_000, 27, 7)
	}

	// Holder, trader, officer, signer, administration, certificate, programme, log's count; certificate,
	// period, log and its count.
	fn step() -> Weight {
		Self::weight(80_000_000, 9, 4)
	}

	// Signer, administration, agency and its count; the account's role, administration, link, offer
	// and agency, its provider and its record; agency, its account, the count, provider and record.
	fn register_agency() -> Weight {
		Self::weight(40_000_000, 11, 5)
	}

	// The signer as an agency and as an own account, administration, agency and its count; agency,
	// its account, the count.
	fn remove_agency() -> Weight {
		Self::weight(30_000_000, 5, 3)
	}

	// Agency, administration, certificate, opinion, the clock; opinion.
	fn opine() -> Weight {
		Self::weight(40_000_000, 5, 1)
	}
}
