//! What must hold between any two blocks.

use crate::{
	types::{ForeignCertificate, Proposal},
	Acknowledgements, Config, Irregularities, IrregularityCount, Pallet, Proposals,
	RecognitionSuspensions, ReportedCount, ReportedIrregularities,
};
use aeo_primitives::{CertificateLookup, Moment, Territory};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, pallet_prelude::Get};
use sp_runtime::{traits::CheckedAdd, TryRuntimeError};

/// One more of `territory`.
fn count(counts: &mut BTreeMap<Territory, u32>, territory: Territory) {
	let count = counts.entry(territory).or_default();
	*count = count.saturating_add(1);
}

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
	///    to the certificate's, and not of the future;
	/// 6. the reports that an issuer has received are numbered without a gap; each is another
	///    administration's, about a version that the issuer's certificate has or had, and has its
	///    answer, if any, after it and not in the future;
	/// 7. the reports that a grantor has sent are numbered without a gap and are all of its own, and
	///    each report is among them once.
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
		Self::try_irregularities(now)?;
		Self::try_reported()
	}

	fn try_irregularities(now: Moment) -> Result<(), TryRuntimeError> {
		let mut counts: BTreeMap<Territory, u32> = BTreeMap::new();
		for (issuer, report, found) in Irregularities::<T>::iter() {
			let version = Self::try_foreign(found.grantor, &(issuer, found.number))?;
			ensure!(
				(1..=version).contains(&found.version) && found.at <= now,
				"an irregularity was reported of what never was"
			);
			ensure!(
				found
					.answer
					.is_none_or(|answer| (found.at..=now).contains(&answer.at)),
				"an answer was given before its report, or in the future"
			);
			ensure!(
				report < IrregularityCount::<T>::get(issuer),
				"a report is not counted"
			);
			count(&mut counts, issuer);
		}
		ensure!(
			IrregularityCount::<T>::iter().collect::<BTreeMap<_, _>>() == counts,
			"reports received are missing"
		);
		Ok(())
	}

	fn try_reported() -> Result<(), TryRuntimeError> {
		let (mut counts, mut reports) = (BTreeMap::new(), BTreeSet::new());
		for (grantor, place, (issuer, report)) in ReportedIrregularities::<T>::iter() {
			ensure!(
				Irregularities::<T>::get(issuer, report)
					.is_some_and(|found| found.grantor == grantor),
				"a grantor's report is not its own"
			);
			ensure!(
				place < ReportedCount::<T>::get(grantor) && reports.insert((issuer, report)),
				"a report is not counted, or is twice among those sent"
			);
			count(&mut counts, grantor);
		}
		ensure!(
			ReportedCount::<T>::iter().collect::<BTreeMap<_, _>>() == counts,
			"reports sent are missing"
		);
		ensure!(
			Irregularities::<T>::iter_keys().count() == reports.len(),
			"a report was received and not sent"
		);
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
