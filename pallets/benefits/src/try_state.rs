//! What must hold between any two blocks.

use crate::{Config, Grants, Pallet, UseCount, Uses};
use aeo_primitives::TraderId;
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants of the pallet:
	///
	/// 1. every use names a grant to the same trader, and every grant is in its trader's feed once;
	/// 2. the feed of a trader is dense and equals its count (I22);
	/// 3. a grant gives something, each benefit once, and says the version of each certificate.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut counts: BTreeMap<TraderId, u32> = BTreeMap::new();
		let mut listed = BTreeSet::new();
		for (trader, place, key) in Uses::<T>::iter() {
			*counts.entry(trader).or_default() += 1;
			ensure!(
				listed.insert((key.grantor, key.declaration, key.role)),
				"a grant is in feeds twice"
			);
			ensure!(place < UseCount::<T>::get(trader), "a use beyond the count");
			let grant = Self::grant_of(key.grantor, key.declaration, key.role);
			ensure!(
				grant.is_some_and(|grant| grant.trader == trader),
				"a use names no grant to this trader"
			);
		}
		let stored: BTreeMap<_, _> = UseCount::<T>::iter().collect();
		ensure!(stored == counts, "uses differ from a recount");
		for (grantor, (declaration, role), grant) in Grants::<T>::iter() {
			ensure!(
				listed.remove(&(grantor, declaration, role)),
				"a grant is in no feed"
			);
			ensure!(
				!grant.entitlements.is_empty()
					&& grant.benefits().iter().count() == grant.entitlements.len(),
				"a grant gives nothing, or a benefit twice"
			);
			ensure!(
				grant
					.entitlements
					.iter()
					.all(|given| grant.versions.contains_key(&given.certificate)),
				"a grant lacks the version of a certificate"
			);
		}
		Ok(())
	}
}
