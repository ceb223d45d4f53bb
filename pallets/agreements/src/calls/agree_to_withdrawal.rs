//! Agreeing that a notice is withdrawn (M5).

use crate::{rules::pair, types::PairLegs, Agreements, Config, Error, Event, Pallet};
use aeo_primitives::{AgreementId, Territory};
use aeo_support::clock::BlockTime;
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchError};
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Agrees that a party's notice is withdrawn. With the last that agrees it is. Returns the
	/// number of parties whose legs were looked at.
	pub(crate) fn do_agree_to_withdrawal(
		by: Territory,
		number: AgreementId,
		party: Territory,
	) -> Result<u32, DispatchError> {
		let mut agreement = Self::signed(number)?;
		let present = agreement.present(T::Time::moment());
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
