//! What the pallet stores of quotas, and what it says of a payment.

use aeo_primitives::Territory;
use frame_support::stored;

/// Units in which fees and quotas are counted; one unit is one picosecond of execution time.
pub type FeeUnits = u128;

/// How much may be executed without paying: by an administration, from its reserve, by its holders
/// and agencies together, or by one of them.
#[stored]
#[derive(Copy, Default)]
pub struct Quota {
	/// The most that can be saved up, in fee units.
	pub max: FeeUnits,
	/// What comes back with each block, in fee units.
	pub recovery: FeeUnits,
}

/// What has been used of a quota that is the same for all.
#[stored(no_skip_type_params)]
#[derive(Copy, Default)]
pub struct Bucket<BlockNumber> {
	/// Fee units in use at block `at`.
	pub used: FeeUnits,
	/// The block in which the bucket was last written.
	pub at: BlockNumber,
}

/// A quota, and what has been used of it.
#[stored(no_skip_type_params)]
#[derive(Copy, Default)]
pub struct Budget<BlockNumber> {
	/// The quota.
	pub quota: Quota,
	/// Fee units in use at block `at`.
	pub used: FeeUnits,
	/// The block in which the budget was last written.
	pub at: BlockNumber,
}

/// What a transaction is for, which decides from which bucket it is paid. A batch is for the least
/// of what its calls are for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Purpose {
	/// The work of the role: paid from the administration's own budget, or the joint bucket.
	Work,
	/// Something with which an administration protects itself: paid from its own budget, and from
	/// the reserve where that one is empty.
	Protection,
	/// What goes first: a suspension, a vote, and whatever else is operational. It is paid from the
	/// reserve and from nothing else, so that no saved-up quota and no balance can fill blocks with
	/// calls that go first.
	GoesFirst,
}

/// The places against which a transaction is counted: all of them must have room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Purse<AccountId> {
	/// The administration's own budget.
	Administration(Territory),
	/// The administration's reserve, and the account's share in it.
	Reserve(Territory, AccountId),
	/// The joint bucket of the administration's holders, agencies and offered accounts, and the
	/// account's own.
	Joint(Territory, AccountId),
}
