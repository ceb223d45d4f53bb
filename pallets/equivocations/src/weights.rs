//! Weights of the calls.
//!
//! Estimates, on the safe side: two signatures, the root over the keys of 100 validators, and the
//! storage accesses of the offences pallet and of the mark.

use core::marker::PhantomData;
use frame_support::{
	pallet_prelude::Get,
	weights::{constants::ParityDbWeight, RuntimeDbWeight, Weight},
};

/// What each call costs at most.
pub trait WeightInfo {
	/// Report, signed.
	fn report_two_blocks() -> Weight;
	/// Report, unsigned.
	fn report_two_blocks_unsigned() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

/// 300 insertions into the trie of the keys of 100 validators, each read with its administration.
fn report(database: RuntimeDbWeight) -> Weight {
	Weight::from_parts(1_500_000_000, 0)
		.saturating_add(database.reads(210))
		.saturating_add(database.writes(8))
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn report_two_blocks() -> Weight {
		report(T::DbWeight::get())
	}

	fn report_two_blocks_unsigned() -> Weight {
		report(T::DbWeight::get())
	}
}

impl WeightInfo for () {
	fn report_two_blocks() -> Weight {
		report(ParityDbWeight::get())
	}

	fn report_two_blocks_unsigned() -> Weight {
		report(ParityDbWeight::get())
	}
}
