//! Notice, and the end that follows from it (M5).
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{pair, Agreements, Config, Error, Event, Pallet};
use aeo_primitives::{recognition::Administration, AgreementId, Date, Territory};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchError};
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

impl<T: Config> Pallet<T> {
	/// The last day of a notice that is given today, where the clocks of `administration` stand.
	fn last_day(administration: &Administration, notice_days: u16) -> Result<Date, DispatchError> {
		Self::today(administration)?
			.checked_add_days(notice_days.into())
			.ok_or_else(|| ArithmeticError::Overflow.into())
	}

	/// Give notice. Gives the number of parties, whose legs were looked at.
	pub(crate) fn do_give_notice(
		party: Territory,
		number: AgreementId,
	) -> Result<u32, DispatchError> {
		let mut agreement = Self::signed(number)?;
		ensure!(agreement.parties.contains(&party), Error::<T>::NotAParty);
		ensure!(
			!agreement.leaving.contains_key(&party),
			Error::<T>::NoticeGivenAlready
		);
		let own = Self::admitted(party)?;
		let own_last = Self::last_day(&own, agreement.notice_days)?;
		let mut until = own_last;
		let mut others = Vec::new();
		for other in agreement.parties.iter().filter(|other| **other != party) {
			let other = Self::administration(*other)?;
			let last = Self::last_day(&other, agreement.notice_days)?;
			until = until.max(last);
			others.push((other, last));
		}
		agreement
			.leaving
			.try_insert(party, until)
			.map_err(|_| Error::<T>::NotAParty)?;
		Agreements::<T>::insert(number, &agreement);
		Self::deposit_event(Event::NoticeGiven {
			agreement: number,
			party,
			until,
		});
		// What was to be signed names a party that leaves.
		Self::drop_amendment(number, party);

		Self::with_summary(party, |summary| {
			others.iter().try_for_each(|(other, last)| {
				Self::with_pair(&own, other, summary, party, |legs, clock| {
					pair::give_notice(legs, number, *last, clock);
					Ok(())
				})
			})
		})?;
		others.iter().try_for_each(|(other, _)| {
			Self::with_one_pair(other, &own, party, |legs, clock| {
				pair::give_notice(legs, number, own_last, clock);
				Ok(())
			})
		})?;
		Ok(agreement.parties.len().saturated_into())
	}
}
