//! `admit`: the council admits whom an administration proposed.

use crate::{
	types::{
		AccountRecord, Administration, AdministrationState, Candidate, InsideKind, KeyVersions,
		Settings,
	},
	Accounts, Administrations, Config, Coverage, Error, Event, Pallet, Proposals,
};
use aeo_primitives::{InsideAccounts, OnAdmission, Territory, UnaskedAccounts};
use aeo_support::clock::BlockTime;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_admit(territory: Territory, number: u32) -> DispatchResult {
		let proposal = Proposals::<T>::get(territory, number).ok_or(Error::<T>::UnknownProposal)?;
		ensure!(
			T::Time::moment() < proposal.until,
			Error::<T>::ProposalLapsed
		);
		Self::ensure_admissible(territory, &proposal.candidate)?;
		let account = proposal.candidate.account.clone();
		Self::remove_proposal(territory, number, proposal.proposer);
		Self::unbind(&account)?;
		for signatory in &proposal.signatories {
			Self::unbind(signatory)?;
		}
		Self::enter(territory, number, proposal.candidate)?;
		Self::change_seats(Some(&account), None)?;
		Self::deposit_event(Event::Admitted {
			administration: territory,
			proposal: number,
			account,
		});
		for signatory in proposal.signatories {
			Self::do_appoint_signatory(territory, Self::live(territory)?, signatory)?;
		}
		Ok(())
	}

	/// Takes from the account what roles it was given without being asked.
	fn unbind(account: &T::AccountId) -> DispatchResult {
		Self::ensure_unbound(account)?;
		T::UnaskedAccounts::take_unasked(account);
		match Self::account_of(account) {
			Some((entry, record)) if entry.kind == InsideKind::Incoming => {
				Self::do_decline(entry.administration, record, account.clone())
			}
			Some((entry, record)) => {
				Self::do_dismiss(entry.administration, record, account.clone())
			}
			None => Ok(()),
		}
	}

	/// Writes a newly admitted administration; the seat is given by the caller.
	pub(crate) fn enter(
		territory: Territory,
		admission: u32,
		details: Candidate<T::AccountId>,
	) -> DispatchResult {
		Coverage::<T>::insert(territory, territory);
		for further in &details.territories {
			Coverage::<T>::insert(further, territory);
		}
		Self::provide(&details.account);
		Accounts::<T>::insert(
			&details.account,
			AccountRecord {
				administration: territory,
				admission,
				kind: InsideKind::Own,
			},
		);
		// Incidents outlast a withdrawal: the pallet that keeps them still has them open.
		let incident_open =
			Administrations::<T>::get(territory).is_some_and(|earlier| earlier.incident_open);
		let record = Administration {
			state: AdministrationState::Admitted,
			admission,
			details,
			key_versions: KeyVersions::default(),
			incoming: None,
			officers: 0,
			settings: Settings::default(),
			notice: None,
			incident_open,
		};
		Self::note_standing(territory, &record)?;
		Administrations::<T>::insert(territory, record);
		T::OnAdmission::on_admission(territory);
		Ok(())
	}
}
