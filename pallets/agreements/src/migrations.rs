//! What a new runtime does to what an earlier one has stored: one step for each version of the
//! storage, in their order.
//!
//! A step is a [`VersionedMigration`], which runs once, when it finds the version before it, and says
//! that its own is there now; `STORAGE_VERSION` rises with it. It decodes by types that it keeps itself
//! ([`v1`]), for those of the pallet go on, and is checked wherever the runtime is built with
//! `try-runtime`. What a block has no time for is no such step, but a `SteppedMigration` of
//! `pallet-migrations`. A step stays until every chain has taken it.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{AgreementLegs, Config, Legs, PairLegs, Pallet, ProposedLegs, Waiting, WaitingList};
use codec::Encode;
use core::marker::PhantomData;
use frame_support::{
	migrations::VersionedMigration,
	pallet_prelude::{BoundedVec, Get, Weight},
	traits::UncheckedOnRuntimeUpgrade,
};
use sp_runtime::SaturatedConversion;

/// The steps.
pub type Migrations<T> = (AddManifests<T>,);

/// From version 1 to 2: a leg says where its number stands in the manifest.
pub type AddManifests<T> =
	VersionedMigration<1, 2, Manifests<T>, Pallet<T>, <T as frame_system::Config>::DbWeight>;

/// Writes into each leg, signed or proposed, that its number stands in no manifest. What was signed
/// stays so: an agreement's terms keep their hash.
///
/// Legs are few (2,000 in all, a few hundred bytes each), and a block has time for all of them.
pub struct Manifests<T>(PhantomData<T>);

impl<T: Config> UncheckedOnRuntimeUpgrade for Manifests<T> {
	fn on_runtime_upgrade() -> Weight {
		let mut changed: u64 = 0;
		Legs::<T>::translate_values(|old: v1::PairLegs| {
			changed = changed.saturating_add(1);
			Some(PairLegs::truncate_from(
				old.into_iter().map(Into::into).collect(),
			))
		});
		ProposedLegs::<T>::translate_values(|old: v1::AgreementLegs| {
			changed = changed.saturating_add(1);
			Some(AgreementLegs::truncate_from(
				old.into_iter().map(Into::into).collect(),
			))
		});
		let mut recounted: u64 = 0;
		Waiting::<T>::translate_values(|mut waiting: WaitingList<T::MaxWaiting>| {
			for waits in waiting.iter_mut() {
				let legs = ProposedLegs::<T>::get(waits.agreement);
				waits.bytes = legs.encoded_size().saturated_into();
				recounted = recounted.saturating_add(1);
			}
			changed = changed.saturating_add(1);
			Some(waiting)
		});
		T::DbWeight::get().reads_writes(changed.saturating_add(recounted), changed)
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, sp_runtime::TryRuntimeError> {
		// The keys, for the values can't be decoded yet.
		let legs: u64 = Legs::<T>::iter_keys().count().saturated_into();
		let proposed: u64 = ProposedLegs::<T>::iter_keys().count().saturated_into();
		Ok((legs, proposed).encode())
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(before: alloc::vec::Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		let before: (u64, u64) = codec::Decode::decode(&mut &before[..])
			.map_err(|_| "what was counted before the upgrade is not read")?;
		// What can't be decoded now is not among the values.
		let legs: u64 = Legs::<T>::iter_values().count().saturated_into();
		let proposed: u64 = ProposedLegs::<T>::iter_values().count().saturated_into();
		frame_support::ensure!(before == (legs, proposed), "legs are lost on their way");
		Ok(())
	}
}

/// What version 1 has stored.
pub mod v1 {
	use super::BoundedVec;
	use crate::{Progress, MAX_AGREEMENT_LEGS};
	use aeo_primitives::{
		recognition::{Admissions, ConsentNeed, MAX_TYPES},
		AgreementId, CertificateType, DataClasses, Date, DeclaredNumber, Directions, EligibleRoles,
		Rows, Territory, Text, MAX_LEGS,
	};
	use aeo_support::earlier;
	use frame_support::traits::ConstU32;

	/// The legs of one agreement.
	pub type AgreementLegs = BoundedVec<LegTerms, ConstU32<MAX_AGREEMENT_LEGS>>;

	/// The legs of all agreements from one issuer to one grantor.
	pub type PairLegs = BoundedVec<StoredLeg, ConstU32<MAX_LEGS>>;

	earlier! {
		/// How a grantor's declarations name the foreign operator; nothing is said of a manifest.
		DeclareAs => aeo_primitives::DeclareAs {
			code: Text<35>,
			place: Text<35>,
			number: DeclaredNumber,
			prefix: Text<16>,
			number_place: Text<35>,
		} + {
			manifest_place: Text::default(),
		}

		/// What is agreed for one direction.
		LegTerms => crate::LegTerms {
			issuer: Territory,
			grantor: Territory,
			types: BoundedVec<CertificateType, ConstU32<MAX_TYPES>>,
			roles: EligibleRoles,
			directions: Directions,
			rows: Rows,
			consent: ConsentNeed,
			data_classes: DataClasses,
			declare_as: DeclareAs,
		}

		/// A leg of a signed agreement.
		StoredLeg => crate::StoredLeg {
			agreement: AgreementId,
			version: u32,
			signed_in: Admissions,
			progress: Progress,
			until: Option<Date>,
			noticed_by_issuer: Option<Date>,
			noticed_by_grantor: Option<Date>,
			suspended_by_issuer: bool,
			suspended_by_grantor: bool,
			terms: LegTerms,
		}
	}
}
