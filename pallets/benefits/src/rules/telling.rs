//! For whom benefits begin or end with a change of a certificate.

use aeo_primitives::{
	recognition::{earned, succession_of, Administration, Certificate, Leg, TypeSuccession},
	Benefits, Moment, Territory, MAX_GRANTORS,
};
use alloc::vec::Vec;
use frame_support::{traits::ConstU32, BoundedBTreeSet};

/// A grantor and the legs to it.
pub(crate) struct Partner {
	pub grantor: Administration,
	pub legs: Vec<Leg>,
}

/// The grantors that have suspended their recognition of a certificate.
pub(crate) type Unrecognised = BoundedBTreeSet<Territory, ConstU32<MAX_GRANTORS>>;

/// The grantors that gain, and those that lose something.
pub(crate) type Difference = (Vec<Territory>, Vec<Territory>);

/// A certificate before and after; none where it is new, or counts no more.
pub(crate) type Change<'a> = (Option<&'a Certificate>, Option<&'a Certificate>);

/// Returns whether two certificates earn the same: what a certificate earns depends on nothing else
/// of it.
fn is_alike(one: &Certificate, other: &Certificate) -> bool {
	one.certificate_type == other.certificate_type
		&& one.halves == other.halves
		&& one.roles == other.roles
		&& one.state == other.state
		&& one.validity == other.validity
		&& one.consent == other.consent
}

/// Returns whether two changes make the same difference.
fn are_alike(one: Change, other: Change) -> bool {
	let alike = |one: Option<&Certificate>, other: Option<&Certificate>| match (one, other) {
		(Some(one), Some(other)) => is_alike(one, other),
		(None, None) => true,
		_ => false,
	};
	alike(one.0, other.0) && alike(one.1, other.1)
}

/// Returns whether `one` has a benefit that `other` lacks.
fn exceeds(one: Benefits, other: Benefits) -> bool {
	one.iter().any(|benefit| !other.contains(benefit))
}

/// What the changes of one issuer's certificates come to at one moment. What is alike is worked out
/// once.
pub(crate) struct Telling<'a> {
	now: Moment,
	pub issuer: Administration,
	partners: Vec<Partner>,
	/// What succeeds the issuer's types; none where nobody has needed it yet.
	successions: Option<Vec<TypeSuccession>>,
	known: Vec<(Change<'a>, Unrecognised, Difference)>,
}

impl<'a> Telling<'a> {
	/// Begins with an issuer whose word counts, and its partners whose word counts.
	pub fn new(now: Moment, issuer: Administration, partners: Vec<Partner>) -> Self {
		Self {
			now,
			issuer,
			partners,
			successions: None,
			known: Vec::new(),
		}
	}

	/// Returns whether a leg doesn't name the type of a certificate and it isn't known what succeeds the
	/// issuer's types.
	pub fn lacks_successions(&self, certificate: &Certificate) -> bool {
		let named = &certificate.certificate_type;
		let mut legs = self.partners.iter().flat_map(|partner| &partner.legs);
		self.successions.is_none() && legs.any(|leg| !leg.offer.types.contains(named))
	}

	/// Notes what succeeds the issuer's types.
	pub fn note_successions(&mut self, successions: Vec<TypeSuccession>) {
		self.successions = Some(successions);
	}

	/// Returns a certificate with what succeeds its type.
	fn with_succession(&self, certificate: &Certificate) -> Certificate {
		let all = self.successions.as_deref().unwrap_or_default();
		Certificate {
			succeeded_by: succession_of(all, &certificate.certificate_type),
			..certificate.clone()
		}
	}

	/// Returns for whom something begins and ends with a change, if for anybody: nobody who has
	/// suspended its recognition.
	pub fn difference(&mut self, change: Change<'a>, unrecognised: Unrecognised) -> Difference {
		let found = self
			.known
			.iter()
			.find(|(earlier, by, _)| *by == unrecognised && are_alike(*earlier, change));
		let found = found.map(|(.., difference)| difference.clone());
		found.unwrap_or_else(|| {
			let new = self.compare(change, &unrecognised);
			self.known.push((change, unrecognised, new.clone()));
			new
		})
	}

	/// Returns what [`Self::difference`] does, worked out.
	fn compare(&self, (before, after): Change, unrecognised: &Unrecognised) -> Difference {
		let mut difference = Difference::default();
		let (begin, end) = (&mut difference.0, &mut difference.1);
		let before = before.map(|certificate| self.with_succession(certificate));
		let after = after.map(|certificate| self.with_succession(certificate));
		let recognising = self
			.partners
			.iter()
			.filter(|partner| !unrecognised.contains(&partner.grantor.territory));
		for Partner { grantor, legs } in recognising {
			let gives = |certificate| earned(self.now, &self.issuer, grantor, certificate, legs);
			let before = before.as_ref().map(gives).unwrap_or_default();
			let after = after.as_ref().map(gives).unwrap_or_default();
			if exceeds(after, before) {
				begin.push(grantor.territory);
			}
			if exceeds(before, after) {
				end.push(grantor.territory);
			}
		}
		difference
	}
}
