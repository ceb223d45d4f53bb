//! Reporting two blocks unsigned: what is checked before a report gets into a block, where
//! [`Pallet::do_report_two_blocks`] does the work.

use crate::{Call, Config, Pallet};
use frame_support::pallet_prelude::{
	Get, InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
	ValidTransaction,
};
use sp_runtime::transaction_validity::TransactionPriority;
use sp_staking::offence::ReportOffence;

impl<T: Config> Pallet<T> {
	/// Lets an unsigned report into a block when the key is a validator's and nothing is known of
	/// this offence. Whether it is one, the call finds out.
	pub(crate) fn check_report(call: &Call<T>) -> Result<(), TransactionValidityError> {
		let Call::report_two_blocks_unsigned {
			equivocation_proof,
			key_owner_proof,
		} = call
		else {
			return Err(InvalidTransaction::Call.into());
		};
		let offender = Self::owner(&equivocation_proof.offender, key_owner_proof.clone())
			.ok_or(InvalidTransaction::BadProof)?;
		if T::Reports::is_known_offence(&[offender], &equivocation_proof.slot) {
			return Err(InvalidTransaction::Stale.into());
		}
		Ok(())
	}

	/// Lets an unsigned report into the pool of the node that made it, and of no other: it costs
	/// nothing.
	pub(crate) fn validate_report(
		source: TransactionSource,
		call: &Call<T>,
	) -> TransactionValidity {
		let is_own = matches!(
			source,
			TransactionSource::Local | TransactionSource::InBlock
		);
		let Call::report_two_blocks_unsigned {
			equivocation_proof, ..
		} = call
		else {
			return InvalidTransaction::Call.into();
		};
		if !is_own {
			return InvalidTransaction::Call.into();
		}
		Self::check_report(call)?;
		ValidTransaction::with_tag_prefix("TwoBlocks")
			.priority(TransactionPriority::MAX)
			.and_provides((equivocation_proof.offender.clone(), equivocation_proof.slot))
			.longevity(T::ReportLongevity::get())
			.propagate(false)
			.build()
	}
}
