//! Benchmarks, each with the worst case: as many legs to each reader as there can be.

use super::*;
use aeo_primitives::Territory;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use sp_core::H256;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId> {
	/// The own account of Mexico, which is admitted.
	fn own_account() -> AccountId;

	/// An officer of Mexico with scope `Disclosure`.
	fn officer() -> AccountId;

	/// An account that is linked to a trader.
	fn holder() -> AccountId;

	/// It is this block.
	fn set_block(block: u32);

	/// So many administrations, each with its encryption key, to each of which Mexico has as many legs
	/// as there can be; the last of them discloses something.
	fn readers(count: u32) -> Vec<(Territory, H256)>;
}

/// How many readers a chain with all its territories can have besides those of its genesis.
const READERS: u32 = 240;

/// The block in which it is published.
const BLOCK: u32 = 300;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn publish(l: Linear<1, { READERS }>) {
		T::BenchmarkHelper::set_block(BLOCK);
		let lists: Vec<_> = T::BenchmarkHelper::readers(l)
			.into_iter()
			.map(|(reader, sealed_to)| NewList {
				reader,
				sequence: 1,
				sealed_to,
				root: H256::repeat_byte(7),
				pages: 400,
			})
			.collect();
		let origin = RawOrigin::Signed(T::BenchmarkHelper::officer());

		#[extrinsic_call]
		_(origin, BLOCK - 1, lists);

		assert_eq!(Lists::<T>::iter_prefix(Territory::MX).count(), l as usize);
	}

	#[benchmark]
	fn set_source() {
		let mut url = alloc::string::String::from("https://");
		url.extend(core::iter::repeat_n('a', 120));
		let origin = RawOrigin::Signed(T::BenchmarkHelper::own_account());

		#[extrinsic_call]
		_(origin, url.as_str().try_into().expect("short enough"));

		assert!(Sources::<T>::contains_key(Territory::MX));
	}

	#[benchmark]
	fn register_key() {
		let origin = RawOrigin::Signed(T::BenchmarkHelper::holder());

		#[extrinsic_call]
		_(origin, H256::repeat_byte(7));

		assert_eq!(HolderKeys::<T>::iter().count(), 1);
	}

	#[benchmark]
	fn remove_key() {
		let origin = RawOrigin::Signed(T::BenchmarkHelper::holder());
		Pallet::<T>::register_key(origin.clone().into(), H256::repeat_byte(7))
			.expect("it is the first");

		#[extrinsic_call]
		_(origin);

		assert_eq!(HolderKeys::<T>::iter().count(), 0);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
