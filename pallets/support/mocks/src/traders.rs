//! The traders that certificates and applications meet, and who hears of a certificate's changes.

use crate::{admission, trader_id, AccountId, Administrations};
use aeo_primitives::{
	recognition::TraderState, tin::Tin, AdministrationLookup, AliasMatch, AliasScheme, Maker,
	OnStandingChange, OutsideAccounts, OutsideKind, StandingChange, Territory, TraderId,
	TraderLookup, TraderRecord, TraderRegister, WrittenTin,
};
use frame_support::{parameter_types, weights::Weight};
use sp_core::H256;
use sp_runtime::DispatchError;
use std::collections::BTreeMap;

pub use values::{Linked, LinkedBy, Offered, Registered, Told};

/// What a test sets and sees. The macro makes more than it documents.
#[allow(missing_docs)]
mod values {
	use super::*;

	parameter_types! {
		/// The traders, by id.
		pub static Registered: BTreeMap<TraderId, TraderRecord> = BTreeMap::new();
		/// The accounts of traders.
		pub static Linked: BTreeMap<AccountId, TraderId> = BTreeMap::new();
		/// Who linked them.
		pub static LinkedBy: BTreeMap<AccountId, Maker<AccountId>> = BTreeMap::new();
		/// Accounts that may be linked to a trader.
		pub static Offered: Vec<AccountId> = vec![];
		/// What was told of changes.
		pub static Told: Vec<(Territory, Vec<StandingChange>)> = vec![];
	}
}

/// Why a TIN is refused.
pub const BAD_TIN: DispatchError = DispatchError::CannotLookup;

/// Forgets all traders, and what was told.
pub fn forget() {
	Registered::take();
	Linked::take();
	LinkedBy::take();
	Offered::take();
	Told::take();
}

/// The traders of the mock: the id of each is its TIN's first 32 bytes.
pub struct Traders;

impl Traders {
	/// Returns the id that a TIN has, registered or not, as far as it can be read.
	pub fn id_of(tin: &WrittenTin) -> Option<TraderId> {
		Tin::parse(tin).ok().as_ref().map(trader_id)
	}
}

impl TraderLookup<AccountId> for Traders {
	fn by_tin(tin: &Tin) -> Option<(TraderId, TraderRecord)> {
		let id = trader_id(tin);
		Some((id, Self::trader(&id)?))
	}

	fn trader(id: &TraderId) -> Option<TraderRecord> {
		Registered::get().get(id).cloned()
	}

	fn by_alias(_: Territory, _: AliasScheme, _: &str) -> AliasMatch {
		AliasMatch::NoMatch
	}

	fn holder(account: &AccountId) -> Option<TraderId> {
		Linked::get().get(account).copied()
	}

	fn linked_by(account: &AccountId) -> Option<Maker<AccountId>> {
		Self::holder(account)?;
		LinkedBy::get().get(account).cloned()
	}
}

impl TraderRegister for Traders {
	type Error = DispatchError;

	fn register(
		administration: Territory,
		tin: &WrittenTin,
		publication_consent: H256,
		_: Option<H256>,
	) -> Result<TraderId, DispatchError> {
		let parsed = Tin::parse(tin).map_err(|_| BAD_TIN)?;
		let registrar = Administrations::registrar(parsed.territory());
		if registrar != Some(administration) || publication_consent.is_zero() {
			return Err(BAD_TIN);
		}
		let id = trader_id(&parsed);
		let record = TraderRecord {
			tin: parsed.text().clone(),
			administration,
			admission: admission(administration),
			state: TraderState::Active,
		};
		let known = Registered::mutate(|all| all.entry(id).or_insert(record).clone());
		if known.state != TraderState::Active {
			return Err(BAD_TIN);
		}
		Ok(id)
	}
}

/// All holders count against Mexico's quota.
impl OutsideAccounts<AccountId> for Traders {
	fn outside_kind(account: &AccountId) -> Option<(OutsideKind, Territory)> {
		Self::is_outside(account).then_some((OutsideKind::Holder, Territory::MX))
	}

	fn is_outside(account: &AccountId) -> bool {
		Linked::get().contains_key(account)
	}

	fn is_offered(account: &AccountId) -> bool {
		Offered::get().contains(account)
	}
}

/// Notes what it hears.
pub struct Listener;

impl OnStandingChange for Listener {
	fn on_change(issuer: Territory, changes: &[StandingChange]) -> Weight {
		Told::mutate(|told| told.push((issuer, changes.to_vec())));
		Weight::zero()
	}

	fn max_weight(changes: u32) -> Weight {
		Weight::from_parts(changes.into(), 0)
	}
}
