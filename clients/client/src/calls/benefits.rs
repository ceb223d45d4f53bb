//! Benefits given to declarations, and incidents.

use crate::api;
use aeo_primitives::{
	recognition::Basis, Benefit, Date, Direction, Identifier, IncidentKind, Role,
};
use subxt::{
	transactions::Payload,
	utils::{Static, H256},
};

/// A declaration to which benefits are given.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct GrantRow {
	/// The commitment to its reference.
	pub declaration: H256,
	/// How it names the trader.
	pub identifier: Identifier,
	/// The part that the trader has in it.
	pub role: Role,
	/// Its kind.
	pub direction: Direction,
}

/// Most rows of [`grant_many`].
pub const MAX_GRANTS: usize = 500;

/// Records the benefits given to declarations; rows beyond [`MAX_GRANTS`] are refused by the chain.
pub fn grant_many(rows: Vec<GrantRow>) -> impl Payload {
	let rows = rows
		.into_iter()
		.map(|row| api::runtime_types::pallet_benefits::types::GrantRow {
			declaration: row.declaration,
			identifier: Static(row.identifier),
			role: Static(row.role),
			direction: Static(row.direction),
		})
		.collect();
	api::transactions().benefits().grant_many(rows)
}

/// Opens an incident: trade recovery is served first.
pub fn open_incident(kind: IncidentKind, document: H256) -> impl Payload {
	let calls = api::transactions().benefits();
	calls.open_incident(Static(kind), document)
}

/// Closes it.
pub fn close_incident(incident: u32, document: H256) -> impl Payload {
	let calls = api::transactions().benefits();
	calls.close_incident(incident, document)
}

/// The sealed uses of a period.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SealedUses {
	/// The first day of the period.
	pub first: Date,
	/// Its last day, inclusive.
	pub last: Date,
	/// The root over the uses.
	pub root: H256,
	/// How many there are.
	pub leaves: u32,
	/// What they come to, by agreement, benefit and direction.
	pub counters: Vec<SealedCount>,
}

/// In how many uses something was given.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SealedCount {
	/// Under which agreement, or at home.
	pub basis: Basis,
	/// What.
	pub benefit: Benefit,
	/// In which kind of declaration.
	pub direction: Direction,
	/// How many.
	pub count: u32,
}

/// Records the sealed uses of a period. What a holder is told stands in its file.
pub fn record_sealed(uses: SealedUses) -> impl Payload {
	use api::runtime_types::pallet_benefits::types::{SealedCounter, WrittenPeriod};
	let period = WrittenPeriod {
		from: uses.first.to_string(),
		until: uses.last.to_string(),
	};
	let counters = uses.counters.into_iter().map(|one| SealedCounter {
		basis: Static(one.basis),
		benefit: Static(one.benefit),
		direction: Static(one.direction),
		count: one.count,
	});
	let calls = api::transactions().benefits();
	calls.record_sealed(
		period,
		uses.root,
		uses.leaves,
		counters.collect(),
		Vec::new(),
	)
}
