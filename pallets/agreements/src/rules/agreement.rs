//! What an agreement may say, and who is a party of it.

use crate::{
	rules::Refusal,
	types::{Agreement, AgreementLegs, Parties, MAX_NOTICE_DAYS},
};
use aeo_primitives::{CertificateType, KnownProgramme, Moment, Territory, UtcOffset};
use alloc::collections::BTreeSet;
use frame_support::ensure;

impl Agreement {
	/// Returns whether a party's notice has run out at `now`, wherever clocks stand: all its legs
	/// are over.
	pub fn has_left(&self, party: Territory, now: Moment) -> bool {
		self.leaving
			.get(&party)
			.is_some_and(|notice| notice.until.last_moment(UtcOffset::LAST) < now)
	}

	/// Returns its parties but those whose notice has run out at `now`.
	pub(crate) fn present(&self, now: Moment) -> Parties {
		let mut present = self.parties.clone();
		for party in &self.parties {
			if self.has_left(*party, now) {
				present.remove(party);
			}
		}
		present
	}
}

/// Ensures that each leg leads from one party to another, once.
pub(crate) fn ensure_legs(parties: &Parties, legs: &AgreementLegs) -> Result<(), Refusal> {
	let mut known = BTreeSet::new();
	for leg in legs {
		ensure!(
			leg.issuer != leg.grantor
				&& parties.contains(&leg.issuer)
				&& parties.contains(&leg.grantor),
			Refusal::LegNotBetweenParties
		);
		ensure!(known.insert((leg.issuer, leg.grantor)), Refusal::LegTwice);
	}
	Ok(())
}

/// Ensures that there are days between a notice and the end, and no more than ten years of them.
pub(crate) fn ensure_notice_days(days: u16) -> Result<(), Refusal> {
	ensure!(days > 0, Refusal::NoticeDaysMissing);
	ensure!(days <= MAX_NOTICE_DAYS, Refusal::NoticeTooLong);
	Ok(())
}

/// Returns whether a programme, where there is one, has the type.
pub(crate) fn has_type(programme: Option<&KnownProgramme>, named: &CertificateType) -> bool {
	programme.is_some_and(|known| known.types.contains(&named.code))
}
