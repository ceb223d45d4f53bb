//! Confirming a reinstatement that was proposed.

use crate::{weights::WeightInfo, Config, Error, Pallet, Proposals};
use aeo_primitives::{CertificateLookup, CertificateNumber, Scope, Territory, Written};
use aeo_support::{
	clock::BlockTime,
	signers::{Hand, Signers},
};
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	pallet_prelude::{DispatchError, Weight},
};

impl<T: Config> Pallet<T> {
	/// Confirms the proposal that waits, and returns what it weighed, also where it is refused.
	pub(crate) fn do_confirm_reinstatement(
		issuer: Territory,
		officer: T::AccountId,
		number: &Written,
		proposal: u32,
	) -> DispatchResultWithPostInfo {
		let call = T::WeightInfo::confirm_reinstatement();
		let told = Self::number(number)
			.and_then(|number| Self::confirm(issuer, officer, number, proposal))
			.map_err(|refusal| refusal.with_weight(call))?;
		Ok(Some(Self::reinstating(call, told)).into())
	}

	/// Takes the decision that waits, and returns what telling of it weighed.
	fn confirm(
		issuer: Territory,
		officer: T::AccountId,
		number: CertificateNumber,
		proposal: u32,
	) -> Result<Weight, DispatchError> {
		let checker = T::OuterSigner::hand(officer).map_err(Error::<T>::from)?;
		let waiting = Self::waiting(issuer, &number, proposal)?;
		let version = T::Certificates::version(issuer, &number).unwrap_or_default();
		let (reinstatement, hands) = waiting
			.confirm(checker, T::Time::moment(), version, |maker| {
				T::Administrations::is_officer_of(issuer, maker, Scope::Suspension)
			})
			.map_err(Error::<T>::from)?;
		Proposals::<T>::remove(issuer, &number);
		Self::do_reinstate(issuer, number, reinstatement, hands)
	}
}
