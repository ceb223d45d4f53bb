//! Refusing a decision that waits, or taking it back.

use crate::{Config, Event, Pallet};
use aeo_primitives::{CertificateNumber, Maker, Territory};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Refuses the decision that waits under this number.
	pub(crate) fn do_refuse(
		issuer: Territory,
		officer: Maker<T::AccountId>,
		number: CertificateNumber,
		proposal: u32,
	) -> DispatchResult {
		let pending = Self::proposed(issuer, &number, proposal)?;
		Self::settle(issuer, &pending)?;
		Self::deposit_event(Event::DecisionRefused {
			issuer,
			number,
			proposal,
			maker: pending.proposal.maker.officer,
			by: officer.officer,
		});
		Ok(())
	}
}
