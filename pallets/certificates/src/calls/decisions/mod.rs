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

use super::certificates::{Applicant, Issue};
use crate::{
	types::{CertificateRecord, Decision},
	Config, Error, Pallet,
};
use aeo_primitives::{
	recognition::TraderState, CertificateNumber, Date, Decided, Ground, Hands, StandingChange,
	Territory, TraderLookup,
};
use aeo_support::{clock::Clock, refusals::ensure_document};
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

impl<AccountId: Clone> Case<'_, AccountId> {
	/// Returns by whom and why it is decided.
	fn decided(&self, ground: Ground, document: H256) -> Decided<AccountId> {
		Decided {
			by: self.by.clone(),
			ground,
			document,
		}
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
		ensure_document::<Error<T>>(decision.document())?;
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
			Decision::WithdrawApplication { document } => Self::take_back(case, *document),
			Decision::RefuseApplication {
				bar_until,
				document,
			} => Self::refuse_application(case, *bar_until, *document),
			Decision::Relinquish { from, document } => Self::relinquish(case, *from, *document),
			Decision::Overturn { from, document } => Self::overturn(case, *from, *document),
			Decision::Revoke {
				from,
				bar_until,
				document,
			} => Self::revoke(case, *from, *bar_until, *document),
			Decision::Annul { document } => Self::annul(case, *document),
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

	/// Returns the bar through `until`; refuses one that is over.
	fn bar(until: Option<Date>, clock: Clock) -> Result<Option<Date>, DispatchError> {
		if let Some(day) = until {
			Self::ensure_to_come(day, clock)?;
		}
		Ok(until)
	}
}
