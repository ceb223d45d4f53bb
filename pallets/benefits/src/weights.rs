//! Weights of the calls.
//!
//! Estimates, on the safe side: the storage accesses counted in the code for the worst case, each at
//! the price of the database, and a guess for the rest. They are to be replaced by what the
//! benchmarks measure.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call costs at most.
pub trait WeightInfo {
	/// Grants so many rows, looking at so many certificates and writing so many counters.
	fn grant_many(rows: u32, certificates: u32, counters: u32) -> Weight;
	/// Removes so many grants, writing so many counters.
	fn prune(grants: u32, counters: u32) -> Weight;
	/// Opens an incident.
	fn open_incident() -> Weight;
	/// Closes an incident.
	fn close_incident() -> Weight;
	/// Records a period with so many counters and lines.
	fn record_sealed(counters: u32, lines: u32) -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> SubstrateWeight<T> {
	fn weight(picoseconds: u64, reads: u64, writes: u64) -> Weight {
		Weight::from_parts(picoseconds, 0)
			.saturating_add(T::DbWeight::get().reads_writes(reads, writes))
	}

	fn each(count: u32, weight: Weight) -> Weight {
		weight.saturating_mul(count.into())
	}

	/// Weighs counters: one is read, written, and in the worst case listed as a new one.
	fn counters(count: u32) -> Weight {
		Self::each(count, Self::weight(3_000_000, 1, 2))
	}
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Once: account, administration, order, clock, count of counters; order, count of counters.
	// A row: alias, certificate or a branch's number under both maps and the whole's under the other,
	// trader, issuer, index, legs, successions, grant, count; grant, order, use, count.
	// A certificate: itself, its suspension of recognition, and whether its programme covers branches. The rule takes 0.1 ms for the largest
	// facts, 16 certificates under 16 legs.
	fn grant_many(rows: u32, certificates: u32, counters: u32) -> Weight {
		Self::weight(50_000_000, 5, 2)
			.saturating_add(Self::each(rows, Self::weight(60_000_000, 11, 4)))
			.saturating_add(Self::each(certificates, Self::weight(8_000_000, 3, 0)))
			.saturating_add(Self::counters(counters))
	}

	// Once: account, administration, order, clock, count of counters; order. A grant: its place, itself;
	// place, grant, use. The oldest that is kept is read too.
	fn prune(grants: u32, counters: u32) -> Weight {
		Self::weight(50_000_000, 7, 2)
			.saturating_add(Self::each(grants, Self::weight(20_000_000, 2, 3)))
			.saturating_add(Self::counters(counters))
	}

	// Account, administration, clock, count; incident, count, administration.
	fn open_incident() -> Weight {
		Self::weight(40_000_000, 4, 3)
	}

	// The same, and the incident.
	fn close_incident() -> Weight {
		Self::weight(40_000_000, 5, 3)
	}

	// Once: account, administration, clock, log, count of counters; record, log, count of counters.
	fn record_sealed(counters: u32, lines: u32) -> Weight {
		Self::weight(80_000_000, 5, 3)
			.saturating_add(Self::counters(counters))
			.saturating_add(Self::each(lines, Self::weight(6_000_000, 0, 1)))
	}
}
