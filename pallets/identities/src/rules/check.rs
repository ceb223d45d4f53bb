//! What the check of a trader's number means for its registration.

use crate::types::TinCheck;
use aeo_primitives::tin::{Check, Reason, Tin};
use sp_core::H256;

/// Why a number is not registered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Unchecked {
	/// It is refused.
	Refused(Reason),
	/// It passes, so that no document has to show that it was issued.
	Passes,
}

/// Returns what is known of a number, which is registered for its check, or for the document that
/// shows that it was legally issued although it fails.
///
/// # Errors
///
/// Without a document, the reason why its scheme refuses it; with one, that it passes, or a reason
/// for which no legally issued number is refused.
pub(crate) fn checked(tin: &Tin, instrument: Option<H256>) -> Result<TinCheck, Unchecked> {
	match (tin.check(), instrument) {
		(Ok(Check::Passed), None) => Ok(TinCheck::Passed),
		(Ok(Check::FormatOnly | Check::Overridden), None) => Ok(TinCheck::FormatOnly),
		(Ok(_), Some(_)) => Err(Unchecked::Passes),
		(Err(reason), Some(instrument)) if is_overridable(reason) => {
			Ok(TinCheck::Overridden { instrument })
		}
		(Err(reason), _) => Err(Unchecked::Refused(reason)),
	}
}

/// Returns whether a number that is refused for this reason may have been legally issued.
fn is_overridable(reason: Reason) -> bool {
	matches!(reason, Reason::CheckDigit | Reason::NeverIssued)
}

#[cfg(test)]
mod tests {
	use super::*;

	const INSTRUMENT: H256 = H256::repeat_byte(9);

	fn of(text: &str, instrument: Option<H256>) -> Result<TinCheck, Unchecked> {
		let tin = Tin::parse(text).map_err(Unchecked::Refused)?;
		checked(&tin, instrument)
	}

	#[test]
	fn checked_should_take_what_passes_without_a_document_only() {
		assert_eq!(of("MXNWM9709244W4", None), Ok(TinCheck::Passed));
		assert_eq!(
			of("MXNWM9709244W4", Some(INSTRUMENT)),
			Err(Unchecked::Passes)
		);
	}

	#[test]
	fn checked_should_take_what_fails_with_a_document_only() {
		let wrong = "MXNWM9709244W5";
		let refused = Err(Unchecked::Refused(Reason::CheckDigit));
		let instrument = INSTRUMENT;
		assert_eq!(of(wrong, None), refused);
		assert_eq!(
			of(wrong, Some(instrument)),
			Ok(TinCheck::Overridden { instrument })
		);
	}

	#[test]
	fn checked_should_take_no_document_for_another_form() {
		let refused = Err(Unchecked::Refused(Reason::Date));
		assert_eq!(of("MXNWM9713244W4", None), refused);
		assert_eq!(of("MXNWM9713244W4", Some(INSTRUMENT)), refused);
	}
}
