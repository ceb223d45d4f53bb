//! What giving notice and withdrawing it share (M5).

use crate::{
	rules::{leg::Clock, pair::End},
	types::{Agreement, Notice, PairLegs},
	Config, Error, Pallet,
};
use aeo_primitives::{recognition::Administration, Territory};
use aeo_support::clock::BlockTime;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Changes the legs between an administration and others, in both directions, by a rule for
	/// each grantor, which learns at which end the administration is.
	pub(crate) fn with_legs_of<'a, Rule: FnOnce(&mut PairLegs, End, Clock)>(
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

	/// Returns a party's notice while it can be withdrawn.
	pub(crate) fn open_notice(
		agreement: &mut Agreement,
		party: Territory,
	) -> Result<&mut Notice, DispatchError> {
		let found = agreement.leaving.get_mut(&party);
		let notice = found.ok_or(Error::<T>::NoticeNotGiven)?;
		ensure!(
			notice.open_until >= T::Time::moment(),
			Error::<T>::NoticeOver
		);
		Ok(notice)
	}
}
