//! Which lists are accepted (invariants I10 and I11).

use crate::types::NewList;
use frame_support::ensure;
use sp_core::H256;

/// Why the block is not one on whose state lists are made. The pallet has an error of the same name for
/// each.
pub(crate) enum TooOld {
	/// It is this one, or one to come.
	MadeInFuture,
	/// It lies too far back.
	MadeTooLongAgo,
	/// A consent was withdrawn after it.
	ConsentWithdrawnSince,
}

/// Why a list is not accepted. The pallet has an error of the same name for each.
pub(crate) enum Refusal {
	/// There is a root without pages, or the other way round.
	RootAndPages,
	/// The sequence is another one than the next.
	NotNext,
	/// The reader's word does not count.
	ReaderUnsafe,
	/// The key is another one than the reader's.
	KeyRotated,
	/// The reader may read nothing.
	NotEntitled,
}

/// What is known of the reader of a list.
pub(crate) struct Known {
	/// The sequence of its last list; 0 where it has none.
	pub last: u32,
	/// Its present key.
	pub key: Option<H256>,
	/// Whether its word counts.
	pub counts: bool,
	/// Whether it may read anything.
	pub entitled: bool,
}

/// Refuses a block on whose state nothing is made that is published in block `now`; `withdrawn` is the
/// block in which a consent was last withdrawn, where that ever was.
pub(crate) fn ensure_recent(
	as_of: u32,
	now: u32,
	max_age: u32,
	withdrawn: Option<u32>,
) -> Result<(), TooOld> {
	ensure!(as_of < now, TooOld::MadeInFuture);
	ensure!(now.saturating_sub(as_of) <= max_age, TooOld::MadeTooLongAgo);
	// On the state after that block it is withdrawn already.
	ensure!(
		withdrawn.is_none_or(|withdrawn| as_of >= withdrawn),
		TooOld::ConsentWithdrawnSince
	);
	Ok(())
}

/// Refuses a list that its reader must not have, or could not open. A list without pages takes back what
/// was given: it is for any reader that has a key.
pub(crate) fn ensure_acceptable(list: &NewList, known: &Known) -> Result<(), Refusal> {
	ensure!(
		list.root.is_zero() == (list.pages == 0),
		Refusal::RootAndPages
	);
	ensure!(
		known.last.checked_add(1) == Some(list.sequence),
		Refusal::NotNext
	);
	ensure!(known.counts || list.pages == 0, Refusal::ReaderUnsafe);
	ensure!(known.key == Some(list.sealed_to), Refusal::KeyRotated);
	ensure!(known.entitled || list.pages == 0, Refusal::NotEntitled);
	Ok(())
}
