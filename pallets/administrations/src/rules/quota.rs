//! What pays for a transaction: the purses of each role, and what a bucket still allows.

use crate::types::{AccountRole, Bucket, FeeUnits, Quota};
use aeo_primitives::{OutsideRole, Territory};
use frame_support::pallet_prelude::InvalidTransaction;
use sp_runtime::traits::{DispatchInfoOf, Dispatchable, SaturatedConversion, Saturating};

/// For whom an account signs, and as what, as far as a quota pays for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signer {
	/// The administration whose quotas pay.
	pub administration: Territory,
	/// Whether it is quarantined, so that nothing is paid but for its keys.
	pub quarantined: bool,
	/// The role of the account.
	pub role: SignerRole,
	/// The administration's quota.
	pub(crate) quota: Quota,
}

/// As what an account signs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SignerRole {
	/// For the administration.
	Inside(AccountRole),
	/// As one of its holders, agencies or offered accounts.
	Outside(OutsideRole),
}

/// What a transaction is for, which decides from which bucket it is paid. A batch is for the least
/// of what its calls are for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Purpose {
	/// The work of the role: paid from the administration's own bucket, or the joint one.
	Work,
	/// Something with which an administration protects itself: paid from its own bucket, and from
	/// the reserve where that one is empty.
	Protection,
	/// What goes first: a suspension, a vote, and whatever else is operational. It is paid from the
	/// reserve and from nothing else, so that no saved-up quota and no balance can fill blocks with
	/// calls that go first.
	GoesFirst,
}

/// What the quotas pay for: the runtime knows all calls, this pallet knows the accounts.
pub trait PaidCalls<AccountId, Call: Dispatchable> {
	/// Returns the purpose of a transaction of `who`, which signs as `signer`; none where no quota
	/// pays for such a call of such a signer, so that it is paid from a balance. An error where it
	/// is refused whoever pays.
	fn purpose(
		who: &AccountId,
		signer: Option<&Signer>,
		call: &Call,
		info: &DispatchInfoOf<Call>,
	) -> Result<Option<Purpose>, InvalidTransaction>;
}

/// A chain without such rules: every call is the work of whoever has a role.
impl<AccountId, Call: Dispatchable> PaidCalls<AccountId, Call> for () {
	fn purpose(
		_who: &AccountId,
		_signer: Option<&Signer>,
		_call: &Call,
		_info: &DispatchInfoOf<Call>,
	) -> Result<Option<Purpose>, InvalidTransaction> {
		Ok(Some(Purpose::Work))
	}
}

/// The buckets against which a transaction is counted: all of them must have room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Purse<AccountId> {
	/// The administration's own.
	Administration(Territory),
	/// The administration's reserve, and the account's share in it.
	Reserve(Territory, AccountId),
	/// The joint one of the administration's holders, agencies and offered accounts, and the
	/// account's own.
	Joint(Territory, AccountId),
}

/// One bucket.
pub(crate) enum Place<'a, AccountId> {
	/// An administration's own.
	Administration(Territory),
	/// An administration's reserve.
	Reserve(Territory),
	/// The joint one of an administration's holders, agencies and offered accounts.
	Joint(Territory),
	/// An account's: its share in a reserve, or its own beside a joint one.
	Account(&'a AccountId),
}

impl<AccountId> Purse<AccountId> {
	/// Returns the buckets of the purse.
	pub(crate) fn places(&self) -> impl Iterator<Item = Place<'_, AccountId>> {
		let (place, account) = match self {
			Self::Administration(administration) => (Place::Administration(*administration), None),
			Self::Reserve(administration, account) => {
				(Place::Reserve(*administration), Some(account))
			}
			Self::Joint(administration, account) => (Place::Joint(*administration), Some(account)),
		};
		core::iter::once(place).chain(account.map(Place::Account))
	}
}

impl Signer {
	/// Returns the purses that may pay for a transaction of `who`, which is this signer, for this
	/// purpose, in the order in which they are asked.
	pub(crate) fn purses<AccountId: Clone>(
		&self,
		who: &AccountId,
		purpose: Purpose,
	) -> (Purse<AccountId>, Option<Purse<AccountId>>) {
		let administration = self.administration;
		let reserve = || Purse::Reserve(administration, who.clone());
		match (&self.role, purpose) {
			(SignerRole::Outside(_), _) => (Purse::Joint(administration, who.clone()), None),
			_ if self.quarantined => (reserve(), None),
			(_, Purpose::GoesFirst) => (reserve(), None),
			(_, Purpose::Protection) => (Purse::Administration(administration), Some(reserve())),
			(_, Purpose::Work) => (Purse::Administration(administration), None),
		}
	}
}

/// Returns whether an account has a part in giving a quarantined administration new keys: the own
/// and the offered account, and officers without scope, who sign for a multisig.
pub(crate) fn may_rotate_keys(role: &AccountRole) -> bool {
	match role {
		AccountRole::Own | AccountRole::Incoming => true,
		AccountRole::Officer(scopes) => scopes.is_empty(),
	}
}

impl Quota {
	/// Returns what is in use at `now`, by what was in use when the bucket was written.
	pub(crate) fn in_use<BlockNumber>(
		&self,
		bucket: Bucket<BlockNumber>,
		now: BlockNumber,
	) -> FeeUnits
	where
		BlockNumber: Saturating + SaturatedConversion + TryInto<FeeUnits>,
	{
		let blocks: FeeUnits = now.saturating_sub(bucket.at).saturated_into();
		bucket
			.used
			.saturating_sub(self.recovery.saturating_mul(blocks))
	}

	/// Returns what is in use once `fee` has been taken; `None` where the quota does not allow it.
	pub(crate) fn take(&self, in_use: FeeUnits, fee: FeeUnits) -> Option<FeeUnits> {
		in_use.checked_add(fee).filter(|used| *used <= self.max)
	}

	/// Returns the part of a reserve that one account can use: half, so that one key that empties
	/// its own share leaves another officer as much.
	pub fn share(&self) -> Self {
		let half = |units: FeeUnits| units.checked_div(2).unwrap_or_default();
		Self {
			max: half(self.max),
			recovery: half(self.recovery),
		}
	}
}
