//! What applications have in common: by whom they are moved on and why, and who hears of it.

use crate::{Config, Error, Pallet};
use aeo_primitives::{
	ApplicationRegister, ApplicationStep, CertificateNumber, Decided, Ground, Hands,
	OnStandingChange, StandingChange, Territory,
};
use aeo_support::refusals::ensure_document;
use frame_support::pallet_prelude::{DispatchError, Weight};
use frame_system::pallet_prelude::OriginFor;
use sp_core::H256;

/// Returns that the holder wants it.
pub(crate) fn requested<AccountId>(by: AccountId, document: H256) -> Decided<AccountId> {
	Decided {
		by: Hands::one(by),
		ground: Ground::HoldersRequest,
		document,
	}
}

impl<T: Config> Pallet<T> {
	/// Takes a step of an application, for an officer of its issuer. Returns what telling
	/// of it weighed.
	pub(crate) fn examine(
		origin: OriginFor<T>,
		number: &str,
		step: ApplicationStep,
		document: H256,
	) -> Result<Weight, DispatchError> {
		let (issuer, maker) = Self::ensure_officer(origin)?;
		let number = Self::number(number)?;
		let decided = Decided {
			by: Hands::one(maker.officer),
			ground: Ground::Administrative,
			document,
		};
		Self::take_step(issuer, &number, step, decided)
	}

	/// Takes a step of an application. Returns what telling of it weighed.
	pub(crate) fn take_step(
		issuer: Territory,
		number: &CertificateNumber,
		step: ApplicationStep,
		decided: Decided<T::AccountId>,
	) -> Result<Weight, DispatchError> {
		ensure_document::<Error<T>>(decided.document)?;
		let change = T::Certificates::step(issuer, number, step, decided).map_err(Into::into)?;
		Ok(Self::tell(issuer, change))
	}

	/// Tells everybody of a change. Returns what that weighed.
	pub(crate) fn tell(issuer: Territory, change: StandingChange) -> Weight {
		T::OnStandingChange::on_change(issuer, &[change])
	}
}
