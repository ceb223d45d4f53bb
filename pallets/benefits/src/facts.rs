//! Gathering the facts of a question, for calls and queries. The rule is
//! `aeo_primitives::recognition::evaluate`.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::Config;
use aeo_primitives::{
	certificate_number,
	recognition::{
		succession_of, Administration, Certificate, Facts, Leg, Offer, OtherNumber, Resolution,
		Standing, SuccessionList, Trader, TraderState, MAX_CERTIFICATES,
	},
	tin::{Reason, Tin},
	AdministrationLookup, AliasMatch, CertificateLookup, CertificateNumber, Direction, Grantor,
	Identifier, LegLookup, Moment, RecognitionSuspensionLookup, Role, Territory, TraderId,
	TraderLookup, TraderRecord, MAX_DOMESTIC_OFFERS, MAX_LEGS,
};
use aeo_support::clock::BlockTime;
use alloc::{collections::BTreeMap, vec::Vec};
use core::marker::PhantomData;
use frame_support::{traits::ConstU32, BoundedVec};
use sp_runtime::traits::SaturatedConversion;

/// The facts of a question, and what a grant records besides.
pub(crate) struct Gathered {
	pub facts: Facts,
	/// The trader, where there is one.
	pub trader: Option<TraderId>,
	/// The versions of its certificates.
	pub versions: BTreeMap<CertificateNumber, u32>,
}

/// A registered trader that an identifier names.
struct Named {
	id: TraderId,
	record: TraderRecord,
	/// Its number, where it is named by another one.
	other_number: Option<OtherNumber>,
}

impl Named {
	fn new(id: TraderId, record: TraderRecord) -> Self {
		Self {
			id,
			record,
			other_number: None,
		}
	}
}

/// Why an identifier names no trader.
enum Nobody {
	NoMatch,
	Unconfirmed,
	NotANumber(Reason),
}

impl From<Nobody> for Resolution {
	fn from(nobody: Nobody) -> Self {
		match nobody {
			Nobody::NoMatch => Self::NoMatch,
			Nobody::Unconfirmed => Self::AliasUnconfirmed,
			Nobody::NotANumber(reason) => Self::NotANumber(reason),
		}
	}
}

/// Returns why a number names nobody: where its scheme could not have issued it, it is no number.
fn unknown<T>(check: Result<T, Reason>) -> Nobody {
	check.map_or_else(Nobody::NotANumber, |_| Nobody::NoMatch)
}

/// Gathers the facts of questions to one grantor. What they have in common is read once: the grantor,
/// and for each issuer its record and what binds the two.
pub(crate) struct Evaluator<T> {
	pub grantor: Grantor,
	now: Moment,
	issuers: BTreeMap<Territory, Option<Administration>>,
	legs: BTreeMap<Territory, BoundedVec<Leg, ConstU32<MAX_LEGS>>>,
	domestic: Option<BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>>,
	successions: BTreeMap<Territory, SuccessionList>,
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

	/// Returns how many legs were read until now.
	pub fn legs_read(&self) -> u32 {
		let legs = self.legs.values().map(|legs| legs.len());
		legs.fold(0, usize::saturating_add).saturated_into()
	}

	/// Returns the facts of one question.
	pub fn gather(
		&mut self,
		identifier: &Identifier,
		role: Role,
		direction: Direction,
	) -> Gathered {
		let mut versions = BTreeMap::new();
		let (id, trader) = match self.resolve(identifier, &mut versions) {
			Ok((id, trader)) => (Some(id), Resolution::Found(trader)),
			Err(nobody) => (None, nobody.into()),
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

	/// Returns the trader that an identifier names, with what is said of it and what binds issuer and
	/// grantor; or what it resolves to where it names none.
	fn resolve(
		&mut self,
		identifier: &Identifier,
		versions: &mut BTreeMap<CertificateNumber, u32>,
	) -> Result<(TraderId, Trader), Nobody> {
		match identifier {
			Identifier::Tin(written) => {
				let tin = Tin::parse(written).map_err(Nobody::NotANumber)?;
				Self::by_tin(&tin)
					.and_then(|named| self.trader(named, versions))
					.or_else(|| self.by_branch(&tin, versions))
					.ok_or_else(|| unknown(tin.check()))
			}
			Identifier::Certificate { issuer, number } => certificate_number(number)
				.ok()
				.and_then(|number| T::Certificates::holder_of(*issuer, &number))
				.and_then(|id| self.trader(Self::by_id(id)?, versions))
				.ok_or(Nobody::NoMatch),
			Identifier::Alias { scheme, value } => {
				match T::Traders::by_alias(self.territory(), *scheme, value) {
					AliasMatch::NoMatch => None,
					AliasMatch::Unconfirmed => return Err(Nobody::Unconfirmed),
					AliasMatch::Trader(id) => Self::by_id(id),
				}
				.and_then(|named| self.trader(named, versions))
				.ok_or_else(|| unknown(scheme.normal(value).and_then(|value| scheme.check(&value))))
			}
		}
	}

	fn by_id(id: TraderId) -> Option<Named> {
		Some(Named::new(id, T::Traders::trader(&id)?))
	}

	/// Returns the trader that a number leads to.
	fn by_tin(tin: &Tin) -> Option<Named> {
		let (id, record) = T::Traders::by_tin(tin)?;
		let present = &record.tin;
		let other_number = (present != tin.text()).then(|| OtherNumber::Former {
			present: present.clone(),
		});
		Some(Named {
			other_number,
			..Named::new(id, record)
		})
	}

	/// Returns the whole entity whose branch has a number, with those of its certificates that cover
	/// branches. None where it has none: then nobody says anything of the branch.
	fn by_branch(
		&mut self,
		tin: &Tin,
		versions: &mut BTreeMap<CertificateNumber, u32>,
	) -> Option<(TraderId, Trader)> {
		let (id, record) = T::Traders::by_tin(&tin.head_office()?)?;
		let issuer = record.administration;
		let other_number = Some(OtherNumber::Branch {
			of: record.tin.clone(),
		});
		let named = Named {
			other_number,
			..Named::new(id, record)
		};
		let (id, mut trader) = self.trader(named, versions)?;
		let mut covers = BTreeMap::new();
		trader.certificates.retain(|certificate| {
			let programme = &certificate.certificate_type.programme;
			*covers
				.entry(programme.clone())
				.or_insert_with(|| T::Certificates::covers_branches(issuer, programme))
		});
		(!trader.certificates.is_empty()).then_some((id, trader))
	}

	fn territory(&self) -> Territory {
		self.grantor.administration.territory
	}

	/// Returns a trader with its certificates, and what binds its issuer and the grantor. What
	/// can't matter is not read.
	fn trader(
		&mut self,
		named: Named,
		versions: &mut BTreeMap<CertificateNumber, u32>,
	) -> Option<(TraderId, Trader)> {
		let Named {
			id,
			record,
			other_number,
		} = named;
		let issuer = record.administration;
		let mut trader = Trader {
			state: record.state,
			other_number,
			issuer: self.issuer(issuer)?,
			certificates: BoundedVec::new(),
			legs: BoundedVec::new(),
			domestic: BoundedVec::new(),
		};
		if trader.state != TraderState::Active {
			return Some((id, trader));
		}
		// What its administration certified before it left counts again when it says so itself.
		if record.admission != trader.issuer.admission {
			trader.issuer.standing = Standing::Withdrawn;
		}
		trader.certificates = Self::certificates(issuer, &id, versions);
		if trader.certificates.is_empty() {
			return Some((id, trader));
		}
		if issuer == self.territory() {
			trader.domestic = self.domestic();
			let offers: Vec<_> = trader.domestic.iter().collect();
			self.note_successions(issuer, &mut trader.certificates, &offers);
			return Some((id, trader));
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
		Some((id, trader))
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
