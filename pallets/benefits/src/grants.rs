//! Giving benefits, one by one or many in one call.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	counters::Tally,
	evaluation::{Evaluator, Gathered},
	types::{
		CounterKey, Grant, GrantLog, GrantRow, UseKey, MAX_BENEFITS, MAX_COUNTERS, MAX_GRANTS,
	},
	Config, Error, Event, GrantLogs, GrantOrder, Grants, Pallet, UseCount, Uses, WeightInfo,
};
use aeo_primitives::{
	certificate_number,
	recognition::{evaluate, Answer, Denial, Outcome, Resolution, MAX_CERTIFICATES},
	Identifier, NotACertificateNumber, Officers, Scope, Territory, TraderLookup, Uses as Recording,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	weights::Weight,
	BoundedBTreeMap,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> From<Denial> for Error<T> {
	fn from(denial: Denial) -> Self {
		match denial {
			Denial::NoMatch => Self::NoMatch,
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
	/// The administration for which the signer is an officer with this scope, and the signer.
	pub(crate) fn ensure_officer(
		origin: OriginFor<T>,
		scope: Scope,
	) -> Result<(Territory, T::AccountId), DispatchError> {
		let officer = ensure_signed(origin)?;
		let administration =
			T::Administrations::ensure_officer(&officer, scope).map_err(Into::into)?;
		Ok((administration, officer))
	}

	/// The most that so many grants weigh. More than there may be weigh no more: they are refused.
	pub(crate) fn granting_most(rows: usize) -> Weight {
		let rows = rows.saturated_into::<u32>().min(MAX_GRANTS);
		let counters = rows.saturating_mul(MAX_BENEFITS).min(MAX_COUNTERS);
		T::WeightInfo::grant_many(rows, rows.saturating_mul(MAX_CERTIFICATES), counters)
	}

	pub(crate) fn do_grant(
		grantor: Territory,
		by: T::AccountId,
		row: &GrantRow,
	) -> Result<Weight, DispatchError> {
		let mut giving = Giving::<T>::new(grantor, by)?;
		giving.give(row)?;
		giving.end(1)
	}

	/// Each row by itself: what the rule denies to one declaration is no reason to keep the others
	/// waiting. A denial is an answer, and the event gives it.
	pub(crate) fn do_grant_many(
		grantor: Territory,
		by: T::AccountId,
		rows: &[GrantRow],
	) -> Result<Weight, DispatchError> {
		ensure!(!rows.is_empty(), Error::<T>::RowsMissing);
		let count: u32 = rows.len().saturated_into();
		ensure!(count <= MAX_GRANTS, Error::<T>::TooManyRows);
		let mut giving = Giving::<T>::new(grantor, by)?;
		for (place, row) in (0_u32..).zip(rows) {
			if let Err(error) = giving.give(row) {
				Self::deposit_event(Event::GrantFailed {
					grantor,
					row: place,
					declaration: row.declaration,
					role: row.role,
					error,
				});
			}
		}
		giving.end(rows.len())
	}
}

/// One call that gives benefits. What its rows have in common is read once, and what they come to is
/// written at the end.
struct Giving<T: Config> {
	grantor: Territory,
	by: T::AccountId,
	evaluator: Evaluator<T>,
	log: GrantLog,
	/// The place of the first grant of this call.
	started: u64,
	tally: Tally<T>,
	/// How many certificates were looked at.
	certificates: usize,
}

impl<T: Config> Giving<T> {
	fn new(grantor: Territory, by: T::AccountId) -> Result<Self, DispatchError> {
		let evaluator = Evaluator::new(grantor).ok_or(DispatchError::Unavailable)?;
		ensure!(
			evaluator.grantor.uses == Recording::Clear,
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
		})
	}

	/// Give and record benefits; the same again changes nothing and is told (invariant I14). Where it
	/// fails nothing is written.
	fn give(&mut self, row: &GrantRow) -> DispatchResult {
		ensure!(!row.declaration.is_zero(), Error::<T>::DeclarationMissing);
		Self::ensure_understood(&row.identifier)?;
		let gathered = self
			.evaluator
			.gather(&row.identifier, row.role, row.direction);
		self.certificates = self.certificates.saturating_add(gathered.versions.len());
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

	/// What can't be read names nobody, and that is another answer than a name that nobody has.
	fn ensure_understood(identifier: &Identifier) -> Result<(), Error<T>> {
		match identifier {
			Identifier::Tin(tin) => {
				ensure!(
					T::Traders::id_of(tin).is_some(),
					Error::<T>::TinNotUnderstood
				);
			}
			Identifier::Certificate { number, .. } => {
				certificate_number(number).map_err(|error| match error {
					NotACertificateNumber::Missing => Error::<T>::NumberMissing,
					NotACertificateNumber::TooLong => Error::NumberTooLong,
					NotACertificateNumber::NotUnderstood => Error::NumberNotUnderstood,
				})?;
			}
			Identifier::Alias { .. } => {}
		}
		Ok(())
	}

	/// What is to be recorded.
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
				Some(crate::Counter { granted, ..counter })
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

	/// Write what the rows came to. Gives what all of it weighs.
	fn end(self, rows: usize) -> Result<Weight, DispatchError> {
		if self.log.next != self.started {
			GrantLogs::<T>::insert(self.grantor, self.log);
		}
		let counters = self.tally.write()?;
		Ok(T::WeightInfo::grant_many(
			rows.saturated_into(),
			self.certificates.saturated_into(),
			counters,
		))
	}
}
