//! What must hold between any two blocks.

use crate::{rules::source::read, Config, HolderKeys, Lists, Pallet, Sources};
use aeo_primitives::{AdministrationLookup, TraderLookup};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of the pallet:
	///
	/// 1. a list has a sequence from 1 on, pages where it has a root and no others, and is for an
	///    administration that has a key;
	/// 2. it was made on a block before the one in which it was published, which has come;
	/// 3. where files are fetched is an address in normal form, of an administration;
	/// 4. a key is not all zeros, belongs to a registered trader, and its block has come.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let block = Self::block();
		let is_known = |territory| T::Administrations::administration(territory).is_some();
		for (issuer, reader, list) in Lists::<T>::iter() {
			ensure!(
				is_known(issuer) && is_known(reader),
				"a list of or for no administration"
			);
			ensure!(list.sequence >= 1, "a list before the first one");
			ensure!(
				list.root.is_zero() == (list.pages == 0),
				"a list with a root and no pages, or pages and no root"
			);
			ensure!(!list.sealed_to.is_zero(), "a list that is sealed to no key");
			ensure!(
				list.as_of < list.block && list.block <= block,
				"a list that was made after it was published"
			);
		}
		for (administration, source) in Sources::<T>::iter() {
			ensure!(is_known(administration), "files of no administration");
			ensure!(
				read(&source) == Ok(Some(source)),
				"an address that is not in normal form"
			);
		}
		for (trader, known) in HolderKeys::<T>::iter() {
			ensure!(!known.key.is_zero(), "a key of zeros");
			ensure!(T::Traders::trader(&trader).is_some(), "a key of no trader");
			ensure!(known.block <= block, "a key from a block to come");
		}
		Ok(())
	}
}
