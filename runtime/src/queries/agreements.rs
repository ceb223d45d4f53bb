//! The answers about agreements.

use crate::{Administrations, Agreements, Certificates, Identities, Runtime, Timestamp};
use aeo_primitives::{
	declare,
	recognition::{Administration, LegState, Offer},
	AdministrationLookup, AgreementId, CertificateNumber, KnownAlias, Territory, TraderLookup,
};
use aeo_runtime_api::{
	AgreementPage, AgreementStatus, AgreementSummary, AmendmentStatus, EarlierVersion,
	LegDeclaration, LegStatus, MilestoneRecord, PartyStatus, ProposedLeg, RemovedLeg, PAGE,
};
use alloc::vec::Vec;
use pallet_agreements::{
	Agreement, AgreementState, Amendment, Amendments, EarlierVersions, LastAgreement, LegTerms,
	MilestoneCount, Notice, Parties, ProposedLegs, Signatures, StoredLeg,
};

/// Both ends of a leg.
struct Ends {
	issuer: Administration,
	grantor: Administration,
}

impl Ends {
	/// None where one of them is no administration.
	fn of(issuer: Territory, grantor: Territory) -> Option<Self> {
		Some(Self {
			issuer: Administrations::administration(issuer)?,
			grantor: Administrations::administration(grantor)?,
		})
	}

	/// Whether benefits can flow between them.
	fn count(&self) -> bool {
		self.issuer.counts() && self.grantor.counts()
	}

	fn state(&self, leg: &StoredLeg) -> LegState {
		leg.state_at(Timestamp::get(), &self.issuer, &self.grantor)
	}

	/// Whether a leg gives benefits now.
	fn in_force(&self, leg: &StoredLeg) -> bool {
		self.count()
			&& self
				.state(leg)
				.in_force(Timestamp::get(), self.grantor.utc_offset)
	}
}

/// The legs from an issuer to a grantor.
pub fn legs(issuer: Territory, grantor: Territory) -> Vec<LegStatus> {
	let Some(both) = Ends::of(issuer, grantor) else {
		return Vec::new();
	};
	Agreements::legs_of(issuer, grantor)
		.into_iter()
		.map(|leg| {
			let ends = [
				(leg.suspended_by_issuer, issuer),
				(leg.suspended_by_grantor, grantor),
			];
			LegStatus {
				agreement: leg.agreement,
				state: both.state(&leg),
				in_force: both.in_force(&leg),
				consent: leg.terms.consent,
				offer: leg.facts().offer,
				version: leg.version,
				until: leg.last_day(),
				suspended_by: ends
					.into_iter()
					.filter_map(|(is_marked, end)| is_marked.then_some(end))
					.collect(),
				unknown_types: Agreements::unknown_types(&leg.terms),
				declare_as: leg.terms.declare_as,
			}
		})
		.collect()
}

/// What a declaration at a grantor writes to name the holder of a certificate, under each leg that
/// is in force for it.
pub fn declare_as(
	issuer: Territory,
	number: &CertificateNumber,
	grantor: Territory,
) -> Vec<LegDeclaration> {
	let Ok(number) = aeo_primitives::certificate_number(number) else {
		return Vec::new();
	};
	let found = Certificates::certificate(issuer, &number)
		.and_then(|record| Some((Identities::trader(&record.trader)?, record)));
	let Some((trader, record)) = found else {
		return Vec::new();
	};
	let Some(both) = Ends::of(issuer, grantor) else {
		return Vec::new();
	};
	let covers = |leg: &StoredLeg| {
		both.in_force(leg)
			&& leg.terms.types.contains(&record.certificate_type)
			&& record
				.roles
				.iter()
				.any(|role| leg.terms.roles.contains(role))
	};
	Agreements::legs_of(issuer, grantor)
		.into_iter()
		.filter(covers)
		.map(|leg| {
			let format = &leg.terms.declare_as;
			let alias = format.alias().map_or(KnownAlias::Missing, |scheme| {
				Identities::known_alias(&record.trader, grantor, scheme)
			});
			let declared = declare(format, &trader.tin, &number, &alias)
				.and_then(|written| written.ensure_fits(grantor).map(|()| written));
			LegDeclaration {
				agreement: leg.agreement,
				version: leg.version,
				reason: declared.as_ref().err().copied(),
				declaration: declared.ok(),
			}
		})
		.collect()
}

fn parties(parties: &Parties, signatures: &Signatures, agreement: &Agreement) -> Vec<PartyStatus> {
	parties
		.iter()
		.map(|party| PartyStatus {
			party: *party,
			signed: signatures.contains_key(party),
			in_force_from: signatures
				.get(party)
				.and_then(|signature| signature.in_force_from),
			until: agreement.leaving.get(party).map(|notice| notice.until),
			withdrawal_agreed: agreement.leaving.get(party).map_or_else(Vec::new, agreed),
		})
		.collect()
}

/// Those that agree that a notice is withdrawn.
fn agreed(notice: &Notice) -> Vec<Territory> {
	let agreed = notice.agreed.iter();
	agreed.flat_map(|agreed| agreed.keys().copied()).collect()
}

fn proposed(terms: LegTerms) -> ProposedLeg {
	ProposedLeg {
		unknown_types: Agreements::unknown_types(&terms),
		issuer: terms.issuer,
		grantor: terms.grantor,
		offer: Offer {
			types: terms.types,
			roles: terms.roles,
			directions: terms.directions,
			rows: terms.rows,
		},
		consent: terms.consent,
		data_classes: terms.data_classes,
		declare_as: terms.declare_as,
	}
}

fn amendment(amendment: &Amendment, agreement: &Agreement) -> AmendmentStatus {
	let mut parties = parties(&amendment.parties, &amendment.signatures, agreement);
	for party in &mut parties {
		// The notice of one that comes back was of another time.
		if amendment.acceding.contains(&party.party) {
			party.until = None;
			party.withdrawal_agreed.clear();
		}
	}
	AmendmentStatus {
		version: amendment.version,
		text: amendment.text,
		terms: amendment.terms,
		proposer: amendment.proposer,
		parties,
		acceding: amendment.acceding.iter().copied().collect(),
		removed: amendment
			.removed
			.iter()
			.map(|pair| RemovedLeg {
				issuer: pair.issuer,
				grantor: pair.grantor,
			})
			.collect(),
		notice_days: amendment.notice_days,
	}
}

/// The versions before the present one, latest first.
fn earlier(number: AgreementId, present: u32) -> Vec<EarlierVersion> {
	let oldest = present.saturating_sub(PAGE).max(1);
	(oldest..present)
		.rev()
		.filter_map(|version| EarlierVersions::<Runtime>::get(number, version))
		.map(|earlier| EarlierVersion {
			version: earlier.version,
			text: earlier.text,
			terms: earlier.terms,
			parties: earlier.parties.iter().copied().collect(),
		})
		.collect()
}

/// An agreement, its parties and what waits for signatures.
pub fn agreement(number: AgreementId) -> Option<AgreementStatus> {
	let found = pallet_agreements::Agreements::<Runtime>::get(number)?;
	let open = Amendments::<Runtime>::get(number);
	Some(AgreementStatus {
		agreement: number,
		version: found.version,
		signed: found.state == AgreementState::Signed,
		text: found.text,
		terms: found.terms,
		signed_on: found.signed_on,
		notice_days: found.notice_days,
		proposer: found.proposer,
		parties: parties(&found.parties, &found.signatures, &found),
		amendment: open.map(|open| amendment(&open, &found)),
		proposed_legs: ProposedLegs::<Runtime>::get(number)
			.into_iter()
			.map(proposed)
			.collect(),
		earlier: earlier(number, found.version),
		milestones: MilestoneCount::<Runtime>::get(number),
	})
}

/// All agreements, latest first.
pub fn agreements(page: u32) -> AgreementPage {
	let last = LastAgreement::<Runtime>::get().saturating_sub(page.saturating_mul(PAGE));
	let before = last.saturating_sub(PAGE);
	AgreementPage {
		agreements: (before.saturating_add(1)..=last)
			.rev()
			.filter_map(summary)
			.collect(),
		next_page: (before > 0).then(|| page.saturating_add(1)),
	}
}

fn summary(number: AgreementId) -> Option<AgreementSummary> {
	let found = pallet_agreements::Agreements::<Runtime>::get(number)?;
	Some(AgreementSummary {
		agreement: number,
		parties: found.parties.iter().copied().collect(),
		version: found.version,
		signed: found.state == AgreementState::Signed,
		amendment_pending: Amendments::<Runtime>::contains_key(number),
	})
}

/// The milestones of an agreement, latest first.
pub fn milestones(number: AgreementId, page: u32) -> Vec<MilestoneRecord> {
	Agreements::milestones(number, page)
		.into_iter()
		.map(|milestone| MilestoneRecord {
			party: milestone.party,
			kind: milestone.kind,
			on: milestone.on,
			document: milestone.document,
			block: milestone.block,
			at: milestone.at,
		})
		.collect()
}
