//! Confirming a decision that waits (invariant I18).

use crate::{Config, Error, Pallet, WeightInfo};
use aeo_primitives::{CertificateNumber, Maker, OnStandingChange, Scope, Territory};
use aeo_support::signers::Signers;
use frame_support::pallet_prelude::{DispatchError, Weight};

impl<T: Config> Pallet<T> {
	/// Takes the decision that waits. Returns what that weighed at most, with telling of it.
	pub(crate) fn do_confirm(
		issuer: Territory,
		checker: Maker<T::AccountId>,
		number: CertificateNumber,
		proposal: u32,
	) -> Result<Weight, DispatchError> {
		let pending = Self::proposed(issuer, &number, proposal)?;
		let clock = Self::clock(issuer);
		Self::settle(issuer, &pending)?;
		let proposal = pending.proposal;
		let version = Self::version_now(issuer, &number);
		let version = proposal.content.present(proposal.version, version);
		let (decision, hands) = proposal
			.confirm(checker, clock.now, version, |maker| {
				T::Administrations::is_officer_of(issuer, maker, Scope::Certification)
			})
			.map_err(Error::<T>::from)?;
		let change = Self::decide(issuer, &number, &decision, hands, clock)?;
		let told = T::OnStandingChange::on_change(issuer, &[change]);
		let weight = match Self::is_plain(issuer, &number) {
			true => T::WeightInfo::confirm_plain(),
			false => T::WeightInfo::confirm(),
		};
		Ok(weight.saturating_add(told))
	}
}
