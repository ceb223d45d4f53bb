//! Reinstating certificates (T5): two officers where the programme asks for four eyes.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Proposal, Reinstatement},
	weights::WeightInfo,
	Config, Error, Event, Pallet, Proposals,
};
use aeo_primitives::{
	CertificateLookup, CertificateNumber, CertificateSuspension, Decided, Ground, Maker,
	NotFourEyes, OuterSigner, SuspensionScope, Territory,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get, Weight},
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_core::H256;
use sp_runtime::{traits::CheckedAdd, ArithmeticError};

impl<T: Config> Pallet<T> {
	/// The weight of a reinstatement that is decided on, where it takes so many reads until
	/// everybody has heard of it.
	pub(crate) fn reinstating(call: Weight, reads: u32) -> Weight {
		call.saturating_add(T::WeightInfo::reinstate())
			.saturating_add(T::DbWeight::get().reads(u64::from(reads)))
	}

	/// Proposes a reinstatement, or decides on it where one officer is enough; then it gives the
	/// reads until everybody has heard of it.
	pub(crate) fn do_propose(
		issuer: Territory,
		officer: T::AccountId,
		number: CertificateNumber,
		scope: SuspensionScope,
		ground: Ground,
		document: H256,
	) -> Result<Option<u32>, DispatchError> {
		Self::ensure_document(document)?;
		let (version, four_eyes) =
			T::Certificates::reinstatable(issuer, &number, scope).map_err(Into::into)?;
		if !four_eyes {
			let decided = Decided {
				by: officer,
				ground,
				document,
			};
			return Self::do_reinstate(issuer, number, scope, decided, None).map(Some);
		}
		let signer = T::Administrations::outer_signer().ok_or(Error::<T>::SignerMissing)?;
		let confirmable_from = Self::confirmable_from(issuer, &number, version)?;
		let expires = Self::now()
			.checked_add(T::DecisionTimeOut::get())
			.ok_or(ArithmeticError::Overflow)?;
		let reinstatement = Reinstatement {
			scope,
			ground,
			document,
			maker: Maker {
				officer: officer.clone(),
				signer,
			},
			version,
			expires,
			confirmable_from,
		};
		Proposals::<T>::insert(issuer, &number, Proposal::Open(reinstatement));
		Self::deposit_event(Event::ReinstatementProposed {
			issuer,
			number,
			scope,
			by: officer,
			ground,
			document,
			expires,
		});
		Ok(None)
	}

	/// The first block in which a proposal that is made now can be confirmed.
	///
	/// A confirmation names a certificate and no proposal. One that is signed already must not hit
	/// another proposal than its signer has seen; it lives for [`Config::ConfirmationWindow`].
	fn confirmable_from(
		issuer: Territory,
		number: &CertificateNumber,
		version: u32,
	) -> Result<BlockNumberFor<T>, DispatchError> {
		let block = frame_system::Pallet::<T>::block_number();
		match Proposals::<T>::get(issuer, number) {
			None => Ok(block),
			Some(Proposal::Settled { block: settled }) => {
				Ok(block.max(Self::window_after(settled)?))
			}
			Some(Proposal::Open(earlier)) => {
				let is_dead = Self::now() > earlier.expires || earlier.version != version;
				ensure!(is_dead, Error::<T>::ProposalOpen);
				Self::window_after(block)
			}
		}
	}

	fn window_after(block: BlockNumberFor<T>) -> Result<BlockNumberFor<T>, DispatchError> {
		block
			.checked_add(&T::ConfirmationWindow::get())
			.ok_or_else(|| ArithmeticError::Overflow.into())
	}

	/// The proposal that waits for a second officer.
	fn open(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<Reinstatement<T::AccountId, BlockNumberFor<T>>, DispatchError> {
		match Proposals::<T>::get(issuer, number) {
			Some(Proposal::Open(reinstatement)) => Ok(reinstatement),
			Some(Proposal::Settled { .. }) | None => Err(Error::<T>::NoProposal.into()),
		}
	}

	pub(crate) fn do_confirm(
		issuer: Territory,
		officer: T::AccountId,
		number: CertificateNumber,
	) -> Result<u32, DispatchError> {
		let signer = T::Administrations::outer_signer().ok_or(Error::<T>::SignerMissing)?;
		let proposed = Self::open(issuer, &number)?;
		proposed
			.maker
			.ensure_other(&officer, &signer)
			.map_err(|refusal| match refusal {
				NotFourEyes::SameOfficer => Error::<T>::SameOfficer,
				NotFourEyes::SameSigner => Error::<T>::SameSigner,
			})?;
		ensure!(Self::now() <= proposed.expires, Error::<T>::ProposalExpired);
		ensure!(
			T::Certificates::version(issuer, &number) == Some(proposed.version),
			Error::<T>::ChangedMeanwhile
		);
		ensure!(
			frame_system::Pallet::<T>::block_number() >= proposed.confirmable_from,
			Error::<T>::TooSoon
		);
		Self::settle(issuer, &number);
		let decided = Decided {
			by: officer,
			ground: proposed.ground,
			document: proposed.document,
		};
		let proposed_by = Some(proposed.maker.officer);
		Self::do_reinstate(issuer, number, proposed.scope, decided, proposed_by)
	}

	fn do_reinstate(
		issuer: Territory,
		number: CertificateNumber,
		scope: SuspensionScope,
		decided: Decided<T::AccountId>,
		proposed_by: Option<T::AccountId>,
	) -> Result<u32, DispatchError> {
		let by = decided.by.clone();
		let reads =
			T::Certificates::reinstate(issuer, &number, scope, decided).map_err(Into::into)?;
		Self::deposit_event(Event::Reinstated {
			issuer,
			number,
			scope,
			proposed_by,
			by,
		});
		Ok(reads)
	}

	pub(crate) fn do_refuse(
		issuer: Territory,
		by: T::AccountId,
		number: CertificateNumber,
	) -> DispatchResult {
		Self::open(issuer, &number)?;
		Self::settle(issuer, &number);
		Self::deposit_event(Event::ReinstatementRefused { issuer, number, by });
		Ok(())
	}

	fn settle(issuer: Territory, number: &CertificateNumber) {
		let block = frame_system::Pallet::<T>::block_number();
		Proposals::<T>::insert(issuer, number, Proposal::Settled { block });
	}
}
