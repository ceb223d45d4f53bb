//! Beginning and ending a review (T11).

use crate::{
	rules::{days::is_live, terms},
	written::Review,
	Certificates, Config, Error, Event, Pallet,
};
use aeo_primitives::{Officers, Scope, Territory};
use aeo_support::refusals::ensure_document;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Returns the administration for which the signer certifies or watches risks, and the signer.
	pub(crate) fn ensure_reviewing(
		origin: OriginFor<T>,
	) -> Result<(Territory, T::AccountId), DispatchError> {
		let by = ensure_signed(origin)?;
		let issuer = T::Administrations::ensure_officer(&by, Scope::Risk)
			.or_else(|_| T::Administrations::ensure_officer(&by, Scope::Certification))
			.map_err(Into::into)?;
		Ok((issuer, by))
	}

	/// Notes that a review begins or is over.
	pub(crate) fn do_set_review(
		issuer: Territory,
		by: T::AccountId,
		number: &str,
		review: Review,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let number = Self::number(number)?;
		let under_review = review == Review::UnderReview;
		let mut record = Self::record(issuer, &number)?;
		ensure!(
			!under_review || is_live(&record, Self::clock(issuer)),
			Error::<T>::CertificateNotLive
		);
		ensure!(
			record.under_review != under_review,
			Error::<T>::NothingWouldChange
		);
		record.under_review = under_review;
		if !under_review {
			let programme = Self::programme_of(issuer, &record.certificate_type)?;
			record.review_due = terms::review_due(programme.review_months, Self::clock(issuer))
				.map_err(Error::<T>::from)?;
		}
		let review_due = record.review_due;
		Certificates::<T>::insert(issuer, &number, record);
		Self::deposit_event(Event::ReviewSet {
			issuer,
			number,
			under_review,
			review_due,
			by,
			document,
		});
		Ok(())
	}
}
