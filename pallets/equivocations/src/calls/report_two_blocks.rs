//! Reporting two blocks of one slot, signed or not.

use crate::{
	rules::proof::is_equivocation,
	types::{Proof, TwoBlocks},
	Config, Error, Pallet,
};
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, Pays},
	ensure,
};
use frame_system::pallet_prelude::HeaderFor;
use sp_session::{GetSessionNumber, GetValidatorCount};
use sp_staking::offence::ReportOffence;

impl<T: Config> Pallet<T> {
	/// Reports what is proved to [`Config::Reports`], for nothing. Unsigned there is no reporter.
	pub(crate) fn do_report_two_blocks(
		reporter: Option<T::AccountId>,
		proof: &Proof<HeaderFor<T>>,
		key_owner_proof: T::KeyOwnerProof,
	) -> DispatchResultWithPostInfo {
		ensure!(is_equivocation(proof), Error::<T>::NoEquivocation);
		let session = key_owner_proof.session();
		let validators = key_owner_proof.validator_count();
		let offender =
			Self::owner(&proof.offender, key_owner_proof).ok_or(Error::<T>::NotAValidatorsKey)?;
		let offence = TwoBlocks {
			slot: proof.slot,
			session,
			validators,
			offender,
		};
		T::Reports::report_offence(reporter.into_iter().collect(), offence)
			.map_err(|_| Error::<T>::ReportedAlready)?;
		Ok(Pays::No.into())
	}
}
