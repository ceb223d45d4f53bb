//! A row of a batch that certifies a trader (T3).

use super::Row;
use crate::{
	types::{Authorisation, Decision},
	Config, Pallet,
};
use aeo_primitives::{CertificateType, Hands, StandingChange, Territory, Written};
use aeo_support::clock::Clock;
use frame_support::pallet_prelude::DispatchError;
use sp_core::H256;

impl<T: Config> Row<T> for Authorisation {
	fn number(&self) -> Written {
		self.number.clone().into()
	}

	fn certificate_type(&self) -> Option<&CertificateType> {
		Some(&self.certificate_type)
	}

	fn instrument(&self) -> Option<H256> {
		self.instrument
	}

	fn carry_out(
		&self,
		issuer: Territory,
		by: &Hands<T::AccountId>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		Pallet::<T>::vouch(issuer, &self.tin, self.publication_consent, self.instrument)?;
		let number = &self.number;
		let programme = Pallet::<T>::programme_of(issuer, &self.certificate_type)?;
		let decision = Decision::from(self.clone());
		let decision = Pallet::<T>::with_last_day(issuer, number, decision, &programme)?;
		Pallet::<T>::decide(issuer, number, &decision, by.clone(), clock)
	}
}

impl From<Authorisation> for Decision {
	fn from(row: Authorisation) -> Self {
		Self::Authorise {
			tin: row.tin,
			publication_consent: row.publication_consent,
			certificate_type: row.certificate_type,
			roles: row.roles,
			valid_from: row.valid_from,
			valid_until: row.valid_until,
			document: row.document,
		}
	}
}
