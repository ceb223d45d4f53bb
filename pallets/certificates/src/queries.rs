//! What the runtime API asks.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	rules::{credentials::is_over, lifecycle},
	types::{Batch, CertificateRecord, CredentialStanding, PendingDecision},
	Batches, Certificates, Config, Editions, Holdings, Numbers, Ordinals, Pallet, Pendings,
	Periods, Waiting, WaitingCount,
};
use aeo_primitives::{
	recognition::{Administration, TraderState},
	CertificateNumber, Moment, StateKind, StatusPeriod, SuspensionScope, Territory, TraderId,
	TraderLookup,
};
use aeo_support::{
	clock::Clock,
	paging::{list_page, log_page},
	proposals::Proposal,
};
use alloc::vec::Vec;
use sp_core::H256;

/// A decision that waits.
pub type WaitingDecision<T> = PendingDecision<<T as frame_system::Config>::AccountId>;

/// A batch that waits, and its hash.
pub type WaitingBatch<T> = (
	H256,
	Proposal<<T as frame_system::Config>::AccountId, Batch<<T as Config>::MaxBatch>>,
);

impl<T: Config> Pallet<T> {
	/// Returns a certificate by its number, however it is written.
	pub fn certificate(issuer: Territory, number: &CertificateNumber) -> Option<CertificateRecord> {
		Certificates::<T>::get(issuer, aeo_primitives::certificate_number(number).ok()?)
	}

	/// Returns the certificates in a trader's index, with their issuer.
	pub fn certificates_of(
		trader: &TraderId,
	) -> Option<(Territory, Vec<(CertificateNumber, CertificateRecord)>)> {
		let issuer = T::Traders::trader(trader)?.administration;
		Some((
			issuer,
			Self::held(issuer, &Holdings::<T>::get(issuer, trader)),
		))
	}

	/// Returns an issuer's certificates in the order of their ordinals, 50 a page, from page 0.
	pub fn certificates_by_issuer(
		issuer: Territory,
		page: u32,
	) -> Vec<(CertificateNumber, CertificateRecord)> {
		let (places, _) = list_page(Ordinals::<T>::get(issuer), page);
		places
			.filter_map(|ordinal| {
				let number = Numbers::<T>::get(issuer, ordinal)?;
				let record = Certificates::<T>::get(issuer, &number)?;
				Some((number, record))
			})
			.collect()
	}

	/// Returns the status periods of a certificate, latest first, 50 a page, from page 0.
	pub fn history(
		issuer: Territory,
		number: &CertificateNumber,
		page: u32,
	) -> Vec<StatusPeriod<T::AccountId>> {
		let Ok(number) = aeo_primitives::certificate_number(number) else {
			return Vec::new();
		};
		let count = Certificates::<T>::get(issuer, &number).map_or(0, |record| record.periods);
		let (places, _) = log_page(count, page);
		places
			.filter_map(|place| Periods::<T>::get((issuer, &number, place)))
			.collect()
	}

	/// Returns the period in force at a moment, as far as this state knows: what was decided last
	/// that held then. What was overturned is passed over; a later decision that was taken while it
	/// was believed holds without it. At most as many periods are read as a certificate can have.
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

	/// Returns how the credentials of a certificate stand, whose issuer this is.
	pub fn credential_standing(
		issuer: &Administration,
		number: &CertificateNumber,
		record: &CertificateRecord,
	) -> CredentialStanding {
		let clock = Clock::of::<T::Time>(issuer);
		let trader = T::Traders::trader(&record.trader);
		let is_active = trader
			.as_ref()
			.is_some_and(|trader| trader.state == TraderState::Active);
		let is_vouched_for = trader.is_some_and(|trader| {
			(trader.administration, trader.admission) == (issuer.territory, issuer.admission)
		});
		let facts = record.facts(number);
		let edges = facts.edges(clock.utc_offset).into_iter();
		CredentialStanding {
			edition: Editions::<T>::get(issuer.territory, number),
			ended: !is_active || is_over(record, clock),
			suspended: match is_vouched_for {
				true => facts.suspended(clock.now, clock.utc_offset),
				false => Some(SuspensionScope::Full),
			},
			changes_at: edges.map(|edge| edge.at).filter(|at| *at > clock.now).min(),
		}
	}

	/// Returns the decisions of an issuer that wait, 50 a page, from page 0, in no order, and the
	/// next page; those too that can't be confirmed any more, until they are refused or make room
	/// for another one of their maker.
	pub fn pending_decisions(
		issuer: Territory,
		page: u32,
	) -> (Vec<WaitingDecision<T>>, Option<u32>) {
		let (places, next_page) = list_page(WaitingCount::<T>::get(issuer), page);
		let decisions = places
			.filter_map(|place| Pendings::<T>::get(issuer, Waiting::<T>::get(issuer, place)?));
		(decisions.collect(), next_page)
	}

	/// Returns the batches of an issuer that wait: at most [`Config::MaxOpenBatches`].
	pub fn pending_batches(issuer: Territory) -> Vec<WaitingBatch<T>> {
		Batches::<T>::iter_prefix(issuer).collect()
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
