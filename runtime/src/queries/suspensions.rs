//! The answers about what grantors doubt.

use crate::{AccountId, Suspensions};
use aeo_primitives::Territory;
use aeo_runtime_api::{IrregularityAnswer, IrregularityStatus};
use alloc::vec::Vec;
use pallet_suspensions::Irregularity;

/// The irregularities that were reported to an issuer, latest first.
pub fn irregularities(issuer: Territory, page: u32) -> Vec<IrregularityStatus<AccountId>> {
	Suspensions::irregularities(issuer, page)
		.into_iter()
		.map(|(report, found)| irregularity(issuer, report, found))
		.collect()
}

/// The irregularities that a grantor has reported, latest first.
pub fn reported_irregularities(
	grantor: Territory,
	page: u32,
) -> Vec<IrregularityStatus<AccountId>> {
	Suspensions::reported_irregularities(grantor, page)
		.into_iter()
		.map(|(issuer, report, found)| irregularity(issuer, report, found))
		.collect()
}

fn irregularity(
	issuer: Territory,
	report: u32,
	found: Irregularity<AccountId>,
) -> IrregularityStatus<AccountId> {
	IrregularityStatus {
		issuer,
		report,
		grantor: found.grantor,
		number: found.number,
		version: found.version,
		document: found.document,
		at: found.at,
		by: found.by,
		answer: found.answer.map(|answer| IrregularityAnswer {
			document: answer.document,
			at: answer.at,
			by: answer.by,
		}),
	}
}
