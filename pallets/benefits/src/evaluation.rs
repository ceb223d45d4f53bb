//! Gathering the facts of a question. The rule is `aeo_primitives::recognition::evaluate`.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{Config, Pallet};
use aeo_primitives::{
	recognition::{
		evaluate, Administration, Answer, Facts, Resolution, Trader, TraderState, MAX_CERTIFICATES,
	},
	AdministrationLookup, AliasMatch, CertificateLookup, CertificateNumber, Direction, Identifier,
	LegLookup, Moment, RecognitionSuspensionLookup, Role, Territory, TraderId, TraderLookup,
};
use alloc::collections::BTreeMap;
use frame_support::{
	traits::{ConstU32, UnixTime},
	BoundedVec,
};
use sp_runtime::traits::SaturatedConversion;

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

impl<T: Config> Pallet<T> {
	/// The time of the block.
	pub(crate) fn now() -> Moment {
		T::Time::now().as_millis().saturated_into()
	}

	/// Everything that an answer depends on; `None` where `grantor` is no administration. For one
	/// certificate, named by a TIN, at most 8 values are read.
	pub fn facts(
		grantor: Territory,
		identifier: &Identifier,
		role: Role,
		direction: Direction,
	) -> Option<Facts> {
		Self::gather(grantor, identifier, role, direction).map(|gathered| gathered.facts)
	}

	/// The benefits, or why there are none; `None` where `grantor` is no administration.
	pub fn evaluate(
		grantor: Territory,
		identifier: &Identifier,
		role: Role,
		direction: Direction,
	) -> Option<Answer> {
		Self::facts(grantor, identifier, role, direction).map(|facts| evaluate(&facts))
	}

	pub(crate) fn gather(
		grantor: Territory,
		identifier: &Identifier,
		role: Role,
		direction: Direction,
	) -> Option<Gathered> {
		let grantor = T::Administrations::administration(grantor)?;
		let mut versions = BTreeMap::new();
		let (id, trader) = match Self::find(grantor.territory, identifier) {
			Found::Nobody => (None, Resolution::NoMatch),
			Found::Unconfirmed => (None, Resolution::AliasUnconfirmed),
			Found::Trader(id) => match Self::trader(&grantor, &id, &mut versions) {
				Some(trader) => (Some(id), Resolution::Found(trader)),
				None => (None, Resolution::NoMatch),
			},
		};
		Some(Gathered {
			facts: Facts {
				now: Self::now(),
				grantor,
				role,
				direction,
				incident_open: false,
				trader,
			},
			trader: id,
			versions,
		})
	}

	fn find(grantor: Territory, identifier: &Identifier) -> Found {
		let found = match identifier {
			Identifier::Tin(tin) => T::Traders::id_of(tin),
			Identifier::Certificate { issuer, number } => {
				T::Certificates::holder_of(*issuer, number)
			}
			Identifier::Alias { scheme, value } => {
				match T::Traders::by_alias(grantor, *scheme, value) {
					AliasMatch::NoMatch => None,
					AliasMatch::Unconfirmed => return Found::Unconfirmed,
					AliasMatch::Trader(trader) => Some(trader),
				}
			}
		};
		found.map_or(Found::Nobody, Found::Trader)
	}

	/// A trader with its certificates, and what binds its issuer and the grantor. What can't matter
	/// is not read.
	fn trader(
		grantor: &Administration,
		id: &TraderId,
		versions: &mut BTreeMap<CertificateNumber, u32>,
	) -> Option<Trader> {
		let record = T::Traders::trader(id)?;
		let is_home = record.administration == grantor.territory;
		let issuer = if is_home {
			grantor.clone()
		} else {
			T::Administrations::administration(record.administration)?
		};
		let mut trader = Trader {
			state: record.state,
			issuer,
			certificates: BoundedVec::new(),
			legs: BoundedVec::new(),
			domestic: BoundedVec::new(),
		};
		if trader.state != TraderState::Active {
			return Some(trader);
		}
		let issuer = trader.issuer.territory;
		trader.certificates = Self::certificates(issuer, id, versions);
		if trader.certificates.is_empty() {
			return Some(trader);
		}
		if is_home {
			trader.domestic = T::Certificates::domestic_offers(issuer);
			return Some(trader);
		}
		trader.legs = T::Legs::legs(issuer, grantor.territory);
		if !trader.legs.is_empty() {
			for certificate in &mut trader.certificates {
				certificate.recognition_suspended = T::RecognitionSuspensions::is_suspended(
					grantor.territory,
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
	) -> BoundedVec<aeo_primitives::recognition::Certificate, ConstU32<MAX_CERTIFICATES>> {
		let held = T::Certificates::of_trader(issuer, trader);
		let certificates = held.into_iter().map(|held| {
			versions.insert(held.certificate.number.clone(), held.version);
			held.certificate
		});
		BoundedVec::truncate_from(certificates.collect())
	}
}
