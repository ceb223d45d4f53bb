//! Benefits given to declarations, and incidents.

use crate::api;
use aeo_primitives::{Direction, Identifier, IncidentKind, Role};
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
