//! Aura authors, GRANDPA finalises, and the administrations pallet names the validators, whose nodes
//! find each other.

use crate::{
	AccountId, Administrations, Aura, Balances, Historical, Offences, Runtime, RuntimeCall,
	RuntimeEvent, Session, SessionKeys, UncheckedExtrinsic, SLOT_DURATION,
};
use aeo_primitives::Territory;
use alloc::vec::Vec;
use frame_support::traits::{ConstBool, ConstU128, ConstU32, ConstU64, Get};
use frame_system::offchain::{CreateBare, CreateTransactionBase};
use pallet_administrations::{
	AdministrationOfValidator, Equivocation, LastValidators, SessionLength, ValidatorIdOf,
};
use pallet_equivocations::TwoBlocks;
use pallet_grandpa::{EquivocationOffence, EquivocationReportSystem, TimeSlot};
use pallet_session::historical;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_slots::Slot;
use sp_runtime::traits::OpaqueKeys;
use sp_staking::{
	offence::{Offence, OffenceError, ReportOffence},
	SessionIndex,
};

/// Most validators.
pub type MaxValidators = ConstU32<100>;

/// When a session ends.
pub type Sessions = pallet_session::PeriodicSessions<SessionLength<Runtime>, ConstU32<0>>;

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ValidatorIdOf<Runtime>;
	type ShouldEndSession = Sessions;
	type NextSessionRotation = Sessions;
	type SessionManager = NotedSessions;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = ();
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	// `ValidatorIdOf` keeps strangers out, so that keys need no deposit.
	type KeyDeposit = ConstU128<0>;
}

impl pallet_aura::Config for Runtime {
	type AuthorityId = AuraId;
	type DisabledValidators = Session;
	type MaxAuthorities = MaxValidators;
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type SlotDuration = ConstU64<SLOT_DURATION>;
}

/// Sessions of which it is kept who had which key: an equivocation in an older one can't be
/// reported any more. A week of sessions of an hour.
pub type KeptSessions = ConstU32<168>;

impl pallet_session::historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = Territory;
	type FullIdentificationOf = AdministrationOfValidator<Runtime>;
}

/// Gives all validators of a session with their administrations, also where they are the same as
/// before: their keys may have changed, and the root of the session holds the keys.
pub struct WithAdministrations;

impl pallet_session::SessionManager<AccountId> for WithAdministrations {
	fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
		<Administrations as pallet_session::SessionManager<_>>::new_session(index)
	}

	fn new_session_genesis(index: SessionIndex) -> Option<Vec<AccountId>> {
		<Administrations as pallet_session::SessionManager<_>>::new_session_genesis(index)
	}

	fn start_session(index: SessionIndex) {
		<Administrations as pallet_session::SessionManager<_>>::start_session(index)
	}

	fn end_session(index: SessionIndex) {
		<Administrations as pallet_session::SessionManager<_>>::end_session(index)
	}
}

impl historical::SessionManager<AccountId, Territory> for WithAdministrations {
	fn new_session(index: SessionIndex) -> Option<Vec<(AccountId, Territory)>> {
		<Self as pallet_session::SessionManager<_>>::new_session(index);
		Some(Administrations::validators())
	}

	fn new_session_genesis(index: SessionIndex) -> Option<Vec<(AccountId, Territory)>> {
		<Self as pallet_session::SessionManager<_>>::new_session_genesis(index);
		Some(Administrations::validators())
	}

	fn start_session(index: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::start_session(index)
	}

	fn end_session(index: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::end_session(index)
	}
}

/// Notes at every session who has which key, and forgets it [`KeptSessions`] later. To the session
/// pallet it says only what changed, so that the voters of finality change only then.
pub struct NotedSessions;

type Noted = historical::NoteHistoricalRoot<Runtime, WithAdministrations>;

impl NotedSessions {
	/// `None` where the validators are those of before.
	fn changed(note: impl FnOnce() -> Option<Vec<AccountId>>) -> Option<Vec<AccountId>> {
		let before = LastValidators::<Runtime>::get();
		note().filter(|validators| *validators != before.into_inner())
	}
}

impl pallet_session::SessionManager<AccountId> for NotedSessions {
	fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
		Self::changed(|| <Noted as pallet_session::SessionManager<_>>::new_session(index))
	}

	fn new_session_genesis(index: SessionIndex) -> Option<Vec<AccountId>> {
		Self::changed(|| <Noted as pallet_session::SessionManager<_>>::new_session_genesis(index))
	}

	fn start_session(index: SessionIndex) {
		<Noted as pallet_session::SessionManager<_>>::start_session(index);
		if let Some(oldest) = index.checked_sub(KeptSessions::get()) {
			Historical::prune_up_to(oldest);
		}
	}

	fn end_session(index: SessionIndex) {
		<Noted as pallet_session::SessionManager<_>>::end_session(index)
	}
}

// Nodes look for the validators of this session and of the next one.
impl pallet_authority_discovery::Config for Runtime {
	type MaxAuthorities = MaxValidators;
}

/// The account that wrote a block is named as the reporter of what it brings unsigned.
impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
	type EventHandler = ();
}

/// Keeps each offence once. Nothing is slashed: what follows is the council's.
impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = historical::IdentificationTuple<Runtime>;
	type OnOffenceHandler = ();
}

/// Marks the administration whose validator signed twice, where the council sees it. While a mark is
/// fresh, further reports of it count as known.
pub struct NotedOffences;

impl NotedOffences {
	fn report<O: Offence<Offender>>(
		reporters: Vec<AccountId>,
		offence: O,
		administration: Territory,
		equivocation: Equivocation,
		place: u64,
	) -> Result<(), OffenceError> {
		if !Administrations::may_note_equivocation(administration) {
			return Err(OffenceError::DuplicateReport);
		}
		let session = offence.session_index();
		Offences::report_offence(reporters, offence)?;
		Administrations::note_equivocation(administration, equivocation, session, place);
		Ok(())
	}

	fn is_known<O: Offence<Offender>>(offenders: &[Offender], slot: &O::Slot) -> bool {
		let is_fresh = |(_, administration): &Offender| {
			!Administrations::may_note_equivocation(*administration)
		};
		offenders.iter().any(is_fresh)
			|| <Offences as ReportOffence<_, _, O>>::is_known_offence(offenders, slot)
	}
}

/// A validator's account and its administration.
type Offender = historical::IdentificationTuple<Runtime>;

impl ReportOffence<AccountId, Offender, EquivocationOffence<Offender>> for NotedOffences {
	fn report_offence(
		reporters: Vec<AccountId>,
		offence: EquivocationOffence<Offender>,
	) -> Result<(), OffenceError> {
		let ((_, administration), round) = (offence.offender.clone(), offence.time_slot.round);
		Self::report(
			reporters,
			offence,
			administration,
			Equivocation::TwoVotes,
			round,
		)
	}

	fn is_known_offence(offenders: &[Offender], slot: &TimeSlot) -> bool {
		Self::is_known::<EquivocationOffence<Offender>>(offenders, slot)
	}
}

impl ReportOffence<AccountId, Offender, TwoBlocks<Offender>> for NotedOffences {
	fn report_offence(
		reporters: Vec<AccountId>,
		offence: TwoBlocks<Offender>,
	) -> Result<(), OffenceError> {
		let ((_, administration), slot) = (offence.offender.clone(), offence.slot.into());
		Self::report(
			reporters,
			offence,
			administration,
			Equivocation::TwoBlocks,
			slot,
		)
	}

	fn is_known_offence(offenders: &[Offender], slot: &Slot) -> bool {
		Self::is_known::<TwoBlocks<Offender>>(offenders, slot)
	}
}

impl pallet_equivocations::Config for Runtime {
	type KeyOwnerProof = sp_session::MembershipProof;
	type KeyOwners = Historical;
	type Reports = NotedOffences;
	type ReportLongevity = ConstU64<REPORT_LONGEVITY>;
	type WeightInfo = pallet_equivocations::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type MaxAuthorities = MaxValidators;
	type MaxNominators = ConstU32<0>;
	// A set lasts one session or more, so these reach as far back as the sessions.
	type MaxSetIdSessionEntries = ConstU64<168>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		EquivocationReportSystem<Self, NotedOffences, Historical, ConstU64<REPORT_LONGEVITY>>;
}

/// Blocks for which a report waits in the pool of the node that made it: a day.
const REPORT_LONGEVITY: u64 = 28_800;

impl<C> CreateTransactionBase<C> for Runtime
where
	RuntimeCall: From<C>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<C> CreateBare<C> for Runtime
where
	RuntimeCall: From<C>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}
