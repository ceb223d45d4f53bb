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
	/// Begin or end a review.
	fn set_review() -> Weight;
	/// Decide a succession.
	fn succeed_type() -> Weight;
	/// Take one back.
	fn withdraw_succession() -> Weight;
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
	// Own account, administration, all legs of the issuer in one value; the programme.
	fn set_programme() -> Weight {
		Self::weight(300_000_000, 3, 1)
	}

	fn set_domestic_offers() -> Weight {
		Self::weight(40_000_000, 2, 1)
	}

	// Officer, signer, administration, programme, successions, certificate, who asked, the account that did, its
	// trader and who linked it, trader, registrar, index with 16 certificates, ordinal, eight opinions,
	// log's count, counts of two states, the last number, what waits of the officer's, what has lapsed
	// of it with the one that takes its place, count of what waits; trader, certificate, period, index, ordinal and what is found by it, log and its count,
	// counts of two states, who asked; or the number, pending, its place, count of what waits, what
	// waits of the officer's, and what has lapsed.
	fn propose() -> Weight {
		Self::weight(160_000_000, 48, 12)
	}

	// As `propose`; the maker's scopes and administration, and what waits last with its decision;
	// pending, what waits of the maker's, count of what waits, two places, and the decision that moved.
	fn confirm() -> Weight {
		Self::weight(160_000_000, 47, 17)
	}

	// Officer, signer, pending, what waits of its maker's, count of what waits, what waits last with its
	// decision; pending, what waits of its maker's, count of what waits, two places, and the decision
	// that moved.
	fn refuse() -> Weight {
		Self::weight(40_000_000, 8, 6)
	}

	// A row: programme, certificate, trader by two numbers, registrar, index with 16 certificates, ordinal; trader,
	// certificate, index, ordinal and what is found by it, count of a state, and nine periods.
	fn take_over(rows: u32) -> Weight {
		let row = Self::weight(120_000_000, 24, 15);
		Self::weight(100_000_000, 9, 3).saturating_add(row.saturating_mul(rows.into()))
	}

	// A row: programme, certificate, trader by two numbers, registrar, index with 16 certificates, ordinal, eight
	// opinions, counts of two states; trader, certificate, index, ordinal and what is found by it,
	// period, log, counts of two states. The log's count once.
	fn authorise_batch(rows: u32) -> Weight {
		let row = Self::weight(120_000_000, 36, 10);
		Self::weight(100_000_000, 10, 4).saturating_add(row.saturating_mul(rows.into()))
	}

	fn refuse_batch() -> Weight {
		Self::weight(60_000_000, 5, 2)
	}

	// On the safe side, as a step of an application.
	fn set_review() -> Weight {
		Self::weight(80_000_000, 13, 7)
	}

	// Own account, administration, two programmes, successions; successions.
	fn succeed_type() -> Weight {
		Self::weight(60_000_000, 5, 1)
	}

	// Own account, administration, successions; successions.
	fn withdraw_succession() -> Weight {
		Self::weight(50_000_000, 3, 1)
	}
}
