//! Benchmarks.

use super::*;
use aeo_primitives::AdministrationLookup;
use frame_benchmarking::v2::*;
use frame_support::traits::EnsureOrigin;

#[benchmarks]
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

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
