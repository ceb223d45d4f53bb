//! Benchmarks.

use super::*;
use aeo_primitives::AdministrationLookup;
use frame_benchmarking::v2::*;
use frame_support::{
	dispatch::{DispatchInfo, GetDispatchInfo, PostDispatchInfo},
	traits::EnsureOrigin,
};
use pallet_transaction_payment::{Config as Payment, OnChargeTransaction};
use sp_runtime::traits::Dispatchable;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId, Call> {
	/// Returns an account for whose call a quota pays, with that call; its role is found last of all.
	fn payer() -> (AccountId, Call);
}

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

	// What the stock extension asks of a quota, before and after a dispatch.
	#[benchmark]
	fn charge() {
		let (who, call) = T::BenchmarkHelper::payer();
		let (info, post_info) = (call.get_dispatch_info(), PostDispatchInfo::default());
		let settled;

		#[block]
		{
			T::OnChargeTransaction::can_withdraw_fee(&who, &call, &info, 1, 0)
				.expect("a quota pays");
			let paid = T::OnChargeTransaction::withdraw_fee(&who, &call, &info, 1, 0)
				.expect("a quota pays");
			settled = T::OnChargeTransaction::correct_and_deposit_fee(
				&who, &info, &post_info, 1, 0, paid,
			);
		}

		assert!(settled.is_ok());
		assert!(!OuterSigner::<T>::exists());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
