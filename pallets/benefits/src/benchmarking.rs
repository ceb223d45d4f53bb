//! Benchmarks.

use super::*;
use aeo_primitives::{Direction, Identifier, Officers, Role, Scope};
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use sp_core::H256;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId> {
	/// An officer with scope `Clearance` of an administration that records its uses in clear.
	fn officer() -> AccountId;

	/// An exporter that this administration recognises in imports.
	fn recognised() -> Identifier;
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn grant() {
		let officer = T::BenchmarkHelper::officer();
		let identifier = T::BenchmarkHelper::recognised();
		let grantor = T::Administrations::ensure_officer(&officer, Scope::Clearance)
			.map_err(Into::into)
			.expect("it is one");
		let declaration = H256::repeat_byte(1);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(officer),
			declaration,
			identifier,
			Role::Exporter,
			Direction::Import,
		);

		assert!(Pallet::<T>::grant_of(grantor, declaration, Role::Exporter).is_some());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
