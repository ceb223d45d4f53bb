//! What the runtime API asks: which benefits there are, and what was given, counted and recorded.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	facts::Evaluator,
	types::{Counter, CounterKey, Grant, GrantLog, Incident, SealedLog, UseKey},
	Config, CounterCount, CounterKeys, Counters, GrantLogs, Grants, IncidentCounts, Incidents,
	Pallet, SealedLogs, UseCount, Uses,
};
use aeo_primitives::{
	recognition::{evaluate, Answer, Facts},
	CertificateLookup, Direction, Identifier, Role, Territory, TraderId,
};
use aeo_support::paging::{list_page, log_page};
use alloc::vec::Vec;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Returns everything that an answer depends on; `None` where `grantor` is no administration.
	/// For one certificate, named by a TIN, at most 8 values are read.
	pub fn facts(
		grantor: Territory,
		identifier: &Identifier,
		role: Role,
		direction: Direction,
	) -> Option<Facts> {
		let mut evaluator = Evaluator::<T>::new(grantor)?;
		Some(evaluator.gather(identifier, role, direction).facts)
	}

	/// Returns the benefits, or why there are none; `None` where `grantor` is no administration.
	pub fn evaluate(
		grantor: Territory,
		identifier: &Identifier,
		role: Role,
		direction: Direction,
	) -> Option<Answer> {
		Self::facts(grantor, identifier, role, direction).map(|facts| evaluate(&facts))
	}

	/// Returns the answers to many questions, in their order; `None` where `grantor` is no
	/// administration. What the questions have in common is read once.
	pub fn evaluate_many<'a>(
		grantor: Territory,
		questions: impl IntoIterator<Item = (&'a Identifier, Role, Direction)>,
	) -> Option<Vec<Answer>> {
		let mut evaluator = Evaluator::<T>::new(grantor)?;
		let answers = questions.into_iter().map(|(identifier, role, direction)| {
			evaluate(&evaluator.gather(identifier, role, direction).facts)
		});
		Some(answers.collect())
	}

	/// Returns what was given to a declaration.
	pub fn grant_of(grantor: Territory, declaration: H256, role: Role) -> Option<Grant> {
		Grants::<T>::get(grantor, (declaration, role))
	}

	/// Returns whether one of the certificates for which benefits were given is void from the start,
	/// as far as is known now. Nothing was written into the grant: what overturns an annulment lifts
	/// this too.
	pub fn is_annulled(grant: &Grant) -> bool {
		let mut certificates = grant.versions.keys();
		certificates.any(|number| T::Certificates::is_annulled(grant.issuer, number))
	}

	/// Returns the uses of a trader's status, latest first, 50 places a page, from page 0. What was
	/// removed leaves its place empty.
	pub fn uses_of(trader: &TraderId, page: u32) -> Vec<(UseKey, Grant)> {
		let (places, _) = log_page(UseCount::<T>::get(trader), page);
		places
			.filter_map(|place| {
				let key = Uses::<T>::get(trader, place)?;
				let grant = Self::grant_of(key.grantor, key.declaration, key.role)?;
				Some((key, grant))
			})
			.collect()
	}

	/// Returns the incidents of an administration with their numbers, latest first, 50 a page, from
	/// page 0.
	pub fn incidents_of(administration: Territory, page: u32) -> Vec<(u32, Incident)> {
		let (places, _) = log_page(IncidentCounts::<T>::get(administration).opened, page);
		places
			.filter_map(|number| Some((number, Incidents::<T>::get(administration, number)?)))
			.collect()
	}

	/// Returns what an administration's uses came to by one key.
	pub fn counter(administration: Territory, key: CounterKey) -> Counter {
		Counters::<T>::get(administration, key).unwrap_or_default()
	}

	/// Returns what an administration gave, by agreement, benefit and direction, in the order in
	/// which each was first counted, 50 a page, from page 0; and whether there are more.
	pub fn utilisation(administration: Territory, page: u32) -> (Vec<(CounterKey, Counter)>, bool) {
		let (places, next_page) = list_page(CounterCount::<T>::get(administration), page);
		let counted = places.filter_map(|place| {
			let key = CounterKeys::<T>::get(administration, place)?;
			Some((key, Self::counter(administration, key)))
		});
		(counted.collect(), next_page.is_some())
	}

	/// Returns how many uses an administration has recorded: in clear, and sealed.
	pub fn uses_recorded(administration: Territory) -> (GrantLog, SealedLog) {
		(
			GrantLogs::<T>::get(administration),
			SealedLogs::<T>::get(administration),
		)
	}
}
