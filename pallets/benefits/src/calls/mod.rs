//! The work of the calls, one file each; here what several of them share.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod arguments;
mod close_incident;
mod giving;
mod grant;
mod grant_many;
mod incident;
mod open_incident;
mod prune;
mod record_sealed;
pub(crate) mod tally;

use crate::{Config, Pallet};
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Returns the number of the block.
	fn block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}
}
