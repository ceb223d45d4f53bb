//! How a certificate comes into being and changes: the one place that writes certificates, their
//! periods and the log of changes.

use crate::{
	rules::{
		changes::{left_asked, note_beginnings, restricts},
		credentials::revives,
		terms,
	},
	types::{Asked, AskedBy, CertificateRecord, Change},
	Askers, Certificates, ChangeCount, Changes, Config, Counts, Error, Event, Holdings, Numbers,
	Ordinals, Pallet, Periods,
};
use aeo_primitives::{
	recognition::Consent, tin::Tin, CertificateNumber, CertificateState, CertificateType, Date,
	Decided, Moment, Roles, StandingChange, StateKind, StatusPeriod, Territory, TraderId,
	TraderLookup, TraderRecord, TraderRegister, Validity, WrittenTin, APPLICATION_PREFIX,
};
use aeo_support::clock::Clock;
use alloc::vec::Vec;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

/// A certificate that is to be issued.
pub(crate) struct Issue<'a> {
	pub number: &'a CertificateNumber,
	pub applicant: Applicant<'a>,
	pub certificate_type: &'a CertificateType,
	pub roles: Roles,
	pub validity: Option<Validity>,
}

/// Whose certificate it is to be.
pub(crate) enum Applicant<'a> {
	/// The trader with this TIN, which is registered on the way with its consent to being public.
	Named(&'a WrittenTin, H256),
	/// A registered trader.
	Holder(TraderId),
	/// The trader of a certificate that exists already; no bar keeps it out.
	TakenOver(&'a WrittenTin, H256),
}

/// A status period that begins.
pub(crate) struct Begun<AccountId> {
	pub state: CertificateState,
	pub from: Moment,
	pub decided: Decided<AccountId>,
	pub voids: Option<u32>,
}

/// From when on a decision holds.
pub(crate) enum Effect {
	/// From the block in which it is taken.
	Now,
	/// From an earlier moment on.
	Since(Moment),
	/// The decision that it overturns does not hold from that moment on, and never did since.
	Overturns(Moment),
}

impl<T: Config> Pallet<T> {
	/// Returns when a certificate is valid; refuses days that are not in their order.
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

	/// Refuses a number that only the chain gives.
	pub(crate) fn ensure_own_number(number: &CertificateNumber) -> DispatchResult {
		ensure!(
			!number.starts_with(APPLICATION_PREFIX),
			Error::<T>::NumberReserved
		);
		Ok(())
	}

	/// Returns the registered trader that a TIN leads to.
	pub(crate) fn trader_of(tin: &WrittenTin) -> Option<(TraderId, TraderRecord)> {
		T::Traders::by_tin(&Tin::parse(tin).ok()?)
	}

	/// Issues a certificate, with its life until now; the last period holds.
	pub(crate) fn issue(
		issuer: Territory,
		issue: Issue,
		periods: Vec<Begun<T::AccountId>>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		let number = issue.number;
		if !matches!(issue.applicant, Applicant::Holder(_)) {
			Self::ensure_own_number(number)?;
		}
		ensure!(
			!Certificates::<T>::contains_key(issuer, number),
			Error::<T>::NumberTaken
		);
		let programme = Self::programme_of(issuer, issue.certificate_type)?;
		let halves = Self::halves(&programme, issue.certificate_type)?;
		let trader = match issue.applicant {
			Applicant::Named(tin, consent) | Applicant::TakenOver(tin, consent) => {
				T::Traders::register(issuer, tin, consent, None).map_err(Into::into)?
			}
			Applicant::Holder(trader) => trader,
		};
		let last = periods.last().ok_or(Error::<T>::PeriodsMissing)?;
		// Of one that is taken over nobody says here when it was reviewed last.
		let review_due = match (last.state, &issue.applicant) {
			(CertificateState::Authorised, Applicant::Named(..)) => {
				terms::review_due(programme.review_months, clock).map_err(Error::<T>::from)?
			}
			_ => None,
		};
		let ordinal = Ordinals::<T>::get(issuer);
		let record = CertificateRecord {
			trader,
			ordinal,
			version: 1,
			periods: 0,
			suspended_since: 0,
			ended_since: 0,
			certificate_type: issue.certificate_type.clone(),
			halves,
			roles: issue.roles,
			state: last.state,
			validity: issue.validity,
			consent: Consent {
				mode: programme.consent,
				exceptions: BoundedVec::new(),
			},
			bar: None,
			asked: Asked::default(),
			under_review: false,
			review_due,
		};
		let held = Self::held(issuer, &Holdings::<T>::get(issuer, trader));
		if !matches!(issue.applicant, Applicant::TakenOver(..)) {
			Self::ensure_not_barred(&record.certificate_type, &held, clock)?;
		}
		Self::hold(issuer, number, &record, &held, clock)?;
		let next = ordinal.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Ordinals::<T>::insert(issuer, next);
		Numbers::<T>::insert(issuer, ordinal, number);
		Self::write(issuer, number, None, record, periods, clock)
	}

	/// Changes a certificate that exists: the next version, a period, a line in the log, an event.
	pub(crate) fn change(
		issuer: Territory,
		number: &CertificateNumber,
		before: CertificateRecord,
		mut record: CertificateRecord,
		decided: Decided<T::AccountId>,
		effect: Effect,
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
		let (from, voids) = match effect {
			Effect::Now => (clock.now, None),
			Effect::Since(from) => (from, None),
			Effect::Overturns(from) => (from, Some(before.contested())),
		};
		if core::mem::discriminant(&before.state) != core::mem::discriminant(&record.state) {
			record.asked = left_asked(record.asked, record.state);
		}
		Self::forget_askers(issuer, number, record.asked);
		// No decision swallows an appeal in silence.
		if before.asked.appeal.is_some() && record.asked.appeal.is_none() && voids.is_none() {
			Self::deposit_event(Event::AppealLapsed {
				issuer,
				number: number.clone(),
				by: decided.by.clone(),
			});
		}
		if revives(&before, &record, clock) {
			Self::begin_edition(issuer, number)?;
		}
		let period = Begun {
			state: record.state,
			from,
			decided,
			voids,
		};
		let change = Self::write(issuer, number, Some(before), record, [period].into(), clock)?;
		Changes::<T>::insert(issuer, count, line);
		ChangeCount::<T>::insert(issuer, next);
		Ok(change)
	}

	/// Forgets who asked for what is not asked for any more. Where nothing is forgotten, nothing is
	/// written: a suspension and its end leave what is asked for.
	pub(crate) fn forget_askers(issuer: Territory, number: &CertificateNumber, asked: Asked) {
		let Some(by) = Askers::<T>::get(issuer, number) else {
			return;
		};
		let left = AskedBy {
			renewal: by.renewal.clone().filter(|_| asked.renewal),
			relinquishment: by
				.relinquishment
				.clone()
				.filter(|_| asked.relinquishment.is_some()),
		};
		if left.renewal.is_none() && left.relinquishment.is_none() {
			Askers::<T>::remove(issuer, number);
		} else if left != by {
			Askers::<T>::insert(issuer, number, left);
		}
	}

	/// Appends the periods, writes the certificate, counts it, tells of it (invariants I5, I22).
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
		let is_bounded = !before
			.as_ref()
			.is_some_and(|before| restricts(number, before, &record, clock));
		let mut state = before.as_ref().map(|before| before.state);
		for period in periods {
			ensure!(
				!is_bounded || record.periods < T::MaxPeriods::get(),
				Error::<T>::TooManyPeriods
			);
			let at = Clock {
				now: period.from,
				..clock
			};
			note_beginnings(number, &mut record, state, period.state, at);
			state = Some(period.state);
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
				voids: period.voids,
			};
			Periods::<T>::insert((issuer, number, record.periods), period);
			record.periods = record
				.periods
				.checked_add(1)
				.ok_or(ArithmeticError::Overflow)?;
			last = Some(decided);
		}
		Certificates::<T>::insert(issuer, number, &record);
		let before_kind = before.as_ref().map(|before| before.state.kind());
		Self::count(issuer, before_kind, record.state.kind())?;
		Self::deposit_event(Event::CertificateChanged {
			issuer,
			number: number.clone(),
			trader: record.trader,
			version: record.version,
			from: before.as_ref().map(|before| before.state),
			to: record.state,
			roles: record.roles,
			validity: record.validity,
			review_due: record.review_due,
			decided: last.ok_or(Error::<T>::PeriodsMissing)?,
		});
		Ok(StandingChange {
			version: record.version,
			before: before.map(|before| before.facts(number)),
			after: record.facts(number),
		})
	}

	/// Counts a certificate that is new (`before` is none), or in another state than before (I22).
	fn count(issuer: Territory, before: Option<StateKind>, after: StateKind) -> DispatchResult {
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
}
