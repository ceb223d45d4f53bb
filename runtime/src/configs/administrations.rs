//! Who takes part.

use super::governance::{AtLeast, Majority, MaxMotions, MinimumSeats, OpenMotions};
use crate::{
	Applications, BlockNumber, Council, Fees, Grandpa, Identities, Runtime, Session, Timestamp,
};
use aeo_primitives::{Moment, NoteStalled};
use frame_support::traits::{ConstU32, ConstU64};

/// As many as there are territories.
pub type MaxAdministrations = ConstU32<252>;

/// A day in milliseconds.
const DAY: Moment = 24 * 60 * 60 * 1_000;

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
	type OutsideAccounts = (Identities, Applications);
	type UnaskedAccounts = Applications;
	type OnAdmission = Fees;
	type OpenMotions = OpenMotions;
	type MaxMotions = MaxMotions;
	type Finality = Finality;
	type MaxStallDelay = ConstU32<{ crate::DAYS }>;
	type Time = Timestamp;
	type NoticePeriod = ConstU64<{ 90 * DAY }>;
	type MinimumSeats = MinimumSeats;
	type MaxProposals = ConstU32<4>;
	type ProposalPeriod = ConstU64<{ 30 * DAY }>;
	type UpgradeDelay = ConstU64<{ 3 * DAY }>;
	type UpgradePeriod = ConstU64<{ 14 * DAY }>;
	type MaxAdministrations = MaxAdministrations;
	type MaxValidators = super::consensus::MaxValidators;
	type MaxOfficers = ConstU32<10_000>;
	type WeightInfo = pallet_administrations::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}
