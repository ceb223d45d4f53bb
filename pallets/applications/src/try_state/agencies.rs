//! What must hold of agencies and their opinions.

use crate::{types::MAX_AGENCIES, Agencies, AgencyAccounts, AgencyCount, Config, Opinions, Pallet};
use aeo_primitives::{CertificateLookup, InsideAccounts, OutsideAccounts, Territory};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks that agencies and their accounts mirror each other, and are counted.
	pub(crate) fn try_agencies() -> Result<(), TryRuntimeError> {
		let mut counts: BTreeMap<Territory, u32> = BTreeMap::new();
		for (administration, code, account) in Agencies::<T>::iter() {
			*counts.entry(administration).or_default() += 1;
			ensure!(
				AgencyAccounts::<T>::get(&account)
					.is_some_and(|(of, as_code, _)| (of, as_code) == (administration, code)),
				"an agency's account is another one's, or none's"
			);
			ensure!(
				!T::Administrations::is_inside(&account)
					&& !T::Traders::is_outside(&account)
					&& !T::Traders::is_offered(&account),
				"an agency's account has another role"
			);
		}
		let total: u64 = counts.values().copied().map(u64::from).sum();
		ensure!(
			u64::try_from(AgencyAccounts::<T>::iter_keys().count()) == Ok(total),
			"an account of no agency"
		);
		for (administration, count) in AgencyCount::<T>::iter() {
			ensure!(
				counts.remove(&administration).unwrap_or_default() == count
					&& count <= MAX_AGENCIES,
				"agencies differ from a recount"
			);
		}
		ensure!(counts.is_empty(), "an agency is not counted");
		Ok(())
	}

	/// Checks that each opinion is about a version that there was, and has its reasons.
	pub(crate) fn try_opinions() -> Result<(), TryRuntimeError> {
		for ((issuer, number, _), given) in Opinions::<T>::iter() {
			let version =
				T::Certificates::version(issuer, &number).ok_or("an opinion on no application")?;
			ensure!(
				(1..=version).contains(&given.version) && !given.document.is_zero(),
				"an opinion on a version to come, or without its reasons"
			);
		}
		Ok(())
	}
}
