//! Acknowledging a version of a foreign certificate.

use super::Partner;
use crate::{types::Acknowledgement, Acknowledgements, Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Stores the version that a partner has taken over, which only rises.
	pub(crate) fn do_acknowledge(partner: Partner<T::AccountId>, version: u32) -> DispatchResult {
		// Versions count from 1.
		ensure!(version > 0, Error::<T>::VersionMissing);
		let Partner {
			grantor,
			by,
			certificate,
		} = partner;
		let reached = Self::foreign_version(grantor, &certificate)?;
		ensure!(version <= reached, Error::<T>::VersionNotReached);
		let earlier =
			Acknowledgements::<T>::get(grantor, &certificate).map_or(0, |last| last.version);
		ensure!(version > earlier, Error::<T>::VersionAcknowledgedAlready);
		let block = frame_system::Pallet::<T>::block_number();
		let acknowledgement = Acknowledgement { version, block };
		Acknowledgements::<T>::insert(grantor, &certificate, acknowledgement);
		let (issuer, number) = certificate;
		Self::deposit_event(Event::Acknowledged {
			grantor,
			issuer,
			number,
			version,
			by,
		});
		Ok(())
	}
}
