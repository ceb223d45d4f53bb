//! The council: one seat for each admitted administration.

use crate::{
	configs::system::RuntimeBlockWeights, AccountId, OriginCaller, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeOrigin, DAYS,
};
use core::marker::PhantomData;
use frame_support::{
	parameter_types,
	traits::{ConstU32, EnsureOrigin, Get},
	weights::Weight,
};
use frame_system::EnsureNever;
use pallet_collective::{EnsureProportionAtLeast, EnsureProportionMoreThan, Instance1, RawOrigin};

/// With fewer seats the council decides nothing: two administrations are not a council.
pub type MinimumSeats = ConstU32<3>;

/// `Inner`, in a council of at least [`MinimumSeats`].
pub struct InCouncil<Inner>(PhantomData<Inner>);

impl<Inner: EnsureOrigin<RuntimeOrigin>> EnsureOrigin<RuntimeOrigin> for InCouncil<Inner> {
	type Success = Inner::Success;

	fn try_origin(origin: RuntimeOrigin) -> Result<Self::Success, RuntimeOrigin> {
		match origin.caller {
			OriginCaller::Council(RawOrigin::Members(_, seats)) if seats >= MinimumSeats::get() => {
				Inner::try_origin(origin)
			}
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		let seats = MinimumSeats::get();
		Ok(RawOrigin::<AccountId, Instance1>::Members(seats, seats).into())
	}
}

/// At least this part of all seats has voted aye.
pub type AtLeast<const N: u32, const D: u32> =
	InCouncil<EnsureProportionAtLeast<AccountId, Instance1, N, D>>;

/// More than half of all seats have voted aye.
pub type Majority = InCouncil<EnsureProportionMoreThan<AccountId, Instance1, 1, 2>>;

parameter_types! {
	/// How long a motion is open, in blocks.
	pub const MotionDuration: crate::BlockNumber = 7 * DAYS;
	/// The heaviest call that a motion may hold.
	pub MaxProposalWeight: Weight =
		RuntimeBlockWeights::get().max_block.saturating_div(2);
}

impl pallet_collective::Config<Instance1> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = MotionDuration;
	type MaxProposals = ConstU32<20>;
	type MaxMembers = super::administrations::MaxAdministrations;
	// Without a prime, which nobody can set, whoever has not voted at the end counts as a nay.
	type DefaultVote = pallet_collective::PrimeDefaultVote;
	// The members are the admitted administrations and nothing else.
	type SetMembersOrigin = EnsureNever<()>;
	type DisapproveOrigin = AtLeast<2, 3>;
	type KillOrigin = AtLeast<2, 3>;
	type Consideration = ();
	type MaxProposalWeight = MaxProposalWeight;
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
}
