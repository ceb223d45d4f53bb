//! Firms.

use crate::api;
use aeo_primitives::tin::Tin;
use subxt::{
	transactions::Payload,
	utils::{AccountId32, H256},
};

/// Registers a firm; `publication_consent` is its consent to being public.
pub fn register(tin: &Tin, publication_consent: H256) -> impl Payload {
	let calls = api::transactions().identities();
	calls.register(tin.to_string(), publication_consent)
}

/// Closes a firm for good.
pub fn close(tin: &Tin, document: H256) -> impl Payload {
	let calls = api::transactions().identities();
	calls.close(tin.to_string(), document)
}

/// Merges a firm into another for good.
pub fn merge(tin: &Tin, into: &Tin, document: H256) -> impl Payload {
	let calls = api::transactions().identities();
	calls.merge(tin.to_string(), into.to_string(), document)
}

/// Offers an account to a firm, which accepts it with that account.
pub fn offer_account(tin: &Tin, account: AccountId32, instrument: Option<H256>) -> impl Payload {
	let calls = api::transactions().identities();
	calls.offer_account(tin.to_string(), account, instrument)
}
