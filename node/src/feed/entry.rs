//! What a feed tells: entries of blocks, and for one grantor the lines of them.

use aeo_primitives::{recognition::Earned, Benefits, Moment, Territory};
use aeo_runtime::{BlockNumber, Hash};
use aeo_runtime_api::{CertificateKey, Change, Given, Matter, Standing};
use codec::{Decode, Encode};

/// How an entry came about.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq)]
pub enum Origin {
	/// It was decided in the block.
	Decided,
	/// The clock brought it.
	Due,
}

/// A change, with what was before it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Entry {
	/// How it came about.
	pub origin: Origin,
	/// What changed.
	pub change: Change,
	/// What the certificate earned in the block before, where it is about one.
	pub before: Vec<Given>,
}

/// A block with what it tells.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Told {
	/// Its number.
	pub number: BlockNumber,
	/// Its hash.
	pub hash: Hash,
	/// The hash of the block before it.
	pub parent: Hash,
	/// Its time.
	pub time: Moment,
	/// What it tells, in order.
	pub entries: Vec<Entry>,
	/// What is to be looked at when the clock gets there.
	pub scheduled: Vec<(Moment, CertificateKey)>,
}

/// What a change means for what somebody earns.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Effect {
	/// Nothing.
	None,
	/// Something is earned that was not before, and nothing is lost.
	Begins,
	/// Something is lost, and nothing new is earned.
	Ends,
	/// Both.
	Changes,
}

impl Effect {
	/// What it is called.
	pub const fn name(self) -> &'static str {
		match self {
			Self::None => "none",
			Self::Begins => "begins",
			Self::Ends => "ends",
			Self::Changes => "changes",
		}
	}
}

impl Told {
	/// How many entries it has.
	pub fn count(&self) -> u32 {
		u32::try_from(self.entries.len()).unwrap_or(u32::MAX)
	}

	/// Its entries with their places, from 1.
	pub fn placed(&self) -> impl DoubleEndedIterator<Item = (u32, &Entry)> + ExactSizeIterator {
		let place = |place| u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1);
		self.entries
			.iter()
			.enumerate()
			.map(move |(index, entry)| (place(index), entry))
	}
}

/// Whether one grantor alone hears of a change of a certificate, besides its issuer.
pub const fn is_for_one(change: &Change) -> bool {
	matches!(change.matter, Matter::Recognition { .. })
}

/// What may be acknowledged is said with a change that all grantors hear of; nowhere, where there is none
/// of that issuer.
pub fn say_through_to_all(changes: &mut [Change]) {
	let hidden: Vec<_> = changes
		.iter_mut()
		.filter(|change| is_for_one(change))
		.filter_map(|change| change.through.take())
		.collect();
	for through in hidden {
		let is_of = |standing: &Standing| standing.issuer == through.issuer;
		let last = changes
			.iter_mut()
			.rev()
			.find(|change| !is_for_one(change) && change.certificate().is_some_and(is_of));
		if let Some(change) = last {
			change.through = Some(through);
		}
	}
}

fn of(given: &[Given], grantor: Territory) -> &[Earned] {
	given
		.iter()
		.find(|given| given.grantor == grantor)
		.map_or(&[], |given| &given.benefits)
}

impl Entry {
	/// Whether a grantor hears of it.
	pub fn concerns(&self, grantor: Territory) -> bool {
		self.change.hears.contains(&grantor)
	}

	/// The certificate that it is about, where it is about one.
	pub fn certificate(&self) -> Option<CertificateKey> {
		self.change.certificate().map(CertificateKey::of)
	}

	/// What the certificate earned before, from a grantor.
	pub fn before(&self, grantor: Territory) -> &[Earned] {
		of(&self.before, grantor)
	}

	/// What it earns after, from a grantor.
	pub fn after(&self, grantor: Territory) -> &[Earned] {
		of(self.change.given(), grantor)
	}

	/// What it means for what a grantor gives.
	pub fn effect(&self, grantor: Territory) -> Effect {
		let (before, after) = (self.before(grantor), self.after(grantor));
		match (is_within(after, before), is_within(before, after)) {
			(true, true) => Effect::None,
			(false, true) => Effect::Begins,
			(true, false) => Effect::Ends,
			(false, false) => Effect::Changes,
		}
	}

	/// Whether it may take something away from what a grantor gives: that is told before it is final.
	pub fn takes(&self, grantor: Territory) -> bool {
		self.resync(grantor).is_some()
			|| matches!(self.effect(grantor), Effect::Ends | Effect::Changes)
	}

	/// Whose certificates a grantor has to read anew, where it is more than one certificate.
	pub fn resync(&self, grantor: Territory) -> Option<Resync> {
		match &self.change.matter {
			Matter::Leg {
				issuer,
				grantor: gives,
				..
			} => (*gives == grantor).then_some(Resync::Of(*issuer)),
			// It gives nothing more, or again: whoever's certificates they are.
			Matter::Issuer { issuer, .. } if *issuer == grantor => Some(Resync::All),
			Matter::Issuer { issuer, .. } | Matter::Offer { issuer, .. } => {
				Some(Resync::Of(*issuer))
			}
			Matter::Upgrade { .. } => Some(Resync::All),
			Matter::Certificate { .. }
			| Matter::Consent { .. }
			| Matter::Recognition { .. }
			| Matter::Trader { .. }
			| Matter::Alias { .. }
			| Matter::Incident { .. } => None,
		}
	}

	/// Whether a grantor has to read anew because of it what an issuer's certificates earn.
	pub fn unsettles(&self, grantor: Territory, issuer: Territory) -> bool {
		self.concerns(grantor)
			&& self
				.resync(grantor)
				.is_some_and(|anew| matches!(anew, Resync::All) || anew == Resync::Of(issuer))
	}

	/// The name of its kind.
	pub const fn kind(&self) -> Kind {
		match &self.change.matter {
			Matter::Certificate { .. } => Kind::Certificate,
			Matter::Consent { .. } => Kind::Consent,
			Matter::Recognition { .. } => Kind::Recognition,
			Matter::Leg { .. } => Kind::Leg,
			Matter::Issuer { .. } => Kind::Issuer,
			Matter::Trader { .. } => Kind::Trader,
			Matter::Alias { .. } => Kind::Alias,
			Matter::Offer { .. } => Kind::Offer,
			Matter::Incident { .. } => Kind::Incident,
			Matter::Upgrade { .. } => Kind::Upgrade,
		}
	}
}

/// What is to be read anew.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Resync {
	/// The certificates of one issuer.
	Of(Territory),
	/// All.
	All,
}

/// The kinds of entries.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
	/// A certificate.
	Certificate,
	/// The consent to sharing one.
	Consent,
	/// What one grantor makes of one.
	Recognition,
	/// A leg.
	Leg,
	/// An administration.
	Issuer,
	/// A trader.
	Trader,
	/// An alias.
	Alias,
	/// What is given at home.
	Offer,
	/// An incident.
	Incident,
	/// Another runtime.
	Upgrade,
}

impl Kind {
	/// All of them.
	pub const ALL: [Self; 10] = [
		Self::Certificate,
		Self::Consent,
		Self::Recognition,
		Self::Leg,
		Self::Issuer,
		Self::Trader,
		Self::Alias,
		Self::Offer,
		Self::Incident,
		Self::Upgrade,
	];

	/// What it is called.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Certificate => "certificate",
			Self::Consent => "consent",
			Self::Recognition => "recognition",
			Self::Leg => "leg",
			Self::Issuer => "issuer",
			Self::Trader => "trader",
			Self::Alias => "alias",
			Self::Offer => "offer",
			Self::Incident => "incident",
			Self::Upgrade => "upgrade",
		}
	}
}

/// Whether everything that is earned here is earned there too.
fn is_within(these: &[Earned], those: &[Earned]) -> bool {
	these.iter().all(|one| {
		let there = benefits(those, one);
		one.benefits.iter().all(|benefit| there.contains(benefit))
	})
}

/// What is earned in the same role and direction.
fn benefits(earned: &[Earned], like: &Earned) -> Benefits {
	earned
		.iter()
		.find(|other| (other.role, other.direction) == (like.role, like.direction))
		.map(|other| other.benefits)
		.unwrap_or_default()
}

/// What is earned in both.
pub fn both(these: &[Earned], those: &[Earned]) -> Vec<Earned> {
	these
		.iter()
		.filter_map(|one| {
			let there = benefits(those, one);
			let shared = one
				.benefits
				.iter()
				.filter(|benefit| there.contains(*benefit));
			let benefits = Benefits::new(shared).unwrap_or_default();
			(!benefits.is_empty()).then_some(Earned { benefits, ..*one })
		})
		.collect()
}
