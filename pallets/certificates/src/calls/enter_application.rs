//! Entering an application that came on paper (T1).

use super::{applications::requested, certificates::Applicant};
use crate::{written::WrittenType, Config, Pallet};
use aeo_primitives::{CertificateNumber, Role, Territory, WrittenSet, WrittenTin};
use frame_support::pallet_prelude::DispatchError;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Enters an application of the trader with this TIN and consent to being public, which is
	/// registered on the way. Returns the reads that it took to tell of it.
	pub(crate) fn do_enter_application(
		issuer: Territory,
		by: T::AccountId,
		number: CertificateNumber,
		(tin, publication_consent): (&WrittenTin, H256),
		certificate_type: WrittenType,
		roles: WrittenSet<Role>,
		document: H256,
	) -> Result<u32, DispatchError> {
		let certificate_type = Self::certificate_type(certificate_type)?;
		let roles = Self::roles(roles)?;
		let applicant = Applicant::Named(tin, publication_consent);
		let decided = requested(by, document);
		Self::enter(issuer, number, applicant, certificate_type, roles, decided)
	}
}
