//! `give_notice`: an administration says that it will leave.

use crate::{types::Administration, Administrations, Config, Error, Event, Pallet};
use aeo_primitives::Territory;
use aeo_support::clock::BlockTime;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_give_notice(
		administration: Territory,
		mut record: Administration<T::AccountId>,
	) -> DispatchResult {
		ensure!(record.notice.is_none(), Error::<T>::NoticeGivenAlready);
		let until = T::Time::moment()
			.checked_add(T::NoticePeriod::get())
			.ok_or(ArithmeticError::Overflow)?;
		record.notice = Some(until);
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::NoticeGiven {
			administration,
			until,
		});
		Ok(())
	}
}
