//! How certificates stand for those who grant benefits for them: one by one, and as a list.

use crate::{
	Administrations, Agreements, Certificates, Identities, Runtime, Suspensions, Timestamp,
};
use aeo_primitives::{
	recognition::{
		earnings, succession_of, Administration, Certificate, Leg, LegState, LegSummary, Offer,
		Standing as Word, SuccessionList, TraderState,
	},
	AdministrationLookup, CertificateLookup, CertificateNumber, LegLookup, Moment,
	RecognitionSuspensionLookup, StateKind, Territory, TraderLookup,
};
use aeo_runtime_api::{CertificateKey, Given, ListPage, ListPlace, ListRow, Standing, MAX_ROWS};
use alloc::{collections::BTreeMap, vec::Vec};
use pallet_certificates::{CertificateRecord, Numbers, Ordinals};

/// A grantor, with the legs from one issuer to it.
struct Partner {
	administration: Administration,
	legs: Vec<Leg>,
}

/// An issuer, with what its certificates have in common: read once for all of them.
pub(super) struct Issuer {
	administration: Administration,
	successions: SuccessionList,
	domestic: Vec<Offer>,
	/// By territory, the issuer itself among them.
	partners: BTreeMap<Territory, Partner>,
}

/// A certificate, and what is known of it besides its record.
struct Known {
	facts: Certificate,
	record: CertificateRecord,
}

impl Issuer {
	/// None where it is no administration.
	pub fn of(issuer: Territory) -> Option<Self> {
		let administration = Administrations::administration(issuer)?;
		let mut legs: BTreeMap<Territory, Vec<Leg>> = BTreeMap::new();
		legs.insert(issuer, Vec::new());
		for LegSummary { grantor, leg, .. } in Agreements::summary(issuer) {
			if leg.state != LegState::Ended {
				legs.entry(grantor).or_default().push(leg);
			}
		}
		let partners = legs.into_iter().filter_map(|(grantor, legs)| {
			let administration = Administrations::administration(grantor)?;
			Some((
				grantor,
				Partner {
					administration,
					legs,
				},
			))
		});
		Some(Self {
			successions: Certificates::successions(issuer),
			domestic: Certificates::domestic_offers(issuer).into_inner(),
			partners: partners.collect(),
			administration,
		})
	}

	/// Those to whom its certificates matter.
	pub fn hearers(&self) -> impl Iterator<Item = Territory> + '_ {
		self.partners.keys().copied()
	}

	fn known(&self, number: &CertificateNumber, record: CertificateRecord) -> Known {
		let facts = Certificate {
			succeeded_by: succession_of(&self.successions, &record.certificate_type),
			..record.facts(number)
		};
		Known { facts, record }
	}

	fn find(&self, number: &CertificateNumber) -> Option<Known> {
		let record = Certificates::certificate(self.administration.territory, number)?;
		Some(self.known(number, record))
	}

	/// The issuer as it is for one certificate: what it certified before it left counts again when it
	/// says so itself. None where the trader goes on no more.
	fn vouching(&self, certificate: &Known) -> Option<Administration> {
		let trader = Identities::trader(&certificate.record.trader)?;
		let issuer = self.administration.clone();
		let vouches =
			trader.administration == issuer.territory && trader.admission == issuer.admission;
		(trader.state == TraderState::Active).then_some(if vouches {
			issuer
		} else {
			Administration {
				standing: Word::Withdrawn,
				..issuer
			}
		})
	}

	/// What a certificate earns at a moment from those whom `of` names.
	fn earned(
		&self,
		certificate: &Known,
		now: Moment,
		of: impl Fn(Territory) -> bool,
	) -> Vec<Given> {
		let vouching = self.vouching(certificate);
		let unrecognised =
			Suspensions::suspended_by(self.administration.territory, &certificate.facts.number);
		let mut given = Vec::new();
		for (grantor, partner) in self.partners.iter().filter(|(grantor, _)| of(**grantor)) {
			let facts = Certificate {
				recognition_suspended: unrecognised.contains(grantor),
				..certificate.facts.clone()
			};
			let benefits = vouching.as_ref().map(|issuer| {
				let (to, legs) = (&partner.administration, &partner.legs);
				earnings(now, issuer, to, &facts, legs, &self.domestic)
			});
			given.push(Given {
				grantor: *grantor,
				benefits: benefits.unwrap_or_default(),
			});
		}
		given
	}

	fn standing(&self, certificate: &Known) -> Option<Standing> {
		let Known { facts, record } = certificate;
		let (now, utc_offset) = (Timestamp::get(), self.administration.utc_offset);
		let mut scheduled = facts.edges(utc_offset);
		scheduled.retain(|edge| edge.at > now);
		scheduled.sort_by_key(|edge| edge.at);
		Some(Standing {
			issuer: self.administration.territory,
			number: facts.number.clone(),
			ordinal: record.ordinal,
			version: record.version,
			tin: Identities::trader(&record.trader)?.tin,
			certificate_type: record.certificate_type.clone(),
			roles: record.roles,
			state: record.state,
			validity: record.validity,
			in_force: facts.ensure_in_force(now, utc_offset).is_ok(),
			suspended: facts.suspended(now, utc_offset),
			scheduled,
		})
	}

	/// How a certificate stands, and what it earns from those whom `of` names.
	pub fn look(
		&self,
		number: &CertificateNumber,
		of: impl Fn(Territory) -> bool,
	) -> Option<(Standing, Vec<Given>)> {
		let known = self.find(number)?;
		let standing = self.standing(&known)?;
		Some((standing, self.earned(&known, Timestamp::get(), of)))
	}

	/// Whether the clock has changed a certificate after `since`, and what it brought last.
	pub fn came_due(
		&self,
		number: &CertificateNumber,
		since: Moment,
	) -> Option<aeo_primitives::recognition::EdgeKind> {
		let known = self.find(number)?;
		let (now, utc_offset) = (Timestamp::get(), self.administration.utc_offset);
		let at = |moment| {
			(
				known.facts.ensure_in_force(moment, utc_offset).is_ok(),
				known.facts.suspended(moment, utc_offset),
				self.earned(&known, moment, |_| true),
			)
		};
		if at(since) == at(now) {
			return None;
		}
		let edges = known.facts.edges(utc_offset).into_iter();
		edges
			.filter(|edge| since < edge.at && edge.at <= now)
			.max_by_key(|edge| edge.at)
			.map(|edge| edge.what)
	}
}

/// What certificates earn, from each grantor.
pub fn given(certificates: &[CertificateKey]) -> Vec<Vec<Given>> {
	let mut issuers = BTreeMap::new();
	let mut found = Vec::new();
	for CertificateKey { issuer, number } in certificates {
		let by = issuers
			.entry(*issuer)
			.or_insert_with(|| Issuer::of(*issuer))
			.as_ref();
		let given = by
			.and_then(|by| by.look(number, |_| true))
			.map(|(_, given)| given);
		found.push(given.unwrap_or_default());
	}
	found
}

/// Whether a certificate stands on a list: no application does.
fn is_listed(kind: StateKind) -> bool {
	match kind {
		StateKind::Applied
		| StateKind::Accepted
		| StateKind::Rejected
		| StateKind::ApplicationWithdrawn
		| StateKind::Refused => false,
		StateKind::Authorised
		| StateKind::Suspended
		| StateKind::Revoked
		| StateKind::Relinquished
		| StateKind::Annulled => true,
	}
}

/// The certificates that matter to a grantor, from a place on; none where it is no administration.
pub fn list(
	grantor: Territory,
	issuer: Option<Territory>,
	after: Option<ListPlace>,
	limit: u32,
) -> Option<ListPage> {
	Administrations::administration(grantor)?;
	let mut left = limit.clamp(1, MAX_ROWS);
	let mut rows = Vec::new();
	let first = after.map(|place| place.issuer);
	let issuers = Territory::ALL
		.into_iter()
		.filter(|one| issuer.is_none_or(|only| only == *one) && Some(*one) >= first);
	for one in issuers {
		let start = after
			.filter(|place| place.issuer == one)
			.map_or(0, |place| place.ordinal);
		let end = Ordinals::<Runtime>::get(one);
		if start >= end {
			continue;
		}
		let Some(by) = Issuer::of(one).filter(|by| by.partners.contains_key(&grantor)) else {
			continue;
		};
		if left == 0 {
			let next = Some(ListPlace {
				issuer: one,
				ordinal: start,
			});
			return Some(ListPage { rows, next });
		}
		let stop = end.min(start.saturating_add(left));
		rows.extend((start..stop).filter_map(|ordinal| by.row(ordinal, grantor)));
		left = left.saturating_sub(stop.saturating_sub(start));
		if stop < end {
			let next = Some(ListPlace {
				issuer: one,
				ordinal: stop,
			});
			return Some(ListPage { rows, next });
		}
	}
	Some(ListPage { rows, next: None })
}

impl Issuer {
	fn row(&self, ordinal: u32, grantor: Territory) -> Option<ListRow> {
		let number = Numbers::<Runtime>::get(self.administration.territory, ordinal)?;
		let (certificate, given) = self.look(&number, |one| one == grantor)?;
		is_listed(certificate.state.kind()).then(|| ListRow {
			certificate,
			benefits: given.into_iter().flat_map(|given| given.benefits).collect(),
		})
	}
}
