//! Which programme is well formed.

use crate::types::{Applications, Programme, MAX_DECISION_DAYS, MAX_MONTHS};
use aeo_primitives::ProgrammeCode;
use frame_support::ensure;

/// What is wrong with a programme. The pallet has an error of the same name for each.
pub(crate) enum Flaw {
	/// A code says nothing.
	CodeMissing,
	/// It has no type.
	TypesMissing,
	/// A type is named twice.
	TypeTwice,
	/// Months are none, or too many.
	MonthsOutOfRange,
	/// The days of a proposal are none, or too many.
	DecisionDaysOutOfRange,
	/// An agency is named twice.
	AgencyTwice,
	/// It requires opinions, and no applications.
	OpinionsNeedApplications,
}

/// Refuses a programme that is not well formed.
pub(crate) fn ensure_well_formed(code: &ProgrammeCode, programme: &Programme) -> Result<(), Flaw> {
	let (types, agencies) = (&programme.types, &programme.opinions_required);
	ensure!(
		!is_blank(code)
			&& !types.iter().any(|known| is_blank(&known.code))
			&& !agencies.iter().any(|code| is_blank(code)),
		Flaw::CodeMissing
	);
	let is_twice = |code: &str| types.iter().filter(|known| *known.code == *code).count() > 1;
	ensure!(!types.is_empty(), Flaw::TypesMissing);
	ensure!(
		!types.iter().any(|known| is_twice(&known.code)),
		Flaw::TypeTwice
	);
	let is_legal = |months: Option<u16>| months.is_none_or(|m| (1..=MAX_MONTHS).contains(&m));
	ensure!(
		is_legal(programme.validity_months.usual()) && is_legal(programme.review_months),
		Flaw::MonthsOutOfRange
	);
	ensure!(
		(1..=MAX_DECISION_DAYS).contains(&programme.decision_days),
		Flaw::DecisionDaysOutOfRange
	);
	let is_twice = |code| agencies.iter().filter(|known| *known == code).count() > 1;
	ensure!(!agencies.iter().any(is_twice), Flaw::AgencyTwice);
	ensure!(
		agencies.is_empty() || programme.applications == Applications::Required,
		Flaw::OpinionsNeedApplications
	);
	Ok(())
}

/// Returns whether a code says nothing.
fn is_blank(code: &str) -> bool {
	code.trim().is_empty()
}
