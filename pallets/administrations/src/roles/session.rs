//! The validators: a governed set, given to the session pallet.

use crate::{
	types::{AdministrationState, InsideKind},
	BlocksPerSession, Config, LastValidators, MinimumValidators, Pallet, Seats, Validating,
	ValidatorAccounts,
};
use aeo_primitives::Territory;
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, traits::ValidatorRegistration, BoundedVec};
use frame_system::pallet_prelude::BlockNumberFor;
use pallet_session::SessionManager;
use sp_runtime::traits::{Convert, One};
use sp_staking::SessionIndex;

/// The length of a session in blocks, from genesis; at least 1.
pub struct SessionLength<T>(PhantomData<T>);

impl<T: Config> Get<BlockNumberFor<T>> for SessionLength<T> {
	fn get() -> BlockNumberFor<T> {
		BlocksPerSession::<T>::get().max(One::one())
	}
}

/// Only the own account of an admitted administration is a validator's. This is what keeps
/// session keys, which cost no deposit, from being set by anybody.
pub struct ValidatorIdOf<T>(PhantomData<T>);

impl<T: Config> Convert<T::AccountId, Option<T::AccountId>> for ValidatorIdOf<T> {
	fn convert(account: T::AccountId) -> Option<T::AccountId> {
		let (record, administration) = Pallet::<T>::account_of(&account)?;
		let may =
			record.kind == InsideKind::Own && administration.state == AdministrationState::Admitted;
		may.then_some(account)
	}
}

/// The administration for which an account validates or has validated, also after it was rotated:
/// what a validator did is the administration's.
pub struct AdministrationOfValidator<T>(PhantomData<T>);

impl<T: Config> Convert<T::AccountId, Option<Territory>> for AdministrationOfValidator<T> {
	fn convert(account: T::AccountId) -> Option<Territory> {
		ValidatorAccounts::<T>::get(account)
	}
}

impl<T: Config> Pallet<T> {
	/// Returns the own accounts of the administrations that want to validate and have session keys.
	fn candidates() -> BoundedVec<T::AccountId, T::MaxValidators> {
		let accounts: Vec<_> = Validating::<T>::get()
			.into_iter()
			.filter_map(|administration| Self::live(administration).ok())
			.map(|record| record.details.account)
			.filter(T::SessionKeys::is_registered)
			.collect();
		BoundedVec::truncate_from(accounts)
	}

	/// Returns the validators that were given to the session pallet last, with their
	/// administrations.
	pub fn validators() -> Vec<(T::AccountId, Territory)> {
		let with_administration = |account: T::AccountId| {
			let administration = ValidatorAccounts::<T>::get(&account)?;
			Some((account, administration))
		};
		LastValidators::<T>::get()
			.into_iter()
			.filter_map(with_administration)
			.collect()
	}

	/// Returns whether these are enough to change the set.
	fn enough(validators: &[T::AccountId]) -> bool {
		let minimum = usize::try_from(MinimumValidators::<T>::get()).unwrap_or(usize::MAX);
		validators.len() >= minimum.max(1)
	}
}

impl<T: Config> SessionManager<T::AccountId> for Pallet<T> {
	/// Returns the validators of the session after the next one. `None`, and so no new GRANDPA set,
	/// where nothing changed or too few would be left.
	fn new_session(_: SessionIndex) -> Option<Vec<T::AccountId>> {
		let candidates = Self::candidates();
		if !Self::enough(&candidates) || candidates == LastValidators::<T>::get() {
			return None;
		}
		for account in &candidates {
			if let Some((record, _)) = Self::account_of(account) {
				ValidatorAccounts::<T>::insert(account, record.administration);
			}
		}
		LastValidators::<T>::put(&candidates);
		Some(candidates.into_inner())
	}

	/// Returns the first validators. A chain without enough of them could never author a block.
	fn new_session_genesis(index: SessionIndex) -> Option<Vec<T::AccountId>> {
		assert!(
			!Seats::<T>::get().is_empty(),
			"the genesis names no administration: give `administrations.administrations` and \
			 `session.keys`",
		);
		assert!(
			Self::enough(&Self::candidates()),
			"the genesis names too few validators: give `session.keys` for at least \
			 `administrations.minimumValidators` administrations with `validating: true`",
		);
		Self::new_session(index)
	}

	fn end_session(_: SessionIndex) {}

	fn start_session(_: SessionIndex) {}
}
