//! Proposing, confirming and refusing decisions: four eyes (invariant I18).
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	lifecycle,
	types::{Decision, Pending, PendingDecision, Programme},
	Certificates, Config, Error, Event, Pallet, Pendings,
};
use aeo_primitives::{
	CertificateNumber, Maker, Moment, NotFourEyes, Officers, OnStandingChange, OuterSigner, Scope,
	Territory,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
	storage::{with_transaction, TransactionOutcome},
};
use frame_system::{
	ensure_signed,
	pallet_prelude::{BlockNumberFor, OriginFor},
};
use sp_runtime::traits::Saturating;

impl<T: Config> From<NotFourEyes> for Error<T> {
	fn from(why: NotFourEyes) -> Self {
		match why {
			NotFourEyes::SameOfficer => Self::SameOfficer,
			NotFourEyes::SameSigner => Self::SameSigner,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The administration for which the signer is an officer with scope `Certification`, and who
	/// acts. Outside a signed extrinsic nobody does.
	pub(crate) fn ensure_officer(
		origin: OriginFor<T>,
	) -> Result<(Territory, Maker<T::AccountId>), DispatchError> {
		let officer = ensure_signed(origin)?;
		let issuer = T::Administrations::ensure_officer(&officer, Scope::Certification)
			.map_err(Into::into)?;
		let signer = T::Administrations::outer_signer().ok_or(Error::<T>::NoSigner)?;
		Ok((issuer, Maker { officer, signer }))
	}

	pub(crate) fn ensure_own_account(origin: OriginFor<T>) -> Result<Territory, DispatchError> {
		T::Administrations::ensure_own_account(&ensure_signed(origin)?).map_err(Into::into)
	}

	/// Whether a decision about a certificate of `programme` takes a maker and a checker.
	fn needs_second(
		issuer: Territory,
		number: &CertificateNumber,
		decision: &Decision,
		programme: &Programme,
	) -> Result<bool, DispatchError> {
		if !programme.four_eyes {
			return Ok(false);
		}
		match decision {
			Decision::Rectify {
				roles,
				valid_from,
				valid_until,
				..
			} => {
				let record = Self::record(issuer, number)?;
				Ok(lifecycle::widens(
					record.roles,
					record.validity,
					*roles,
					*valid_from,
					*valid_until,
				))
			}
			// The holder's own request is the other pair of eyes.
			Decision::Relinquish { from, .. } => {
				let record = Self::record(issuer, number)?;
				Ok(record.asked.relinquishment != Some(*from))
			}
			Decision::Authorise { .. }
			| Decision::Renew { .. }
			| Decision::RefuseRenewal { .. }
			| Decision::RefuseApplication { .. }
			| Decision::Overturn { .. }
			| Decision::Revoke { .. }
			| Decision::Annul { .. } => Ok(true),
		}
	}

	/// The version of a certificate; 0 where there is none.
	fn version_now(issuer: Territory, number: &CertificateNumber) -> u32 {
		Certificates::<T>::get(issuer, number).map_or(0, |record| record.version)
	}

	/// The first block in which a decision that is proposed now can be confirmed.
	///
	/// A confirmation names a certificate and no decision. One that is signed already must not meet
	/// another decision than its signer has seen; it lives for [`Config::ConfirmationWindow`].
	fn confirmable_from(
		issuer: Territory,
		number: &CertificateNumber,
		version: u32,
		now: Moment,
	) -> Result<BlockNumberFor<T>, DispatchError> {
		let block = frame_system::Pallet::<T>::block_number();
		let window = T::ConfirmationWindow::get();
		match Pendings::<T>::get(issuer, number) {
			None => Ok(block),
			Some(Pending::Settled(at)) => Ok(block.max(at.saturating_add(window))),
			Some(Pending::Proposed(earlier)) => {
				let is_dead = earlier.is_expired(now) || earlier.is_overtaken(version);
				ensure!(is_dead, Error::<T>::DecisionPending);
				Ok(block.saturating_add(window))
			}
		}
	}

	/// Propose a decision, or take it where it needs no second officer. Gives the reads that it
	/// took to tell of it.
	pub(crate) fn do_propose(
		issuer: Territory,
		maker: Maker<T::AccountId>,
		number: CertificateNumber,
		decision: Decision,
	) -> Result<u32, DispatchError> {
		let clock = Self::clock(issuer);
		let programme = Self::programme_about(issuer, &number, &decision)?;
		// What is proposed, and confirmed, has its last day.
		let decision = Self::with_last_day(issuer, &number, decision, &programme)?;
		if !Self::needs_second(issuer, &number, &decision, &programme)? {
			let change = Self::decide(issuer, &number, &decision, maker.officer, clock)?;
			return Ok(T::OnStandingChange::on_change(issuer, &[change]));
		}
		let version = Self::version_now(issuer, &number);
		let confirmable_from = Self::confirmable_from(issuer, &number, version, clock.now)?;
		// The maker hears what the checker would have to hear.
		with_transaction(|| {
			let result = Self::decide(issuer, &number, &decision, maker.officer.clone(), clock);
			TransactionOutcome::Rollback(result)
		})?;
		let expires = Self::expiry(clock.now, programme.decision_days)?;
		Self::deposit_event(Event::DecisionProposed {
			issuer,
			number: number.clone(),
			decision: decision.clone(),
			by: maker.officer.clone(),
			expires,
		});
		let pending = PendingDecision {
			decision,
			maker,
			version,
			expires,
			confirmable_from,
			place: Self::enlist(issuer, &number)?,
		};
		Pendings::<T>::insert(issuer, number, Pending::Proposed(pending));
		Ok(0)
	}

	/// Take the decision that is pending. Gives the reads that it took to tell of it.
	pub(crate) fn do_confirm(
		issuer: Territory,
		checker: Maker<T::AccountId>,
		number: CertificateNumber,
	) -> Result<u32, DispatchError> {
		let pending = Self::proposed(issuer, &number)?;
		let clock = Self::clock(issuer);
		ensure!(!pending.is_expired(clock.now), Error::<T>::ProposalExpired);
		pending
			.maker
			.ensure_other(&checker.officer, &checker.signer)
			.map_err(Error::<T>::from)?;
		ensure!(
			!pending.is_overtaken(Self::version_now(issuer, &number)),
			Error::<T>::ChangedMeanwhile
		);
		ensure!(
			frame_system::Pallet::<T>::block_number() >= pending.confirmable_from,
			Error::<T>::TooSoon
		);
		let change = Self::decide(issuer, &number, &pending.decision, checker.officer, clock)?;
		Self::settle(issuer, &number, pending.place)?;
		Ok(T::OnStandingChange::on_change(issuer, &[change]))
	}

	pub(crate) fn do_refuse(
		issuer: Territory,
		officer: Maker<T::AccountId>,
		number: CertificateNumber,
	) -> DispatchResult {
		let pending = Self::proposed(issuer, &number)?;
		Self::settle(issuer, &number, pending.place)?;
		Self::deposit_event(Event::DecisionRefused {
			issuer,
			number,
			by: officer.officer,
		});
		Ok(())
	}

	fn proposed(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<PendingDecision<T::AccountId, BlockNumberFor<T>>, DispatchError> {
		match Pendings::<T>::get(issuer, number) {
			Some(Pending::Proposed(pending)) => Ok(pending),
			Some(Pending::Settled(_)) | None => Err(Error::<T>::NothingPending.into()),
		}
	}

	fn settle(issuer: Territory, number: &CertificateNumber, place: u32) -> DispatchResult {
		let now = frame_system::Pallet::<T>::block_number();
		Pendings::<T>::insert(issuer, number, Pending::Settled(now));
		Self::delist(issuer, place)
	}
}
