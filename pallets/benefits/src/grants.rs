//! Giving benefits, and the feed of their uses.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	evaluation::Gathered,
	types::{Grant, UseKey, PAGE},
	Config, Error, Event, Grants, Pallet, UseCount, Uses,
};
use aeo_primitives::{
	recognition::{evaluate, Denial, Outcome, Resolution},
	AdministrationLookup, Direction, Identifier, Officers, Role, Scope, Territory, TraderId,
	Uses as Recording,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	BoundedBTreeMap,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;
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
	/// The administration for which the signer is an officer with scope `Clearance`.
	pub(crate) fn ensure_officer(origin: OriginFor<T>) -> Result<Territory, DispatchError> {
		T::Administrations::ensure_officer(&ensure_signed(origin)?, Scope::Clearance)
			.map_err(Into::into)
	}

	/// Give and record benefits; the same again changes nothing (invariant I14).
	pub(crate) fn do_grant(
		grantor: Territory,
		declaration: H256,
		identifier: &Identifier,
		role: Role,
		direction: Direction,
	) -> DispatchResult {
		ensure!(
			T::Administrations::uses(grantor) == Recording::Clear,
			Error::<T>::UsesAreSealed
		);
		ensure!(!declaration.is_zero(), Error::<T>::DeclarationMissing);
		let gathered =
			Self::gather(grantor, identifier, role, direction).ok_or(DispatchError::Unavailable)?;
		if let Some(known) = Grants::<T>::get(grantor, (declaration, role)) {
			let is_same = gathered.trader == Some(known.trader) && known.direction == direction;
			ensure!(is_same, Error::<T>::DeclarationDiffers);
			return Ok(());
		}
		Self::record(grantor, declaration, role, direction, gathered)
	}

	fn record(
		grantor: Territory,
		declaration: H256,
		role: Role,
		direction: Direction,
		gathered: Gathered,
	) -> DispatchResult {
		let answer = evaluate(&gathered.facts);
		let entitlements = match answer.outcome {
			Outcome::Granted(entitlements) => entitlements,
			Outcome::Denied { denial, .. } => return Err(Error::<T>::from(denial).into()),
		};
		let (Some(trader), Resolution::Found(found)) = (gathered.trader, gathered.facts.trader)
		else {
			return Err(Error::<T>::NoMatch.into());
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
		let grant = Grant {
			trader,
			direction,
			entitlements,
			versions,
			block: frame_system::Pallet::<T>::block_number().saturated_into(),
			at: gathered.facts.now,
		};
		let benefits = grant.benefits();
		Self::append(trader, grantor, declaration, role)?;
		Grants::<T>::insert(grantor, (declaration, role), grant);
		Self::deposit_event(Event::BenefitsGranted {
			grantor,
			declaration,
			role,
			direction,
			trader,
			issuer: found.issuer.territory,
			benefits,
			priority: answer.priority,
			issuer_quarantined: answer.issuer_quarantined,
		});
		Ok(())
	}

	/// Add a use to the holder's feed.
	fn append(
		trader: TraderId,
		grantor: Territory,
		declaration: H256,
		role: Role,
	) -> DispatchResult {
		let count = UseCount::<T>::get(trader);
		let next = count.checked_add(1).ok_or(Error::<T>::TooManyUses)?;
		let key = UseKey {
			grantor,
			declaration,
			role,
		};
		Uses::<T>::insert(trader, count, key);
		UseCount::<T>::insert(trader, next);
		Ok(())
	}

	/// What was given to a declaration.
	pub fn grant_of(grantor: Territory, declaration: H256, role: Role) -> Option<Grant> {
		Grants::<T>::get(grantor, (declaration, role))
	}

	/// The uses of a trader's status, latest first, 50 a page, from page 0.
	pub fn uses_of(trader: &TraderId, page: u32) -> Vec<(UseKey, Grant)> {
		let end = UseCount::<T>::get(trader).saturating_sub(page.saturating_mul(PAGE));
		(end.saturating_sub(PAGE)..end)
			.rev()
			.filter_map(|place| {
				let key = Uses::<T>::get(trader, place)?;
				let grant = Self::grant_of(key.grantor, key.declaration, key.role)?;
				Some((key, grant))
			})
			.collect()
	}
}
