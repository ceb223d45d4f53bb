//! Officers of an administration.

use crate::api;
use aeo_primitives::Scope;
use subxt::{
	transactions::Payload,
	utils::{AccountId32, Static},
};

/// Appoints an officer, or gives one these scopes instead of those that it had.
pub fn appoint_officer(
	officer: AccountId32,
	scopes: impl IntoIterator<Item = Scope>,
) -> impl Payload {
	let scopes = scopes.into_iter().map(Static).collect();
	let calls = api::transactions().administrations();
	calls.appoint_officer(officer, scopes)
}

/// Dismisses an officer.
pub fn dismiss_officer(officer: AccountId32) -> impl Payload {
	let calls = api::transactions().administrations();
	calls.dismiss_officer(officer)
}
