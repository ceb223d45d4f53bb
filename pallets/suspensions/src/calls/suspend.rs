//! Suspending certificates (T4): the fast path.

use crate::{
	rules::subject::most_certificates, types::Numbers, weights::WeightInfo, Config, Error, Event,
	Pallet,
};
use aeo_primitives::{
	tin::Tin, CertificateSuspension, Decided, Ground, Hands, OnStandingChange, StandingChange,
	Subject, Suspension, SuspensionEnd, SuspensionScope, Territory, WrittenSuspensionEnd,
};
use aeo_support::refusals::ensure_document;
use alloc::vec::Vec;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Weight},
	storage::with_storage_layer,
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Returns the most that suspending `subject` can weigh.
	pub(crate) fn suspending_most(subject: &Subject) -> Weight {
		let certificates = most_certificates(subject);
		T::WeightInfo::suspend(certificates)
			.saturating_add(T::OnStandingChange::max_weight(certificates))
	}

	/// Suspends what `subject` means, and returns what it weighed, also where it is refused.
	pub(crate) fn do_suspend(
		issuer: Territory,
		by: T::AccountId,
		subject: Subject,
		scope: SuspensionScope,
		end: &WrittenSuspensionEnd,
		ground: Ground,
		document: H256,
	) -> DispatchResultWithPostInfo {
		let most = most_certificates(&subject);
		let (live, end) = Self::to_suspend(issuer, &subject, end, document)
			.map_err(|refusal| refusal.with_weight(T::WeightInfo::suspend_refused(most)))?;
		let looked_at = u32::try_from(live.len()).unwrap_or(u32::MAX);
		let decided = Decided {
			by: Hands::one(by.clone()),
			ground,
			document,
		};
		let suspension = Suspension { scope, end };
		let changes = Self::suspend_each(issuer, live, suspension, &decided)
			.map_err(|refusal| refusal.with_weight(T::WeightInfo::suspend(looked_at)))?;
		let told = T::OnStandingChange::on_change(issuer, &changes);
		let numbers = changes.into_iter().map(|change| change.after.number);
		Self::deposit_event(Event::Suspended {
			issuer,
			// No more than are live.
			numbers: Numbers::truncate_from(numbers.collect()),
			scope,
			end,
			by,
		});
		Ok(Some(T::WeightInfo::suspend(looked_at).saturating_add(told)).into())
	}

	/// Returns the live certificates that an order means, and its end, where it says all that it
	/// must.
	pub(crate) fn to_suspend(
		issuer: Territory,
		subject: &Subject,
		end: &WrittenSuspensionEnd,
		document: H256,
	) -> Result<(Numbers, SuspensionEnd), DispatchError> {
		ensure_document::<Error<T>>(document)?;
		Self::ensure_understood(subject)?;
		let end = end.read().map_err(Error::<T>::from)?;
		if let SuspensionEnd::DecisionAfter(day) | SuspensionEnd::ResumesAfter(day) = end {
			ensure!(!Self::is_over(day, issuer)?, Error::<T>::DayPassed);
		}
		let live = T::Certificates::live(issuer, subject).map_err(Into::into)?;
		Ok((live, end))
	}

	/// Refuses what is neither a number nor a TIN, whether there is one or not.
	fn ensure_understood(subject: &Subject) -> DispatchResult {
		match subject {
			Subject::Number(number) => {
				Self::number(number)?;
			}
			Subject::Tin(tin) => {
				ensure!(!tin.trim().is_empty(), Error::<T>::TinMissing);
				ensure!(Tin::parse(tin).is_ok(), Error::<T>::TinNotUnderstood);
			}
		}
		Ok(())
	}

	/// Suspends each certificate on its own, so that one that can't be suspended so keeps none of
	/// the others in force. At least one must be suspended; else the first refusal is the answer.
	fn suspend_each(
		issuer: Territory,
		live: Numbers,
		suspension: Suspension,
		decided: &Decided<T::AccountId>,
	) -> Result<Vec<StandingChange>, DispatchError> {
		let mut refusal = None;
		let mut changes = Vec::new();
		for number in live {
			let result = with_storage_layer(|| {
				T::Certificates::suspend(issuer, &number, suspension, decided.clone())
					.map_err(Into::<DispatchError>::into)
			});
			match result {
				Ok(change) => changes.push(change),
				Err(error) => {
					refusal.get_or_insert(error);
					Self::deposit_event(Event::LeftAlone {
						issuer,
						number,
						error,
					});
				}
			}
		}
		match refusal {
			Some(error) if changes.is_empty() => Err(error),
			_ => Ok(changes),
		}
	}
}
