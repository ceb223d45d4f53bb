//! A row of a batch that certifies a trader (T3).

use crate::{
	types::{Authorisation, Decision},
	Config, Pallet,
};
use aeo_primitives::{Hands, StandingChange, Territory};
use aeo_support::clock::Clock;
use frame_support::pallet_prelude::DispatchError;

impl<T: Config> Pallet<T> {
	/// Certifies a trader, until the last day that the programme says where the row gives none.
	pub(super) fn authorise_row(
		issuer: Territory,
		row: &Authorisation,
		by: &Hands<T::AccountId>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		let programme = Self::programme_of(issuer, &row.certificate_type)?;
		let decision = Decision::from(row.clone());
		let decision = Self::with_last_day(issuer, &row.number, decision, &programme)?;
		Self::decide(issuer, &row.number, &decision, by.clone(), clock)
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
