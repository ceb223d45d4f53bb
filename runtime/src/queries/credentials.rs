//! The answers about credentials.

use crate::{Administrations, Certificates, Runtime};
use aeo_primitives::{AdministrationLookup, Territory};
use aeo_runtime_api::{
	CredentialIssuerStatus, CredentialStatus, CredentialStatusPage, CREDENTIAL_PAGE,
};
use alloc::vec::Vec;
use pallet_administrations::CredentialIssuers;
use pallet_certificates::{CredentialStanding, Numbers, Ordinals};

/// By what an administration issues credentials; none where it issues none.
pub fn credential_issuer(administration: Territory) -> Option<CredentialIssuerStatus> {
	let issuer = CredentialIssuers::<Runtime>::get(administration)?;
	let found = Administrations::administration(administration)?;
	Some(CredentialIssuerStatus {
		did: issuer.did,
		key: issuer.key,
		previous: issuer.previous,
		standing: found.standing,
		utc_offset: found.utc_offset,
	})
}

/// How the credentials of a page of an issuer's certificates stand.
pub fn credential_statuses(issuer: Territory, page: u32) -> CredentialStatusPage {
	let ordinals = Ordinals::<Runtime>::get(issuer);
	let first = page.saturating_mul(CREDENTIAL_PAGE).min(ordinals);
	let last = first.saturating_add(CREDENTIAL_PAGE).min(ordinals);
	let standings: Vec<_> = match Administrations::administration(issuer) {
		Some(administration) => (first..last)
			.filter_map(|ordinal| {
				let number = Numbers::<Runtime>::get(issuer, ordinal)?;
				let record = Certificates::certificate(issuer, &number)?;
				Some(Certificates::credential_standing(
					&administration,
					&number,
					&record,
				))
			})
			.collect(),
		None => Vec::new(),
	};
	CredentialStatusPage {
		ordinals,
		changes_at: standings
			.iter()
			.filter_map(|standing| standing.changes_at)
			.min(),
		statuses: standings.into_iter().map(status).collect(),
	}
}

fn status(standing: CredentialStanding) -> CredentialStatus {
	CredentialStatus {
		edition: standing.edition,
		ended: standing.ended,
		suspended: standing.suspended,
	}
}
