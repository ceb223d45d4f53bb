//! `withdraw_notice`: an administration stays after all.

use crate::{types::Administration, Administrations, Config, Error, Event, Pallet};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_withdraw_notice(
		administration: Territory,
		mut record: Administration<T::AccountId>,
	) -> DispatchResult {
		ensure!(record.notice.take().is_some(), Error::<T>::NoticeNotGiven);
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::NoticeWithdrawn { administration });
		Ok(())
	}
}
