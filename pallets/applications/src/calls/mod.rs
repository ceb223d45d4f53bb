//! The work of the calls, one file each; here what several of them share: who acts, and
//! what telling of it weighs.
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
use aeo_primitives::{Maker, OnStandingChange, Scope, Territory};
use aeo_support::signers::Signers;
use frame_support::{
	pallet_prelude::{DispatchError, Get},
	weights::Weight,
};
use frame_system::pallet_prelude::OriginFor;

impl<T: Config> Pallet<T> {
	/// Returns the administration for which the signer is an officer with scope `Certification`,
	/// and who acts. Outside a signed extrinsic nobody does.
	pub(crate) fn ensure_officer(
		origin: OriginFor<T>,
	) -> Result<(Territory, Maker<T::AccountId>), DispatchError> {
		T::Administrations::ensure_hand::<T::OuterSigner, Error<T>, _>(origin, Scope::Certification)
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
