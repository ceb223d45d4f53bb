//! Refusing a decision about a trader's number that waits, or taking it back.

use crate::{Config, Event, Pallet};
use aeo_primitives::{tin::Tin, Territory};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Refuses the decision that waits under this number.
	pub(crate) fn do_refuse(
		administration: Territory,
		officer: T::AccountId,
		tin: &Tin,
		proposal: u32,
	) -> DispatchResult {
		let (tin, _) = Self::subject(tin);
		let waiting = Self::waiting(administration, &tin, proposal)?;
		Self::settle(administration, &tin, &waiting);
		Self::deposit_event(Event::TraderDecisionRefused {
			administration,
			tin,
			proposal,
			maker: waiting.maker.officer,
			by: officer,
		});
		Ok(())
	}
}
