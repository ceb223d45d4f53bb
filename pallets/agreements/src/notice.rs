//! Notice, the end that follows from it, and how it is withdrawn (M5).
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	pair::{self, Clock, End},
	types::{Agreed, Agreement, Notice, PairLegs},
	Agreements, Config, Error, Event, Pallet,
};
use aeo_primitives::{recognition::Administration, AgreementId, Date, Territory};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
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

	/// Change the legs between an administration and others, in both directions, by a rule for each
	/// grantor, which learns at which end the administration is.
	fn with_legs_of<'a, Rule: FnOnce(&mut PairLegs, End, Clock)>(
		own: &Administration,
		others: impl Iterator<Item = &'a Administration> + Clone,
		rule: impl Fn(Territory) -> Rule,
	) -> DispatchResult {
		let by = own.territory;
		Self::with_summary(own.territory, |summary| {
			for other in others.clone() {
				let rule = rule(other.territory);
				Self::with_pair(own, other, summary, by, |legs, clock| {
					rule(legs, End::Issuer, clock);
					Ok(())
				})?;
			}
			Ok(())
		})?;
		for other in others {
			let rule = rule(own.territory);
			Self::with_one_pair(other, own, by, |legs, clock| {
				rule(legs, End::Grantor, clock);
				Ok(())
			})?;
		}
		Ok(())
	}

	/// A party's notice while it can be withdrawn.
	fn open_notice(
		agreement: &mut Agreement,
		party: Territory,
	) -> Result<&mut Notice, DispatchError> {
		let found = agreement.leaving.get_mut(&party);
		let notice = found.ok_or(Error::<T>::NoNotice)?;
		ensure!(notice.open_until >= Self::now(), Error::<T>::NoticeOver);
		Ok(notice)
	}

	/// Ask the other parties that one's notice is withdrawn.
	pub(crate) fn do_withdraw_notice(party: Territory, number: AgreementId) -> DispatchResult {
		let mut agreement = Self::signed(number)?;
		let admission = Self::admitted(party)?.admission;
		let notice = Self::open_notice(&mut agreement, party)?;
		let agreed = notice.agreed.get_or_insert_with(Agreed::new);
		// Who was admitted anew since asks anew.
		ensure!(
			agreed.get(&party) != Some(&admission),
			Error::<T>::WithdrawalAskedAlready
		);
		agreed
			.try_insert(party, admission)
			.map_err(|_| Error::<T>::NotAParty)?;
		Agreements::<T>::insert(number, agreement);
		Self::deposit_event(Event::NoticeWithdrawalAsked {
			agreement: number,
			party,
		});
		Ok(())
	}

	/// Agree that a party's notice is withdrawn. With the last that agrees it is. Gives the number of
	/// parties whose legs were looked at.
	pub(crate) fn do_agree_to_withdrawal(
		by: Territory,
		number: AgreementId,
		party: Territory,
	) -> Result<u32, DispatchError> {
		let mut agreement = Self::signed(number)?;
		let present = Self::present(&agreement);
		ensure!(present.contains(&by), Error::<T>::NotAParty);
		let admission = Self::admitted(by)?.admission;
		let notice = Self::open_notice(&mut agreement, party)?;
		let Some(agreed) = &mut notice.agreed else {
			return Err(Error::<T>::WithdrawalNotAsked.into());
		};
		let earlier = agreed
			.try_insert(by, admission)
			.map_err(|_| Error::<T>::NotAParty)?;
		let agrees = |party: &Territory| {
			let admitted = Self::admitted(*party);
			admitted.is_ok_and(|admitted| agreed.get(party) == Some(&admitted.admission))
		};
		let complete = present.iter().all(agrees);
		// One that has agreed completes it where those that had not have left since.
		ensure!(
			complete || earlier != Some(admission),
			Error::<T>::WithdrawalAgreedAlready
		);
		Self::deposit_event(Event::NoticeWithdrawalAgreed {
			agreement: number,
			party,
			by,
		});
		if !complete {
			Agreements::<T>::insert(number, agreement);
			return Ok(0);
		}
		agreement.leaving.remove(&party);
		Agreements::<T>::insert(number, &agreement);
		Self::deposit_event(Event::NoticeWithdrawn {
			agreement: number,
			party,
		});
		let own = Self::administration(party)?;
		let mut others = Vec::new();
		for other in agreement.parties.iter().filter(|other| **other != party) {
			others.push(Self::administration(*other)?);
		}
		Self::with_legs_of(&own, others.iter(), |_| {
			move |legs: &mut PairLegs, end, clock| {
				pair::withdraw_notice(legs, number, end, clock);
			}
		})?;
		Ok(agreement.parties.len().saturated_into())
	}
}
