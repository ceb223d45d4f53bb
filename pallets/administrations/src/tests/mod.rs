//! Tests, a file per verb. Each ends with a check of the invariants.

mod admit;
mod credential_issuer;
mod defaults;
mod encryption_key;
mod expel;
mod genesis;
mod leave;
mod lifecycle;
mod model;
mod offences;
mod officers;
mod origins;
mod precedence;
mod propose;
mod quarantine;
mod readmission;
mod retract;
mod roles;
mod rotate_account;
mod session;
mod settings;
mod signer;
mod states;
mod upgrade;
mod validating;
mod written;

use crate::{mock::*, Administration, AdministrationState, Administrations as Stored, Event};
use aeo_primitives::{Territory, Written};
use codec::Encode;
use frame_support::{assert_ok, pallet_prelude::DispatchResultWithPostInfo, weights::Weight};
use pallet_collective::RawOrigin;
use sp_core::H256;
use sp_runtime::traits::Hash;

fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

/// Returns what a motion with so many ayes, of so many seats, is dispatched with.
fn council(ayes: u32, seats: u32) -> RuntimeOrigin {
	RawOrigin::<AccountId, pallet_collective::Instance1>::Members(ayes, seats).into()
}

/// Returns the origin of two thirds of the four seats and more, and just three quarters.
fn enough() -> RuntimeOrigin {
	council(3, 4)
}

/// Returns the origin of half of the four seats.
fn too_few() -> RuntimeOrigin {
	council(2, 4)
}

fn record(administration: Territory) -> Administration<AccountId> {
	Stored::<Test>::get(administration).expect("it was admitted once")
}

/// Returns the result of a call, whatever it weighed.
fn outcome(result: DispatchResultWithPostInfo) -> sp_runtime::DispatchResult {
	result.map(|_| ()).map_err(|failed| failed.error)
}

fn state(administration: Territory) -> AdministrationState {
	record(administration).state
}

fn key(byte: u8) -> H256 {
	H256::repeat_byte(byte)
}

fn expect_event(event: Event<Test>) {
	System::assert_last_event(RuntimeEvent::Administrations(event));
}

/// Returns a UTC offset as people write it.
fn offset(minutes: i32) -> Written {
	let sign = if minutes < 0 { '-' } else { '+' };
	let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
	let text = format!("{sign}{hours:02}:{minutes:02}");
	text.try_into().expect("short enough")
}

/// Lets Mexico propose an administration with this own account; returns the proposal's number.
fn propose(territory: Territory, account: AccountId) -> u32 {
	let number = crate::NextProposal::<Test>::get();
	assert_ok!(Administrations::propose(
		signed(MX),
		territory,
		Default::default(),
		offset(-240),
		account,
		key(7),
		None,
		Default::default()
	));
	number
}

/// The day on which the tests begin.
const NOW: u64 = 1_800_000_000_000;

/// Begins the next block, at this moment; its hooks see the clock of the block before.
fn next_block(moment: u64) {
	use frame_support::traits::Hooks;
	System::set_block_number(System::block_number() + 1);
	Administrations::on_initialize(System::block_number());
	Timestamp::set_timestamp(moment);
}

/// Lets Mexico propose and the council admit.
fn admit(territory: Territory, account: AccountId) -> u32 {
	let number = propose(territory, account);
	assert_ok!(Administrations::admit(enough(), territory, number));
	number
}

/// Makes `new` the own account of an administration.
fn rotate(old: AccountId, new: AccountId) {
	assert_ok!(Administrations::rotate_account(signed(old), new));
	assert_ok!(Administrations::accept_account(signed(new)));
}

/// Opens a motion of the council by the first voter, and lets all `voters` vote for it.
fn motion(call: crate::Call<Test>, threshold: u32, voters: &[AccountId]) -> RuntimeCall {
	let call = RuntimeCall::Administrations(call);
	let length = call.encoded_size() as u32;
	let index = pallet_collective::ProposalCount::<Test, pallet_collective::Instance1>::get();
	assert_ok!(Council::propose(
		signed(voters[0]),
		threshold,
		Box::new(call.clone()),
		length
	));
	for voter in voters {
		assert_ok!(Council::vote(signed(*voter), hash(&call), index, true));
	}
	call
}

fn hash(call: &RuntimeCall) -> H256 {
	<Test as frame_system::Config>::Hashing::hash_of(call)
}

/// Closes the only motion that was ever opened; returns the result of its call.
fn close(call: RuntimeCall) -> sp_runtime::DispatchResult {
	let length = call.encoded_size() as u32;
	assert_ok!(Council::close(
		signed(STRANGER),
		hash(&call),
		0,
		Weight::MAX,
		length
	));
	System::events()
		.into_iter()
		.find_map(|record| match record.event {
			RuntimeEvent::Council(pallet_collective::Event::Executed { result, .. }) => {
				Some(result)
			}
			_ => None,
		})
		.expect("the motion was approved")
}
