//! What a partner does with foreign certificates: it suspends its recognition, restores it, and
//! acknowledges what it was told.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Acknowledgement, ForeignCertificate, RecognitionSuspension, Watermarks},
	AcknowledgedThrough, Acknowledgements, Config, Error, Event, Pallet, RecognitionSuspensions,
	Unrecognising,
};
use aeo_primitives::{CertificateLookup, CertificateNumber, Date, RegisterLookup, Territory};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// The version of a certificate that is foreign to `partner`.
	pub(crate) fn foreign_version(
		partner: Territory,
		(issuer, number): &ForeignCertificate,
	) -> Result<u32, DispatchError> {
		ensure!(partner != *issuer, Error::<T>::OwnCertificate);
		T::Certificates::version(*issuer, number)
			.ok_or_else(|| Error::<T>::UnknownCertificate.into())
	}

	pub(crate) fn do_suspend_recognition(
		grantor: Territory,
		by: T::AccountId,
		issuer: Territory,
		number: CertificateNumber,
		review_on: Date,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let certificate = (issuer, number);
		Self::foreign_version(grantor, &certificate)?;
		ensure!(!Self::is_over(review_on, grantor)?, Error::<T>::DayPassed);
		let since = Self::recognition_suspension(grantor, issuer, &certificate.1)
			.map_or_else(Self::now, |earlier| earlier.since);
		let suspension = RecognitionSuspension {
			since,
			review_on,
			by: by.clone(),
			document,
		};
		RecognitionSuspensions::<T>::insert(grantor, &certificate, suspension);
		Unrecognising::<T>::try_mutate(issuer, &certificate.1, |grantors| {
			// There are as many places as territories.
			grantors
				.try_insert(grantor)
				.map_err(|_| ArithmeticError::Overflow)
		})?;
		Self::deposit_event(Event::RecognitionSuspended {
			grantor,
			issuer,
			number: certificate.1,
			since,
			review_on,
			by,
			document,
		});
		Ok(())
	}

	pub(crate) fn do_restore(
		grantor: Territory,
		by: T::AccountId,
		issuer: Territory,
		number: CertificateNumber,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let certificate = (issuer, number);
		RecognitionSuspensions::<T>::take(grantor, &certificate)
			.ok_or(Error::<T>::RecognitionNotSuspended)?;
		Unrecognising::<T>::mutate_exists(issuer, &certificate.1, |grantors| {
			*grantors = grantors.take().and_then(|mut others| {
				others.remove(&grantor);
				(!others.is_empty()).then_some(others)
			});
		});
		Self::deposit_event(Event::RecognitionRestored {
			grantor,
			issuer,
			number: certificate.1,
			by,
			document,
		});
		Ok(())
	}

	pub(crate) fn do_acknowledge(
		grantor: Territory,
		by: T::AccountId,
		issuer: Territory,
		number: CertificateNumber,
		version: u32,
	) -> DispatchResult {
		// Versions count from 1.
		ensure!(version > 0, Error::<T>::VersionMissing);
		let certificate = (issuer, number);
		let reached = Self::foreign_version(grantor, &certificate)?;
		ensure!(version <= reached, Error::<T>::VersionNotReached);
		let earlier = Self::acknowledged_version(grantor, issuer, &certificate.1).unwrap_or(0);
		ensure!(version > earlier, Error::<T>::VersionAcknowledgedAlready);
		let block = frame_system::Pallet::<T>::block_number();
		let acknowledgement = Acknowledgement { version, block };
		Acknowledgements::<T>::insert(grantor, &certificate, acknowledgement);
		Self::deposit_event(Event::Acknowledged {
			grantor,
			issuer,
			number: certificate.1,
			version,
			by,
		});
		Ok(())
	}
	pub(crate) fn do_acknowledge_through(
		grantor: Territory,
		by: T::AccountId,
		issuer: Territory,
		after: Watermarks,
	) -> DispatchResult {
		ensure!(grantor != issuer, Error::<T>::OwnCertificate);
		let before = AcknowledgedThrough::<T>::get(grantor, issuer);
		ensure!(
			before.changes <= after.changes && before.ordinals <= after.ordinals,
			Error::<T>::AcknowledgedFurtherAlready
		);
		ensure!(before != after, Error::<T>::NothingWouldChange);
		ensure!(
			after.changes <= T::Certificates::changes(issuer)
				&& after.ordinals <= T::Certificates::ordinals(issuer),
			Error::<T>::BeyondWhatWasTold
		);
		AcknowledgedThrough::<T>::insert(grantor, issuer, after);
		Self::deposit_event(Event::AcknowledgedThrough {
			grantor,
			issuer,
			before,
			after,
			by,
		});
		Ok(())
	}
}
