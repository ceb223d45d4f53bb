//! What a new runtime does to what an earlier one has stored: one step for each version of the
//! storage, in their order.
//!
//! A step is a [`VersionedMigration`], which runs once, when it finds the version before it, and says
//! that its own is there now; `STORAGE_VERSION` rises with it. Where it decodes, then by types that it
//! keeps itself, for those of the pallet go on. What a block has no time for is no such step, but a
//! `SteppedMigration` of `pallet-migrations`. A step stays until every chain has taken it.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{Config, Pallet};
use core::marker::PhantomData;
use frame_support::{
	migrations::VersionedMigration,
	pallet_prelude::{Get, PalletInfoAccess, Weight},
	storage::{migration::move_storage_from_pallet, storage_prefix, KeyPrefixIterator},
	traits::UncheckedOnRuntimeUpgrade,
};

/// The steps; `Applications` is the pallet that takes applications.
pub type Migrations<T, Applications> = (MoveApplications<T, Applications>,);

/// From version 1 to 2: what comes before a decision is stored by the pallet that takes applications.
pub type MoveApplications<T, Applications> = VersionedMigration<
	1,
	2,
	Moved<T, Applications>,
	Pallet<T>,
	<T as frame_system::Config>::DbWeight,
>;

/// What is moved, as it is: keys and values stay the same.
const MOVED: [&str; 8] = [
	"Agencies",
	"AgencyAccounts",
	"AgencyCount",
	"Opinions",
	"Requests",
	"RequestCounts",
	"RequestLog",
	"RequestLogCount",
];

/// Moves agencies, opinions and requests to another pallet.
pub struct Moved<T, Applications>(PhantomData<(T, Applications)>);

/// Returns how many values a pallet has stored of what is moved.
fn stored(pallet: &str) -> u64 {
	let count = |name: &&str| {
		let prefix = storage_prefix(pallet.as_bytes(), name.as_bytes()).to_vec();
		KeyPrefixIterator::new(prefix.clone(), prefix, |_| Ok(())).count()
	};
	MOVED
		.iter()
		.map(count)
		.map(|count| u64::try_from(count).unwrap_or(u64::MAX))
		.fold(0, u64::saturating_add)
}

impl<T: Config, Applications: PalletInfoAccess> UncheckedOnRuntimeUpgrade
	for Moved<T, Applications>
{
	fn on_runtime_upgrade() -> Weight {
		let (from, to) = (Pallet::<T>::name(), Applications::name());
		for name in MOVED {
			move_storage_from_pallet(name.as_bytes(), from.as_bytes(), to.as_bytes());
		}
		// Each is read and written at its new place, and removed from the old one; and counted.
		let moved = stored(to);
		T::DbWeight::get().reads_writes(moved.saturating_mul(2), moved.saturating_mul(2))
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, sp_runtime::TryRuntimeError> {
		Ok(codec::Encode::encode(&stored(Pallet::<T>::name())))
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(before: alloc::vec::Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		let before: u64 = codec::Decode::decode(&mut &before[..])
			.map_err(|_| "what was counted before the upgrade is not read")?;
		frame_support::ensure!(
			stored(Applications::name()) == before && stored(Pallet::<T>::name()) == 0,
			"agencies, opinions or requests are lost on their way"
		);
		Ok(())
	}
}
