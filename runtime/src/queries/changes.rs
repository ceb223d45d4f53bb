//! What a block changed, in the words of the domain: its own events, read by its own runtime, and what
//! the clock has brought. Nothing is kept for it.

use super::lists::Issuer;
use crate::{
	Administrations, Agreements, Certificates, Identities, Runtime, RuntimeEvent, System,
	Timestamp, VERSION,
};
use aeo_primitives::{
	recognition::{Edge, EdgeKind, LegState, LegSummary},
	AdministrationLookup, CertificateLookup, CertificateNumber, CertificateState, Date, LegLookup,
	Moment, NormalisedTin, RegisterLookup, StateKind, Territory, TraderId, TraderLookup,
};
use aeo_runtime_api::{
	AliasStep, CertificateKey, CertificateStep, Change, ConsentStep, Given, IncidentStep,
	IssuerStep, LegStep, Matter, OfferStep, RecognitionStep, Standing, ToldThrough, TraderStep,
	UpgradeStep,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};

/// What the block changed.
pub fn changes_in_block() -> Vec<Change> {
	if was_upgraded() {
		let hears = Territory::ALL
			.into_iter()
			.filter(|one| Administrations::administration(*one).is_some());
		return Vec::from([Change {
			hears: hears.collect(),
			through: None,
			matter: Matter::Upgrade {
				what: UpgradeStep::TookOver,
			},
		}]);
	}
	let mut teller = Teller::default();
	for record in System::read_events_no_consensus() {
		teller.tell(record.event);
	}
	teller.note_through();
	teller.changes
}

/// Whether the block was made by the runtime before this one: its events are written as that one
/// writes them.
fn was_upgraded() -> bool {
	frame_system::LastRuntimeUpgrade::<Runtime>::get()
		.is_some_and(|last| last.spec_version.0 != VERSION.spec_version)
}

/// What the clock has brought after a moment.
pub fn changes_due(since: Moment, certificates: &[CertificateKey]) -> Vec<Change> {
	let mut teller = Teller::default();
	for CertificateKey { issuer, number } in certificates {
		let due = teller
			.issuer(*issuer)
			.and_then(|by| by.came_due(number, since));
		let what = match due {
			Some(EdgeKind::Starts) => CertificateStep::Started,
			Some(EdgeKind::Expires) => CertificateStep::Expired,
			Some(EdgeKind::Ends) => CertificateStep::Ended,
			Some(EdgeKind::Resumes) => CertificateStep::Resumed,
			Some(EdgeKind::Succeeds) => CertificateStep::Succeeded,
			// Legs are told on their own.
			Some(EdgeKind::LegStarts | EdgeKind::LegEnds) | None => continue,
		};
		teller.certificate(*issuer, number, what, None);
	}
	for issuer in Territory::ALL {
		for summary in Agreements::summary(issuer) {
			teller.leg_due(issuer, summary, since);
		}
	}
	teller.changes
}

/// Tells changes one after another. What an issuer's certificates have in common is read once.
#[derive(Default)]
struct Teller {
	issuers: BTreeMap<Territory, Option<Issuer>>,
	changes: Vec<Change>,
}

impl Teller {
	fn issuer(&mut self, issuer: Territory) -> Option<&Issuer> {
		self.issuers
			.entry(issuer)
			.or_insert_with(|| Issuer::of(issuer))
			.as_ref()
	}

	fn hearers(&mut self, issuer: Territory) -> Vec<Territory> {
		self.issuer(issuer)
			.map(|by| by.hearers().collect())
			.unwrap_or_default()
	}

	fn push(&mut self, hears: impl IntoIterator<Item = Territory>, matter: Matter) {
		let hears: BTreeSet<_> = hears.into_iter().collect();
		self.changes.push(Change {
			hears: hears.into_iter().collect(),
			through: None,
			matter,
		});
	}

	/// With the last change of an issuer's certificates, up to where all it told has been read.
	fn note_through(&mut self) {
		let mut noted = BTreeSet::new();
		for change in self.changes.iter_mut().rev() {
			let Some(issuer) = change.certificate().map(|standing| standing.issuer) else {
				continue;
			};
			if noted.insert(issuer) {
				change.through = Some(ToldThrough {
					issuer,
					changes: Certificates::changes(issuer),
					ordinals: Certificates::ordinals(issuer),
				});
			}
		}
	}

	fn tell(&mut self, event: RuntimeEvent) {
		match event {
			RuntimeEvent::Certificates(event) => self.tell_certificates(event),
			RuntimeEvent::Suspensions(event) => self.tell_suspensions(event),
			RuntimeEvent::Agreements(event) => self.tell_agreements(event),
			RuntimeEvent::Administrations(event) => self.tell_administrations(event),
			RuntimeEvent::Identities(event) => self.tell_identities(event),
			RuntimeEvent::Benefits(event) => self.tell_benefits(event),
			_ => {}
		}
	}

	fn tell_certificates(&mut self, event: pallet_certificates::Event<Runtime>) {
		use pallet_certificates::Event;
		match event {
			Event::CertificateChanged {
				issuer,
				number,
				from,
				to,
				..
			} => {
				if let Some(what) = step(from, to) {
					self.certificate(issuer, &number, what, from);
				}
			}
			Event::ConsentChanged {
				issuer,
				number,
				consent_for,
				given: is_given,
				..
			} => self.about(issuer, &number, None, |certificate, given| {
				Matter::Consent {
					what: if is_given {
						ConsentStep::Given
					} else {
						ConsentStep::Withdrawn
					},
					certificate,
					consent_for,
					given,
				}
			}),
			Event::SuccessionDecided { administration, .. }
			| Event::SuccessionWithdrawn { administration, .. } => {
				self.administration(administration, IssuerStep::SuccessionChanged);
			}
			Event::ProgrammeSet { administration, .. } => {
				self.administration(administration, IssuerStep::ProgrammeSet);
			}
			Event::DomesticOffersSet { administration, .. } => self.push(
				[administration],
				Matter::Offer {
					what: OfferStep::Set,
					issuer: administration,
				},
			),
			_ => {}
		}
	}

	fn tell_suspensions(&mut self, event: pallet_suspensions::Event<Runtime>) {
		use pallet_suspensions::Event;
		let (grantor, issuer, number, what, review_on) = match event {
			Event::RecognitionSuspended {
				grantor,
				issuer,
				number,
				review_on,
				..
			} => {
				let what = RecognitionStep::Suspended;
				(grantor, issuer, number, what, Some(review_on))
			}
			Event::RecognitionRestored {
				grantor,
				issuer,
				number,
				..
			} => (grantor, issuer, number, RecognitionStep::Restored, None),
			// Suspensions and reinstatements are changes of certificates.
			_ => return,
		};
		self.about(issuer, &number, Some(grantor), |certificate, given| {
			Matter::Recognition {
				what,
				certificate,
				grantor,
				review_on,
				given,
			}
		});
	}

	fn tell_agreements(&mut self, event: pallet_agreements::Event<Runtime>) {
		if let pallet_agreements::Event::LegChanged {
			agreement,
			issuer,
			grantor,
			from,
			to,
			until,
			..
		} = event
		{
			let matter = Matter::Leg {
				what: LegStep::Changed,
				agreement,
				issuer,
				grantor,
				before: from,
				after: to,
				until,
				scheduled: self.leg_edges(grantor, to, until),
			};
			self.push([issuer, grantor], matter);
		}
	}

	fn tell_administrations(&mut self, event: pallet_administrations::Event<Runtime>) {
		use pallet_administrations::Event;
		match event {
			Event::Admitted { administration, .. } => {
				self.administration(administration, IssuerStep::Admitted);
			}
			Event::StateChanged { administration, .. } => {
				self.administration(administration, IssuerStep::StateChanged);
			}
			_ => {}
		}
	}

	fn tell_identities(&mut self, event: pallet_identities::Event<Runtime>) {
		use pallet_identities::Event;
		match event {
			Event::TraderTakenOver { trader, from, .. } => {
				self.trader(&trader, TraderStep::TakenOver, None);
				self.held(from, &trader);
			}
			Event::TraderClosed { trader, .. } => self.trader(&trader, TraderStep::Closed, None),
			Event::TraderMerged { trader, into, .. } => {
				self.trader(&trader, TraderStep::Merged, Some(into));
			}
			Event::TraderSucceeded { trader, from, .. } => {
				self.trader(&trader, TraderStep::Succeeded, Some(from));
			}
			Event::NumberReleased { trader, number, .. } => {
				self.trader(&trader, TraderStep::NumberReleased, Some(number));
			}
			Event::AliasGiven { trader, alias, .. } => self.alias(&trader, alias, AliasStep::Given),
			Event::AliasDeclared { trader, alias } => {
				self.alias(&trader, alias, AliasStep::Declared);
			}
			Event::AliasRemoved { trader, alias } => self.alias(&trader, alias, AliasStep::Removed),
			_ => {}
		}
	}

	fn tell_benefits(&mut self, event: pallet_benefits::Event<Runtime>) {
		use pallet_benefits::Event;
		let (what, grantor, incident, incident_kind) = match event {
			Event::IncidentOpened {
				grantor,
				incident,
				kind,
				..
			} => (IncidentStep::Opened, grantor, incident, kind),
			Event::IncidentClosed {
				grantor,
				incident,
				kind,
				..
			} => (IncidentStep::Closed, grantor, incident, kind),
			_ => return,
		};
		self.push(
			[grantor],
			Matter::Incident {
				what,
				grantor,
				incident,
				incident_kind,
			},
		);
	}

	/// Tells of a certificate: to all grantors of its issuer, or to one of them and the issuer.
	fn about(
		&mut self,
		issuer: Territory,
		number: &CertificateNumber,
		grantor: Option<Territory>,
		matter: impl FnOnce(Standing, Vec<Given>) -> Matter,
	) {
		let is_named = |one| grantor.is_none_or(|named| one == named || one == issuer);
		let found = self.issuer(issuer).and_then(|by| by.look(number, is_named));
		if let Some((certificate, given)) = found {
			let hears: Vec<_> = given.iter().map(|given| given.grantor).collect();
			self.push(hears.into_iter().chain(grantor), matter(certificate, given));
		}
	}

	fn certificate(
		&mut self,
		issuer: Territory,
		number: &CertificateNumber,
		what: CertificateStep,
		before: Option<CertificateState>,
	) {
		self.about(issuer, number, None, |certificate, given| {
			Matter::Certificate {
				what,
				certificate,
				before,
				given,
			}
		});
	}

	/// Tells of an administration: those who grant for its certificates, and those whose certificates
	/// it grants for.
	fn administration(&mut self, issuer: Territory, what: IssuerStep) {
		let hears = self.hearers(issuer);
		self.push(
			hears.into_iter().chain([issuer]),
			Matter::Issuer { what, issuer },
		);
	}

	/// Tells of a trader, and how its certificates stand after that.
	fn trader(&mut self, id: &TraderId, what: TraderStep, other: Option<NormalisedTin>) {
		let Some(trader) = Identities::trader(id) else {
			return;
		};
		let issuer = trader.administration;
		let hears = self.hearers(issuer);
		let matter = Matter::Trader {
			what,
			issuer,
			tin: trader.tin,
			other,
		};
		self.push(hears.into_iter().chain([issuer]), matter);
		self.held(issuer, id);
	}

	fn held(&mut self, issuer: Territory, trader: &TraderId) {
		for held in Certificates::of_trader(issuer, trader) {
			let number = held.certificate.number;
			self.certificate(issuer, &number, CertificateStep::Changed, None);
		}
	}

	fn alias(&mut self, trader: &TraderId, alias: pallet_identities::AliasKey, what: AliasStep) {
		let Some(trader) = Identities::trader(trader) else {
			return;
		};
		let pallet_identities::AliasKey {
			grantor,
			scheme,
			value,
		} = alias;
		let issuer = trader.administration;
		self.push(
			[grantor, issuer],
			Matter::Alias {
				what,
				issuer,
				grantor,
				tin: trader.tin,
				scheme,
				value,
			},
		);
	}

	/// The days of a leg that are to come.
	fn leg_edges(&self, grantor: Territory, state: LegState, until: Option<Date>) -> Vec<Edge> {
		let mut edges = leg_edges(grantor, state, until);
		let now = Timestamp::get();
		edges.retain(|edge| edge.at > now);
		edges
	}

	fn leg_due(&mut self, issuer: Territory, summary: LegSummary, since: Moment) {
		let LegSummary {
			grantor,
			until,
			leg,
		} = summary;
		let now = Timestamp::get();
		let due = leg_edges(grantor, leg.state, until)
			.into_iter()
			.filter(|edge| since < edge.at && edge.at <= now)
			.max_by_key(|edge| edge.at);
		let Some(edge) = due else {
			return;
		};
		let matter = Matter::Leg {
			what: match edge.what {
				EdgeKind::LegStarts => LegStep::Started,
				_ => LegStep::Expired,
			},
			agreement: leg.agreement,
			issuer,
			grantor,
			before: Some(leg.state),
			after: leg.state,
			until,
			scheduled: self.leg_edges(grantor, leg.state, until),
		};
		self.push([issuer, grantor], matter);
	}
}

/// The first and the last day of a leg, the grantor's, as moments.
fn leg_edges(grantor: Territory, state: LegState, until: Option<Date>) -> Vec<Edge> {
	let Some(utc_offset) = Administrations::administration(grantor).map(|found| found.utc_offset)
	else {
		return Vec::new();
	};
	let (from, notice) = match state {
		LegState::InForce { from } => (Some(from), None),
		LegState::NoticeGiven { from, until } => (Some(from), Some(until)),
		LegState::Pending | LegState::Suspended | LegState::Ended => (None, None),
	};
	let starts = from.map(|day| Edge {
		at: day.first_moment(utc_offset),
		what: EdgeKind::LegStarts,
	});
	let ends = notice.or(until).map(|day| Edge {
		at: day.last_moment(utc_offset).saturating_add(1),
		what: EdgeKind::LegEnds,
	});
	starts.into_iter().chain(ends).collect()
}

/// What a change of its state is to those who grant for a certificate; nothing as long as it is an
/// application.
fn step(from: Option<CertificateState>, to: CertificateState) -> Option<CertificateStep> {
	let is_application = |kind| {
		matches!(
			kind,
			StateKind::Applied
				| StateKind::Accepted
				| StateKind::Rejected
				| StateKind::ApplicationWithdrawn
				| StateKind::Refused
		)
	};
	let (before, after) = (from.map(CertificateState::kind), to.kind());
	if is_application(after) {
		return None;
	}
	if before.is_none_or(is_application) {
		return Some(CertificateStep::Issued);
	}
	Some(match (before, after) {
		(_, StateKind::Suspended) => CertificateStep::Suspended,
		(_, StateKind::Revoked | StateKind::Relinquished | StateKind::Annulled) => {
			CertificateStep::Ended
		}
		(Some(StateKind::Suspended), _) => CertificateStep::Reinstated,
		_ => CertificateStep::Changed,
	})
}
