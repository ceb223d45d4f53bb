//! Dismissing an appeal (T13): the decision stands.

use crate::{Certificates, Config, Error, Event, Pallet};
use aeo_primitives::{CertificateNumber, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Dismisses the appeal that is pending.
	pub(crate) fn do_dismiss_appeal(
		issuer: Territory,
		number: CertificateNumber,
		by: T::AccountId,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let mut record = Self::record(issuer, &number)?;
		ensure!(record.asked.appeal.is_some(), Error::<T>::NoAppealPending);
		record.asked.appeal = None;
		Certificates::<T>::insert(issuer, &number, record);
		Self::deposit_event(Event::AppealDismissed {
			issuer,
			number,
			by,
			document,
		});
		Ok(())
	}
}
