//! Applying for a certificate with the holder's own account (T1).

use super::applications::requested;
use crate::{Config, Error, Pallet};
use aeo_primitives::{
	recognition::TraderState, ApplicationRegister, Role, TraderLookup, WrittenSet, WrittenType,
};
use aeo_support::refusals::ensure_document;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, Weight},
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Enters the signer's application under the number that the register gives. Returns
	/// what telling of it weighed.
	pub(crate) fn do_apply(
		by: T::AccountId,
		certificate_type: WrittenType,
		roles: WrittenSet<Role>,
		document: H256,
	) -> Result<Weight, DispatchError> {
		let trader = T::Traders::holder(&by).ok_or(Error::<T>::NotAHolder)?;
		let found = T::Traders::trader(&trader).ok_or(Error::<T>::UnknownTrader)?;
		ensure!(
			found.state == TraderState::Active,
			Error::<T>::TraderNotActive
		);
		let issuer = found.administration;
		Self::ensure_may_act(issuer)?;
		let certificate_type = Self::certificate_type(certificate_type)?;
		let roles = Self::roles(roles)?;
		ensure_document::<Error<T>>(document)?;
		let decided = requested(by, document);
		let change = T::Certificates::apply(issuer, trader, certificate_type, roles, decided)
			.map_err(Into::into)?;
		Ok(Self::tell(issuer, change))
	}
}
