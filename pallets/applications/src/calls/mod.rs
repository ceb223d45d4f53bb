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
use aeo_primitives::{Maker, Scope, Territory};
use aeo_support::signers::Signers;
use frame_support::pallet_prelude::DispatchError;
use frame_system::pallet_prelude::OriginFor;

impl<T: Config> Pallet<T> {
	/// Returns the administration for which the signer is an officer with scope `Certification`,
	/// and who acts. Outside a signed extrinsic nobody does.
	pub(crate) fn ensure_officer(
		origin: OriginFor<T>,
	) -> Result<(Territory, Maker<T::AccountId>), DispatchError> {
		T::Administrations::ensure_hand::<T::OuterSigner, Error<T>, _>(origin, Scope::Certification)
	}
}
