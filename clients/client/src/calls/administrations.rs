//! Officers of an administration.

use crate::api;
use aeo_primitives::{CredentialKey, Moment, Scope};
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

/// Says by which identifier and key one's administration issues credentials, and through when what the key before signed
/// passes too.
pub fn set_credential_issuer(
	did: &str,
	key: CredentialKey,
	keep_previous_until: Option<Moment>,
) -> impl Payload {
	let key = api::runtime_types::aeo_primitives::credential::CredentialKey(key.0);
	let calls = api::transactions().administrations();
	calls.set_credential_issuer(did.to_owned(), key, keep_previous_until)
}

/// Says that one's administration issues none any more.
pub fn clear_credential_issuer() -> impl Payload {
	let calls = api::transactions().administrations();
	calls.clear_credential_issuer()
}
