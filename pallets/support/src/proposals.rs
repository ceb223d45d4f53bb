//! Proposals with four eyes: one officer makes them, another confirms them (invariant I18).

use aeo_primitives::{Hands, Maker, Moment, NotFourEyes};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

/// Why a proposal can't be confirmed, or refused. Each pallet says it with an error of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotConfirmable {
	/// Nothing waits.
	NothingPending,
	/// Something waits, under another number, or about another certificate.
	OtherProposal,
	/// It was not confirmed in time.
	ProposalExpired,
	/// The same officer proposed it.
	SameOfficer,
	/// The same account signed the proposal, through whatever it was nested in.
	SameSigner,
	/// The maker is no officer with the scope any more.
	MakerDismissed,
	/// What it is about has changed since.
	ChangedMeanwhile,
}

impl fmt::Display for NotConfirmable {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::NothingPending => "nothing waits to be confirmed: propose it first",
			Self::OtherProposal => {
				"no proposal with this number waits about it: look up what waits, and read it"
			}
			Self::ProposalExpired => "the proposal was not confirmed in time: propose it again",
			Self::SameOfficer => return NotFourEyes::SameOfficer.fmt(f),
			Self::SameSigner => return NotFourEyes::SameSigner.fmt(f),
			Self::MakerDismissed => {
				"who proposed it is no officer with this scope any more: propose it again"
			}
			Self::ChangedMeanwhile => {
				"what it is about has changed since the proposal: look again, then propose anew"
			}
		})
	}
}

impl core::error::Error for NotConfirmable {}

impl From<NotFourEyes> for NotConfirmable {
	fn from(why: NotFourEyes) -> Self {
		match why {
			NotFourEyes::SameOfficer => Self::SameOfficer,
			NotFourEyes::SameSigner => Self::SameSigner,
		}
	}
}

/// What one officer proposed, and waits for another.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Proposal<AccountId, Content> {
	/// Its number, from 1, which its confirmation names.
	pub number: u32,
	/// What is decided.
	pub content: Content,
	/// Who proposed it.
	pub maker: Maker<AccountId>,
	/// The version of what it is about; 0 where there is nothing yet.
	pub version: u32,
	/// The last moment at which it can be confirmed.
	pub expires: Moment,
}

/// Returns the number of the next proposal, where `last` is that of the last one; 0 before the
/// first. None where the numbers are used up.
pub const fn next(last: u32) -> Option<u32> {
	last.checked_add(1)
}

/// Returns the proposal that waits, which is the one that was meant.
///
/// # Errors
///
/// None waits, or one with another number.
pub fn named<AccountId, Content>(
	waiting: Option<Proposal<AccountId, Content>>,
	number: u32,
) -> Result<Proposal<AccountId, Content>, NotConfirmable> {
	let waiting = waiting.ok_or(NotConfirmable::NothingPending)?;
	if waiting.number == number {
		Ok(waiting)
	} else {
		Err(NotConfirmable::OtherProposal)
	}
}

impl<AccountId, Content> Proposal<AccountId, Content> {
	/// Returns whether it was not confirmed in time.
	pub const fn is_expired(&self, now: Moment) -> bool {
		self.expires < now
	}

	/// Returns whether what it is about, which has this version now (0: there is nothing), has
	/// changed since.
	pub const fn is_overtaken(&self, version: u32) -> bool {
		self.version != version
	}

	/// Confirms it: what is decided, and by whom. What it is about has this `version` now (0: there
	/// is nothing). `is_officer` says whether an account is an officer of the same administration,
	/// with the scope that it takes.
	///
	/// # Errors
	///
	/// It came too late, from the same hands, after the maker's dismissal, or what it is about has
	/// changed since.
	pub fn confirm(
		self,
		checker: Maker<AccountId>,
		now: Moment,
		version: u32,
		is_officer: impl FnOnce(&AccountId) -> bool,
	) -> Result<(Content, Hands<AccountId>), NotConfirmable>
	where
		AccountId: PartialEq,
	{
		if self.is_expired(now) {
			return Err(NotConfirmable::ProposalExpired);
		}
		self.maker.ensure_other(&checker.officer, &checker.signer)?;
		if !is_officer(&self.maker.officer) {
			return Err(NotConfirmable::MakerDismissed);
		}
		if self.is_overtaken(version) {
			return Err(NotConfirmable::ChangedMeanwhile);
		}
		Ok((
			self.content,
			Hands::both(self.maker.officer, checker.officer),
		))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn proposal() -> Proposal<u64, &'static str> {
		Proposal {
			number: 7,
			content: "revoke",
			maker: maker(1, 1),
			version: 3,
			expires: 100,
		}
	}

	fn maker(officer: u64, signer: u64) -> Maker<u64> {
		Maker { officer, signer }
	}

	#[test]
	fn named_should_find_no_other_proposal() {
		assert_eq!(
			named::<u64, &str>(None, 7),
			Err(NotConfirmable::NothingPending)
		);
		assert_eq!(named(Some(proposal()), 7), Ok(proposal()));
		for other in [0, 6, 8] {
			assert_eq!(
				named(Some(proposal()), other),
				Err(NotConfirmable::OtherProposal)
			);
		}
	}

	#[test]
	fn confirm_should_give_both_hands() {
		let confirmed = proposal().confirm(maker(2, 2), 100, 3, |officer| *officer == 1);
		assert_eq!(confirmed, Ok(("revoke", Hands::both(1, 2))));
	}

	#[test]
	fn confirm_should_fail_after_the_last_moment() {
		let late = proposal().confirm(maker(2, 2), 101, 3, |_| true);
		assert_eq!(late, Err(NotConfirmable::ProposalExpired));
		assert!(proposal().is_expired(101) && !proposal().is_expired(100));
	}

	#[test]
	fn confirm_should_fail_in_the_same_hands() {
		let confirm = |officer, signer| proposal().confirm(maker(officer, signer), 1, 3, |_| true);
		assert_eq!(confirm(1, 2), Err(NotConfirmable::SameOfficer));
		assert_eq!(confirm(2, 1), Err(NotConfirmable::SameSigner));
	}

	#[test]
	fn confirm_should_fail_when_the_maker_was_dismissed() {
		let dismissed = proposal().confirm(maker(2, 2), 1, 3, |_| false);
		assert_eq!(dismissed, Err(NotConfirmable::MakerDismissed));
	}

	#[test]
	fn confirm_should_fail_when_it_is_about_another_version() {
		let changed = proposal().confirm(maker(2, 2), 1, 4, |_| true);
		assert_eq!(changed, Err(NotConfirmable::ChangedMeanwhile));
		assert!(proposal().is_overtaken(4) && !proposal().is_overtaken(3));
	}

	#[test]
	fn next_should_count_from_one_and_end() {
		assert_eq!(next(0), Some(1));
		assert_eq!(next(u32::MAX), None);
	}
}
