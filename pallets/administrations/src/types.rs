//! What the pallet stores of an administration and its accounts.

use aeo_primitives::{Moment, Scopes, Territory, UsesRecorded, UtcOffset};
use frame_support::{pallet_prelude::ConstU32, stored, BoundedBTreeSet};
use sp_core::H256;

/// How long what an earlier key signed may pass after another one has taken its place, in milliseconds: 400 days,
/// the longest that a credential is valid.
pub const LONGEST_OVERLAP: Moment = 400 * 24 * 60 * 60 * 1_000;

/// The territories that an administration covers besides the one that names it, at most 40
/// (the European Union has 27 member states).
pub type FurtherTerritories = BoundedBTreeSet<Territory, ConstU32<40>>;

/// The signers of an own account that is a multisig, at most 20. As officers without scope they are
/// the ones who pay, from the quota, for what the multisig does.
pub type Signatories<AccountId> = BoundedBTreeSet<AccountId, ConstU32<20>>;

/// What is proposed to the council, and afterwards describes an admitted administration.
#[stored(no_skip_type_params)]
pub struct Candidate<AccountId> {
	/// The own account, a multisig as a rule: it appoints officers, votes and signs agreements.
	pub account: AccountId,
	/// X25519 public key under which partners seal data for this administration.
	pub encryption_key: H256,
	/// blake2-256 of the instrument, signed under the national PKI, that binds the own account.
	pub instrument: Option<H256>,
	/// Territories covered besides the one that names the administration.
	pub territories: FurtherTerritories,
	/// The fixed offset in which the administration's dates are local days.
	pub utc_offset: UtcOffset,
}

/// A proposal to admit an administration, waiting for the council.
#[stored(no_skip_type_params)]
pub struct Proposal<AccountId: Ord> {
	/// Number of the proposal. A motion names it, so that nobody can exchange the candidate
	/// while the council votes.
	pub number: u32,
	/// The admitted administration that proposed it.
	pub proposer: Territory,
	/// Who is to be admitted.
	pub candidate: Candidate<AccountId>,
	/// Who becomes officer without scope with the admission.
	pub signatories: Signatories<AccountId>,
	/// From this moment on it can't be admitted any more, in milliseconds UTC.
	pub until: Moment,
}

/// A runtime that the council has authorised.
#[stored]
#[derive(Copy)]
pub struct UpgradeAuthorisation {
	/// blake2-256 of its code.
	pub code_hash: H256,
	/// The first moment at which it can be applied, in milliseconds UTC.
	pub from: Moment,
	/// From this moment on it can't be applied any more, in milliseconds UTC.
	pub until: Moment,
	/// Whether the system pallet takes the code.
	pub is_open: bool,
}

/// By whom an administration is quarantined. Both quarantines end independently.
#[stored]
#[derive(Copy)]
pub enum Quarantine {
	/// By itself, when it held these keys: its certificates are unverifiable everywhere until it
	/// has new ones.
	Own(KeyVersions),
	/// By the council: answers about its certificates carry a mark.
	Council,
	/// By itself and by the council.
	Both(KeyVersions),
}

/// How often the keys of an administration were rotated.
#[stored]
#[derive(Copy, Default)]
pub struct KeyVersions {
	/// Rotations of the own account since the admission.
	pub account: u32,
	/// Rotations of the encryption key since the admission.
	pub encryption_key: u32,
}

/// The states of domain section 3 in which an administration is known to the chain;
/// `Proposed` is a [`Proposal`].
#[stored]
#[derive(Copy)]
pub enum AdministrationState {
	/// It left or was expelled; its history stays.
	Withdrawn,
	/// Its writes are frozen, except for its keys and the end of its own quarantine.
	Quarantined(Quarantine),
	/// It has a council seat and may do everything that its accounts allow.
	Admitted,
}

/// Choices of an administration that its own account may change at any time.
#[stored]
#[derive(Copy)]
pub struct Settings {
	/// Whether the uses that this administration records name the trader.
	pub uses_recorded: UsesRecorded,
}

impl Default for Settings {
	fn default() -> Self {
		Self {
			uses_recorded: UsesRecorded::Sealed,
		}
	}
}

/// An administration that was admitted at least once.
#[stored(no_skip_type_params)]
pub struct Administration<AccountId> {
	/// Where it stands.
	pub state: AdministrationState,
	/// Number of the proposal with which it was admitted. The accounts of an earlier admission
	/// carry another number and mean nothing any more.
	pub admission: u32,
	/// Account, encryption key, instrument, territories and UTC offset.
	pub details: Candidate<AccountId>,
	/// How often account and encryption key were rotated.
	pub key_versions: KeyVersions,
	/// The account that is to become the own account once it accepts.
	pub incoming: Option<AccountId>,
	/// Number of officers, scopes or not.
	pub officers: u32,
	/// Its settings.
	pub settings: Settings,
	/// The first moment at which it may leave, when it has given notice.
	pub notice: Option<Moment>,
	/// Whether an incident is open at it. Another pallet keeps the incidents; the mark is here, where
	/// evaluation reads it with the rest of the record.
	pub incident_open: bool,
}

/// What an account of an administration is: one thing only.
#[stored]
pub enum InsideKind {
	/// A key of the administration's staff or systems; without scopes, a signer of its multisig.
	Officer(Scopes),
	/// The account offered to replace the own account; it may only accept.
	Incoming,
	/// The own account.
	Own,
}

/// For whom an account acts, and as what.
#[stored]
pub struct AccountRecord {
	/// The administration acted for.
	pub administration: Territory,
	/// The admission under which the role was given, see [`Administration::admission`].
	pub admission: u32,
	/// What it is.
	pub kind: InsideKind,
}

/// What a validator signed twice. As a rule the same keys run on two machines.
#[stored]
#[derive(Copy)]
pub enum Equivocation {
	/// Two votes in one round of finality.
	TwoVotes,
	/// Two blocks in one slot.
	TwoBlocks,
}

/// The latest equivocation of an administration's validator, and how many there were.
#[stored(no_skip_type_params)]
#[derive(Copy)]
pub struct EquivocationMark<BlockNumber> {
	/// What was signed twice.
	pub equivocation: Equivocation,
	/// The session in which it was.
	pub session: u32,
	/// The round of votes, or the slot of the blocks.
	pub place: u64,
	/// The block in which it was reported.
	pub reported: BlockNumber,
	/// How many reports there were of this administration, one in a session's length at most.
	pub count: u32,
}
