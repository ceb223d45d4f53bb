//! Which state follows from which decision: pure functions (domain specification, section 5).

use aeo_primitives::{
	CertificateState, Date, Ended, Halves, StateKind, Suspension, SuspensionEnd, SuspensionScope,
};

/// Why a certificate can't change so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
	/// It is not authorised, or its days are over.
	CertificateNotLive,
	/// Its end is decided already.
	EndDecidedAlready,
	/// It is no application that waits to be accepted.
	NoApplicationToAccept,
	/// It is no application that was accepted.
	ApplicationNotAccepted,
	/// It is no open application.
	NoOpenApplication,
	/// It is neither authorised nor expired.
	CertificateNotRenewable,
	/// Its state is none that an appeal can overturn.
	NothingToOverturn,
	/// Its type has no such half.
	TypeLacksThisHalf,
	/// All of it is suspended already, for as long.
	CertificateSuspendedAlready,
	/// Nothing of it is suspended in this scope.
	CertificateNotSuspended,
}

/// Returns the suspension that is stored, whether it is over by the clock or not.
pub fn suspension(state: CertificateState) -> Option<Suspension> {
	match state {
		CertificateState::Suspended(suspension) => Some(suspension),
		CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
			ended.suspension
		}
		_ => None,
	}
}

/// Returns the suspension that holds: a resumption by the clock ends it.
fn present(state: CertificateState, is_over: bool) -> Option<Suspension> {
	suspension(state).filter(|_| !is_over)
}

/// Refuses a certificate of which nothing is suspended: there is nothing to reinstate (T5).
pub fn ensure_suspended(state: CertificateState, is_over: bool) -> Result<(), Refusal> {
	present(state, is_over)
		.map(|_| ())
		.ok_or(Refusal::CertificateNotSuspended)
}

/// Returns the state of a live certificate with this suspension: authorised, or suspended.
fn standing(suspension: Option<Suspension>) -> CertificateState {
	suspension.map_or(CertificateState::Authorised, CertificateState::Suspended)
}

/// Returns the same state with another suspension. An end that is decided stays decided.
fn with_suspension(
	state: CertificateState,
	suspension: Option<Suspension>,
) -> Result<CertificateState, Refusal> {
	use CertificateState::{Authorised, Relinquished, Revoked, Suspended};
	match state {
		Authorised | Suspended(_) => Ok(standing(suspension)),
		Revoked(ended) => Ok(Revoked(Ended {
			suspension,
			..ended
		})),
		Relinquished(ended) => Ok(Relinquished(Ended {
			suspension,
			..ended
		})),
		_ => Err(Refusal::CertificateNotLive),
	}
}

/// Accepts an application for examination (T2).
pub fn accept(state: CertificateState) -> Result<CertificateState, Refusal> {
	match state {
		CertificateState::Applied => Ok(CertificateState::Accepted),
		_ => Err(Refusal::NoApplicationToAccept),
	}
}

/// Rejects an application that can't be examined (T2).
pub fn reject(state: CertificateState) -> Result<CertificateState, Refusal> {
	accept(state).map(|_| CertificateState::Rejected)
}

/// Refuses an application that was examined (T2b).
pub fn refuse(state: CertificateState) -> Result<CertificateState, Refusal> {
	match state {
		CertificateState::Accepted => Ok(CertificateState::Refused),
		_ => Err(Refusal::ApplicationNotAccepted),
	}
}

/// Returns whether an application is open.
pub fn is_open(state: CertificateState) -> bool {
	matches!(
		state,
		CertificateState::Applied | CertificateState::Accepted
	)
}

/// Takes an application back (T2, T2b).
pub fn withdraw(state: CertificateState) -> Result<CertificateState, Refusal> {
	if is_open(state) {
		Ok(CertificateState::ApplicationWithdrawn)
	} else {
		Err(Refusal::NoOpenApplication)
	}
}

/// Returns the end of a live certificate from a day on; a suspension lasts until then.
fn end(state: CertificateState, is_over: bool, from: Date) -> Result<Ended, Refusal> {
	match state {
		CertificateState::Authorised | CertificateState::Suspended(_) => Ok(Ended {
			from,
			suspension: present(state, is_over),
		}),
		CertificateState::Revoked(_) | CertificateState::Relinquished(_) => {
			Err(Refusal::EndDecidedAlready)
		}
		_ => Err(Refusal::CertificateNotLive),
	}
}

/// Revokes a live certificate (T6).
pub fn revoke(
	state: CertificateState,
	is_over: bool,
	from: Date,
) -> Result<CertificateState, Refusal> {
	end(state, is_over, from).map(CertificateState::Revoked)
}

/// Takes back a live certificate (T7).
pub fn relinquish(
	state: CertificateState,
	is_over: bool,
	from: Date,
) -> Result<CertificateState, Refusal> {
	end(state, is_over, from).map(CertificateState::Relinquished)
}

/// Refuses a certificate that can't be renewed, in force or over by the clock (T9). A suspension
/// that is over by the clock counts as none.
pub fn ensure_renewable(state: CertificateState, is_over: bool) -> Result<(), Refusal> {
	match state {
		CertificateState::Authorised => Ok(()),
		CertificateState::Suspended(_) if is_over => Ok(()),
		_ => Err(Refusal::CertificateNotRenewable),
	}
}

/// Returns whether there is something that an appeal can be made against (T13).
pub fn is_appealable(state: CertificateState) -> bool {
	use CertificateState::{Annulled, Refused, Rejected, Relinquished, Revoked, Suspended};
	matches!(
		state,
		Rejected | Refused | Suspended(_) | Revoked(_) | Relinquished(_) | Annulled
	)
}

/// Returns whether an appeal that was made against a decision of the kind `first` is one against
/// `state` too: that decision stands, or one that came over it.
pub fn contests(first: StateKind, state: CertificateState) -> bool {
	is_appealable(state) && layer(first) <= layer(state.kind())
}

/// Returns what lies over what: an annulment over an end over a suspension. Nothing comes over a
/// rejection or a refusal.
pub(crate) const fn layer(kind: StateKind) -> u8 {
	match kind {
		StateKind::Annulled => 2,
		StateKind::Revoked | StateKind::Relinquished => 1,
		_ => 0,
	}
}

/// Returns the state before (T13). `before` is that of the period before the present one, which
/// alone knows what was annulled. Of a suspension all is overturned; one half of it is given back
/// by T5.
pub fn overturn(
	state: CertificateState,
	before: Option<CertificateState>,
) -> Result<CertificateState, Refusal> {
	match state {
		CertificateState::Annulled => before.ok_or(Refusal::NothingToOverturn),
		_ if is_appealable(state) => Ok(without(state, state.kind())),
		_ => Err(Refusal::NothingToOverturn),
	}
}

/// Returns what would have held without a decision of the kind `overturned`. Others that were taken
/// while it was believed are not touched: a suspension after a revocation is one without it too.
/// What an annulment hides is not in the state.
pub fn without(state: CertificateState, overturned: StateKind) -> CertificateState {
	use CertificateState::{Accepted, Applied, Authorised};
	use CertificateState::{Refused, Rejected, Relinquished, Revoked, Suspended};
	let unsuspended = |ended: Ended| Ended {
		suspension: None,
		..ended
	};
	match (overturned, state) {
		(StateKind::Rejected, Rejected) => Applied,
		(StateKind::Refused, Refused) => Accepted,
		(StateKind::Revoked, Revoked(ended)) | (StateKind::Relinquished, Relinquished(ended)) => {
			standing(ended.suspension)
		}
		(StateKind::Suspended, Suspended(_)) => Authorised,
		(StateKind::Suspended, Revoked(ended)) => Revoked(unsuspended(ended)),
		(StateKind::Suspended, Relinquished(ended)) => Relinquished(unsuspended(ended)),
		_ => state,
	}
}

/// Returns whether a suspension begins with `after`. `is_over` says whether one in `before` is over
/// by the clock; what is hidden by an annulment has begun before it.
pub fn suspends(before: Option<CertificateState>, is_over: bool, after: CertificateState) -> bool {
	let (old, new) = (before.and_then(suspension), suspension(after));
	let was_none = old.is_none() || is_over;
	new.is_some() && new != old && was_none && before != Some(CertificateState::Annulled)
}

/// Returns whether an end begins with `after`; as for [`suspends`].
pub fn ends(before: Option<CertificateState>, after: CertificateState) -> bool {
	let is_end = |state| {
		matches!(
			state,
			CertificateState::Revoked(_) | CertificateState::Relinquished(_)
		)
	};
	is_end(after)
		&& before.is_none_or(|before| !is_end(before) && before != CertificateState::Annulled)
}

/// Refuses a suspension of a half that the type of the certificate lacks.
pub fn ensure_applicable(scope: SuspensionScope, halves: Halves) -> Result<(), Refusal> {
	if scope.applies_to(halves) {
		Ok(())
	} else {
		Err(Refusal::TypeLacksThisHalf)
	}
}

/// Returns what covers both scopes.
fn union(one: SuspensionScope, other: SuspensionScope) -> SuspensionScope {
	if one == other {
		one
	} else {
		SuspensionScope::Full
	}
}

/// Returns the end that lasts longer. A decision that is due lasts longer than a resumption by the
/// clock, since without it nothing resumes.
fn later(one: SuspensionEnd, other: SuspensionEnd) -> SuspensionEnd {
	use SuspensionEnd::{DecisionAfter, Open, ResumesAfter};
	match (one, other) {
		(Open, _) | (_, Open) => Open,
		(DecisionAfter(one), DecisionAfter(other)) => DecisionAfter(one.max(other)),
		(DecisionAfter(day), ResumesAfter(_)) | (ResumesAfter(_), DecisionAfter(day)) => {
			DecisionAfter(day)
		}
		(ResumesAfter(one), ResumesAfter(other)) => ResumesAfter(one.max(other)),
	}
}

/// Suspends, or suspends more of what is suspended (T4). `is_over` says whether a suspension in
/// `state` is over by the clock, which counts as none.
pub fn suspend(
	state: CertificateState,
	is_over: bool,
	halves: Halves,
	suspension: Suspension,
) -> Result<CertificateState, Refusal> {
	ensure_applicable(suspension.scope, halves)?;
	let suspended = match present(state, is_over) {
		None => suspension,
		Some(present) => {
			let both = Suspension {
				scope: union(present.scope, suspension.scope),
				end: later(present.end, suspension.end),
			};
			if both == present {
				return Err(Refusal::CertificateSuspendedAlready);
			}
			both
		}
	};
	with_suspension(state, Some(suspended))
}

/// Reinstates what `scope` covers (T5): all, or one half of a certificate of which both are
/// suspended.
pub fn reinstate(
	state: CertificateState,
	is_over: bool,
	halves: Halves,
	scope: SuspensionScope,
) -> Result<CertificateState, Refusal> {
	ensure_applicable(scope, halves)?;
	let present = present(state, is_over).ok_or(Refusal::CertificateNotSuspended)?;
	let left = match (present.scope, scope) {
		(_, SuspensionScope::Full) => None,
		(held, wanted) if held == wanted => None,
		(SuspensionScope::Full, _) if halves != Halves::Both => None,
		(SuspensionScope::Full, SuspensionScope::Customs) => Some(SuspensionScope::Security),
		(SuspensionScope::Full, SuspensionScope::Security) => Some(SuspensionScope::Customs),
		_ => return Err(Refusal::CertificateNotSuspended),
	};
	let end = present.end;
	with_suspension(state, left.map(|scope| Suspension { scope, end }))
}

/// Returns whether a certificate is authorised or suspended.
pub const fn is_authorised(state: CertificateState) -> bool {
	matches!(
		state,
		CertificateState::Authorised | CertificateState::Suspended(_)
	)
}

/// Returns whether `after` takes away something that `before` gave, and gives nothing: it suspends,
/// or suspends more or longer, ends, or closes an application. `is_over` says whether a suspension
/// in `before` is over by the clock, which counts as none.
pub fn restricts(before: CertificateState, is_over: bool, after: CertificateState) -> bool {
	use CertificateState::{Annulled, ApplicationWithdrawn, Refused, Rejected};
	if before == Annulled {
		return false;
	}
	let suspends_more = match (present(before, is_over), suspension(after)) {
		(None, Some(_)) => true,
		(Some(old), Some(new)) => {
			old != new
				&& union(old.scope, new.scope) == new.scope
				&& later(old.end, new.end) == new.end
		}
		(_, None) => false,
	};
	suspends_more
		|| ends(Some(before), after)
		|| matches!(after, Annulled)
		|| (is_open(before) && matches!(after, Rejected | Refused | ApplicationWithdrawn))
}

#[allow(clippy::expect_used, reason = "tests may panic")]
#[cfg(test)]
mod tests {
	use super::*;
	use Refusal::{
		CertificateNotLive, CertificateNotSuspended, CertificateSuspendedAlready, TypeLacksThisHalf,
	};
	use SuspensionScope::{Customs, Full, Security};

	fn day(text: &str) -> Date {
		text.parse().expect("a day")
	}

	fn state(scope: SuspensionScope, end: SuspensionEnd) -> CertificateState {
		CertificateState::Suspended(Suspension { scope, end })
	}

	fn open(scope: SuspensionScope) -> CertificateState {
		state(scope, SuspensionEnd::Open)
	}

	fn take(
		from: CertificateState,
		halves: Halves,
		scope: SuspensionScope,
	) -> Result<CertificateState, Refusal> {
		let end = SuspensionEnd::Open;
		suspend(from, false, halves, Suspension { scope, end })
	}

	#[test]
	fn suspend_should_unite_scopes_that_the_type_has() {
		let authorised = CertificateState::Authorised;
		for scope in [Full, Customs, Security] {
			assert_eq!(take(authorised, Halves::Both, scope), Ok(open(scope)));
		}
		assert_eq!(
			take(authorised, Halves::Customs, Customs),
			Ok(open(Customs))
		);
		assert_eq!(
			take(authorised, Halves::Customs, Security),
			Err(TypeLacksThisHalf)
		);
		assert_eq!(
			take(authorised, Halves::Security, Customs),
			Err(TypeLacksThisHalf)
		);
		assert_eq!(take(open(Customs), Halves::Both, Security), Ok(open(Full)));
		assert_eq!(take(open(Customs), Halves::Both, Full), Ok(open(Full)));
		assert_eq!(
			take(open(Full), Halves::Both, Customs),
			Err(CertificateSuspendedAlready)
		);
		assert_eq!(
			take(open(Security), Halves::Both, Security),
			Err(CertificateSuspendedAlready)
		);
	}

	#[test]
	fn suspend_should_fail_for_what_is_not_authorised() {
		for from in [
			CertificateState::Applied,
			CertificateState::Refused,
			CertificateState::Annulled,
		] {
			assert_eq!(take(from, Halves::Both, Full), Err(CertificateNotLive));
		}
	}

	#[test]
	fn suspend_should_last_until_the_later_end() {
		use SuspensionEnd::{DecisionAfter, Open, ResumesAfter};
		let (may, june) = (day("2027-05-31"), day("2027-06-30"));
		for (present, further, expected) in [
			(ResumesAfter(may), ResumesAfter(june), ResumesAfter(june)),
			(ResumesAfter(june), ResumesAfter(may), ResumesAfter(june)),
			(ResumesAfter(june), DecisionAfter(may), DecisionAfter(may)),
			(DecisionAfter(may), ResumesAfter(june), DecisionAfter(may)),
			(DecisionAfter(may), DecisionAfter(june), DecisionAfter(june)),
			(Open, ResumesAfter(june), Open),
			(DecisionAfter(may), Open, Open),
		] {
			let suspension = Suspension {
				scope: Customs,
				end: further,
			};
			let result = suspend(state(Customs, present), false, Halves::Both, suspension);
			if expected == present {
				assert_eq!(result, Err(CertificateSuspendedAlready));
			} else {
				assert_eq!(result, Ok(state(Customs, expected)));
			}
		}
	}

	#[test]
	fn a_suspension_that_is_over_should_count_as_none() {
		let end = SuspensionEnd::ResumesAfter(day("2027-05-31"));
		let over = state(Full, end);
		let further = Suspension {
			scope: Security,
			end: SuspensionEnd::Open,
		};
		assert_eq!(
			suspend(over, true, Halves::Both, further),
			Ok(open(Security))
		);
		assert_eq!(
			reinstate(over, true, Halves::Both, Full),
			Err(CertificateNotSuspended)
		);
	}

	#[test]
	fn reinstate_should_give_back_all_or_one_half() {
		let give = |from, halves, scope| reinstate(from, false, halves, scope);
		let authorised = Ok(CertificateState::Authorised);
		for scope in [Full, Customs, Security] {
			assert_eq!(give(open(scope), Halves::Both, Full), authorised);
			assert_eq!(give(open(scope), Halves::Both, scope), authorised);
		}
		assert_eq!(give(open(Full), Halves::Both, Customs), Ok(open(Security)));
		assert_eq!(give(open(Full), Halves::Both, Security), Ok(open(Customs)));
		assert_eq!(give(open(Full), Halves::Customs, Customs), authorised);
		assert_eq!(
			give(open(Full), Halves::Customs, Security),
			Err(TypeLacksThisHalf)
		);
		assert_eq!(
			give(open(Customs), Halves::Both, Security),
			Err(CertificateNotSuspended)
		);
		assert_eq!(
			give(CertificateState::Authorised, Halves::Both, Full),
			Err(CertificateNotSuspended)
		);
	}

	#[test]
	fn restricts_should_see_what_takes_away_and_gives_nothing() {
		use CertificateState::{Accepted, Annulled, Applied, Authorised, Refused, Revoked};
		use SuspensionEnd::{DecisionAfter, Open, ResumesAfter};
		let (may, june) = (day("2027-05-31"), day("2027-06-30"));
		let revoked = |suspension| {
			Revoked(Ended {
				from: may,
				suspension,
			})
		};
		let full = Suspension {
			scope: Full,
			end: Open,
		};
		for (before, after, expected) in [
			(Authorised, open(Customs), true),
			(open(Customs), open(Full), true),
			(open(Full), open(Customs), false),
			(open(Full), Authorised, false),
			(state(Full, ResumesAfter(may)), open(Full), true),
			(
				state(Full, ResumesAfter(may)),
				state(Full, ResumesAfter(june)),
				true,
			),
			(
				state(Full, ResumesAfter(june)),
				state(Full, DecisionAfter(may)),
				true,
			),
			(
				state(Full, ResumesAfter(june)),
				state(Full, ResumesAfter(may)),
				false,
			),
			(Authorised, revoked(None), true),
			(revoked(None), revoked(Some(full)), true),
			(revoked(Some(full)), open(Full), false),
			(revoked(None), Authorised, false),
			(Authorised, Annulled, true),
			(revoked(None), Annulled, true),
			(Annulled, Authorised, false),
			(Annulled, open(Full), false),
			(Accepted, Refused, true),
			(Applied, Accepted, false),
			(Accepted, Authorised, false),
			(Authorised, Authorised, false),
		] {
			assert_eq!(
				restricts(before, false, after),
				expected,
				"{before:?} {after:?}"
			);
		}
		// One that is over by the clock counts as none.
		let over = state(Full, ResumesAfter(may));
		assert!(restricts(over, true, open(Customs)));
		assert!(!restricts(over, false, open(Customs)));
	}
}
