//! `leave`: an administration leaves, after its notice.

use crate::{
	types::{Administration, AdministrationState},
	Config, Error, Pallet,
};
use aeo_primitives::Territory;
use aeo_support::clock::BlockTime;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_leave(
		administration: Territory,
		record: Administration<T::AccountId>,
	) -> DispatchResult {
		let notice = record.notice.ok_or(Error::<T>::NoticeNotGiven)?;
		ensure!(T::Time::moment() >= notice, Error::<T>::NoticeNotOver);
		Self::ensure_seats_without(&record)?;
		Self::change_state(
			administration,
			record,
			AdministrationState::Withdrawn,
			false,
		)
	}
}
