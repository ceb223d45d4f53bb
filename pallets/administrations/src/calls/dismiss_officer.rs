//! `dismiss_officer`: an officer of the administration is dismissed.

use crate::{
	types::{Administration, InsideKind},
	Config, Error, Pallet,
};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_dismiss_officer(
		administration: Territory,
		record: Administration<T::AccountId>,
		officer: T::AccountId,
	) -> DispatchResult {
		let kind = Self::account_of(&officer)
			.filter(|(account, _)| account.administration == administration)
			.map(|(account, _)| account.kind);
		ensure!(
			matches!(kind, Some(InsideKind::Officer(_))),
			Error::<T>::NotAnOfficer
		);
		Self::do_dismiss(administration, record, officer)
	}
}
