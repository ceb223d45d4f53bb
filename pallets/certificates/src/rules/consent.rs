//! What becomes of a consent when the holder says something of it.

use aeo_primitives::{
	recognition::{Consent, ConsentMode, ConsentNeed, LegSummary},
	AgreementId, ConsentFor, Moment,
};
use alloc::{vec, vec::Vec};
use frame_support::{ensure, BoundedVec};

use crate::types::ConsentStep;

/// How long a consent that was withdrawn stays so, in milliseconds: ten minutes, as old as the state may be
/// on which lists are made. A withdrawal takes back what was made before; who gave and withdrew in each
/// block could else keep an issuer from publishing anything.
pub(crate) const REST: Moment = 10 * 60 * 1_000;

/// Why nothing comes of it. The pallet has an error of the same name for each.
pub(crate) enum NoChange {
	/// The issuer has no leg left under the agreement.
	UnknownAgreement,
	/// None of its legs asks for consent.
	ConsentNotNeeded,
	/// It is given or withdrawn already.
	ConsentUnchanged,
	/// There are as many exceptions as allowed, all for agreements that go on.
	TooManyExceptions,
}

/// What it comes to.
pub(crate) struct Changed {
	/// The consent from now on.
	pub consent: Consent,
	/// The agreements that were exceptions and are none any more: one that has ended where another one needs
	/// room, and those to which what is said of all applies too. What was said of them counts no more.
	pub forgotten: Vec<AgreementId>,
}

/// Returns what comes of giving consent, or of withdrawing it; `legs` are those of the issuer that are
/// not over, and are looked at for single agreements only.
pub(crate) fn change(
	consent: &Consent,
	consent_for: ConsentFor,
	given: bool,
	legs: impl FnOnce() -> Vec<LegSummary>,
) -> Result<Changed, NoChange> {
	let changed = match consent_for {
		ConsentFor::Agreement(agreement) => for_one(consent, agreement, given, &legs())?,
		ConsentFor::All => Changed {
			consent: Consent {
				mode: if given {
					ConsentMode::Standing
				} else {
					ConsentMode::Asked
				},
				exceptions: BoundedVec::new(),
			},
			forgotten: consent.exceptions.to_vec(),
		},
	};
	ensure!(changed.consent != *consent, NoChange::ConsentUnchanged);
	Ok(changed)
}

fn for_one(
	consent: &Consent,
	agreement: AgreementId,
	given: bool,
	legs: &[LegSummary],
) -> Result<Changed, NoChange> {
	let goes_on = |agreement| legs.iter().any(|known| known.leg.agreement == agreement);
	ensure!(goes_on(agreement), NoChange::UnknownAgreement);
	let asks = |known: &LegSummary| {
		known.leg.agreement == agreement && known.leg.consent == ConsentNeed::Needed
	};
	ensure!(legs.iter().any(asks), NoChange::ConsentNotNeeded);
	ensure!(
		consent.is_given(agreement) != given,
		NoChange::ConsentUnchanged
	);
	let mut consent = consent.clone();
	let mut forgotten = vec![];
	if consent.exceptions.contains(&agreement) {
		consent.exceptions.retain(|known| *known != agreement);
	} else {
		if consent.exceptions.is_full() {
			let mut ended = consent.exceptions.iter().copied();
			forgotten.extend(ended.find(|known| !goes_on(*known)));
			consent
				.exceptions
				.retain(|known| !forgotten.contains(known));
		}
		consent
			.exceptions
			.try_push(agreement)
			.map_err(|_| NoChange::TooManyExceptions)?;
	}
	Ok(Changed { consent, forgotten })
}

/// Returns whether what was said of consent leaves it open to give it at `now`: a withdrawal rests.
pub(crate) fn may_give<AccountId>(said: &ConsentStep<AccountId>, now: Moment) -> bool {
	said.given || now.saturating_sub(said.at) >= REST
}

/// Returns which of two counts for an agreement, what was said of it or of all: the later. `given` is what
/// the certificate has of it, and tells which one that was where both were said in one block: to give what
/// is given is refused, so that the same said twice was said of all last.
pub(crate) fn later<AccountId>(
	of_one: Option<ConsentStep<AccountId>>,
	of_all: Option<ConsentStep<AccountId>>,
	given: bool,
) -> Option<ConsentStep<AccountId>> {
	match (of_one, of_all) {
		(Some(one), Some(all)) => {
			let all_is_later = all.at > one.at || (all.at == one.at && all.given == given);
			Some(if all_is_later { all } else { one })
		}
		(one, all) => one.or(all),
	}
}
