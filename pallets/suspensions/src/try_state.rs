//! What must hold between any two blocks.

use crate::{
	types::{ForeignCertificate, Proposal},
	Acknowledgements, Config, Pallet, Proposals, RecognitionSuspensions,
};
use aeo_primitives::{CertificateLookup, Territory};
use frame_support::{ensure, pallet_prelude::Get};
use sp_runtime::{traits::CheckedAdd, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Check the invariants of the pallet:
	///
	/// 1. everything is stored under a number in normal form, of a certificate that exists;
	/// 2. an open proposal is for a version that the certificate has or had, runs out in time and
	///    can be confirmed within the window at the latest;
	/// 3. no proposal was settled in the future;
	/// 4. a recognition suspension is another administration's than the issuer's (I13) and did not
	///    begin in the future;
	/// 5. an acknowledgement is another administration's than the issuer's, of a version from 1 up
	///    to the certificate's, and not of the future.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let (now, block) = (Self::now(), frame_system::Pallet::<T>::block_number());
		let window = block.checked_add(&T::ConfirmationWindow::get());
		let time_out = now.checked_add(T::DecisionTimeOut::get());
		for (issuer, number, proposal) in Proposals::<T>::iter() {
			let version = Self::try_certificate(&(issuer, number))?;
			match proposal {
				Proposal::Settled { block: settled } => {
					ensure!(settled <= block, "a proposal was settled in the future");
				}
				Proposal::Open(open) => {
					ensure!(
						(1..=version).contains(&open.version),
						"a proposal is for a version that never was"
					);
					ensure!(
						Some(open.expires) <= time_out && Some(open.confirmable_from) <= window,
						"a proposal waits longer than allowed"
					);
				}
			}
		}
		for (grantor, certificate, suspension) in RecognitionSuspensions::<T>::iter() {
			Self::try_foreign(grantor, &certificate)?;
			ensure!(
				suspension.since <= now,
				"a recognition suspension begins in the future"
			);
		}
		for (grantor, certificate, acknowledged) in Acknowledgements::<T>::iter() {
			let version = Self::try_foreign(grantor, &certificate)?;
			ensure!(
				(1..=version).contains(&acknowledged.version) && acknowledged.block <= block,
				"what is acknowledged was never told"
			);
		}
		Ok(())
	}

	/// The version of a certificate that something is stored for.
	fn try_certificate((issuer, number): &ForeignCertificate) -> Result<u32, TryRuntimeError> {
		ensure!(
			Self::number(number).as_ref() == Ok(number),
			"a number is not in normal form"
		);
		T::Certificates::version(*issuer, number).ok_or("a certificate doesn't exist".into())
	}

	fn try_foreign(
		grantor: Territory,
		certificate: &ForeignCertificate,
	) -> Result<u32, TryRuntimeError> {
		ensure!(
			grantor != certificate.0,
			"an administration is a partner of itself"
		);
		Self::try_certificate(certificate)
	}
}
