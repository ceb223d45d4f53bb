//! What a decision is about: its paper, and the version and the period that it meets.

use crate::types::{CertificateRecord, Decision, PendingDecision};
use aeo_primitives::{CertificateState, Moment};
use sp_core::H256;

impl Decision {
	/// Returns the version of a certificate, which has `now`, that counts when a decision is
	/// confirmed that was proposed about `seen`. What takes a certificate away does so whatever
	/// else has happened to it: no other change of it can keep that from being confirmed (invariant
	/// I27).
	pub(crate) const fn present(&self, seen: u32, now: u32) -> u32 {
		match self {
			Self::Revoke { .. } | Self::Annul { .. } => seen,
			_ => now,
		}
	}

	/// Returns the blake2-256 of the decision.
	pub(crate) fn document(&self) -> H256 {
		match self {
			Self::Rectify { document, .. }
			| Self::Authorise { document, .. }
			| Self::Renew { document, .. }
			| Self::RefuseRenewal { document }
			| Self::RefuseApplication { document, .. }
			| Self::WithdrawApplication { document }
			| Self::KeepInForce { document }
			| Self::Relinquish { document, .. }
			| Self::Overturn { document, .. }
			| Self::Revoke { document, .. }
			| Self::Annul { document } => *document,
		}
	}
}

impl<AccountId> PendingDecision<AccountId> {
	/// Returns whether it was not confirmed in time.
	pub fn is_expired(&self, now: Moment) -> bool {
		self.proposal.is_expired(now)
	}

	/// Returns whether the certificate, which has this version now (0: there is none), has changed
	/// since the proposal, so that it can't be confirmed.
	pub fn is_overtaken(&self, version: u32) -> bool {
		self.proposal.is_overtaken(
			self.proposal
				.content
				.present(self.proposal.version, version),
		)
	}
}

impl CertificateRecord {
	/// Returns the place of the period that began with the decision which an appeal would overturn.
	pub fn contested(&self) -> u32 {
		match self.state {
			CertificateState::Suspended(_) => self.suspended_since,
			CertificateState::Revoked(_) | CertificateState::Relinquished(_) => self.ended_since,
			// What was rejected, refused or annulled does not change until that is overturned.
			_ => self.periods.saturating_sub(1),
		}
	}
}
