//! What a call says when an argument, or whoever made the call, is refused: in every pallet an error
//! of the same name for the same fact.

use sp_core::H256;

/// A hash of zeros is the hash of no document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct DocumentMissing;

/// Refuses a hash of zeros, which is the hash of no document, with an error of the pallet.
///
/// # Errors
///
/// The hash is zero.
pub fn ensure_document<Error: From<DocumentMissing>>(document: H256) -> Result<(), Error> {
	if document.is_zero() {
		Err(DocumentMissing.into())
	} else {
		Ok(())
	}
}

/// Converts reasons into the errors of a pallet that say them: each reason's errors have the same
/// names everywhere. `Config` and `Error` must be in scope.
///
/// ```ignore
/// aeo_support::refusals!(DateError, DocumentMissing);
/// ```
#[macro_export]
macro_rules! refusals {
	($($reason:ident),+ $(,)?) => {
		$($crate::refusals!(@ $reason);)+
	};
	(@ DocumentMissing) => {
		$crate::refusals!(@one $crate::refusals::DocumentMissing => DocumentMissing);
	};
	(@ NotASignedTransaction) => {
		$crate::refusals!(@one $crate::signers::NotASignedTransaction => NotASignedTransaction);
	};
	(@ DateError) => {
		$crate::refusals!(@each $crate::aeo_primitives::DateError {
			DateNotUnderstood => DateNotUnderstood,
			DateNotReal => DateNotReal,
		});
	};
	(@ NotACertificateNumber) => {
		$crate::refusals!(@each $crate::aeo_primitives::NotACertificateNumber {
			Missing => NumberMissing,
			TooLong => NumberTooLong,
			NotUnderstood => NumberNotUnderstood,
		});
	};
	(@ NotACode) => {
		$crate::refusals!(@each $crate::aeo_primitives::NotACode {
			Missing => CodeMissing,
			TooLong => CodeTooLong,
			NotUnderstood => CodeNotUnderstood,
		});
	};
	(@ NotConfirmable) => {
		$crate::refusals!(@each $crate::proposals::NotConfirmable {
			NothingPending => UnknownProposal,
			OtherProposal => ProposalNumberDiffers,
			ProposalExpired => ProposalLapsed,
			SameOfficer => ConfirmingOfficerProposedIt,
			SameSigner => ConfirmingSignerSignedTheProposal,
			MakerDismissed => ProposingOfficerDismissed,
			ChangedMeanwhile => ChangedSinceProposal,
		});
	};
	(@one $reason:path => $error:ident) => {
		impl<T: Config> From<$reason> for Error<T> {
			fn from(_: $reason) -> Self {
				Self::$error
			}
		}
	};
	(@each $reason:path { $($fact:ident => $error:ident,)+ }) => {
		impl<T: Config> From<$reason> for Error<T> {
			fn from(why: $reason) -> Self {
				use $reason as Reason;
				match why {
					$(Reason::$fact => Self::$error,)+
				}
			}
		}
	};
}
