//! Giving benefits: what the calls for one declaration and for many share.

use super::tally::Tally;
use crate::{
	facts::{Evaluator, Gathered},
	types::{
		Counter, CounterKey, Grant, GrantLog, GrantRow, UseKey, MAX_BENEFITS, MAX_COUNTERS,
		MAX_GRANTS,
	},
	Config, Error, Event, GrantLogs, GrantOrder, Grants, Pallet, UseCount, Uses, WeightInfo,
};
use aeo_primitives::{
	recognition::{
		evaluate, Answer, Denial, OtherNumber, Outcome, Resolution, MAX_CERTIFICATES, MAX_LEGS,
	},
	Territory, UsesRecorded,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
	weights::Weight,
	BoundedBTreeMap,
};
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> From<Denial> for Error<T> {
	fn from(denial: Denial) -> Self {
		match denial {
			Denial::NoMatch => Self::NoMatch,
			Denial::NotANumber { .. } => Self::NotANumber,
			Denial::AliasUnconfirmed => Self::AliasUnconfirmed,
			Denial::TraderNotActive { .. } => Self::TraderNotActive,
			Denial::IssuerUnverifiable => Self::IssuerUnverifiable,
			Denial::NotYetValid => Self::NotYetValid,
			Denial::Suspended => Self::Suspended,
			Denial::Expired => Self::Expired,
			Denial::Revoked => Self::Revoked,
			Denial::Relinquished => Self::Relinquished,
			Denial::Annulled => Self::Annulled,
			Denial::NotAuthorised => Self::NotAuthorised,
			Denial::RoleNotCertified => Self::RoleNotCertified,
			Denial::NoAgreement => Self::NoAgreement,
			Denial::TypeNotEligible => Self::TypeNotEligible,
			Denial::RoleNotEligible => Self::RoleNotEligible,
			Denial::DirectionNotCovered => Self::DirectionNotCovered,
			Denial::NoConsent => Self::NoConsent,
			Denial::RecognitionSuspended => Self::RecognitionSuspended,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Returns the most that so many grants weigh. More than there may be weigh no more: they are
	/// refused.
	pub(crate) fn granting_most(rows: usize) -> Weight {
		let rows = rows.saturated_into::<u32>().min(MAX_GRANTS);
		let counters = rows.saturating_mul(MAX_BENEFITS).min(MAX_COUNTERS);
		Self::granting(&Extent {
			rows,
			granted: rows,
			of_branches: rows,
			certificates: rows.saturating_mul(MAX_CERTIFICATES),
			legs: rows.saturating_mul(MAX_LEGS),
			counters,
			new_counters: counters,
		})
	}

	/// Returns what a call of this extent weighs.
	///
	/// What is measured of rows has a certificate for each, one leg and one new counter in it. More than
	/// that is weighed by itself, and less is given back.
	fn granting(extent: &Extent) -> Weight {
		let Extent {
			rows,
			granted,
			of_branches,
			certificates,
			legs,
			counters,
			new_counters,
		} = *extent;
		let branches = T::DbWeight::get().reads(BRANCH_READS.saturating_mul(of_branches.into()));
		let evaluation = if certificates <= rows && legs <= 1 {
			Weight::zero()
		} else {
			T::WeightInfo::evaluate(certificates, legs)
		};
		let counting = match counters.saturating_sub(1) {
			0 => Weight::zero(),
			further => T::WeightInfo::count(further),
		};
		let recording = match rows {
			1 => T::WeightInfo::grant(),
			_ => T::WeightInfo::grant_many(rows),
		};
		let denied: u64 = rows.saturating_sub(granted).into();
		// A counter that there was already has its key, and is counted.
		let known: u64 = counters.saturating_sub(new_counters).into();
		let kept = match (known, new_counters) {
			(0, _) => 0,
			(known, 0) => known.saturating_add(1),
			(known, _) => known,
		};
		recording
			.saturating_add(evaluation)
			.saturating_add(counting)
			.saturating_add(branches)
			.saturating_sub(T::DbWeight::get().writes(kept))
			.saturating_sub(T::DbWeight::get().writes(ROW_WRITES.saturating_mul(denied)))
	}
}

/// How much a call that gives benefits has looked at and written.
struct Extent {
	rows: u32,
	/// Of the rows, those for which a grant was recorded.
	granted: u32,
	/// Of the rows, those whose number was looked for among branches.
	of_branches: u32,
	certificates: u32,
	legs: u32,
	counters: u32,
	/// Of the counters, those by which nothing was counted before.
	new_counters: u32,
}

/// What is read more where a number is a branch's, and so nobody's: it is looked for under present and
/// later numbers, the whole under later ones, and its programme.
const BRANCH_READS: u64 = 4;

/// What is written of each grant: it, its place among those of the grantor, that among those of the trader, and
/// how many of these there are.
const ROW_WRITES: u64 = 4;

/// Returns whether a trader was found by a number of its own, so that nobody looked for a branch.
fn is_own_number(trader: &Resolution) -> bool {
	matches!(trader, Resolution::Found(found)
		if !matches!(found.other_number, Some(OtherNumber::Branch { .. })))
}

/// One call that gives benefits. What its rows have in common is read once, and what they come to is
/// written at the end.
pub(super) struct Giving<T: Config> {
	grantor: Territory,
	by: T::AccountId,
	evaluator: Evaluator<T>,
	log: GrantLog,
	/// The place of the first grant of this call.
	started: u64,
	tally: Tally<T>,
	/// How many certificates were looked at.
	certificates: usize,
	/// Of how many rows the number was looked for among branches.
	of_branches: u32,
}

impl<T: Config> Giving<T> {
	/// Begins such a call of a grantor that records its uses in clear.
	pub(super) fn new(grantor: Territory, by: T::AccountId) -> Result<Self, DispatchError> {
		let evaluator = Evaluator::new(grantor).ok_or(DispatchError::Unavailable)?;
		ensure!(
			evaluator.grantor.uses_recorded == UsesRecorded::Clear,
			Error::<T>::UsesAreSealed
		);
		let log = GrantLogs::<T>::get(grantor);
		Ok(Self {
			grantor,
			by,
			evaluator,
			log,
			started: log.next,
			tally: Tally::new(grantor),
			certificates: 0,
			of_branches: 0,
		})
	}

	/// Gives and records benefits; the same again changes nothing and is told (invariant I14).
	/// Where it fails nothing is written.
	pub(super) fn give(&mut self, row: &GrantRow) -> DispatchResult {
		ensure!(!row.declaration.is_zero(), Error::<T>::DeclarationMissing);
		Pallet::<T>::ensure_understood(&row.identifier)?;
		let gathered = self
			.evaluator
			.gather(&row.identifier, row.role, row.direction);
		self.certificates = self.certificates.saturating_add(gathered.versions.len());
		if !is_own_number(&gathered.facts.trader) {
			self.of_branches = self.of_branches.saturating_add(1);
		}
		let is_number = !matches!(gathered.facts.trader, Resolution::NotANumber(_));
		ensure!(is_number, Error::<T>::NotANumber);
		if let Some(known) = Grants::<T>::get(self.grantor, (row.declaration, row.role)) {
			let is_same = gathered.trader == Some(known.trader) && known.direction == row.direction;
			ensure!(is_same, Error::<T>::DeclarationDiffers);
			Pallet::<T>::deposit_event(Event::AlreadyRecorded {
				grantor: self.grantor,
				declaration: row.declaration,
				role: row.role,
				trader: known.trader,
				recorded_in: known.block,
				by: self.by.clone(),
			});
			return Ok(());
		}
		let answer = evaluate(&gathered.facts);
		let grant = Self::grant(row, gathered, &answer)?;
		self.record(row, grant, &answer)
	}

	/// Returns what is to be recorded, or the denial.
	fn grant(row: &GrantRow, gathered: Gathered, answer: &Answer) -> Result<Grant, Error<T>> {
		let entitlements = match &answer.outcome {
			Outcome::Granted(entitlements) => entitlements.clone(),
			Outcome::Denied { denial, .. } => return Err(denial.clone().into()),
		};
		let (Some(trader), Resolution::Found(found)) = (gathered.trader, gathered.facts.trader)
		else {
			return Err(Error::<T>::NoMatch);
		};
		let mut versions = BoundedBTreeMap::new();
		for given in &entitlements {
			if let Some(version) = gathered.versions.get(&given.certificate) {
				// As many certificates as benefits at most, so that there is room.
				versions
					.try_insert(given.certificate.clone(), *version)
					.map_err(|_| Error::<T>::TooManyUses)?;
			}
		}
		Ok(Grant {
			trader,
			issuer: found.issuer.territory,
			direction: row.direction,
			entitlements,
			versions,
			block: Pallet::<T>::block(),
			at: gathered.facts.now,
			place: UseCount::<T>::get(trader),
		})
	}

	/// Writes a grant, and keeps for the end what the whole call has in common.
	fn record(&mut self, row: &GrantRow, grant: Grant, answer: &Answer) -> DispatchResult {
		let (grantor, declaration, role) = (self.grantor, row.declaration, row.role);
		let uses = grant.place.checked_add(1).ok_or(Error::<T>::TooManyUses)?;
		let place = self.log.next;
		let next = place.checked_add(1).ok_or(Error::<T>::TooManyUses)?;
		let given = grant.entitlements.iter();
		self.tally.count(
			given.map(|given| CounterKey::of(given, grant.direction)),
			|counter| {
				let granted = counter.granted.checked_add(1)?;
				Some(Counter { granted, ..counter })
			},
		)?;
		// Nothing fails from here on.
		self.log.next = next;
		GrantOrder::<T>::insert(grantor, place, (declaration, role));
		let key = UseKey {
			grantor,
			declaration,
			role,
		};
		Uses::<T>::insert(grant.trader, grant.place, key);
		UseCount::<T>::insert(grant.trader, uses);
		Pallet::<T>::deposit_event(Event::BenefitsGranted {
			grantor,
			declaration,
			role,
			direction: grant.direction,
			trader: grant.trader,
			issuer: grant.issuer,
			benefits: grant.benefits(),
			priority: answer.priority,
			issuer_quarantined: answer.issuer_quarantined,
			by: self.by.clone(),
		});
		Grants::<T>::insert(grantor, (declaration, role), grant);
		Ok(())
	}

	/// Writes what the rows came to, and returns what all of it weighs.
	pub(super) fn end(self, rows: usize) -> Result<Weight, DispatchError> {
		let granted = self.log.next.saturating_sub(self.started).saturated_into();
		if granted > 0 {
			GrantLogs::<T>::insert(self.grantor, self.log);
		}
		let legs = self.evaluator.legs_read();
		let written = self.tally.write()?;
		Ok(Pallet::<T>::granting(&Extent {
			rows: rows.saturated_into(),
			granted,
			of_branches: self.of_branches,
			certificates: self.certificates.saturated_into(),
			legs,
			counters: written.counters,
			new_counters: written.new,
		}))
	}
}
