//! Proposing, confirming and refusing decisions: four eyes (invariant I18).
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Decision, PendingDecision, Programme},
	Askers, Certificates, Config, Error, Event, Pallet, Pendings,
};
use aeo_primitives::{
	CertificateNumber, FourEyes, Hands, Maker, Officers, OnStandingChange, OuterSigner, Scope,
	Territory, TraderLookup,
};
use aeo_support::proposals::{NotConfirmable, Proposal};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	storage::{with_transaction, TransactionOutcome},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};

impl<T: Config> From<NotConfirmable> for Error<T> {
	fn from(why: NotConfirmable) -> Self {
		match why {
			NotConfirmable::NothingPending => Self::NoSuchProposal,
			NotConfirmable::OtherProposal => Self::ProposalNumberDiffers,
			NotConfirmable::ProposalExpired => Self::ProposalLapsed,
			NotConfirmable::SameOfficer => Self::ConfirmingOfficerProposedIt,
			NotConfirmable::SameSigner => Self::ConfirmingSignerSignedTheProposal,
			NotConfirmable::MakerDismissed => Self::ProposingOfficerDismissed,
			NotConfirmable::ChangedMeanwhile => Self::ChangedSinceProposal,
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
		let signer = T::Administrations::outer_signer().ok_or(Error::<T>::NotASignedTransaction)?;
		Ok((issuer, Maker { officer, signer }))
	}

	pub(crate) fn ensure_own_account(origin: OriginFor<T>) -> Result<Territory, DispatchError> {
		T::Administrations::ensure_own_account(&ensure_signed(origin)?).map_err(Into::into)
	}

	/// Whose hands decide at once; none where a second officer has to confirm. What ends, begins,
	/// prolongs or revives takes two hands where the programme asks for four eyes (invariant I28).
	fn hands_at_once(
		issuer: Territory,
		number: &CertificateNumber,
		decision: &Decision,
		programme: &Programme,
		officer: &Maker<T::AccountId>,
	) -> Result<Option<Hands<T::AccountId>>, DispatchError> {
		if programme.four_eyes == FourEyes::NotRequired {
			return Ok(Some(Hands::one(officer.officer.clone())));
		}
		let asked_by = || Askers::<T>::get(issuer, number);
		let asker = match decision {
			Decision::Relinquish { from, .. } => {
				let asked = Self::record(issuer, number)?.asked.relinquishment;
				asked_by()
					.filter(|_| asked == Some(*from))
					.and_then(|by| by.relinquishment)
			}
			Decision::KeepInForce { .. } => asked_by().and_then(|by| by.renewal),
			Decision::Rectify { .. }
			| Decision::Authorise { .. }
			| Decision::Renew { .. }
			| Decision::RefuseRenewal { .. }
			| Decision::RefuseApplication { .. }
			| Decision::WithdrawApplication { .. }
			| Decision::Overturn { .. }
			| Decision::Revoke { .. }
			| Decision::Annul { .. } => None,
		};
		let Some(asker) = asker else {
			return Ok(None);
		};
		let trader = Self::record(issuer, number)?.trader;
		let is_hand = T::Traders::holder(&asker.officer) == Some(trader)
			&& Self::is_other_hand(&asker, officer);
		Ok(is_hand.then(|| Hands::both(asker.officer, officer.officer.clone())))
	}

	/// Whether a holder's account that asked is another hand than the officer who decides: it was
	/// linked by another one, and neither of them signed for the other.
	fn is_other_hand(asker: &Maker<T::AccountId>, officer: &Maker<T::AccountId>) -> bool {
		let is_other = |maker: &Maker<T::AccountId>| {
			maker
				.ensure_other(&officer.officer, &officer.signer)
				.is_ok()
		};
		is_other(asker)
			&& T::Traders::linked_by(&asker.officer).is_some_and(|linker| is_other(&linker))
	}

	/// The version of a certificate; 0 where there is none.
	fn version_now(issuer: Territory, number: &CertificateNumber) -> u32 {
		Certificates::<T>::get(issuer, number).map_or(0, |record| record.version)
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
		let hands = Self::hands_at_once(issuer, &number, &decision, &programme, &maker)?;
		if let Some(hands) = hands {
			let change = Self::decide(issuer, &number, &decision, hands, clock)?;
			return Ok(T::OnStandingChange::on_change(issuer, &[change]));
		}
		// The maker hears what the checker would have to hear.
		with_transaction(|| {
			let hands = Hands::one(maker.officer.clone());
			let result = Self::decide(issuer, &number, &decision, hands, clock);
			TransactionOutcome::Rollback(result)
		})?;
		let proposal = Proposal {
			number: Self::next_proposal(issuer)?,
			content: decision.clone(),
			version: Self::version_now(issuer, &number),
			expires: Self::expiry(clock.now, programme.decision_days)?,
			maker,
		};
		Self::deposit_event(Event::DecisionProposed {
			issuer,
			number: number.clone(),
			proposal: proposal.number,
			decision,
			by: proposal.maker.officer.clone(),
			expires: proposal.expires,
		});
		Self::enlist(issuer, number, proposal)?;
		Ok(0)
	}

	/// Take the decision that is pending. Gives the reads that it took to tell of it.
	pub(crate) fn do_confirm(
		issuer: Territory,
		checker: Maker<T::AccountId>,
		number: CertificateNumber,
		proposal: u32,
	) -> Result<u32, DispatchError> {
		let pending = Self::proposed(issuer, &number, proposal)?;
		let clock = Self::clock(issuer);
		Self::settle(issuer, &pending)?;
		let proposal = pending.proposal;
		let version = Self::version_now(issuer, &number);
		let version = proposal.content.present(proposal.version, version);
		let (decision, hands) = proposal
			.confirm(checker, clock.now, version, |maker| {
				Self::is_officer(issuer, maker)
			})
			.map_err(Error::<T>::from)?;
		let change = Self::decide(issuer, &number, &decision, hands, clock)?;
		Ok(T::OnStandingChange::on_change(issuer, &[change]))
	}

	/// Whether a maker is still an officer who may decide for `issuer`.
	pub(crate) fn is_officer(issuer: Territory, maker: &T::AccountId) -> bool {
		T::Administrations::ensure_officer(maker, Scope::Certification)
			.is_ok_and(|administration| administration == issuer)
	}

	pub(crate) fn do_refuse(
		issuer: Territory,
		officer: Maker<T::AccountId>,
		number: CertificateNumber,
		proposal: u32,
	) -> DispatchResult {
		let pending = Self::proposed(issuer, &number, proposal)?;
		Self::settle(issuer, &pending)?;
		Self::deposit_event(Event::DecisionRefused {
			issuer,
			number,
			proposal,
			maker: pending.proposal.maker.officer,
			by: officer.officer,
		});
		Ok(())
	}

	/// The decision about a certificate that waits under this number.
	fn proposed(
		issuer: Territory,
		number: &CertificateNumber,
		proposal: u32,
	) -> Result<PendingDecision<T::AccountId>, DispatchError> {
		let pending = Pendings::<T>::get(issuer, proposal).ok_or(Error::<T>::NoSuchProposal)?;
		ensure!(
			pending.certificate == *number,
			Error::<T>::ProposalNumberDiffers
		);
		Ok(pending)
	}
}
