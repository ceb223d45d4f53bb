//! `retract`: a proposal is taken back.

use crate::{Config, Error, Event, Pallet, Proposals};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::EnsureOrigin};
use frame_system::pallet_prelude::OriginFor;

impl<T: Config> Pallet<T> {
	/// Takes the origin as it is: whose own account may retract is known by the proposal.
	pub(crate) fn do_retract(
		origin: OriginFor<T>,
		territory: Territory,
		number: u32,
	) -> DispatchResult {
		let proposal = Proposals::<T>::get(territory, number).ok_or(Error::<T>::UnknownProposal)?;
		if let Err(origin) = T::AdmitOrigin::try_origin(origin) {
			let (administration, _) = Self::ensure_admitted(origin)?;
			ensure!(
				administration == proposal.proposer,
				Error::<T>::ProposedByAnotherAdministration
			);
		}
		Self::remove_proposal(territory, number, proposal.proposer);
		Self::deposit_event(Event::Retracted {
			territory,
			proposal: number,
		});
		Ok(())
	}
}
