//! Reinstating certificates (T5): two officers where the programme asks for four eyes.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Reinstatement, Waiting},
	weights::WeightInfo,
	Config, Error, Event, Pallet, ProposalCount, Proposals,
};
use aeo_primitives::{
	CertificateLookup, CertificateNumber, CertificateSuspension, Decided, Ground, Hands, Maker,
	Officers, OnStandingChange, OuterSigner, Reinstatable, Scope, Territory,
};
use aeo_support::proposals::{self, NotConfirmable, Proposal};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get, Weight},
};
use sp_runtime::ArithmeticError;

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
	/// The weight of a reinstatement that is decided on, where it takes so many reads until
	/// everybody has heard of it.
	pub(crate) fn reinstating(call: Weight, reads: u32) -> Weight {
		call.saturating_add(T::WeightInfo::reinstate())
			.saturating_add(T::DbWeight::get().reads(u64::from(reads)))
	}

	/// The most that a call can weigh which may decide on a reinstatement.
	pub(crate) fn reinstating_most(call: Weight) -> Weight {
		Self::reinstating(call, T::OnStandingChange::max_reads(1))
	}

	/// The officer with the account that signed.
	pub(crate) fn hand(officer: T::AccountId) -> Result<Maker<T::AccountId>, DispatchError> {
		let signer = T::Administrations::outer_signer().ok_or(Error::<T>::NotASignedTransaction)?;
		Ok(Maker { officer, signer })
	}

	/// Proposes a reinstatement, or decides on it where one officer is enough; then it gives the
	/// reads until everybody has heard of it.
	pub(crate) fn do_propose(
		issuer: Territory,
		officer: T::AccountId,
		number: CertificateNumber,
		reinstatement: Reinstatement,
	) -> Result<Option<u32>, DispatchError> {
		Self::ensure_document(reinstatement.document)?;
		let Reinstatable {
			version,
			four_eyes,
			expires,
			holder_asked,
		} = T::Certificates::reinstatable(issuer, &number, reinstatement.scope).map_err(Into::into)?;
		ensure!(
			reinstatement.ground != Ground::HoldersRequest || holder_asked,
			Error::<T>::HolderHasNotAsked
		);
		if !four_eyes {
			let hands = Hands::one(officer);
			return Self::do_reinstate(issuer, number, reinstatement, hands).map(Some);
		}
		let maker = Self::hand(officer)?;
		if let Some(earlier) = Proposals::<T>::get(issuer, &number) {
			let is_dead = earlier.is_expired(Self::now()) || earlier.version != version;
			ensure!(is_dead, Error::<T>::ReinstatementProposedAlready);
		}
		let proposal = proposals::next(ProposalCount::<T>::get(issuer))
			.ok_or(DispatchError::Arithmetic(ArithmeticError::Overflow))?;
		ProposalCount::<T>::insert(issuer, proposal);
		let waiting = Proposal {
			number: proposal,
			content: reinstatement,
			maker: maker.clone(),
			version,
			expires,
		};
		Proposals::<T>::insert(issuer, &number, waiting);
		let Reinstatement {
			scope,
			ground,
			document,
		} = reinstatement;
		Self::deposit_event(Event::ReinstatementProposed {
			issuer,
			number,
			proposal,
			scope,
			by: maker.officer,
			ground,
			document,
			expires,
		});
		Ok(None)
	}

	/// The proposal for a certificate that waits under this number.
	fn waiting(
		issuer: Territory,
		number: &CertificateNumber,
		proposal: u32,
	) -> Result<Waiting<T::AccountId>, DispatchError> {
		proposals::named(Proposals::<T>::get(issuer, number), proposal)
			.map_err(|why| Error::<T>::from(why).into())
	}

	/// Whether a maker is still an officer who may reinstate for `issuer`.
	fn is_officer(issuer: Territory, maker: &T::AccountId) -> bool {
		T::Administrations::ensure_officer(maker, Scope::Suspension)
			.is_ok_and(|administration| administration == issuer)
	}

	/// Takes the decision that waits. Gives the reads until everybody has heard of it.
	pub(crate) fn do_confirm(
		issuer: Territory,
		officer: T::AccountId,
		number: CertificateNumber,
		proposal: u32,
	) -> Result<u32, DispatchError> {
		let checker = Self::hand(officer)?;
		let waiting = Self::waiting(issuer, &number, proposal)?;
		let version = T::Certificates::version(issuer, &number).unwrap_or_default();
		let (reinstatement, hands) = waiting
			.confirm(checker, Self::now(), version, |maker| {
				Self::is_officer(issuer, maker)
			})
			.map_err(Error::<T>::from)?;
		Proposals::<T>::remove(issuer, &number);
		Self::do_reinstate(issuer, number, reinstatement, hands)
	}

	fn do_reinstate(
		issuer: Territory,
		number: CertificateNumber,
		reinstatement: Reinstatement,
		hands: Hands<T::AccountId>,
	) -> Result<u32, DispatchError> {
		let Reinstatement {
			scope,
			ground,
			document,
		} = reinstatement;
		let decided = Decided {
			by: hands.clone(),
			ground,
			document,
		};
		let change =
			T::Certificates::reinstate(issuer, &number, scope, decided).map_err(Into::into)?;
		let reads = T::OnStandingChange::on_change(issuer, &[change]);
		Self::deposit_event(Event::Reinstated {
			issuer,
			number,
			scope,
			by: hands,
		});
		Ok(reads)
	}

	pub(crate) fn do_refuse(
		issuer: Territory,
		by: T::AccountId,
		number: CertificateNumber,
		proposal: u32,
	) -> DispatchResult {
		let maker = Self::waiting(issuer, &number, proposal)?.maker.officer;
		Proposals::<T>::remove(issuer, &number);
		Self::deposit_event(Event::ReinstatementRefused {
			issuer,
			number,
			proposal,
			maker,
			by,
		});
		Ok(())
	}
}
