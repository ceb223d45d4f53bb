//! Weights of the calls.
//!
//! Estimates, on the safe side: the storage accesses counted in the code, each at the price of the
//! database, and a guess for the rest. They are to be replaced by what the benchmarks measure.

use core::marker::PhantomData;
use frame_support::{
	pallet_prelude::Get,
	weights::{constants::ParityDbWeight, RuntimeDbWeight, Weight},
};

/// What each call costs at most.
pub trait WeightInfo {
	/// Change a quota, and settle what was used of the one before.
	fn set_quota() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

/// The administration and its budget.
fn set_quota(database: RuntimeDbWeight) -> Weight {
	Weight::from_parts(20_000_000, 0).saturating_add(database.reads_writes(2, 1))
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn set_quota() -> Weight {
		set_quota(T::DbWeight::get())
	}
}

impl WeightInfo for () {
	fn set_quota() -> Weight {
		set_quota(ParityDbWeight::get())
	}
}
