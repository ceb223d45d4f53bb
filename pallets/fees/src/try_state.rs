//! What must hold between any two blocks.

use crate::{
	types::Bucket, Budgets, Config, OuterSigner, Pallet, UsedByAccount, UsedJointly, UsedOfReserve,
};
use aeo_primitives::AdministrationLookup;
use frame_support::{ensure, pallet_prelude::Get};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of the pallet:
	///
	/// 1. no outer signer is recorded;
	/// 2. whoever has a budget was admitted once, and every administration whose word counts has one;
	/// 3. nothing holds more than its quota allows, or was written in a block to come.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		ensure!(
			!OuterSigner::<T>::exists(),
			"an outer signer outside an extrinsic"
		);
		ensure!(
			Budgets::<T>::iter_keys()
				.all(|budget| T::Administrations::administration(budget).is_some()),
			"a budget of nobody"
		);
		ensure!(
			T::Administrations::counting()
				.iter()
				.all(|counting| Budgets::<T>::contains_key(counting.territory)),
			"an administration has no budget"
		);
		let now = frame_system::Pallet::<T>::block_number();
		let within =
			|bucket: Bucket<BlockNumberFor<T>>, max| bucket.used <= max && bucket.at <= now;
		ensure!(
			Budgets::<T>::iter_values().all(|budget| within(budget.into(), budget.quota.max)),
			"an administration used more than its quota"
		);
		let reserve = T::Reserve::get();
		ensure!(
			UsedOfReserve::<T>::iter_values().all(|bucket| within(bucket, reserve.max)),
			"more than a reserve was used"
		);
		let joint = T::JointQuota::get().max;
		ensure!(
			UsedJointly::<T>::iter_values().all(|bucket| within(bucket, joint)),
			"more than a joint quota was used"
		);
		let account = T::AccountQuota::get().max.max(reserve.share().max);
		ensure!(
			UsedByAccount::<T>::iter_values().all(|bucket| within(bucket, account)),
			"an account used more than its quota"
		);
		Ok(())
	}
}
