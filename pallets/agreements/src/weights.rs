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
	/// Put a leg in force, of a pair and an issuer with as many as allowed.
	fn put_in_force() -> Weight;
	/// Suspend such a leg.
	fn suspend_leg() -> Weight;
	/// Resume such a leg.
	fn resume_leg() -> Weight;
	/// Take the largest proposal back.
	fn retract() -> Weight;
	/// Give notice of an agreement of so many parties, each with legs to and from the caller.
	fn give_notice(parties: u32) -> Weight;
	/// Propose an amendment of sixteen parties with so many legs, and so many that it removes.
	fn propose_amendment(legs: u32, removed: u32) -> Weight;
	/// Sign such an amendment; with the last signature so many legs begin or end.
	fn sign_amendment(legs: u32) -> Weight;
	/// Take the largest amendment back.
	fn retract_amendment() -> Weight;
	/// Record a milestone.
	fn record_milestone() -> Weight;
	/// Ask that a notice be withdrawn.
	fn withdraw_notice() -> Weight;
	/// Agree to that, of an agreement of so many parties, as the last that agrees.
	fn agree_to_withdrawal(parties: u32) -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

/// To read the sixteen legs of a pair, change them and write them.
const PAIR: u64 = 100_000_000;

/// The same for the summary of an issuer, of 256 legs with sixteen types each.
const SUMMARY: u64 = 2_000_000_000;

/// The programmes that are looked up, each of sixteen types.
const PROGRAMMES: u64 = 64;

impl<T: frame_system::Config> SubstrateWeight<T> {
	fn weight(picoseconds: u64, reads: u64, writes: u64) -> Weight {
		Weight::from_parts(picoseconds, 0)
			.saturating_add(T::DbWeight::get().reads_writes(reads, writes))
	}

	/// So many legs begin: each with its pair, and the summary of each of their issuers.
	fn begin(legs: u32) -> Weight {
		let issuers = legs.min(crate::MAX_PARTIES);
		Self::weight(PAIR, 1, 1)
			.saturating_mul(legs.into())
			.saturating_add(Self::weight(SUMMARY, 1, 1).saturating_mul(issuers.into()))
	}
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// The account and its administration, sixteen parties, the number, the clock, what waits, the last
	// again to be signed, and 64 programmes; number, agreement, legs, what waits, and two agreements
	// with their legs that have lapsed. Of each leg sixteen types are read and looked for among as
	// many, and told.
	fn propose(legs: u32) -> Weight {
		Self::weight(120_000_000, 22 + PROGRAMMES, 8)
			.saturating_add(Weight::from_parts(12_000_000, 0).saturating_mul(legs.into()))
	}

	// Account and administration, agreement, sixteen parties, legs, clock, what waits, 64 programmes;
	// agreement, legs and what waits.
	fn sign(legs: u32) -> Weight {
		Self::weight(100_000_000, 22 + PROGRAMMES, 3).saturating_add(Self::begin(legs))
	}

	// Account, both administrations, clock, pair, summary; pair and summary.
	fn put_in_force() -> Weight {
		Self::weight(80_000_000 + PAIR + SUMMARY, 6, 2)
	}

	// The same.
	fn suspend_leg() -> Weight {
		Self::weight(80_000_000 + PAIR + SUMMARY, 6, 2)
	}

	fn resume_leg() -> Weight {
		Self::weight(80_000_000 + PAIR + SUMMARY, 6, 2)
	}

	// Account and administration, agreement, clock, what waits; agreement, legs, what waits.
	fn retract() -> Weight {
		Self::weight(60_000_000, 5, 3)
	}

	// Account, agreement, clock, amendment, what waits; of each party itself, two pairs and the
	// summary. Agreement, amendment, its legs, what waits; of each party two pairs and the summary.
	fn give_notice(parties: u32) -> Weight {
		let party = Self::weight(PAIR + PAIR + SUMMARY, 4, 3);
		Self::weight(100_000_000, 5, 4).saturating_add(party.saturating_mul(parties.into()))
	}

	// Account and administration, agreement, amendment, clock, sixteen parties, what waits at the
	// proposer and at that of one that has lapsed, the number, and 64 programmes; amendment, number,
	// legs, both that wait, and two amendments with their legs that have lapsed. Legs as above; of each
	// that is removed the sixteen of its pair.
	fn propose_amendment(legs: u32, removed: u32) -> Weight {
		Self::weight(120_000_000, 24 + PROGRAMMES, 9)
			.saturating_add(Weight::from_parts(14_000_000, 0).saturating_mul(legs.into()))
			.saturating_add(Self::weight(PAIR, 1, 0).saturating_mul(removed.into()))
	}

	// As to sign an agreement, with the amendment; and the earlier version is written.
	fn sign_amendment(legs: u32) -> Weight {
		Self::weight(120_000_000, 23 + PROGRAMMES, 5).saturating_add(Self::begin(legs))
	}

	// Account and administration, amendment, its proposer, clock, what waits; amendment, legs and what
	// waits.
	fn retract_amendment() -> Weight {
		Self::weight(60_000_000, 6, 3)
	}

	// Account and administration, agreement, clock, block, count; milestone and count.
	fn record_milestone() -> Weight {
		Self::weight(60_000_000, 6, 2)
	}

	// Account and administration, agreement, clock; agreement.
	fn withdraw_notice() -> Weight {
		Self::weight(60_000_000, 4, 1)
	}

	// Account, agreement, clock; of each party itself, its admission, two pairs and the summary.
	// Agreement; of each party two pairs and the summary.
	fn agree_to_withdrawal(parties: u32) -> Weight {
		let party = Self::weight(PAIR + PAIR + SUMMARY, 5, 3);
		// Sixteen admissions also where it is not the last.
		Self::weight(100_000_000, 20, 1).saturating_add(party.saturating_mul(parties.into()))
	}
}
