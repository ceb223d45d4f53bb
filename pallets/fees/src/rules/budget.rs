//! What a quota still allows, and what is in use of it afterwards.

use crate::types::{Bucket, Budget, FeeUnits, Quota};
use sp_runtime::traits::{SaturatedConversion, Saturating};

impl Quota {
	/// Returns the part of a reserve that one account can use: half, so that one key that empties
	/// its own share leaves another officer as much.
	pub fn share(&self) -> Self {
		let half = |units: FeeUnits| units.checked_div(2).unwrap_or_default();
		Self {
			max: half(self.max),
			recovery: half(self.recovery),
		}
	}

	/// Returns the quota with what has been used of it.
	pub(crate) fn with<BlockNumber>(self, bucket: Bucket<BlockNumber>) -> Budget<BlockNumber> {
		Budget {
			quota: self,
			used: bucket.used,
			at: bucket.at,
		}
	}
}

impl<BlockNumber> Budget<BlockNumber>
where
	BlockNumber: Copy + Saturating + SaturatedConversion + TryInto<FeeUnits>,
{
	/// Returns what is in use at `now`.
	pub(crate) fn in_use(&self, now: BlockNumber) -> FeeUnits {
		let blocks: FeeUnits = now.saturating_sub(self.at).saturated_into();
		self.used
			.saturating_sub(self.quota.recovery.saturating_mul(blocks))
	}

	/// Returns what is left at `now`.
	pub(crate) fn left(&self, now: BlockNumber) -> FeeUnits {
		self.quota.max.saturating_sub(self.in_use(now))
	}

	/// Returns the budget once `fee` has been taken; `None` where the quota does not allow it.
	pub(crate) fn take(self, fee: FeeUnits, now: BlockNumber) -> Option<Self> {
		let used = self.in_use(now).checked_add(fee)?;
		(used <= self.quota.max).then_some(Self {
			used,
			at: now,
			..self
		})
	}

	/// Returns the budget once it has got back what was taken in this block and not used.
	pub(crate) fn give_back(self, unused: FeeUnits, now: BlockNumber) -> Self {
		Self {
			used: self.used.saturating_sub(unused),
			at: now,
			..self
		}
	}

	/// Goes over to another quota: what was in use until now came back at the old rate, and no more
	/// than the new maximum is in use.
	pub(crate) fn change(self, quota: Quota, now: BlockNumber) -> Self {
		Self {
			quota,
			used: self.in_use(now).min(quota.max),
			at: now,
		}
	}
}

impl<BlockNumber> From<Budget<BlockNumber>> for Bucket<BlockNumber> {
	fn from(budget: Budget<BlockNumber>) -> Self {
		Self {
			used: budget.used,
			at: budget.at,
		}
	}
}
