//! What the pallet is for the others: agencies' accounts, a role outside the administrations that
//! nobody asks for; and their opinions.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{AgencyAccounts, Config, Opinions, Pallet};
use aeo_primitives::{
	AgencyCode, CertificateNumber, Opinion, OpinionLookup, OutsideAccounts, OutsideKind, Territory,
	UnaskedAccounts,
};

impl<T: Config> OutsideAccounts<T::AccountId> for Pallet<T> {
	fn outside_kind(account: &T::AccountId) -> Option<(OutsideKind, Territory)> {
		let (administration, _, admission) = AgencyAccounts::<T>::get(account)?;
		(Self::admission_of(administration) == Some(admission))
			.then_some((OutsideKind::Agency, administration))
	}

	fn is_outside(account: &T::AccountId) -> bool {
		AgencyAccounts::<T>::contains_key(account)
	}

	/// Returns that it is not: an agency's account is registered without its consent, and can do
	/// nothing but give opinions.
	fn is_offered(_account: &T::AccountId) -> bool {
		false
	}
}

impl<T: Config> UnaskedAccounts<T::AccountId> for Pallet<T> {
	fn is_unasked(account: &T::AccountId) -> bool {
		AgencyAccounts::<T>::contains_key(account)
	}

	fn take_unasked(account: &T::AccountId) {
		let Some((administration, code, _)) = AgencyAccounts::<T>::get(account) else {
			return;
		};
		if let Err(error) = Self::remove(administration, code, account.clone()) {
			frame_support::defensive!("an agency's account is an agency's: {:?}", error);
		}
	}
}

impl<T: Config> OpinionLookup for Pallet<T> {
	fn opinion(
		issuer: Territory,
		number: &CertificateNumber,
		agency: &AgencyCode,
		version: u32,
	) -> Option<Opinion> {
		Opinions::<T>::get((issuer, number, agency))
			.filter(|given| given.version == version)
			.map(|given| given.opinion)
	}
}
