//! What may an administration read of a certified trader's data, now?
//!
//! [`shared`] is the whole rule: a pure function over facts, for the runtime API, the issuer that seals
//! a list, the reader that opens it and the holder that asks alike. It follows the rule of
//! [recognition](crate::recognition) where both ask the same: does the word of both administrations
//! count, is a leg in force, does it cover the type, is consent given? It asks nothing about roles,
//! directions and benefits, and a suspended certificate goes on being shared.

use bounded_collections::{BoundedVec, ConstU32};

use crate::{
	recognition::{Administration, AgreementId, Certificate, ConsentNeed, LegState, MAX_TYPES},
	CertificateState, CertificateType, DataClass, DataClasses, Moment, UtcOffset,
};

/// How long data go on being shared after the end of a certificate, in milliseconds: 365 days, in
/// which a declaration of its last day can be amended and checked.
pub const SHARED_AFTER_END: Moment = 365 * 24 * 60 * 60 * 1_000;

value_types! {
	/// For which agreements a holder gives its consent to sharing, or withdraws it.
	#[derive(Copy, Ord, PartialOrd)]
	enum ConsentFor {
		/// One of them.
		#[codec(index = 0)]
		Agreement(AgreementId),
		/// All of them, those to come too; what was said of single ones holds no more.
		#[codec(index = 1)]
		All,
	}

	/// Whether the last list of an issuer for a reader is what that one can open, and may have.
	#[derive(Copy)]
	enum ListStanding {
		/// No leg in force discloses anything to the reader, or it does not count.
		#[codec(index = 0)]
		NotEntitled,
		/// The reader has another key since. The issuer seals it anew.
		#[codec(index = 1)]
		Outdated,
		/// The reader opens it with its present key.
		#[codec(index = 2)]
		Current,
	}

	/// A leg from an issuer to a reader, as far as sharing depends on it.
	struct DisclosedLeg {
		/// The agreement that it belongs to.
		pub agreement: AgreementId,
		/// Whether it operates; its days are the reader's local days. One that an administration has
		/// outlived has ended.
		pub state: LegState,
		/// Whether a certificate needs its holder's consent.
		pub consent: ConsentNeed,
		/// The types of certificate that it covers.
		pub types: BoundedVec<CertificateType, ConstU32<MAX_TYPES>>,
		/// What its reader, the leg's grantor, may see of the certified traders.
		pub classes: DataClasses,
	}
}

impl DisclosedLeg {
	/// Returns whether it is in force at `now` and discloses anything, where the reader's clocks stand
	/// at `utc_offset`.
	pub fn discloses(&self, now: Moment, utc_offset: UtcOffset) -> bool {
		self.state.in_force(now, utc_offset) && !self.classes.is_empty()
	}
}

/// Returns the classes of a certificate's data that `reader` may read at `now`.
///
/// `since` is when the chain learnt of the certificate's latest status period, and `legs` are those
/// from the issuer to the reader, of which there are no more than [`crate::MAX_LEGS`].
///
/// The issuer reads all of its own. Another one reads nothing where one of the two does not
/// [count](Administration::counts), where the certificate was never authorised, or where it has been
/// over for more than [`SHARED_AFTER_END`]; else the union of what the legs disclose that are in force,
/// cover its type, and need no consent or have it.
pub fn shared(
	now: Moment,
	issuer: &Administration,
	reader: &Administration,
	certificate: &Certificate,
	since: Moment,
	legs: &[DisclosedLeg],
) -> DataClasses {
	if reader.territory == issuer.territory {
		return union(DataClass::ALL.iter().copied());
	}
	if !issuer.counts() || !reader.counts() || !was_authorised(certificate) {
		return DataClasses::default();
	}
	let is_past = |last: Moment| now.saturating_sub(last) > SHARED_AFTER_END;
	if last_moment(certificate, issuer.utc_offset, since).is_some_and(is_past) {
		return DataClasses::default();
	}
	let is_open = |leg: &&DisclosedLeg| {
		leg.discloses(now, reader.utc_offset)
			&& certificate.is_one_of(&leg.types, now, issuer.utc_offset)
			&& (leg.consent == ConsentNeed::NotNeeded
				|| certificate.consent.is_given(leg.agreement))
	};
	let open = legs.iter().filter(is_open);
	union(open.flat_map(|leg| leg.classes.iter()))
}

/// Returns the set of some classes.
fn union(classes: impl Iterator<Item = DataClass>) -> DataClasses {
	// No more than there are, so that there is room for all.
	DataClasses::new(classes).unwrap_or_default()
}

/// Returns whether a certificate is or was more than an application.
fn was_authorised(certificate: &Certificate) -> bool {
	match certificate.state {
		CertificateState::Applied
		| CertificateState::Accepted
		| CertificateState::Rejected
		| CertificateState::ApplicationWithdrawn
		| CertificateState::Refused => false,
		CertificateState::Authorised
		| CertificateState::Suspended(_)
		| CertificateState::Revoked(_)
		| CertificateState::Relinquished(_)
		| CertificateState::Annulled => certificate.validity.is_some(),
	}
}

/// Returns the last moment of a certificate, which may be to come, where its issuer's clocks stand at
/// `utc_offset`; none where it has no end. One that was annulled is over since the chain knows of it.
fn last_moment(certificate: &Certificate, utc_offset: UtcOffset, since: Moment) -> Option<Moment> {
	let validity = certificate
		.validity
		.filter(|validity| !validity.renewal_pending);
	let expires = validity
		.and_then(|validity| validity.until)
		.map(|last| last.last_moment(utc_offset));
	match certificate.state {
		CertificateState::Annulled => Some(since),
		CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
			let ends = ended.from.first_moment(utc_offset).saturating_sub(1);
			Some(expires.map_or(ends, |expires| expires.min(ends)))
		}
		_ => expires,
	}
}
