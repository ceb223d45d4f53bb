//! Who takes part, and how much each may do.

use super::governance::{AtLeast, Majority, MinimumSeats};
use crate::{BlockNumber, Council, Grandpa, Runtime, Session, Timestamp};
use aeo_primitives::NoteStalled;
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64},
};
use pallet_administrations::Quota;

/// As many as there are territories.
pub type MaxAdministrations = ConstU32<252>;

/// One millisecond of execution, in fee units.
const MILLISECOND: u128 = 1_000_000_000;

parameter_types! {
	/// An administration can load some ten thousand records at once, and then use 5% of the blocks
	/// for ever.
	pub const InitialQuota: Quota = Quota { max: 10_000 * MILLISECOND, recovery: 50 * MILLISECOND };
	/// Some forty calls at once, and one in ten seconds for ever.
	pub const AccountQuota: Quota = Quota { max: 10 * MILLISECOND, recovery: MILLISECOND / 10 };
}

/// Reaches the one call of GRANDPA that only root may make.
pub struct Finality;

impl NoteStalled<BlockNumber> for Finality {
	fn note_stalled(delay: BlockNumber, best_finalised: BlockNumber) {
		if let Err(error) =
			Grandpa::note_stalled(frame_system::RawOrigin::Root.into(), delay, best_finalised)
		{
			frame_support::defensive!("root may note a stall: {:?}", error);
		}
	}
}

impl pallet_administrations::Config for Runtime {
	type AdmitOrigin = AtLeast<2, 3>;
	type QuarantineOrigin = AtLeast<2, 3>;
	type SwitchOffOrigin = Majority;
	type ExpelOrigin = AtLeast<3, 4>;
	type UpgradeOrigin = AtLeast<2, 3>;
	type Council = Council;
	type SessionKeys = Session;
	type Holders = ();
	type Finality = Finality;
	type Time = Timestamp;
	type NoticePeriod = ConstU64<{ 90 * 24 * 60 * 60 * 1_000 }>;
	type MinimumSeats = MinimumSeats;
	type MaxAdministrations = MaxAdministrations;
	type MaxValidators = super::consensus::MaxValidators;
	type MaxOfficers = ConstU32<10_000>;
	type InitialQuota = InitialQuota;
	type AccountQuota = AccountQuota;
	type WeightInfo = pallet_administrations::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::Helper;
}

#[cfg(feature = "runtime-benchmarks")]
mod benchmarks {
	use crate::{AccountId, Hash, Runtime, SessionKeys};
	use alloc::vec::Vec;
	use codec::{Decode, Encode};
	use frame_support::{storage::unhashed, traits::Get, BoundedVec};
	use pallet_collective::{Instance1, Proposals, Voting};
	use sp_runtime::traits::TrailingZeroInput;

	/// Brings about what the pallet cannot by itself.
	pub struct Helper;

	impl pallet_administrations::BenchmarkHelper<AccountId> for Helper {
		fn register_session_keys(account: &AccountId) {
			let keys = SessionKeys::decode(&mut TrailingZeroInput::zeroes()).expect("zeros decode");
			pallet_session::NextKeys::<Runtime>::insert(account, keys);
		}

		/// As many motions as can be open, each with the votes of all voters. They are written
		/// directly, since voting for twenty times 252 seats would take minutes.
		fn open_motions(voters: &[AccountId]) {
			let motions = <Runtime as pallet_collective::Config<Instance1>>::MaxProposals::get();
			let hashes: Vec<Hash> = (0..motions)
				.map(|number| Hash::from_low_u64_be(number.into()))
				.collect();
			for hash in &hashes {
				let votes = (
					0_u32,
					u32::MAX,
					voters.to_vec(),
					Vec::<AccountId>::new(),
					u32::MAX,
				);
				let key = Voting::<Runtime, Instance1>::hashed_key_for(hash);
				unhashed::put_raw(&key, &votes.encode());
			}
			let hashes = BoundedVec::try_from(hashes).expect("as many as are allowed");
			Proposals::<Runtime, Instance1>::put(hashes);
		}
	}
}
