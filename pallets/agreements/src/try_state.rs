//! What must hold between any two blocks.

use crate::{
	rules::leg::Clock, Agreement, AgreementState, Agreements, Amendments, Config, EarlierVersions,
	Kind, LastAgreement, LegSummaries, Legs, MilestoneCount, Milestones, NextAmendment, PairLegs,
	Pallet, Progress, ProposedLegs, StoredLeg, Waiting, Waits,
};
use aeo_primitives::{
	recognition::{Admissions, LegSummary},
	AgreementId, Territory,
};
use aeo_support::clock::{BlockTime, Clock as Days};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use codec::Encode;
use frame_support::{ensure, pallet_prelude::Get};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of the pallet:
	///
	/// 1. agreements are numbered from 1 through the latest number;
	/// 2. only parties have signed, and an agreement is `Signed` when and only when all have (I7);
	///    those that have given notice, and those that agree to its withdrawal, are parties, and once
	///    they have left their legs are over;
	/// 3. all versions before the present one are kept, signed by all, and no others;
	/// 4. legs that are proposed belong to an agreement, or an amendment of one, that not all have
	///    signed, and each agreement has some; an amendment makes the next version, and has a number
	///    of its own below the next one; each of them waits once at its proposer, in the order in which
	///    they were proposed (I22);
	/// 5. each leg was brought by a version that all its parties have signed, both ends among them
	///    (I7);
	/// 6. the versions of a pair's leg follow each other without overlap, only the newest waits for a
	///    day, and a suspension or a notice is all versions'; a leg that is not over is under the notice
	///    of an end when and only when that end has given it;
	/// 7. the summary of an issuer equals its legs that are not over (I22), within its bound;
	/// 8. milestones equal a recount.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		for (number, agreement) in Agreements::<T>::iter() {
			Self::try_agreement(number, &agreement)?;
		}
		for (number, version, _) in EarlierVersions::<T>::iter() {
			let present = Agreements::<T>::get(number).ok_or("a version of no agreement")?;
			ensure!(version < present.version, "an earlier version is none");
		}
		let mut numbers = BTreeSet::new();
		for (number, amendment) in Amendments::<T>::iter() {
			let agreement = Agreements::<T>::get(number).ok_or("an amendment of no agreement")?;
			ensure!(
				amendment.number < NextAmendment::<T>::get() && numbers.insert(amendment.number),
				"an amendment's number is not its own"
			);
			ensure!(
				agreement.state == AgreementState::Signed
					&& agreement.version.checked_add(1) == Some(amendment.version),
				"an amendment does not make the next version"
			);
			ensure!(
				amendment
					.signatures
					.keys()
					.chain(&amendment.acceding)
					.all(|party| amendment.parties.contains(party))
					&& amendment.signatures.len() < amendment.parties.len(),
				"an amendment is signed by all, or by who is no party"
			);
		}
		for number in ProposedLegs::<T>::iter_keys() {
			ensure!(
				Agreements::<T>::contains_key(number),
				"legs are proposed of no agreement"
			);
		}
		Self::try_waiting()?;
		Self::try_legs()?;
		Self::try_milestones()
	}

	/// Checks that what waits equals a recount.
	fn try_waiting() -> Result<(), TryRuntimeError> {
		let mut counted: BTreeMap<_, Vec<Waits>> = BTreeMap::new();
		let mut count = |proposer: Territory, kind: Kind, agreement, proposed_at| {
			let bytes = u32::try_from(ProposedLegs::<T>::get(agreement).encoded_size());
			let waits = Waits {
				agreement,
				proposed_at,
				bytes: bytes.unwrap_or(u32::MAX),
			};
			counted
				.entry((proposer, kind.encode()))
				.or_default()
				.push(waits);
		};
		for (number, agreement) in Agreements::<T>::iter() {
			if agreement.state == AgreementState::Proposed {
				let at = agreement.proposed_at;
				count(agreement.proposer, Kind::Agreement, number, at);
			}
		}
		for (number, amendment) in Amendments::<T>::iter() {
			let at = amendment.proposed_at;
			count(amendment.proposer, Kind::Amendment, number, at);
		}
		for (proposer, kind, waiting) in Waiting::<T>::iter() {
			ensure!(
				waiting.is_sorted_by_key(|waits| waits.proposed_at),
				"what was proposed later waits before what was proposed earlier"
			);
			let open = waiting
				.iter()
				.filter(|waits| !Self::has_lapsed(waits.proposed_at))
				.fold(0, |sum: u32, waits| sum.saturating_add(waits.bytes));
			ensure!(open <= T::MaxWaitingBytes::get(), "too much waits");
			let mut waiting = waiting.into_inner();
			waiting.sort_by_key(|waits| waits.agreement);
			let mut expected = counted
				.remove(&(proposer, kind.encode()))
				.unwrap_or_default();
			expected.sort_by_key(|waits| waits.agreement);
			ensure!(
				!waiting.is_empty() && waiting == expected,
				"what waits at an administration differs from a recount"
			);
		}
		ensure!(counted.is_empty(), "something waits at no administration");
		Ok(())
	}

	/// Checks an agreement by itself.
	fn try_agreement(number: AgreementId, agreement: &Agreement) -> Result<(), TryRuntimeError> {
		ensure!(
			(1..=LastAgreement::<T>::get()).contains(&number),
			"an agreement is numbered outside of what was counted"
		);
		ensure!(
			agreement
				.signatures
				.keys()
				.chain(agreement.leaving.keys())
				.chain(
					agreement.leaving.values().flat_map(|notice| {
						notice.agreed.iter().flat_map(|agreed| agreed.keys())
					})
				)
				.all(|party| agreement.parties.contains(party)),
			"somebody signed or leaves who is no party"
		);
		let is_signed = agreement.state == AgreementState::Signed;
		ensure!(
			is_signed == is_complete(agreement),
			"an agreement's state differs from its signatures"
		);
		// An amendment may have none, where it only removes some or changes days.
		let has_legs = ProposedLegs::<T>::contains_key(number);
		ensure!(
			if is_signed {
				!has_legs || Amendments::<T>::contains_key(number)
			} else {
				has_legs
			},
			"legs are proposed of what all have signed, or none of what they have not"
		);
		for version in 1..agreement.version {
			let earlier = EarlierVersions::<T>::get(number, version);
			ensure!(
				earlier.is_some_and(|earlier| earlier.version == version && is_complete(&earlier)),
				"an earlier version is missing, or not all have signed it"
			);
		}
		Ok(())
	}

	/// Returns a version of an agreement.
	fn version(number: AgreementId, version: u32) -> Option<Agreement> {
		Agreements::<T>::get(number)
			.filter(|agreement| agreement.version == version)
			.or_else(|| EarlierVersions::<T>::get(number, version))
	}

	/// Checks the legs, and the summaries that follow from them.
	fn try_legs() -> Result<(), TryRuntimeError> {
		let mut summaries: BTreeMap<Territory, Vec<LegSummary>> = BTreeMap::new();
		for (issuer, grantor, legs) in Legs::<T>::iter() {
			for leg in &legs {
				let agreement =
					Self::version(leg.agreement, leg.version).ok_or("a leg of no version")?;
				// By the notices of today: a notice that an earlier version ran under may be withdrawn.
				let present = Agreements::<T>::get(leg.agreement).ok_or("a leg of no agreement")?;
				let left = |party| present.has_left(party, T::Time::moment());
				let grantors = Self::administration(grantor)?;
				ensure!(
					leg.is_over(Days::of::<T::Time>(&grantors)) || !(left(issuer) || left(grantor)),
					"a leg is not over of a party that has left"
				);
				ensure!(
					is_complete(&agreement)
						&& agreement.parties.contains(&issuer)
						&& agreement.parties.contains(&grantor)
						&& (leg.terms.issuer, leg.terms.grantor) == (issuer, grantor),
					"a leg is not between two parties that have signed"
				);
			}
			Self::try_notices(issuer, grantor, &legs)?;
			Self::try_versions(issuer, grantor, &legs)?;
			summaries
				.entry(issuer)
				.or_default()
				.extend(legs.iter().map(|leg: &StoredLeg| LegSummary {
					grantor,
					until: leg.ends(),
					leg: leg.facts(),
				}));
		}
		for issuer in LegSummaries::<T>::iter_keys() {
			summaries.entry(issuer).or_default();
		}
		for (issuer, counted) in summaries {
			let stored = LegSummaries::<T>::get(issuer);
			ensure!(
				u32::try_from(stored.len()).is_ok_and(|count| count <= T::MaxLegsOfIssuer::get()),
				"an issuer has more legs than allowed"
			);
			ensure!(
				Self::not_over(issuer, stored.into_inner())? == Self::not_over(issuer, counted)?,
				"an issuer's summary differs from its legs"
			);
		}
		Ok(())
	}

	/// Returns what is not over, in an order that is its own.
	fn not_over(issuer: Territory, legs: Vec<LegSummary>) -> Result<Vec<Vec<u8>>, TryRuntimeError> {
		let mut encoded = Vec::new();
		let issuer = Self::administration(issuer)?;
		for known in legs {
			let grantor = Self::administration(known.grantor)?;
			let is_over = known.leg.signed_in != Admissions::of(&issuer, &grantor)
				|| known.leg.state == aeo_primitives::recognition::LegState::Ended
				|| known
					.until
					.is_some_and(|until| until.last_moment(grantor.utc_offset) < T::Time::moment());
			if !is_over {
				encoded.push(known.encode());
			}
		}
		encoded.sort();
		Ok(encoded)
	}

	/// Checks what is under notice between two.
	fn try_notices(
		issuer: Territory,
		grantor: Territory,
		legs: &PairLegs,
	) -> Result<(), TryRuntimeError> {
		let ends = (
			Self::administration(issuer)?,
			Self::administration(grantor)?,
		);
		let clock = Clock::at(T::Time::moment(), &ends.0, &ends.1);
		for leg in legs.iter().filter(|leg| !clock.is_over(leg)) {
			let agreement = Agreements::<T>::get(leg.agreement).ok_or("a leg of no agreement")?;
			let leaves = |party| agreement.leaving.contains_key(party);
			ensure!(
				leaves(&issuer) == leg.noticed_by_issuer.is_some()
					&& leaves(&grantor) == leg.noticed_by_grantor.is_some(),
				"a leg is under a notice that its end has not given, or not under one that it has"
			);
		}
		Ok(())
	}

	/// Checks the versions of each agreement's leg between two.
	fn try_versions(
		issuer: Territory,
		grantor: Territory,
		legs: &PairLegs,
	) -> Result<(), TryRuntimeError> {
		let (issuer, grantor) = (
			Self::administration(issuer)?,
			Self::administration(grantor)?,
		);
		let clock = Clock::at(T::Time::moment(), &issuer, &grantor);
		let mut by_agreement: BTreeMap<AgreementId, Vec<&StoredLeg>> = BTreeMap::new();
		for leg in legs {
			by_agreement.entry(leg.agreement).or_default().push(leg);
		}
		for versions in by_agreement.values_mut() {
			versions.sort_by_key(|leg| leg.version);
			for (older, newer) in versions.iter().zip(versions.iter().skip(1)) {
				ensure!(
					older.version < newer.version,
					"a pair has a version of a leg twice"
				);
				let Progress::InForce { .. } = older.progress else {
					return Err("a leg waits for a day that another version replaces".into());
				};
				if let Progress::InForce { from } = newer.progress {
					ensure!(
						older.until.is_some_and(|until| until < from),
						"two versions of a leg overlap"
					);
				}
				let is_live = |leg: &StoredLeg| !clock.is_over(leg);
				let marks = |leg: &StoredLeg| (leg.suspended_by_issuer, leg.suspended_by_grantor);
				ensure!(
					!(is_live(older) && is_live(newer)) || marks(older) == marks(newer),
					"one version of a leg is suspended and another not"
				);
			}
		}
		Ok(())
	}

	/// Checks that milestones equal a recount.
	fn try_milestones() -> Result<(), TryRuntimeError> {
		let mut counted: BTreeMap<AgreementId, u32> = BTreeMap::new();
		for (number, place, _) in Milestones::<T>::iter() {
			ensure!(
				number <= LastAgreement::<T>::get() && place < MilestoneCount::<T>::get(number),
				"a milestone is numbered too high"
			);
			*counted.entry(number).or_default() += 1;
		}
		let stored: BTreeMap<_, _> = MilestoneCount::<T>::iter().collect();
		ensure!(stored == counted, "milestones differ from a recount");
		Ok(())
	}
}

/// Returns whether all parties have signed.
fn is_complete(agreement: &Agreement) -> bool {
	agreement.signatures.len() == agreement.parties.len()
}
