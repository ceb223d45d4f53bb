//! What a new runtime does to what an earlier one has stored: one step for each version of the
//! storage, in their order.
//!
//! A step is a [`VersionedMigration`], which runs once, when it finds the version before it, and says
//! that its own is there now; `STORAGE_VERSION` rises with it. Where it decodes, then by types that it
//! keeps itself, for those of the pallet go on. What a block has no time for is no such step, but a
//! `SteppedMigration` of `pallet-migrations`. A step stays until every chain has taken it.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{Batches, Config, Pallet, Programmes};
use aeo_support::proposals::Proposal;
use core::marker::PhantomData;
use frame_support::{
	migrations::VersionedMigration,
	pallet_prelude::{Get, PalletInfoAccess, Weight},
	storage::{migration::move_storage_from_pallet, storage_prefix, KeyPrefixIterator},
	traits::UncheckedOnRuntimeUpgrade,
};

/// The steps; `Applications` is the pallet that takes applications.
pub type Migrations<T, Applications> = (MoveApplications<T, Applications>, AddBranches<T>);

/// From version 1 to 2: what comes before a decision is stored by the pallet that takes applications.
pub type MoveApplications<T, Applications> = VersionedMigration<
	1,
	2,
	Moved<T, Applications>,
	Pallet<T>,
	<T as frame_system::Config>::DbWeight,
>;

/// From version 2 to 3: a programme says whether its certificates cover branches, and a row of a batch
/// may have a document for a number that fails its check.
pub type AddBranches<T> =
	VersionedMigration<2, 3, Covered<T>, Pallet<T>, <T as frame_system::Config>::DbWeight>;

/// What is moved, as it is: keys and values stay the same.
const MOVED: [&str; 8] = [
	"Agencies",
	"AgencyAccounts",
	"AgencyCount",
	"Opinions",
	"Requests",
	"RequestCounts",
	"RequestLog",
	"RequestLogCount",
];

/// Moves agencies, opinions and requests to another pallet.
pub struct Moved<T, Applications>(PhantomData<(T, Applications)>);

/// Returns how many values a pallet has stored of what is moved.
fn stored(pallet: &str) -> u64 {
	let count = |name: &&str| {
		let prefix = storage_prefix(pallet.as_bytes(), name.as_bytes()).to_vec();
		KeyPrefixIterator::new(prefix.clone(), prefix, |_| Ok(())).count()
	};
	MOVED
		.iter()
		.map(count)
		.map(|count| u64::try_from(count).unwrap_or(u64::MAX))
		.fold(0, u64::saturating_add)
}

impl<T: Config, Applications: PalletInfoAccess> UncheckedOnRuntimeUpgrade
	for Moved<T, Applications>
{
	fn on_runtime_upgrade() -> Weight {
		let (from, to) = (Pallet::<T>::name(), Applications::name());
		for name in MOVED {
			move_storage_from_pallet(name.as_bytes(), from.as_bytes(), to.as_bytes());
		}
		// Each is read and written at its new place, and removed from the old one; and counted.
		let moved = stored(to);
		T::DbWeight::get().reads_writes(moved.saturating_mul(2), moved.saturating_mul(2))
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, sp_runtime::TryRuntimeError> {
		Ok(codec::Encode::encode(&stored(Pallet::<T>::name())))
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(before: alloc::vec::Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		let before: u64 = codec::Decode::decode(&mut &before[..])
			.map_err(|_| "what was counted before the upgrade is not read")?;
		frame_support::ensure!(
			stored(Applications::name()) == before && stored(Pallet::<T>::name()) == 0,
			"agencies, opinions or requests are lost on their way"
		);
		Ok(())
	}
}

/// Says of each programme that its certificates cover no branches, and of each row that waits that its
/// number passes its check.
///
/// Programmes are a few for each administration, and so are batches that wait.
pub struct Covered<T>(PhantomData<T>);

impl<T: Config> UncheckedOnRuntimeUpgrade for Covered<T> {
	fn on_runtime_upgrade() -> Weight {
		let mut changed: u64 = 0;
		Programmes::<T>::translate_values(|old: v2::Programme| {
			changed = changed.saturating_add(1);
			Some(old.into())
		});
		Batches::<T>::translate_values(|old: Proposal<T::AccountId, v2::Batch<T::MaxBatch>>| {
			changed = changed.saturating_add(1);
			Some(Proposal {
				number: old.number,
				content: old.content.into(),
				maker: old.maker,
				version: old.version,
				expires: old.expires,
			})
		});
		// The key of each is looked for, and its value read.
		T::DbWeight::get().reads_writes(changed.saturating_mul(2), changed)
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, sp_runtime::TryRuntimeError> {
		use frame_support::storage::StoragePrefixedMap;
		let count = (
			keys(&Programmes::<T>::final_prefix()),
			keys(&Batches::<T>::final_prefix()),
		);
		Ok(codec::Encode::encode(&count))
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(before: alloc::vec::Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		let before: (u64, u64) = codec::Decode::decode(&mut &before[..])
			.map_err(|_| "what was counted before the upgrade is not read")?;
		// What can't be decoded now is not among the values.
		let count = |values: usize| u64::try_from(values).unwrap_or(u64::MAX);
		let now = (
			count(Programmes::<T>::iter_values().count()),
			count(Batches::<T>::iter_values().count()),
		);
		frame_support::ensure!(before == now, "programmes or batches are lost on their way");
		Ok(())
	}
}

/// Returns how many values have a prefix, whatever they are.
#[cfg(feature = "try-runtime")]
fn keys(prefix: &[u8]) -> u64 {
	let count = KeyPrefixIterator::new(prefix.to_vec(), prefix.to_vec(), |_| Ok(())).count();
	u64::try_from(count).unwrap_or(u64::MAX)
}

/// What version 2 has stored.
#[allow(
	clippy::as_conversions,
	reason = "SCALE's macros convert the numbers of variants"
)]
pub mod v2 {
	use crate::types::{
		self, Applications, BatchMode, TakenOverPeriod, Unreadable, UntilRenewed, ValidityMonths,
		MAX_OPINIONS, MAX_PROGRAMME_TYPES, MAX_TAKEN_OVER_PERIODS,
	};
	use aeo_primitives::{
		recognition::ConsentMode, AgencyCode, CertificateNumber, CertificateType, Date, FourEyes,
		ProgrammeType, Roles, WrittenTin,
	};
	use aeo_support::earlier;
	use codec::{Decode, Encode};
	use frame_support::{
		traits::{ConstU32, Get},
		BoundedVec,
	};
	use sp_core::H256;

	earlier! {
		/// An administration's AEO programme.
		Programme => types::Programme {
			types: BoundedVec<ProgrammeType, ConstU32<MAX_PROGRAMME_TYPES>>,
			four_eyes: FourEyes,
			consent: ConsentMode,
			applications: Applications,
			until_renewed: UntilRenewed,
			validity_months: ValidityMonths,
			review_months: Option<u16>,
			decision_days: u16,
			opinions_required: BoundedVec<AgencyCode, ConstU32<MAX_OPINIONS>>,
		} + {
			branches: types::Branches::Apart,
		}

		/// A row of a batch that certifies.
		Authorisation => types::Authorisation {
			number: CertificateNumber,
			tin: WrittenTin,
			publication_consent: H256,
			certificate_type: CertificateType,
			roles: Roles,
			valid_from: Date,
			valid_until: Option<Date>,
			document: H256,
		} + {
			instrument: None,
		}

		/// A certificate that exists already.
		TakenOver => types::TakenOver {
			number: CertificateNumber,
			tin: WrittenTin,
			publication_consent: H256,
			certificate_type: CertificateType,
			roles: Roles,
			valid_from: Date,
			valid_until: Option<Date>,
			periods: BoundedVec<TakenOverPeriod, ConstU32<MAX_TAKEN_OVER_PERIODS>>,
		} + {
			instrument: None,
		}
	}

	/// The rows of a batch.
	#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
	pub enum Rows<MaxBatch: Get<u32>> {
		/// Certify traders.
		#[codec(index = 0)]
		Authorise(BoundedVec<Result<Authorisation, Unreadable>, MaxBatch>),
		/// Take over certificates that exist already.
		#[codec(index = 1)]
		TakeOver(BoundedVec<Result<TakenOver, Unreadable>, MaxBatch>),
	}

	/// What a batch is to do.
	#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
	pub struct Batch<MaxBatch: Get<u32>> {
		/// Its rows.
		pub rows: Rows<MaxBatch>,
		/// What becomes of the others if one fails.
		pub mode: BatchMode,
	}

	impl<MaxBatch: Get<u32>> From<Batch<MaxBatch>> for types::Batch<MaxBatch> {
		fn from(old: Batch<MaxBatch>) -> Self {
			let rows = match old.rows {
				Rows::Authorise(rows) => types::BatchRows::Authorise(each(rows)),
				Rows::TakeOver(rows) => types::BatchRows::TakeOver(each(rows)),
			};
			Self {
				rows,
				mode: old.mode,
			}
		}
	}

	/// Returns as many rows in the present form.
	fn each<Old: Into<New>, New, Bound: Get<u32>>(
		rows: BoundedVec<Result<Old, Unreadable>, Bound>,
	) -> BoundedVec<Result<New, Unreadable>, Bound> {
		BoundedVec::truncate_from(rows.into_iter().map(|row| row.map(Into::into)).collect())
	}
}
