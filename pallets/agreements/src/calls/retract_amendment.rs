//! Taking back an amendment that not all have signed.

use crate::{Config, Error, Pallet};
use aeo_primitives::{AgreementId, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Takes an amendment back. Any party does so with one that has lapsed, or whose proposer can't
	/// act and must not keep the others from amending.
	pub(crate) fn do_retract_amendment(party: Territory, number: AgreementId) -> DispatchResult {
		let amendment = Self::amendment(number)?;
		ensure!(amendment.parties.contains(&party), Error::<T>::NotAParty);
		let has_lapsed = Self::has_lapsed(amendment.proposed_at);
		ensure!(
			amendment.proposer == party
				|| has_lapsed
				|| Self::admitted(amendment.proposer).is_err(),
			Error::<T>::ProposedByAnotherAdministration
		);
		if has_lapsed {
			return Self::clear_lapsed_amendment(number);
		}
		Self::drop_amendment(number, party);
		Ok(())
	}
}
