//! The answers to `AeoApi`: what the pallets know, put together. No rule is here.

use crate::{
	AccountId, Administrations, Applications, Benefits, Certificates, Fees, Identities, System,
	Timestamp,
};
use aeo_primitives::{
	recognition,
	recognition::Answer,
	tin::{Reason, Tin},
	AdministrationLookup, CertificateNumber, Direction, Identifier, Role, Territory, TraderId,
	TraderLookup, UtcOffset, WrittenTin,
};
use aeo_runtime_api::{
	CertificateStatus, Dated, DecisionStep, Explanation, GrantReport, IncidentReport, Question,
	QuotaStatus, TinReport, Use, UtilisationCounter, UtilisationPage, UtilisationTotals,
	VersionUsed,
};
use alloc::vec::Vec;
use pallet_certificates::CertificateRecord;
use sp_core::H256;

mod agreements;
mod certificates;
mod changes;
mod credentials;
mod lists;
mod sharing;
mod suspensions;
mod trying;

pub use agreements::{agreement, agreements, declare_as, legs, milestones};
pub use certificates::{certificates_by_issuer, counts, pending_decisions, requests, status_at};
pub use changes::{changes_due, changes_in_block};
pub use credentials::{credential_issuer, credential_statuses};
pub use lists::{given, list};
pub use sharing::{lists, shared, sharing};
pub use suspensions::{irregularities, reported_irregularities, unacknowledged};
pub use trying::try_call;

/// An answer of the present state.
pub fn dated<Content>(answer: Content) -> Dated<Content> {
	Dated {
		block: System::block_number(),
		time: Timestamp::get(),
		answer,
	}
}

/// What the rule says, and what it looked at; `None` where `grantor` is no administration.
pub fn explain(
	grantor: Territory,
	identifier: &Identifier,
	role: Role,
	direction: Direction,
) -> Option<Explanation> {
	let facts = Benefits::facts(grantor, identifier, role, direction)?;
	Some(Explanation {
		answer: recognition::evaluate(&facts),
		paths: recognition::paths(&facts),
		facts,
	})
}

/// What the rule says to many questions; `None` where `grantor` is no administration.
pub fn evaluate_many(grantor: Territory, questions: &[Question]) -> Option<Vec<Answer>> {
	let questions = questions
		.iter()
		.map(|question| (&question.identifier, question.role, question.direction));
	Benefits::evaluate_many(grantor, questions)
}

/// Where the clocks of an administration stand.
fn utc_offset(administration: Territory) -> UtcOffset {
	Administrations::administration(administration)
		.map_or_else(UtcOffset::default, |found| found.utc_offset)
}

fn status(
	issuer: Territory,
	number: CertificateNumber,
	record: CertificateRecord,
) -> Option<CertificateStatus> {
	let trader = Identities::trader(&record.trader)?;
	let facts = record.facts(&number);
	let (now, utc_offset) = (Timestamp::get(), utc_offset(issuer));
	let obstacle = facts.ensure_in_force(now, utc_offset).err();
	let suspended = facts.suspended(now, utc_offset);
	let review_overdue = record.review_overdue(now, utc_offset);
	let open_requests = Applications::open_requests(issuer, &number);
	Some(CertificateStatus {
		issuer,
		number,
		trader: record.trader,
		tin: trader.tin,
		ordinal: record.ordinal,
		version: record.version,
		certificate_type: record.certificate_type,
		halves: record.halves,
		roles: record.roles,
		state: record.state,
		validity: record.validity,
		consent: record.consent,
		in_force: obstacle.is_none(),
		obstacle,
		suspended,
		review_due: record.review_due,
		review_overdue,
		bar: record.bar,
		asked: certificates::wishes(record.asked),
		under_review: record.under_review,
		open_requests,
		periods: record.periods,
	})
}

/// A certificate and how it stands.
pub fn certificate(issuer: Territory, number: &CertificateNumber) -> Option<CertificateStatus> {
	let number = aeo_primitives::certificate_number(number).ok()?;
	let record = Certificates::certificate(issuer, &number)?;
	status(issuer, number, record)
}

/// The certificates in a trader's index.
///
/// # Errors
///
/// The TIN is nobody's, since its scheme could not have issued it.
pub fn certificates_of(tin: &WrittenTin) -> Result<Vec<CertificateStatus>, Reason> {
	let parsed = Tin::parse(tin)?;
	let Some((trader, _)) = Identities::by_tin(&parsed) else {
		parsed.check()?;
		return Ok(Vec::new());
	};
	let Some((issuer, held)) = Certificates::certificates_of(&trader) else {
		return Ok(Vec::new());
	};
	let held = held.into_iter();
	Ok(held
		.filter_map(|(number, record)| status(issuer, number, record))
		.collect())
}

/// The trader that a TIN leads to.
fn trader_of(tin: &WrittenTin) -> Option<TraderId> {
	let (trader, _) = Identities::by_tin(&Tin::parse(tin).ok()?)?;
	Some(trader)
}

/// The benefits given to a trader, latest first.
pub fn uses_of(tin: &WrittenTin, page: u32) -> Vec<Use> {
	let Some(trader) = trader_of(tin) else {
		return Vec::new();
	};
	Benefits::uses_of(&trader, page)
		.into_iter()
		.map(|(key, grant)| Use {
			grantor: key.grantor,
			declaration: key.declaration,
			role: key.role,
			direction: grant.direction,
			benefits: grant.benefits(),
			block: grant.block,
			at: grant.at,
			place: grant.place,
			annulled: Benefits::is_annulled(&grant),
		})
		.collect()
}

/// What was given to a declaration.
pub fn grant(grantor: Territory, declaration: H256, role: Role) -> Option<GrantReport> {
	let grant = Benefits::grant_of(grantor, declaration, role)?;
	Some(GrantReport {
		trader: grant.trader,
		tin: Identities::trader(&grant.trader).map(|trader| trader.tin),
		issuer: grant.issuer,
		direction: grant.direction,
		annulled: Benefits::is_annulled(&grant),
		entitlements: grant.entitlements.into_inner(),
		versions: grant
			.versions
			.into_iter()
			.map(|(certificate, version)| VersionUsed {
				certificate,
				version,
			})
			.collect(),
		block: grant.block,
		at: grant.at,
	})
}

/// What an administration gave, as grantor.
pub fn utilisation(administration: Territory, page: u32) -> UtilisationPage {
	let (counters, has_more) = Benefits::utilisation(administration, page);
	let (log, sealed) = Benefits::uses_recorded(administration);
	let counters = counters
		.into_iter()
		.map(|(key, counter)| UtilisationCounter {
			basis: key.basis,
			benefit: key.benefit,
			direction: key.direction,
			granted: counter.granted,
			live: counter.granted.saturating_sub(counter.pruned),
			pruned: counter.pruned,
			sealed: counter.sealed,
		});
	UtilisationPage {
		counters: counters.collect(),
		next_page: has_more.then(|| page.saturating_add(1)),
		totals: UtilisationTotals {
			granted: log.next,
			live: log.next.saturating_sub(log.first),
			pruned: log.first,
			sealed: sealed.leaves,
			sealed_periods: sealed.records,
		},
	}
}

/// The incidents of an administration, latest first.
pub fn incidents(administration: Territory, page: u32) -> Vec<IncidentReport> {
	let step = |step: pallet_benefits::Step| DecisionStep {
		document: step.document,
		block: step.block,
		at: step.at,
	};
	Benefits::incidents_of(administration, page)
		.into_iter()
		.map(|(number, incident)| IncidentReport {
			number,
			kind: incident.kind,
			opened: step(incident.opened),
			closed: incident.closed.map(step),
		})
		.collect()
}

/// What is left of an account's quota.
pub fn quota(account: &AccountId) -> Option<QuotaStatus> {
	let (left, quota) = Fees::quota(account)?;
	Some(QuotaStatus {
		left,
		max: quota.max,
		recovery: quota.recovery,
	})
}

/// What is known of a TIN.
pub fn tin_check(written: &WrittenTin) -> TinReport {
	match Tin::parse(written) {
		Ok(tin) => report(&tin),
		Err(reason) => TinReport {
			tin: None,
			scheme: None,
			check: None,
			reason: Some(reason),
			fits_wco17: false,
			personal: false,
			registrar: None,
			trader: None,
		},
	}
}

fn report(tin: &Tin) -> TinReport {
	let check = tin.check();
	TinReport {
		tin: Some(tin.text().clone()),
		scheme: Some(tin.scheme()),
		check: check.ok(),
		reason: check.err(),
		fits_wco17: tin.fits_wco17(),
		personal: tin.is_personal(),
		registrar: Administrations::registrar(tin.territory()),
		trader: Identities::by_tin(tin).map(|(trader, _)| trader),
	}
}
