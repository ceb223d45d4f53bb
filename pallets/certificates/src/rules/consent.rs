//! What becomes of a consent when the holder says something of it.

use aeo_primitives::{
	recognition::{Consent, ConsentMode, ConsentNeed, LegSummary},
	AgreementId, ConsentFor,
};
use frame_support::{ensure, BoundedVec};

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
	/// The agreement that has ended and is forgotten, where there was no room for another exception.
	pub forgotten: Option<AgreementId>,
}

/// Returns what comes of giving consent, or of withdrawing it; `legs` are those of the issuer that are
/// not over, and are looked at for single agreements only.
pub(crate) fn change(
	consent: &Consent,
	consent_for: ConsentFor,
	given: bool,
	legs: impl FnOnce() -> alloc::vec::Vec<LegSummary>,
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
			forgotten: None,
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
	let mut forgotten = None;
	if consent.exceptions.contains(&agreement) {
		consent.exceptions.retain(|known| *known != agreement);
	} else {
		if consent.exceptions.is_full() {
			forgotten = consent
				.exceptions
				.iter()
				.copied()
				.find(|known| !goes_on(*known));
			consent.exceptions.retain(|known| Some(*known) != forgotten);
		}
		consent
			.exceptions
			.try_push(agreement)
			.map_err(|_| NoChange::TooManyExceptions)?;
	}
	Ok(Changed { consent, forgotten })
}
