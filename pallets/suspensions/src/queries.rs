//! What the runtime API asks of the suspensions.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Irregularity, RecognitionSuspension, Watermarks},
	AcknowledgedThrough, Acknowledgements, Config, Irregularities, IrregularityCount, Pallet,
	RecognitionSuspensions, ReportedCount, ReportedIrregularities,
};
use aeo_primitives::{CertificateNumber, Territory};
use aeo_support::paging::log_page;
use alloc::vec::Vec;

impl<T: Config> Pallet<T> {
	/// Returns the last version of a certificate that `grantor` has acknowledged.
	pub fn acknowledged_version(
		grantor: Territory,
		issuer: Territory,
		number: &CertificateNumber,
	) -> Option<u32> {
		Acknowledgements::<T>::get(grantor, (issuer, number)).map(|last| last.version)
	}

	/// Returns up to where `grantor` has acknowledged everything that an issuer told.
	pub fn acknowledged_through(grantor: Territory, issuer: Territory) -> Watermarks {
		AcknowledgedThrough::<T>::get(grantor, issuer)
	}

	/// Returns the suspension of its recognition of a certificate by `grantor`.
	pub fn recognition_suspension(
		grantor: Territory,
		issuer: Territory,
		number: &CertificateNumber,
	) -> Option<RecognitionSuspension<T::AccountId>> {
		RecognitionSuspensions::<T>::get(grantor, (issuer, number))
	}

	/// Returns the reports that an issuer has received, each with its number: latest first, 50 a
	/// page, from page 0.
	pub fn irregularities(issuer: Territory, page: u32) -> Vec<(u32, Irregularity<T::AccountId>)> {
		let (places, _) = log_page(IrregularityCount::<T>::get(issuer), page);
		places
			.filter_map(|report| {
				Irregularities::<T>::get(issuer, report).map(|found| (report, found))
			})
			.collect()
	}

	/// Returns the reports that a grantor has sent, each with its issuer and number there: latest
	/// first, 50 a page, from page 0.
	pub fn reported_irregularities(
		grantor: Territory,
		page: u32,
	) -> Vec<(Territory, u32, Irregularity<T::AccountId>)> {
		let (places, _) = log_page(ReportedCount::<T>::get(grantor), page);
		places
			.filter_map(|place| {
				let (issuer, report) = ReportedIrregularities::<T>::get(grantor, place)?;
				let found = Irregularities::<T>::get(issuer, report)?;
				Some((issuer, report, found))
			})
			.collect()
	}
}
