//! Maker and checker: two officers, and two signatures.

use core::fmt;

value_types! {
	/// Whether a decision needs two officers.
	#[derive(Copy)]
	enum FourEyes {
		/// One proposes it and another confirms it.
		#[codec(index = 0)]
		Required,
		/// One takes it alone.
		#[codec(index = 1)]
		NotRequired,
	}

	/// Who proposed a decision.
	struct Maker<AccountId> {
		/// The officer.
		pub officer: AccountId,
		/// The signer of the extrinsic. It differs from the officer where the officer's origin was
		/// nested, as in a multisig.
		pub signer: AccountId,
	}

	/// Who decided.
	struct Hands<AccountId> {
		/// The officer who proposed the decision, or took it alone; or the holder's account that
		/// asked for it, or acted alone.
		pub maker: AccountId,
		/// The other officer, who confirmed it; none where one hand was enough.
		pub checker: Option<AccountId>,
	}
}

impl<AccountId> Hands<AccountId> {
	/// Names one hand, which was enough.
	pub const fn one(maker: AccountId) -> Self {
		Self {
			maker,
			checker: None,
		}
	}

	/// Names maker and checker.
	pub const fn both(maker: AccountId, checker: AccountId) -> Self {
		Self {
			maker,
			checker: Some(checker),
		}
	}
}

/// Why somebody may not confirm a decision (invariant I18).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotFourEyes {
	/// The same officer proposed it.
	SameOfficer,
	/// The same account signed the proposal, through whatever it was nested in.
	SameSigner,
}

impl fmt::Display for NotFourEyes {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::SameOfficer => {
				"the officer who proposed a decision can't confirm it: ask another"
			}
			Self::SameSigner => {
				"the account that signed the proposal can't sign the confirmation: ask another"
			}
		})
	}
}

impl core::error::Error for NotFourEyes {}

impl<AccountId: PartialEq> Maker<AccountId> {
	/// Returns whether `officer`, in an extrinsic signed by `signer`, is a second pair of eyes.
	///
	/// # Errors
	///
	/// The officer or the signer is the maker's; crosswise counts too, since one key in two places
	/// is one person.
	pub fn ensure_other(&self, officer: &AccountId, signer: &AccountId) -> Result<(), NotFourEyes> {
		if *officer == self.officer || *officer == self.signer {
			Err(NotFourEyes::SameOfficer)
		} else if *signer == self.signer || *signer == self.officer {
			Err(NotFourEyes::SameSigner)
		} else {
			Ok(())
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn ensure_other_should_ask_for_two_officers_and_two_signers() {
		let maker = Maker {
			officer: 1,
			signer: 2,
		};
		assert_eq!(maker.ensure_other(&1, &3), Err(NotFourEyes::SameOfficer));
		assert_eq!(maker.ensure_other(&2, &3), Err(NotFourEyes::SameOfficer));
		assert_eq!(maker.ensure_other(&3, &2), Err(NotFourEyes::SameSigner));
		assert_eq!(maker.ensure_other(&3, &1), Err(NotFourEyes::SameSigner));
		assert_eq!(maker.ensure_other(&3, &3), Ok(()));
		assert_eq!(maker.ensure_other(&3, &4), Ok(()));
	}
}
