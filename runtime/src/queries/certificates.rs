//! The answers about certificates and what is going on about them.

use super::{status, utc_offset};
use crate::{AccountId, Applications, Certificates, Runtime, Timestamp};
use aeo_primitives::{CertificateLookup, CertificateNumber, Moment, StateKind, Territory};
use aeo_runtime_api::{
	CertificateStatus, Counts, PendingBatch, PendingDecision, PendingPage, RequestPage,
	RequestStatus, StateCount, StatusAt, Wishes,
};
use alloc::vec::Vec;
use pallet_certificates::{Asked, Decision, Ordinals};
use sp_runtime::traits::SaturatedConversion;

/// What a holder has asked for.
pub(super) fn wishes(asked: Asked) -> Wishes {
	Wishes {
		renewal: asked.renewal,
		appeal: asked.appeal.is_some(),
		suspension: asked.suspension,
		relinquishment: asked.relinquishment,
		reinstatement: asked.reinstatement,
	}
}

/// How a certificate stood at a moment.
pub fn status_at(
	issuer: Territory,
	number: &CertificateNumber,
	moment: Moment,
) -> Option<StatusAt<AccountId>> {
	let period = Certificates::status_at(issuer, number, moment)?;
	let facts = Certificates::certificate(issuer, number)?.facts_in(number, &period);
	let utc_offset = utc_offset(issuer);
	let obstacle = facts.ensure_in_force(moment, utc_offset).err();
	Some(StatusAt {
		in_force: obstacle.is_none(),
		obstacle,
		suspended: facts.suspended(moment, utc_offset),
		period,
	})
}

/// The certificates of an issuer, in the order of their ordinals.
pub fn certificates_by_issuer(issuer: Territory, page: u32) -> Vec<CertificateStatus> {
	Certificates::certificates_by_issuer(issuer, page)
		.into_iter()
		.filter_map(|(number, record)| status(issuer, number, record))
		.collect()
}

/// What waits for a second officer of an issuer.
pub fn pending_decisions(issuer: Territory, page: u32) -> PendingPage<AccountId, Decision> {
	let now = Timestamp::get();
	let (decisions, next_page) = Certificates::pending_decisions(issuer, page);
	let decisions = decisions.into_iter().map(|pending| {
		let number = pending.certificate.clone();
		let version = Certificates::version(issuer, &number).unwrap_or_default();
		PendingDecision {
			expired: pending.is_expired(now),
			overtaken: pending.is_overtaken(version),
			number,
			proposal: pending.proposal.number,
			decision: pending.proposal.content,
			maker: pending.proposal.maker,
			version: pending.proposal.version,
			expires: pending.proposal.expires,
		}
	});
	let batches = if page == 0 {
		pending_batches(issuer, now)
	} else {
		Vec::new()
	};
	PendingPage {
		decisions: decisions.collect(),
		batches,
		next_page,
	}
}

fn pending_batches(issuer: Territory, now: Moment) -> Vec<PendingBatch<AccountId>> {
	Certificates::pending_batches(issuer)
		.into_iter()
		.map(|(batch, pending)| PendingBatch {
			batch,
			proposal: pending.number,
			rows: pending.content.rows.count().saturated_into(),
			expired: pending.is_expired(now),
			maker: pending.maker,
			expires: pending.expires,
		})
		.collect()
}

/// The open requests of an issuer, out of a page of all, latest first.
pub fn requests(issuer: Territory, page: u32) -> RequestPage<AccountId> {
	let (now, utc_offset) = (Timestamp::get(), utc_offset(issuer));
	let (requests, next_page) = Applications::requests(issuer, page);
	let requests = requests.into_iter().map(|(key, request)| RequestStatus {
		number: key.number,
		place: key.request,
		overdue: request.is_overdue(now, utc_offset),
		request,
	});
	RequestPage {
		requests: requests.collect(),
		next_page,
	}
}

/// How many certificates an issuer has.
pub fn counts(issuer: Territory) -> Counts {
	let count = |state: &StateKind| StateCount {
		state: *state,
		count: pallet_certificates::Counts::<Runtime>::get(issuer, state),
	};
	Counts {
		ordinals: Ordinals::<Runtime>::get(issuer),
		states: StateKind::ALL.iter().map(count).collect(),
	}
}
