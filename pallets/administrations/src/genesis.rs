//! The administrations of the first block.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::Candidate, BlocksPerSession, Config, GenesisConfig, MinimumValidators, NextProposal,
	Pallet, Seats, Validating,
};
use aeo_primitives::{Scope, Territory};
use alloc::vec::Vec;
use frame_support::traits::{Get, InitializeMembers};
use sp_core::H256;

/// An administration that is admitted from the start.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisAdministration<AccountId> {
	/// The territory that names it.
	pub territory: Territory,
	/// Territories covered besides.
	pub territories: Vec<Territory>,
	/// Minutes east of Greenwich, −720 to 840.
	pub utc_offset: i16,
	/// Its own account.
	pub account: AccountId,
	/// X25519 public key.
	pub encryption_key: H256,
	/// blake2-256 of the instrument that binds its account.
	pub instrument: Option<H256>,
	/// Officers with their scopes.
	pub officers: Vec<(AccountId, Vec<Scope>)>,
	/// Whether it validates; its session keys are given to the session pallet.
	pub validating: bool,
}

/// Builds the genesis. One with a council too small to decide is refused here; an empty one is
/// refused where the validators are asked for, in `new_session_genesis`: a runtime's default
/// genesis must build.
///
/// # Panics
///
/// With a sentence, when the configuration contradicts itself: there is no chain to start then.
pub(crate) fn build<T: Config>(config: &GenesisConfig<T>) {
	BlocksPerSession::<T>::put(config.blocks_per_session);
	MinimumValidators::<T>::put(config.minimum_validators);
	let founders = u32::try_from(config.administrations.len()).unwrap_or(u32::MAX);
	assert!(
		founders == 0 || founders >= T::MinimumSeats::get(),
		"the genesis names {founders} administrations, and a council of fewer than {} can't decide \
		 anything: add some to `administrations.administrations`",
		T::MinimumSeats::get(),
	);
	let mut seats = Vec::new();
	for (number, administration) in (0..).zip(&config.administrations) {
		admit::<T>(number, administration).unwrap_or_else(|why| {
			panic!(
				"administration {:?} of the genesis: {why:?}",
				administration.territory
			)
		});
		seats.push(administration.account.clone());
		NextProposal::<T>::put(number.saturating_add(1));
	}
	T::Council::initialize_members(&seats);
}

/// Admits one administration of the genesis.
fn admit<T: Config>(
	number: u32,
	administration: &GenesisAdministration<T::AccountId>,
) -> frame_support::pallet_prelude::DispatchResult {
	let GenesisAdministration {
		territory, account, ..
	} = administration;
	let candidate = Candidate {
		account: account.clone(),
		encryption_key: administration.encryption_key,
		instrument: administration.instrument,
		territories: Pallet::<T>::further_territories(
			*territory,
			administration.territories.iter().copied(),
		)?,
		utc_offset: administration
			.utc_offset
			.try_into()
			.map_err(|_| crate::Error::<T>::UtcOffsetOutOfRange)?,
	};
	Pallet::<T>::ensure_admissible(*territory, &candidate)?;
	Pallet::<T>::ensure_free(account)?;
	Pallet::<T>::enter(*territory, number, candidate)?;
	Seats::<T>::try_mutate(|seats| seats.try_insert(account.clone()))
		.map_err(|_| crate::Error::<T>::TooManyAdministrations)?;
	if administration.validating {
		Validating::<T>::try_mutate(|validating| validating.try_insert(*territory))
			.map_err(|_| crate::Error::<T>::TooManyValidators)?;
	}
	for (officer, scopes) in &administration.officers {
		let record = Pallet::<T>::live(*territory)?;
		Pallet::<T>::do_appoint(
			*territory,
			record,
			officer.clone(),
			Pallet::<T>::scopes(&scopes.clone().into())?,
		)?;
	}
	Ok(())
}
