//! Is this certificate recognised here, now, and with which benefits?
//!
//! [`evaluate`] is the whole rule: a pure function over [`Facts`], which the pallet reads from
//! storage and everybody else may write by hand. `docs/recognition.md` has it as a table.
//!
//! A **path** is one certificate under one offer: a leg of an agreement abroad, rows of the
//! programme at home. Each path is checked step by step until it fails or gives benefits. What the
//! paths give is united; where none gives anything, the path that got furthest says why. Removing
//! a path can therefore never add a benefit, and what one agreement refuses another can still give.

mod answer;
mod facts;

pub use answer::{
	Answer, Basis, Denial, Earned, Edge, EdgeKind, Entitlement, Outcome, Path, PathResult,
};
pub use facts::{
	Administration, Admissions, AgreementId, Certificate, Consent, ConsentMode, ConsentNeed, Facts,
	Leg, LegState, LegSummary, NormalisedTin, Offer, OtherNumber, Resolution, Standing, Succession,
	SuccessionList, Trader, TraderState, TypeSuccession, MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS,
	MAX_EXCEPTIONS, MAX_GRANTORS, MAX_LEGS, MAX_LEGS_OF_ISSUER, MAX_SUCCESSIONS, MAX_TYPES,
};

use alloc::vec::Vec;
use bounded_collections::BoundedVec;
use core::cmp::Reverse;

use crate::{
	Benefit, Benefits, CertificateNumber, CertificateState, CertificateType, Code, Date, Direction,
	Moment, Row, Suspension, SuspensionEnd, SuspensionScope, UtcOffset, Validity,
};

/// The checks of a path in their order; the later one is nearer to success.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
enum Step {
	Issuer,
	InForce,
	RoleCertified,
	Agreement,
	Type,
	Role,
	Direction,
	Consent,
	Recognition,
	Rows,
}

/// A check that failed, and how that is called.
struct Refusal {
	step: Step,
	denial: Denial,
}

impl Refusal {
	const fn at(step: Step, denial: Denial) -> Self {
		Self { step, denial }
	}
}

/// A path that was walked to its end.
struct Walked<'a> {
	certificate: &'a Certificate,
	/// None where no offer was looked at.
	basis: Option<Basis>,
	/// What it gives, and under what; or the check at which it failed.
	result: Result<(Basis, Benefits), Refusal>,
}

/// The refusal of a path with the certificate it is about.
struct NearMiss<'a> {
	refusal: Refusal,
	certificate: &'a Certificate,
}

/// A benefit that a path gives.
struct Source<'a> {
	benefit: Benefit,
	certificate: &'a Certificate,
	basis: Basis,
}

/// What all paths came to so far.
#[derive(Default)]
struct Tally<'a> {
	/// At most one for each benefit.
	sources: Vec<Source<'a>>,
	nearest: Option<NearMiss<'a>>,
}

/// Returns the benefits that `facts` earn, or the denial nearest to success.
///
/// Looks at no more than [`MAX_CERTIFICATES`] × [`MAX_LEGS`] paths, and at nothing but `facts`:
/// expiry, the start of a leg and the end of a notice follow from `facts.now`.
pub fn evaluate(facts: &Facts) -> Answer {
	match &facts.trader {
		Resolution::NoMatch => unmarked(denied(Denial::NoMatch)),
		Resolution::NotANumber(reason) => unmarked(denied(Denial::NotANumber { reason: *reason })),
		Resolution::AliasUnconfirmed => unmarked(denied(Denial::AliasUnconfirmed)),
		Resolution::Found(trader) => {
			let outcome = match &trader.state {
				TraderState::Active => outcome(facts, trader),
				TraderState::Closed => denied(Denial::TraderNotActive { merged_into: None }),
				TraderState::Merged { into } => denied(Denial::TraderNotActive {
					merged_into: Some(into.clone()),
				}),
			};
			Answer {
				issuer_quarantined: trader.issuer.standing == Standing::QuarantinedByCouncil,
				other_number: trader.other_number.clone(),
				priority: facts.incident_open && gives(&outcome, Benefit::TradeRecovery),
				outcome,
			}
		}
	}
}

/// Returns every path that [`evaluate`] walks, in the order of the facts, and why it counted or
/// not: it is the same walk. None where the trader is not found or not active.
///
/// The answer is the union of what the paths give; where none gives anything, it is the refusal that
/// came furthest.
pub fn paths(facts: &Facts) -> Vec<Path> {
	let mut paths = Vec::new();
	match &facts.trader {
		Resolution::Found(trader) if trader.state == TraderState::Active => {
			walk(facts, trader, |walked| paths.push(walked.into()));
		}
		_ => {}
	}
	paths
}

impl From<Walked<'_>> for Path {
	fn from(walked: Walked<'_>) -> Self {
		Self {
			certificate: walked.certificate.number.clone(),
			basis: walked.basis,
			result: match walked.result {
				Ok((_, benefits)) => PathResult::Counted(benefits),
				Err(refusal) => PathResult::Refused(refusal.denial),
			},
		}
	}
}

/// Returns the benefits that a certificate of `issuer` earns from `grantor` at `now`, in any of its
/// roles and any declaration: what begins or ends when the certificate changes.
///
/// `legs` are those from the issuer to the grantor; at home there are none.
pub fn earned(
	now: Moment,
	issuer: &Administration,
	grantor: &Administration,
	certificate: &Certificate,
	legs: &[Leg],
) -> Benefits {
	let suspended = certificate.suspended(now, issuer.utc_offset);
	let rows = offers(now, issuer, grantor, certificate, legs)
		.filter(|offer| {
			certificate
				.roles
				.iter()
				.any(|role| offer.roles.contains(role))
		})
		.flat_map(|offer| offer.remaining(suspended));
	// No more than there are, so that there is room for all.
	Benefits::new(rows.map(|row| row.benefit)).unwrap_or_default()
}

/// Returns what is offered abroad to a certificate at `now`, in whatever role and declaration: nothing
/// where it is not in force, or one of the two administrations doesn't count.
fn offers<'a>(
	now: Moment,
	issuer: &'a Administration,
	grantor: &'a Administration,
	certificate: &'a Certificate,
	legs: &'a [Leg],
) -> impl Iterator<Item = &'a Offer> {
	let counts = certificate.ensure_in_force(now, issuer.utc_offset).is_ok()
		&& issuer.counts()
		&& grantor.counts()
		&& !certificate.recognition_suspended;
	let legs = if counts { legs } else { &[] };
	legs.iter()
		.filter(move |leg| {
			leg.counts(now, issuer, grantor)
				&& leg.offer.is_made_to(certificate, now, issuer.utc_offset)
				&& (leg.consent == ConsentNeed::NotNeeded
					|| certificate.consent.is_given(leg.agreement))
		})
		.map(|leg| &leg.offer)
}

/// Returns what a certificate of `issuer` earns from `grantor` at `now`, for each role and direction in
/// which it earns anything, in the order of the lists: what [`evaluate`] says of a trader with no other
/// certificate.
///
/// `legs` are those from the issuer to the grantor, `domestic` what the issuer gives at home; only those
/// that fit are looked at.
pub fn earnings(
	now: Moment,
	issuer: &Administration,
	grantor: &Administration,
	certificate: &Certificate,
	legs: &[Leg],
	domestic: &[Offer],
) -> Vec<Earned> {
	let is_home = issuer.territory == grantor.territory;
	let counts_at_home =
		is_home && issuer.counts() && certificate.ensure_in_force(now, issuer.utc_offset).is_ok();
	let at_home = domestic
		.iter()
		.filter(|offer| counts_at_home && offer.is_made_to(certificate, now, issuer.utc_offset));
	let legs = if is_home { &[] } else { legs };
	let offers: Vec<&Offer> = offers(now, issuer, grantor, certificate, legs)
		.chain(at_home)
		.collect();
	let suspended = certificate.suspended(now, issuer.utc_offset);
	let mut earned = Vec::new();
	for role in certificate.roles.iter() {
		for direction in Direction::all() {
			let rows = offers
				.iter()
				.filter(|offer| offer.roles.contains(role) && offer.directions.contains(direction))
				.flat_map(|offer| offer.remaining(suspended));
			// No more than there are, so that there is room for all.
			let benefits = Benefits::new(rows.map(|row| row.benefit)).unwrap_or_default();
			if !benefits.is_empty() {
				earned.push(Earned {
					role,
					direction,
					benefits,
				});
			}
		}
	}
	earned
}

impl Offer {
	/// Returns whether it names a certificate's type: its own, or the successor of that once its day
	/// has begun, where the issuer's clocks stand at `utc_offset`. An offer that names the old type
	/// goes on for it.
	pub fn is_made_to(
		&self,
		certificate: &Certificate,
		now: Moment,
		utc_offset: UtcOffset,
	) -> bool {
		certificate.is_one_of(&self.types, now, utc_offset)
	}

	/// Returns the rows that require nothing suspended.
	fn remaining(&self, suspended: Option<SuspensionScope>) -> impl Iterator<Item = Row> + '_ {
		self.rows
			.iter()
			.filter(move |row| !suspended.is_some_and(|scope| row.requires.is_taken_by(scope)))
	}

	/// Returns the benefits of those rows, where there are any.
	fn benefits(&self, suspended: Option<SuspensionScope>) -> Result<Benefits, Refusal> {
		let benefits = self.remaining(suspended).map(|row| row.benefit);
		// No more than there are, so that there is room for all.
		let benefits = Benefits::new(benefits).unwrap_or_default();
		if benefits.is_empty() {
			return Err(Refusal::at(Step::Rows, Denial::Suspended));
		}
		Ok(benefits)
	}
}

impl Administration {
	/// Returns whether its word counts: admitted, and not quarantined by itself. A quarantine by
	/// the council changes no answer.
	pub fn counts(&self) -> bool {
		match self.standing {
			Standing::Admitted | Standing::QuarantinedByCouncil => true,
			Standing::Withdrawn | Standing::QuarantinedByItself => false,
		}
	}
}

impl Certificate {
	/// Returns whether the certificate is in force at `now`, where its issuer's clocks stand at
	/// `utc_offset`. A suspension of one half leaves it in force with the other.
	///
	/// The clock goes before a suspension: what is over cannot be reinstated.
	pub fn ensure_in_force(&self, now: Moment, utc_offset: UtcOffset) -> Result<(), Denial> {
		match self.state {
			CertificateState::Applied
			| CertificateState::Accepted
			| CertificateState::Rejected
			| CertificateState::ApplicationWithdrawn
			| CertificateState::Refused => return Err(Denial::NotAuthorised),
			CertificateState::Annulled => return Err(Denial::Annulled),
			CertificateState::Revoked(ended) if begun(ended.from, now, utc_offset) => {
				return Err(Denial::Revoked)
			}
			CertificateState::Relinquished(ended) if begun(ended.from, now, utc_offset) => {
				return Err(Denial::Relinquished)
			}
			CertificateState::Authorised
			| CertificateState::Suspended(_)
			| CertificateState::Revoked(_)
			| CertificateState::Relinquished(_) => {}
		}
		let validity = self.validity.ok_or(Denial::NotAuthorised)?;
		if !begun(validity.from, now, utc_offset) {
			return Err(Denial::NotYetValid);
		}
		if !validity.renewal_pending && validity.until.is_some_and(|day| over(day, now, utc_offset))
		{
			return Err(Denial::Expired);
		}
		match self.suspended(now, utc_offset) {
			Some(scope) if scope.takes_all_of(self.halves) => Err(Denial::Suspended),
			_ => Ok(()),
		}
	}

	/// Returns whether it counts as one of these types at `now`, where its issuer's clocks stand at
	/// `utc_offset`: its own type, or the successor of that once its day has begun.
	pub fn is_one_of(&self, types: &[CertificateType], now: Moment, utc_offset: UtcOffset) -> bool {
		types.contains(&self.certificate_type)
			|| self.succeeded_by.as_ref().is_some_and(|succession| {
				begun(succession.from, now, utc_offset) && types.contains(&succession.by)
			})
	}

	/// Returns what is suspended at `now`, where the issuer's clocks stand at `utc_offset`.
	pub fn suspended(&self, now: Moment, utc_offset: UtcOffset) -> Option<SuspensionScope> {
		let Suspension { scope, end } = match self.state {
			CertificateState::Suspended(suspension) => suspension,
			CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
				ended.suspension?
			}
			_ => return None,
		};
		match end {
			SuspensionEnd::ResumesAfter(day) if over(day, now, utc_offset) => None,
			_ => Some(scope),
		}
	}

	/// Returns the moments at which it begins or ceases to count by the clock alone, where its issuer's
	/// clocks stand at `utc_offset`: between two of them neither [`Self::ensure_in_force`] nor
	/// [`Self::suspended`] changes, nor whether its type's successor has begun.
	pub fn edges(&self, utc_offset: UtcOffset) -> Vec<Edge> {
		let begins = |day: Date, what| Edge {
			at: day.first_moment(utc_offset),
			what,
		};
		let is_over = |day: Date, what| Edge {
			at: day.last_moment(utc_offset).saturating_add(1),
			what,
		};
		let mut edges = Vec::new();
		if let Some(validity) = self.validity {
			edges.push(begins(validity.from, EdgeKind::Starts));
			if let Some(until) = validity.until.filter(|_| !validity.renewal_pending) {
				edges.push(is_over(until, EdgeKind::Expires));
			}
		}
		let suspension = match self.state {
			CertificateState::Suspended(suspension) => Some(suspension),
			CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
				edges.push(begins(ended.from, EdgeKind::Ends));
				ended.suspension
			}
			_ => None,
		};
		if let Some(SuspensionEnd::ResumesAfter(day)) = suspension.map(|suspension| suspension.end)
		{
			edges.push(is_over(day, EdgeKind::Resumes));
		}
		if let Some(succession) = &self.succeeded_by {
			edges.push(begins(succession.from, EdgeKind::Succeeds));
		}
		edges
	}

	/// Returns what is greater for the certificate that speaks first where several come equally
	/// far: valid longer (without an end longest), then the smaller number.
	fn precedence(&self) -> (Option<(bool, Option<Date>)>, Reverse<&CertificateNumber>) {
		let longest = |validity: Validity| (validity.until.is_none(), validity.until);
		(self.validity.map(longest), Reverse(&self.number))
	}
}

impl Consent {
	/// Returns whether the certificate may be shared under `agreement`.
	pub fn is_given(&self, agreement: AgreementId) -> bool {
		let excepted = self.exceptions.contains(&agreement);
		match self.mode {
			ConsentMode::Asked => excepted,
			ConsentMode::Standing => !excepted,
		}
	}
}

impl Admissions {
	/// Returns those in which two administrations are now.
	pub fn of(issuer: &Administration, grantor: &Administration) -> Self {
		Self {
			issuer: issuer.admission,
			grantor: grantor.admission,
		}
	}
}

impl Leg {
	/// Returns whether the leg operates at `now` between two administrations: both are in the
	/// admission in which they signed it. A leg ends for good when one of them leaves; who is
	/// admitted again signs again.
	pub fn counts(&self, now: Moment, issuer: &Administration, grantor: &Administration) -> bool {
		self.signed_in == Admissions::of(issuer, grantor)
			&& self.state.in_force(now, grantor.utc_offset)
	}
}

impl LegState {
	/// Returns whether a leg operates at `now`, where its grantor's clocks stand at `utc_offset`.
	pub fn in_force(self, now: Moment, utc_offset: UtcOffset) -> bool {
		match self {
			Self::InForce { from } => begun(from, now, utc_offset),
			Self::NoticeGiven { from, until } => {
				begun(from, now, utc_offset) && !over(until, now, utc_offset)
			}
			Self::Pending | Self::Suspended | Self::Ended => false,
		}
	}
}

/// Returns what succeeds a type, where anything does.
pub fn succession_of(all: &[TypeSuccession], of: &CertificateType) -> Option<Succession> {
	all.iter()
		.find(|known| known.of == *of)
		.map(|known| Succession {
			by: known.by.clone(),
			from: known.from,
		})
}

/// Returns whether `day` has begun at `now`.
fn begun(day: Date, now: Moment, utc_offset: UtcOffset) -> bool {
	day.first_moment(utc_offset) <= now
}

/// Returns whether `day` is over at `now`.
fn over(day: Date, now: Moment, utc_offset: UtcOffset) -> bool {
	day.last_moment(utc_offset) < now
}

fn unmarked(outcome: Outcome) -> Answer {
	Answer {
		outcome,
		issuer_quarantined: false,
		other_number: None,
		priority: false,
	}
}

fn denied(denial: Denial) -> Outcome {
	Outcome::Denied {
		denial,
		certificate: None,
	}
}

fn gives(outcome: &Outcome, benefit: Benefit) -> bool {
	match outcome {
		Outcome::Granted(entitlements) => entitlements.iter().any(|one| one.benefit == benefit),
		Outcome::Denied { .. } => false,
	}
}

/// Returns the outcome for an active trader.
fn outcome(facts: &Facts, trader: &Trader) -> Outcome {
	let mut tally = Tally::default();
	walk(facts, trader, |walked| tally.note(walked));
	let Tally {
		mut sources,
		nearest,
	} = tally;
	if !sources.is_empty() {
		sources.sort_by_key(|source| source.benefit);
		let entitlements = sources.into_iter().map(|source| Entitlement {
			benefit: source.benefit,
			certificate: source.certificate.number.clone(),
			basis: source.basis,
		});
		// Nothing is cut off: there are as many places as benefits.
		return Outcome::Granted(BoundedVec::truncate_from(entitlements.collect()));
	}
	match nearest {
		Some(NearMiss {
			refusal,
			certificate,
		}) => Outcome::Denied {
			denial: refusal.denial,
			certificate: Some(certificate.number.clone()),
		},
		None if !trader.issuer.counts() => denied(Denial::IssuerUnverifiable),
		None => denied(Denial::NotAuthorised),
	}
}

/// Walks every path of an active trader, and tells of each what came of it.
fn walk<'a>(facts: &Facts, trader: &'a Trader, mut tell: impl FnMut(Walked<'a>)) {
	for certificate in &trader.certificates {
		walk_certificate(facts, trader, certificate, &mut tell);
	}
}

fn walk_certificate<'a>(
	facts: &Facts,
	trader: &Trader,
	certificate: &'a Certificate,
	tell: &mut impl FnMut(Walked<'a>),
) {
	let without_offer = |refusal| Walked {
		certificate,
		basis: None,
		result: Err(refusal),
	};
	if let Err(refusal) = check_certificate(facts, trader, certificate) {
		return tell(without_offer(refusal));
	}
	let suspended = certificate.suspended(facts.now, trader.issuer.utc_offset);
	let under = |basis, offer: &Offer, checked: Result<(), Refusal>| Walked {
		certificate,
		basis: Some(basis),
		result: checked
			.and_then(|()| offer.benefits(suspended))
			.map(|benefits| (basis, benefits)),
	};
	if facts.grantor.territory == trader.issuer.territory {
		for offer in &trader.domestic {
			let checked = check_offer(facts, &trader.issuer, certificate, offer);
			tell(under(Basis::Domestic, offer, checked));
		}
		if trader.domestic.is_empty() {
			let refusal = Refusal::at(Step::Type, Denial::TypeNotEligible);
			tell(without_offer(refusal));
		}
	} else {
		for leg in &trader.legs {
			let checked = check_leg(facts, &trader.issuer, certificate, leg);
			tell(under(Basis::Agreement(leg.agreement), &leg.offer, checked));
		}
		if trader.legs.is_empty() {
			let refusal = Refusal::at(Step::Agreement, Denial::NoAgreement);
			tell(without_offer(refusal));
		}
	}
}

/// Returns the checks that do not depend on who asks.
fn check_certificate(
	facts: &Facts,
	trader: &Trader,
	certificate: &Certificate,
) -> Result<(), Refusal> {
	if !trader.issuer.counts() {
		return Err(Refusal::at(Step::Issuer, Denial::IssuerUnverifiable));
	}
	certificate
		.ensure_in_force(facts.now, trader.issuer.utc_offset)
		.map_err(|denial| Refusal::at(Step::InForce, denial))?;
	if !certificate.roles.contains(facts.role) {
		return Err(Refusal::at(Step::RoleCertified, Denial::RoleNotCertified));
	}
	Ok(())
}

/// Returns the checks of a leg, from whether it operates to whether its grantor recognises the
/// certificate.
fn check_leg(
	facts: &Facts,
	issuer: &Administration,
	certificate: &Certificate,
	leg: &Leg,
) -> Result<(), Refusal> {
	if !facts.grantor.counts() || !leg.counts(facts.now, issuer, &facts.grantor) {
		return Err(Refusal::at(Step::Agreement, Denial::NoAgreement));
	}
	check_offer(facts, issuer, certificate, &leg.offer)?;
	if leg.consent == ConsentNeed::Needed && !certificate.consent.is_given(leg.agreement) {
		return Err(Refusal::at(Step::Consent, Denial::NoConsent));
	}
	if certificate.recognition_suspended {
		return Err(Refusal::at(Step::Recognition, Denial::RecognitionSuspended));
	}
	Ok(())
}

/// Returns whether `offer` is made to a certificate of this type, in this role and direction.
fn check_offer(
	facts: &Facts,
	issuer: &Administration,
	certificate: &Certificate,
	offer: &Offer,
) -> Result<(), Refusal> {
	if !offer.is_made_to(certificate, facts.now, issuer.utc_offset) {
		return Err(Refusal::at(Step::Type, Denial::TypeNotEligible));
	}
	if !offer.roles.contains(facts.role) {
		return Err(Refusal::at(Step::Role, Denial::RoleNotEligible));
	}
	if !offer.directions.contains(facts.direction) {
		return Err(Refusal::at(Step::Direction, Denial::DirectionNotCovered));
	}
	Ok(())
}

impl<'a> Tally<'a> {
	/// Notes what a path came to.
	fn note(&mut self, walked: Walked<'a>) {
		let certificate = walked.certificate;
		match walked.result {
			Ok((basis, benefits)) => {
				for benefit in benefits.iter() {
					self.add(Source {
						benefit,
						certificate,
						basis,
					});
				}
			}
			Err(refusal) => self.refuse(certificate, refusal),
		}
	}

	/// Notes that a path failed.
	fn refuse(&mut self, certificate: &'a Certificate, refusal: Refusal) {
		let nearer = self.nearest.as_ref().is_none_or(|nearest| {
			(refusal.step, certificate.precedence())
				> (nearest.refusal.step, nearest.certificate.precedence())
		});
		if nearer {
			self.nearest = Some(NearMiss {
				refusal,
				certificate,
			});
		}
	}

	/// Adds a source, unless the benefit has one that goes before it.
	fn add(&mut self, source: Source<'a>) {
		let rank = |source: &Source<'a>| (source.certificate.precedence(), Reverse(source.basis));
		match self
			.sources
			.iter_mut()
			.find(|known| known.benefit == source.benefit)
		{
			Some(known) if rank(&source) > rank(known) => *known = source,
			Some(_) => {}
			None => self.sources.push(source),
		}
	}
}
