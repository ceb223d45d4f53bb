//! Weights of the calls.
//!
//! Estimates, on the safe side: the storage accesses counted in the code for the worst case, each at
//! the price of the database, and a guess for the rest. They are to be replaced by what the
//! benchmarks measure.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call costs at most.
pub trait WeightInfo {
	/// Propose an agreement of sixteen parties with so many legs.
	fn propose(legs: u32) -> Weight;
	/// Sign an agreement of sixteen parties; with the last signature so many legs begin.
	fn sign(legs: u32) -> Weight;
	/// Put a leg in force, of a pair with as many as allowed.
	fn put_in_force() -> Weight;
	/// Suspend such a leg.
	fn suspend_leg() -> Weight;
	/// Resume such a leg.
	fn resume_leg() -> Weight;
	/// Take the largest proposal back.
	fn retract() -> Weight;
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
	// The account and its administration, sixteen parties, the number; number, agreement, legs.
	fn propose(legs: u32) -> Weight {
		Self::weight(100_000_000, 19, 3)
			.saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(legs.into()))
	}

	// Account, agreement, sixteen parties, legs; of each leg its pair, its grantor and the issuer's
	// grantors.
	fn sign(legs: u32) -> Weight {
		let leg = Self::weight(10_000_000, 3, 2);
		Self::weight(100_000_000, 19, 2).saturating_add(leg.saturating_mul(legs.into()))
	}

	fn put_in_force() -> Weight {
		Self::weight(80_000_000, 5, 1)
	}

	fn suspend_leg() -> Weight {
		Self::weight(80_000_000, 3, 1)
	}

	fn resume_leg() -> Weight {
		Self::weight(80_000_000, 3, 1)
	}

	fn retract() -> Weight {
		Self::weight(60_000_000, 3, 2)
	}
}
