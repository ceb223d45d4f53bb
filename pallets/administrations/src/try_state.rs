//! What must hold between any two blocks.

use crate::{
	rules::standing::facts,
	types::{Administration, AdministrationState, InsideKind, Quarantine},
	Accounts, Administrations, AuthorisedUpgrade, Config, Counting, Coverage, CredentialIssuers,
	Equivocations, NextProposal, Pallet, Proposals, ProposalsOf, Provided, Seats, Validating,
};
use aeo_primitives::{did_web, Territory};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, pallet_prelude::Get};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of the pallet:
	///
	/// 1. a territory is covered by exactly the administration that says so, and each covers the
	///    territory that names it (the ground of I2);
	/// 2. an administration's own and offered accounts have just these roles;
	/// 3. the number of officers equals a recount (I22);
	/// 4. every admitted administration has a seat, and nobody else but those in a quarantine of their
	///    own that kept it; there are never fewer seats than the council needs (I29);
	/// 5. only administrations that have not left validate;
	/// 6. each has an encryption key;
	/// 7. every account with a role can sign: it has a provider, given once;
	/// 8. proposals are numbered below the next number, under their own number, and each is counted
	///    once, for its proposer;
	/// 9. the system pallet takes the runtime that the council authorised and that is open, and none
	///    besides;
	/// 10. the one value of those whose word counts says what each record says;
	/// 11. equivocations are noted of administrations that were admitted once, and counted from 1;
	/// 12. who issues credentials has not left, and does so by an identifier and keys in normal form.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let live: BTreeMap<Territory, Administration<T::AccountId>> = Administrations::<T>::iter()
			.filter(|(_, record)| record.state != AdministrationState::Withdrawn)
			.collect();
		Self::try_coverage(&live)?;
		Self::try_accounts(&live)?;
		Self::try_seats(&live)?;
		Self::try_proposals()?;
		Self::try_upgrade()?;
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
			live.values().all(|record| record.admission < next),
			"an admission has a number not given yet"
		);
		let counting: BTreeMap<_, _> = live
			.iter()
			.map(|(territory, record)| (*territory, facts(*territory, record)))
			.filter(|(_, facts)| facts.counts())
			.collect();
		ensure!(
			counting == *Counting::<T>::get(),
			"those whose word counts differ from what the administrations say"
		);
		Self::try_equivocations()?;
		for (administration, issuer) in CredentialIssuers::<T>::iter() {
			let kept = issuer.previous.iter().map(|previous| previous.key);
			ensure!(
				live.contains_key(&administration)
					&& did_web(&issuer.did) == Ok(issuer.did.clone())
					&& kept.chain([issuer.key]).all(|key| key.is_well_formed()),
				"credentials are issued by one that left, or by what is no identifier or key"
			);
		}
		Ok(())
	}

	fn try_seats(
		live: &BTreeMap<Territory, Administration<T::AccountId>>,
	) -> Result<(), TryRuntimeError> {
		let of = |is_meant: fn(&AdministrationState) -> bool| -> BTreeSet<_> {
			live.values()
				.filter(|record| is_meant(&record.state))
				.map(|record| record.details.account.clone())
				.collect()
		};
		let must = of(|state| *state == AdministrationState::Admitted);
		let may = of(|state| {
			use AdministrationState::{Admitted, Quarantined};
			matches!(state, Admitted | Quarantined(Quarantine::Own(_)))
		});
		let seats = Seats::<T>::get();
		ensure!(
			seats.is_superset(&must) && seats.is_subset(&may),
			"seats differ from those who may have one"
		);
		let enough = usize::try_from(T::MinimumSeats::get()).unwrap_or(usize::MAX);
		ensure!(
			seats.is_empty() || seats.len() >= enough,
			"the council is too small to decide"
		);
		Ok(())
	}

	fn try_proposals() -> Result<(), TryRuntimeError> {
		let next = NextProposal::<T>::get();
		let mut of_proposers = BTreeMap::<Territory, BTreeSet<(Territory, u32)>>::new();
		for (territory, number, proposal) in Proposals::<T>::iter() {
			ensure!(
				number == proposal.number && number < next,
				"a proposal has a number that it was not given"
			);
			of_proposers
				.entry(proposal.proposer)
				.or_default()
				.insert((territory, number));
		}
		let counted: BTreeMap<_, _> = ProposalsOf::<T>::iter()
			.map(|(proposer, proposals)| (proposer, proposals.into_iter().collect()))
			.collect();
		ensure!(
			of_proposers == counted,
			"proposals differ from what their proposers are said to have proposed"
		);
		Ok(())
	}

	fn try_upgrade() -> Result<(), TryRuntimeError> {
		let is_expected = match AuthorisedUpgrade::<T>::get() {
			Some(authorised) => authorised.from < authorised.until,
			None => frame_system::Pallet::<T>::authorized_upgrade().is_none(),
		};
		ensure!(
			is_expected,
			"a runtime can be applied that the council has not authorised"
		);
		Ok(())
	}

	fn try_equivocations() -> Result<(), TryRuntimeError> {
		for (administration, mark) in Equivocations::<T>::iter() {
			ensure!(
				Administrations::<T>::contains_key(administration) && mark.count > 0,
				"an equivocation of nobody, or none"
			);
		}
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
			let Some((record, _)) = Self::account_of(&account) else {
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
			match record.kind {
				InsideKind::Officer(_) => {
					let count = officers.entry(administration).or_default();
					*count = count.saturating_add(1);
				}
				InsideKind::Own => {
					ensure!(
						own.insert(administration, account).is_none(),
						"two own accounts"
					);
				}
				InsideKind::Incoming => {
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
