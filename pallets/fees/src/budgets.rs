//! Where budgets are kept, and what is left of them.
//!
//! There are four kinds: an administration's own, which its officers share; its reserve, which only
//! calls may use with which it protects itself; the joint one of its holders, agencies and offered
//! accounts; and a small one of each account that takes part in a reserve or in a joint one, so that
//! no single key can empty what it shares.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	rules::purse::{purses, Place},
	types::{Bucket, Budget, FeeUnits, Purpose, Quota},
	Budgets, Config, Pallet, UsedByAccount, UsedJointly, UsedOfReserve,
};
use aeo_primitives::{AccountKinds, Territory};
use frame_support::pallet_prelude::Get;
use frame_system::pallet_prelude::BlockNumberFor;

impl<T: Config> Pallet<T> {
	/// Returns the budget in one place of a purse.
	pub(crate) fn budget(place: &Place<T::AccountId>) -> Budget<BlockNumberFor<T>> {
		match place {
			Place::Administration(administration) => Budgets::<T>::get(administration),
			Place::Reserve(administration) => {
				T::Reserve::get().with(UsedOfReserve::<T>::get(administration))
			}
			Place::Share(account) => {
				let quota = T::Reserve::get().share();
				quota.with(UsedByAccount::<T>::get(account))
			}
			Place::Joint(administration) => {
				T::JointQuota::get().with(UsedJointly::<T>::get(administration))
			}
			Place::Account(account) => {
				T::AccountQuota::get().with(UsedByAccount::<T>::get(account))
			}
		}
	}

	/// Writes what is in use in one place of a purse.
	pub(crate) fn put_budget(place: &Place<T::AccountId>, budget: Budget<BlockNumberFor<T>>) {
		let bucket = Bucket::from(budget);
		match place {
			Place::Administration(administration) => Budgets::<T>::insert(administration, budget),
			Place::Reserve(administration) => UsedOfReserve::<T>::insert(administration, bucket),
			Place::Joint(administration) => UsedJointly::<T>::insert(administration, bucket),
			Place::Share(account) | Place::Account(account) => {
				UsedByAccount::<T>::insert(account, bucket)
			}
		}
	}

	/// Returns what is left of the quota that `account` has for its work, in fee units, and that
	/// quota: of two that both must have room, the one with less. `None` where it has none.
	pub fn quota(account: &T::AccountId) -> Option<(FeeUnits, Quota)> {
		let signer = T::Administrations::signer(account)?;
		let (purse, _) = purses(account, &signer, Purpose::Work);
		let now = frame_system::Pallet::<T>::block_number();
		purse
			.places()
			.map(|place| Self::budget(&place))
			.map(|budget| (budget.left(now), budget.quota))
			.min_by_key(|(left, quota)| (*left, quota.max))
	}

	/// Returns what is left of the quota of `account`, in fee units; `None` where it has none.
	pub fn quota_left(account: &T::AccountId) -> Option<FeeUnits> {
		Self::quota(account).map(|(left, _)| left)
	}

	/// Gives an administration this quota, and settles what was used of the one before.
	pub(crate) fn change_quota(administration: Territory, quota: Quota) {
		let now = frame_system::Pallet::<T>::block_number();
		Budgets::<T>::mutate(administration, |budget| *budget = budget.change(quota, now));
	}
}
