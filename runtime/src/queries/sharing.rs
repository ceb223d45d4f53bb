//! The answers about who may read what of certified traders.

use crate::{
	Administrations, Agreements, Certificates, Disclosures, Identities, Runtime, Timestamp,
};
use aeo_primitives::{
	recognition::{succession_of, Administration, Certificate, LegState, Standing, SuccessionList},
	shared as shared_with, AdministrationLookup, CertificateLookup, CertificateNumber, DataClasses,
	DisclosedLeg, DisclosureLookup, LegLookup, Moment, Territory, TraderLookup,
};
use aeo_runtime_api::{LegSharing, ListReport, ListStatus, SharedCertificate};
use alloc::{collections::BTreeSet, vec::Vec};
use pallet_certificates::{CertificateRecord, Periods};
use pallet_disclosures::{ListRecord, Sources};

/// An issuer, with what its certificates have in common.
struct Issuer {
	administration: Administration,
	successions: SuccessionList,
}

impl Issuer {
	/// None where it is no administration.
	fn of(issuer: Territory) -> Option<Self> {
		Some(Self {
			administration: Administrations::administration(issuer)?,
			successions: Certificates::successions(issuer),
		})
	}

	/// A certificate as the rule of sharing sees it.
	fn certificate(&self, number: &CertificateNumber, record: &CertificateRecord) -> Certificate {
		Certificate {
			succeeded_by: succession_of(&self.successions, &record.certificate_type),
			..record.facts(number)
		}
	}

	/// What a reader may read of a certificate under some legs.
	fn shared(
		&self,
		reader: &Administration,
		number: &CertificateNumber,
		record: &CertificateRecord,
		legs: &[DisclosedLeg],
	) -> DataClasses {
		let mut issuer = self.administration.clone();
		// What it certified before it left counts again when it says so itself.
		let vouched = Identities::trader(&record.trader).is_some_and(|trader| {
			trader.administration == issuer.territory && trader.admission == issuer.admission
		});
		if !vouched {
			issuer.standing = Standing::Withdrawn;
		}
		shared_with(
			Timestamp::get(),
			&issuer,
			reader,
			&self.certificate(number, record),
			self.since(number, record),
			legs,
		)
	}

	/// When the chain learnt of the latest period of a certificate.
	fn since(&self, number: &CertificateNumber, record: &CertificateRecord) -> Moment {
		let issuer = self.administration.territory;
		let last = record.periods.saturating_sub(1);
		let period = Periods::<Runtime>::get((issuer, number, last));
		period.map_or(0, |period| period.known_from)
	}
}

/// What a reader may read of each certificate on a page of an issuer's.
pub fn shared(issuer: Territory, reader: Territory, page: u32) -> Vec<SharedCertificate> {
	let both = Issuer::of(issuer).zip(Administrations::administration(reader));
	let Some((by, to)) = both else {
		return Vec::new();
	};
	let legs = Agreements::disclosed(issuer, reader);
	Certificates::certificates_by_issuer(issuer, page)
		.into_iter()
		.map(|(number, record)| SharedCertificate {
			ordinal: record.ordinal,
			classes: by.shared(&to, &number, &record, &legs),
			number,
		})
		.collect()
}

/// The lists that an administration has given and received.
pub fn lists(administration: Territory) -> ListReport {
	ListReport {
		given: Disclosures::given(administration)
			.into_iter()
			.map(|(reader, list)| status(administration, reader, list))
			.collect(),
		received: Disclosures::received(administration)
			.into_iter()
			.map(|(issuer, list)| status(issuer, administration, list))
			.collect(),
	}
}

fn status(issuer: Territory, reader: Territory, list: ListRecord) -> ListStatus {
	ListStatus {
		issuer,
		reader,
		standing: Disclosures::standing(issuer, reader, &list),
		sequence: list.sequence,
		sealed_to: list.sealed_to,
		root: list.root,
		pages: list.pages,
		as_of: list.as_of,
		block: list.block,
		at: list.at,
		source: Sources::<Runtime>::get(issuer),
	}
}

/// With whom a certificate is shared: the legs of its issuer that are not over.
pub fn sharing(issuer: Territory, number: &CertificateNumber) -> Vec<LegSharing> {
	let Ok(number) = aeo_primitives::certificate_number(number) else {
		return Vec::new();
	};
	let found = Issuer::of(issuer).zip(Certificates::certificate(issuer, &number));
	let Some((by, record)) = found else {
		return Vec::new();
	};
	let readers: BTreeSet<_> = Agreements::summary(issuer)
		.into_iter()
		.map(|summary| summary.grantor)
		.collect();
	let mut sharing = Vec::new();
	for reader in readers
		.into_iter()
		.filter_map(Administrations::administration)
	{
		for leg in Agreements::disclosed(issuer, reader.territory) {
			if leg.state != LegState::Ended {
				sharing.push(leg_of(&by, &reader, &number, &record, leg));
			}
		}
	}
	sharing
}

fn leg_of(
	by: &Issuer,
	reader: &Administration,
	number: &CertificateNumber,
	record: &CertificateRecord,
	leg: DisclosedLeg,
) -> LegSharing {
	let issuer = by.administration.territory;
	let last = Certificates::last_said(issuer, number, record, leg.agreement);
	LegSharing {
		agreement: leg.agreement,
		reader: reader.territory,
		classes: leg.classes,
		in_force: leg.state.in_force(Timestamp::get(), reader.utc_offset),
		consent: leg.consent,
		given: record.consent.is_given(leg.agreement),
		since: last.as_ref().map(|step| step.at),
		on_paper: last.is_some_and(|step| step.on_paper),
		shared: by.shared(reader, number, record, core::slice::from_ref(&leg)),
	}
}
