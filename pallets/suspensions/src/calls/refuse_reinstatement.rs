//! Refusing a reinstatement that was proposed, or taking it back.

use crate::{Config, Event, Pallet, Proposals};
use aeo_primitives::{CertificateNumber, Territory};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Removes the proposal that waits.
	pub(crate) fn do_refuse_reinstatement(
		issuer: Territory,
		by: T::AccountId,
		number: CertificateNumber,
		proposal: u32,
	) -> DispatchResult {
		let maker = Self::waiting(issuer, &number, proposal)?.maker.officer;
		Proposals::<T>::remove(issuer, &number);
		Self::deposit_event(Event::ReinstatementRefused {
			issuer,
			number,
			proposal,
			maker,
			by,
		});
		Ok(())
	}
}
