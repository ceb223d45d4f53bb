//! How a certificate stands, in words: since which day, until which day.

use crate::{at, text::Label, Session};
use aeo_primitives::{
	recognition::Denial, CertificateNumber, CertificateState, CertificateType, Date, Decided,
	Ended, Moment, NormalisedTin, Roles, StateKind, Suspension, SuspensionEnd, SuspensionScope,
	Territory, Validity,
};
use serde::Deserialize;

/// What `aeo_certificate` says of a certificate.
#[derive(Clone, Debug, Deserialize)]
pub struct CertificateStatus {
	/// Who issued it.
	pub issuer: Territory,
	/// Its number.
	pub number: CertificateNumber,
	/// The TIN of its trader.
	pub tin: NormalisedTin,
	/// Counts its changes, from 1.
	pub version: u32,
	/// Its type.
	pub certificate_type: CertificateType,
	/// What its trader is certified as.
	pub roles: Roles,
	/// What was last decided.
	pub state: CertificateState,
	/// When it is valid.
	pub validity: Option<Validity>,
	/// Why it is not in force; none where it is.
	pub obstacle: Option<Denial>,
	/// What is suspended.
	pub suspended: Option<SuspensionScope>,
	/// Through this day it is to be reviewed.
	pub review_due: Option<Date>,
	/// Whether that day is over.
	pub review_overdue: bool,
	/// Whether its issuer reviews it.
	pub under_review: bool,
	/// How many requests are open.
	pub open_requests: u32,
}

impl CertificateStatus {
	/// Whether it is authorised or suspended, or its end is decided and has not come; and its days are not over.
	pub const fn is_live(&self) -> bool {
		use CertificateState::{Authorised, Relinquished, Revoked, Suspended};
		match (&self.obstacle, self.state) {
			(Some(Denial::Expired), _) => false,
			(None, _) | (_, Authorised | Suspended(_)) => true,
			(Some(Denial::Suspended), Revoked(_) | Relinquished(_)) => true,
			_ => false,
		}
	}
}

/// What `aeo_history` says of a period; accounts are addresses.
pub type StatusPeriod = aeo_primitives::StatusPeriod<String>;

/// By whom something was decided.
pub fn hands(decided: &Decided<String>) -> String {
	match &decided.by.checker {
		Some(checker) => format!("{}, {checker}", decided.by.maker),
		None => decided.by.maker.clone(),
	}
}

/// Since when a certificate is suspended or annulled, by its periods, latest first.
pub fn since(periods: &[StatusPeriod], kind: StateKind) -> Option<Moment> {
	periods
		.iter()
		.take_while(|period| period.state.kind() == kind)
		.last()
		.map(|period| period.from)
}

/// Says how a certificate stands; `since` is when its suspension, or its annulment, began.
pub fn status(session: &Session, certificate: &CertificateStatus, since: Option<Moment>) -> String {
	let texts = &session.texts;
	let label = |label, day: String| texts.label(label, &[("day", day)]);
	let since = || since.map_or_else(|| "?".to_owned(), at::day);
	let last = || certificate.validity.and_then(|validity| validity.until);
	let first = || certificate.validity.map(|validity| validity.from);
	let shown = |day: Option<Date>| day.map_or_else(|| "?".to_owned(), |day| day.to_string());
	let main = match (&certificate.obstacle, certificate.suspended) {
		(None, None) => texts.label(Label::StatusInForce, &[]),
		(None, Some(scope)) => texts.label(
			Label::StatusHalf,
			&[("half", self::scope(session, scope)), ("day", since())],
		),
		(Some(Denial::Suspended), _) => label(Label::StatusSuspended, since()),
		(Some(Denial::Annulled), _) => label(Label::StatusAnnulled, since()),
		(Some(Denial::Expired), _) => label(Label::StatusExpired, shown(last())),
		(Some(Denial::NotYetValid), _) => label(Label::StatusNotYet, shown(first())),
		(Some(Denial::Revoked), _) => label(Label::StatusRevoked, ended(certificate)),
		(Some(Denial::Relinquished), _) => label(Label::StatusRelinquished, ended(certificate)),
		(Some(_), _) => kind(session, certificate.state.kind()),
	};
	match announced(session, certificate) {
		Some(more) => format!("{main}; {more}"),
		None => main,
	}
}

/// The day from which an end counts.
fn ended(certificate: &CertificateStatus) -> String {
	match certificate.state {
		CertificateState::Revoked(Ended { from, .. })
		| CertificateState::Relinquished(Ended { from, .. }) => from.to_string(),
		_ => "?".to_owned(),
	}
}

/// What the clock will bring.
fn announced(session: &Session, certificate: &CertificateStatus) -> Option<String> {
	let label = |label, day: Date| session.texts.label(label, &[("day", day.to_string())]);
	match (certificate.state, &certificate.obstacle) {
		(CertificateState::Suspended(Suspension { end, .. }), _) => suspension_end(session, end),
		(CertificateState::Revoked(ended), obstacle) if *obstacle != Some(Denial::Revoked) => {
			Some(label(Label::StatusRevoked, ended.from))
		}
		(CertificateState::Relinquished(ended), obstacle)
			if *obstacle != Some(Denial::Relinquished) =>
		{
			Some(label(Label::StatusRelinquished, ended.from))
		}
		_ => None,
	}
}

/// What becomes of a suspension by the clock.
pub fn suspension_end(session: &Session, end: SuspensionEnd) -> Option<String> {
	let label = |label, day: Date| session.texts.label(label, &[("day", day.to_string())]);
	match end {
		SuspensionEnd::Open => None,
		SuspensionEnd::DecisionAfter(day) => Some(label(Label::DecisionAfter, day)),
		SuspensionEnd::ResumesAfter(day) => Some(label(Label::ResumesAfter, day)),
	}
}

/// Names a half, or all.
pub fn scope(session: &Session, scope: SuspensionScope) -> String {
	let label = match scope {
		SuspensionScope::Full => Label::ScopeFull,
		SuspensionScope::Customs => Label::ScopeCustoms,
		SuspensionScope::Security => Label::ScopeSecurity,
	};
	session.texts.label(label, &[])
}

/// Names a state.
pub fn kind(session: &Session, kind: StateKind) -> String {
	let label = match kind {
		StateKind::Applied => Label::StateApplied,
		StateKind::Accepted => Label::StateAccepted,
		StateKind::Rejected => Label::StateRejected,
		StateKind::ApplicationWithdrawn => Label::StateWithdrawn,
		StateKind::Refused => Label::StateRefused,
		StateKind::Authorised => Label::StateAuthorised,
		StateKind::Suspended => Label::StateSuspended,
		StateKind::Revoked => Label::StateRevoked,
		StateKind::Relinquished => Label::StateRelinquished,
		StateKind::Annulled => Label::StateAnnulled,
	};
	session.texts.label(label, &[])
}

/// Names a state with the day that belongs to it.
pub fn state(session: &Session, state: CertificateState) -> String {
	let name = kind(session, state.kind());
	let more = match state {
		CertificateState::Suspended(Suspension { scope, end }) => {
			let half = (scope != SuspensionScope::Full).then(|| self::scope(session, scope));
			let end = suspension_end(session, end);
			[half, end].into_iter().flatten().collect::<Vec<_>>()
		}
		CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
			vec![session
				.texts
				.label(Label::FromDay, &[("day", ended.from.to_string())])]
		}
		_ => Vec::new(),
	};
	if more.is_empty() {
		name
	} else {
		format!("{name} ({})", more.join(", "))
	}
}

/// Says when a certificate is valid.
pub fn validity(session: &Session, validity: Option<Validity>) -> String {
	match validity {
		None => "–".to_owned(),
		Some(Validity {
			from,
			until,
			renewal_pending,
		}) => {
			let days = days(session, from, until);
			if renewal_pending {
				format!("{days}; {}", session.texts.label(Label::KeptInForce, &[]))
			} else {
				days
			}
		}
	}
}

/// Says from which day, and until which.
pub fn days(session: &Session, from: Date, until: Option<Date>) -> String {
	match until {
		Some(until) => session.texts.label(
			Label::ValidBetween,
			&[("from", from.to_string()), ("until", until.to_string())],
		),
		None => session
			.texts
			.label(Label::ValidFrom, &[("from", from.to_string())]),
	}
}

/// Writes roles by their codes.
pub fn roles<const MIN: u32, const MAX: u32>(
	roles: aeo_primitives::CodeSet<aeo_primitives::Role, MIN, MAX>,
) -> String {
	let codes: Vec<_> = roles.iter().map(|role| role.code()).collect();
	codes.join(", ")
}

/// Writes a type with its programme.
pub fn certificate_type(named: &CertificateType) -> String {
	format!("{}/{}", named.programme, named.code)
}
