//! How a certificate comes into being and changes: the one place that writes certificates, their
//! periods and the log of changes.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	lifecycle::{self, Refusal},
	types::{Asked, AskedBy, CertificateRecord, Change, Programme},
	Askers, Certificates, ChangeCount, Changes, Config, Error, Event, Holdings, Numbers, Ordinals,
	Pallet, Periods, Programmes,
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

/// Whether a certificate is authorised or suspended, or its end is decided and has not come; and
/// its days are not over.
pub(crate) fn is_live(record: &CertificateRecord, clock: Clock) -> bool {
	let is_authorised = match record.state {
		CertificateState::Authorised | CertificateState::Suspended(_) => true,
		CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
			!clock.begun(ended.from)
		}
		_ => false,
	};
	let ends = |validity: Validity| match validity.until {
		Some(day) => !validity.renewal_pending && clock.over(day),
		None => false,
	};
	is_authorised && !record.validity.is_none_or(ends)
}

/// Whether a certificate's days have begun and are not over, a renewal that keeps it in force apart.
pub(crate) fn in_its_days(record: &CertificateRecord, clock: Clock) -> bool {
	record.validity.is_some_and(|validity| {
		clock.begun(validity.from)
			&& !validity
				.until
				.is_some_and(|day| !validity.renewal_pending && clock.over(day))
	})
}

/// Whether a certificate is annulled, or the day of its end has come.
pub(crate) fn has_ended(state: CertificateState, clock: Clock) -> bool {
	match state {
		CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
			clock.begun(ended.from)
		}
		state => state == CertificateState::Annulled,
	}
}

/// Whether the trader of a certificate can't be certified anew because of it.
fn bars(record: &CertificateRecord, clock: Clock) -> bool {
	record.bar.is_some_and(|day| !clock.over(day))
}

/// What is left of the holder's wishes when a state of another kind begins.
fn left_asked(asked: Asked, state: CertificateState) -> Asked {
	use CertificateState::{Accepted, Applied, Authorised, Suspended};
	match state {
		Applied | Accepted | Authorised => Asked {
			appeal: None,
			reinstatement: false,
			..asked
		},
		Suspended(_) => Asked {
			suspension: false,
			..asked
		},
		// An appeal against what stood before lives on. A renewal waits behind an end: the appeal may
		// bring the certificate back.
		_ => Asked {
			renewal: asked.renewal,
			appeal: asked.appeal,
			..Asked::default()
		},
	}
}

impl<T: Config> From<Refusal> for Error<T> {
	fn from(refusal: Refusal) -> Self {
		match refusal {
			Refusal::CertificateNotLive => Self::CertificateNotLive,
			Refusal::EndDecidedAlready => Self::EndDecidedAlready,
			Refusal::NoApplicationToAccept => Self::NoApplicationToAccept,
			Refusal::ApplicationNotAccepted => Self::ApplicationNotAccepted,
			Refusal::NoOpenApplication => Self::NoOpenApplication,
			Refusal::CertificateNotRenewable => Self::CertificateNotRenewable,
			Refusal::NothingToOverturn => Self::NothingToOverturn,
			Refusal::TypeLacksThisHalf => Self::TypeLacksThisHalf,
			Refusal::CertificateSuspendedAlready => Self::CertificateSuspendedAlready,
			Refusal::CertificateNotSuspended => Self::CertificateNotSuspended,
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
				T::Traders::register(issuer, tin, consent).map_err(Into::into)?
			}
			Applicant::Holder(trader) => trader,
		};
		let last = periods.last().ok_or(Error::<T>::PeriodsMissing)?;
		// Of one that is taken over nobody says here when it was reviewed last.
		let review_due = match (last.state, &issue.applicant) {
			(CertificateState::Authorised, Applicant::Named(..)) => {
				Self::review_due(&programme, clock)?
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
		Self::hold(issuer, number, &record, held, clock)?;
		let next = ordinal.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Ordinals::<T>::insert(issuer, next);
		Numbers::<T>::insert(issuer, ordinal, number);
		Self::write(issuer, number, None, record, periods, clock)
	}

	/// No earlier decision keeps the trader of `held` out of a programme.
	pub(crate) fn ensure_not_barred(
		certificate_type: &CertificateType,
		held: &[(CertificateNumber, CertificateRecord)],
		clock: Clock,
	) -> DispatchResult {
		let is_barred = held.iter().any(|(_, other)| {
			other.certificate_type.programme == certificate_type.programme && bars(other, clock)
		});
		ensure!(!is_barred, Error::<T>::TraderBarred);
		Ok(())
	}

	/// See that a certificate is in its trader's index, of which `held` are the certificates
	/// (invariant I3). What is neither live nor an open application, bars nothing and is not the
	/// latest of its type makes room.
	pub(crate) fn hold(
		issuer: Territory,
		number: &CertificateNumber,
		record: &CertificateRecord,
		held: Vec<(CertificateNumber, CertificateRecord)>,
		clock: Clock,
	) -> DispatchResult {
		Self::ensure_roles_free(record, held.iter().map(|(_, held)| held), clock)?;
		let mut index = Holdings::<T>::get(issuer, record.trader);
		if index.contains(number) {
			return Ok(());
		}
		if index.is_full() {
			let is_latest = |old: &CertificateRecord| {
				old.certificate_type != record.certificate_type
					&& !held.iter().any(|(_, other)| {
						other.certificate_type == old.certificate_type
							&& other.ordinal > old.ordinal
					})
			};
			let stays = |number: &CertificateNumber| {
				held.iter().any(|(other, old)| {
					other == number
						&& (is_live(old, clock)
							|| lifecycle::is_open(old.state)
							|| bars(old, clock) || is_latest(old))
				})
			};
			index.retain(stays);
		}
		index
			.try_push(number.clone())
			.map_err(|_| Error::<T>::TooManyCertificates)?;
		Holdings::<T>::insert(issuer, record.trader, index);
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

	/// No other live certificate of the same type names one of the roles (invariant I3), and no
	/// other application of that type is open.
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
		if lifecycle::is_open(record.state) {
			let is_same = |other: &CertificateRecord| {
				other.ordinal != record.ordinal
					&& other.certificate_type == record.certificate_type
					&& lifecycle::is_open(other.state)
			};
			ensure!(!others.any(is_same), Error::<T>::ApplicationOpenAlready);
		} else if is_live(record, clock) {
			ensure!(!others.any(clashes), Error::<T>::RoleAlreadyCertified);
		}
		Ok(())
	}

	/// Change a certificate that exists: the next version, a period, a line in the log, an event.
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

	/// Nobody asked any more for what is not asked for any more. Where nothing is forgotten, nothing is
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

	/// Whether a change takes away and gives nothing. Whatever restricts always works: no bound on
	/// periods stands in its way (invariant I27).
	fn restricts(
		number: &CertificateNumber,
		before: &CertificateRecord,
		after: &CertificateRecord,
		clock: Clock,
	) -> bool {
		let is_pending = |validity: Option<Validity>| validity.is_some_and(|v| v.renewal_pending);
		let stops_waiting = is_pending(before.validity) && !is_pending(after.validity);
		let same_days =
			before.validity.map(|v| (v.from, v.until)) == after.validity.map(|v| (v.from, v.until));
		let is_over = Self::is_resumed(number, before, clock);
		lifecycle::restricts(before.state, is_over, after.state) || (stops_waiting && same_days)
	}

	/// Note it where a suspension or an end begins with the next period, in which `after` follows on
	/// `before`.
	fn note_beginnings(
		number: &CertificateNumber,
		record: &mut CertificateRecord,
		before: Option<CertificateState>,
		after: CertificateState,
		clock: Clock,
	) {
		let earlier = before.map(|state| CertificateRecord {
			state,
			..record.clone()
		});
		let is_over = earlier.is_some_and(|earlier| Self::is_resumed(number, &earlier, clock));
		if lifecycle::suspends(before, is_over, after) {
			record.suspended_since = record.periods;
		}
		if lifecycle::ends(before, after) {
			record.ended_since = record.periods;
		}
	}

	/// Append the periods, write the certificate, count it, tell of it (invariants I5, I22).
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
			.is_some_and(|before| Self::restricts(number, before, &record, clock));
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
			Self::note_beginnings(number, &mut record, state, period.state, at);
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

	/// The certificates of a trader that are live.
	pub(crate) fn live_of(
		issuer: Territory,
		trader: TraderId,
		clock: Clock,
	) -> impl Iterator<Item = CertificateNumber> {
		Self::held(issuer, &Holdings::<T>::get(issuer, trader))
			.into_iter()
			.filter(move |(_, record)| is_live(record, clock))
			.map(|(number, _)| number)
	}
}
