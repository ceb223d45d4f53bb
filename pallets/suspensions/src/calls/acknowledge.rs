//! Acknowledging a version of a foreign certificate.

use crate::{types::Acknowledgement, Acknowledgements, Config, Error, Event, Pallet};
use aeo_primitives::{CertificateNumber, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Stores the version that a partner has taken over, which only rises.
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
		let earlier =
			Acknowledgements::<T>::get(grantor, &certificate).map_or(0, |last| last.version);
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
}
