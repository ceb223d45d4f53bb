//! Resuming a leg (M4).

use crate::{rules::pair, Config, Pallet};
use aeo_primitives::{AgreementId, Territory};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Takes the suspension back of the end at which `party` is.
	pub(crate) fn do_resume_leg(
		party: Territory,
		number: AgreementId,
		issuer: Territory,
		grantor: Territory,
	) -> DispatchResult {
		Self::with_own_pair(party, issuer, grantor, |legs, end, clock| {
			pair::set_suspended(legs, number, end, false, clock)
		})
	}
}
