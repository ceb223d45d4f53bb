//! The council: one seat for each admitted administration.

use crate::{
	configs::system::RuntimeBlockWeights, AccountId, Administrations, OriginCaller, Runtime,
	RuntimeCall, RuntimeEvent, RuntimeOrigin, DAYS,
};
use aeo_primitives::Territory;
use core::marker::PhantomData;
use frame_support::{
	parameter_types,
	traits::{Consideration, ConstU32, EnsureOrigin, Get, MaybeConsideration},
	weights::Weight,
};
use pallet_administrations::Error;
use pallet_collective::{
	CostOf, EnsureProportionAtLeast, EnsureProportionMoreThan, Instance1, Proposals, RawOrigin,
};
use sp_runtime::DispatchError;

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

/// Motions that one administration may have open.
const MOTIONS_OF_ONE: usize = 3;

/// With so many motions open, an administration may open one only while it has none.
const MANY_MOTIONS: usize = 48;

/// Room for one motion of each administration and for `MANY_MOTIONS` further ones: it is never
/// used up, see [`OpenedBy`].
pub type MaxMotions = ConstU32<300>;

/// How many motions are open.
pub struct OpenMotions;

impl Get<u32> for OpenMotions {
	fn get() -> u32 {
		let motions = Proposals::<Runtime, Instance1>::decode_len().unwrap_or_default();
		u32::try_from(motions).unwrap_or(u32::MAX)
	}
}

/// The administration that opened a motion, kept with it in place of a deposit. None for an account
/// that is none's, as members are in the collective's own benchmarks alone.
///
/// An administration may always have one motion open, whatever the others do; up to three as long
/// as the council is not busy. So nobody fills the council, and there is always room to move to kill
/// a motion, to quarantine, to expel, or to note that finality has stalled. Nothing is counted that
/// could be wrong: the open motions themselves are looked at, of which there are 300 at most. It is
/// the administration that counts, not its account, which it may rotate.
#[frame_support::stored]
#[derive(Copy)]
pub struct OpenedBy(pub Option<Territory>);

impl OpenedBy {
	fn has_opened(administration: Territory, motion: &crate::Hash) -> bool {
		CostOf::<Runtime, Instance1>::get(motion)
			.is_some_and(|(_, OpenedBy(by))| by == Some(administration))
	}
}

impl Consideration<AccountId, u32> for OpenedBy {
	/// The collective has put the new motion on its list already, and no administration to it.
	fn new(proposer: &AccountId, _: u32) -> Result<Self, DispatchError> {
		let Some((entry, _)) = Administrations::account_of(proposer) else {
			return Ok(Self(None));
		};
		let motions = Proposals::<Runtime, Instance1>::get();
		let (earlier, _) = motions.split_at(motions.len().saturating_sub(1));
		let own = earlier
			.iter()
			.filter(|motion| Self::has_opened(entry.administration, motion))
			.count();
		let may_open = own == 0 || (own < MOTIONS_OF_ONE && earlier.len() < MANY_MOTIONS);
		frame_support::ensure!(may_open, Error::<Runtime>::TooManyMotions);
		Ok(Self(Some(entry.administration)))
	}

	fn update(self, _: &AccountId, _: u32) -> Result<Self, DispatchError> {
		Ok(self)
	}

	fn drop(self, _: &AccountId) -> Result<(), DispatchError> {
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_successful(_: &AccountId, _: u32) {}
}

impl MaybeConsideration<AccountId, u32> for OpenedBy {
	fn is_none(&self) -> bool {
		self.0.is_none()
	}
}

/// The stock measurements, and the look at who opened each motion.
pub struct CouncilWeight;

type Stock = pallet_collective::weights::SubstrateWeight<Runtime>;

impl pallet_collective::WeightInfo for CouncilWeight {
	fn set_members(m: u32, n: u32, p: u32) -> Weight {
		Stock::set_members(m, n, p)
	}

	fn execute(b: u32, m: u32) -> Weight {
		Stock::execute(b, m)
	}

	fn propose_execute(b: u32, m: u32) -> Weight {
		Stock::propose_execute(b, m)
	}

	fn propose_proposed(b: u32, m: u32, p: u32) -> Weight {
		let reads = u64::from(p).saturating_add(2);
		Stock::propose_proposed(b, m, p)
			.saturating_add(<Runtime as frame_system::Config>::DbWeight::get().reads(reads))
	}

	fn vote(m: u32) -> Weight {
		Stock::vote(m)
	}

	fn close_early_disapproved(m: u32, p: u32) -> Weight {
		Stock::close_early_disapproved(m, p)
	}

	fn close_early_approved(b: u32, m: u32, p: u32) -> Weight {
		Stock::close_early_approved(b, m, p)
	}

	fn close_disapproved(m: u32, p: u32) -> Weight {
		Stock::close_disapproved(m, p)
	}

	fn close_approved(b: u32, m: u32, p: u32) -> Weight {
		Stock::close_approved(b, m, p)
	}

	fn disapprove_proposal(p: u32) -> Weight {
		Stock::disapprove_proposal(p)
	}

	fn kill(d: u32, p: u32) -> Weight {
		Stock::kill(d, p)
	}

	fn release_proposal_cost() -> Weight {
		Stock::release_proposal_cost()
	}
}

parameter_types! {
	/// How long a motion is open, in blocks.
	pub const MotionDuration: crate::BlockNumber = 7 * DAYS;
	/// The heaviest call that a motion may hold, a tenth of a block: its close is paid from a share of
	/// the reserve (a test compares).
	pub MaxProposalWeight: Weight =
		RuntimeBlockWeights::get().max_block.saturating_div(10);
}

impl pallet_collective::Config<Instance1> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = MotionDuration;
	type MaxProposals = MaxMotions;
	type MaxMembers = <Runtime as pallet_administrations::Config>::MaxAdministrations;
	// Without a prime, which nobody can set, whoever has not voted at the end counts as a nay.
	type DefaultVote = pallet_collective::PrimeDefaultVote;
	// The members are the admitted administrations and nothing else; but the collective's benchmarks
	// set theirs as root.
	#[cfg(not(feature = "runtime-benchmarks"))]
	type SetMembersOrigin = frame_system::EnsureNever<()>;
	#[cfg(feature = "runtime-benchmarks")]
	type SetMembersOrigin = frame_system::EnsureRoot<AccountId>;
	type DisapproveOrigin = AtLeast<2, 3>;
	type KillOrigin = AtLeast<2, 3>;
	type Consideration = OpenedBy;
	type MaxProposalWeight = MaxProposalWeight;
	type WeightInfo = CouncilWeight;
}
