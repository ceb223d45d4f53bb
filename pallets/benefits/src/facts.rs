//! Gathering the facts of a question, for calls and queries. The rule is
//! `aeo_primitives::recognition::evaluate`.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::Config;
use aeo_primitives::{
	certificate_number,
	recognition::{
		Administration, Certificate, Facts, Leg, Offer, Resolution, Standing, Succession, Trader,
		TraderState, TypeSuccession, MAX_CERTIFICATES, MAX_SUCCESSIONS,
	},
	tin::Tin,
	AdministrationLookup, AliasMatch, CertificateLookup, CertificateNumber, CertificateType,
	Direction, Grantor, Identifier, LegLookup, Moment, RecognitionSuspensionLookup, Role,
	Territory, TraderId, TraderLookup, MAX_DOMESTIC_OFFERS, MAX_LEGS,
};
use aeo_support::clock::BlockTime;
use alloc::{collections::BTreeMap, vec::Vec};
use core::marker::PhantomData;
use frame_support::{traits::ConstU32, BoundedVec};

/// The facts of a question, and what a grant records besides.
pub(crate) struct Gathered {
	pub facts: Facts,
	/// The trader, where there is one.
	pub trader: Option<TraderId>,
	/// The versions of its certificates.
	pub versions: BTreeMap<CertificateNumber, u32>,
}

/// What an identifier names.
enum Found {
	Nobody,
	Unconfirmed,
	Trader(TraderId),
}

/// Returns what an identifier that names nobody resolves to: where its scheme could not have issued it,
/// it is no number.
fn unknown(identifier: &Identifier) -> Resolution {
	let checked = match identifier {
		Identifier::Tin(tin) => Tin::parse(tin).and_then(|tin| tin.check()),
		Identifier::Alias { scheme, value } => {
			scheme.normal(value).and_then(|value| scheme.check(&value))
		}
		Identifier::Certificate { .. } => return Resolution::NoMatch,
	};
	checked.map_or_else(Resolution::NotANumber, |_| Resolution::NoMatch)
}

/// Returns what succeeds a type, where anything does.
pub(crate) fn succession_of(all: &[TypeSuccession], of: &CertificateType) -> Option<Succession> {
	all.iter()
		.find(|known| known.of == *of)
		.map(|known| Succession {
			by: known.by.clone(),
			from: known.from,
		})
}

/// Gathers the facts of questions to one grantor. What they have in common is read once: the grantor,
/// and for each issuer its record and what binds the two.
pub(crate) struct Evaluator<T> {
	pub grantor: Grantor,
	now: Moment,
	issuers: BTreeMap<Territory, Option<Administration>>,
	legs: BTreeMap<Territory, BoundedVec<Leg, ConstU32<MAX_LEGS>>>,
	domestic: Option<BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>>,
	successions: BTreeMap<Territory, BoundedVec<TypeSuccession, ConstU32<MAX_SUCCESSIONS>>>,
	config: PhantomData<T>,
}

impl<T: Config> Evaluator<T> {
	/// Begins with the questions to this grantor; `None` where it is no administration.
	pub fn new(grantor: Territory) -> Option<Self> {
		Some(Self {
			grantor: T::Administrations::grantor(grantor)?,
			now: T::Time::moment(),
			issuers: BTreeMap::new(),
			legs: BTreeMap::new(),
			domestic: None,
			successions: BTreeMap::new(),
			config: PhantomData,
		})
	}

	/// Returns the facts of one question.
	pub fn gather(
		&mut self,
		identifier: &Identifier,
		role: Role,
		direction: Direction,
	) -> Gathered {
		let mut versions = BTreeMap::new();
		let (id, trader) = match self.find(identifier) {
			Found::Nobody => (None, unknown(identifier)),
			Found::Unconfirmed => (None, Resolution::AliasUnconfirmed),
			Found::Trader(id) => match self.trader(&id, &mut versions) {
				Some(trader) => (Some(id), Resolution::Found(trader)),
				None => (None, unknown(identifier)),
			},
		};
		Gathered {
			facts: Facts {
				now: self.now,
				grantor: self.grantor.administration.clone(),
				role,
				direction,
				incident_open: self.grantor.incident_open,
				trader,
			},
			trader: id,
			versions,
		}
	}

	/// Returns what an identifier names.
	fn find(&self, identifier: &Identifier) -> Found {
		let found = match identifier {
			Identifier::Tin(tin) => T::Traders::id_of(tin),
			Identifier::Certificate { issuer, number } => certificate_number(number)
				.ok()
				.and_then(|number| T::Certificates::holder_of(*issuer, &number)),
			Identifier::Alias { scheme, value } => {
				match T::Traders::by_alias(self.territory(), *scheme, value) {
					AliasMatch::NoMatch => None,
					AliasMatch::Unconfirmed => return Found::Unconfirmed,
					AliasMatch::Trader(trader) => Some(trader),
				}
			}
		};
		found.map_or(Found::Nobody, Found::Trader)
	}

	fn territory(&self) -> Territory {
		self.grantor.administration.territory
	}

	/// Returns a trader with its certificates, and what binds its issuer and the grantor. What
	/// can't matter is not read.
	fn trader(
		&mut self,
		id: &TraderId,
		versions: &mut BTreeMap<CertificateNumber, u32>,
	) -> Option<Trader> {
		let record = T::Traders::trader(id)?;
		let issuer = record.administration;
		let mut trader = Trader {
			state: record.state,
			issuer: self.issuer(issuer)?,
			certificates: BoundedVec::new(),
			legs: BoundedVec::new(),
			domestic: BoundedVec::new(),
		};
		if trader.state != TraderState::Active {
			return Some(trader);
		}
		// What its administration certified before it left counts again when it says so itself.
		if record.admission != trader.issuer.admission {
			trader.issuer.standing = Standing::Withdrawn;
		}
		trader.certificates = Self::certificates(issuer, id, versions);
		if trader.certificates.is_empty() {
			return Some(trader);
		}
		if issuer == self.territory() {
			trader.domestic = self.domestic();
			let offers: Vec<_> = trader.domestic.iter().collect();
			self.note_successions(issuer, &mut trader.certificates, &offers);
			return Some(trader);
		}
		trader.legs = self.legs(issuer);
		let offers: Vec<_> = trader.legs.iter().map(|leg| &leg.offer).collect();
		self.note_successions(issuer, &mut trader.certificates, &offers);
		if !trader.legs.is_empty() {
			for certificate in &mut trader.certificates {
				certificate.recognition_suspended = T::RecognitionSuspensions::is_suspended(
					self.territory(),
					issuer,
					&certificate.number,
				);
			}
		}
		Some(trader)
	}

	fn certificates(
		issuer: Territory,
		trader: &TraderId,
		versions: &mut BTreeMap<CertificateNumber, u32>,
	) -> BoundedVec<Certificate, ConstU32<MAX_CERTIFICATES>> {
		let held = T::Certificates::of_trader(issuer, trader);
		let certificates = held.into_iter().map(|held| {
			versions.insert(held.certificate.number.clone(), held.version);
			held.certificate
		});
		BoundedVec::truncate_from(certificates.collect())
	}

	/// Notes what succeeds the types of certificates, where an offer doesn't name one of them: in the
	/// plain case nothing is read.
	fn note_successions(
		&mut self,
		issuer: Territory,
		certificates: &mut BoundedVec<Certificate, ConstU32<MAX_CERTIFICATES>>,
		offers: &[&Offer],
	) {
		for certificate in certificates.iter_mut() {
			let named = &certificate.certificate_type;
			if offers.iter().any(|offer| !offer.types.contains(named)) {
				let all = self
					.successions
					.entry(issuer)
					.or_insert_with(|| T::Certificates::successions(issuer));
				certificate.succeeded_by = succession_of(all, named);
			}
		}
	}

	fn issuer(&mut self, issuer: Territory) -> Option<Administration> {
		if issuer == self.territory() {
			return Some(self.grantor.administration.clone());
		}
		self.issuers
			.entry(issuer)
			.or_insert_with(|| T::Administrations::administration(issuer))
			.clone()
	}

	fn legs(&mut self, issuer: Territory) -> BoundedVec<Leg, ConstU32<MAX_LEGS>> {
		let grantor = self.territory();
		self.legs
			.entry(issuer)
			.or_insert_with(|| T::Legs::legs(issuer, grantor))
			.clone()
	}

	fn domestic(&mut self) -> BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>> {
		let grantor = self.territory();
		self.domestic
			.get_or_insert_with(|| T::Certificates::domestic_offers(grantor))
			.clone()
	}
}
