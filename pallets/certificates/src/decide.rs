//! What each decision does to a certificate.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	change::{has_ended, in_its_days, is_live, Applicant, Begun, Clock, Effect, Issue},
	lifecycle,
	roles::Live,
	types::{Applications, CertificateRecord, Decision, UntilRenewed},
	Certificates, Config, Error, Holdings, Pallet, Periods,
};
use aeo_primitives::{
	CertificateNumber, CertificateState, CertificateType, Date, Decided, Ground, Hands, Moment,
	Roles, StandingChange, Territory, TraderLookup, Validity, WrittenTin,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;

/// A decision about one certificate that is under way.
struct Case<'a, AccountId> {
	issuer: Territory,
	number: &'a CertificateNumber,
	by: Hands<AccountId>,
	clock: Clock,
}

/// Whether a certificate with these days ends no later than one with the others.
fn ends_by(days: Validity, others: Validity) -> bool {
	match (days.until, others.until) {
		(_, None) => true,
		(None, Some(_)) => false,
		(Some(one), Some(other)) => one <= other,
	}
}

impl<T: Config> Pallet<T> {
	/// Take a decision, as it says: a last day that it leaves out is none.
	pub(crate) fn decide(
		issuer: Territory,
		number: &CertificateNumber,
		decision: &Decision,
		by: Hands<T::AccountId>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		Self::ensure_document(decision.document())?;
		let case = Case {
			issuer,
			number,
			by,
			clock,
		};
		match decision {
			Decision::Authorise {
				tin,
				publication_consent,
				certificate_type,
				roles,
				valid_from,
				valid_until,
				document,
			} => {
				let validity = Self::validity(*valid_from, *valid_until)?;
				ensure!(
					!valid_until.is_some_and(|day| clock.over(day)),
					Error::<T>::DayPassed
				);
				let issue = Issue {
					number,
					applicant: Applicant::Named(tin, *publication_consent),
					certificate_type,
					roles: *roles,
					validity: Some(validity),
				};
				Self::authorise(case, issue, tin, validity, *document)
			}
			Decision::Rectify {
				roles,
				valid_from,
				valid_until,
				document,
			} => {
				let validity = Self::validity(*valid_from, *valid_until)?;
				Self::rectify(case, *roles, validity, *document)
			}
			Decision::Renew {
				valid_until,
				document,
			} => Self::renew(case, *valid_until, *document),
			Decision::RefuseRenewal { document } => Self::refuse_renewal(case, *document),
			Decision::KeepInForce { document } => Self::keep_in_force(case, *document),
			Decision::WithdrawApplication { document } => {
				let before = Self::record(issuer, number)?;
				let mut record = before.clone();
				record.state = lifecycle::withdraw(before.state).map_err(Error::<T>::from)?;
				let decided = case.decided(Ground::HoldersRequest, *document);
				Self::change(issuer, number, before, record, decided, Effect::Now)
			}
			Decision::RefuseApplication {
				bar_until,
				document,
			} => {
				let before = Self::record(issuer, number)?;
				let mut record = before.clone();
				record.state = lifecycle::refuse(before.state).map_err(Error::<T>::from)?;
				record.bar = Self::bar(*bar_until, clock)?;
				let decided = case.decided(Ground::Authority, *document);
				Self::change(issuer, number, before, record, decided, Effect::Now)
			}
			Decision::Relinquish { from, document } => {
				Self::ensure_to_come(*from, clock)?;
				let Live {
					record: before,
					is_over,
				} = Self::live_record(issuer, number)?;
				let mut record = before.clone();
				record.state = lifecycle::relinquish(before.state, is_over, *from)
					.map_err(Error::<T>::from)?;
				let decided = case.decided(Ground::HoldersRequest, *document);
				Self::change(issuer, number, before, record, decided, Effect::Now)
			}
			Decision::Overturn { from, document } => Self::overturn(case, *from, *document),
			Decision::Revoke {
				from,
				bar_until,
				document,
			} => {
				Self::ensure_to_come(*from, clock)?;
				let Live {
					record: before,
					is_over,
				} = Self::live_record(issuer, number)?;
				let mut record = before.clone();
				record.state =
					lifecycle::revoke(before.state, is_over, *from).map_err(Error::<T>::from)?;
				record.bar = Self::bar(*bar_until, clock)?;
				let decided = case.decided(Ground::Authority, *document);
				Self::change(issuer, number, before, record, decided, Effect::Now)
			}
			Decision::Annul { document } => {
				let Live { record: before, .. } = Self::live_record(issuer, number)?;
				let mut record = before.clone();
				record.state = CertificateState::Annulled;
				let decided = case.decided(Ground::Authority, *document);
				let effect = Effect::Since(Self::first_moment(issuer, number)?);
				Self::change(issuer, number, before, record, decided, effect)
			}
		}
	}

	/// T3, for a new certificate or an application that was accepted.
	fn authorise(
		case: Case<T::AccountId>,
		issue: Issue,
		tin: &WrittenTin,
		validity: Validity,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case {
			issuer,
			number,
			clock,
			..
		} = case;
		let decided = case.decided(Ground::Authority, document);
		let programme = Self::programme_of(issuer, issue.certificate_type)?;
		Self::ensure_not_too_long(&programme, validity.from, validity.until)?;
		let Some(before) = Certificates::<T>::get(issuer, number) else {
			Self::ensure_own_number(number)?;
			ensure!(
				programme.applications == Applications::NotRequired,
				Error::<T>::ApplicationMissing
			);
			let period = Begun {
				state: CertificateState::Authorised,
				from: clock.now,
				decided,
				voids: None,
			};
			return Self::issue(issuer, issue, [period].into(), clock);
		};
		ensure!(
			before.state != CertificateState::Applied,
			Error::<T>::ApplicationNotAccepted
		);
		ensure!(
			before.state == CertificateState::Accepted,
			Error::<T>::NumberTaken
		);
		ensure!(
			T::Traders::id_of(tin) == Some(before.trader)
				&& before.certificate_type == *issue.certificate_type,
			Error::<T>::ApplicationDiffers
		);
		Self::ensure_active(&before)?;
		Self::ensure_opinions(issuer, number, before.version, &programme)?;
		let mut record = before.clone();
		record.state = CertificateState::Authorised;
		record.roles = issue.roles;
		record.validity = Some(validity);
		record.review_due = Self::review_due(&programme, clock)?;
		let held = Self::held(issuer, &Holdings::<T>::get(issuer, record.trader));
		Self::ensure_not_barred(&record.certificate_type, &held, clock)?;
		Self::hold(issuer, number, &record, held, clock)?;
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}

	/// T12.
	fn rectify(
		case: Case<T::AccountId>,
		roles: Roles,
		validity: Validity,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case { issuer, number, .. } = case;
		let Live { record: before, .. } = Self::live_record(issuer, number)?;
		let mut record = before.clone();
		record.roles = roles;
		record.validity = Some(Validity {
			renewal_pending: before.validity.is_some_and(|dates| dates.renewal_pending),
			..validity
		});
		ensure!(record != before, Error::<T>::NothingWouldChange);
		// What ends is revoked, which can be appealed against.
		ensure!(
			!in_its_days(&before, case.clock) || in_its_days(&record, case.clock),
			Error::<T>::RectificationWouldEndIt
		);
		let held = Self::held(issuer, &Holdings::<T>::get(issuer, record.trader));
		// A last day that stays or comes sooner was decided on before; a later one prolongs.
		if !before.validity.is_some_and(|old| ends_by(validity, old)) {
			let programme = Self::programme_of(issuer, &record.certificate_type)?;
			Self::ensure_not_too_long(&programme, validity.from, validity.until)?;
			Self::ensure_not_barred(&record.certificate_type, &held, case.clock)?;
		}
		Self::ensure_roles_free(&record, held.iter().map(|(_, held)| held), case.clock)?;
		let decided = case.decided(Ground::Administrative, document);
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}

	/// T9: it ends later, and is in force again if it had expired.
	fn renew(
		case: Case<T::AccountId>,
		until: Option<Date>,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case {
			issuer,
			number,
			clock,
			..
		} = case;
		let before = Self::record(issuer, number)?;
		let is_over = Self::is_resumed(number, &before, clock);
		lifecycle::ensure_renewable(before.state, is_over).map_err(Error::<T>::from)?;
		let validity = before.validity.ok_or(Error::<T>::CertificateNotRenewable)?;
		let is_longer = match (validity.until, until) {
			(None, _) => false,
			(Some(_), None) => true,
			(Some(old), Some(new)) => new > old,
		};
		ensure!(is_longer, Error::<T>::RenewalNotLonger);
		ensure!(
			!until.is_some_and(|day| clock.over(day)),
			Error::<T>::DayPassed
		);
		Self::ensure_active(&before)?;
		let mut record = before.clone();
		record.validity = Some(Validity {
			until,
			renewal_pending: false,
			..validity
		});
		record.asked.renewal = false;
		let programme = Self::programme_of(issuer, &record.certificate_type)?;
		Self::ensure_not_too_long(&programme, Self::renewed_from(validity, clock)?, until)?;
		record.review_due = Self::review_due(&programme, clock)?;
		let held = Self::held(issuer, &Holdings::<T>::get(issuer, record.trader));
		Self::ensure_not_barred(&record.certificate_type, &held, clock)?;
		Self::hold(issuer, number, &record, held, clock)?;
		let decided = case.decided(Ground::Authority, document);
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}

	/// The first day of what a renewal adds: the day after the last one, or today where that is over.
	fn renewed_from(validity: Validity, clock: Clock) -> Result<Date, DispatchError> {
		let today = Date::at(clock.now, clock.utc_offset);
		let today = today.map_err(|_| Error::<T>::DayBeyondCalendar)?;
		Ok(match validity.until.and_then(Date::day_after) {
			Some(next) => next.max(today),
			None => today,
		})
	}

	/// T9: it ends when it was to end.
	fn refuse_renewal(
		case: Case<T::AccountId>,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case {
			issuer,
			number,
			clock,
			..
		} = case;
		let before = Self::record(issuer, number)?;
		ensure!(before.asked.renewal, Error::<T>::NoRenewalAsked);
		// What is final changes only by an appeal.
		ensure!(
			!has_ended(before.state, clock),
			Error::<T>::CertificateNotRenewable
		);
		let mut record = before.clone();
		record.asked.renewal = false;
		if let Some(validity) = &mut record.validity {
			validity.renewal_pending = false;
		}
		let decided = case.decided(Ground::Authority, document);
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}

	/// T9: it stays in force past its last day until a renewal is decided that was asked for in time.
	fn keep_in_force(
		case: Case<T::AccountId>,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case {
			issuer,
			number,
			clock,
			..
		} = case;
		let before = Self::record(issuer, number)?;
		// What was asked for in time may be decided later.
		ensure!(
			is_live(&before, clock)
				|| (before.asked.renewal && lifecycle::is_authorised(before.state)),
			Error::<T>::CertificateNotLive
		);
		let programme = Self::programme_of(issuer, &before.certificate_type)?;
		ensure!(
			programme.until_renewed == UntilRenewed::KeptInForce,
			Error::<T>::ProgrammeKeepsNoneInForce
		);
		let validity = before.validity.ok_or(Error::<T>::CertificateNotRenewable)?;
		ensure!(validity.until.is_some(), Error::<T>::RenewalNotLonger);
		ensure!(!validity.renewal_pending, Error::<T>::NothingWouldChange);
		Self::ensure_active(&before)?;
		let mut record = before.clone();
		record.asked.renewal = true;
		record.validity = Some(Validity {
			renewal_pending: true,
			..validity
		});
		let held = Self::held(issuer, &Holdings::<T>::get(issuer, record.trader));
		Self::ensure_not_barred(&record.certificate_type, &held, clock)?;
		Self::hold(issuer, number, &record, held, clock)?;
		let decided = case.decided(Ground::HoldersRequest, document);
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}

	/// T13.
	fn overturn(
		case: Case<T::AccountId>,
		from: Option<Date>,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case {
			issuer,
			number,
			clock,
			..
		} = case;
		let before = Self::record(issuer, number)?;
		let first = before.asked.appeal.ok_or(Error::<T>::NoAppealPending)?;
		let contested = before.contested();
		let period = |place| Periods::<T>::get((issuer, number, place));
		let earlier = contested.checked_sub(1).and_then(period);
		let mut record = before.clone();
		record.state = lifecycle::overturn(before.state, earlier.map(|period| period.state))
			.map_err(Error::<T>::from)?;
		// What was annulled may have been revoked before, which bars on.
		if before.state != CertificateState::Annulled {
			record.bar = None;
		}
		// What comes back may be contested too, by the same appeal.
		record.asked.appeal = Some(first).filter(|first| lifecycle::contests(*first, record.state));
		let overturned = period(contested).ok_or(Error::<T>::PeriodsMissing)?;
		let since = match from {
			None => overturned.from,
			Some(day) => {
				ensure!(clock.begun(day), Error::<T>::DayNotCome);
				// An annulment reaches back; its overturning reaches back to when it was decided.
				let began = match before.state {
					CertificateState::Annulled => overturned.known_from,
					_ => overturned.from,
				};
				began.max(day.first_moment(clock.utc_offset))
			}
		};
		let held = Self::held(issuer, &Holdings::<T>::get(issuer, record.trader));
		Self::hold(issuer, number, &record, held, clock)?;
		let decided = case.decided(Ground::Authority, document);
		let effect = Effect::Overturns(since);
		Self::change(issuer, number, before, record, decided, effect)
	}

	/// The bar through `until`, which has not passed.
	fn bar(until: Option<Date>, clock: Clock) -> Result<Option<Date>, DispatchError> {
		if let Some(day) = until {
			Self::ensure_to_come(day, clock)?;
		}
		Ok(until)
	}

	/// `day` is today or later.
	pub(crate) fn ensure_to_come(day: Date, clock: Clock) -> DispatchResult {
		ensure!(!clock.over(day), Error::<T>::DayPassed);
		Ok(())
	}

	fn first_moment(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<Moment, DispatchError> {
		let first = Periods::<T>::get((issuer, number, 0)).ok_or(Error::<T>::PeriodsMissing)?;
		Ok(first.from)
	}
}

impl<AccountId: Clone> Case<'_, AccountId> {
	fn decided(&self, ground: Ground, document: H256) -> Decided<AccountId> {
		Decided {
			by: self.by.clone(),
			ground,
			document,
		}
	}
}

impl Decision {
	/// blake2-256 of the decision.
	fn document(&self) -> H256 {
		match self {
			Self::Rectify { document, .. }
			| Self::Authorise { document, .. }
			| Self::Renew { document, .. }
			| Self::RefuseRenewal { document }
			| Self::RefuseApplication { document, .. }
			| Self::WithdrawApplication { document }
			| Self::KeepInForce { document }
			| Self::Relinquish { document, .. }
			| Self::Overturn { document, .. }
			| Self::Revoke { document, .. }
			| Self::Annul { document } => *document,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The trader of a certificate still exists under its TIN.
	pub(crate) fn ensure_active(record: &CertificateRecord) -> DispatchResult {
		let trader = T::Traders::trader(&record.trader).ok_or(Error::<T>::UnknownTrader)?;
		ensure!(
			trader.state == aeo_primitives::recognition::TraderState::Active,
			Error::<T>::TraderNotActive
		);
		Ok(())
	}

	/// Enter an application (T1).
	pub(crate) fn do_apply(
		issuer: Territory,
		number: CertificateNumber,
		applicant: Applicant,
		certificate_type: CertificateType,
		roles: Roles,
		decided: Decided<T::AccountId>,
	) -> Result<StandingChange, DispatchError> {
		Self::ensure_document(decided.document)?;
		let clock = Self::clock(issuer);
		let issue = Issue {
			number: &number,
			applicant,
			certificate_type: &certificate_type,
			roles,
			validity: None,
		};
		let period = Begun {
			state: CertificateState::Applied,
			from: clock.now,
			decided,
			voids: None,
		};
		Self::issue(issuer, issue, [period].into(), clock)
	}
}
