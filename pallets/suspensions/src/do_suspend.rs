//! Suspending certificates (T4): the fast path.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{types::Numbers, weights::WeightInfo, Config, Error, Event, Pallet};
use aeo_primitives::{
	certificate_number, tin::Tin, AdministrationLookup, CertificateNumber, CertificateSuspension,
	Date, DateError, Decided, Ground, Hands, Moment, NotACertificateNumber, Officers,
	OnStandingChange, Scope, StandingChange, Subject, Suspension, SuspensionEnd, SuspensionScope,
	Territory, Written, WrittenSuspensionEnd, MAX_CERTIFICATES,
};
use alloc::vec::Vec;
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get, Weight},
	storage::with_storage_layer,
	traits::UnixTime,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;

impl<T: Config> From<NotACertificateNumber> for Error<T> {
	fn from(why: NotACertificateNumber) -> Self {
		match why {
			NotACertificateNumber::Missing => Self::NumberMissing,
			NotACertificateNumber::TooLong => Self::NumberTooLong,
			NotACertificateNumber::NotUnderstood => Self::NumberNotUnderstood,
		}
	}
}

impl<T: Config> From<DateError> for Error<T> {
	fn from(why: DateError) -> Self {
		match why {
			DateError::DateNotUnderstood => Self::DateNotUnderstood,
			DateError::DateNotReal => Self::DateNotReal,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The signer, and the administration for which it is an officer with `scope`.
	pub(crate) fn ensure_officer(
		origin: OriginFor<T>,
		scope: Scope,
	) -> Result<(Territory, T::AccountId), DispatchError> {
		let officer = ensure_signed(origin)?;
		let administration =
			T::Administrations::ensure_officer(&officer, scope).map_err(Into::into)?;
		Ok((administration, officer))
	}

	/// The signer, and the administration whose certificates it may suspend. What a refusal has not
	/// weighed is given back.
	pub(crate) fn ensure_suspending(
		origin: OriginFor<T>,
	) -> Result<(Territory, T::AccountId), DispatchErrorWithPostInfo> {
		Self::ensure_officer(origin, Scope::Suspension)
			.map_err(|refusal| refusal.with_weight(T::WeightInfo::refused()))
	}

	/// A certificate's number in normal form.
	pub(crate) fn number(written: &str) -> Result<CertificateNumber, DispatchError> {
		certificate_number(written).map_err(|why| Error::<T>::from(why).into())
	}

	/// A day that somebody has written.
	pub(crate) fn day(written: &Written) -> Result<Date, DispatchError> {
		written.read().map_err(|why| Error::<T>::from(why).into())
	}

	pub(crate) fn ensure_document(document: H256) -> DispatchResult {
		ensure!(!document.is_zero(), Error::<T>::DocumentMissing);
		Ok(())
	}

	/// The time of the block.
	pub(crate) fn now() -> Moment {
		Moment::try_from(T::Time::now().as_millis()).unwrap_or(Moment::MAX)
	}

	/// Whether `day` is over where the clocks of `administration` stand.
	pub(crate) fn is_over(day: Date, administration: Territory) -> Result<bool, DispatchError> {
		// Whoever has an officer who may act was admitted.
		let offset = T::Administrations::administration(administration)
			.ok_or(DispatchError::Unavailable)?
			.utc_offset;
		Ok(day.last_moment(offset) < Self::now())
	}

	/// The weight of suspending so many certificates, where it takes so many reads until everybody
	/// has heard of them.
	fn suspending(certificates: u32, reads: u32) -> Weight {
		T::WeightInfo::suspend(certificates)
			.saturating_add(T::DbWeight::get().reads(u64::from(reads)))
	}

	/// The most that suspending `subject` can weigh: a number is one certificate, a TIN all that its
	/// trader can have.
	pub(crate) fn suspending_most(subject: &Subject) -> Weight {
		let certificates = most(subject);
		Self::suspending(certificates, T::OnStandingChange::max_reads(certificates))
	}

	/// Suspends what `subject` means. Gives what it weighed, also where it is refused.
	pub(crate) fn do_suspend(
		issuer: Territory,
		by: T::AccountId,
		subject: Subject,
		scope: SuspensionScope,
		end: &WrittenSuspensionEnd,
		ground: Ground,
		document: H256,
	) -> DispatchResultWithPostInfo {
		let most = most(&subject);
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
			.map_err(|refusal| refusal.with_weight(Self::suspending(looked_at, 0)))?;
		let reads = T::OnStandingChange::on_change(issuer, &changes);
		let numbers = changes.into_iter().map(|change| change.after.number);
		Self::deposit_event(Event::Suspended {
			issuer,
			// No more than are live.
			numbers: Numbers::truncate_from(numbers.collect()),
			scope,
			end,
			by,
		});
		Ok(Some(Self::suspending(looked_at, reads)).into())
	}

	/// The live certificates that an order means, and its end, where it says all that it must.
	pub(crate) fn to_suspend(
		issuer: Territory,
		subject: &Subject,
		end: &WrittenSuspensionEnd,
		document: H256,
	) -> Result<(Numbers, SuspensionEnd), DispatchError> {
		Self::ensure_document(document)?;
		Self::ensure_understood(subject)?;
		let end = end.read().map_err(Error::<T>::from)?;
		if let SuspensionEnd::DecisionAfter(day) | SuspensionEnd::ResumesAfter(day) = end {
			ensure!(!Self::is_over(day, issuer)?, Error::<T>::DayPassed);
		}
		let live = T::Certificates::live(issuer, subject).map_err(Into::into)?;
		Ok((live, end))
	}

	/// A number or a TIN is meant, whether there is one or not.
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

/// The most certificates that can be meant.
fn most(subject: &Subject) -> u32 {
	match subject {
		Subject::Number(_) => 1,
		Subject::Tin(_) => MAX_CERTIFICATES,
	}
}
