//! Tests, a file per verb. Each ends with a check of the invariants.

mod admission;
mod budget;
mod defaults;
mod model;
mod origins;
mod outer_signer;
mod pay;
mod set_quota;
mod try_state;

use crate::{mock::*, Budget, Budgets, Payer, Purpose, Quota};
use aeo_mocks::{incoming, officer, set_outside_kind, set_standing, signatory, AccountId};
use aeo_mocks::{CL, CR, MX, PE, STRANGER};
use aeo_primitives::{recognition::Standing, OutsideKind, Scope, Territory};
use frame_support::{
	assert_ok,
	dispatch::{DispatchInfo, PostDispatchInfo},
};
use pallet_transaction_payment::OnChargeTransaction;
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};

type Charge = <Test as pallet_transaction_payment::Config>::OnChargeTransaction;
type Paid = <Charge as OnChargeTransaction<Test>>::LiquidityInfo;

/// Returns the origin of the council.
fn council() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

/// Returns an officer of an administration who certifies.
fn one(own: AccountId) -> AccountId {
	officer(own, Scope::Certification)
}

/// Returns an officer of an administration who suspends.
fn other(own: AccountId) -> AccountId {
	officer(own, Scope::Suspension)
}

/// Makes these accounts holders of Mexican traders.
fn link(accounts: &[AccountId]) {
	for account in accounts {
		set_outside_kind(*account, Some((OutsideKind::Holder, Territory::MX)));
	}
}

fn remark() -> RuntimeCall {
	call_for(Some(Purpose::Work))
}

/// Returns a call for which the rules of the mock say this purpose.
fn call_for(purpose: Option<Purpose>) -> RuntimeCall {
	let remark = match purpose {
		Some(Purpose::Work) => vec![],
		Some(Purpose::Protection) => vec![1],
		Some(Purpose::GoesFirst) => vec![2],
		None => vec![3],
	};
	frame_system::Call::remark { remark }.into()
}

fn withdraw_for(
	call: &RuntimeCall,
	who: AccountId,
	fee: u128,
	tip: u128,
) -> Result<Paid, TransactionValidityError> {
	<Charge as OnChargeTransaction<Test>>::withdraw_fee(
		&who,
		call,
		&DispatchInfo::default(),
		fee + tip,
		tip,
	)
}

fn withdraw(who: AccountId, fee: u128, tip: u128) -> Result<Paid, TransactionValidityError> {
	withdraw_for(&remark(), who, fee, tip)
}

fn settle(who: AccountId, actual: u128, tip: u128, paid: Paid) {
	assert_ok!(
		<Charge as OnChargeTransaction<Test>>::correct_and_deposit_fee(
			&who,
			&DispatchInfo::default(),
			&PostDispatchInfo::default(),
			actual + tip,
			tip,
			paid
		)
	);
}

/// Makes a transaction that costs what was foreseen; returns whether it could be paid.
fn spend(who: AccountId, fee: u128) -> bool {
	spend_for(Purpose::Work, who, fee)
}

fn spend_for(purpose: Purpose, who: AccountId, fee: u128) -> bool {
	match withdraw_for(&call_for(Some(purpose)), who, fee, 0) {
		Ok(paid) => {
			settle(who, fee, 0, paid);
			true
		}
		Err(why) => {
			assert_eq!(why, InvalidTransaction::Payment.into());
			false
		}
	}
}

fn left(who: AccountId) -> Option<u128> {
	Fees::quota_left(&who)
}

fn budget(administration: Territory) -> Budget<u64> {
	Budgets::<Test>::get(administration)
}

const MORE: Quota = Quota {
	max: 5_000,
	recovery: 50,
};
