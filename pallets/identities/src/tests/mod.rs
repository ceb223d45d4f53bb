//! Tests, a file per verb. Each ends with a check of the invariants.

mod accept_account;
mod close;
mod confirm_alias;
mod declare_alias;
mod decline_account;
mod defaults;
mod derive_alias;
mod issue_alias;
mod known_alias;
mod merge;
mod model;
mod offer_account;
mod offers;
mod origins;
mod propose;
mod register;
mod register_despite_check;
mod remove_alias;
mod roles;
mod succeed;
mod taken_over;
mod unlink_account;
mod withdraw_offer;
mod written;

use crate::{mock::*, rules::trader::trader_id, Error, Event, Trader};
use aeo_mocks::{officer, second_officer, AccountId, CO, CR, MX, PE, STRANGER};
use aeo_primitives::{
	tin::Tin, AliasMatch, AliasScheme, OutsideAccounts, Scope, Territory, TraderId, TraderLookup,
	WrittenTin,
};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_runtime::DispatchResult;

/// A Mexican company.
const TIN: &str = "MX NWM-970924-4W4";
/// Another Mexican company.
const OTHER: &str = "MXCFE370814QI0";
/// A Costa Rican company.
const COSTA_RICAN: &str = "CR 3-101-123456";
/// A company of Singapore, which Mexico covers where a test says so.
const SINGAPOREAN: &str = "SG 201312345N";
/// The account of a company.
const HOLDER: AccountId = 77_000_001;

fn tin(text: &str) -> WrittenTin {
	text.try_into().expect("short enough")
}

fn id(text: &str) -> TraderId {
	trader_id(Tin::parse(text).expect("a TIN").text())
}

fn document() -> H256 {
	H256::repeat_byte(7)
}

/// The officer with scope `Identities` of the administration with this own account.
fn by(own: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(officer(own, Scope::Identities))
}

fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

fn record(text: &str) -> Trader {
	crate::Traders::<Test>::get(id(text)).expect("it is registered")
}

fn register(own: AccountId, text: &str) -> DispatchResult {
	Identities::register(by(own), tin(text), document())
}

/// Mexico registers both its companies, Costa Rica its one.
fn register_all() {
	assert_ok!(register(MX, TIN));
	assert_ok!(register(MX, OTHER));
	assert_ok!(register(CR, COSTA_RICAN));
}

fn close(own: AccountId, text: &str) -> DispatchResult {
	plain(Identities::close(by(own), tin(text), document()))
}

fn offer(text: &str, account: AccountId) -> DispatchResult {
	Identities::offer_account(by(MX), tin(text), account, None)
}

fn link(text: &str, account: AccountId) {
	assert_ok!(offer(text, account));
	assert_ok!(Identities::accept_account(signed(account), tin(text)));
}

/// Costa Rica issues an alias.
fn issue(text: &str, value: &str) -> DispatchResult {
	let value = value.try_into().expect("short enough");
	Identities::issue_alias(by(CR), tin(text), AliasScheme::Code, value)
}

/// What `value` is to Costa Rica.
fn leads(value: &str) -> AliasMatch {
	Identities::by_alias(Territory::CR, AliasScheme::Code, value)
}

/// A trader's account or an officer declares an alias at Costa Rica.
fn declare(origin: RuntimeOrigin, text: &str, value: &str) -> DispatchResult {
	let value = value.try_into().expect("short enough");
	Identities::declare_alias(origin, tin(text), Territory::CR, AliasScheme::Code, value)
}

/// Costa Rica confirms an alias.
fn confirm(text: &str, value: &str) -> DispatchResult {
	let value = value.try_into().expect("short enough");
	Identities::confirm_alias(by(CR), tin(text), AliasScheme::Code, value)
}

/// How many aliases a trader has at Costa Rica.
fn aliases(text: &str) -> u32 {
	crate::AliasCounts::<Test>::get(id(text), Territory::CR)
}

fn remove(origin: RuntimeOrigin, text: &str, value: &str) -> DispatchResult {
	let value = value.try_into().expect("short enough");
	Identities::remove_alias(origin, tin(text), Territory::CR, AliasScheme::Code, value)
}

fn expect_event(event: Event<Test>) {
	System::assert_last_event(RuntimeEvent::Identities(event));
}

/// A result without what the call weighed.
fn plain(result: frame_support::dispatch::DispatchResultWithPostInfo) -> DispatchResult {
	result.map(|_| ()).map_err(|error| error.error)
}
