//! Entering an application that came on paper (T1).

use super::applications::requested;
use crate::{Config, Error, Pallet};
use aeo_primitives::{
	ApplicationRegister, CertificateNumber, Role, Territory, WrittenSet, WrittenTin, WrittenType,
};
use aeo_support::refusals::ensure_document;
use frame_support::pallet_prelude::{DispatchError, Weight};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Enters an application of the trader with this TIN and consent to being public, which is
	/// registered on the way. Returns what telling of it weighed.
	pub(crate) fn do_enter_application(
		issuer: Territory,
		by: T::AccountId,
		number: CertificateNumber,
		trader: (&WrittenTin, H256),
		certificate_type: WrittenType,
		roles: WrittenSet<Role>,
		document: H256,
	) -> Result<Weight, DispatchError> {
		let certificate_type = Self::certificate_type(certificate_type)?;
		let roles = Self::roles(roles)?;
		ensure_document::<Error<T>>(document)?;
		let decided = requested(by, document);
		let change =
			T::Certificates::enter(issuer, &number, trader, certificate_type, roles, decided)
				.map_err(Into::into)?;
		Ok(Self::tell(issuer, change))
	}
}
