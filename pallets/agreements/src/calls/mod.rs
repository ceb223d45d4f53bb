//! The work of the calls, one file each; here what several of them share.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod agree_to_withdrawal;
mod arguments;
mod give_notice;
mod legs;
mod notices;
mod programmes;
mod propose;
mod propose_amendment;
mod put_in_force;
mod record_milestone;
mod resume_leg;
mod retract;
mod retract_amendment;
mod sign;
mod sign_amendment;
mod signatures;
mod suspend_leg;
mod waiting;
mod withdraw_notice;

use crate::{rules::Refusal, Config, Error, Pallet};
use aeo_primitives::{
	recognition::{Administration, Standing},
	AdministrationLookup, Date, Officers, Scope, Territory,
};
use aeo_support::clock::Clock;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::ArithmeticError;

/// For whom the signer of a call acts.
pub(crate) struct Actor {
	/// The administration.
	pub party: Territory,
	/// Whether it is its own account, which binds it.
	pub is_own_account: bool,
}

impl<T: Config> Pallet<T> {
	/// Returns the administration for which the signer is the own account, or an officer with scope
	/// `Agreements`.
	pub(crate) fn ensure_party(origin: OriginFor<T>) -> Result<Actor, DispatchError> {
		let account = ensure_signed(origin)?;
		if let Ok(party) = T::Administrations::ensure_own_account(&account) {
			return Ok(Actor {
				party,
				is_own_account: true,
			});
		}
		let party =
			T::Administrations::ensure_officer(&account, Scope::Agreements).map_err(Into::into)?;
		Ok(Actor {
			party,
			is_own_account: false,
		})
	}

	/// Returns an administration of this chain, whatever its standing.
	pub(crate) fn administration(party: Territory) -> Result<Administration, DispatchError> {
		T::Administrations::administration(party)
			.ok_or_else(|| Error::<T>::AdministrationNotAdmitted.into())
	}

	/// Returns an administration that takes part fully.
	pub(crate) fn admitted(party: Territory) -> Result<Administration, DispatchError> {
		let administration = Self::administration(party)?;
		ensure!(
			administration.standing == Standing::Admitted,
			Error::<T>::AdministrationNotAdmitted
		);
		Ok(administration)
	}

	/// Returns today, where the clocks of `grantor` stand.
	pub(crate) fn today(grantor: &Administration) -> Result<Date, DispatchError> {
		Clock::of::<T::Time>(grantor)
			.today()
			.map_err(|_| ArithmeticError::Overflow.into())
	}

	/// Ensures that a day is not over where the clocks of `grantor` stand.
	pub(crate) fn ensure_to_come(day: Date, grantor: &Administration) -> DispatchResult {
		ensure!(
			!Clock::of::<T::Time>(grantor).over(day),
			Error::<T>::DayPassed
		);
		Ok(())
	}

	/// Ensures that a day has begun where the clocks of `party` stand.
	pub(crate) fn ensure_begun(day: Date, party: &Administration) -> DispatchResult {
		ensure!(
			Clock::of::<T::Time>(party).begun(day),
			Error::<T>::DayNotCome
		);
		Ok(())
	}

	/// Returns the error that says why a rule refuses.
	pub(crate) fn refused(refusal: Refusal) -> DispatchError {
		match refusal {
			Refusal::AccedingWithoutLeg => Error::<T>::AccedingWithoutLeg,
			Refusal::LegEnded => Error::<T>::LegEnded,
			Refusal::LegNotBetweenParties => Error::<T>::LegNotBetweenParties,
			Refusal::LegNotSuspended => Error::<T>::LegNotSuspended,
			Refusal::LegPending => Error::<T>::LegPending,
			Refusal::LegPutInForceAlready => Error::<T>::LegPutInForceAlready,
			Refusal::LegSuspendedAlready => Error::<T>::LegSuspendedAlready,
			Refusal::LegTwice => Error::<T>::LegTwice,
			Refusal::UnknownLeg => Error::<T>::UnknownLeg,
			Refusal::NoticeDaysMissing => Error::<T>::NoticeDaysMissing,
			Refusal::NoticeTooLong => Error::<T>::NoticeTooLong,
			Refusal::PartyAlready => Error::<T>::PartyAlready,
			Refusal::PartyLeaving => Error::<T>::PartyLeaving,
			Refusal::TooManyLegsOfIssuer => Error::<T>::TooManyLegsOfIssuer,
			Refusal::TooManyLegsOfPair => Error::<T>::TooManyLegsOfPair,
			Refusal::TooManyParties => Error::<T>::TooManyParties,
		}
		.into()
	}
}
