//! Benchmarks.

use super::*;
use aeo_primitives::AdministrationLookup;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	dispatch::{DispatchInfo, GetDispatchInfo, PostDispatchInfo},
	traits::EnsureOrigin,
};
use pallet_transaction_payment::{Config as Payment, OnChargeTransaction};
use sp_runtime::traits::Dispatchable;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId, Call> {
	/// Returns an account for whose call a joint quota pays, with that call; its role is found last of
	/// all.
	fn outside() -> (AccountId, Call);
	/// Returns an officer for whose call the administration's quota pays, with that call.
	fn officer() -> (AccountId, Call);
}

/// Charges for a call, and settles it after a dispatch, as the stock extension does. Returns whether it
/// was paid and settled.
fn charge<T>(who: &T::AccountId, call: &T::RuntimeCall) -> bool
where
	T: Config + Payment,
	T::OnChargeTransaction: OnChargeTransaction<T, Balance = FeeUnits>,
	T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
{
	let (info, post_info) = (call.get_dispatch_info(), PostDispatchInfo::default());
	T::OnChargeTransaction::can_withdraw_fee(who, call, &info, FEE, 0).is_ok()
		&& T::OnChargeTransaction::withdraw_fee(who, call, &info, FEE, 0).is_ok_and(|paid| {
			T::OnChargeTransaction::correct_and_deposit_fee(who, &info, &post_info, 1, 0, paid)
				.is_ok()
		})
}

/// What is taken, in fee units; all but one come back.
const FEE: FeeUnits = 2;

#[benchmarks(
	where
		T: Payment,
		T::OnChargeTransaction: OnChargeTransaction<T, Balance = FeeUnits>,
		T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_quota() -> Result<(), BenchmarkError> {
		let origin =
			T::QuotaOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let administrations = T::Administrations::counting();
		let administration = administrations
			.first()
			.ok_or(BenchmarkError::Skip)?
			.territory;
		let quota = Quota {
			max: FeeUnits::MAX,
			recovery: 1,
		};

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, administration, quota);

		assert_eq!(Budgets::<T>::get(administration).quota, quota);
		Ok(())
	}

	// The joint quota, and the account's own.
	#[benchmark]
	fn charge_joint() {
		let (who, call) = T::BenchmarkHelper::outside();
		let is_charged;

		#[block]
		{
			is_charged = charge::<T>(&who, &call);
		}

		assert!(is_charged);
		assert_eq!(UsedByAccount::<T>::get(&who).used, 1);
	}

	#[benchmark]
	fn charge_administration() {
		let (who, call) = T::BenchmarkHelper::officer();
		let is_charged;

		#[block]
		{
			is_charged = charge::<T>(&who, &call);
		}

		assert!(is_charged);
		assert!(Budgets::<T>::iter_values().any(|budget| budget.used == 1));
	}

	// Of an account without a role, which is looked for first.
	#[benchmark]
	fn charge_balance() {
		let who: T::AccountId = account("stranger", 0, 0);
		let endowment = T::OnChargeTransaction::minimum_balance().saturating_add(FEE);
		T::OnChargeTransaction::endow_account(&who, endowment);
		let remark = Vec::new();
		let call = frame_system::Call::<T>::remark { remark }.into();
		let is_charged;

		#[block]
		{
			is_charged = charge::<T>(&who, &call);
		}

		assert!(is_charged);
		assert!(T::OnChargeTransaction::can_withdraw_fee(
			&who,
			&call,
			&call.get_dispatch_info(),
			FEE,
			0
		)
		.is_err());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
