//! Tests, a file per verb. Each ends with a check of the invariants.

mod lists;
mod model;
mod origins;
mod publish;
mod register_key;
mod remove_key;
mod set_source;

use crate::{mock::*, Error, Event, ListRecord, Lists, NewList};
use aeo_mocks::{encryption_key, officer, AccountId, CO, CR, MX, PE, STRANGER};
use aeo_primitives::{
	recognition::{ConsentNeed, LegState},
	DataClass, DataClasses, DisclosedLeg, Scope, Territory, TraderRegister,
};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_runtime::DispatchResult;

/// A Mexican company.
const TIN: &str = "MX NWM-970924-4W4";
/// The account of its.
pub(crate) const HOLDER: AccountId = 700;

/// The company is registered and linked to its account.
pub(crate) fn link() {
	let tin = TIN.try_into().expect("short enough");
	let document = H256::repeat_byte(7);
	let id = <Traders as TraderRegister>::register(Territory::MX, &tin, document, None)
		.expect("it is well formed");
	Linked::mutate(|linked| linked.insert(HOLDER, id));
}

/// A leg of agreement 1 that has begun, and what it discloses.
fn leg(state: LegState, classes: &[DataClass]) -> DisclosedLeg {
	DisclosedLeg {
		agreement: 1,
		state,
		consent: ConsentNeed::Needed,
		types: Default::default(),
		classes: DataClasses::new(classes.iter().copied()).expect("four at most"),
	}
}

fn in_force() -> LegState {
	LegState::InForce {
		from: "2026-01-01".parse().expect("a day"),
	}
}

/// Mexico has so many legs to this reader, of which the last discloses something.
pub(crate) fn disclose(reader: Territory, legs: u32) {
	let mut all = vec![leg(in_force(), &[]); legs.saturating_sub(1) as usize];
	all.push(leg(in_force(), &[DataClass::Identity]));
	Legs::mutate(|known| known.insert((Territory::MX, reader), all));
}

/// Mexico has no legs to this reader.
fn conceal(reader: Territory) {
	Legs::mutate(|known| known.remove(&(Territory::MX, reader)));
}

fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

/// The officer who publishes for the administration with this own account.
fn clerk(own: AccountId) -> RuntimeOrigin {
	signed(officer(own, Scope::Disclosure))
}

/// The next list for a reader, with a page, sealed to its key.
fn next(reader: Territory) -> NewList {
	let last = Lists::<Test>::get(Territory::MX, reader).map_or(0, |last| last.sequence);
	NewList {
		reader,
		sequence: last + 1,
		sealed_to: encryption_key(reader).expect("it is an administration"),
		root: H256::repeat_byte(9),
		pages: 1,
	}
}

/// The same without pages.
fn empty(reader: Territory) -> NewList {
	NewList {
		root: H256::zero(),
		pages: 0,
		..next(reader)
	}
}

/// Mexico publishes lists that it has made on this block.
fn publish_of(as_of: u32, lists: &[NewList]) -> DispatchResult {
	Disclosures::publish(clerk(MX), as_of, lists.to_vec())
}

/// Mexico publishes lists that it has made on the block before.
fn publish(lists: &[NewList]) -> DispatchResult {
	let block: u32 = System::block_number().try_into().expect("few");
	publish_of(block - 1, lists)
}

fn list(reader: Territory) -> Option<ListRecord> {
	Lists::<Test>::get(Territory::MX, reader)
}

fn expect_event(event: Event<Test>) {
	System::assert_last_event(RuntimeEvent::Disclosures(event));
}
