//! Recording a milestone (M7): a record, never a gate.

use crate::{
	types::Milestone, Agreements, Config, Error, Event, MilestoneCount, Milestones, Pallet,
};
use aeo_primitives::{AgreementId, Date, MilestoneKind, Territory};
use aeo_support::{clock::BlockTime, refusals::ensure_document};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

impl<T: Config> Pallet<T> {
	/// Records a milestone, after those that there are.
	pub(crate) fn do_record_milestone(
		party: Territory,
		number: AgreementId,
		kind: MilestoneKind,
		on: Date,
		document: H256,
	) -> DispatchResult {
		let agreement = Agreements::<T>::get(number).ok_or(Error::<T>::UnknownAgreement)?;
		ensure!(agreement.parties.contains(&party), Error::<T>::NotAParty);
		ensure_document::<Error<T>>(document)?;
		Self::ensure_begun(on, &Self::admitted(party)?)?;
		let place = MilestoneCount::<T>::get(number);
		let count = place.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let milestone = Milestone {
			party,
			kind,
			on,
			document,
			block: frame_system::Pallet::<T>::block_number().saturated_into(),
			at: T::Time::moment(),
		};
		Milestones::<T>::insert(number, place, milestone);
		MilestoneCount::<T>::insert(number, count);
		Self::deposit_event(Event::MilestoneRecorded {
			agreement: number,
			place,
			party,
			kind,
			on,
			document,
		});
		Ok(())
	}
}
