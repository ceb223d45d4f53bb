//! Taking back a proposal that not all have signed.

use crate::{types::Kind, Agreements, Config, Error, Event, Pallet, ProposedLegs};
use aeo_primitives::{AgreementId, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Takes a proposal back. Any party clears away one that has lapsed.
	pub(crate) fn do_retract(party: Territory, number: AgreementId) -> DispatchResult {
		let agreement = Self::unsigned(number)?;
		let has_lapsed = Self::has_lapsed(agreement.proposed_at);
		let may = agreement.proposer == party || has_lapsed && agreement.parties.contains(&party);
		ensure!(may, Error::<T>::ProposedByAnotherAdministration);
		Self::settle(agreement.proposer, Kind::Agreement, number);
		if has_lapsed {
			Self::clear(agreement.proposer, Kind::Agreement, number);
			return Ok(());
		}
		Agreements::<T>::remove(number);
		ProposedLegs::<T>::remove(number);
		Self::deposit_event(Event::ProposalRetracted { agreement: number });
		Ok(())
	}
}
