//! Asking that a notice be withdrawn (M5).

use crate::{types::Agreed, Agreements, Config, Error, Event, Pallet};
use aeo_primitives::{AgreementId, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Asks the other parties that one's notice is withdrawn.
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
}
