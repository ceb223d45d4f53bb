//! The purses of each kind of account, and the places that each purse has.

use crate::types::{Purpose, Purse};
use aeo_primitives::{AccountKind, Signer, Territory};

/// One place in which something is counted.
pub(crate) enum Place<'a, AccountId> {
	/// An administration's own budget.
	Administration(Territory),
	/// An administration's reserve.
	Reserve(Territory),
	/// An account's share in a reserve.
	Share(&'a AccountId),
	/// The joint bucket of an administration's holders, agencies and offered accounts.
	Joint(Territory),
	/// The account's own beside a joint one.
	Account(&'a AccountId),
}

impl<AccountId> Purse<AccountId> {
	/// Returns the places of the purse.
	pub(crate) fn places(&self) -> impl Iterator<Item = Place<'_, AccountId>> {
		let (first, second) = match self {
			Self::Administration(administration) => (Place::Administration(*administration), None),
			Self::Reserve(administration, account) => {
				(Place::Reserve(*administration), Some(Place::Share(account)))
			}
			Self::Joint(administration, account) => {
				(Place::Joint(*administration), Some(Place::Account(account)))
			}
		};
		core::iter::once(first).chain(second)
	}
}

/// Returns the purses that may pay for a transaction of `who`, which signs as `signer`, for this
/// purpose, in the order in which they are asked.
pub(crate) fn purses<AccountId: Clone>(
	who: &AccountId,
	signer: &Signer,
	purpose: Purpose,
) -> (Purse<AccountId>, Option<Purse<AccountId>>) {
	let administration = signer.administration;
	let reserve = || Purse::Reserve(administration, who.clone());
	match (&signer.kind, purpose) {
		(AccountKind::Outside(_), _) => (Purse::Joint(administration, who.clone()), None),
		_ if signer.quarantined => (reserve(), None),
		(_, Purpose::GoesFirst) => (reserve(), None),
		(_, Purpose::Protection) => (Purse::Administration(administration), Some(reserve())),
		(_, Purpose::Work) => (Purse::Administration(administration), None),
	}
}
