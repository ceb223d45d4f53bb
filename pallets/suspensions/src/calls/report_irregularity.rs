//! Reporting to an issuer what is wrong with one of its certificates.

use super::Partner;
use crate::{
	types::Irregularity, Config, Error, Event, Irregularities, IrregularityCount, Pallet,
	ReportedCount, ReportedIrregularities,
};
use aeo_support::{clock::BlockTime, refusals::ensure_document};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};
use sp_core::H256;
use sp_runtime::ArithmeticError;

/// Returns the place after this one.
fn after(place: u32) -> Result<u32, DispatchError> {
	place
		.checked_add(1)
		.ok_or_else(|| ArithmeticError::Overflow.into())
}

impl<T: Config> Pallet<T> {
	/// Stores the report among those that the issuer has received, and those that the grantor has
	/// sent.
	pub(crate) fn do_report_irregularity(
		partner: Partner<T::AccountId>,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let version = Self::foreign_version(partner.grantor, &partner.certificate)?;
		let (grantor, by) = (partner.grantor, partner.by);
		let (issuer, number) = partner.certificate;
		let report = IrregularityCount::<T>::get(issuer);
		let place = ReportedCount::<T>::get(grantor);
		IrregularityCount::<T>::insert(issuer, after(report)?);
		ReportedCount::<T>::insert(grantor, after(place)?);
		ReportedIrregularities::<T>::insert(grantor, place, (issuer, report));
		let irregularity = Irregularity {
			grantor,
			number: number.clone(),
			version,
			document,
			at: T::Time::moment(),
			by: by.clone(),
			answer: None,
		};
		Irregularities::<T>::insert(issuer, report, irregularity);
		Self::deposit_event(Event::IrregularityReported {
			issuer,
			report,
			grantor,
			number,
			version,
			by,
			document,
		});
		Ok(())
	}
}
