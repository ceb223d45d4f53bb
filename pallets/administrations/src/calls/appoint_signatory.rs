//! `appoint_signatory`: a signer of the own account's multisig becomes an officer without scopes.

use crate::{types::Administration, Config, Pallet};
use aeo_primitives::{Scopes, Territory};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Makes the account an officer who may do nothing alone. [`Self::do_admit`] does the same with
	/// the signers that a proposal names.
	pub(crate) fn do_appoint_signatory(
		administration: Territory,
		record: Administration<T::AccountId>,
		signatory: T::AccountId,
	) -> DispatchResult {
		Self::do_appoint(administration, record, signatory, Scopes::new())
	}
}
