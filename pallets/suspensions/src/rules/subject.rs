//! What an order names.

use aeo_primitives::{Subject, MAX_CERTIFICATES};

/// Returns the most certificates that can be meant: a number is one, a TIN all that its trader can
/// have.
pub(crate) fn most_certificates(subject: &Subject) -> u32 {
	match subject {
		Subject::Number(_) => 1,
		Subject::Tin(_) => MAX_CERTIFICATES,
	}
}
