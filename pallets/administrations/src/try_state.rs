//! What must hold between any two blocks.

use crate::{
	types::{AccountRole, Administration, AdministrationState},
	Accounts, Administrations, Config, Coverage, NextProposal, OuterSigner, Pallet, Proposals,
	Provided, Seats, Validating,
};
use aeo_primitives::Territory;
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants of the pallet:
	///
	/// 1. a territory is covered by exactly the administration that says so, and each covers the
	///    territory that names it (the ground of I2);
	/// 2. an administration's own and offered accounts have just these roles;
	/// 3. the number of officers equals a recount (I22);
	/// 4. the seats are the own accounts of the admitted administrations;
	/// 5. only administrations that have not left validate;
	/// 6. each has an encryption key;
	/// 7. every account with a role can sign: it has a provider, given once;
	/// 8. proposals are numbered below the next number;
	/// 9. no outer signer is recorded.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let live: BTreeMap<Territory, Administration<T::AccountId>> = Administrations::<T>::iter()
			.filter(|(_, record)| record.state != AdministrationState::Withdrawn)
			.collect();
		Self::try_coverage(&live)?;
		Self::try_accounts(&live)?;
		let seats: BTreeSet<_> = live
			.values()
			.filter(|record| record.state == AdministrationState::Admitted)
			.map(|record| record.details.account.clone())
			.collect();
		ensure!(
			seats == *Seats::<T>::get(),
			"seats differ from the admitted ones"
		);
		ensure!(
			Validating::<T>::get()
				.iter()
				.all(|administration| live.contains_key(administration)),
			"one that left still validates"
		);
		ensure!(
			live.values()
				.all(|record| !record.details.encryption_key.is_zero()),
			"an administration has no encryption key"
		);
		let next = NextProposal::<T>::get();
		ensure!(
			Proposals::<T>::iter_values().all(|proposal| proposal.number < next)
				&& live.values().all(|record| record.admission < next),
			"a proposal has a number not given yet"
		);
		ensure!(
			!OuterSigner::<T>::exists(),
			"an outer signer outside an extrinsic"
		);
		Ok(())
	}

	fn try_coverage(
		live: &BTreeMap<Territory, Administration<T::AccountId>>,
	) -> Result<(), TryRuntimeError> {
		let mut expected = BTreeMap::new();
		for (administration, record) in live {
			let covered = record
				.details
				.territories
				.iter()
				.chain(core::iter::once(administration));
			for territory in covered {
				let twice = expected.insert(*territory, *administration).is_some();
				ensure!(!twice, "a territory is covered twice");
			}
		}
		let stored: BTreeMap<_, _> = Coverage::<T>::iter().collect();
		ensure!(
			expected == stored,
			"coverage differs from what the administrations say"
		);
		Ok(())
	}

	fn try_accounts(
		live: &BTreeMap<Territory, Administration<T::AccountId>>,
	) -> Result<(), TryRuntimeError> {
		let mut officers = BTreeMap::<Territory, u32>::new();
		let mut own = BTreeMap::new();
		let mut incoming = BTreeMap::new();
		for account in Accounts::<T>::iter_keys() {
			let Some((record, _)) = Self::role_of(&account) else {
				continue;
			};
			ensure!(
				Provided::<T>::contains_key(&account),
				"an account was not given a provider"
			);
			ensure!(
				frame_system::Pallet::<T>::providers(&account) > 0,
				"an account with a role cannot sign"
			);
			let administration = record.administration;
			match record.role {
				AccountRole::Officer(_) => {
					let count = officers.entry(administration).or_default();
					*count = count.saturating_add(1);
				}
				AccountRole::Own => {
					ensure!(
						own.insert(administration, account).is_none(),
						"two own accounts"
					);
				}
				AccountRole::Incoming => {
					let twice = incoming.insert(administration, account).is_some();
					ensure!(!twice, "two accounts offered");
				}
			}
		}
		for (administration, record) in live {
			ensure!(
				own.get(administration) == Some(&record.details.account),
				"the own account has another role"
			);
			ensure!(
				incoming.get(administration) == record.incoming.as_ref(),
				"the offered account has another role"
			);
			ensure!(
				officers.get(administration).copied().unwrap_or_default() == record.officers,
				"the number of officers differs from a recount"
			);
		}
		Ok(())
	}
}
