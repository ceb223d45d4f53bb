//! Giving notice, and the end that follows from it (M5).

use crate::{
	rules::pair,
	types::{Notice, PairLegs},
	Agreements, Config, Error, Event, Pallet,
};
use aeo_primitives::{recognition::Administration, AgreementId, Date, Territory};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchError};
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

impl<T: Config> Pallet<T> {
	/// Returns the last day of a notice that is given today, where the clocks of `administration`
	/// stand.
	fn last_day(administration: &Administration, notice_days: u16) -> Result<Date, DispatchError> {
		Self::today(administration)?
			.checked_add_days(notice_days.into())
			.ok_or_else(|| ArithmeticError::Overflow.into())
	}

	/// Gives notice. Returns the number of parties, whose legs were looked at.
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
		let mut open_until = own_last.last_moment(own.utc_offset);
		let mut others = Vec::new();
		for other in agreement.parties.iter().filter(|other| **other != party) {
			let other = Self::administration(*other)?;
			let last = Self::last_day(&other, agreement.notice_days)?;
			until = until.max(last);
			open_until = open_until.min(last.last_moment(other.utc_offset));
			others.push((other, last));
		}
		let notice = Notice {
			until,
			open_until,
			agreed: None,
		};
		agreement
			.leaving
			.try_insert(party, notice)
			.map_err(|_| Error::<T>::NotAParty)?;
		Agreements::<T>::insert(number, &agreement);
		Self::deposit_event(Event::NoticeGiven {
			agreement: number,
			party,
			until,
		});
		// What was to be signed names a party that leaves.
		Self::drop_amendment(number, party);

		let last_of = |grantor: Territory| {
			let found = others.iter().find(|(other, _)| other.territory == grantor);
			found.map_or(own_last, |(_, last)| *last)
		};
		Self::with_legs_of(&own, others.iter().map(|(other, _)| other), |grantor| {
			let last = last_of(grantor);
			move |legs: &mut PairLegs, end, clock| {
				pair::give_notice(legs, number, end, last, clock);
			}
		})?;
		Ok(agreement.parties.len().saturated_into())
	}
}
