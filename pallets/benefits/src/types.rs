//! What the pallet stores of benefits that were given, and what its calls take.

use aeo_primitives::{
	recognition::{Basis, Entitlement},
	Benefit, Benefits, CertificateNumber, Date, Direction, Identifier, IncidentKind, Moment, Role,
	Territory, TraderId, Written,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{stored, traits::ConstU32, BoundedBTreeMap, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// Most benefits of one grant: all that there are.
pub const MAX_BENEFITS: u32 = 12;

/// Most grants of one batch.
pub const MAX_GRANTS: u32 = 500;

/// Most counters that one call writes. A grant counts under twelve at most; all grants of a grantor
/// share 24 for each of its agreements, so that no real batch comes near.
pub const MAX_COUNTERS: u32 = 1_000;

/// Most grants that one call removes.
pub const MAX_PRUNED: u32 = 100;

/// Most incidents of one administration that are open together.
pub const MAX_OPEN_INCIDENTS: u32 = 16;

/// Most counters, and most lines, of one period of sealed uses.
pub const MAX_SEALED: u32 = 512;

/// Most bytes of a holder's sealed line.
pub const MAX_LINE: u32 = 256;

/// A use of benefits that is to be recorded.
#[stored]
pub struct GrantRow {
	/// The commitment to the declaration's reference, see
	/// [`declaration_commitment`](aeo_primitives::declaration_commitment).
	pub declaration: H256,
	/// Whom the declaration names.
	pub identifier: Identifier,
	/// What the trader does in the declaration.
	pub role: Role,
	/// The kind of the declaration.
	pub direction: Direction,
}

/// Benefits that were given to a declaration.
#[stored]
pub struct Grant {
	/// The id of the trader.
	pub trader: TraderId,
	/// The administration that certified it.
	pub issuer: Territory,
	/// The kind of the declaration.
	pub direction: Direction,
	/// Each benefit with the certificate and the agreement that it follows from.
	pub entitlements: BoundedVec<Entitlement, ConstU32<MAX_BENEFITS>>,
	/// The versions of those certificates at that time.
	pub versions: BoundedBTreeMap<CertificateNumber, u32, ConstU32<MAX_BENEFITS>>,
	/// The number of the block.
	pub block: u32,
	/// The time of that block.
	pub at: Moment,
	/// Its place in the feed of its trader.
	pub place: u32,
}

/// Where a grant is stored.
#[stored]
pub struct UseKey {
	/// Who gave it.
	pub grantor: Territory,
	/// The commitment to the declaration's reference.
	pub declaration: H256,
	/// What the trader did in the declaration.
	pub role: Role,
}

/// The grants of an administration in the order in which it gave them.
#[stored]
#[derive(Copy, Default)]
pub struct GrantLog {
	/// The earliest that is still there; as many were removed.
	pub first: u64,
	/// The next one; as many were ever given.
	pub next: u64,
}

/// What an administration's uses are counted by.
#[stored]
#[derive(Copy, Ord, PartialOrd)]
pub struct CounterKey {
	/// What the benefit was given under.
	pub basis: Basis,
	/// What was given.
	pub benefit: Benefit,
	/// In which kind of declaration.
	pub direction: Direction,
}

/// How often a benefit was given.
#[stored]
#[derive(Copy, Default)]
pub struct Counter {
	/// By grants, ever.
	pub granted: u64,
	/// Of these, by grants that were removed when they were old.
	pub pruned: u64,
	/// By sealed uses, as the administration says. They are not among the granted.
	pub sealed: u64,
}

/// When and with what something was decided.
#[stored]
pub struct Step {
	/// blake2-256 of the decision.
	pub document: H256,
	/// The number of the block.
	pub block: u32,
	/// The time of that block.
	pub at: Moment,
}

/// An incident at an administration.
#[stored]
pub struct Incident {
	/// What kind it is of.
	pub kind: IncidentKind,
	/// When it was opened.
	pub opened: Step,
	/// When it was closed; none while it is open.
	pub closed: Option<Step>,
}

/// How many incidents an administration has.
#[stored]
#[derive(Copy, Default)]
pub struct IncidentCount {
	/// That were ever opened; the number of the next one.
	pub opened: u32,
	/// That are open.
	pub open: u32,
}

/// Days, both inclusive: local days of the grantor.
#[stored]
#[derive(Copy)]
pub struct SealedPeriod {
	/// The first day.
	pub from: Date,
	/// The last day.
	pub until: Date,
}

/// How often a benefit was given in a period.
#[stored]
#[derive(Copy)]
pub struct SealedCounter {
	/// What it was given under.
	pub basis: Basis,
	/// What was given.
	pub benefit: Benefit,
	/// In which kind of declaration.
	pub direction: Direction,
	/// In how many of the leaves.
	pub count: u32,
}

/// Days as somebody has written them, both inclusive: local days of the grantor.
#[stored]
pub struct WrittenPeriod {
	/// The first day, `2026-11-01`.
	pub from: Written,
	/// The last day.
	pub until: Written,
}

/// The sealed uses of a period.
#[stored]
pub struct SealedRecord {
	/// The period.
	pub period: SealedPeriod,
	/// The Merkle root over its uses, see [`sealed_use`](aeo_primitives::sealed_use).
	pub root: H256,
	/// How many uses there are under it.
	pub leaves: u32,
	/// What they come to.
	pub counters: BoundedVec<SealedCounter, ConstU32<MAX_SEALED>>,
	/// How many lines for holders belong to it.
	pub lines: u32,
	/// The number of the block in which it was recorded.
	pub block: u32,
	/// The time of that block.
	pub at: Moment,
}

/// What an administration has recorded sealed.
#[stored]
#[derive(Copy, Default)]
pub struct SealedLog {
	/// How many periods; the number of the next one.
	pub records: u32,
	/// How many uses in all.
	pub leaves: u64,
	/// The last day of the last period.
	pub until: Option<Date>,
}

impl Grant {
	/// Returns the benefits that were given.
	pub fn benefits(&self) -> Benefits {
		// At most all of them, so that there is room.
		Benefits::new(self.entitlements.iter().map(|given| given.benefit)).unwrap_or_default()
	}
}

/// What a holder is told of its uses in a period, sealed for it.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct SealedLine {
	/// Names the holder to itself alone.
	pub holder: H256,
	/// The sealed line: no more than [`MAX_LINE`] bytes.
	pub blob: Vec<u8>,
}

impl From<SealedPeriod> for WrittenPeriod {
	fn from(period: SealedPeriod) -> Self {
		Self {
			from: period.from.into(),
			until: period.until.into(),
		}
	}
}

impl SealedCounter {
	/// Returns what it is counted by.
	pub fn key(&self) -> CounterKey {
		CounterKey {
			basis: self.basis,
			benefit: self.benefit,
			direction: self.direction,
		}
	}
}

impl CounterKey {
	/// Returns what a grant in a declaration of this kind is counted by.
	pub fn of(given: &Entitlement, direction: Direction) -> Self {
		Self {
			basis: given.basis,
			benefit: given.benefit,
			direction,
		}
	}
}
