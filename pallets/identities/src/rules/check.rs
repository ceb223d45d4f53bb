//! What the check of a trader's number means for its registration.

use crate::types::TinCheck;
use aeo_primitives::tin::{Check, Reason, Tin};

/// Returns what is known of a number that is not refused.
///
/// # Errors
///
/// The [`Reason`] why its scheme refuses it.
pub(crate) fn checked(tin: &Tin) -> Result<TinCheck, Reason> {
	Ok(match tin.check()? {
		Check::Passed => TinCheck::Passed,
		Check::FormatOnly | Check::Overridden => TinCheck::FormatOnly,
	})
}

/// Returns whether a number that is refused for this reason may have been legally issued.
pub(crate) fn is_overridable(reason: Reason) -> bool {
	matches!(reason, Reason::CheckDigit | Reason::NeverIssued)
}
