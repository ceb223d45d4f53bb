//! What must hold between any two blocks.

use crate::{
	types::{ForeignCertificate, Watermarks},
	AcknowledgedThrough, Acknowledgements, Config, Irregularities, IrregularityCount, Pallet,
	ProposalCount, Proposals, RecognitionSuspensions, ReportedCount, ReportedIrregularities,
	Unrecognising,
};
use aeo_primitives::{CertificateLookup, Moment, RegisterLookup, Territory};
use aeo_support::clock::BlockTime;
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

/// Counts one more of `territory`.
fn count(counts: &mut BTreeMap<Territory, u32>, territory: Territory) {
	let count = counts.entry(territory).or_default();
	*count = count.saturating_add(1);
}

impl<T: Config> Pallet<T> {
	/// Checks the invariants of the pallet:
	///
	/// 1. everything is stored under a number in normal form, of a certificate that exists;
	/// 2. a proposal that waits is for a version that the certificate has or had;
	/// 3. no two of an issuer have the same number, and none has one that was not given yet;
	/// 4. a recognition suspension is another administration's than the issuer's (I13) and did not
	///    begin in the future; each certificate's one value of grantors names just these;
	/// 5. an acknowledgement is another administration's than the issuer's, of a version from 1 up
	///    to the certificate's, and not of the future;
	/// 6. what is acknowledged up to two places is another administration's than the issuer's, something,
	///    and no more than the issuer has told;
	/// 7. the reports that an issuer has received are numbered without a gap; each is another
	///    administration's, about a version that the issuer's certificate has or had, and has its
	///    answer, if any, after it and not in the future;
	/// 8. the reports that a grantor has sent are numbered without a gap and are all of its own, and
	///    each report is among them once.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let (now, block) = (T::Time::moment(), frame_system::Pallet::<T>::block_number());
		let mut proposed = BTreeSet::new();
		for (issuer, number, waiting) in Proposals::<T>::iter() {
			let version = Self::try_certificate(&(issuer, number))?;
			ensure!(
				(1..=version).contains(&waiting.version),
				"a proposal is for a version that never was"
			);
			ensure!(
				(1..=ProposalCount::<T>::get(issuer)).contains(&waiting.number)
					&& proposed.insert((issuer, waiting.number)),
				"a proposal has a number that was not given, or was given twice"
			);
		}
		let mut grantors: BTreeMap<_, BTreeSet<Territory>> = BTreeMap::new();
		for (grantor, certificate, suspension) in RecognitionSuspensions::<T>::iter() {
			Self::try_foreign(grantor, &certificate)?;
			grantors.entry(certificate).or_default().insert(grantor);
			ensure!(
				suspension.since <= now,
				"a recognition suspension begins in the future"
			);
		}
		let known: BTreeMap<_, _> = Unrecognising::<T>::iter()
			.map(|(issuer, number, grantors)| ((issuer, number), grantors.into_inner()))
			.collect();
		ensure!(
			known == grantors,
			"who has suspended its recognition of a certificate is not what the suspensions say"
		);
		for (grantor, certificate, acknowledged) in Acknowledgements::<T>::iter() {
			let version = Self::try_foreign(grantor, &certificate)?;
			ensure!(
				(1..=version).contains(&acknowledged.version) && acknowledged.block <= block,
				"what is acknowledged was never told"
			);
		}
		for (grantor, issuer, through) in AcknowledgedThrough::<T>::iter() {
			ensure!(
				grantor != issuer
					&& through != Watermarks::default()
					&& through.changes <= T::Certificates::changes(issuer)
					&& through.ordinals <= T::Certificates::ordinals(issuer),
				"more is acknowledged than was told, or nothing"
			);
		}
		Self::try_irregularities(now)?;
		Self::try_reported()
	}

	/// Checks the reports that issuers have received.
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

	/// Checks the reports that grantors have sent.
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

	/// Returns the version of a certificate that something is stored for.
	fn try_certificate((issuer, number): &ForeignCertificate) -> Result<u32, TryRuntimeError> {
		ensure!(
			Self::number(number).as_ref() == Ok(number),
			"a number is not in normal form"
		);
		T::Certificates::version(*issuer, number).ok_or("a certificate doesn't exist".into())
	}

	/// Returns the version of a certificate that is foreign to `grantor`.
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
