//! Who speaks for a certificate: its holder, or an officer who has the holder's paper.

use crate::{Config, Error, Pallet};
use aeo_primitives::{
	recognition::Standing, AdministrationLookup, CertificateLookup, CertificateNumber, Maker,
	Officers, Scope, Territory, TraderId, TraderLookup,
};
use aeo_support::signers::Hand;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};

/// One's certificate, and who acts for it.
pub(crate) struct Own<AccountId> {
	pub issuer: Territory,
	pub number: CertificateNumber,
	pub by: AccountId,
	/// The holder's own account, and who signed; none where an officer has the holder's paper.
	pub holder: Option<Maker<AccountId>>,
}

impl<T: Config> Pallet<T> {
	/// Returns the certificate that the signer may speak for: its holder's account, or an officer
	/// with scope `Certification` of its issuer, who has the holder's paper.
	pub(crate) fn ensure_holder(
		origin: OriginFor<T>,
		number: &str,
	) -> Result<Own<T::AccountId>, DispatchError> {
		let by = ensure_signed(origin)?;
		let number = Self::number(number)?;
		let Some(trader) = T::Traders::holder(&by) else {
			let issuer = T::Administrations::ensure_officer(&by, Scope::Certification)
				.map_err(Into::into)?;
			Self::holder_of(issuer, &number)?;
			return Ok(Own {
				issuer,
				number,
				by,
				holder: None,
			});
		};
		let found = T::Traders::trader(&trader).ok_or(Error::<T>::UnknownTrader)?;
		Self::ensure_may_act(found.administration)?;
		let holder = T::OuterSigner::hand(by.clone()).map_err(Error::<T>::from)?;
		ensure!(
			Self::holder_of(found.administration, &number)? == trader,
			Error::<T>::NotYourCertificate
		);
		Ok(Own {
			issuer: found.administration,
			number,
			by,
			holder: Some(holder),
		})
	}

	/// Returns the trader of a certificate.
	fn holder_of(issuer: Territory, number: &CertificateNumber) -> Result<TraderId, DispatchError> {
		T::Certificates::holder_of(issuer, number)
			.ok_or_else(|| Error::<T>::UnknownCertificate.into())
	}

	/// Refuses what an administration's holders and agencies do while it is quarantined, or when it
	/// has left: they wait with it.
	pub(crate) fn ensure_may_act(administration: Territory) -> DispatchResult {
		let may_act = T::Administrations::administration(administration)
			.is_some_and(|found| found.standing == Standing::Admitted);
		ensure!(may_act, Error::<T>::AdministrationNotAdmitted);
		Ok(())
	}
}
