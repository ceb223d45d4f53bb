//! The chain that the tests of a pallet run on, and the administrations that they meet: Mexico, Costa
//! Rica, Peru and Colombia admitted, Chile withdrawn, each with an own account and two officers for
//! each scope.
//!
//! [`runtime!`] makes a chain with just one pallet, [`origin_tests!`] the tests over the table of who
//! may make which call. [`Administrations`] is the mock of every role that the administrations have in
//! [`aeo_primitives::ports`]. What a test changes lasts until its thread ends; [`reset`] begins anew.

use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};

use aeo_primitives::{
	recognition::{Administration, Standing},
	tin::Tin,
	AccountKind, AccountKinds, AdministrationLookup, EncryptionKeys, Grantor, IncidentMark,
	InsideAccounts, Officers, OuterSigner, OutsideKind, Scope, Scopes, Signer, Territory, TraderId,
	UsesRecorded, UtcOffset,
};
use sp_core::H256;
use sp_runtime::DispatchError;

mod chain;
mod origins;
pub mod traders;

pub use chain::{chain, NOON};
pub use origins::{assert_open, assert_refused, assert_whole};

/// Accounts are numbers in tests.
pub type AccountId = u64;

/// Own account of Mexico.
pub const MX: AccountId = 1;
/// Own account of Costa Rica.
pub const CR: AccountId = 2;
/// Own account of Peru.
pub const PE: AccountId = 3;
/// Own account of Colombia.
pub const CO: AccountId = 4;
/// Own account of Chile, which was admitted once and has left.
pub const CL: AccountId = 5;
/// An account without a role.
pub const STRANGER: AccountId = 99;

/// The accounts and their administrations. A fixed offset each: Mexico and Costa Rica UTC−6, Peru
/// and Colombia UTC−5, Chile UTC−4.
pub const ADMINISTRATIONS: [(AccountId, Territory, i16); 5] = [
	(MX, Territory::MX, -360),
	(CR, Territory::CR, -360),
	(PE, Territory::PE, -300),
	(CO, Territory::CO, -300),
	(CL, Territory::CL, -240),
];

/// Why an account may not act.
pub const NOT_OFFICER: DispatchError = DispatchError::Other("not an officer with this scope");
/// Why an account may not act.
pub const NOT_OWN_ACCOUNT: DispatchError = DispatchError::Other("not an own account");
/// Why an account may not act.
pub const QUARANTINED: DispatchError = DispatchError::Other("administration quarantined");

/// Returns the own account of one of [`ADMINISTRATIONS`].
pub fn own_account(territory: Territory) -> AccountId {
	let (own, ..) = ADMINISTRATIONS
		.into_iter()
		.find(|(_, known, _)| *known == territory)
		.expect("one of the mock's");
	own
}

/// Returns the id that traders have in tests: their TIN's first 32 bytes.
pub fn trader_id(tin: &Tin) -> TraderId {
	let mut id = [0; 32];
	for (byte, from) in id.iter_mut().zip(tin.text().as_bytes()) {
		*byte = *from;
	}
	id.into()
}

/// Returns the first officer of the administration with the own account `own`, with this scope
/// only.
pub fn officer(own: AccountId, scope: Scope) -> AccountId {
	own * 1_000 + scope as u64 * 10
}

/// Returns the second officer of the administration with the own account `own`, with this scope
/// only.
pub fn second_officer(own: AccountId, scope: Scope) -> AccountId {
	officer(own, scope) + 1
}

/// Returns an officer without scope of the administration with the own account `own`.
pub fn signatory(own: AccountId) -> AccountId {
	own * 1_000 + 999
}

/// Returns the account offered to replace the own account `own`.
pub fn incoming(own: AccountId) -> AccountId {
	own * 1_000 + 998
}

#[derive(Default)]
struct State {
	admitted: Vec<(AccountId, Territory, i16)>,
	standings: BTreeMap<Territory, Standing>,
	admissions: BTreeMap<Territory, u32>,
	further: BTreeMap<Territory, Territory>,
	clear: BTreeSet<Territory>,
	incidents: BTreeSet<Territory>,
	provided: BTreeSet<AccountId>,
	dismissed: BTreeSet<AccountId>,
	outside: BTreeMap<AccountId, (OutsideKind, Territory)>,
	signer: Option<AccountId>,
	keys: BTreeMap<Territory, H256>,
}

thread_local! {
	static STATE: RefCell<State> = RefCell::default();
}

fn with<R>(change: impl FnOnce(&mut State) -> R) -> R {
	STATE.with(|state| change(&mut state.borrow_mut()))
}

/// Begins anew.
pub fn reset() {
	with(|state| *state = State::default());
}

/// Admits a further administration with this own account; its clocks are so many minutes east of UTC.
pub fn admit(own: AccountId, territory: Territory, minutes: i16) {
	with(|state| state.admitted.push((own, territory, minutes)));
}

/// Returns those that are there from the start, and those that were admitted.
fn administrations() -> Vec<(AccountId, Territory, i16)> {
	let admitted = with(|state| state.admitted.clone());
	ADMINISTRATIONS.into_iter().chain(admitted).collect()
}

/// Sets where `administration` stands from now on.
pub fn set_standing(administration: Territory, standing: Standing) {
	with(|state| state.standings.insert(administration, standing));
}

/// Lets `administration` leave and be admitted again: under the same territory, and another number.
pub fn readmit(administration: Territory) {
	with(|state| {
		*state.admissions.entry(administration).or_default() += 1;
		state.standings.insert(administration, Standing::Admitted);
	});
}

/// Returns the number of the admission of an administration.
pub fn admission(administration: Territory) -> u32 {
	with(|state| state.admissions.get(&administration).copied()).unwrap_or_default()
}

/// Adds `territory` to those that `administration` covers.
pub fn cover(territory: Territory, administration: Territory) {
	with(|state| state.further.insert(territory, administration));
}

/// Takes `territory` from who covers it, besides who is named by it.
pub fn uncover(territory: Territory) {
	with(|state| state.further.remove(&territory));
}

/// Lets `administration` record its uses in clear from now on.
pub fn record_uses_in_clear(administration: Territory) {
	with(|state| state.clear.insert(administration));
}

/// Dismisses the officer `account`.
pub fn dismiss(account: AccountId) {
	with(|state| state.dismissed.insert(account));
}

/// Sets what `account` is outside `administration` from now on, if anything.
pub fn set_outside_kind(account: AccountId, role: Option<(OutsideKind, Territory)>) {
	with(|state| match role {
		Some(role) => state.outside.insert(account, role),
		None => state.outside.remove(&account),
	});
}

/// Sets the signer of the extrinsic under way; none between extrinsics.
pub fn set_outer_signer(signer: Option<AccountId>) {
	with(|state| state.signer = signer);
}

/// Lets `administration` record its uses sealed from now on, as at first.
pub fn record_uses_sealed(administration: Territory) {
	with(|state| state.clear.remove(&administration));
}

/// Returns the encryption key of an administration: of the mock's own, its number in each byte.
pub fn encryption_key(administration: Territory) -> Option<H256> {
	let (own, ..) = administrations()
		.into_iter()
		.find(|(_, known, _)| *known == administration)?;
	let rotated = with(|state| state.keys.get(&administration).copied());
	Some(rotated.unwrap_or_else(|| H256::repeat_byte(own.to_le_bytes()[0])))
}

/// Gives an administration another encryption key.
pub fn rotate_encryption_key(administration: Territory, key: H256) {
	with(|state| state.keys.insert(administration, key));
}

/// Returns the accounts that were given a provider reference.
pub fn provided() -> BTreeSet<AccountId> {
	with(|state| state.provided.clone())
}

/// Returns where an administration stands.
fn standing(territory: Territory) -> Standing {
	let first = match territory {
		Territory::CL => Standing::Withdrawn,
		_ => Standing::Admitted,
	};
	with(|state| state.standings.get(&territory).copied().unwrap_or(first))
}

/// The administrations in every role that they have.
pub struct Administrations;

/// Returns the administration with this own account, where it may act.
fn acting(own: AccountId, refusal: DispatchError) -> Result<Territory, DispatchError> {
	let (_, territory, _) = administrations()
		.into_iter()
		.find(|(account, ..)| *account == own)
		.ok_or(refusal)?;
	match standing(territory) {
		Standing::Admitted => Ok(territory),
		Standing::Withdrawn => Err(refusal),
		Standing::QuarantinedByCouncil | Standing::QuarantinedByItself => Err(QUARANTINED),
	}
}

impl Officers<AccountId> for Administrations {
	type Error = DispatchError;

	fn ensure_officer(account: &AccountId, scope: Scope) -> Result<Territory, DispatchError> {
		let own = account / 1_000;
		if with(|state| state.dismissed.contains(account)) {
			return Err(NOT_OFFICER);
		}
		if *account == officer(own, scope) || *account == second_officer(own, scope) {
			acting(own, NOT_OFFICER)
		} else {
			Err(NOT_OFFICER)
		}
	}

	fn ensure_own_account(account: &AccountId) -> Result<Territory, DispatchError> {
		acting(*account, NOT_OWN_ACCOUNT)
	}
}

impl AdministrationLookup for Administrations {
	fn administration(territory: Territory) -> Option<Administration> {
		let (_, _, minutes) = administrations()
			.into_iter()
			.find(|(_, known, _)| *known == territory)?;
		Some(Administration {
			territory,
			utc_offset: UtcOffset::try_from(minutes).expect("a legal offset"),
			standing: standing(territory),
			admission: admission(territory),
		})
	}

	fn grantor(territory: Territory) -> Option<Grantor> {
		Some(Grantor {
			administration: Self::administration(territory)?,
			uses_recorded: Self::uses_recorded(territory),
			incident_open: with(|state| state.incidents.contains(&territory)),
		})
	}

	fn registrar(territory: Territory) -> Option<Territory> {
		let known = administrations()
			.into_iter()
			.any(|(_, known, _)| known == territory);
		if known && standing(territory) != Standing::Withdrawn {
			return Some(territory);
		}
		with(|state| state.further.get(&territory).copied())
	}

	fn uses_recorded(administration: Territory) -> UsesRecorded {
		if with(|state| state.clear.contains(&administration)) {
			UsesRecorded::Clear
		} else {
			UsesRecorded::Sealed
		}
	}

	fn counting() -> Vec<Administration> {
		administrations()
			.into_iter()
			.filter_map(|(_, territory, _)| Self::administration(territory))
			.filter(Administration::counts)
			.collect()
	}
}

impl EncryptionKeys for Administrations {
	fn encryption_key(administration: Territory) -> Option<H256> {
		encryption_key(administration)
	}
}

impl IncidentMark for Administrations {
	fn set_incident_open(administration: Territory, is_open: bool) {
		with(|state| {
			if is_open {
				state.incidents.insert(administration);
			} else {
				state.incidents.remove(&administration);
			}
		});
	}
}

impl InsideAccounts<AccountId> for Administrations {
	fn is_inside(account: &AccountId) -> bool {
		let own = |own: AccountId| administrations().iter().any(|(known, ..)| *known == own);
		own(*account) || own(account / 1_000)
	}

	fn provide(account: &AccountId) {
		with(|state| state.provided.insert(*account));
	}
}

/// Returns what an account is, whatever the standing of its administration.
fn kind(account: AccountId) -> Option<(Territory, AccountKind)> {
	if let Some((role, territory)) = with(|state| state.outside.get(&account).copied()) {
		return Some((territory, AccountKind::Outside(role)));
	}
	let of = |own: AccountId| {
		let known = administrations();
		let found = known.into_iter().find(|(account, ..)| *account == own);
		found.map(|(_, territory, _)| territory)
	};
	if let Some(territory) = of(account) {
		return Some((territory, AccountKind::Own));
	}
	let own = account / 1_000;
	let territory = of(own).filter(|_| !with(|state| state.dismissed.contains(&account)))?;
	if account == incoming(own) {
		return Some((territory, AccountKind::Incoming));
	}
	let scopes: Scopes = Scope::ALL
		.iter()
		.copied()
		.filter(|scope| [officer(own, *scope), second_officer(own, *scope)].contains(&account))
		.collect::<BTreeSet<_>>()
		.try_into()
		.expect("one at most");
	let is_one = account == signatory(own) || !scopes.is_empty();
	is_one.then_some((territory, AccountKind::Officer(scopes)))
}

impl AccountKinds<AccountId> for Administrations {
	fn signer(account: &AccountId) -> Option<Signer> {
		let (administration, kind) = kind(*account)?;
		let quarantined = match standing(administration) {
			Standing::Admitted => false,
			Standing::Withdrawn => return None,
			Standing::QuarantinedByCouncil | Standing::QuarantinedByItself => true,
		};
		let gives_keys = match &kind {
			AccountKind::Own | AccountKind::Incoming => true,
			AccountKind::Officer(scopes) => scopes.is_empty(),
			AccountKind::Outside(_) => false,
		};
		(!quarantined || gives_keys).then_some(Signer {
			administration,
			quarantined,
			kind,
		})
	}
}

impl OuterSigner<AccountId> for Administrations {
	fn outer_signer() -> Option<AccountId> {
		with(|state| state.signer)
	}
}
