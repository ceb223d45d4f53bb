//! The work of the calls, one file each; here what several of them share: who acts, and the clock.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod accept;
mod agencies;
mod answer_request;
mod applications;
mod apply;
mod arguments;
mod ask;
mod close_request;
mod dismiss_appeal;
mod enter_application;
mod holders;
mod opine;
mod register_agency;
mod reject;
mod remove_agency;
mod request;
mod requests;
mod withdraw_application;
mod withdraw_wish;

use crate::{Config, Error, Pallet};
use aeo_primitives::{Maker, Moment, Officers, OnStandingChange, OuterSigner, Scope, Territory};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
	traits::UnixTime,
	weights::Weight,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Returns the administration for which the signer is an officer with scope `Certification`,
	/// and who acts. Outside a signed extrinsic nobody does.
	pub(crate) fn ensure_officer(
		origin: OriginFor<T>,
	) -> Result<(Territory, Maker<T::AccountId>), DispatchError> {
		let officer = ensure_signed(origin)?;
		let issuer = T::Administrations::ensure_officer(&officer, Scope::Certification)
			.map_err(Into::into)?;
		let signer = T::OuterSigner::outer_signer().ok_or(Error::<T>::NotASignedTransaction)?;
		Ok((issuer, Maker { officer, signer }))
	}

	/// Returns the administration of which the signer is the own account.
	pub(crate) fn ensure_own_account(origin: OriginFor<T>) -> Result<Territory, DispatchError> {
		T::Administrations::ensure_own_account(&ensure_signed(origin)?).map_err(Into::into)
	}

	/// Returns the moment of the block.
	pub(crate) fn now() -> Moment {
		T::Time::now().as_millis().saturated_into()
	}

	/// Refuses a document that is missing.
	pub(crate) fn ensure_document(document: H256) -> DispatchResult {
		ensure!(!document.is_zero(), Error::<T>::DocumentMissing);
		Ok(())
	}

	/// Returns what reading so many more values weighs.
	pub(crate) fn reads(count: u32) -> Weight {
		T::DbWeight::get().reads(count.into())
	}

	/// Returns the most that telling of a change weighs.
	pub(crate) fn push_weight() -> Weight {
		Self::reads(T::OnStandingChange::max_reads(1))
	}
}
