//! What each decision does to a certificate, one file each; here what several of them share.

mod annul;
mod authorise;
mod keep_in_force;
mod overturn;
mod rectify;
mod refuse_application;
mod refuse_renewal;
mod relinquish;
mod renew;
mod revoke;
mod withdraw_application;

use super::{
	certificates::{Applicant, Effect, Issue},
	Live,
};
use crate::{
	rules::lifecycle::Refusal,
	types::{CertificateRecord, Decision},
	Config, Error, Pallet,
};
use aeo_primitives::{
	recognition::TraderState, CertificateNumber, CertificateState, Date, Decided, Ground, Hands,
	StandingChange, Territory, TraderLookup,
};
use aeo_support::{clock::Clock, refusals::ensure_document};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;

/// A decision about one certificate that is under way.
struct Case<'a, T: Config> {
	issuer: Territory,
	number: &'a CertificateNumber,
	by: Hands<T::AccountId>,
	clock: Clock,
	document: H256,
}

impl<T: Config> Case<'_, T> {
	/// Returns the certificate.
	fn record(&self) -> Result<CertificateRecord, DispatchError> {
		Pallet::<T>::record(self.issuer, self.number)
	}

	/// Returns the certificate; refuses one that is not live.
	fn live_record(&self) -> Result<Live, DispatchError> {
		Pallet::<T>::live_record(self.issuer, self.number)
	}

	/// Returns by whom and why it is decided.
	fn decided(&self, ground: Ground) -> Decided<T::AccountId> {
		Decided {
			by: self.by.clone(),
			ground,
			document: self.document,
		}
	}

	/// Changes the certificate, for this ground.
	fn change(
		self,
		before: CertificateRecord,
		record: CertificateRecord,
		ground: Ground,
		effect: Effect,
	) -> Result<StandingChange, DispatchError> {
		let decided = self.decided(ground);
		Pallet::<T>::change(self.issuer, self.number, before, record, decided, effect)
	}
}

impl<T: Config> Pallet<T> {
	/// Takes a decision, as it says: a last day that it leaves out is none.
	pub(crate) fn decide(
		issuer: Territory,
		number: &CertificateNumber,
		decision: &Decision,
		by: Hands<T::AccountId>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		let document = decision.document();
		ensure_document::<Error<T>>(document)?;
		let case = Case::<T> {
			issuer,
			number,
			by,
			clock,
			document,
		};
		match decision {
			Decision::Authorise {
				tin,
				publication_consent,
				certificate_type,
				roles,
				valid_from,
				valid_until,
				..
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
				Self::authorise(case, issue, tin, validity)
			}
			Decision::Rectify {
				roles,
				valid_from,
				valid_until,
				..
			} => {
				let validity = Self::validity(*valid_from, *valid_until)?;
				Self::rectify(case, *roles, validity)
			}
			Decision::Renew { valid_until, .. } => Self::renew(case, *valid_until),
			Decision::RefuseRenewal { .. } => Self::refuse_renewal(case),
			Decision::KeepInForce { .. } => Self::keep_in_force(case),
			Decision::WithdrawApplication { .. } => Self::take_back(case),
			Decision::RefuseApplication { bar_until, .. } => {
				Self::refuse_application(case, *bar_until)
			}
			Decision::Relinquish { from, .. } => Self::relinquish(case, *from),
			Decision::Overturn { from, .. } => Self::overturn(case, *from),
			Decision::Revoke {
				from, bar_until, ..
			} => Self::revoke(case, *from, *bar_until),
			Decision::Annul { .. } => Self::annul(case),
		}
	}

	/// Refuses a certificate whose trader does not exist under its TIN any more.
	fn ensure_active(record: &CertificateRecord) -> DispatchResult {
		let trader = T::Traders::trader(&record.trader).ok_or(Error::<T>::UnknownTrader)?;
		ensure!(
			trader.state == TraderState::Active,
			Error::<T>::TraderNotActive
		);
		Ok(())
	}

	/// Returns a live certificate, and what it becomes by `rule`, which ends it from a day to come on.
	fn ended(
		case: &Case<T>,
		from: Date,
		rule: fn(CertificateState, bool, Date) -> Result<CertificateState, Refusal>,
	) -> Result<(CertificateRecord, CertificateRecord), DispatchError> {
		Self::ensure_to_come(from, case.clock)?;
		let live = case.live_record()?;
		let mut record = live.record.clone();
		record.state = rule(live.record.state, live.is_over, from).map_err(Error::<T>::from)?;
		Ok((live.record, record))
	}

	/// Returns the bar through `until`; refuses one that is over.
	fn bar(until: Option<Date>, clock: Clock) -> Result<Option<Date>, DispatchError> {
		if let Some(day) = until {
			Self::ensure_to_come(day, clock)?;
		}
		Ok(until)
	}
}
