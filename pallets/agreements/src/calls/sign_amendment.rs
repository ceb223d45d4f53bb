//! Signing an amendment (M6).

use crate::{
	rules::version::amended,
	types::{Amendment, Kind},
	Agreements, Amendments, Config, EarlierVersions, Error, Event, Pallet,
};
use aeo_primitives::{AgreementId, Date, Territory};
use frame_support::{ensure, pallet_prelude::DispatchError};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Signs an amendment. Returns the number of legs that begin or end with it.
	pub(crate) fn do_sign_amendment(
		party: Territory,
		number: AgreementId,
		terms: H256,
		in_force_from: Option<Date>,
	) -> Result<u32, DispatchError> {
		let amendment = Self::open_amendment(number)?;
		ensure!(amendment.terms == terms, Error::<T>::TermsDiffer);
		Self::sign_version(party, number, amendment, in_force_from)
	}

	/// Signs an amendment, which with the last signature stands in the agreement; what stood there
	/// is kept. Returns the number of legs that begin or end with it.
	pub(crate) fn sign_version(
		party: Territory,
		number: AgreementId,
		mut amendment: Amendment,
		in_force_from: Option<Date>,
	) -> Result<u32, DispatchError> {
		let complete = Self::add_signature(
			&mut amendment.signatures,
			&amendment.parties,
			party,
			in_force_from,
		)?;
		Self::deposit_event(Event::AmendmentSigned {
			agreement: number,
			version: amendment.version,
			party,
			complete,
		});
		if !complete {
			Amendments::<T>::insert(number, amendment);
			return Ok(0);
		}
		Amendments::<T>::remove(number);
		Self::settle(amendment.proposer, Kind::Amendment, number);
		let earlier = Self::signed(number)?;
		let (agreement, removed) = amended(&earlier, amendment);
		EarlierVersions::<T>::insert(number, earlier.version, earlier);
		Agreements::<T>::insert(number, &agreement);
		Self::begin(number, &agreement, &removed, party)
	}
}
