//! Signing an agreement (M2).

use crate::{
	types::{AgreementState, Kind, RemovedLegs},
	Agreements, Config, Error, Event, Pallet,
};
use aeo_primitives::{AgreementId, Date, Territory};
use frame_support::{ensure, pallet_prelude::DispatchError};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Signs an agreement. Returns the number of legs that begin with it.
	pub(crate) fn do_sign(
		party: Territory,
		number: AgreementId,
		terms: H256,
		in_force_from: Option<Date>,
	) -> Result<u32, DispatchError> {
		let mut agreement = Self::open(number)?;
		ensure!(agreement.terms == terms, Error::<T>::TermsDiffer);
		let complete = Self::add_signature(
			&mut agreement.signatures,
			&agreement.parties,
			party,
			in_force_from,
		)?;
		if complete {
			agreement.state = AgreementState::Signed;
			Self::settle(agreement.proposer, Kind::Agreement, number);
		}
		Agreements::<T>::insert(number, &agreement);
		Self::deposit_event(Event::AgreementSigned {
			agreement: number,
			party,
			complete,
		});
		if complete {
			return Self::begin(number, &agreement, &RemovedLegs::new(), party);
		}
		Ok(0)
	}
}
