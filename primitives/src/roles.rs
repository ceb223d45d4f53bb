//! What one pallet needs of another, as small traits that the runtime wires.
//!
//! The pallet that has the need names it here; `()` is the answer of a chain that leaves the other
//! pallet out.

/// Is an account linked to a trader's TIN?
///
/// Asked where an account may have one role only: own account, officer or holder.
pub trait HolderLookup<AccountId> {
	/// Whether `account` is linked to a trader.
	fn is_holder(account: &AccountId) -> bool;
}

/// A chain without traders has no holders.
impl<AccountId> HolderLookup<AccountId> for () {
	fn is_holder(_account: &AccountId) -> bool {
		false
	}
}

/// Tells the finality gadget that finality has stalled.
pub trait NoteStalled<BlockNumber> {
	/// Change to the next set of authorities after `delay` blocks, counted from
	/// `best_finalised`, the last block known to be final.
	fn note_stalled(delay: BlockNumber, best_finalised: BlockNumber);
}

/// A chain without a finality gadget has nothing to restart.
impl<BlockNumber> NoteStalled<BlockNumber> for () {
	fn note_stalled(_delay: BlockNumber, _best_finalised: BlockNumber) {}
}
