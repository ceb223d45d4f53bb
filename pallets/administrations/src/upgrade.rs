//! An authorised runtime: it waits where everybody sees it, then can be applied for a time.
//!
//! The system pallet takes the code, unsigned, of whatever hash it holds. So it is given the hash
//! when the wait is over and not before, and loses it when the time is over: by the hook of the
//! pallet, in one read a block.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::UpgradeAuthorisation, AuthorisedUpgrade, Config, Error, Event, Pallet, WeightInfo,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
	storage_alias,
	weights::Weight,
};
use frame_system::CodeUpgradeAuthorization;
use sp_core::H256;
use sp_runtime::ArithmeticError;

/// What the system pallet would apply. It has no function that takes it away again.
#[storage_alias]
type AuthorizedUpgrade<T: Config> =
	StorageValue<frame_system::Pallet<T>, CodeUpgradeAuthorization<T>>;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_authorise_upgrade(code_hash: H256) -> DispatchResult {
		let from = Self::now()?
			.checked_add(T::UpgradeDelay::get())
			.ok_or(ArithmeticError::Overflow)?;
		let until = from
			.checked_add(T::UpgradePeriod::get())
			.ok_or(ArithmeticError::Overflow)?;
		if let Some(earlier) = AuthorisedUpgrade::<T>::get() {
			Self::close_upgrade();
			Self::deposit_event(Event::UpgradeWithdrawn {
				code_hash: earlier.code_hash,
			});
		}
		AuthorisedUpgrade::<T>::put(UpgradeAuthorisation {
			code_hash,
			from,
			until,
			is_open: false,
		});
		Self::deposit_event(Event::UpgradeAuthorised {
			code_hash,
			from,
			until,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_upgrade(code_hash: H256) -> DispatchResult {
		let is_it = AuthorisedUpgrade::<T>::get()
			.is_some_and(|authorised| authorised.code_hash == code_hash);
		ensure!(is_it, Error::<T>::NoSuchUpgrade);
		Self::close_upgrade();
		Self::deposit_event(Event::UpgradeWithdrawn { code_hash });
		Ok(())
	}

	fn close_upgrade() {
		AuthorisedUpgrade::<T>::kill();
		AuthorizedUpgrade::<T>::kill();
	}

	/// Open an authorised upgrade when its wait is over, and close it when it lapses or was applied.
	/// The clock is that of the block before.
	pub(crate) fn mind_upgrade() -> Weight {
		let Some(authorised) = AuthorisedUpgrade::<T>::get() else {
			return T::WeightInfo::no_upgrade();
		};
		let was_taken =
			authorised.is_open && frame_system::Pallet::<T>::authorized_upgrade().is_none();
		let now = Self::now().unwrap_or_default();
		if was_taken {
			AuthorisedUpgrade::<T>::kill();
		} else if now >= authorised.until {
			Self::close_upgrade();
			Self::deposit_event(Event::UpgradeLapsed {
				code_hash: authorised.code_hash,
			});
		} else if now >= authorised.from && !authorised.is_open {
			frame_system::Pallet::<T>::do_authorize_upgrade(authorised.code_hash, true);
			AuthorisedUpgrade::<T>::put(UpgradeAuthorisation {
				is_open: true,
				..authorised
			});
		}
		T::WeightInfo::mind_upgrade()
	}
}
