//! What must hold between any two blocks.

mod agencies;
mod requests;

use crate::{Config, Pallet};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of the pallet:
	///
	/// 1. agencies and their accounts mirror each other, are as many as their count and not more than
	///    its bound, and have no other role;
	/// 2. an opinion is about a version that its application has or had. Its agency may have been
	///    removed since: what it said stays;
	/// 3. the requests about a certificate are dense, those that are open equal their count and its
	///    bound, and the log names each of them once (I22).
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_agencies()?;
		Self::try_opinions()?;
		Self::try_requests()
	}
}
