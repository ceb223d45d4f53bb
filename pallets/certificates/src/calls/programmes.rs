//! The programme that a decision is about, and the last day that it says.

use crate::{
	rules::terms::last_day,
	types::{Decision, Programme},
	Config, Error, Pallet, Programmes,
};
use aeo_primitives::{CertificateNumber, CertificateType, Halves, Territory};
use frame_support::pallet_prelude::DispatchError;

impl<T: Config> Pallet<T> {
	/// Returns the programme of a type of certificate.
	pub(crate) fn programme_of(
		issuer: Territory,
		certificate_type: &CertificateType,
	) -> Result<Programme, DispatchError> {
		Programmes::<T>::get(issuer, &certificate_type.programme)
			.ok_or_else(|| Error::<T>::UnknownProgramme.into())
	}

	/// Returns what a type of certificate authorises.
	pub(crate) fn halves(
		programme: &Programme,
		certificate_type: &CertificateType,
	) -> Result<Halves, DispatchError> {
		let known = programme
			.types
			.iter()
			.find(|known| known.code == certificate_type.code);
		known
			.map(|known| known.halves)
			.ok_or_else(|| Error::<T>::UnknownType.into())
	}

	/// Returns the programme that a decision is about.
	pub(crate) fn programme_about(
		issuer: Territory,
		number: &CertificateNumber,
		decision: &Decision,
	) -> Result<Programme, DispatchError> {
		if let Decision::Authorise {
			certificate_type, ..
		} = decision
		{
			return Self::programme_of(issuer, certificate_type);
		}
		let record = Self::record(issuer, number)?;
		Self::programme_of(issuer, &record.certificate_type)
	}

	/// Returns the decision with its last day: where it leaves it out, the programme says it.
	pub(crate) fn with_last_day(
		issuer: Territory,
		number: &CertificateNumber,
		mut decision: Decision,
		programme: &Programme,
	) -> Result<Decision, DispatchError> {
		match &mut decision {
			Decision::Authorise {
				valid_from,
				valid_until: until @ None,
				..
			}
			| Decision::Rectify {
				valid_from,
				valid_until: until @ None,
				..
			} => {
				*until = last_day(programme.validity_months.usual(), *valid_from)
					.map_err(Error::<T>::from)?;
			}
			Decision::Renew {
				valid_until: until @ None,
				..
			} => {
				let validity = Self::record(issuer, number)?.validity;
				// What has no end can't be renewed, which is said where it is decided.
				if let Some(last) = validity.and_then(|validity| validity.until) {
					let first = last.day_after().ok_or(Error::<T>::DayBeyondCalendar)?;
					*until = last_day(programme.validity_months.usual(), first)
						.map_err(Error::<T>::from)?;
				}
			}
			_ => {}
		}
		Ok(decision)
	}
}
