//! Taking one's application back (T2, T2b). An officer who has the holder's paper proposes
//! `WithdrawApplication`.

use super::{applications::requested, holders::Own};
use crate::{Config, Error, Pallet};
use aeo_primitives::ApplicationStep;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, Weight},
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Takes an application back by the holder's own account. Returns what telling of it
	/// weighed.
	pub(crate) fn do_withdraw_application(
		own: Own<T::AccountId>,
		document: H256,
	) -> Result<Weight, DispatchError> {
		ensure!(own.holder.is_some(), Error::<T>::NotAHolder);
		let decided = requested(own.by, document);
		Self::take_step(own.issuer, &own.number, ApplicationStep::Withdraw, decided)
	}
}
