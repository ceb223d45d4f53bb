//! Weights of the calls.
//!
//! Estimates, on the safe side: the storage accesses counted in the code for the worst case, each at
//! the price of the database, and a guess for the rest. They are to be replaced by what the
//! benchmarks measure. What is told to other pallets is added by the calls.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call costs at most.
pub trait WeightInfo {
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
	/// Make a request.
	fn request() -> Weight;
	/// Answer a request.
	fn answer_request() -> Weight;
	/// Close a request.
	fn close_request() -> Weight;
	/// Take a wish back.
	fn withdraw_wish() -> Weight;
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
	// Officer or holder, signer, administration, trader, registrar, programme, certificate, index with
	// 16 certificates, ordinal twice, counts; trader, certificate, period, index, ordinal and what is
	// found by it, count of a state.
	fn apply() -> Weight {
		Self::weight(150_000_000, 29, 9)
	}

	// Holder, trader, officer, signer, administration twice, certificate, programme, who asked, log's
	// count, counts of two states; certificate, who asked, period, log and its count, counts of two states.
	fn step() -> Weight {
		Self::weight(80_000_000, 13, 7)
	}

	// Officer and its administration, signer, administration's clock, certificate, counts of requests
	// and of the log; request, line of the log, and both counts.
	fn request() -> Weight {
		Self::weight(50_000_000, 7, 4)
	}

	// Holder, trader, officer and its administration, certificate, request; request.
	fn answer_request() -> Weight {
		Self::weight(40_000_000, 6, 1)
	}

	// Officer and its administration, signer, request, count of requests; request, count of requests.
	fn close_request() -> Weight {
		Self::weight(40_000_000, 5, 2)
	}

	// Holder, trader, officer, signer, administration, certificate, who asked; certificate, who asked.
	fn withdraw_wish() -> Weight {
		Self::weight(40_000_000, 7, 2)
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
