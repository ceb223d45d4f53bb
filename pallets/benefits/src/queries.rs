//! What is asked about grants, incidents and their counters.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{places, Counter, CounterKey, Grant, GrantLog, Incident, SealedLog, UseKey, PAGE},
	Config, CounterCount, CounterKeys, GrantLogs, Grants, IncidentCounts, Incidents, Pallet,
	SealedLogs, UseCount, Uses,
};
use aeo_primitives::{CertificateLookup, Role, Territory, TraderId};
use alloc::vec::Vec;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// What was given to a declaration.
	pub fn grant_of(grantor: Territory, declaration: H256, role: Role) -> Option<Grant> {
		Grants::<T>::get(grantor, (declaration, role))
	}

	/// Whether one of the certificates for which benefits were given is void from the start, as far
	/// as is known now. Nothing was written into the grant: what overturns an annulment lifts this too.
	pub fn is_annulled(grant: &Grant) -> bool {
		let mut certificates = grant.versions.keys();
		certificates.any(|number| T::Certificates::is_annulled(grant.issuer, number))
	}

	/// The uses of a trader's status, latest first, 50 places a page, from page 0. What was removed
	/// leaves its place empty.
	pub fn uses_of(trader: &TraderId, page: u32) -> Vec<(UseKey, Grant)> {
		places(UseCount::<T>::get(trader), page)
			.filter_map(|place| {
				let key = Uses::<T>::get(trader, place)?;
				let grant = Self::grant_of(key.grantor, key.declaration, key.role)?;
				Some((key, grant))
			})
			.collect()
	}

	/// The incidents of an administration with their numbers, latest first, 50 a page, from page 0.
	pub fn incidents_of(administration: Territory, page: u32) -> Vec<(u32, Incident)> {
		places(IncidentCounts::<T>::get(administration).opened, page)
			.filter_map(|number| Some((number, Incidents::<T>::get(administration, number)?)))
			.collect()
	}

	/// What an administration gave, by agreement, benefit and direction, in the order in which each
	/// was first counted, 50 a page, from page 0; and whether there are more.
	pub fn utilisation(administration: Territory, page: u32) -> (Vec<(CounterKey, Counter)>, bool) {
		let count = CounterCount::<T>::get(administration);
		let first = page.saturating_mul(PAGE).min(count);
		let end = first.saturating_add(PAGE).min(count);
		let counted = (first..end).filter_map(|place| {
			let key = CounterKeys::<T>::get(administration, place)?;
			Some((key, Self::counter(administration, key)))
		});
		(counted.collect(), end < count)
	}

	/// How many uses an administration has recorded: in clear, and sealed.
	pub fn uses_recorded(administration: Territory) -> (GrantLog, SealedLog) {
		(
			GrantLogs::<T>::get(administration),
			SealedLogs::<T>::get(administration),
		)
	}
}
