//! One type of certificate succeeds another.

use crate::{
	rules::succession::{add, Flaw},
	Config, Error, Event, Pallet, Successions,
};
use aeo_primitives::{
	recognition::TypeSuccession, CertificateType, Territory, Written, WrittenType,
};
use aeo_support::{clock::Clock, refusals::ensure_document};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Stores what succeeds a type of `administration`, from a day on.
	pub(crate) fn do_succeed_type(
		administration: Territory,
		of: WrittenType,
		by: WrittenType,
		from: &Written,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let of = Self::known_type(administration, of)?;
		let by = Self::known_type(administration, by)?;
		let from = Self::day(from.clone())?;
		Self::ensure_to_come(from, Self::clock(administration))?;
		Successions::<T>::try_mutate(administration, |all| {
			let new = TypeSuccession {
				of: of.clone(),
				by: by.clone(),
				from,
			};
			add(all, new).map_err(Error::<T>::from)
		})?;
		Self::deposit_event(Event::SuccessionDecided {
			administration,
			of,
			by,
			from,
			document,
		});
		Ok(())
	}

	/// Refuses a new authorisation of a type that another succeeds, once that day has begun. What is
	/// certified goes on.
	pub(crate) fn ensure_not_succeeded(
		issuer: Territory,
		certificate_type: &CertificateType,
		clock: Clock,
	) -> DispatchResult {
		let is_over = Successions::<T>::get(issuer)
			.iter()
			.any(|known| known.of == *certificate_type && clock.begun(known.from));
		ensure!(!is_over, Error::<T>::TypeSucceeded);
		Ok(())
	}

	/// Reads a type of one of the administration's programmes.
	fn known_type(
		administration: Territory,
		written: WrittenType,
	) -> Result<CertificateType, DispatchError> {
		let named = Self::certificate_type(written)?;
		let programme = Self::programme_of(administration, &named)?;
		Self::halves(&programme, &named)?;
		Ok(named)
	}
}

impl<T> From<Flaw> for Error<T> {
	fn from(flaw: Flaw) -> Self {
		match flaw {
			Flaw::TypeSucceedsItself => Self::TypeSucceedsItself,
			Flaw::SuccessionDecidedAlready => Self::SuccessionDecidedAlready,
			Flaw::SuccessionsChained => Self::SuccessionsChained,
			Flaw::TooManySuccessions => Self::TooManySuccessions,
		}
	}
}
