//! What the runtime API asks.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	lifecycle, types::PAGE, CertificateRecord, Certificates, Config, Holdings, Pallet, Periods,
};
use aeo_primitives::{
	CertificateNumber, Moment, StateKind, StatusPeriod, Territory, TraderId, TraderLookup,
};
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
		Some((
			issuer,
			Self::held(issuer, &Holdings::<T>::get(issuer, trader)),
		))
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
	/// then. What was overturned is passed over; a later decision that was taken while it was
	/// believed holds without it. At most as many periods are read as a certificate can have.
	pub fn status_at(
		issuer: Territory,
		number: &CertificateNumber,
		moment: Moment,
	) -> Option<StatusPeriod<T::AccountId>> {
		let number = aeo_primitives::certificate_number(number).ok()?;
		let count = Certificates::<T>::get(issuer, &number)?.periods;
		let mut overturned = Vec::new();
		let mut overturning = None;
		let mut hidden = None;
		for place in (0..count).rev() {
			let mut period = Periods::<T>::get((issuer, &number, place))?;
			if let Some(first) = overturning.take() {
				overturned.push(Overturned {
					first,
					kind: period.state.kind(),
				});
			}
			if period.from > moment {
				continue;
			}
			if period.voids.is_some() && moment < period.known_from {
				overturning = period.voids;
				continue;
			}
			period.state = overturned
				.iter()
				.filter(|decision| decision.first <= place)
				.fold(period.state, |state, decision| {
					lifecycle::without(state, decision.kind)
				});
			if !overturned.iter().any(|decision| decision.first == place) {
				return Some(period);
			}
			// What the certificate began with was overturned.
			hidden = Some(period);
		}
		hidden
	}
}

/// A decision that did not hold at the moment that is asked about, because a later one overturned
/// it.
struct Overturned {
	/// The place of the period that began with it.
	first: u32,
	/// What it was.
	kind: StateKind,
}
