//! Irregularity reports: a grantor tells an issuer what is wrong with one of its certificates, and
//! the issuer answers.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Irregularity, IrregularityAnswer, PAGE},
	Config, Error, Event, Irregularities, IrregularityCount, Pallet, ReportedCount,
	ReportedIrregularities,
};
use aeo_primitives::{CertificateNumber, Territory};
use alloc::vec::Vec;
use core::ops::Range;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;
use sp_runtime::ArithmeticError;

/// The place after this one.
fn after(place: u32) -> Result<u32, DispatchError> {
	place
		.checked_add(1)
		.ok_or_else(|| ArithmeticError::Overflow.into())
}

/// The places of a page, where there are `count` and the last one is the latest.
fn places(count: u32, page: u32) -> Range<u32> {
	let end = count.saturating_sub(page.saturating_mul(PAGE));
	end.saturating_sub(PAGE)..end
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_report_irregularity(
		grantor: Territory,
		by: T::AccountId,
		issuer: Territory,
		number: CertificateNumber,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let certificate = (issuer, number);
		let version = Self::foreign_version(grantor, &certificate)?;
		let (_, number) = certificate;
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
			at: Self::now(),
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

	pub(crate) fn do_answer_irregularity(
		issuer: Territory,
		by: T::AccountId,
		report: u32,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let irregularity =
			Irregularities::<T>::get(issuer, report).ok_or(Error::<T>::UnknownReport)?;
		ensure!(
			irregularity.answer.is_none(),
			Error::<T>::ReportAnsweredAlready
		);
		let answer = IrregularityAnswer {
			document,
			at: Self::now(),
			by: by.clone(),
		};
		let answered = Irregularity {
			answer: Some(answer),
			..irregularity.clone()
		};
		Irregularities::<T>::insert(issuer, report, answered);
		Self::deposit_event(Event::IrregularityAnswered {
			issuer,
			report,
			grantor: irregularity.grantor,
			number: irregularity.number,
			by,
			document,
		});
		Ok(())
	}

	/// The reports that an issuer has received, each with its number: latest first, 50 a page, from
	/// page 0.
	pub fn irregularities(issuer: Territory, page: u32) -> Vec<(u32, Irregularity<T::AccountId>)> {
		places(IrregularityCount::<T>::get(issuer), page)
			.rev()
			.filter_map(|report| {
				Irregularities::<T>::get(issuer, report).map(|found| (report, found))
			})
			.collect()
	}

	/// The reports that a grantor has sent, each with its issuer and number there: latest first, 50
	/// a page, from page 0.
	pub fn reported_irregularities(
		grantor: Territory,
		page: u32,
	) -> Vec<(Territory, u32, Irregularity<T::AccountId>)> {
		places(ReportedCount::<T>::get(grantor), page)
			.rev()
			.filter_map(|place| {
				let (issuer, report) = ReportedIrregularities::<T>::get(grantor, place)?;
				let found = Irregularities::<T>::get(issuer, report)?;
				Some((issuer, report, found))
			})
			.collect()
	}
}
