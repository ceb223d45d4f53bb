//! Which types of certificate can succeed which.

use crate::types::SuccessionList;
use aeo_primitives::recognition::TypeSuccession;
use frame_support::ensure;

/// What is wrong with a succession. The pallet has an error of the same name for each.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Flaw {
	/// Both types are one.
	TypeSucceedsItself,
	/// The type has a successor already.
	SuccessionDecidedAlready,
	/// The type succeeds another, or its successor has one itself.
	SuccessionsChained,
	/// There are as many as allowed.
	TooManySuccessions,
}

/// Adds a succession. Several types can have one successor; none is at both ends, so that one look
/// says everything.
pub(crate) fn add(all: &mut SuccessionList, new: TypeSuccession) -> Result<(), Flaw> {
	ensure!(new.of != new.by, Flaw::TypeSucceedsItself);
	ensure!(
		!all.iter().any(|known| known.of == new.of),
		Flaw::SuccessionDecidedAlready
	);
	ensure!(
		!all.iter()
			.any(|known| known.by == new.of || known.of == new.by),
		Flaw::SuccessionsChained
	);
	all.try_push(new).map_err(|_| Flaw::TooManySuccessions)
}

/// Returns whether each succession could be added after those before it.
#[cfg(any(test, feature = "try-runtime"))]
pub(crate) fn are_well_formed(all: &SuccessionList) -> bool {
	let mut added = SuccessionList::new();
	all.iter().all(|one| add(&mut added, one.clone()).is_ok())
}
