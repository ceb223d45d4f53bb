//! How a certificate comes into being and changes: the one place that writes certificates, their
//! periods and the log of changes.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	lifecycle::Refusal,
	types::{CertificateRecord, Change, Programme},
	Certificates, ChangeCount, Changes, Config, Error, Event, Holdings, Ordinals, Pallet, Periods,
	Programmes,
};
use aeo_primitives::{
	recognition::Consent, AdministrationLookup, CertificateNumber, CertificateState,
	CertificateType, Date, Decided, Halves, Moment, OnStandingChange, Roles, StandingChange,
	StatusPeriod, Territory, TraderId, TraderRegister, UtcOffset, Validity, WrittenTin,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
	traits::UnixTime,
	weights::Weight,
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

/// The moment of the block, and the issuer's days.
#[derive(Clone, Copy)]
pub(crate) struct Clock {
	pub now: Moment,
	pub utc_offset: UtcOffset,
}

impl Clock {
	/// Whether `day` has begun.
	pub fn begun(self, day: Date) -> bool {
		day.first_moment(self.utc_offset) <= self.now
	}

	/// Whether `day` is over.
	pub fn over(self, day: Date) -> bool {
		day.last_moment(self.utc_offset) < self.now
	}
}

/// A certificate that is to be issued.
pub(crate) struct Issue<'a> {
	pub number: &'a CertificateNumber,
	pub tin: &'a WrittenTin,
	pub publication_consent: H256,
	pub certificate_type: &'a CertificateType,
	pub roles: Roles,
	pub validity: Validity,
}

/// A status period that begins.
pub(crate) struct Begun<AccountId> {
	pub state: CertificateState,
	pub from: Moment,
	pub decided: Decided<AccountId>,
}

/// Whether a certificate is authorised or suspended, and its days are not over.
pub(crate) fn is_live(record: &CertificateRecord, clock: Clock) -> bool {
	let is_authorised = matches!(
		record.state,
		CertificateState::Authorised | CertificateState::Suspended(_)
	);
	let ends = |validity: Validity| match validity.until {
		Some(day) => !validity.renewal_pending && clock.over(day),
		None => false,
	};
	is_authorised && !record.validity.is_none_or(ends)
}

impl<T: Config> From<Refusal> for Error<T> {
	fn from(refusal: Refusal) -> Self {
		match refusal {
			Refusal::NotLive => Self::NotLive,
			Refusal::ScopeNotApplicable => Self::ScopeNotApplicable,
			Refusal::AlreadySuspended => Self::AlreadySuspended,
			Refusal::NotSuspended => Self::NotSuspended,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn now() -> Moment {
		T::Time::now().as_millis().saturated_into()
	}

	pub(crate) fn clock(issuer: Territory) -> Clock {
		let administration = T::Administrations::administration(issuer);
		Clock {
			now: Self::now(),
			utc_offset: administration.map_or_else(UtcOffset::default, |found| found.utc_offset),
		}
	}

	pub(crate) fn number(written: &CertificateNumber) -> Result<CertificateNumber, DispatchError> {
		aeo_primitives::certificate_number(written)
			.map_err(|_| Error::<T>::NumberNotUnderstood.into())
	}

	pub(crate) fn record(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<CertificateRecord, DispatchError> {
		Certificates::<T>::get(issuer, number).ok_or_else(|| Error::<T>::UnknownCertificate.into())
	}

	/// What reading so many more values weighs.
	pub(crate) fn reads(count: u32) -> Weight {
		T::DbWeight::get().reads(count.into())
	}

	/// The most that telling of so many changes weighs.
	pub(crate) fn push_weight(changes: u32) -> Weight {
		Self::reads(T::OnStandingChange::max_reads(changes))
	}

	pub(crate) fn programme_of(
		issuer: Territory,
		certificate_type: &CertificateType,
	) -> Result<Programme, DispatchError> {
		Programmes::<T>::get(issuer, &certificate_type.programme)
			.ok_or_else(|| Error::<T>::UnknownProgramme.into())
	}

	fn halves(
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

	/// Dates in their order.
	pub(crate) fn validity(from: Date, until: Option<Date>) -> Result<Validity, DispatchError> {
		ensure!(
			until.is_none_or(|until| from <= until),
			Error::<T>::EndsBeforeItBegins
		);
		Ok(Validity {
			from,
			until,
			renewal_pending: false,
		})
	}

	pub(crate) fn ensure_document(document: H256) -> DispatchResult {
		ensure!(!document.is_zero(), Error::<T>::DocumentMissing);
		Ok(())
	}

	/// Issue a certificate, with its life until now; the last period holds.
	pub(crate) fn issue(
		issuer: Territory,
		issue: Issue,
		periods: Vec<Begun<T::AccountId>>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		let number = issue.number;
		ensure!(
			!Certificates::<T>::contains_key(issuer, number),
			Error::<T>::NumberTaken
		);
		let programme = Self::programme_of(issuer, issue.certificate_type)?;
		let halves = Self::halves(&programme, issue.certificate_type)?;
		let trader = T::Traders::register(issuer, issue.tin, issue.publication_consent)
			.map_err(Into::into)?;
		let last = periods.last().ok_or(Error::<T>::PeriodsMissing)?;
		let ordinal = Ordinals::<T>::get(issuer);
		let record = CertificateRecord {
			trader,
			ordinal,
			version: 1,
			periods: 0,
			certificate_type: issue.certificate_type.clone(),
			halves,
			roles: issue.roles,
			state: last.state,
			validity: Some(issue.validity),
			consent: Consent {
				mode: programme.consent,
				exceptions: BoundedVec::new(),
			},
		};
		Self::hold(issuer, number, &record, clock)?;
		let next = ordinal.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Ordinals::<T>::insert(issuer, next);
		Self::write(issuer, number, None, record, periods, clock)
	}

	/// Add a certificate to its trader's index (invariant I3). What is not live and not the latest
	/// of its type makes room.
	fn hold(
		issuer: Territory,
		number: &CertificateNumber,
		record: &CertificateRecord,
		clock: Clock,
	) -> DispatchResult {
		let mut index = Holdings::<T>::get(record.trader);
		let held = Self::held(issuer, &index);
		Self::ensure_roles_free(record, held.iter().map(|(_, held)| held), clock)?;
		if index.is_full() {
			let is_latest = |old: &CertificateRecord| {
				old.certificate_type != record.certificate_type
					&& !held.iter().any(|(_, other)| {
						other.certificate_type == old.certificate_type
							&& other.ordinal > old.ordinal
					})
			};
			let stays = |number: &CertificateNumber| {
				held.iter()
					.any(|(other, old)| other == number && (is_live(old, clock) || is_latest(old)))
			};
			index.retain(stays);
		}
		index
			.try_push(number.clone())
			.map_err(|_| Error::<T>::TooManyCertificates)?;
		Holdings::<T>::insert(record.trader, index);
		Ok(())
	}

	/// The certificates of an index.
	pub(crate) fn held(
		issuer: Territory,
		index: &[CertificateNumber],
	) -> Vec<(CertificateNumber, CertificateRecord)> {
		index
			.iter()
			.filter_map(|number| {
				Certificates::<T>::get(issuer, number).map(|record| (number.clone(), record))
			})
			.collect()
	}

	/// No other live certificate of the same type names one of the roles (invariant I3).
	pub(crate) fn ensure_roles_free<'a>(
		record: &CertificateRecord,
		mut others: impl Iterator<Item = &'a CertificateRecord>,
		clock: Clock,
	) -> DispatchResult {
		let clashes = |other: &CertificateRecord| {
			other.ordinal != record.ordinal
				&& other.certificate_type == record.certificate_type
				&& other.roles.iter().any(|role| record.roles.contains(role))
				&& is_live(other, clock)
		};
		let is_live = is_live(record, clock);
		ensure!(
			!is_live || !others.any(clashes),
			Error::<T>::RoleAlreadyCertified
		);
		Ok(())
	}

	/// Change a certificate that exists: the next version, a period, a line in the log, an event.
	pub(crate) fn change(
		issuer: Territory,
		number: &CertificateNumber,
		before: CertificateRecord,
		mut record: CertificateRecord,
		decided: Decided<T::AccountId>,
	) -> Result<StandingChange, DispatchError> {
		let clock = Self::clock(issuer);
		record.version = before
			.version
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;
		let count = ChangeCount::<T>::get(issuer);
		let next = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let line = Change {
			number: number.clone(),
			version: record.version,
			period: before.periods,
		};
		let period = Begun {
			state: record.state,
			from: clock.now,
			decided,
		};
		let change = Self::write(issuer, number, Some(before), record, [period].into(), clock)?;
		Changes::<T>::insert(issuer, count, line);
		ChangeCount::<T>::insert(issuer, next);
		Ok(change)
	}

	/// Append the periods, write the certificate, tell of it (invariant I5).
	fn write(
		issuer: Territory,
		number: &CertificateNumber,
		before: Option<CertificateRecord>,
		mut record: CertificateRecord,
		periods: Vec<Begun<T::AccountId>>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		let block = frame_system::Pallet::<T>::block_number().saturated_into();
		let mut last = None;
		for period in periods {
			ensure!(
				record.periods < T::MaxPeriods::get(),
				Error::<T>::TooManyPeriods
			);
			let decided = period.decided.clone();
			let period = StatusPeriod {
				version: record.version,
				state: period.state,
				roles: record.roles,
				validity: record.validity,
				from: period.from,
				known_from: clock.now,
				block,
				decided: period.decided,
			};
			Periods::<T>::insert((issuer, number, record.periods), period);
			record.periods = record
				.periods
				.checked_add(1)
				.ok_or(ArithmeticError::Overflow)?;
			last = Some(decided);
		}
		Certificates::<T>::insert(issuer, number, &record);
		Self::deposit_event(Event::CertificateChanged {
			issuer,
			number: number.clone(),
			trader: record.trader,
			version: record.version,
			from: before.as_ref().map(|before| before.state),
			to: record.state,
			roles: record.roles,
			validity: record.validity,
			decided: last.ok_or(Error::<T>::PeriodsMissing)?,
		});
		Ok(StandingChange {
			version: record.version,
			before: before.map(|before| before.facts(number)),
			after: record.facts(number),
		})
	}

	/// The certificates of a trader that are live.
	pub(crate) fn live_of(
		issuer: Territory,
		trader: TraderId,
		clock: Clock,
	) -> impl Iterator<Item = CertificateNumber> {
		Self::held(issuer, &Holdings::<T>::get(trader))
			.into_iter()
			.filter(move |(_, record)| is_live(record, clock))
			.map(|(number, _)| number)
	}
}
