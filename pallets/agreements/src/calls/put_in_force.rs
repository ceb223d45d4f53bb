//! Putting a leg in force (M3).

use crate::{rules::pair, Config, Pallet};
use aeo_primitives::{AgreementId, Date, Territory};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Puts the newest version of a leg in force from a day on.
	pub(crate) fn do_put_in_force(
		grantor: Territory,
		number: AgreementId,
		issuer: Territory,
		from: Date,
	) -> DispatchResult {
		let issuer = Self::admitted(issuer)?;
		let grantor = Self::admitted(grantor)?;
		Self::ensure_to_come(from, &grantor)?;
		Self::with_one_pair(&issuer, &grantor, grantor.territory, |legs, clock| {
			pair::put_in_force(legs, number, from, clock)
		})
	}
}
