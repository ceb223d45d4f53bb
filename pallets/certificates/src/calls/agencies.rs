//! Agencies: accounts that an administration registers, and whether they have said what is needed.

use crate::{
	types::{AgencyCode, Opinion, Programme},
	Agencies, AgencyAccounts, AgencyCount, Config, Error, Event, Opinions, Pallet,
};
use aeo_primitives::{AdministrationLookup, CertificateNumber, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Returns the number of the present admission of an administration.
	pub(crate) fn admission_of(administration: Territory) -> Option<u32> {
		T::Administrations::administration(administration).map(|found| found.admission)
	}

	/// Removes an agency; its account is free.
	pub(crate) fn remove(
		administration: Territory,
		code: AgencyCode,
		by: T::AccountId,
	) -> DispatchResult {
		let account =
			Agencies::<T>::take(administration, &code).ok_or(Error::<T>::UnknownAgency)?;
		let count = AgencyCount::<T>::get(administration)
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		AgencyCount::<T>::insert(administration, count);
		AgencyAccounts::<T>::remove(&account);
		Self::deposit_event(Event::AgencyRemoved {
			administration,
			code,
			account,
			by,
		});
		Ok(())
	}

	/// Refuses a version of an application on which an agency that the programme requires has no
	/// opinion, or an unfavourable one (T3).
	pub(crate) fn ensure_opinions(
		issuer: Territory,
		number: &CertificateNumber,
		version: u32,
		programme: &Programme,
	) -> DispatchResult {
		for agency in &programme.opinions_required {
			let given = Opinions::<T>::get((issuer, number, agency))
				.filter(|given| given.version == version)
				.ok_or(Error::<T>::OpinionMissing)?;
			ensure!(
				given.opinion != Opinion::Unfavourable,
				Error::<T>::OpinionUnfavourable
			);
		}
		Ok(())
	}
}
