//! Suspending certificates (T4): the fast path.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{types::Numbers, weights::WeightInfo, Config, Error, Event, Pallet};
use aeo_primitives::{
	certificate_number, AdministrationLookup, CertificateNumber, CertificateSuspension, Date,
	Decided, Ground, Moment, Officers, Scope, Subject, Suspension, SuspensionEnd, SuspensionScope,
	Territory, MAX_CERTIFICATES,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get, Weight},
	storage::with_storage_layer,
	traits::UnixTime,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;

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

	/// A certificate's number in normal form.
	pub(crate) fn number(written: &CertificateNumber) -> Result<CertificateNumber, DispatchError> {
		certificate_number(written).map_err(|_| Error::<T>::NumberNotUnderstood.into())
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
	pub(crate) fn suspending(certificates: u32, reads: u32) -> Weight {
		T::WeightInfo::suspend(certificates)
			.saturating_add(T::DbWeight::get().reads(u64::from(reads)))
	}

	/// The most that suspending can weigh.
	pub(crate) fn suspending_most() -> Weight {
		let reads = T::Certificates::max_reads().saturating_mul(MAX_CERTIFICATES);
		Self::suspending(MAX_CERTIFICATES, reads)
	}

	/// Suspends what `subject` means. Gives what it weighed.
	pub(crate) fn do_suspend(
		issuer: Territory,
		by: T::AccountId,
		subject: Subject,
		scope: SuspensionScope,
		end: SuspensionEnd,
		ground: Ground,
		document: H256,
	) -> Result<Weight, DispatchError> {
		Self::ensure_document(document)?;
		if let SuspensionEnd::DecisionAfter(day) | SuspensionEnd::ResumesAfter(day) = end {
			ensure!(!Self::is_over(day, issuer)?, Error::<T>::EndOver);
		}
		let subject = match subject {
			Subject::Number(number) => Subject::Number(Self::number(&number)?),
			Subject::Tin(tin) => Subject::Tin(tin),
		};
		let live = T::Certificates::live(issuer, &subject).map_err(Into::into)?;
		let looked_at = u32::try_from(live.len()).unwrap_or(u32::MAX);
		let decided = Decided {
			by: by.clone(),
			ground,
			document,
		};
		let suspension = Suspension { scope, end };
		let (numbers, reads) = Self::suspend_each(issuer, live, suspension, &decided)?;
		Self::deposit_event(Event::Suspended {
			issuer,
			numbers,
			scope,
			end,
			by,
		});
		Ok(Self::suspending(looked_at, reads))
	}

	/// Suspends each certificate on its own, so that one that can't be suspended so keeps none of
	/// the others in force. At least one must be suspended; else the first refusal is the answer.
	/// Gives also the reads until everybody has heard of them.
	fn suspend_each(
		issuer: Territory,
		live: Numbers,
		suspension: Suspension,
		decided: &Decided<T::AccountId>,
	) -> Result<(Numbers, u32), DispatchError> {
		let mut refusal = None;
		let mut reads: u32 = 0;
		let mut suspended = live;
		suspended.retain(|number| {
			let result = with_storage_layer(|| {
				T::Certificates::suspend(issuer, number, suspension, decided.clone())
					.map_err(Into::<DispatchError>::into)
			});
			let error = match result {
				Ok(more) => {
					reads = reads.saturating_add(more);
					return true;
				}
				Err(error) => error,
			};
			Self::deposit_event(Event::LeftAlone {
				issuer,
				number: number.clone(),
				error,
			});
			refusal.get_or_insert(error);
			false
		});
		match refusal {
			Some(error) if suspended.is_empty() => Err(error),
			_ => Ok((suspended, reads)),
		}
	}
}
