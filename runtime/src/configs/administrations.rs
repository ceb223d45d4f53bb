//! Who takes part, and how much each may do.

use super::governance::{AtLeast, Majority, MaxMotions, MinimumSeats, OpenMotions};
use crate::{BlockNumber, Certificates, Council, Grandpa, Identities, Runtime, Session, Timestamp};
use aeo_primitives::{Moment, NoteStalled};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64},
};
use pallet_administrations::Quota;

/// As many as there are territories.
pub type MaxAdministrations = ConstU32<252>;

/// A day in milliseconds.
const DAY: Moment = 24 * 60 * 60 * 1_000;

/// One millisecond of execution, in fee units.
const MILLISECOND: u128 = 1_000_000_000;

parameter_types! {
	/// An administration can load some ten thousand records at once, and then use 5% of the blocks
	/// for ever.
	pub const InitialQuota: Quota = Quota { max: 10_000 * MILLISECOND, recovery: 50 * MILLISECOND };
	/// What always pays for what protects an administration. One account can use half of it: the
	/// heaviest suspension several times at once, and again in a block or two (a test compares); or
	/// some hundred and fifty suspensions of one certificate at once, and then a dozen a second. All
	/// of it leaves more than half of a block to the suspensions of others.
	pub const Reserve: Quota = Quota { max: 400 * MILLISECOND, recovery: 100 * MILLISECOND };
	/// Some two hundred calls of holders, agencies and offered accounts at once, and then 1% of the
	/// blocks for ever: a fifth of what the officers have.
	pub const JointQuota: Quota = Quota { max: 600 * MILLISECOND, recovery: 10 * MILLISECOND };
	/// Some twenty calls at once, and one in half a minute for ever. What a holder asks for may change
	/// its certificate, and so weighs telling all grantors of it.
	pub const AccountQuota: Quota = Quota { max: 60 * MILLISECOND, recovery: MILLISECOND / 3 };
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
	type OutsideRoles = (Identities, Certificates);
	type UnaskedRoles = Certificates;
	type OpenMotions = OpenMotions;
	type MaxMotions = MaxMotions;
	type Finality = Finality;
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
	type InitialQuota = InitialQuota;
	type Reserve = Reserve;
	type JointQuota = JointQuota;
	type AccountQuota = AccountQuota;
	type PaidCalls = super::paid_calls::CallsOfTheRole;
	type WeightInfo = pallet_administrations::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}
