//! What the runtime API asks.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{types::PAGE, CertificateRecord, Certificates, Config, Holdings, Pallet, Periods};
use aeo_primitives::{CertificateNumber, Moment, StatusPeriod, Territory, TraderId, TraderLookup};
use alloc::vec::Vec;

impl<T: Config> Pallet<T> {
	/// A certificate by its number, however it is written.
	pub fn certificate(issuer: Territory, number: &CertificateNumber) -> Option<CertificateRecord> {
		Certificates::<T>::get(issuer, aeo_primitives::certificate_number(number).ok()?)
	}

	/// The certificates in a trader's index, with their issuer.
	pub fn certificates_of(
		trader: &TraderId,
	) -> Option<(Territory, Vec<(CertificateNumber, CertificateRecord)>)> {
		let issuer = T::Traders::trader(trader)?.administration;
		Some((issuer, Self::held(issuer, &Holdings::<T>::get(trader))))
	}

	/// The status periods of a certificate, latest first, 50 a page, from page 0.
	pub fn history(
		issuer: Territory,
		number: &CertificateNumber,
		page: u32,
	) -> Vec<StatusPeriod<T::AccountId>> {
		let Ok(number) = aeo_primitives::certificate_number(number) else {
			return Vec::new();
		};
		let count = Certificates::<T>::get(issuer, &number).map_or(0, |record| record.periods);
		let end = count.saturating_sub(page.saturating_mul(PAGE));
		(end.saturating_sub(PAGE)..end)
			.rev()
			.filter_map(|place| Periods::<T>::get((issuer, &number, place)))
			.collect()
	}

	/// The period in force at a moment, as far as this state knows: what was decided last that held
	/// then. What was overturned from the start is passed over. At most as many periods are read as
	/// a certificate can have.
	pub fn status_at(
		issuer: Territory,
		number: &CertificateNumber,
		moment: Moment,
	) -> Option<StatusPeriod<T::AccountId>> {
		let number = aeo_primitives::certificate_number(number).ok()?;
		let count = Certificates::<T>::get(issuer, &number)?.periods;
		let mut end = count;
		loop {
			end = end.checked_sub(1)?;
			let period = Periods::<T>::get((issuer, &number, end))?;
			if period.from <= moment {
				return Some(period);
			}
			// Places only ever fall: what is voided lies before.
			end = period.voids.map_or(end, |voids| voids.min(end));
		}
	}
}
