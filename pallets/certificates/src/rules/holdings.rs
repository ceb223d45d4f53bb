//! How the certificates of one trader stand beside each other.

use super::{
	days::{bars, is_live},
	lifecycle,
};
use crate::types::CertificateRecord;
use aeo_primitives::{CertificateNumber, CertificateType};
use aeo_support::clock::Clock;

/// Why a certificate can't stand beside the others of its trader.
pub(crate) enum Clash {
	/// Another application for its type is open.
	ApplicationOpenAlready,
	/// Another live certificate of its type names one of the roles.
	RoleAlreadyCertified,
}

/// Refuses a certificate where another live one in `held` is of the same type and names one of the
/// roles (invariant I3), and an application where another one for that type is open.
pub(crate) fn ensure_roles_free(
	record: &CertificateRecord,
	held: &[(CertificateNumber, CertificateRecord)],
	clock: Clock,
) -> Result<(), Clash> {
	let mut others = held.iter().map(|(_, other)| other).filter(|other| {
		other.ordinal != record.ordinal && other.certificate_type == record.certificate_type
	});
	if lifecycle::is_open(record.state) {
		if others.any(|other| lifecycle::is_open(other.state)) {
			return Err(Clash::ApplicationOpenAlready);
		}
	} else if is_live(record, clock) {
		let clashes = |other: &CertificateRecord| {
			other.roles.iter().any(|role| record.roles.contains(role)) && is_live(other, clock)
		};
		if others.any(clashes) {
			return Err(Clash::RoleAlreadyCertified);
		}
	}
	Ok(())
}

/// Returns whether an earlier decision about one of `held` keeps its trader out of a programme.
pub(crate) fn is_barred(
	certificate_type: &CertificateType,
	held: &[(CertificateNumber, CertificateRecord)],
	clock: Clock,
) -> bool {
	held.iter().any(|(_, other)| {
		other.certificate_type.programme == certificate_type.programme && bars(other, clock)
	})
}

/// Returns whether the certificate `number` stays in the index of its trader when `record` needs
/// room there: it is live or an open application, it bars, or it is the latest of its type in
/// `held`.
pub(crate) fn stays(
	number: &CertificateNumber,
	record: &CertificateRecord,
	held: &[(CertificateNumber, CertificateRecord)],
	clock: Clock,
) -> bool {
	let is_latest = |old: &CertificateRecord| {
		old.certificate_type != record.certificate_type
			&& !held.iter().any(|(_, other)| {
				other.certificate_type == old.certificate_type && other.ordinal > old.ordinal
			})
	};
	held.iter().any(|(other, old)| {
		other == number
			&& (is_live(old, clock)
				|| lifecycle::is_open(old.state)
				|| bars(old, clock)
				|| is_latest(old))
	})
}
