//! Milestones (M7): records, never gates.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::Milestone, Agreements, Config, Error, Event, MilestoneCount, Milestones, Pallet,
};
use aeo_primitives::{AgreementId, Date, MilestoneKind, Territory};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

/// Most milestones on a page.
const PAGE: u32 = 50;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_record_milestone(
		party: Territory,
		number: AgreementId,
		kind: MilestoneKind,
		on: Date,
		document: H256,
	) -> DispatchResult {
		let agreement = Agreements::<T>::get(number).ok_or(Error::<T>::NoSuchAgreement)?;
		ensure!(agreement.parties.contains(&party), Error::<T>::NotAParty);
		ensure!(!document.is_zero(), Error::<T>::DocumentMissing);
		let utc_offset = Self::admitted(party)?.utc_offset;
		ensure!(
			on.first_moment(utc_offset) <= Self::now(),
			Error::<T>::DayNotCome
		);
		let place = MilestoneCount::<T>::get(number);
		let count = place.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let milestone = Milestone {
			party,
			kind,
			on,
			document,
			block: frame_system::Pallet::<T>::block_number().saturated_into(),
			at: Self::now(),
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

	/// The milestones of an agreement, latest first, 50 a page from page 0.
	pub fn milestones(number: AgreementId, page: u32) -> Vec<Milestone> {
		let end = MilestoneCount::<T>::get(number).saturating_sub(page.saturating_mul(PAGE));
		(end.saturating_sub(PAGE)..end)
			.rev()
			.filter_map(|place| Milestones::<T>::get(number, place))
			.collect()
	}
}
