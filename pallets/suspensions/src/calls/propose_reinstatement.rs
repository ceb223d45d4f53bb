//! Proposing to reinstate a certificate, or deciding on it where one officer is enough.

use crate::{
	types::Reinstatement, weights::WeightInfo, Config, Error, Event, Pallet, ProposalCount,
	Proposals,
};
use aeo_primitives::{
	CertificateNumber, CertificateSuspension, Ground, Hands, Reinstatable, Territory, Written,
};
use aeo_support::{
	clock::BlockTime,
	proposals::{self, Proposal},
	refusals::ensure_document,
	signers::Hand,
};
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
	pallet_prelude::{DispatchError, Weight},
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Proposes a reinstatement, or decides on it, and returns what it weighed, also where it is
	/// refused.
	pub(crate) fn do_propose_reinstatement(
		issuer: Territory,
		officer: T::AccountId,
		number: &Written,
		reinstatement: Reinstatement,
	) -> DispatchResultWithPostInfo {
		let call = T::WeightInfo::propose_reinstatement();
		let told = Self::number(number)
			.and_then(|number| Self::propose_or_decide(issuer, officer, number, reinstatement))
			.map_err(|refusal| refusal.with_weight(call))?;
		let weight = told.map_or(call, |told| Self::reinstating(call, told));
		Ok(Some(weight).into())
	}

	/// Proposes a reinstatement, or decides on it where one officer is enough; then it returns
	/// what telling of it weighed.
	fn propose_or_decide(
		issuer: Territory,
		officer: T::AccountId,
		number: CertificateNumber,
		reinstatement: Reinstatement,
	) -> Result<Option<Weight>, DispatchError> {
		ensure_document::<Error<T>>(reinstatement.document)?;
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
		let maker = T::OuterSigner::hand(officer).map_err(Error::<T>::from)?;
		if let Some(earlier) = Proposals::<T>::get(issuer, &number) {
			let is_dead = earlier.is_expired(T::Time::moment()) || earlier.is_overtaken(version);
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
}
