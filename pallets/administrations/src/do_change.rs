//! What the calls do, once their origin is known.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	roles::facts,
	types::{
		AccountRecord, AccountRole, Administration, AdministrationState, Candidate,
		FurtherTerritories, KeyVersions, Proposal, Scopes, Settings, Signatories,
	},
	Accounts, Administrations, Config, Counting, Coverage, Error, Event, MinimumValidators,
	NextProposal, Pallet, Proposals, ProposalsOf, Seats, Validating,
};
use aeo_primitives::{
	AccountRoles, Moment, OffsetError, OutsideRoles, Scope, Territory, UnaskedRoles, UtcOffset,
	Written, WrittenSet,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
	traits::{ChangeMembers, UnixTime},
	BoundedVec,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::ArithmeticError;

/// An account's record together with the administration for which it acts.
type RoleAndAdministration<T> = (
	AccountRecord,
	Administration<<T as frame_system::Config>::AccountId>,
);

impl<T: Config> Pallet<T> {
	/// The role of an account, unless its administration left or was admitted anew since.
	pub fn role_of(account: &T::AccountId) -> Option<RoleAndAdministration<T>> {
		let account = Accounts::<T>::get(account)?;
		let administration = Self::live(account.administration).ok()?;
		(account.admission == administration.admission).then_some((account, administration))
	}

	/// The signer's administration, when the signer is its own account.
	pub(crate) fn ensure_own(
		origin: OriginFor<T>,
	) -> Result<(Territory, Administration<T::AccountId>), DispatchError> {
		let signer = ensure_signed(origin)?;
		let (account, administration) =
			Self::role_of(&signer).ok_or(Error::<T>::SignerNotOwnAccount)?;
		ensure!(
			account.role == AccountRole::Own,
			Error::<T>::SignerNotOwnAccount
		);
		Ok((account.administration, administration))
	}

	/// As [`Self::ensure_own`], and the administration is not quarantined.
	pub(crate) fn ensure_admitted(
		origin: OriginFor<T>,
	) -> Result<(Territory, Administration<T::AccountId>), DispatchError> {
		let (territory, administration) = Self::ensure_own(origin)?;
		ensure!(
			administration.state == AdministrationState::Admitted,
			Error::<T>::AdministrationQuarantined
		);
		Ok((territory, administration))
	}

	/// An administration that was admitted and has not left.
	pub(crate) fn live(
		administration: Territory,
	) -> Result<Administration<T::AccountId>, DispatchError> {
		Administrations::<T>::get(administration)
			.filter(|record| record.state != AdministrationState::Withdrawn)
			.ok_or(Error::<T>::UnknownAdministration.into())
	}

	pub(crate) fn now() -> Result<Moment, DispatchError> {
		u64::try_from(T::Time::now().as_millis()).map_err(|_| ArithmeticError::Overflow.into())
	}

	pub(crate) fn next(number: u32) -> Result<u32, DispatchError> {
		number
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow.into())
	}

	/// There are no more scopes than a set of them can have.
	pub(crate) fn scopes(scopes: &WrittenSet<Scope>) -> Result<Scopes, DispatchError> {
		scopes
			.members()
			.map_err(|_| ArithmeticError::Overflow.into())
	}

	pub(crate) fn utc_offset(written: &Written) -> Result<UtcOffset, DispatchError> {
		ensure!(!written.trim().is_empty(), Error::<T>::UtcOffsetMissing);
		written.read().map_err(|why| match why {
			OffsetError::NotUnderstood => Error::<T>::UtcOffsetNotUnderstood.into(),
			OffsetError::OutOfRange => Error::<T>::UtcOffsetOutOfRange.into(),
		})
	}

	pub(crate) fn further_territories(
		territory: Territory,
		others: impl IntoIterator<Item = Territory>,
	) -> Result<FurtherTerritories, DispatchError> {
		let mut set = FurtherTerritories::new();
		for other in others.into_iter().filter(|other| *other != territory) {
			set.try_insert(other)
				.map_err(|_| Error::<T>::TooManyTerritories)?;
		}
		Ok(set)
	}

	pub(crate) fn ensure_free(account: &T::AccountId) -> DispatchResult {
		let in_use = Self::role_of(account).is_some() || T::OutsideRoles::has_outside_role(account);
		ensure!(!in_use, Error::<T>::AccountHasARole);
		Ok(())
	}

	/// The account can be admitted: it has no role that it consented to. An own account was admitted
	/// or has accepted, a holder's account has accepted. Officers, offered accounts and agencies were
	/// not asked: if that counted, any member could keep a candidate out by appointing it.
	fn ensure_unbound(account: &T::AccountId) -> DispatchResult {
		let is_own =
			Self::role_of(account).is_some_and(|(account, _)| account.role == AccountRole::Own);
		let is_holder = T::OutsideRoles::has_outside_role(account)
			&& !T::UnaskedRoles::has_unasked_role(account);
		ensure!(!is_own && !is_holder, Error::<T>::AccountHasARole);
		Ok(())
	}

	/// Take from the account what roles it was given without being asked.
	fn unbind(account: &T::AccountId) -> DispatchResult {
		Self::ensure_unbound(account)?;
		T::UnaskedRoles::take_unasked_role(account);
		match Self::role_of(account) {
			Some((role, record)) if role.role == AccountRole::Incoming => {
				Self::do_decline(role.administration, record, account.clone())
			}
			Some((role, record)) => Self::do_dismiss(role.administration, record, account.clone()),
			None => Ok(()),
		}
	}

	pub(crate) fn ensure_admissible(
		territory: Territory,
		candidate: &Candidate<T::AccountId>,
	) -> DispatchResult {
		let covered = core::iter::once(&territory)
			.chain(candidate.territories.iter())
			.any(Coverage::<T>::contains_key);
		ensure!(!covered, Error::<T>::TerritoryCovered);
		ensure!(
			!candidate.encryption_key.is_zero(),
			Error::<T>::EncryptionKeyMissing
		);
		ensure!(
			candidate
				.instrument
				.is_none_or(|document| !document.is_zero()),
			Error::<T>::DocumentMissing
		);
		Self::ensure_unbound(&candidate.account)
	}

	/// Whether there are more seats than the council needs.
	fn can_spare_a_seat(seats: usize) -> bool {
		seats > usize::try_from(T::MinimumSeats::get()).unwrap_or(usize::MAX)
	}

	/// The council keeps enough seats when it takes the one of this administration.
	pub(crate) fn ensure_seats_without(record: &Administration<T::AccountId>) -> DispatchResult {
		let seats = Seats::<T>::get();
		let has_one = seats.contains(&record.details.account);
		ensure!(
			!has_one || Self::can_spare_a_seat(seats.len()),
			Error::<T>::CouncilWouldBeTooSmall
		);
		Ok(())
	}

	pub(crate) fn do_propose(
		territory: Territory,
		proposer: Territory,
		candidate: Candidate<T::AccountId>,
		signatories: &WrittenSet<T::AccountId>,
	) -> DispatchResult {
		Self::ensure_admissible(territory, &candidate)?;
		let signatories = Self::signatories(&candidate.account, signatories)?;
		let now = Self::now()?;
		let until = now
			.checked_add(T::ProposalPeriod::get())
			.ok_or(ArithmeticError::Overflow)?;
		let number = NextProposal::<T>::get();
		NextProposal::<T>::put(Self::next(number)?);
		let mut standing = Self::standing_proposals(proposer, now);
		standing
			.try_push((territory, number))
			.map_err(|_| Error::<T>::TooManyProposals)?;
		ProposalsOf::<T>::insert(proposer, standing);
		let account = candidate.account.clone();
		Proposals::<T>::insert(
			territory,
			number,
			Proposal {
				number,
				proposer,
				candidate,
				signatories,
				until,
			},
		);
		Self::deposit_event(Event::Proposed {
			territory,
			proposal: number,
			proposer,
			account,
			until,
		});
		Ok(())
	}

	/// What an administration has proposed and may still be admitted. What may not is removed.
	fn standing_proposals(
		proposer: Territory,
		now: Moment,
	) -> BoundedVec<(Territory, u32), T::MaxProposals> {
		let mut proposals = ProposalsOf::<T>::get(proposer);
		proposals.retain(|(territory, number)| {
			let stands = Proposals::<T>::get(territory, number)
				.is_some_and(|proposal| now < proposal.until)
				&& !Coverage::<T>::contains_key(territory);
			if !stands {
				Proposals::<T>::remove(territory, number);
			}
			stands
		});
		proposals
	}

	pub(crate) fn remove_proposal(territory: Territory, number: u32, proposer: Territory) {
		Proposals::<T>::remove(territory, number);
		ProposalsOf::<T>::mutate_exists(proposer, |proposals| {
			if let Some(standing) = proposals {
				standing.retain(|standing| *standing != (territory, number));
				if standing.is_empty() {
					*proposals = None;
				}
			}
		});
	}

	pub(crate) fn do_admit(territory: Territory, number: u32) -> DispatchResult {
		let proposal = Proposals::<T>::get(territory, number).ok_or(Error::<T>::NoSuchProposal)?;
		ensure!(Self::now()? < proposal.until, Error::<T>::ProposalLapsed);
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
			Self::do_appoint(territory, Self::live(territory)?, signatory, Scopes::new())?;
		}
		Ok(())
	}

	/// The signers of a proposed multisig: accounts that can be admitted, and not the multisig itself.
	fn signatories(
		account: &T::AccountId,
		signatories: &WrittenSet<T::AccountId>,
	) -> Result<Signatories<T::AccountId>, DispatchError> {
		let signatories: Signatories<_> = signatories
			.members()
			.map_err(|_| Error::<T>::TooManySignatories)?;
		for signatory in &signatories {
			ensure!(signatory != account, Error::<T>::AccountHasARole);
			Self::ensure_unbound(signatory)?;
		}
		Ok(signatories)
	}

	/// Write a newly admitted administration; the seat is given by the caller.
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
				role: AccountRole::Own,
			},
		);
		// Incidents outlast a withdrawal: the pallet that keeps them still has them open. So does
		// what was used of the quota.
		let earlier = Administrations::<T>::get(territory);
		let incident_open = earlier
			.as_ref()
			.is_some_and(|earlier| earlier.incident_open);
		if let Some(earlier) = earlier {
			Self::settle_quota(territory, earlier.quota, T::InitialQuota::get());
		}
		let record = Administration {
			state: AdministrationState::Admitted,
			admission,
			details,
			key_versions: KeyVersions::default(),
			incoming: None,
			officers: 0,
			settings: Settings::default(),
			quota: T::InitialQuota::get(),
			notice: None,
			incident_open,
		};
		Self::note_standing(territory, &record)?;
		Administrations::<T>::insert(territory, record);
		Ok(())
	}

	/// Keep in one value whether the word of this administration counts, and where its clocks stand.
	fn note_standing(
		territory: Territory,
		record: &Administration<T::AccountId>,
	) -> DispatchResult {
		let facts = facts(territory, record);
		let mut counting = Counting::<T>::get();
		if facts.counts() {
			counting
				.try_insert(territory, facts)
				.map_err(|_| Error::<T>::TooManyAdministrations)?;
		} else {
			counting.remove(&territory);
		}
		Counting::<T>::put(counting);
		Ok(())
	}

	/// Change the state and all that hangs on it: the seat, and for one who leaves also
	/// validator, notice and coverage.
	pub(crate) fn change_state(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		to: AdministrationState,
		by_council: bool,
	) -> DispatchResult {
		let from = record.state;
		let account = record.details.account.clone();
		let seats = Seats::<T>::get();
		let has_seat = seats.contains(&account);
		// Nobody is kept from saying that its keys are gone, and the council stays able to decide.
		let keeps_seat = has_seat
			&& !by_council
			&& matches!(to, AdministrationState::Quarantined(_))
			&& !Self::can_spare_a_seat(seats.len());
		match (has_seat, to == AdministrationState::Admitted || keeps_seat) {
			(true, false) => Self::change_seats(None, Some(&account))?,
			(false, true) => Self::change_seats(Some(&account), None)?,
			_ => (),
		}
		if to == AdministrationState::Withdrawn {
			record.notice = None;
			Coverage::<T>::remove(administration);
			for further in &record.details.territories {
				Coverage::<T>::remove(further);
			}
			Validating::<T>::mutate(|validating| validating.remove(&administration));
		}
		record.state = to;
		Self::note_standing(administration, &record)?;
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::StateChanged {
			administration,
			from,
			to,
			by_council,
		});
		if keeps_seat {
			Self::deposit_event(Event::SeatKept { administration });
		}
		Ok(())
	}

	/// Change the council's members: at most one comes and at most one goes.
	fn change_seats(
		incoming: Option<&T::AccountId>,
		outgoing: Option<&T::AccountId>,
	) -> DispatchResult {
		let mut seats = Seats::<T>::get();
		if let Some(outgoing) = outgoing {
			seats.remove(outgoing);
		}
		if let Some(incoming) = incoming {
			seats
				.try_insert(incoming.clone())
				.map_err(|_| Error::<T>::TooManyAdministrations)?;
		}
		let sorted: Vec<_> = seats.iter().cloned().collect();
		T::Council::change_members_sorted(
			incoming.map(core::slice::from_ref).unwrap_or_default(),
			outgoing.map(core::slice::from_ref).unwrap_or_default(),
			&sorted,
		);
		Seats::<T>::put(seats);
		Ok(())
	}

	pub(crate) fn do_appoint(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		officer: T::AccountId,
		scopes: Scopes,
	) -> DispatchResult {
		let role = AccountRole::Officer(scopes.clone());
		let account = AccountRecord {
			administration,
			admission: record.admission,
			role,
		};
		match Self::role_of(&officer) {
			// an officer of this administration: other scopes
			Some((
				AccountRecord {
					administration: of,
					role: AccountRole::Officer(before),
					..
				},
				_,
			)) if of == administration => ensure!(before != scopes, Error::<T>::NothingWouldChange),
			_ => {
				Self::ensure_free(&officer)?;
				ensure!(
					record.officers < T::MaxOfficers::get(),
					Error::<T>::TooManyOfficers
				);
				record.officers = Self::next(record.officers)?;
				Administrations::<T>::insert(administration, record);
			}
		}
		Self::provide(&officer);
		Accounts::<T>::insert(&officer, account);
		Self::deposit_event(Event::OfficerAppointed {
			administration,
			officer,
			scopes,
		});
		Ok(())
	}

	pub(crate) fn do_dismiss(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		officer: T::AccountId,
	) -> DispatchResult {
		record.officers = record
			.officers
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		Accounts::<T>::remove(&officer);
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::OfficerDismissed {
			administration,
			officer,
		});
		Ok(())
	}

	pub(crate) fn do_offer(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		account: T::AccountId,
	) -> DispatchResult {
		Self::ensure_free(&account)?;
		if let Some(earlier) = record.incoming.replace(account.clone()) {
			Accounts::<T>::remove(earlier);
		}
		Self::provide(&account);
		Accounts::<T>::insert(
			&account,
			AccountRecord {
				administration,
				admission: record.admission,
				role: AccountRole::Incoming,
			},
		);
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::AccountOffered {
			administration,
			account,
		});
		Ok(())
	}

	pub(crate) fn do_decline(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		account: T::AccountId,
	) -> DispatchResult {
		record.incoming = None;
		Accounts::<T>::remove(&account);
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::AccountDeclined {
			administration,
			account,
		});
		Ok(())
	}

	pub(crate) fn do_accept(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		new: T::AccountId,
	) -> DispatchResult {
		let old = core::mem::replace(&mut record.details.account, new.clone());
		record.incoming = None;
		record.key_versions.account = Self::next(record.key_versions.account)?;
		Accounts::<T>::remove(&old);
		Accounts::<T>::insert(
			&new,
			AccountRecord {
				administration,
				admission: record.admission,
				role: AccountRole::Own,
			},
		);
		if Seats::<T>::get().contains(&old) {
			Self::change_seats(Some(&new), Some(&old))?;
		}
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::AccountRotated {
			administration,
			from: old,
			to: new,
		});
		Ok(())
	}

	pub(crate) fn do_start_validating(administration: Territory) -> DispatchResult {
		let added = Validating::<T>::try_mutate(|validating| validating.try_insert(administration))
			.map_err(|_| Error::<T>::TooManyValidators)?;
		ensure!(added, Error::<T>::NothingWouldChange);
		Self::deposit_event(Event::ValidatingChanged {
			administration,
			validating: true,
			by_council: false,
		});
		Ok(())
	}

	pub(crate) fn do_stop_validating(
		administration: Territory,
		by_council: bool,
	) -> DispatchResult {
		let mut validating = Validating::<T>::get();
		ensure!(
			validating.remove(&administration),
			Error::<T>::NothingWouldChange
		);
		let minimum = usize::try_from(MinimumValidators::<T>::get()).unwrap_or(usize::MAX);
		ensure!(
			validating.len() >= minimum,
			Error::<T>::ValidatorsWouldBeTooFew
		);
		Validating::<T>::put(validating);
		Self::deposit_event(Event::ValidatingChanged {
			administration,
			validating: false,
			by_council,
		});
		Ok(())
	}
}
