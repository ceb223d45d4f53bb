//! An issuer's register: its certificates in the order in which they were entered, and how many
//! there are in each state.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::PAGE, CertificateRecord, Certificates, Config, Counts, Numbers, Ordinals, Pallet,
};
use aeo_primitives::{CertificateNumber, StateKind, Territory};
use alloc::vec::Vec;
use core::ops::Range;
use frame_support::pallet_prelude::DispatchResult;
use sp_runtime::ArithmeticError;

/// The places of a page of a list with `count` entries, from the first one on.
pub(crate) fn list_page(count: u32, page: u32) -> Range<u32> {
	let first = page.saturating_mul(PAGE);
	first.min(count)..first.saturating_add(PAGE).min(count)
}

/// The places of a page of a log with `count` entries, from the latest one on, and the next page
/// where there are earlier ones.
pub(crate) fn log_page(count: u32, page: u32) -> (Range<u32>, Option<u32>) {
	let end = count.saturating_sub(page.saturating_mul(PAGE));
	let first = end.saturating_sub(PAGE);
	(first..end, (first > 0).then(|| page.saturating_add(1)))
}

impl<T: Config> Pallet<T> {
	/// Counts a certificate that is new (`before` is none), or in another state than before (I22).
	pub(crate) fn count(
		issuer: Territory,
		before: Option<StateKind>,
		after: StateKind,
	) -> DispatchResult {
		if before == Some(after) {
			return Ok(());
		}
		if let Some(before) = before {
			let fewer = Counts::<T>::get(issuer, before)
				.checked_sub(1)
				.ok_or(ArithmeticError::Underflow)?;
			Counts::<T>::insert(issuer, before, fewer);
		}
		let more = Counts::<T>::get(issuer, after)
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;
		Counts::<T>::insert(issuer, after, more);
		Ok(())
	}

	/// The certificates of an issuer in the order of their ordinals, 50 a page, from page 0.
	pub fn certificates_by_issuer(
		issuer: Territory,
		page: u32,
	) -> Vec<(CertificateNumber, CertificateRecord)> {
		list_page(Ordinals::<T>::get(issuer), page)
			.filter_map(|ordinal| {
				let number = Numbers::<T>::get(issuer, ordinal)?;
				let record = Certificates::<T>::get(issuer, &number)?;
				Some((number, record))
			})
			.collect()
	}
}
