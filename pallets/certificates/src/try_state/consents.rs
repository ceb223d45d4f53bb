//! What was said of sharing certificates.

use crate::{Certificates, Config, Consents, LastWithdrawal, Pallet};
use aeo_primitives::{recognition::ConsentMode, ConsentFor};
use frame_support::ensure;
use sp_runtime::{traits::SaturatedConversion, TryRuntimeError};

impl<T: Config> Pallet<T> {
	pub(super) fn try_consents() -> Result<(), TryRuntimeError> {
		for ((issuer, number, consent_for), step) in Consents::<T>::iter() {
			let record = Certificates::<T>::get(issuer, &number)
				.ok_or("something was said of sharing no certificate")?;
			ensure!(
				!step.on_paper || !step.document.is_zero(),
				"an officer spoke for a holder without a paper"
			);
			ensure!(
				step.given || LastWithdrawal::<T>::contains_key(issuer),
				"a withdrawal is not known of"
			);
			let consent = &record.consent;
			let holds = match consent_for {
				ConsentFor::All => (consent.mode == ConsentMode::Standing) == step.given,
				ConsentFor::Agreement(agreement) => {
					let last = Self::last_said(issuer, &number, &record, agreement);
					last.as_ref() != Some(&step) || consent.is_given(agreement) == step.given
				}
			};
			ensure!(holds, "a consent differs from what was last said of it");
		}
		for (issuer, number, record) in Certificates::<T>::iter() {
			for agreement in &record.consent.exceptions {
				let of = (issuer, &number, ConsentFor::Agreement(*agreement));
				let step =
					Consents::<T>::get(of).ok_or("an exception of which nothing was said")?;
				ensure!(
					step.given == record.consent.is_given(*agreement),
					"an exception differs from what was last said of it"
				);
			}
		}
		let block: u32 = frame_system::Pallet::<T>::block_number().saturated_into();
		ensure!(
			LastWithdrawal::<T>::iter_values().all(|last| last <= block),
			"a withdrawal in a block to come"
		);
		Ok(())
	}
}
